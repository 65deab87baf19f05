//! Acronyms, and what they stand for.
//!
//! ```text
//! Harbour Board of Aker (HBA)      an organisation, wherever HBA is read
//! intensive care unit (ICU)        no name
//! National Ferry Plan (NFP)        no organisation
//! Aker Workers’ Lumora (Lumora)    a word of the name that stands for it
//! ```

use super::edges::set_tokens;
use super::lists::{self, Classes};
use super::{Found, Label, Mention, labels};
use crate::segment::{Kind, Segments, Shape};
use crate::span::Run;

/// What the article itself defines, in brackets or behind "or": the short form, and the kind of name that it is.
pub(super) fn definitions(segments: &Segments<'_>, found: &[Found]) -> Vec<(Run, usize)> {
    let short = |end: usize| match segments.lower(end) {
        "(" if segments.lower(end + 2) == ")" => Some(end + 1),
        "," if segments.lower(end + 1) == "or" && matches!(segments.lower(end + 3), "," | ".") => Some(end + 2),
        _ => None,
    };
    let define = |end: usize| short(end).and_then(|short| Some((Run::new(short, short + 1), kind(segments, found, end, short)?)));
    (1..segments.tokens.len()).filter_map(define).collect()
}

/// What the short form of the words that end at `opening` is.
fn kind(segments: &Segments<'_>, found: &[Found], opening: usize, short: usize) -> Option<usize> {
    let next = found.partition_point(|name| (name.tokens.end as usize) < opening);
    let name = found.get(next).filter(|name| name.tokens.end as usize == opening && name.tokens.len() > 1);
    if !segments.tokens[short].is_capitalised() || segments.tokens[short].kind != Kind::Word {
        return None;
    }
    if segments.tokens[short].shape == Shape::Title {
        let is_word = |name: &&Found| name.tokens.range().any(|token| segments.lower(token) == segments.lower(short));
        return name.filter(|name| name.kind == labels::ORGANISATION).filter(is_word).map(|name| name.kind);
    }
    let long = long_form(segments, opening, short)?;
    let small = |token: usize| segments.tokens[token].kind != Kind::Word || segments.tokens[token].shape == Shape::Lower;
    if long.range().all(small) || is_thing(segments, long) {
        return Some(labels::OTHER);
    }
    let Some(name) = name else { return is_capitalised(segments, long).then_some(labels::ORGANISATION) };
    match name.kind {
        // People are seldom abbreviated: three initials in brackets are those of an organisation, unless a first name comes first.
        labels::PERSON if long.len() > 2 && !lists::word(segments.lower(long.start as usize)).classes.has(Classes::FIRST_NAME) => {
            Some(labels::ORGANISATION)
        }
        labels::PERSON => None,
        labels::OTHER => Some(labels::ORGANISATION),
        kind => Some(kind),
    }
}

/// The words up to an opening bracket or a comma whose initials the short form is; a plural counts as its singular.
fn long_form(segments: &Segments<'_>, opening: usize, short: usize) -> Option<Run> {
    let letters = segments.lower(short);
    let letters = letters.strip_suffix('s').filter(|_| segments.word(short).ends_with('s')).unwrap_or(letters);
    if letters.len() > LONGEST_ACRONYM {
        return None;
    }
    let floor = opening.saturating_sub(2 * letters.len()).max(segments.sentence_of(opening).start as usize);
    (floor..opening).rev().map(|start| Run::new(start, opening)).find(|&words| are_initials(segments, letters, words))
}

/// No acronym has more letters.
const LONGEST_ACRONYM: usize = 12;

/// Whether a name is that of a plan, a law, a prize: its head, the last word or the one before "of" or "for", says so.
pub(super) fn is_thing(segments: &Segments<'_>, name: Run) -> bool {
    let head = name.range().skip(1).find(|&token| matches!(segments.lower(token), "of" | "for" | "on")).unwrap_or(name.end as usize) - 1;
    THINGS.contains(&segments.lower(head))
}

/// Heads of names that are no organisations.
const THINGS: [&str; 40] = [
    "accord",
    "accords",
    "act",
    "agreement",
    "award",
    "awards",
    "bill",
    "budget",
    "campaign",
    "championship",
    "championships",
    "constitution",
    "cup",
    "day",
    "deal",
    "declaration",
    "disease",
    "disorder",
    "election",
    "elections",
    "games",
    "index",
    "law",
    "order",
    "pact",
    "plan",
    "policy",
    "prize",
    "procedure",
    "procedures",
    "protocol",
    "referendum",
    "report",
    "resolution",
    "scheme",
    "strategy",
    "summit",
    "syndrome",
    "treaty",
    "war",
];

