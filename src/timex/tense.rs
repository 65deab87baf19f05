//! Whether a clause looks back or ahead: tense, and words that point ahead.
//!
//! ```text
//! The minister resigned on Monday.          back: "resigned"
//! The court will rule on Monday.            ahead: "will"
//! The fair is scheduled for Monday.         ahead: "scheduled"
//! The fair was scheduled for Monday.        back: "was"
//! ```
//!
//! `tense.txt` lists irregular past forms, and words that point ahead.

use crate::lexicon::lexicon;
use crate::segment::{Kind, Segments};
use crate::span::Run;

lexicon!(WORDS, "tense.txt");

/// Where a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How far to look for a verb on each side.
const REACH: usize = 14;

/// Where the clause around an expression looks, and the token that says so.
///
/// The nearest telling word before the expression decides, else the nearest after it, each within its clause.
pub(super) fn of_clause(segments: &Segments<'_>, tokens: Run) -> (Tense, Option<usize>) {
    let sentence = segments.sentence_of(tokens.start as usize);
    let first = (sentence.start as usize).max((tokens.start as usize).saturating_sub(REACH));
    let last = (sentence.end as usize).min(tokens.end as usize + REACH);
    let before = (first..tokens.start as usize).rev().take_while(|&token| !ends_clause(segments, token));
    let mut after = (tokens.end as usize..last).take_while(|&token| !ends_clause(segments, token));
    if is_as_soon_as(segments, tokens.start as usize) {
        return (Tense::Future, Some(tokens.start as usize - 2));
    }
    if let Some(warning) = warning_before(segments, tokens) {
        return (Tense::Future, Some(warning));
    }
    if let Some(copula) = copula_before(segments, tokens.start as usize) {
        return (Tense::Future, Some(copula));
    }
    // "its next meeting in March"
    let start = tokens.start as usize;
    let is_past = |token: usize| matches!(tense_of(segments, token), Some(Tense::Past)) || matches!(segments.lower(token), "was" | "were");
    let next = (start.saturating_sub(4).max(sentence.start as usize)..start).find(|&token| is_next(segments, token));
    if let Some(next) = next.filter(|&next| !(next..start).any(is_past)) {
        return (Tense::Future, Some(next));
    }
    let told = |token: usize| tense_of(segments, token).map(|tense| (tense, Some(token)));
    // "The toll rises after Monday's storm": the present says nothing of what it follows.
    let follows = matches!(segments.lower((tokens.start as usize).wrapping_sub(1)), "after" | "since" | "following");
    let is_present = |token: usize| segments.lower(token).ends_with('s') && WORDS.get(segments.lower(token)) == Some("ahead");
    let mut telling = before.filter(|&token| !follows || !is_present(token));
    telling.find_map(told).or_else(|| after.find_map(told)).unwrap_or((Tense::Unknown, None))
}

/// `will`, `shall`: what leaves no doubt.
pub(super) fn is_certain(segments: &Segments<'_>, cue: usize) -> bool {
    matches!(segments.lower(cue), "will" | "'ll" | "shall" | "won't")
}

/// `as early as Tuesday`
fn is_as_soon_as(segments: &Segments<'_>, token: usize) -> bool {
    segments.lower(token.wrapping_sub(1)) == "as"
        && matches!(segments.lower(token.wrapping_sub(2)), "early" | "soon")
        && segments.lower(token.wrapping_sub(3)) == "as"
}

/// `its |next| meeting`, `the next one`
fn is_next(segments: &Segments<'_>, token: usize) -> bool {
    let is_when = matches!(segments.lower(token + 1), "day" | "evening" | "month" | "morning" | "night" | "week" | "weekend" | "year");
    segments.lower(token) == "next"
        && !is_when
        && matches!(segments.lower(token.wrapping_sub(1)), "'s" | "its" | "their" | "the" | "his" | "her")
}

/// `The deadline is Friday`, `The vote is on Friday`; "It is Friday" tells what day it is, which is the same one.
fn copula_before(segments: &Segments<'_>, token: usize) -> Option<usize> {
    let before = token.wrapping_sub(1);
    let copula = if matches!(segments.lower(before), "on" | "at" | "in") { token.wrapping_sub(2) } else { before };
    matches!(segments.lower(copula), "is" | "are").then_some(copula)
}

/// `a red alert for Saturday`: what looks ahead, whatever was done with it; "The warning for Saturday was lifted" looks back.
fn warning_before(segments: &Segments<'_>, date: Run) -> Option<usize> {
    let start = date.start as usize;
    let noun = start.wrapping_sub(2);
    let looks = matches!(segments.lower(noun), "alert" | "alerts" | "forecast" | "forecasts" | "outlook" | "warning" | "warnings");
    let is_over = matches!(segments.lower(date.end as usize), "was" | "were" | "had");
    (looks && segments.lower(start.wrapping_sub(1)) == "for" && !is_over).then_some(noun)
}

/// `A vigil is |planned| for Monday`, `showers are |forecast| for Monday`
fn is_announced(segments: &Segments<'_>, token: usize) -> bool {
    let announced = matches!(segments.lower(token), "billed" | "booked" | "forecast" | "pencilled" | "planned" | "tipped");
    announced
        && matches!(segments.lower(token.wrapping_sub(1)), "is" | "are" | "being" | "also" | "now")
        && is_behind(segments, token, &["is", "are"], 2)
}

