//! Words before an expression that move or blur it.
//!
//! ```text
//! early May · mid-1998 · late on Tuesday · the end of the year · earlier this month · about two weeks · more than a year
//! ```

use super::meaning::{From, Meaning, Name, Timex, When, Year};
use super::period::Unit;
use super::reader::{Reader, Reading};
use super::words::{Class, Which};
use crate::annotation::Modifier;

/// Where the expression behind the word begins, what the word does to it, and to which expressions it can.
type Word = (usize, Modifier, fn(&Timex) -> bool);

impl Reader<'_> {
    /// An expression with the words before it that belong to it.
    pub(super) fn modified(&self, at: usize) -> Option<Reading> {
        let (core_at, modifier, takes) = self.part_word(at).or_else(|| self.degree_word(at))?;
        let core = self.core(core_at).or_else(|| self.unit_spoken_of(core_at))?;
        takes(&core.timex).then(|| Reading { end: core.end, timex: core.timex.with_modifier(core.timex.modifier.unwrap_or(modifier)) })
    }

    /// `year-end`, `year's end`, `the month's end`
    pub(super) fn unit_end(&self, at: usize) -> Option<Reading> {
        let start = self.skip(at, &["the"]);
        let Class::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week)) = self.class(start) else { return None };
        let end_at = self.skip(self.skip_hyphen(start + 1), &["'s"]);
        if unit == Unit::Year && self.is_dash(start + 1) && start == at && self.is(end_at, &["end"]) {
            return Some(Reading { end: end_at + 1, timex: Timex::named("date.which", Name::Day(12, 31), Year::FromNow(0), Which::Open) });
        }
        let told = self.is(end_at, &["end"]) && (start == at || !self.is_dash(start + 1));
        let timex = Timex::counted("date.which", unit, 0, From::Context).with_modifier(Modifier::End);
        told.then_some(Reading { end: end_at + 1, timex })
    }

    /// What `at least`, `up to`, `within` before a length say; the words themselves stay outside.
    pub(super) fn bound_before(&self, at: usize, timex: Timex) -> Timex {
        if !matches!(timex.meaning, Meaning::Length(_)) || timex.modifier.is_some() {
            return timex;
        }
        let modifier = match (self.word(at.wrapping_sub(2)), self.word(at.wrapping_sub(1))) {
            ("at", "least") => Some(Modifier::EqualOrMore),
            ("at", "most") | ("up", "to") | ("more", "than") | (_, "within" | "maximum") => Some(Modifier::EqualOrLess),
            _ => None,
        };
        Timex { modifier, ..timex }
    }

    /// `the year`, `the month` behind "the end of", "late in".
    fn unit_spoken_of(&self, at: usize) -> Option<Reading> {
        let Class::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century)) = self.class(at + 1)
        else {
            return None;
        };
        let from = if unit == Unit::Day { From::Previous } else { From::Context };
        self.is(at, &["the"]).then(|| Reading { end: at + 2, timex: Timex::counted("date.which", unit, 0, from) })
    }

    /// Words for a part of a stretch: `early`, `mid-`, `the end of`, `later`.
    fn part_word(&self, at: usize) -> Option<Word> {
        let the = self.skip(at, &["the"]);
        let (after, modifier) = match self.word(the) {
            "early" | "first" | "last" | "latter" | "later"
                if the > at && self.is(the + 1, &["part", "half"]) && self.is(the + 2, &["of"]) =>
            {
                (the + 3, if self.is(the, &["early", "first"]) { Modifier::Start } else { Modifier::End })
            }
            "early" => (self.skip(the + 1, &["in", "on"]), Modifier::Start),
            "very" if self.is(the + 1, &["early"]) => (self.skip(the + 2, &["in", "on"]), Modifier::Start),
            "late" => (self.skip(the + 1, &["in", "on"]), Modifier::End),
            "mid" => (the + 1, Modifier::Mid),
            "end" if the == at && self.skip_hyphen(the + 1) > the + 1 => (the + 1, Modifier::End),
            "earlier" if the == at => (self.skip(the + 1, &["in", "on"]), Modifier::Start),
            "later" if the == at => (self.skip(the + 1, &["in", "on"]), Modifier::End),
            "beginning" | "start" if self.is(the + 1, &["of"]) => (the + 2, Modifier::Start),
            "middle" if self.is(the + 1, &["of"]) => (the + 2, Modifier::Mid),
            "end" | "rest" | "remainder" if self.is(the + 1, &["of"]) => (the + 2, Modifier::End),
            _ => return None,
        };
        let after = self.skip_hyphen(after);
        Some((after, modifier, if self.is(at, &["earlier", "later"]) { is_no_part_of_day } else { has_parts }))
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
            _ => return None,
        };
        let points = self.is(after, &["the", "this", "last", "next", "past"]);
        let takes = if matches!(modifier, Modifier::Approx) || self.is(at, &["nearly", "almost"]) { is_measured } else { is_length };
        (!points).then_some((after, modifier, takes))
    }
}

/// `later this week`, not "later in the morning"
fn is_no_part_of_day(timex: &Timex) -> bool {
    has_parts(timex) && timex.clock.is_none()
}

/// Whether a stretch has an early and a late part.
fn has_parts(timex: &Timex) -> bool {
    matches!(timex.meaning, Meaning::When(when) if when != When::SomeDay)
}

/// `more than two weeks`, `over a year ago`
fn is_length(timex: &Timex) -> bool {
    matches!(timex.meaning, Meaning::Length(_)) || matches!(timex.rule, "date.ago" | "date.later")
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
