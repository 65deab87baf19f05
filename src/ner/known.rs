//! Well-known organisations that are read as people, or, of one word, not at all: those of the tagger's lists, and of `firms.txt`,
//! written by hand from general knowledge, which the weights do not know.
//!
//! ```text
//! |Morgan Stanley| said, not Rep. John Lewis  ·  |Renault| said, where no Alain Renault is told of  ·  |Instagram| said
//! ```

use super::facts::{Case, Facts, case};
use super::lists::{self, Classes};
use super::{Label, Mention, edges, mend};
use crate::confidence::Confidence;
use crate::lexicon::lexicon;
use crate::segment::Segments;
use crate::span::Run;
use rustc_hash::FxHashSet;

lexicon!(FIRMS, "firms.txt");

/// No name in the lists that is looked for here has more tokens.
const LONGEST: usize = 5;

/// Makes organisations of what the lists know as such, unless the article tells of a person of that name.
pub(super) fn apply(segments: &Segments<'_>, facts: &[Facts], mentions: &mut Vec<Mention>) {
    let people = People::of(segments, mentions);
    let mut found: Vec<Mention> = Vec::new();
    for token in 0..facts.len() {
        let Some(name) = known_at(segments, facts, token) else { continue };
        if found.last().is_some_and(|last| last.tokens.overlaps(name)) || people.include(segments, facts, name) {
            continue;
        }
        let first = mentions.partition_point(|mention| mention.tokens.end <= name.start);
        let mut read = mentions[first..].iter().take_while(|mention| mention.tokens.start < name.end).peekable();
        let is_new = read.peek().is_none();
        let owns = segments.lower(name.end as usize - 1) == "'s";
        let is_person =
            read.all(|mention| (mention.label == Label::Person && mention.rule != "name.kin" || owns) && name.contains(mention.tokens));
        if is_person && (name.len() > 1 && !is_new || name.len() == 1 && acts(segments, facts, token, is_new)) {
            let span = segments.span(name);
            found.push(Mention { tokens: name, span, label: Label::Organisation, confidence: Confidence::new(70), rule: "name.known" });
        }
    }
    mend::put(mentions, found);
}

/// The name of the lists that begins at a token and that no capitals surround.
fn known_at(segments: &Segments<'_>, facts: &[Facts], token: usize) -> Option<Run> {
    let sentence = segments.sentence_of(token);
    let capital = |token: usize| sentence.has(token) && segments.is_capital(token);
    if !capital(token) || capital(token.wrapping_sub(1)) {
        return None;
    }
    let classes = facts[token].classes;
    let is_known = |name: &Run| {
        let listed = match name.len() {
            1 => classes.has(Classes::ORGANISATION),
            _ => classes.has(Classes::OPENS_PHRASE) && is_organisation(segments.lower_run(*name)),
        };
        listed || FIRMS.has(segments.lower_run(*name))
    };
    let closes = |end: usize| capital(end - 1) || segments.lower(end - 1) == "'s";
    let ends = (1..=LONGEST).rev().map(|length| token + length).filter(|&end| end <= sentence.end as usize && closes(end));
    let name = ends.map(|end| Run::new(token, end)).find(is_known)?;
    (!capital(name.end as usize) && case(segments, sentence) == Case::Usual).then_some(name)
}

/// Whether the lists know a name of several words as that of an organisation.
fn is_organisation(name: &str) -> bool {
    lists::phrase(name) == Some(Classes::ORGANISATION.number())
}

/// Whether a single word is used as the name of an organisation: it says something, or was read as a name and is known as nothing else.
fn acts(segments: &Segments<'_>, facts: &[Facts], token: usize, is_new: bool) -> bool {
    let word = segments.lower(token);
    let says = facts.get(token + 1).is_some_and(|next| next.classes.has(Classes::SPEECH));
    let only = facts[token].classes.known() == u32::from(Classes::ORGANISATION.0);
    if is_new { says && word.len() > 3 && !word.ends_with('s') } else { says || only }
}

/// The people of the article, by the words of their names.
struct People<'s> {
    /// Each word of a name of several.
    words: FxHashSet<&'s str>,
    /// Names of one word.
    short: FxHashSet<&'s str>,
}

impl<'s> People<'s> {
    fn of(segments: &'s Segments<'_>, mentions: &[Mention]) -> Self {
        let mut people = Self { words: FxHashSet::default(), short: FxHashSet::default() };
        for mention in mentions.iter().filter(|mention| mention.label == Label::Person) {
            let name = segments.lower_run(mention.tokens);
            if mention.tokens.len() == 1 {
                people.short.insert(name);
            } else if !is_organisation(name) && !FIRMS.has(name) {
                people.words.extend(name.split(' '));
            }
        }
        people
    }

    /// Whether a name can be that of one of them, or has a title before it.
    fn include(&self, segments: &Segments<'_>, facts: &[Facts], name: Run) -> bool {
        let last = name.range().rev().map(|token| segments.lower(token)).find(|&word| word != "'s").unwrap_or_default();
        let before = (name.start as usize).checked_sub(1).filter(|&before| segments.sentence_of(name.start as usize).has(before));
        let titled = before.is_some_and(|before| facts[before].classes.has(Classes::TITLE) || edges::is_honorific(segments, before));
        let is_hyphened = segments.lower(name.start as usize + 1) == "-";
        titled
            || self.words.contains(last)
            || name.len() > 1 && self.short.contains(last) && !FIRMS.has(segments.lower_run(name)) && !is_hyphened
    }
}
