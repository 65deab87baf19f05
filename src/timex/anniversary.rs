//! Anniversaries: counted from a date told elsewhere in the text.
//!
//! ```text
//! The town marked the 50th anniversary of the flood. … The flood of 3 May 1974 …
//!                     2024-05-03
//! ```

use super::meaning::{Meaning, Timex, When};
use super::period::{Period, add_years};
use super::reader::{Reader, Reading};
use crate::segment::{Kind, Segments};
use chrono::Datelike;

/// No more anniversaries, and no more dates to count them from, are looked at.
const ENOUGH: usize = 40;

impl Reader<'_> {
    /// `71st anniversary`, `tenth anniversary`
    pub(super) fn anniversary(&self, at: usize) -> Option<Reading> {
        let (end, years) = self.ordinal(at)?;
        let end = self.skip(end, &["year", "wedding"]);
        self.is(end, &["anniversary"]).then(|| Reading { end: end + 1, timex: Timex::when("date.anniversary", When::Anniversary(years)) })
    }
}

/// An anniversary, and the date it is counted from: indices into the expressions.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) anniversary: usize,
    pub(super) origin: usize,
    /// Whether the two sentences have more than one telling word in common.
    pub(super) sure: bool,
}

/// For each anniversary the full date, else the year, in a sentence about the same thing.
pub(super) fn origins(segments: &Segments<'_>, expressions: &[Timex]) -> Vec<Pair> {
    let anniversaries = expressions.iter().enumerate().filter(|(_, timex)| years(timex).is_some()).take(ENOUGH);
    let told: Vec<usize> = (0..expressions.len()).filter(|&index| is_origin(&expressions[index])).take(ENOUGH).collect();
    let find = |(anniversary, timex): (usize, &Timex)| {
        let words = content_words(segments, timex);
        let shared = |origin: usize| content_words(segments, &expressions[origin]).iter().filter(|word| words.contains(word)).count();
        let origin =
            told.iter().copied().max_by_key(|&origin| (shared(origin), is_day(&expressions[origin]), std::cmp::Reverse(origin)))?;
        let shared = shared(origin);
        (shared >= 1).then_some(Pair { anniversary, origin, sure: shared >= 2 })
    };
    anniversaries.filter_map(find).collect()
}

/// The day, or the year, of an anniversary.
pub(super) fn falls_on(anniversary: &Timex, origin: &Timex) -> Option<Period> {
    let years = i32::from(years(anniversary)?);
    match origin.meaning {
        Meaning::When(When::Is(Period::Day(day))) => {
            let year = add_years(day.year(), years)?;
            Period::day(year, day.month(), day.day()).or(Some(Period::Year(year)))
        }
        Meaning::When(When::Is(period)) => Some(Period::Year(add_years(period.year(), years)?)),
        _ => None,
    }
}

pub(super) fn years(timex: &Timex) -> Option<u16> {
    match timex.meaning {
        Meaning::When(When::Anniversary(years)) => Some(years),
        _ => None,
    }
}

fn is_day(timex: &Timex) -> bool {
    matches!(timex.meaning, Meaning::When(When::Is(Period::Day(_))))
}

fn is_origin(timex: &Timex) -> bool {
    matches!(timex.meaning, Meaning::When(When::Is(Period::Day(_) | Period::Month(..) | Period::Year(_))))
}

/// The first letters of the long words of a sentence: enough to know "established" and "establishment" for one.
fn content_words<'s>(segments: &'s Segments<'_>, timex: &Timex) -> Vec<&'s str> {
    let sentence = segments.sentence_of(timex.tokens.start as usize);
    let tokens = sentence.range().take(80).filter(|&token| segments.tokens[token].kind == Kind::Word && !timex.tokens.has(token));
    let mut words: Vec<&str> = tokens.filter_map(|token| stem(segments.lower(token))).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn stem(word: &str) -> Option<&str> {
    let common = [
        "anniversary",
        "between",
        "which",
        "their",
        "there",
        "after",
        "before",
        "about",
        "under",
        "would",
        "while",
        "where",
        "other",
        "first",
        "years",
    ];
    let end = word.char_indices().nth(5).map_or(word.len(), |(end, _)| end);
    (word.chars().count() >= 5 && !common.contains(&word)).then(|| &word[..end])
}
