//! Times of day, and their day.
//!
//! ```text
//! 9.30am BST · 1700 GMT · six o'clock this morning · noon · half past seven · Monday night · 10 a.m. Tuesday
//! ```

use super::meaning::{Clock, From, Meaning, Name, Timex, When};
use super::period::{Period, Unit};
use super::reader::{Reader, Reading, longest};
use super::words::{Class, Part, Which, on_24_hours};
use crate::annotation::Modifier;

impl Reader<'_> {
    /// A time of day with its day: `10 a.m. on Tuesday`, `Tuesday at 10 a.m.`, `Monday night`; or alone: `9 p.m.`
    pub(super) fn time(&self, at: usize) -> Option<Reading> {
        let part = longest([self.part_of_some_day(at), self.part_then_day(at), self.day_then_clock(at)]);
        longest([self.clock_then_day(at), part.and_then(|part| self.part_then_clock(part)), part])
    }

    /// `10 a.m. on Tuesday`, `midnight Friday`, `six o'clock this morning`
    fn clock_then_day(&self, at: usize) -> Option<Reading> {
        let Some((end, clock)) = self.clock(at) else { return self.hour_then_part(at) };
        let clock_alone = if clock == Clock::Part(Part::Midnight) && !self.is(at.wrapping_sub(1), &["by", "until", "till", "before"]) {
            Clock::At(0, None, None)
        } else {
            clock
        };
        let alone = Reading { end, timex: Timex::when("time.clock", When::SomeDay).with_clock(clock_alone) };
        let day_at = self.skip(self.skip(end, &[","]), &["on", "of"]);
        let day = self.day(day_at).map(|day| Reading { end: day.end, timex: Timex { rule: "time.clock", ..day.timex.with_clock(clock) } });
        let part = self
            .part_of_some_day(end)
            .map(|part| Reading { end: part.end, timex: part.timex.with_clock(in_part(clock, part.timex.clock)) });
        longest([Some(alone), day.map(|day| self.with_part(day, clock)), part])
    }

    /// `8 this evening`, `10, tonight`
    fn hour_then_part(&self, at: usize) -> Option<Reading> {
        let (end, hour) = self.bare_hour(at)?;
        let next = self.skip(end, &[","]);
        let part = self.is(next, &["this", "tonight"]).then(|| self.part_of_some_day(next)).flatten()?;
        let led = !self.sentence.has(at.wrapping_sub(1)) || self.is(at - 1, &["at", "around", "about", "by"]) || next > end;
        let placed = if self.is(next, &["tonight"]) { evening(hour) } else { in_part(hour, part.timex.clock) };
        led.then(|| Reading { end: part.end, timex: Timex { rule: "time.clock", ..part.timex.with_clock(placed) } })
    }

    /// `midnight Thursday night`: the part of the day only says it again.
    fn with_part(&self, day: Reading, clock: Clock) -> Reading {
        match self.class(day.end) {
            Class::Part(part) => Reading { end: day.end + 1, timex: day.timex.with_clock(in_part(clock, Some(Clock::Part(part)))) },
            _ => day,
        }
    }

    /// `Monday night`, `Tuesday at 10 a.m.`, `yesterday in the afternoon`
    pub(super) fn day_then_clock(&self, at: usize) -> Option<Reading> {
        let day = self.day(at)?;
        let (early, modifier) = self.early_or_late(day.end);
        if let Class::Part(part) = self.class(early) {
            let timex = Timex { rule: "time.part", modifier, ..day.timex.with_clock(Clock::Part(part)) };
            return Some(Reading { end: early + 1, timex });
        }
        let next = if self.is_dash(day.end) && !self.glued(day.end + 1) { day.end + 1 } else { self.skip(day.end, &[","]) };
        let next = self.skip(self.skip(next, &["at", "from", "by"]), &["around", "about", "approximately"]);
        let led = next > day.end
            || matches!(self.class(next), Class::Clock(..) | Class::Colons(..))
            || matches!(self.class(next + 1), Class::Half(_));
        if let Some((end, clock)) = led.then(|| self.clock(next)).flatten() {
            return Some(Reading { end, timex: Timex { rule: "time.clock", ..day.timex.with_clock(clock) } });
        }
        let bare = (next > day.end && self.is(next - 1, &["at", "around"])).then(|| self.bare_hour(next)).flatten();
        if let Some((end, clock)) = bare.filter(|(end, _)| self.stands_alone(*end)) {
            return Some(Reading { end, timex: Timex { rule: "time.clock", ..day.timex.with_clock(clock) } });
        }
        if let Class::Half(afternoon) = self.class(day.end) {
            let part = if afternoon { Part::Afternoon } else { Part::Morning };
            return Some(Reading { end: day.end + 1, timex: Timex { rule: "time.part", ..day.timex.with_clock(Clock::Part(part)) } });
        }
        if self.reads(day.end, &["in", "the"]) {
            let Class::Part(part) = self.class(day.end + 2) else { return None };
            return Some(Reading { end: day.end + 3, timex: Timex { rule: "time.part", ..day.timex.with_clock(Clock::Part(part)) } });
        }
        None
    }

    /// `the night of May 24`, `the early morning hours of 1 November`, `the evening of the same day`
    fn part_then_day(&self, at: usize) -> Option<Reading> {
        let (next, modifier) = self.early_or_late(self.skip(at, &["the"]));
        let (end, part) = match self.class(next) {
            Class::Part(part) => (self.skip(next + 1, &["hours"]), part),
            Class::Units(Unit::Hour) if modifier.is_some() => (next + 1, Part::Morning),
            _ => return None,
        };
        let of = self.skip(end, &["of", "on"]);
        let of_days = || self.first_of_days(of).filter(|_| part == Part::Night);
        let of_day = || longest([self.day(of), self.part_of_some_day(of), of_days()]);
        let day = if of > end { of_day() } else { self.weekday(end).filter(|_| next > at) }?;
        let timex = Timex { rule: "time.part", modifier, ..day.timex.with_clock(Clock::Part(part)) };
        Some(Reading { end: day.end, timex })
    }

    /// `the night of |May 15 to 16|`: one night, which begins on the first day.
    fn first_of_days(&self, at: usize) -> Option<Reading> {
        let Reading { end, timex } = self.date(at)?;
        let Meaning::When(when) = timex.meaning else { return None };
        let when = match when {
            When::Named { name: Name::Days(month, day, last), year, which } if last == day + 1 => {
                When::Named { name: Name::Day(month, day), year, which }
            }
            When::Is(Period::Days(first, last)) if first.succ_opt() == Some(last) => When::Is(Period::Day(first)),
            _ => return None,
        };
        Some(Reading { end, timex: Timex { meaning: Meaning::When(when), ..timex } })
    }

    /// `tonight at 8`, `tomorrow morning around 7`
    fn part_then_clock(&self, part: Reading) -> Option<Reading> {
        let Some(Clock::Part(of)) = part.timex.clock else { return None };
        let next = self.skip(self.skip(part.end, &[","]), &["at"]);
        let next = self.skip(next, &["around", "about"]);
        let (end, clock) =
            self.clock(next).or_else(|| self.bare_hour(next).filter(|(end, _)| next > part.end && self.stands_alone(*end)))?;
        let placed = if matches!(of, Part::Night) { evening(clock) } else { in_part(clock, Some(Clock::Part(of))) };
        (next > part.end || self.clock(next).is_some())
            .then(|| Reading { end, timex: Timex { rule: "time.clock", ..part.timex.with_clock(placed) } })
    }

    /// `this morning`, `last night`, `tonight`, `that evening`, `the next morning`, `overnight`, `the morning`
    pub(super) fn part_of_some_day(&self, at: usize) -> Option<Reading> {
        if self.word(at) == "tonight" {
            return Some(on_day(at + 1, 0, From::Publication, Part::Night));
        }
        let start = self.skip(at, &["the"]);
        let (start, modifier) = self.early_or_late(start);
        let (next, day) = match self.class(start) {
            Class::Which(Which::This) => (start + 1, Some((0, From::Publication))),
            Class::Which(Which::Last) => (start + 1, Some((-1, From::Publication))),
            Class::Which(Which::That | Which::Same) => (self.skip(start + 1, &["same"]), Some((0, From::Previous))),
            Class::Which(Which::Next | Which::Following) if start > at => (start + 1, Some((1, From::Previous))),
            Class::Which(Which::Following) => (start + 1, Some((1, From::Previous))),
            Class::Which(Which::Previous) => (start + 1, Some((-1, From::Previous))),
            _ => (start, None),
        };
        let (late, modifier) = if modifier.is_none() { self.early_or_late(next) } else { (next, modifier) };
        let Class::Part(part) = self.class(late) else { return None };
        // "the dawn of an age"; "wrote in Dawn" names a newspaper, "Ferry Sinks at Dawn" none.
        let names = self.is_capitalised(late) && late > self.sentence.start as usize && !self.is(late - 1, &["at"]);
        if matches!(part, Part::Dawn | Part::Dusk) && (self.is(late + 1, &["of"]) || names) {
            return None;
        }
        let said = self.sentence.len() == 1
            || late > at
            || matches!(part, Part::Overnight)
            || self.is(at.wrapping_sub(1), &["at", "in", "until", "one"]);
        if late == at && self.is(at.wrapping_sub(1), &["at"]) {
            return Some(Reading { end: at + 1, timex: Timex::when("time.part", When::AnyDay).with_clock(Clock::Part(part)) });
        }
        let mut reading = match day {
            Some((by, from)) => on_day(late + 1, by, from, part),
            None => Reading { end: late + 1, timex: Timex::when("time.part", When::SomeDay).with_clock(Clock::Part(part)) },
        };
        reading.timex.modifier = modifier;
        said.then_some(reading)
    }

    /// `early`, `very early`, `late`, `mid-`
    pub(super) fn early_or_late(&self, at: usize) -> (usize, Option<Modifier>) {
        let word = self.skip(at, &["very"]);
        match self.word(word) {
            "early" => (self.skip_hyphen(word + 1), Some(Modifier::Start)),
            "late" => (self.skip_hyphen(word + 1), Some(Modifier::End)),
            "mid" => (self.skip_hyphen(word + 1), Some(Modifier::Mid)),
            _ => (at, None),
        }
    }

    /// A time of day with its zone.
    pub(super) fn clock(&self, at: usize) -> Option<(usize, Clock)> {
        let (end, clock) = self.plain_clock(at)?;
        Some((self.zone(end), clock))
    }

    fn plain_clock(&self, at: usize) -> Option<(usize, Clock)> {
        let next = at + 1;
        let half = |hour: u8, minute: Option<u8>, second: Option<u8>, end: usize| match self.class(end) {
            Class::Half(afternoon) => on_24_hours(hour, afternoon).map(|hour| (end + 1, Clock::At(hour, minute, second))),
            _ => None,
        };
        match self.class(at) {
            Class::Clock(hour, minute) => Some((next, Clock::At(hour, minute, None))),
            Class::Colons(hour, minute, second) if hour <= 24 => half(hour, Some(minute), second, next)
                .or_else(|| self.in_the_part(next, hour, Some(minute)))
                .or_else(|| self.on_the_clock(at, hour, minute, second)),
            Class::Dotted(hour @ 0..=24, minute @ 0..=59, 2) => {
                let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
                let zone = (self.zone(next) > next).then_some((next, Clock::At(hour, Some(minute), None)));
                half(hour, Some(minute), None, next).or(zone)
            }
            Class::Int(written, 4) if self.zone(next) > next || self.is(next, &["hours", "hrs"]) => {
                let (hour, minute) = (u8::try_from(written / 100).ok()?, u8::try_from(written % 100).ok()?);
                let end = self.skip(next, &["hours", "hrs"]);
                (hour <= 24 && minute < 60).then_some((end, Clock::At(hour, Some(minute), None)))
            }
            Class::Int(written, 3..=4) if matches!(self.class(next), Class::Half(_)) && written % 100 < 60 => {
                half(u8::try_from(written / 100).ok()?, u8::try_from(written % 100).ok(), None, next)
            }
            Class::Int(12, 2) | Class::Number(12) if matches!(self.class(next), Class::Part(Part::Noon | Part::Midnight)) => {
                self.plain_clock(next)
            }
            Class::Int(hour @ 1..=12, 1..=2) | Class::Number(hour @ 1..=12) => {
                let hour = u8::try_from(hour).ok()?;
                half(hour, None, None, next)
                    .or_else(|| self.spoken_minutes(next, hour))
                    .or_else(|| self.o_clock(next, hour))
                    .or_else(|| self.in_the_part(next, hour, None))
                    .or_else(|| self.past_the_hour(at, hour))
            }
            Class::Int(minutes @ 13..=59, 2) | Class::Number(minutes @ 13..=59) => self.past_the_hour(at, u8::try_from(minutes).ok()?),
            Class::Part(part @ (Part::Noon | Part::Midnight | Part::Midday)) => Some((next, Clock::Part(part))),
            _ if self.is(at, &["half", "quarter"]) => self.past_the_hour(at, if self.is(at, &["half"]) { 30 } else { 15 }),
            _ => None,
        }
    }

    /// `14:05`; with seconds only where it is said to be a time of day, because a race takes `2:14:04`.
    fn on_the_clock(&self, at: usize, hour: u8, minute: u8, second: Option<u8>) -> Option<(usize, Clock)> {
        let said = second.is_none() || self.is(at.wrapping_sub(1), &["at", ","]) || self.zone(at + 1) > at + 1;
        said.then_some((at + 1, Clock::At(hour, Some(minute), second)))
    }

    /// `forty a.m.`, `-thirty` with its half of the day behind an hour.
    fn spoken_minutes(&self, at: usize, hour: u8) -> Option<(usize, Clock)> {
        let (end, minutes) = self.cardinal(self.skip_hyphen(at)).filter(|(_, minutes)| (10..60).contains(minutes))?;
        let Class::Half(afternoon) = self.class(end) else { return None };
        Some((end + 1, Clock::At(on_24_hours(hour, afternoon)?, u8::try_from(minutes).ok(), None)))
    }

    /// `o'clock`
    fn o_clock(&self, at: usize, hour: u8) -> Option<(usize, Clock)> {
        if !self.is(at, &["o'clock", "oclock"]) {
            return None;
        }
        let end = at + 1;
        self.in_the_part(end, hour, None).or(Some((end, Clock::At(hour, None, None))))
    }

    /// `in the morning`, `at night` behind an hour.
    fn in_the_part(&self, at: usize, hour: u8, minute: Option<u8>) -> Option<(usize, Clock)> {
        let end = if self.reads(at, &["in", "the"]) { at + 2 } else { self.skip(at, &["at"]) };
        let Class::Part(part) = self.class(end) else { return None };
        let on_clock = in_part(Clock::At(hour, minute, None), Some(Clock::Part(part)));
        (end > at && hour <= 12).then_some((end + 1, on_clock))
    }

    /// `half past seven`, `quarter to nine`, `ten past six`
    fn past_the_hour(&self, at: usize, minutes: u8) -> Option<(usize, Clock)> {
        let joint = self.skip(at + 1, &["minutes", "mins", "min"]);
        let before = self.is(joint, &["to"]) && (joint > at + 1 || !matches!(self.class(at), Class::Int(..)));
        if !before && !self.is(joint, &["past"]) {
            return None;
        }
        let (end, hour) = match self.clock(joint + 1).or_else(|| self.bare_hour(joint + 1))? {
            (end, Clock::At(hour, None, None)) => (end, hour),
            (end, Clock::Part(Part::Noon)) => (end, 12),
            _ => return None,
        };
        let (hour, minute) = if before { (hour.checked_sub(1)?, 60 - minutes) } else { (hour, minutes) };
        // "ten to six people" is an amount.
        (!before || joint > at + 1 || self.is(at, &["quarter"])).then_some((end, Clock::At(hour, Some(minute), None)))
    }

    /// Whether a zone stands there, or ends.
    pub(super) fn is_zone(&self, at: usize) -> bool {
        self.class(at) == Class::Zone || self.is(at, &["time"])
    }

    /// One past `GMT`, `local time`, `US East Coast time`, `Eastern Daylight Time`; `at` where there is no zone.
    fn zone(&self, at: usize) -> usize {
        if self.class(at) == Class::Zone && self.is_capitalised(at) {
            return at + 1;
        }
        if self.reads(at, &["local", "time"]) {
            return at + 2;
        }
        let named = |end: usize| self.word(end) == "time" && (at..end).all(|word| self.is_capitalised(word));
        (at + 1..at + 5).find(|end| named(*end)).map_or(at, |end| end + 1)
    }
}

/// `tonight at 8` is 20.
fn evening(clock: Clock) -> Clock {
    match clock {
        Clock::At(hour @ 5..=11, minute, second) => Clock::At(hour + 12, minute, second),
        clock => clock,
    }
}

fn on_day(end: usize, by: i32, from: From, part: Part) -> Reading {
    Reading { end, timex: Timex::counted("time.part", Unit::Day, by, from).with_clock(Clock::Part(part)) }
}

/// `six o'clock` in the evening is 18.
fn in_part(clock: Clock, part: Option<Clock>) -> Clock {
    match (clock, part) {
        (Clock::At(12, minute, second), Some(Clock::Part(Part::Evening | Part::Night))) => Clock::At(24, minute, second),
        (Clock::At(12, minute, second), Some(Clock::Part(Part::Morning))) => Clock::At(0, minute, second),
        (Clock::At(hour @ 1..=11, minute, second), Some(Clock::Part(Part::Afternoon | Part::Evening)))
        | (Clock::At(hour @ 6..=11, minute, second), Some(Clock::Part(Part::Night))) => Clock::At(hour + 12, minute, second),
        _ => clock,
    }
}
