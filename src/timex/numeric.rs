//! Dates in figures.
//!
//! ```text
//! 2024-03-03 · 3/4/24 · 25/4/2024 · 3.4.2024 · 2024-05-16T09 · 23/Sep/2020 · 2016/11 · 9/11 · 20200701
//! ```

use super::meaning::{Clock, Name, Timex, Year};
use super::period::Period;
use super::reader::{Reader, Reading};
use super::words::{Class, Which};
use super::year::full_year;
use crate::Locale;

impl Reader<'_> {
    /// `2024-03-03`, `3/4/24`, `3.4.2024`, `9/11`
    pub(super) fn numeric(&self, at: usize) -> Option<Reading> {
        if let Class::Points(day, month, year) = self.class(at) {
            return Some(Reading {
                end: at + 1,
                timex: Timex::is("date.numeric", Period::day(i32::from(year), u32::from(month), u32::from(day))?),
            });
        }
        let Class::Int(first, digits) = self.class(at) else { return None };
        if digits == 8 {
            let year = i32::try_from(first / 10000).ok().filter(|year| (1900..2100).contains(year))?;
            return Some(Reading { end: at + 1, timex: Timex::is("date.numeric", Period::day(year, first / 100 % 100, first % 100)?) });
        }
        if let Some(reading) = self.year_with_month(at, first, digits) {
            return Some(reading);
        }
        if !self.is(at + 1, &["/", "-", "–", "."]) || !self.glued(at + 1) || !self.glued(at + 2) {
            return None;
        }
        if let Some(reading) = self.month_by_name(at) {
            return Some(reading);
        }
        let Class::Int(second, 1..=2) = self.class(at + 2) else { return None };
        if let (Class::DayTime(day, hour, minute, seconds), 4) = (self.class(at + 4), digits) {
            let period = Period::day(i32::try_from(first).ok()?, second, u32::from(day))?;
            return Some(Reading {
                end: at + 5,
                timex: Timex::is("date.numeric", period).with_clock(Clock::At(hour, Some(minute), seconds)),
            });
        }
        if !self.is(at + 3, &[self.word(at + 1)]) || !self.glued(at + 3) || !self.glued(at + 4) {
            return self.month_and_day(at, first, second, digits);
        }
        let Class::Int(third, third_digits) = self.class(at + 4) else { return None };
        let end = at + 5;
        match (digits, third_digits) {
            (4, 1..=2) => Some(Reading { end, timex: Timex::is("date.numeric", Period::day(i32::try_from(first).ok()?, second, third)?) }),
            (1..=2, 2 | 4) => self.in_either_order(first, second, full_year(third, third_digits)?).map(|timex| Reading { end, timex }),
            _ => None,
        }
    }

    /// `2016/11`, `3/2015`, `2016 June`
    fn year_with_month(&self, at: usize, first: u32, digits: u8) -> Option<Reading> {
        let month = |year: u32, month: u32, end: usize| {
            let year = i32::try_from(year).ok()?;
            (1..=12).contains(&month).then(|| Reading { end, timex: Timex::is("date.month", Period::Month(year, month)) })
        };
        if let (4, 1900..=2199, Some(named)) = (digits, first, self.month_in_company(at + 1)) {
            let free = self.day_number(at + 2).is_none() && self.class(at + 1) != Class::MonthInCompany(5);
            return free.then(|| month(first, u32::from(named), at + 2)).flatten();
        }
        if !self.is(at + 1, &["/", "-"]) || self.is(at + 3, &["/", "-"]) {
            return None;
        }
        match (digits, self.class(at + 2)) {
            (4, Class::Int(second, 1..=2)) if first >= 1900 && self.glued(at + 1) == self.glued(at + 2) && self.is(at + 1, &["/"]) => {
                month(first, second, at + 3)
            }
            (1..=2, Class::Int(second @ 1900..=2199, 4)) if self.glued(at + 1) && self.glued(at + 2) => month(second, first, at + 3),
            _ => None,
        }
    }

    /// `23/Sep/2020`, `2020/Sep/23`
    fn month_by_name(&self, at: usize) -> Option<Reading> {
        let month = self.month_in_company(at + 2)?;
        let (Class::Int(first, digits), Class::Int(last, last_digits)) = (self.class(at), self.class(at + 4)) else { return None };
        let (day, year, year_digits) = if digits == 4 { (last, first, digits) } else { (first, last, last_digits) };
        let period = Period::day(full_year(year, year_digits)?, u32::from(month), day)?;
        self.is(at + 3, &[self.word(at + 1)]).then(|| Reading { end: at + 5, timex: Timex::is("date.numeric", period) })
    }

    /// `Monday 9/11`, `on 9/11`: only behind a word that leads to a date.
    fn month_and_day(&self, at: usize, first: u32, second: u32, digits: u8) -> Option<Reading> {
        let led = self.is(at.wrapping_sub(1), &["on", "by", "until", "till", "since", "before", "after", ",", "of", "post", "pre", "from"])
            || matches!(self.class(at.wrapping_sub(1)), Class::Weekday(_) | Class::WeekdayInCompany(_))
            || (13..=31).contains(&second) && first <= 12
            || (13..=31).contains(&first) && self.class(at + 2) == Class::Int(second, 2) && second <= 12;
        let (month, day) = if (self.locale == Locale::DayFirst || first > 12) && second <= 12 { (second, first) } else { (first, second) };
        if !led || digits > 2 || !self.is(at + 1, &["/"]) || self.is(at + 3, &["/"]) {
            return None;
        }
        Period::day(2000, month, day)?;
        if (first, second) == (9, 11) && !self.is(at.wrapping_sub(1), &["on", "by", ","]) {
            return Some(Reading { end: at + 3, timex: Timex::is("date.numeric", Period::day(2001, 9, 11)?) });
        }
        let name = Name::Day(u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Some(Reading { end: at + 3, timex: Timex::named("date.numeric", name, Year::Open, Which::Open) })
    }

    /// Day and month in the order of the place, or in the only order that there can be.
    fn in_either_order(&self, first: u32, second: u32, year: i32) -> Option<Timex> {
        let month_first = Period::day(year, first, second);
        let day_first = Period::day(year, second, first);
        let (chosen, other) = if self.locale == Locale::DayFirst { (day_first, month_first) } else { (month_first, day_first) };
        let timex = Timex::is("date.numeric", chosen.or(other)?);
        Some(Timex { other: other.filter(|_| chosen.is_some() && chosen != other), ..timex })
    }
}
