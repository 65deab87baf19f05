//! Names that the company they keep gives away: what stands beside one of a body, anywhere in the article, counts for all of them.
//!
//! ```text
//! |Akerby| boss Ada Quill  ·  the chief executive of |Akerby|  ·  the charity |Quill Haven|  ·  |Akerby|, which employs 40
//! ```

use super::facts::Facts;
use super::lists::{self, Classes};
use super::{Label, Mention, bodies, edges, firms, mend};
use crate::confidence::Confidence;
use crate::segment::{Kind, Segments};
use crate::span::Run;
use rustc_hash::{FxHashMap, FxHashSet};

/// Names of more tokens are not looked for again.
const LONGEST: usize = 8;

/// How a name is read in the article, and what stands beside it.
#[derive(Default)]
struct Reading {
    is_sure: bool,
    is_firm: bool,
    is_somebody: bool,
    /// As what else it is read, which may be wrong.
    doubtful: Option<Label>,
    signs: usize,
}

impl Reading {
    /// Whether a name is that of a body: by its firm, or by the words beside it, in one place or in two where people have it as a name.
    fn is_told(&self, name: &str) -> bool {
        let enough = || self.signs > usize::from(lists::word(name).classes.any(Classes::PERSON));
        !self.is_somebody && (self.is_firm || self.doubtful.is_some() && enough())
    }
}

/// Makes organisations of names, read as people or places or not read, that bodies' words stand beside.
pub(super) fn tell(segments: &Segments<'_>, facts: &[Facts], mentions: &mut Vec<Mention>) {
    let mut readings = readings(segments, facts, mentions);
    if readings.is_empty() {
        return;
    }
    let mut names = occurrences(segments, &readings, mentions);
    for &name in &names {
        let Some(reading) = readings.get_mut(segments.lower_run(name)) else { continue };
        let label = reading.doubtful.unwrap_or(Label::Place);
        reading.is_somebody |= is_somebody(segments, name);
        reading.signs += usize::from(bodies::stand_beside(segments, name, label));
    }
    let is_told = |name: Run| readings.get_key_value(segments.lower_run(name)).is_some_and(|(name, reading)| reading.is_told(name));
    for mention in mentions.iter_mut().filter(|mention| mention.label != Label::Organisation && mention.rule != "name.dateline") {
        if is_told(mention.tokens) && !edges::is_titled(segments, mention.tokens) {
            *mention = Mention { label: Label::Organisation, confidence: Confidence::new(75), rule: "name.company", ..*mention };
        }
    }
    names.retain(|&name| is_told(name) || readings[segments.lower_run(name)].is_sure);
    add_missed(segments, mentions, names);
}

/// The names, in small letters, that are looked for in the article.
fn readings<'s>(segments: &'s Segments<'_>, facts: &[Facts], mentions: &[Mention]) -> FxHashMap<&'s str, Reading> {
    let people = surnames(segments, mentions);
    let mut readings: FxHashMap<&str, Reading> = FxHashMap::default();
    let mut note = |name: Run, note: fn(&mut Reading)| {
        let name = segments.lower_run(name);
        if !people.contains(name) {
            note(readings.entry(name).or_default());
        }
    };
    for mention in mentions {
        if let Some(firm) = without_trade(segments, mention) {
            note(firm, |reading| reading.is_firm = true);
        }
        match mention.label {
            Label::Organisation if is_sure_body(facts, mention) => note(mention.tokens, |reading| reading.is_sure = true),
            Label::Person if may_be_body(segments, facts, mention) => {
                note(mention.tokens, |reading| reading.doubtful = Some(Label::Person));
            }
            Label::Place if may_be_body(segments, facts, mention) => {
                note(mention.tokens, |reading| reading.doubtful = reading.doubtful.or(Some(Label::Place)));
            }
            _ => {}
        }
    }
    readings
}

/// Whether a name is surely that of a body, and nothing else: several words, or one that no list knows.
fn is_sure_body(facts: &[Facts], mention: &Mention) -> bool {
    let first = &facts[mention.tokens.start as usize];
    let is_one = mention.tokens.len() > 1 || first.is_unknown() && mention.confidence >= Confidence::new(75);
    mention.label == Label::Organisation && mention.tokens.len() <= LONGEST && mention.confidence >= Confidence::new(70) && is_one
}

/// Where the names stand with capitals, not behind the beginning of a longer one.
fn occurrences(segments: &Segments<'_>, readings: &FxHashMap<&str, Reading>, mentions: &[Mention]) -> Vec<Run> {
    let name_at = |token: usize| {
        let end = (segments.sentence_of(token).end as usize).min(token + LONGEST);
        let capitals = (token..end).find(|&word| !segments.is_capital(word)).unwrap_or(end);
        (token + 1..=capitals).rev().map(|end| Run::new(token, end)).find(|&name| readings.contains_key(segments.lower_run(name)))
    };
    let mut longer = mentions.iter().map(|mention| mention.tokens).peekable();
    let mut opens = |&token: &usize| {
        while longer.next_if(|name| name.end as usize <= token).is_some() {}
        let is_inner = longer.peek().is_some_and(|name| (name.start as usize) < token);
        !is_inner && segments.is_capital(token)
    };
    let starts: Vec<usize> = (0..segments.tokens.len()).filter(|token| opens(token)).collect();
    starts.into_iter().filter_map(name_at).collect()
}

