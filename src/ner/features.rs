//! What the model looks at: the features of a token.
//!
//! Training and the page call the same functions. A feature is a 32-bit number: the hash of what kind of feature it is and
//! of its values.

use super::document::Document;
use super::facts::{Case, Facts, case};
use super::lists::Classes;
use crate::hash::{self, mix};
use crate::segment::{Kind, ParagraphBreak, Segments, segment};
use crate::span::Run;

/// Everything that features are made of.
#[derive(Debug)]
pub struct Sheet<'s, 't> {
    /// The text.
    pub segments: &'s Segments<'t>,
    /// One for each token.
    pub facts: Vec<Facts>,
    /// What the article as a whole says about its words.
    pub document: Document,
}

/// For what features weights were learnt: a number that changes with the lists, and with the features of a sample.
#[must_use]
pub fn set() -> u32 {
    let segments = segment(SAMPLE, ParagraphBreak::Auto);
    let sheet = Sheet::new(&segments);
    let mut features = Vec::new();
    sheet.islands().iter().flat_map(|island| island.tokens.range().map(move |token| (*island, token))).fold(
        super::lists::fingerprint(),
        |set, (island, token)| {
            sheet.features(island, token, &mut features);
            features.iter().fold(set, |set, &feature| mix(0, set, feature))
        },
    )
}

/// Names of every kind, in every kind of letters.
const SAMPLE: &str = "HARBOUR BOARD TO MOVE\n\nQuill Calls for Calm\n\nLISBON, 3 May – Dr. Ada Quill-Holm, 61, chairwoman of the Aker \
Harbour Board (AHB), met Mr. Okafor's lawyers from O'Neill & Sons Ltd. in New York on Tuesday. Prime Minister Kim Soo-jin of South \
Korea, the U.S. Department of Justice and eBay were there; al-Tamimi, van Dijk and McKay were not. The AHB said nothing.";

/// A stretch of tokens, within one sentence, in which names may stand; there are none outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Island {
    /// Its tokens.
    pub tokens: Run,
    /// How the letters of its sentence are used.
    pub case: Case,
    /// Its sentence.
    pub sentence: Run,
}

impl<'s, 't> Sheet<'s, 't> {
    /// Looks at the text as a whole.
    #[must_use]
    pub fn new(segments: &'s Segments<'t>) -> Self {
        let facts = super::facts::gather(segments);
        let document = Document::gather(segments, &facts);
        Self { segments, facts, document }
    }

    /// Where names may stand: capitals, with up to three other tokens between them, two before and one after.
    #[must_use]
    pub fn islands(&self) -> Vec<Island> {
        let mut islands = Vec::new();
        for &sentence in &self.segments.sentences {
            let case = case(self.segments, sentence);
            self.islands_of(sentence, case, &mut islands);
        }
        islands
    }

    fn islands_of(&self, sentence: Run, case: Case, islands: &mut Vec<Island>) {
        let range = sentence.range();
        let mut open: Option<(usize, usize)> = None;
        for token in range.clone().filter(|&token| self.is_capital(token)) {
            open = match open {
                Some((start, last)) if token - last <= 4 => Some((start, token)),
                Some((start, last)) => {
                    islands.push(Island { tokens: Run::new(start, last + 2), case, sentence });
                    Some((token - 2, token))
                }
                None => Some((token.saturating_sub(2).max(range.start), token)),
            };
        }
        if let Some((start, last)) = open {
            islands.push(Island { tokens: Run::new(start, (last + 2).min(range.end)), case, sentence });
        }
    }

    /// The part of an island that is read: what stands before the first capital begins no name, but for particles. Training sees it all
    /// the same, as examples of what is no name.
    #[must_use]
    pub fn read_part(&self, island: Island) -> Island {
        let first = island.tokens.range().find(|&token| self.is_capital(token)).unwrap_or(island.tokens.start as usize);
        let particle = |&token: &usize| PARTICLES.contains(&self.segments.lower(token));
        let start = (island.tokens.start as usize..first).rev().take_while(particle).last().unwrap_or(first);
        Island { tokens: Run::new(start, island.tokens.end as usize), ..island }
    }

    fn is_capital(&self, token: usize) -> bool {
        self.segments.tokens[token].is_capitalised() || self.segments.tokens[token].shape == crate::segment::Shape::Mixed
    }

