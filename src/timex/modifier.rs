//! Words before an expression that move or blur it.
//!
//! ```text
//! early May · mid-1998 · late on Tuesday · the end of the year · earlier this month · about two weeks · more than a year
//! ```

use super::meaning::{Meaning, Timex, When};
use super::reader::{Reader, Reading};
use crate::annotation::Modifier;

/// Where the expression behind the word begins, what the word does to it, and to which expressions it can.
type Word = (usize, Modifier, fn(&Timex) -> bool);

impl Reader<'_> {
    /// An expression with the words before it that belong to it.
    pub(super) fn modified(&self, at: usize) -> Option<Reading> {
        let (core_at, modifier, takes) = self.part_word(at).or_else(|| self.degree_word(at))?;
        let core = self.core(core_at)?;
        takes(&core.timex).then(|| Reading { end: core.end, timex: core.timex.with_modifier(core.timex.modifier.unwrap_or(modifier)) })
    }

    /// Words for a part of a stretch: `early`, `mid-`, `the end of`, `later`.
    fn part_word(&self, at: usize) -> Option<Word> {
        let the = self.skip(at, &["the"]);
        let (after, modifier) = match self.word(the) {
            "early" => (self.skip(the + 1, &["in", "on"]), Modifier::Start),
            "very" if self.is(the + 1, &["early"]) => (self.skip(the + 2, &["in", "on"]), Modifier::Start),
            "late" => (self.skip(the + 1, &["in", "on"]), Modifier::End),
            "mid" => (the + 1, Modifier::Mid),
            "earlier" if the == at => (self.skip(the + 1, &["in", "on"]), Modifier::Start),
            "later" if the == at => (self.skip(the + 1, &["in", "on"]), Modifier::End),
            "beginning" | "start" if self.is(the + 1, &["of"]) => (the + 2, Modifier::Start),
            "middle" if self.is(the + 1, &["of"]) => (the + 2, Modifier::Mid),
            "end" if self.is(the + 1, &["of"]) => (the + 2, Modifier::End),
            _ => return None,
        };
        let after = self.skip_hyphen(after);
        Some((after, modifier, has_parts))
    }

    /// Words for how exact a number is: `about`, `nearly`, `more than`, `up to`.
    fn degree_word(&self, at: usize) -> Option<Word> {
        let next = at + 1;
        let than = self.is(next, &["than"]);
        let (after, modifier) = match self.word(at) {
            "about" | "around" | "approximately" | "approx." | "roughly" | "ca." | "circa" | "c." | "ca" | "some" => {
                (next, Modifier::Approx)
            }
            "close" | "well" if self.is(next, &["to", "over"]) => {
                (at + 2, if self.is(next, &["to"]) { Modifier::LessThan } else { Modifier::MoreThan })
            }
            "more" if than => (at + 2, Modifier::MoreThan),
            "over" => (next, Modifier::MoreThan),
            "less" | "fewer" if than => (at + 2, Modifier::LessThan),
            "nearly" | "almost" | "under" => (next, Modifier::LessThan),
            "up" if self.is(next, &["to"]) => (at + 2, Modifier::EqualOrLess),
            "no" if self.is(next, &["more"]) && self.is(at + 2, &["than"]) => (at + 3, Modifier::EqualOrLess),
            _ => return None,
        };
        let points = self.is(after, &["the", "this", "last", "next", "past"]);
        (!points).then_some((after, modifier, is_measured))
    }
}

/// Whether a stretch has an early and a late part.
fn has_parts(timex: &Timex) -> bool {
    matches!(timex.meaning, Meaning::When(when) if when != When::SomeDay)
}

/// Whether a number or a point can be more or less exact.
fn is_measured(timex: &Timex) -> bool {
    match timex.meaning {
        Meaning::Length(_) => true,
        Meaning::When(when) => {
            timex.clock.is_some()
                || matches!(when, When::Is(_) | When::Counted { .. } | When::Named { .. })
                    && timex.rule != "date.which"
                    && timex.rule != "date.deictic"
        }
        _ => false,
    }
}
