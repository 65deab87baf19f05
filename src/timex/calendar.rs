//! Days and months of the calendar.
//!
//! ```text
//! 3 March 2024 · March 3rd · Oct. 12 · the 3rd of March · Friday, March 22, 2013 · 3–5 May · May 1998 · April · the 13th
//! ```

use super::meaning::{Meaning, Name, Timex, When, Year};
use super::period::{Period, Unit};
use super::reader::{Reader, Reading, longest};
use super::words::{Class, Which};
use chrono::Datelike;

/// Words that lead to a month.
#[rustfmt::skip]
const BEFORE_MONTH: &[&str] = &[
    "in", "since", "until", "till", "by", "of", "from", "to", "last", "next", "this", "early", "late", "mid",
    "during", "through", "before", "after", "between", "each", "every", "for", "past", "previous", "following",
];

impl Reader<'_> {
    /// A date in one of its forms.
    pub(super) fn date(&self, at: usize) -> Option<Reading> {
        let forms = || {
            let days = longest([self.numeric(at), self.day_month(at), self.month_first(at), self.with_weekday(at), self.listed_day(at)]);
            longest([days, self.year(at), self.years(at)])
        };
        self.dates.at(at, forms)
    }

    /// `3 March 2024`, `3rd of March`, `the 15th of March`, `3–5 May`, `the third of May`
    pub(super) fn day_month(&self, at: usize) -> Option<Reading> {
        let start = self.skip(at, &["the"]);
        let (after, day) = self.day_number(start).or_else(|| self.day_in_words(start))?;
        let ordinal = !matches!(self.class(start), Class::Int(..));
        if !ordinal && self.is(at.wrapping_sub(1), &["$", "£", "€"]) {
            return None;
        }
        let (after, last) = match self.day_range(after) {
            Some((end, last)) if last > day => (end, Some(last)),
            _ => (after, None),
        };
        let of = self.skip(after, &["of", "/"]);
        let dot = after + usize::from(self.is(after, &["."]) && self.glued(after) && self.month_in_company(after + 1).is_some());
        let month_at = if of > after || ordinal { of } else { self.skip_hyphen(dot) };
        let month = self
            .month_in_company(month_at)
            .filter(|_| of == after || self.class(month_at) != Class::Month(5) || self.is_capitalised(month_at))?;
        let name = last.map_or(Name::Day(month, day), |last| Name::Days(month, day, last));
        (ordinal || start == at).then(|| self.dated(month_at + 1, name)).flatten()
    }

    /// `|12|, |19| and 26 September`, `July 12 and |13|`: the month stands by another day.
    fn listed_day(&self, at: usize) -> Option<Reading> {
        let (end, day) = self.day_number(at).filter(|_| matches!(self.class(at), Class::Int(..)))?;
        let is_other = |token: usize| matches!(self.class(token), Class::Int(1..=31, 1..=2));
        let month = || self.month_in_company(at.wrapping_sub(3)).filter(|_| self.is(at - 1, &["and", "&"]) && is_other(at - 2));
        if let Some(month) = month() {
            let counts = self.sentence.has(end) && !self.stands_alone(end) && !self.is(end, &["at", "from", "in"]);
            return if counts { None } else { self.dated(end, Name::Day(month, day)) };
        }
        let month_at = || self.day_month(end + 1).or_else(|| self.listed_day(end + 1).filter(|_| self.is(end, &[","])));
        let other = Some(end).filter(|&joint| self.is(joint, &["and", "&", "or", ","]) && is_other(joint + 1)).and_then(|_| month_at())?;
        // "Ada Quill, 12, 26 September 2025"
        let is_list = !self.is(end, &[","]) || other.end == end + 2;
        let meaning = match other.timex.meaning {
            Meaning::When(When::Named { name: Name::Day(month, _), year, which }) => {
                When::Named { name: Name::Day(month, day), year, which }
            }
            Meaning::When(When::Is(Period::Day(other))) => When::Is(Period::Day(other.with_day(day.into())?)),
            _ => return None,
        };
        is_list.then_some(Reading { end, timex: Timex { meaning: Meaning::When(meaning), ..other.timex } })
    }

    /// `twenty-five` before a month.
    fn day_in_words(&self, at: usize) -> Option<(usize, u8)> {
        let (end, day) = self.cardinal(at)?;
        let led = matches!(self.class(at), Class::Number(20 | 30)) && end > at + 1 && matches!(self.class(end), Class::Month(_));
        (led && day <= 31).then(|| u8::try_from(day).ok()).flatten().map(|day| (end, day))
    }

    /// The second day of `3–5 May`, `from 3 to 5 May`.
    fn day_range(&self, at: usize) -> Option<(usize, u8)> {
        let spoken = match self.word(at.wrapping_sub(2)) {
            "from" => self.is(at, &["to", "until", "through", "thru"]),
            "between" => self.is(at, &["and"]),
            _ => false,
        };
        (spoken || self.is_dash(at)).then(|| self.day_number(at + 1)).flatten()
    }

    /// `March 3`, `Oct. 12, 1948`, `May seventh`, `June 3–7`, `March 2024`, `March`
    pub(super) fn month_first(&self, at: usize) -> Option<Reading> {
        if let Class::MonthDay(month, day) = self.class(at) {
            return self.dated(at + 1, Name::Day(month, day));
        }
        let month = self.month_in_company(at)?;
        if self.follows_no_day(at, month) {
            return None;
        }
        let mark = self.is(at + 1, &["."]) && self.glued(at + 1)
            || self.is(at + 1, &[","]) && matches!(self.class(at + 2), Class::Nth(_))
            || self.is(at + 1, &["/"]) && self.glued(at + 1);
        let next = at + 1 + usize::from(mark && matches!(self.class(at + 2), Class::Int(_, 1..=2) | Class::Nth(_)));
        let the = self.skip_hyphen(next);
        let day_at = if matches!(self.class(the + 1), Class::Nth(_) | Class::Number(20 | 30)) { self.skip(the, &["the"]) } else { the };
        let in_words = || {
            self.cardinal(day_at)
                .filter(|_| self.year_in_words(day_at).is_none())
                .filter(|(_, day)| (1..=31).contains(day) && self.class(at) != Class::Month(3))
                .map(|(end, day)| (end, u8::try_from(day).unwrap_or(0)))
        };
        if let Some((end, day)) = self.day_number(day_at).or_else(in_words).filter(|(end, _)| !self.counts_something(day_at, *end)) {
            let between =
                || (self.is(at.wrapping_sub(1), &["between"]) && self.is(end, &["and"])).then(|| self.day_number(end + 1)).flatten();
            let end_of_days = self.day_range(end).or_else(|| self.day_to_day(end)).or_else(between).filter(|(_, last)| *last > day);
            return match end_of_days {
                Some((end, last)) => self.dated(end, Name::Days(month, day, last)),
                None => self.dated(end, Name::Day(month, day)),
            };
        }
        let hyphen = self.skip_hyphen(next);
        let year_at = self.skip(self.skip(hyphen, &[","]), &["of", "in"]);
        if let Some((end, year)) = self.stated_year(year_at) {
            if matches!(self.class(at.wrapping_sub(1)), Class::Int(1..=31, 1..=2)) && self.is(at.wrapping_sub(2), &["", "on"]) {
                return None;
            }
            return Some(Reading { end, timex: Timex::is("date.month", Period::Month(year, u32::from(month))) });
        }
        if let Some((end, year)) = self.year_phrase(next) {
            return Some(Reading { end, timex: Timex::named("date.month", Name::Month(month), year, Which::Open) });
        }
        let numbered = matches!(self.class(next), Class::Int(32.., digits) if digits != 4) && !self.leads_to_year(at);
        (self.is_bare_month(at) && !numbered)
            .then(|| Reading { end: next, timex: Timex::named("date.month", Name::Month(month), Year::Open, Which::Open) })
    }

    /// `31` before June: a day that is none.
    fn follows_no_day(&self, at: usize, month: u8) -> bool {
        let Class::Int(day, 1..=2) = self.class(at.wrapping_sub(1)) else { return false };
        Period::day(2000, u32::from(month), day).is_none()
    }

    /// `24 to 26`, `24 through 26` behind a month.
    fn day_to_day(&self, at: usize) -> Option<(usize, u8)> {
        let Class::Int(..) = self.class(at + 1) else { return None };
        self.is(at, &["to", "through", "thru"])
            .then(|| self.day_number(at + 1))
            .flatten()
            .filter(|(end, _)| !matches!(self.class(*end), Class::Units(_) | Class::Month(_) | Class::Half(_)))
    }

    /// `March 40 people`, `May 5 percent`: a number that counts what follows.
    fn counts_something(&self, at: usize, end: usize) -> bool {
        matches!(self.class(at), Class::Int(..))
            && (self.is(end, &["%", "percent", "per", "million", "billion"]) || matches!(self.class(end), Class::Units(_)))
    }

    /// A day of the year with its year, if that is said: `, 2024`, `last year`, `of the same year`.
    pub(super) fn dated(&self, end: usize, name: Name) -> Option<Reading> {
        let (month, first, last) = match name {
            Name::Day(month, day) => (month, day, day),
            Name::Days(month, first, last) => (month, first, last),
            _ => return None,
        };
        Period::day(2000, u32::from(month), u32::from(last))?;
        let year_at = self.skip(self.skip(self.skip_hyphen(end), &[","]), &["of", "in"]);
        if let Some((end, year)) = self.stated_year(year_at) {
            let day = |day: u8| chrono::NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day));
            let period = if first == last || year < 0 {
                Period::day(year, u32::from(month), u32::from(first))?
            } else {
                Period::Days(day(first)?, day(last)?)
            };
            return Some(Reading { end, timex: Timex::is("date.day", period) });
        }
        let (end, year) = self.year_phrase(end).unwrap_or((end, Year::Open));
        Some(Reading { end, timex: Timex::named("date.day", name, year, Which::Open) })
    }

    /// `Friday, March 22, 2013`, `Tuesday 14 May`, `Tuesday the thirty-first`, `Tuesday 14`
    fn with_weekday(&self, at: usize) -> Option<Reading> {
        let weekday = self.weekday_in_company(at)?;
        let next = self.skip(self.skip_hyphen(at + 1), &[","]);
        let date = longest([self.day_month(next), self.month_first(next), self.numeric(next)])
            .filter(|date| date.timex.is_day() || matches!(date.timex.meaning, Meaning::When(When::Is(Period::Day(_)))));
        let alone = || {
            if let Class::Nth(day @ 1..=31) = self.class(next) {
                let name = Name::DayOfMonth(u8::try_from(day).ok()?);
                return Some(Reading { end: next + 1, timex: Timex::named("date.day", name, Year::Open, Which::Open) });
            }
            if let Class::Int(day @ 1..=31, 1..=2) = self.class(next) {
                let ends = !self.sentence.has(next + 1) || self.is(next + 1, &[".", ",", ";", "!", "?", ")", "at", "between"]);
                let name = Name::DayOfMonth(u8::try_from(day).ok()?);
                return (next == at + 1 && ends)
                    .then(|| Reading { end: next + 1, timex: Timex::named("date.day", name, Year::Open, Which::Open) });
            }
            let (end, day) = self.is(next, &["the"]).then(|| self.ordinal(next + 1)).flatten().filter(|(_, day)| (1..=31).contains(day))?;
            let told = matches!(self.class(next + 1), Class::Nth(_)) || self.stands_alone(end) || self.is(end, &["at", "around"]);
            let name = Name::DayOfMonth(u8::try_from(day).ok()?);
            told.then(|| Reading { end, timex: Timex::named("date.day", name, Year::Open, Which::Open) })
        };
        let date = date.or_else(alone)?;
        Some(Reading { end: date.end, timex: date.timex.with_weekday(weekday) })
    }

    /// A month next to a number or a year; small letters and bare abbreviations will do.
    pub(super) fn month_in_company(&self, at: usize) -> Option<u8> {
        match self.class(at) {
            Class::Month(month) | Class::MonthInCompany(month) => Some(month),
            _ => None,
        }
    }

    /// Whether a month that stands alone is one: `May` with a capital, not in a name, not a verb.
    pub(super) fn is_bare_month(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        if let Class::MonthInCompany(_) = self.class(at) {
            let led = self.is(before, &["in", "since", "until", "till", "last", "next", "early", "late", "mid"]);
            return self.sentence.len() == 1 || led && self.is_capitalised(at) && !self.is_capitalised(at + 1);
        }
        let Class::Month(month) = self.class(at) else { return false };
        if !self.is_capitalised(at) {
            return self.is_small_month(at, month);
        }
        let preposition = self.is(before, BEFORE_MONTH);
        let preposition =
            preposition || self.is(before, &["and", "or", "the", "-", "–", "is", "was", "as"]) && !self.is_capitalised(at + 1);
        let could_be_name = matches!(month, 3..=6 | 8) && self.word(at).len() > 3 || month == 5;
        if preposition || !could_be_name {
            return !self.names_somebody(at, preposition);
        }
        let opens = !self.sentence.has(before) || !self.segments.tokens[before].is_capitalised();
        opens && !(self.names_somebody(at, false) || month == 5 || month == 3 && !self.sentence.has(before))
    }

    /// `april` in small letters, behind a word that leads to a month; `may` and `march` are most often verbs.
    fn is_small_month(&self, at: usize, month: u8) -> bool {
        let before = at.wrapping_sub(1);
        let led = self.is(before, BEFORE_MONTH) || self.is(before, &["the", "-"]);
        led && (!matches!(month, 3 | 5) || self.is(before, &["in", "since", "of", "last", "next"]) && self.stands_alone(at + 1))
    }

    /// `April Jones`, `Theresa May`, `Mr May said`: a name around the month.
    fn names_somebody(&self, at: usize, preposition: bool) -> bool {
        let before = at.wrapping_sub(1);
        let after_name = !preposition && self.is_capitalised(before) && self.class(before) == Class::Other;
        let before_name = self.is_capitalised(at + 1) && self.class(at + 1) == Class::Other && !preposition;
        let speaks = self.is(at, &["may"]) && self.is(at + 1, &["said", "says", "told", "has", "will", "had", "is", "'s"]) && !preposition;
        after_name || before_name || speaks
    }

    /// `the 13th`: a day of the month that is spoken of.
    pub(super) fn day_of_month(&self, at: usize) -> Option<Reading> {
        if !self.is(at, &["the"]) {
            return None;
        }
        let Class::Nth(day @ 1..=31) = self.class(at + 1) else { return None };
        let led_by_verb = self.stands_alone(at + 2);
        let led = self.is(at.wrapping_sub(1), &["on", "by", "until", "till", "since", "from", "to", "before", "after"]);
        let end = self.skip(at + 2, &["day"]);
        let led = led || self.is(at.wrapping_sub(1), &["for"]) && led_by_verb;
        // "It does not explain the 23rd": of many things.
        let is_object =
            self.is(at.wrapping_sub(1), &["in", "for", "was", "is", "as"]) || self.is(at.wrapping_sub(2), &["not", "cannot", "n't"]);
        let led = led || led_by_verb && end == at + 2 && !is_object;
        let free = !self.sentence.has(end)
            || self.segments.tokens[end].kind != crate::segment::Kind::Word
            || self.is(end, &["and", "to", "at", "in", "when", "he", "she", "they", "it", "but"]);
        let month = self.of_month(end);
        let (end, which) = month.unwrap_or((end, Which::Open));
        (led && free || month.is_some())
            .then(|| Some(Reading { end, timex: Timex::named("date.day", Name::DayOfMonth(u8::try_from(day).ok()?), Year::Open, which) }))
            .flatten()
    }

    /// `of this month`, `of next month`, `of the month`
    pub(super) fn of_month(&self, at: usize) -> Option<(usize, Which)> {
        let of = self.skip(at, &["of"]);
        let which = match self.class(of) {
            Class::Which(which) => which,
            _ if self.is(of, &["the"]) => Which::Current,
            _ => return None,
        };
        (of > at && self.class(of + 1) == Class::Unit(Unit::Month)).then_some((of + 2, which))
    }

    /// `of every month`, `of each month`
    pub(super) fn of_every_month(&self, at: usize) -> Option<usize> {
        let told = self.is(at, &["of"]) && self.is(at + 1, &["every", "each"]) && self.class(at + 2) == Class::Unit(Unit::Month);
        told.then_some(at + 3)
    }

    /// A day in any form, for a time of day to be on it.
    pub(super) fn day(&self, at: usize) -> Option<Reading> {
        let forms = || {
            longest([
                self.date(at),
                self.weekday(at),
                self.deictic(at),
                self.which_named(at),
                self.holiday(at),
                self.day_of_month(at),
                self.which_unit(at),
                self.week_then_weekday(at),
            ])
        };
        self.days.at(at, || forms().filter(|day| day.timex.is_day()))
    }
}