    /// Writes the features of a token into `out`, which it empties first.
    pub fn features(&self, island: Island, token: usize, out: &mut Vec<u32>) {
        out.clear();
        let near = std::array::from_fn(|place| self.near(island.sentence, (token + place).wrapping_sub(2)));
        let view = View { sheet: self, island, token, near };
        let mut add = |template: u32, first: u32, second: u32| out.push(mix(template, first, second));
        view.words(&mut add);
        view.letters(&mut add);
        view.lists(&mut add);
        view.runs(&mut add);
        self.document.features(self.facts[token].word, &mut add);
    }

    fn near(&self, sentence: Run, token: usize) -> Facts {
        if sentence.has(token) { self.facts[token] } else { NOTHING }
    }

    /// Which transitions apply before a token.
    #[must_use]
    pub fn joint(&self, token: usize) -> usize {
        match self.segments.lower(token) {
            "of" => 1,
            "and" | "&" => 2,
            "the" => 3,
            "for" | "in" | "on" | "at" | "to" | "de" | "du" | "al" | "bin" | "van" | "von" => 4,
            "'s" => 5,
            "-" => 6,
            "," => 7,
            "(" => 8,
            ")" => 9,
            "." | "/" => 10,
            _ => match self.segments.tokens[token].kind {
                Kind::Word if self.is_capital(token) => 0,
                Kind::Word => 11,
                Kind::Number => 12,
                _ => 13,
            },
        }
    }
}

/// Small words, and marks, that begin a name: `|al-|Tamimi`, `|van der| Berg`, `|’t| Hooft`.
const PARTICLES: [&str; 18] =
    ["al", "el", "de", "la", "du", "del", "der", "den", "van", "von", "bin", "ibn", "da", "di", "dos", "ter", "-", "'"];

/// How many kinds of [`Sheet::joint`] there are.
pub const JOINTS: usize = 14;

/// One token, from where its neighbours can be seen.
#[derive(Clone, Copy)]
struct View<'v, 's, 't> {
    sheet: &'v Sheet<'s, 't>,
    island: Island,
    token: usize,
    /// From two tokens before to two after.
    near: [Facts; 5],
}

/// A small count as the value of a feature.
fn small(count: usize) -> u32 {
    crate::span::index(count)
}

/// The bits that are set.
fn bits(set: u32) -> impl Iterator<Item = u32> {
    (0..12).filter(move |bit| set >> bit & 1 == 1)
}

/// Where the sentence ends.
const NOTHING: Facts = Facts { word: 1, form: 31, classes: Classes(0), cluster: 0, phrase: 0 };

