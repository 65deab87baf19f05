//! The tokens of one sentence as the productions see them.
//!
//! A production is a function that looks at the tokens from `at` on and answers with a [`Reading`]: where the expression
//! ends and what it says. It never looks outside the sentence, and never further than a constant number of tokens.

use super::meaning::Timex;
use super::words::Class;
use crate::Locale;
use crate::segment::Segments;
use crate::span::Run;

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
}

impl<'s> Reader<'s> {
    pub(super) fn class(&self, at: usize) -> Class {
        if self.sentence.has(at) { self.classes[at] } else { Class::Other }
    }

    /// In lower case; empty outside the sentence.
    pub(super) fn word(&self, at: usize) -> &'s str {
        if self.sentence.has(at) { self.segments.lower(at) } else { "" }
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.contains(&word)
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

/// The longest; of equals the first.
pub(super) fn longest(readings: impl IntoIterator<Item = Option<Reading>>) -> Option<Reading> {
    let longer = |best: Reading, next: Reading| if next.end > best.end { next } else { best };
    readings.into_iter().flatten().reduce(longer)
}