fn ends_clause(segments: &Segments<'_>, token: usize) -> bool {
    segments.tokens[token].kind == Kind::Quote
        || matches!(segments.lower(token), ";" | ":" | "—" | "--" | "where" | "which" | "who" | "whom" | "whose" | "while" | "because")
}

fn tense_of(segments: &Segments<'_>, token: usize) -> Option<Tense> {
    if segments.tokens[token].kind != Kind::Word {
        return None;
    }
    let word = segments.lower(token);
    match WORDS.get(word) {
        Some("ahead") if is_behind(segments, token, &["was", "were", "been", "did", "didn't", "had"], 3) => Some(Tense::Past),
        Some("ahead") => Some(Tense::Future),
        // "to set up"
        Some("past") if segments.lower(token.wrapping_sub(1)) == "to" => None,
        Some("past") => Some(past_unless_behind_will(segments, token)),
        _ if word == "to" && is_planned(segments, token) => Some(Tense::Future),
        _ if word == "may" && segments.word(token) == "may" => Some(Tense::Future),
        _ if is_announced(segments, token) => Some(Tense::Future),
        // "The fair runs from 12 June."
        _ if word == "runs" && matches!(segments.lower(token + 1), "from" | "until" | "till" | "through" | "to") => Some(Tense::Future),
        _ if is_regular_past(word) && !segments.tokens[token].is_capitalised() && !is_adjective(segments, token) => {
            Some(past_unless_behind_will(segments, token))
        }
        _ => None,
    }
}

/// `resigned`, not `succeed`, `unspecified`, `red`
fn is_regular_past(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ed")
        && !word.starts_with("un")
        && !matches!(word, "succeed" | "proceed" | "exceed" | "indeed" | "speed" | "breed" | "hundred" | "sacred" | "hatred" | "naked")
}

/// `a |limited| service`
fn is_adjective(segments: &Segments<'_>, token: usize) -> bool {
    matches!(segments.lower(token.wrapping_sub(1)), "a" | "an")
}

/// `plans to meet`, `is to open`, `agreed to resume`
fn is_planned(segments: &Segments<'_>, token: usize) -> bool {
    let planned = matches!(
        segments.lower(token.wrapping_sub(1)),
        "is" | "are"
            | "set"
            | "plan"
            | "plans"
            | "planned"
            | "expected"
            | "expects"
            | "scheduled"
            | "slated"
            | "due"
            | "intends"
            | "intend"
            | "hopes"
            | "hope"
            | "going"
            | "likely"
            | "ready"
            | "vowed"
            | "promised"
            | "agreed"
    );
    planned && !is_behind(segments, token, &["was", "were", "been", "had"], 3)
}

/// `will be published`, `would have been paid`
fn past_unless_behind_will(segments: &Segments<'_>, token: usize) -> Tense {
    let participle = is_behind(segments, token, &["be"], 2);
    let ahead =
        participle && is_behind(segments, token, &["will", "'ll", "would", "shall", "should", "won't", "to", "may", "might", "can"], 4);
    if ahead { Tense::Future } else { Tense::Past }
}

/// Whether one of the words stands up to so many tokens before, in the same sentence.
fn is_behind(segments: &Segments<'_>, token: usize, words: &[&str], reach: usize) -> bool {
    let start = segments.sentence_of(token).start as usize;
    (start.max(token.saturating_sub(reach))..token).any(|before| words.contains(&segments.lower(before)))
}

#[cfg(test)]
mod tests {
    use super::{Tense, of_clause};
    use crate::segment::{ParagraphBreak, segment};
    use crate::span::Run;

    /// One line a case: a sentence with one Monday, where its clause looks.
    #[test]
    fn clauses() {
        for (text, expected) in [
            ("The minister resigned on Monday.", Tense::Past),
            ("On Monday the court ruled.", Tense::Past),
            ("She said on Monday that they will meet.", Tense::Past),
            ("The court will rule on Monday.", Tense::Future),
            ("It will be published on Monday.", Tense::Future),
            ("The fair is scheduled for Monday.", Tense::Future),
            ("The fair was scheduled for Monday.", Tense::Past),
            ("They plan to leave on Monday.", Tense::Future),
            ("She will succeed him on Monday.", Tense::Future),
            ("The deal could come as early as Monday.", Tense::Future),
            ("He hoped that the rain, which fell on Monday, would end.", Tense::Past),
            ("The deadline is Monday.", Tense::Future),
            ("The deadline was Monday.", Tense::Past),
            ("A vigil is planned for 7 p.m. Monday.", Tense::Future),
            ("A vigil was planned for Monday.", Tense::Past),
            ("The office issued a red alert for Monday.", Tense::Future),
            ("Both boards agreed to set up a fund by Monday.", Tense::Future),
            ("The inquest continues on Monday.", Tense::Future),
            ("The inquest continues after Monday's storm.", Tense::Unknown),
            ("They did not expect the cut on Monday.", Tense::Past),
            ("The warning for Monday was lifted.", Tense::Past),
            ("Rain on Monday.", Tense::Unknown),
        ] {
            let segments = segment(text, ParagraphBreak::Auto);
            let monday = (0..segments.tokens.len()).find(|&token| segments.lower(token) == "monday").expect("a Monday");
            assert_eq!(of_clause(&segments, Run::new(monday, monday + 1)).0, expected, "{text}");
        }
    }
}
