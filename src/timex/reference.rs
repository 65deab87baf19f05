//! Words that point to the past, the present or the future without saying when.
//!
//! ```text
//! now · currently · these days · recently · in the past · in the near future · soon
//! ```

use super::meaning::{Reference, Timex};
use super::reader::{Reader, Reading};
use super::words::Class;

impl Reader<'_> {
    pub(super) fn reference(&self, at: usize) -> Option<Reading> {
        self.present(at).or_else(|| self.past_or_future(at)).or_else(|| self.vague_stretch(at))
    }

    /// `now`, `currently`, `right now`, `the present`, `at this time`
    fn present(&self, at: usize) -> Option<Reading> {
        let read = |length: usize| Some(Reading { end: at + length, timex: Timex::reference(Reference::Present) });
        match self.word(at) {
            "now" if self.is(at + 1, &["that", "-"]) => None,
            "now" | "currently" | "presently" | "nowadays" => read(1),
            "right" | "just" if self.is(at + 1, &["now"]) && self.word(at) == "right" => read(2),
            // "the current in the strait" flows.
            "current" if self.is(at + 1, &["in", "of", "through", "from"]) && self.is(at.wrapping_sub(1), &["the"]) => None,
            // "current and former workers", "a current account"
            "current"
                if self.is(at + 1, &["account", "accounts"]) || self.is(at + 1, &["and", "or"]) && self.is(at + 2, &["former", "past"]) =>
            {
                None
            }
            "current" if !self.is_capitalised(at) => read(1),
            "to" if self.is(at + 1, &["date"]) && !self.is(at.wrapping_sub(1), &["year", "up"]) => read(2),
            "this" if self.is(at + 1, &["time", "moment"]) && self.is(at.wrapping_sub(1), &["at"]) => read(2),
            "the" if self.is(at + 1, &["moment", "present"]) && self.is(at.wrapping_sub(1), &["at", "for"]) => read(2),
            _ => None,
        }
    }

    /// `recently`, `recent`, `the past`, `the near future`, `soon`
    fn past_or_future(&self, at: usize) -> Option<Reading> {
        let read = |end: usize, reference: Reference| Some(Reading { end, timex: Timex::reference(reference) });
        match self.word(at) {
            "recently" => read(at + 1, Reference::Past),
            "more" if self.is(at + 1, &["recently"]) => read(at + 2, Reference::Past),
            "recent" if !matches!(self.class(at + 1), Class::Units(_)) && !self.is(at.wrapping_sub(1), &["most"]) => {
                read(at + 1, Reference::Past)
            }
            "the" if self.is(at + 1, &["past"]) && self.is(at.wrapping_sub(1), &["in", "of", "from"]) && self.ends_phrase(at + 2) => {
                read(at + 2, Reference::Past)
            }
            "the" => {
                let word = self.skip(at + 1, &["near", "foreseeable", "immediate", "not-too-distant"]);
                let tied = self.is(at.wrapping_sub(1), &["in", "for", "of", "about", "on", "into"]);
                // "about the future of the mill"
                (self.word(word) == "future" && tied && !self.is(word + 1, &["of"]) || word > at + 1 && self.is(word, &["future", "term"]))
                    .then(|| read(word + 1, Reference::Future))
                    .flatten()
            }
            "soon" if self.looks_ahead(at) && !self.is(at + 1, &["as", "after"]) => read(at + 1, Reference::Future),
            _ => None,
        }
    }

    /// `will soon`, `very soon`
    fn looks_ahead(&self, at: usize) -> bool {
        (1..=6)
            .any(|back| at >= back && self.is(at - back, &["will", "'ll", "would", "can", "could", "very", "may", "might", "should", "to"]))
            && !self.is(at.wrapping_sub(1), &["as", "too"])
    }

    fn ends_phrase(&self, at: usize) -> bool {
        self.segments.tokens.get(at).is_none_or(|token| token.kind != crate::segment::Kind::Word)
            || !matches!(self.class(at), Class::Unit(_) | Class::Units(_) | Class::Number(_))
    }
}