impl View<'_, '_, '_> {
    fn at(self, offset: isize) -> Facts {
        self.near[offset.wrapping_add(2).cast_unsigned()]
    }

    fn form(self, offset: isize) -> u32 {
        u32::from(self.at(offset).form) << 2 | self.island.case as u32
    }

    fn cluster(self, offset: isize) -> u32 {
        u32::from(self.at(offset).cluster)
    }

    fn words(self, add: &mut impl FnMut(u32, u32, u32)) {
        let word = |offset| self.at(offset).word;
        add(1, word(0), 0);
        add(2, word(0), self.form(0));
        add(3, word(-1), 0);
        add(4, word(1), 0);
        add(5, word(-2), 0);
        add(6, word(2), 0);
        add(7, word(-1), word(0));
        add(8, word(0), word(1));
        add(10, word(-2), word(-1));
        add(11, word(1), word(2));
        add(12, self.cluster(0), 0);
        add(13, self.cluster(-1), 0);
        add(14, self.cluster(1), 0);
        add(15, self.cluster(-1), self.cluster(0));
        add(16, self.cluster(0), self.cluster(1));
        add(17, self.cluster(-2), 0);
        add(18, self.cluster(2), 0);
        add(19, self.cluster(-1), self.cluster(1));
    }

    fn letters(self, add: &mut impl FnMut(u32, u32, u32)) {
        add(20, self.form(0), 0);
        add(22, self.form(0), self.form(1));
        add(23, self.form(-1) << 8 | self.form(0), self.form(1));
        add(25, self.form(0) << 8 | self.form(1), self.form(2));
        let lower = self.sheet.segments.lower(self.token);
        for length in 1..=4 {
            if let Some((at, _)) = lower.char_indices().rev().nth(length - 1).filter(|&(at, _)| at > 0) {
                add(27, hash::of(&lower.as_bytes()[at..]), u32::from(self.at(0).form));
            }
            if let Some((at, _)) = lower.char_indices().nth(length).filter(|_| length > 1) {
                add(28, hash::of(&lower.as_bytes()[..at]), small(length));
            }
        }
    }

    fn lists(self, add: &mut impl FnMut(u32, u32, u32)) {
        let classes = |offset| self.at(offset).classes.known();
        add(30, classes(0), 0);
        add(31, classes(-1), classes(0));
        add(32, classes(0), classes(1));
        add(33, classes(-1), 0);
        add(34, classes(1), 0);
        add(35, u32::from(self.at(0).phrase), 0);
        add(36, u32::from(self.at(-1).phrase), u32::from(self.at(0).phrase));
        add(37, u32::from(self.at(0).phrase), u32::from(self.at(1).phrase));
        add(38, classes(0), self.form(0));
        add(39, classes(-2), classes(-1));
        for offset in [-2, -1, 1, 2] {
            for bit in bits(classes(offset)) {
                add(44, bit, small(offset.wrapping_add(2).cast_unsigned()));
            }
        }
    }

    /// The run of capitals that the token is in: its first and last word, its length, and what stands around it.
    fn runs(self, add: &mut impl FnMut(u32, u32, u32)) {
        let run = self.run();
        let start = run.start as usize;
        let end = run.end as usize;
        let facts = |token: usize| self.sheet.near(self.island.sentence, token);
        let place = if run.is_empty() { 9 } else { (u32::from(self.token == start)) | u32::from(self.token + 1 == end) << 1 };
        let (first, last, before, after) = (facts(start), facts(end.wrapping_sub(1)), facts(start.wrapping_sub(1)), facts(end));
        add(50, last.word, place);
        add(51, first.word, place);
        add(52, before.word, place);
        add(53, after.word, place);
        add(54, u32::from(last.cluster), place);
        add(55, u32::from(first.cluster), place);
        add(58, first.classes.known(), place);
        add(59, small(run.len().min(6)), place);
        add(62, before.classes.known(), after.classes.known());
        let wide_end = self.wide_end(end);
        let wide_last = facts(wide_end.wrapping_sub(1));
        add(64, wide_last.classes.known(), place);
        let wide_first = facts(self.wide_start(start));
        add(66, wide_first.classes.known(), place);
        let title = (start..self.token).rev().find(|&token| facts(token).classes.has(Classes::TITLE));
        let since = title.map_or(0, |title| small((self.token - title).min(3)));
        add(71, since, u32::from(facts(self.token).classes.has(Classes::TITLE)));
        add(72, title.map_or(0, |title| facts(title).word), since);
    }

    /// The capitals around the token, hyphens between them included; empty for a token without a capital.
    fn run(self) -> Run {
        let sheet = self.sheet;
        let island = self.island.tokens;
        let is_part = |token: usize| {
            island.has(token)
                && (sheet.is_capital(token)
                    || sheet.segments.lower(token) == "-" && sheet.segments.glued(token) && sheet.segments.glued(token + 1))
        };
        if !sheet.is_capital(self.token) {
            return Run::new(self.token, self.token);
        }
        let start = (self.token.saturating_sub(8)..self.token).rev().take_while(|&token| is_part(token)).last().unwrap_or(self.token);
        let end = (self.token + 1..self.token + 9).take_while(|&token| is_part(token)).last().map_or(self.token + 1, |last| last + 1);
        Run::new(start, end)
    }

    /// Where the capitals go on after "of", "for", "and" or "the".
    fn wide_end(self, end: usize) -> usize {
        let mut last = end;
        let mut token = end;
        while token < (end + 9).min(self.island.tokens.end as usize)
            && token < last + 3
            && (self.sheet.is_capital(token) || self.joins(token))
        {
            token += 1;
            last = if self.sheet.is_capital(token - 1) { token } else { last };
        }
        last
    }

    /// Where they come from.
    fn wide_start(self, start: usize) -> usize {
        let mut first = start;
        let mut token = start;
        while token > start.saturating_sub(9).max(self.island.tokens.start as usize)
            && token + 2 >= first
            && (self.sheet.is_capital(token - 1) || self.joins(token - 1))
        {
            token -= 1;
            first = if self.sheet.is_capital(token) { token } else { first };
        }
        first
    }

    fn joins(self, token: usize) -> bool {
        matches!(self.sheet.segments.lower(token), "of" | "for" | "and" | "the" | "&" | "on" | "in" | "-")
    }
}
