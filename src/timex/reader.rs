//! The tokens of one sentence as the productions see them.
//!
//! A production is a function that looks at the tokens from `at` on and answers with a [`Reading`]: where the expression
//! ends and what it says. It never looks outside the sentence, and never further than a constant number of tokens.

use super::meaning::{Length, Timex};
use super::words::Class;
use crate::Locale;
use crate::segment::Segments;
use crate::span::Run;
use std::cell::Cell;

/// An expression, and one past its last token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) end: usize,
    pub(super) timex: Timex,
}

pub(super) struct Reader<'s> {
    pub(super) segments: &'s Segments<'s>,
    pub(super) classes: &'s [Class],
    /// The tokens of the sentence.
    pub(super) sentence: Run,
    pub(super) locale: Locale,
    /// Whether the text tells of years before Christ.
    pub(super) ancient: bool,
    /// What several productions ask of the same place.
    pub(super) dates: Memo<Reading>,
    pub(super) days: Memo<Reading>,
    pub(super) lengths: Memo<(usize, Length)>,
}

/// The last answers to one question, by where it was asked.
pub(super) struct Memo<T>([Cell<Option<Answer<T>>>; 4]);

#[derive(Clone, Copy)]
struct Answer<T> {
    asked: usize,
    answer: Option<T>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self([const { Cell::new(None) }; 4])
    }
}

impl<T: Copy> Memo<T> {
    pub(super) fn at(&self, at: usize, answer: impl FnOnce() -> Option<T>) -> Option<T> {
        let place = &self.0[at % 4];
        if let Some(last) = place.get().filter(|last| last.asked == at) {
            return last.answer;
        }
        let answer = answer();
        place.set(Some(Answer { asked: at, answer }));
        answer
    }
}

impl<'s> Reader<'s> {
    pub(super) fn new(segments: &'s Segments<'s>, classes: &'s [Class], sentence: Run, locale: Locale, ancient: bool) -> Self {
        Self { segments, classes, sentence, locale, ancient, dates: Memo::default(), days: Memo::default(), lengths: Memo::default() }
    }

    pub(super) fn class(&self, at: usize) -> Class {
        if self.sentence.has(at) { self.classes[at] } else { Class::Other }
    }

    /// In lower case; empty outside the sentence.
    pub(super) fn word(&self, at: usize) -> &'s str {
        if self.sentence.has(at) { self.segments.lower(at) } else { "" }
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = if self.sentence.has(at) { self.segments.lower_bytes(at) } else { b"" };
        words.iter().any(|other| same(word, other.as_bytes()))
    }

    /// `at`, or one on if a word of these stands there.
    pub(super) fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.is(at, words))
    }

    /// Whether the words stand there one after the other.
    pub(super) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.word(at + offset) == *word)
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.sentence.has(at) && self.segments.tokens[at].is_capitalised()
    }

    /// Whether it touches the token before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.sentence.has(at) && self.segments.glued(at)
    }

    /// Whether a dash or a hyphen stands there.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.is(at, &["-", "–", "—", "‑", "−"])
    }

    /// `at`, or one on if a hyphen stands there that touches both its neighbours.
    pub(super) fn skip_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.is(at, &["-", "‑", "–"]) && self.glued(at) && self.glued(at + 1))
    }
}

/// Most words that are not the same differ in length or in the first letter.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.first() == b.first() && a == b
}

/// The longest; of equals the first.
pub(super) fn longest(readings: impl IntoIterator<Item = Option<Reading>>) -> Option<Reading> {
    let longer = |best: Reading, next: Reading| if next.end > best.end { next } else { best };
    readings.into_iter().flatten().reduce(longer)
}
