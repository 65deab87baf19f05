//! Weeks and their days.
//!
//! ```text
//! Monday · Tuesday last week · next week on Tuesday · the week of March 3 · week 31
//! ```

use super::meaning::{Meaning, Name, Timex, When, Year};
use super::period::{Period, Unit};
use super::reader::{Reader, Reading, longest};
use super::words::{Class, Which};

impl Reader<'_> {
    pub(super) fn weekday_in_company(&self, at: usize) -> Option<u8> {
        match self.class(at) {
            Class::Weekday(weekday) | Class::WeekdayInCompany(weekday) => Some(weekday),
            _ => None,
        }
    }

    /// `the week of March 3`, `the weekend of 2-3 March`, `the week ending 9 March`
    pub(super) fn week_of(&self, at: usize) -> Option<Reading> {
        let the = self.skip(at, &["the"]);
        if let Some(reading) = self.reads(the, &["week"]).then(|| self.week_number(the + 1)).flatten() {
            return Some(reading);
        }
        let date_at = match (self.word(the), self.word(the + 1)) {
            ("week" | "weekend", "of") => the + 2,
            ("week", "starting" | "beginning" | "ending" | "ended") => self.skip(the + 2, &["on"]),
            _ => return None,
        };
        let date = longest([self.day_month(date_at), self.month_first(date_at)])?;
        let weekend = self.is(the, &["weekend"]);
        let timex = match date.timex.meaning {
            Meaning::When(When::Named { name: Name::Day(month, day) | Name::Days(month, day, _), year, .. }) => {
                let name = if weekend { Name::WeekendWith(month, day) } else { Name::WeekWith(month, day) };
                Timex::named("date.week", name, year, Which::Open)
            }
            Meaning::When(When::Is(Period::Day(day) | Period::Days(day, _))) => {
                Timex::is("date.week", Period::around(day, if weekend { Unit::Weekend } else { Unit::Week }))
            }
            _ => return None,
        };
        Some(Reading { end: date.end, timex })
    }

    /// `31`, `27 of last year`, `3 of 2027` behind "week"
    fn week_number(&self, at: usize) -> Option<Reading> {
        let Class::Int(week @ 1..=53, 1..=2) = self.class(at) else { return None };
        let (end, year) = self.trailing_year(at + 1);
        let free = self.stands_alone(end) || self.is(end, &["and", "to", "in", "at"]);
        free.then(|| Some(Reading { end, timex: Timex::named("date.week", Name::WeekNumber(u8::try_from(week).ok()?), year, Which::Open) }))
            .flatten()
    }

    /// A bare weekday, or one in a week that is told: `Monday`, `Tuesday last week`, `Friday of next week`, `Monday week`
    pub(super) fn weekday(&self, at: usize) -> Option<Reading> {
        let weekday = match self.class(at) {
            Class::Weekday(weekday) if !self.is_in_name(at) => weekday,
            Class::WeekdayInCompany(weekday) if self.is_short_weekday(at) => weekday,
            _ => return None,
        };
        // "Monday week": the one after the next.
        if self.is(at + 1, &["week"]) && self.stands_alone(at + 2) && !self.is_dash(at + 2) {
            let timex = Timex::named("date.weekday", Name::Weekday(weekday), Year::Open, Which::Coming);
            return Some(Reading { end: at + 2, timex: Timex { shift: Some((Unit::Week, 1)), ..timex } });
        }
        if let Some((end, weeks)) = self.week_phrase(at + 1) {
            return Some(Reading { end, timex: Timex::when("date.weekday", When::InWeek { weekday, weeks }) });
        }
        Some(Reading { end: at + 1, timex: Timex::named("date.weekday", Name::Weekday(weekday), Year::Open, Which::Open) })
    }

    /// `the Sunday Times`, `Mr Friday`, `Bloody Sunday`, `Sunday school`
    fn is_in_name(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let named = self.is_capitalised(at + 1) && self.class(at + 1) == Class::Other && self.is(before, &["the"]);
        let person = self.is_capitalised(before)
            && self.is(before, &["mr", "mr.", "ms", "ms.", "mrs", "mrs.", "miss", "dr", "dr.", "sir", "lady", "lord"]);
        let event = self.is_capitalised(before) && self.is(before, &["bloody", "black", "super", "casual"]);
        named || person || event || self.is(at + 1, &["school"])
    }

    /// `Mon`, `Sat` behind a word that leads to a day, or alone.
    fn is_short_weekday(&self, at: usize) -> bool {
        let alone = self.sentence.len() <= 2 && at == self.sentence.start as usize;
        alone
            || self.is_capitalised(at)
                && self.is(at.wrapping_sub(1), &["on", "last", "next", "this", "until", "by", "since", "late", "early"])
    }

    /// `next week on Tuesday`, `last week Sunday`
    pub(super) fn week_then_weekday(&self, at: usize) -> Option<Reading> {
        let (end, weeks) = self.week_phrase(at)?;
        let weekday_at = self.skip(self.skip(end, &["'s"]), &["on"]);
        let weekday = self.weekday_in_company(weekday_at)?;
        Some(Reading { end: weekday_at + 1, timex: Timex::when("date.weekday", When::InWeek { weekday, weeks }) })
    }

    /// `last week`, `of next week`, `this week`, `two weeks ago` behind a weekday.
    fn week_phrase(&self, at: usize) -> Option<(usize, i32)> {
        if let Some((end, weeks)) = self.weeks_from_now(at) {
            return Some((end, weeks));
        }
        let of = self.skip(at, &["of"]);
        let weeks = match self.class(of) {
            Class::Which(Which::Last) => -1,
            Class::Which(Which::This) => 0,
            Class::Which(Which::Next) => 1,
            _ => return None,
        };
        (self.class(of + 1) == Class::Unit(Unit::Week)).then_some((of + 2, weeks))
    }
}
