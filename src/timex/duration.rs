//! Durations.
//!
//! ```text
//! two weeks · a year and a half · two-year · three more days · an hour and ten minutes · 2:14:04 · the past three months
//! ```

use super::meaning::{Amount, Length, Reference, Timex};
use super::period::Unit;
use super::reader::{Reader, Reading};
use super::words::{Class, Which};

/// Words between the number and the unit that change nothing.
const FILLERS: [&str; 19] = [
    "more",
    "full",
    "straight",
    "consecutive",
    "whole",
    "long",
    "additional",
    "extra",
    "further",
    "trading",
    "working",
    "calendar",
    "business",
    "solid",
    "other",
    "short",
    "coming",
    "previous",
    "upcoming",
];

impl Reader<'_> {
    pub(super) fn duration(&self, at: usize) -> Option<Reading> {
        let (end, length) =
            self.length(at).or_else(|| self.the_length(at)).or_else(|| self.whole_unit(at)).or_else(|| self.bare_plural(at))?;
        if self.is_age(end) {
            return None;
        }
        Some(Reading { end: self.long(end), timex: Timex::length(length) })
    }

    /// `two weeks`, `two-week`, `an hour and ten minutes`, `a year and a half`
    pub(super) fn length(&self, at: usize) -> Option<(usize, Length)> {
        self.lengths.at(at, || self.joined_length(at))
    }

    fn joined_length(&self, at: usize) -> Option<(usize, Length)> {
        let (mut end, mut length) = self.one_length(at)?;
        for (words, part) in [(&["and", "a", "half"][..], 50), (&["and", "half"], 50), (&["and", "a", "quarter"], 25)] {
            if let (true, (Amount::Exact(hundredths), unit)) = (self.reads(end, words), length.first()) {
                return Some((end + words.len(), Length::of(Amount::Exact(hundredths.saturating_add(part)), unit)));
            }
        }
        for _ in 0..2 {
            let next = self.skip(self.skip(end, &[","]), &["and"]);
            let Some((after, more)) = self.one_length(next) else { break };
            let (amount, unit) = more.first();
            let Some(longer) = (amount != Amount::Vague).then(|| length.and(amount, unit)).flatten() else { break };
            (end, length) = (after, longer);
        }
        Some((end, length))
    }

    /// `the nine months`
    fn the_length(&self, at: usize) -> Option<(usize, Length)> {
        let number = matches!(self.class(at + 1), Class::Number(_) | Class::Int(..));
        let is_months = |(_, length): &(usize, Length)| matches!(length.first(), (_, Unit::Month));
        (number && self.is(at, &["the"]) && !self.is_dash(at + 2)).then(|| self.length(at + 1)).flatten().filter(is_months)
    }

    fn one_length(&self, at: usize) -> Option<(usize, Length)> {
        if let Class::Quantity(hundredths, unit) = self.class(at) {
            return Some((at + 1, Length::of(Amount::Exact(hundredths), unit)));
        }
        if let Class::Colons(hours, minutes, Some(seconds)) = self.class(at)
            && self.is(at.wrapping_sub(1), &["in", "of", "time", "clocked"])
        {
            let part = |count: u8, unit: Unit| Some((Amount::whole(u32::from(count)), unit));
            return Some((at + 1, Length { parts: [part(hours, Unit::Hour), part(minutes, Unit::Minute), part(seconds, Unit::Second)] }));
        }
        if self.reads(at, &["one", "second"]) && self.stands_alone(at + 2) {
            return Some((at + 2, Length::whole(1, Unit::Second)));
        }
        // "105 kilometres an hour"
        let is_speed = self.is(at, &["an", "a"]) && self.is(at.wrapping_sub(1), &["kilometers", "kilometres", "km", "miles", "knots"]);
        let (after, amount) = self.amount(at).filter(|_| !is_speed)?;
        let hyphen = self.skip_hyphen(after);
        let last = self.is(after, &["last", "past", "next", "first", "final"]) && matches!(self.class(after + 1), Class::Units(_));
        let unit_at = if hyphen > after { hyphen } else { after + usize::from(last || self.is(after, &FILLERS)) };
        let one = matches!(amount, Amount::Exact(..=100));
        let length = match self.class(unit_at) {
            Class::Unit(unit) if one || hyphen > after || self.class(unit_at + 1) == Class::Other => Length::of(amount, unit),
            Class::Units(unit) if !self.is(at, &["a", "an"]) || unit_at > at + 1 => Length::of(amount, unit),
            Class::Fortnight => Length::of(doubled(amount), Unit::Week),
            _ => return None,
        };
        let (_, unit) = length.first();
        // "a second term": an ordinal.
        let premodifier = self.is(at, &["a", "an"])
            && self.is_dash(unit_at + 1)
            && self.glued(unit_at + 1)
            && !self.is(unit_at + 2, &["long", "old", "end"]);
        let ordinal = premodifier || unit == Unit::Second && self.is(at, &["a"]) && self.word(unit_at) == "second";
        let idle =
            unit == Unit::Half || unit == Unit::Weekend && one || unit == Unit::Quarter && (self.is(at, &["a"]) || self.is_dash(after));
        (!ordinal && !idle).then_some((unit_at + 1, length))
    }

    /// `all day`, `the whole year`, `all-day`
    fn whole_unit(&self, at: usize) -> Option<(usize, Length)> {
        let unit_at = if self.is(at, &["all", "full", "entire"]) { self.skip_hyphen(at + 1) } else { return None };
        match self.class(unit_at) {
            Class::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) => Some((unit_at + 1, Length::whole(1, unit))),
            _ => None,
        }
    }

    /// `for years`, `in decades`, `days of rain`, `hours-long`
    fn bare_plural(&self, at: usize) -> Option<(usize, Length)> {
        let Class::Units(unit) = self.class(at) else { return None };
        let tied = self
            .is(at.wrapping_sub(1), &["for", "in", "over", "within", "after", "took", "take", "takes", "lasted", "last", "spent", "of"]);
        let end = at + 1;
        // "the minutes of the meeting" are written.
        let written = unit == Unit::Minute && self.is(at.wrapping_sub(1), &["the"]);
        let told =
            self.is(end, &["of", "ago", "later", "earlier"]) && !written || self.skip_hyphen(end) > end && self.is(end + 1, &["long"]);
        ((tied || told) && unit >= Unit::Minute && !matches!(unit, Unit::Half | Unit::Quarter | Unit::Weekend))
            .then(|| (end, Length::of(Amount::Vague, unit)))
    }

    /// `61 years old`, `8-month-old`, `26 years of age`: an age, which is no date.
    pub(super) fn is_age(&self, end: usize) -> bool {
        let next = self.skip_hyphen(end);
        self.is(next, &["old", "olds", "older", "younger"]) || self.reads(end, &["of", "age"])
    }

    /// `month-long`
    fn long(&self, end: usize) -> usize {
        let next = self.skip_hyphen(end);
        if next > end && self.is(next, &["long"]) { next + 1 } else { end }
    }

    /// `the past three months`, `the next few days`, `the first nine months`, `the last 24 hours`
    pub(super) fn counted_stretch(&self, at: usize) -> Option<Reading> {
        let determiner = self.skip(at, &["the", "these", "those", "its", "his", "her", "their"]);
        let start = self.stretch_word(determiner)?;
        let (end, length) = self.length(start).filter(|_| !self.is(start, &["a", "an"])).or_else(|| self.plain_units(start))?;
        // "the first 24-hour stoppage": it counts the stoppages.
        if self.is_dash(end - 2) {
            return None;
        }
        let at = if self.is(at, &["the", "these", "those"]) || determiner == at { at } else { determiner };
        debug_assert!(at < end);
        Some(Reading { end: self.long(end), timex: Timex::length(length) })
    }

    fn stretch_word(&self, at: usize) -> Option<usize> {
        let is_which = matches!(
            self.class(at),
            Class::Which(Which::Last | Which::Past | Which::Next | Which::Coming | Which::Previous | Which::Following | Which::Latest)
        );
        // "It will last three weeks": a verb.
        let verb = self.is(at, &["last"])
            && self.is(
                at.wrapping_sub(1),
                &["to", "will", "would", "can", "could", "may", "might", "should", "must", "not", "'ll", "won't", "wouldn't", "did"],
            );
        if verb {
            return None;
        }
        let this_past = self.reads(at, &["this", "past"]);
        (is_which || self.is(at, &["first", "final", "closing", "opening", "remaining", "intervening"]))
            .then_some(at + 1)
            .or(this_past.then_some(at + 2))
    }

    /// `the coming weeks`
    fn plain_units(&self, at: usize) -> Option<(usize, Length)> {
        let Class::Units(unit) = self.class(at) else { return None };
        (unit >= Unit::Minute).then(|| (at + 1, Length::of(Amount::Vague, unit)))
    }

    /// `recent years`, `coming months`, `future quarters`
    pub(super) fn vague_stretch(&self, at: usize) -> Option<Reading> {
        let reference = match self.word(at) {
            "recent" | "past" => Reference::Past,
            "coming" | "future" => Reference::Future,
            "these" if self.is(at + 1, &["days"]) => Reference::Present,
            _ => return None,
        };
        let Class::Units(unit) = self.class(at + 1) else { return None };
        let timex = match (self.word(at), unit) {
            ("these" | "coming" | "future", _) | (_, Unit::Year | Unit::Decade | Unit::Century) => Timex::reference(reference),
            _ => Timex::length(Length::of(Amount::Vague, unit)),
        };
        Some(Reading { end: at + 2, timex })
    }
}

fn doubled(amount: Amount) -> Amount {
    match amount {
        Amount::Exact(hundredths) => Amount::Exact(hundredths.saturating_mul(2)),
        Amount::Vague => Amount::Vague,
    }
}