/// `Oxbow Ridge |Partners|`, `Oxbow Ridge|, Inc.|`: the name goes without its trade too.
fn without_trade(segments: &Segments<'_>, mention: &Mention) -> Option<Run> {
    let range = mention.tokens.range();
    let last = range.end - 1;
    let end = last - usize::from(last > range.start && segments.lower(last - 1) == ",");
    let trades = mention.label == Label::Organisation && firms::is_trade(segments.lower(last));
    let firm = Run::new(range.start, end.max(range.start));
    // "New Zealand Steel" leaves a country.
    let is_place = || lists::phrase_classes(segments.lower_run(firm)).any(Classes::PLACE);
    (trades && firm.len() > 1 && !is_place()).then_some(firm)
}

/// Whether what was read as a person or a place can be a body: no listed place, no first name with a surname.
fn may_be_body(segments: &Segments<'_>, facts: &[Facts], mention: &Mention) -> bool {
    if mention.tokens.len() > LONGEST {
        return false;
    }
    let first = facts[mention.tokens.start as usize].classes;
    if mention.tokens.len() == 1 {
        return segments.lower_run(mention.tokens).chars().count() >= 3 && !first.any(Classes::PLACE);
    }
    let is_full_name = mention.label == Label::Person && first.has(Classes::FIRST_NAME) && !bodies::is_called(segments, mention.tokens);
    let is_place = || lists::phrase_classes(segments.lower_run(mention.tokens)).any(Classes::PLACE);
    !is_full_name && !is_place()
}

/// The surnames of people told of with more than that, or with an honorific.
fn surnames<'s>(segments: &'s Segments<'_>, mentions: &[Mention]) -> FxHashSet<&'s str> {
    let people = mentions.iter().filter(|mention| mention.label == Label::Person);
    people
        .filter(|mention| mention.tokens.len() <= LONGEST)
        .filter(|mention| mention.tokens.len() > 1 || edges::is_titled(segments, mention.tokens))
        .flat_map(|mention| {
            let opens = usize::from(mention.tokens.len() > 1);
            mention.tokens.range().skip(opens).map(move |start| segments.lower_run(Run::new(start, mention.tokens.end as usize)))
        })
        .collect()
}

/// `Mr |Quill|`, `President |Quill|`, `|Quill|, 43,`, `|Quill|, who`
pub(super) fn is_somebody(segments: &Segments<'_>, name: Run) -> bool {
    let (before, end) = ((name.start as usize).wrapping_sub(1), name.end as usize);
    let led = segments.is_capital(before) && lists::word(segments.lower(before)).classes.has(Classes::TITLE);
    let aged = segments.tokens.get(end + 1).is_some_and(|token| token.kind == Kind::Number) && matches!(segments.lower(end + 2), "," | ".");
    led || edges::is_titled(segments, name) || segments.lower(end) == "," && (aged || segments.lower(end + 1) == "who")
}

/// `the charity |QuillSafe|`: a name that no list knows, behind what a body is called.
pub(super) fn called(segments: &Segments<'_>, facts: &[Facts]) -> Vec<(Run, Label, u8, &'static str)> {
    let others = Classes(Classes::NATIONALITY.0 | Classes::CALENDAR.0 | Classes::TITLE.0 | Classes::PLACE.0);
    let name = |noun: usize| {
        let start = noun + 1 + usize::from(segments.lower(noun + 1) == "the");
        let end = (start..start + 4).find(|&word| !segments.is_capital(word)).unwrap_or(start);
        let goes_on = matches!(segments.lower(end), "-" | "of" | "for" | "to" | "in" | "and" | "the") && segments.is_capital(end + 1)
            || segments.lower(end) == "-";
        let word = segments.lower(start);
        let fits = end > start
            && segments.sentence_of(noun).has(end - 1)
            && !facts.get(start).is_none_or(|facts| facts.classes.any(others))
            && !goes_on
            && word.len() > 2
            && !matches!(word, "web" | "ipo");
        fits.then(|| (Run::new(start, end), Label::Organisation, 70, "name.company"))
    };
    let leads =
        |&noun: &usize| segments.is_capital(noun + 1) && segments.is_small(noun) && bodies::NOBODIES.contains(&segments.lower(noun));
    (0..facts.len()).filter(leads).filter_map(name).collect()
}

/// Adds the names of bodies where nothing or a part of them was read.
fn add_missed(segments: &Segments<'_>, mentions: &mut Vec<Mention>, mut names: Vec<Run>) {
    let is_free = |name: Run| {
        let first = mentions.partition_point(|mention| mention.tokens.end <= name.start);
        let mut read = mentions[first..].iter().take_while(|mention| mention.tokens.start < name.end);
        read.all(|mention| name.contains(mention.tokens) && mention.tokens.len() < name.len())
    };
    // "the |Boeing| 737"
    let ends = |name: Run| segments.tokens.get(name.end as usize).is_none_or(|next| !next.is_capitalised() && next.kind != Kind::Number);
    names.retain(|&name| is_free(name) && (name.len() > 1 || ends(name)));
    names.dedup_by(|next, last| next.overlaps(*last));
    let body = |tokens: Run| Mention {
        tokens,
        span: segments.span(tokens),
        label: Label::Organisation,
        confidence: Confidence::new(70),
        rule: "name.company",
    };
    mend::put(mentions, names.into_iter().map(body).collect());
}