/// `HBA (Harbour Board of Aker)`, `Harbour Board of Aker (HBA)`: the initials of an organisation beside it.
pub(super) fn beside(segments: &Segments<'_>, mentions: &[Mention]) -> Vec<(Run, Label, u8, &'static str)> {
    let acronym = |mention: &Mention| {
        let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
        let before = (segments.lower(start.wrapping_sub(1)) == "(" && segments.lower(end) == ")").then(|| start.wrapping_sub(2));
        let after = (segments.lower(end) == "(" && segments.lower(end + 2) == ")").then_some(end + 1);
        let token = before.or(after).filter(|&token| segments.tokens.get(token).is_some_and(|token| token.shape == Shape::Upper))?;
        are_initials(segments, segments.lower(token), mention.tokens)
            .then(|| (Run::new(token, token + 1), Label::Organisation, 85, "name.acronym"))
    };
    mentions.iter().filter(|mention| mention.label == Label::Organisation && mention.tokens.len() > 1).filter_map(acronym).collect()
}

/// `Aker Festival (AF)`: where the initials in brackets are read as an organisation, so are the words that they stand for.
pub(super) fn spelled_out(segments: &Segments<'_>, mentions: &[Mention]) -> Vec<(Run, Label, u8, &'static str)> {
    let words = |mention: &Mention| {
        let opening = (mention.tokens.start as usize).checked_sub(1)?;
        let short = mention.label == Label::Organisation && mention.tokens.len() == 1 && segments.tokens[opening + 1].shape == Shape::Upper;
        let bracketed = short && segments.lower(opening) == "(" && segments.lower(opening + 2) == ")";
        let long = if bracketed { long_form(segments, opening, opening + 1)? } else { return None };
        (is_capitalised(segments, long) && !is_thing(segments, long)).then_some((long, Label::Organisation, 80, "name.acronym"))
    };
    mentions.iter().filter_map(words).collect()
}

/// Whether some words begin and end with a capital.
fn is_capitalised(segments: &Segments<'_>, words: Run) -> bool {
    [words.start as usize, words.end as usize - 1].iter().all(|&token| segments.tokens[token].is_capitalised())
}

/// Whether letters are the initials of some words, small words counted or not.
fn are_initials(segments: &Segments<'_>, letters: &str, words: Run) -> bool {
    let of_words = |small_too: bool| {
        let counts =
            move |token: &usize| segments.tokens[*token].kind == Kind::Word && (small_too || segments.tokens[*token].shape != Shape::Lower);
        words.range().filter(counts).filter_map(|token| segments.lower(token).chars().next())
    };
    let letters = || letters.chars().filter(|&letter| letter != '.');
    letters().nth(1).is_some() && (letters().eq(of_words(true)) || letters().eq(of_words(false)))
}

/// `Ferry, Tram and Rail Union (FTRU)`: the initials in brackets say how far to the left the name reaches.
pub(super) fn reach(segments: &Segments<'_>, mentions: &mut Vec<Mention>) {
    let mut reached: Vec<Mention> = Vec::with_capacity(mentions.len());
    for &mention in mentions.iter() {
        let mut mention = mention;
        if let Some(start) = start_by_initials(segments, &mention) {
            let reach = Run::new(start, mention.tokens.end as usize);
            while reached.pop_if(|other| other.tokens.overlaps(reach)).is_some() {}
            set_tokens(segments, &mut mention, reach);
        }
        reached.push(mention);
    }
    *mentions = reached;
}

fn start_by_initials(segments: &Segments<'_>, mention: &Mention) -> Option<usize> {
    let (start, end) = (mention.tokens.start as usize, mention.tokens.end as usize);
    let letters = segments.lower(end + 1);
    if mention.label != Label::Organisation || segments.lower(end) != "(" || segments.lower(end + 2) != ")" || letters.len() < 3 {
        return None;
    }
    let joins = |token: usize| {
        segments.tokens[token].is_capitalised() || matches!(segments.lower(token), "," | "and" | "of" | "for" | "the" | "on" | "&")
    };
    let floor = start.saturating_sub(LONGEST_REACH).max(segments.sentence_of(start).start as usize);
    let fits = |token: usize| are_initials(segments, letters, Run::new(token, end));
    (!fits(start)).then(|| (floor..start).rev().take_while(|&token| joins(token)).find(|&token| fits(token)))?
}

/// A name reaches no further to the left of where it was read.
const LONGEST_REACH: usize = 8;
