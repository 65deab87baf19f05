//! Sets: what happens again and again.
//!
//! ```text
//! every Tuesday · every other week · each of the past three years · twice a week · annually · Mondays · every 20 minutes
//! ```

use super::meaning::{Amount, Clock, Length, Meaning, Name, Set, Timex};
use super::period::Unit;
use super::reader::{Reader, Reading, longest};
use super::words::{Class, Often};

impl Reader<'_> {
    pub(super) fn set(&self, at: usize) -> Option<Reading> {
        longest([self.every(at), self.often(at), self.rate(at), self.weekdays(at), self.weekends(at), self.every_month(at)])
    }

    /// `every day`, `every other Tuesday`, `every two weeks`, `each July`, `every morning`
    fn every(&self, at: usize) -> Option<Reading> {
        if self.class(at) != Class::Every || self.is(at, &["per"]) {
            return self.per(at);
        }
        let other = self.skip(at + 1, &["other", "second", "single"]);
        let twice = other > at + 1 && !self.is(at + 1, &["single"]);
        let end = other + 1;
        let set = match self.class(other) {
            Class::Unit(unit) if unit >= Unit::Second => Set::Every(Length::whole(if twice { 2 } else { 1 }, unit)),
            Class::Fortnight => Set::Every(Length::whole(2, Unit::Week)),
            Class::Weekday(weekday) | Class::WeekdayInCompany(weekday) => Set::Each(Name::Weekday(weekday)),
            Class::Month(month) => match self.day_number(end) {
                Some((end, day)) => return Some(repeated(end, Set::Each(Name::Day(month, day)))),
                None => Set::Each(Name::Month(month)),
            },
            Class::Season(season) => Set::Each(Name::Season(season)),
            Class::Part(_) => Set::Every(Length::whole(1, Unit::Day)),
            _ => {
                let (end, length) = self.length(other).filter(|(_, length)| !matches!(length.first(), (Amount::Vague, _)))?;
                return Some(repeated(end, Set::Every(length)));
            }
        };
        if let Set::Each(Name::Weekday(weekday)) = set {
            return Some(self.at_a_time(end, weekday));
        }
        Some(repeated(end, set))
    }

    /// `weekends` behind "on", "at"
    fn weekends(&self, at: usize) -> Option<Reading> {
        let told =
            self.class(at) == Class::Units(Unit::Weekend) && self.is(at.wrapping_sub(1), &["on", "at", "during", "all", "and", "or"]);
        told.then(|| repeated(at + 1, Set::Every(Length::whole(1, Unit::Weekend))))
    }

    /// `the 19th of every month`, `the first Monday of each month`, `every third Thursday of the month`
    fn every_month(&self, at: usize) -> Option<Reading> {
        let every = self.skip(at, &["every", "each"]);
        let (after, number) = match (every > at).then(|| self.ordinal(every)).flatten() {
            Some(third) => third,
            None => self.ordinal(self.skip(at, &["the"])).or_else(|| self.last(self.skip(at, &["the"])))?,
        };
        let number = u8::try_from(number).ok()?;
        let (end, name) = match self.class(after) {
            Class::Weekday(weekday) if number <= 5 => (after + 1, Name::NthOfMonth(number, weekday)),
            _ => (after, Name::DayOfMonth(number)),
        };
        let of_the_month = || self.of_month(end).filter(|_| every > at).map(|(end, _)| end);
        let end = self.of_every_month(end).or_else(of_the_month)?;
        (1..=31).contains(&number).then(|| repeated(end, Set::Each(name)))
    }

    /// `last` before a weekday is the fifth.
    fn last(&self, at: usize) -> Option<(usize, u16)> {
        (self.is(at, &["last"]) && matches!(self.class(at + 1), Class::Weekday(_))).then_some((at + 1, 5))
    }

    /// `every Monday morning`, `each Monday at 4 p.m.`
    fn at_a_time(&self, end: usize, weekday: u8) -> Reading {
        if let Class::Part(part) | Class::Parts(part) = self.class(end) {
            return repeated(end + 1, Set::At(weekday, Clock::Part(part)));
        }
        match self.clock(self.skip(end, &["at"])) {
            Some((end, clock)) => repeated(end, Set::At(weekday, clock)),
            None => repeated(end, Set::Each(Name::Weekday(weekday))),
        }
    }

    /// `per day`
    fn per(&self, at: usize) -> Option<Reading> {
        let Class::Unit(unit) = self.class(at + 1) else { return None };
        (self.is(at, &["per"]) && unit >= Unit::Day && !self.is_dash(at + 2)).then(|| repeated(at + 2, Set::Every(Length::whole(1, unit))))
    }

    /// `9am on Sundays`
    fn clock_on_weekdays(&self, at: usize) -> Option<Reading> {
        let (end, clock) = self.clock(at)?;
        let day = self.skip(end, &["on"]);
        let Class::Weekdays(weekday) = self.class(day) else { return None };
        Some(repeated(day + 1, Set::At(weekday, clock)))
    }

    /// `daily`, `annually`, `bi-weekly`
    fn often(&self, at: usize) -> Option<Reading> {
        if let Some(reading) = self.semi_or_bi(at) {
            return Some(reading);
        }
        let Class::Often(often) = self.class(at) else { return None };
        // "the Daily Mail", "Annual Report"
        let in_name =
            self.is_capitalised(at) && self.sentence.start as usize != at || self.is_capitalised(at) && self.is_capitalised(at + 1);
        let length = match often {
            Often::Each(unit) => Length::whole(1, unit),
            Often::Fortnightly => Length::whole(2, Unit::Week),
        };
        (!in_name && often != Often::Each(Unit::Quarter)).then(|| repeated(at + 1, Set::Every(length)))
    }

    /// `semi-annual`, `bi-weekly`
    fn semi_or_bi(&self, at: usize) -> Option<Reading> {
        let word = self.skip_hyphen(at + 1);
        let length = match (self.word(at), self.class(word)) {
            ("semi" | "bi", Class::Often(Often::Each(Unit::Year))) => Length::whole(1, Unit::Half),
            ("bi", Class::Often(Often::Each(unit))) => Length::whole(2, unit),
            _ => return None,
        };
        (word > at + 1).then(|| repeated(word + 1, Set::Every(length)))
    }

    /// `once a year`, `twice a week`, `three times a day`; `a year` behind a rate: `$500 a year`, `4 per cent a year`
    fn rate(&self, at: usize) -> Option<Reading> {
        let times = if self.is(at, &["once", "twice", "thrice"]) {
            at + 1
        } else if let Some((end, _)) = self.amount(at).filter(|(end, _)| self.is(*end, &["times"])) {
            end + 1
        } else {
            return self.a_unit(at);
        };
        let unit_at = self.skip(times, &["a", "an", "each", "every", "per"]);
        let Class::Unit(unit) = self.class(unit_at) else { return None };
        (unit_at > times).then(|| repeated(unit_at + 1, Set::Every(Length::whole(1, unit))))
    }

    /// `a year` behind money, a percentage or a plural that is counted.
    fn a_unit(&self, at: usize) -> Option<Reading> {
        let Class::Unit(unit) = self.class(at + 1) else { return None };
        let before = at.wrapping_sub(1);
        let counted = self.is(
            before,
            &[
                "million", "billion", "trillion", "%", "percent", "cent", "dollars", "pounds", "euros", "barrels", "times", "tons",
                "tonnes", "people",
            ],
        ) || matches!(self.class(before), Class::Int(..) | Class::Dotted(..));
        (self.is(at, &["a", "an"]) && counted && unit >= Unit::Minute && !self.is(at + 2, &["ago", "earlier", "later", "before", "-"]))
            .then(|| repeated(at + 2, Set::Every(Length::whole(1, unit))))
    }

    /// `Mondays`, `Tuesday nights`
    fn weekdays(&self, at: usize) -> Option<Reading> {
        match (self.class(at), self.class(at + 1)) {
            (Class::Weekdays(weekday), _) | (Class::Weekday(weekday), Class::Parts(_)) => Some(self.at_a_time(at + 1, weekday)),
            (Class::Clock(..) | Class::Colons(..) | Class::Int(..), _) => self.clock_on_weekdays(at),
            (Class::Parts(part), _) if self.is(at.wrapping_sub(1), &["the", "in", "some", "most"]) => {
                Some(repeated(at + 1, Set::Parts(part)))
            }
            _ => None,
        }
    }
}

fn repeated(end: usize, set: Set) -> Reading {
    Reading { end, timex: Timex::new("set", Meaning::Set(set)) }
}
