//! Whether a clause looks back or ahead: tense, and words that point ahead.
//!
//! ```text
//! The minister resigned on Monday.     back: "resigned"
//! The court will rule on Monday.       ahead: "will"
//! The fair is scheduled for Monday.    ahead: "scheduled"
//! ```

use crate::lexicon::lexicon;
use crate::segment::{Kind, Segments};
use crate::span::Run;

lexicon!(PAST, "past.txt");

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
    let after = (tokens.end as usize..last).take_while(|&token| !ends_clause(segments, token));
    let told = |token: usize| tense_of(segments, token).map(|tense| (tense, Some(token)));
    before.clone().find_map(told).or_else(|| after.clone().find_map(told)).unwrap_or((Tense::Unknown, None))
}

fn ends_clause(segments: &Segments<'_>, token: usize) -> bool {
    matches!(segments.tokens[token].kind, Kind::Quote) || matches!(segments.word(token), ";" | ":" | "—" | "--")
}

fn tense_of(segments: &Segments<'_>, token: usize) -> Option<Tense> {
    if segments.tokens[token].kind != Kind::Word {
        return None;
    }
    let word = segments.lower(token);
    if is_ahead(segments, token, word) {
        return Some(Tense::Future);
    }
    let past = PAST.has(word) || word.len() > 4 && word.ends_with("ed") && !segments.tokens[token].is_capitalised();
    past.then_some(if follows_future(segments, token) { Tense::Future } else { Tense::Past })
}

/// Words that point ahead.
fn is_ahead(segments: &Segments<'_>, token: usize, word: &str) -> bool {
    match word {
        "will" | "'ll" | "won't" | "shall" | "upcoming" | "scheduled" | "slated" | "forthcoming" | "expires" | "starting" | "beginning"
        | "effective" | "deadline" | "due" | "tentatively" | "would" | "until" | "plans" | "begins" | "starts" | "opens" | "ends"
        | "expected" => true,
        "set" | "planned" | "going" | "ready" => matches!(segments.lower(token + 1), "for" | "to"),
        "to" => is_infinitive(segments, token),
        _ => false,
    }
}

/// `is to meet`, `plans to vote`, `agreed to resume`: "to" before a verb, so far as a short list tells.
fn is_infinitive(segments: &Segments<'_>, token: usize) -> bool {
    matches!(
        segments.lower(token + 1),
        "be" | "meet"
            | "vote"
            | "begin"
            | "start"
            | "open"
            | "hold"
            | "resume"
            | "take"
            | "make"
            | "visit"
            | "hear"
            | "decide"
            | "play"
            | "appear"
            | "attend"
            | "leave"
            | "arrive"
            | "return"
            | "report"
            | "announce"
            | "expire"
            | "end"
            | "close"
            | "travel"
            | "discuss"
            | "release"
            | "launch"
            | "mature"
            | "pay"
            | "complete"
    ) && matches!(
        segments.lower(token.wrapping_sub(1)),
        "is" | "are"
            | "set"
            | "plans"
            | "expected"
            | "scheduled"
            | "due"
            | "agreed"
            | "intends"
            | "going"
            | "likely"
            | "hopes"
            | "planned"
            | "slated"
    )
}

/// `will be published`: a participle behind "will".
fn follows_future(segments: &Segments<'_>, token: usize) -> bool {
    (1..=4).any(|back| token >= back && matches!(segments.lower(token - back), "will" | "'ll" | "would" | "shall" | "won't" | "to"))
        && (1..=2).any(|back| token >= back && matches!(segments.lower(token - back), "be" | "have"))
}
