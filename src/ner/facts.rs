//! What is known about each token by itself: its word, how it is written, and what the lists say about it.

use super::lists::{self, Classes};
use crate::hash;
use crate::segment::{Kind, Segments, Shape};
use crate::span::Run;

/// A token, reduced to numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// Hash of the word in lower case, digits made equal.
    pub word: u32,
    /// How it is written, finer than [`Shape`].
    pub form: u8,
    /// What the lists say about the word.
    pub classes: Classes,
    /// Its word cluster; 0 for none.
    pub cluster: u16,
    /// What the lists say about the longest phrase that it is part of, and where in the phrase it stands.
    pub phrase: u8,
}

impl Facts {
    /// Whether no list knows the word.
    pub(super) fn is_unknown(&self) -> bool {
        lists::Entry { classes: self.classes, cluster: self.cluster }.is_unknown()
    }

    /// Whether the word stands in a phrase of the lists, behind its first word.
    pub(super) fn goes_on_with_phrase(&self) -> bool {
        self.phrase > 0 && !(self.phrase - 1).is_multiple_of(3)
    }
}

/// How the letters of a whole sentence are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// As in running text.
    #[default]
    Usual,
    /// `Council Votes to Close the Old Bridge`
    Title,
    /// `COUNCIL VOTES TO CLOSE BRIDGE`
    Upper,
}

/// No phrase of the lists is longer.
const LONGEST_PHRASE: usize = 6;

/// Looks at every token.
#[must_use]
pub fn gather(segments: &Segments<'_>) -> Vec<Facts> {
    let mut facts: Vec<Facts> = (0..segments.tokens.len()).map(|token| of(segments, token)).collect();
    for &sentence in &segments.sentences {
        mark_phrases(segments, sentence, &mut facts);
    }
    facts
}

fn of(segments: &Segments<'_>, token: usize) -> Facts {
    let lower = segments.lower(token);
    let number = segments.tokens[token].kind == Kind::Number;
    let word = if number { hash_number(lower) } else { hash::of(lower.as_bytes()) };
    let entry = if number { lists::Entry::default() } else { lists::of(word) };
    Facts { word, form: form(segments, token), classes: entry.classes, cluster: entry.cluster, phrase: 0 }
}

/// Gives the tokens of each listed phrase its class; the longest phrase wins, then the earliest.
fn mark_phrases(segments: &Segments<'_>, sentence: Run, facts: &mut [Facts]) {
    let mut token = sentence.start as usize;
    while token < sentence.end as usize {
        let found =
            facts[token].classes.has(Classes::OPENS_PHRASE).then(|| longest_phrase(segments, token, sentence.end as usize)).flatten();
        let Some((end, class)) = found else {
            token += 1;
            continue;
        };
        for (at, facts) in facts[token..end].iter_mut().enumerate() {
            let place = if at == 0 { 0 } else { 1 + u8::from(token + at + 1 == end) };
            facts.phrase = 1 + class * 3 + place;
        }
        token = end;
    }
}

fn longest_phrase(segments: &Segments<'_>, start: usize, limit: usize) -> Option<(usize, u8)> {
    let limit = limit.min(start + LONGEST_PHRASE);
    (start + 2..=limit).rev().find_map(|end| Some((end, lists::phrase(segments.lower_run(Run::new(start, end)))?)))
}

/// How a token is written, as a small number.
fn form(segments: &Segments<'_>, token: usize) -> u8 {
    let written = segments.word(token);
    let length = written.len();
    match (segments.tokens[token].kind, segments.tokens[token].shape) {
        (Kind::Word, Shape::Lower) => 0,
        (Kind::Word, Shape::Title) if length == 1 => 1,
        (Kind::Word, Shape::Title) if length == 2 && written.ends_with('.') => 2,
        (Kind::Word, Shape::Title) if written.ends_with('.') => 3,
        (Kind::Word, Shape::Title) => 4,
        (Kind::Word, Shape::Upper) if written.contains('.') => 5,
        (Kind::Word, Shape::Upper) if written.contains('&') => 6,
        (Kind::Word, Shape::Upper) if length == 2 => 7,
        (Kind::Word, Shape::Upper) if length <= 5 => 8,
        (Kind::Word, Shape::Upper) => 9,
        (Kind::Word, Shape::Mixed) if written.starts_with(char::is_uppercase) => 10,
        (Kind::Word, Shape::Mixed) => 11,
        (Kind::Word, Shape::Uncased) => 12,
        (Kind::Number, Shape::Uncased) if length == 4 => 13,
        (Kind::Number, Shape::Uncased) if length <= 2 => 14,
        (Kind::Number, Shape::Uncased) => 15,
        (Kind::Number, _) => 16,
        (Kind::Quote, _) => 17,
        (Kind::Mark, _) => 18,
        (Kind::Symbol, _) => 19,
        (Kind::Address, _) => 20,
    }
}

/// Whether a sentence is set in capitals, or with a capital on nearly every word.
#[must_use]
pub fn case(segments: &Segments<'_>, sentence: Run) -> Case {
    let (mut words, mut titled, mut upper) = (0, 0, 0);
    for token in &segments.tokens[sentence.range()] {
        if token.kind == Kind::Word && token.span.end - token.span.start >= 4 {
            words += 1;
            upper += usize::from(token.shape == Shape::Upper);
            titled += usize::from(token.is_capitalised());
        }
    }
    if words < 3 {
        Case::Usual
    } else if upper * 5 >= words * 4 {
        Case::Upper
    } else if titled * 6 >= words * 5 && words >= 4 {
        Case::Title
    } else {
        Case::Usual
    }
}

/// The hash of a number, in which every digit is a zero.
fn hash_number(written: &str) -> u32 {
    let mut bytes = [0_u8; 12];
    let length = written.len().min(bytes.len());
    bytes[..length].copy_from_slice(&written.as_bytes()[..length]);
    bytes[..length].iter_mut().filter(|byte| byte.is_ascii_digit()).for_each(|byte| *byte = b'0');
    hash::of(&bytes[..length])
}
