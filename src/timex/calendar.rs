//! Calendar dates: days, months and years, in every order and separator.
//!
//! ```text
//! 2024-03-03 · 3/4/24 · 3 March 2024 · March 3rd · Oct. 12 · the 3rd of March · Friday, March 22, 2013 · May 1998 ·
//! 3–5 May · 1998 · '98 · 2015-16 · 490 BC · the year 2000 · nineteen ninety-four
//! ```

use super::meaning::{Clock, From, Name, Timex, When, Year};
use super::period::{Period, Unit};
use super::reader::{Reader, Reading, longest};
use super::words::{Class, Which};
use crate::Locale;

impl Reader<'_> {
    /// A date in one of its forms.
    pub(super) fn date(&self, at: usize) -> Option<Reading> {
        longest([self.numeric(at), self.day_month(at), self.month_first(at), self.with_weekday(at), self.year(at), self.years(at)])
    }

    /// `2024-03-03`, `3/4/24`, `3.4.2024`, `9/11`
    fn numeric(&self, at: usize) -> Option<Reading> {
        if let Class::Points(day, month, year) = self.class(at) {
            return Some(Reading {
                end: at + 1,
                timex: Timex::is("date.numeric", Period::day(i32::from(year), u32::from(month), u32::from(day))?),
            });
        }
        let Class::Int(first, digits) = self.class(at) else { return None };
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
        if let (Class::DayTime(day, hour, minute), 4) = (self.class(at + 4), digits) {
            let period = Period::day(i32::try_from(first).ok()?, second, u32::from(day))?;
            return Some(Reading { end: at + 5, timex: Timex::is("date.numeric", period).with_clock(Clock::At(hour, Some(minute), None)) });
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
            || (13..=31).contains(&second) && first <= 12;
        let (month, day) = if self.locale == Locale::DayFirst && second <= 12 { (second, first) } else { (first, second) };
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

    /// `3 March 2024`, `3rd of March`, `the 15th of March`, `3–5 May`, `the third of May`
    fn day_month(&self, at: usize) -> Option<Reading> {
        let start = self.skip(at, &["the"]);
        let (after, day) = self.day_number(start)?;
        let ordinal = !matches!(self.class(start), Class::Int(..));
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

    /// The second day of `3–5 May`, `from 3 to 5 May`.
    fn day_range(&self, at: usize) -> Option<(usize, u8)> {
        let spoken = match self.word(at.wrapping_sub(2)) {
            "from" => self.is(at, &["to", "until"]),
            "between" => self.is(at, &["and"]),
            _ => false,
        };
        (spoken || self.is_dash(at)).then(|| self.day_number(at + 1)).flatten()
    }

    /// `March 3`, `Oct. 12, 1948`, `May seventh`, `June 3–7`, `March 2024`, `March`
    fn month_first(&self, at: usize) -> Option<Reading> {
        if let Class::MonthDay(month, day) = self.class(at) {
            return self.dated(at + 1, Name::Day(month, day));
        }
        let month = self.month_in_company(at)?;
        let mark = self.is(at + 1, &["."]) && self.glued(at + 1)
            || self.is(at + 1, &[","]) && matches!(self.class(at + 2), Class::Nth(_))
            || self.is(at + 1, &["/"]) && self.glued(at + 1);
        let next = at + 1 + usize::from(mark && matches!(self.class(at + 2), Class::Int(_, 1..=2) | Class::Nth(_)));
        let the = self.skip_hyphen(next);
        let day_at = if matches!(self.class(the + 1), Class::Nth(_)) { self.skip(the, &["the"]) } else { the };
        let in_words = || {
            self.cardinal(day_at)
                .filter(|_| self.year_in_words(day_at).is_none())
                .filter(|(_, day)| (1..=31).contains(day) && self.class(at) != Class::Month(3))
                .map(|(end, day)| (end, u8::try_from(day).unwrap_or(0)))
        };
        if let Some((end, day)) = self.day_number(day_at).or_else(in_words).filter(|(end, _)| !self.counts_something(day_at, *end)) {
            let end_of_days = self.day_range(end).or_else(|| self.day_to_day(end)).filter(|(_, last)| *last > day);
            return match end_of_days {
                Some((end, last)) => self.dated(end, Name::Days(month, day, last)),
                None => self.dated(end, Name::Day(month, day)),
            };
        }
        let hyphen = self.skip_hyphen(next);
        let year_at = self.skip(self.skip(hyphen, &[","]), &["of"]);
        if let Some((end, year)) = self.stated_year(year_at) {
            return Some(Reading { end, timex: Timex::is("date.month", Period::Month(year, u32::from(month))) });
        }
        if let Some((end, year)) = self.year_phrase(next) {
            return Some(Reading { end, timex: Timex::named("date.month", Name::Month(month), year, Which::Open) });
        }
        let numbered = matches!(self.class(next), Class::Int(32.., digits) if digits != 4) && !self.leads_to_year(at);
        (self.is_bare_month(at) && !numbered)
            .then(|| Reading { end: next, timex: Timex::named("date.month", Name::Month(month), Year::Open, Which::Open) })
    }

    /// `24 to 26` behind a month.
    fn day_to_day(&self, at: usize) -> Option<(usize, u8)> {
        let Class::Int(..) = self.class(at + 1) else { return None };
        self.is(at, &["to"])
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
    fn dated(&self, end: usize, name: Name) -> Option<Reading> {
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

    /// `Friday, March 22, 2013`, `Tuesday 14 May`, `Tuesday the thirty-first`, `Sunday (15 May)`
    fn with_weekday(&self, at: usize) -> Option<Reading> {
        let weekday = self.weekday_in_company(at)?;
        let next = self.skip(self.skip_hyphen(at + 1), &[","]);
        let date = longest([self.day_month(next), self.month_first(next), self.numeric(next)])
            .filter(|date| date.timex.is_day() || matches!(date.timex.meaning, super::meaning::Meaning::When(When::Is(Period::Day(_)))));
        let alone = || {
            if let Class::Nth(day @ 1..=31) = self.class(next) {
                let name = Name::DayOfMonth(u8::try_from(day).ok()?);
                return Some(Reading { end: next + 1, timex: Timex::named("date.day", name, Year::Open, Which::Open) });
            }
            let (end, day) = self.is(next, &["the"]).then(|| self.ordinal(next + 1)).flatten().filter(|(_, day)| (1..=31).contains(day))?;
            let told = matches!(self.class(next + 1), Class::Nth(_)) || self.stands_alone(end) || self.is(end, &["at", "around"]);
            let name = Name::DayOfMonth(u8::try_from(day).ok()?);
            told.then(|| Reading { end, timex: Timex::named("date.day", name, Year::Open, Which::Open) })
        };
        let date = date.or_else(alone)?;
        Some(Reading { end: date.end, timex: date.timex.with_weekday(weekday) })
    }

    /// `last year`, `of this year`, `of the same year`, `the following year`, `next year` behind a day, month, season …
    pub(super) fn year_phrase(&self, at: usize) -> Option<(usize, Year)> {
        let of = self.skip(self.skip(at, &[","]), &["of", "in"]);
        let the = self.skip(of, &["the"]);
        let Class::Which(which) = self.class(the) else { return None };
        let year = match which {
            Which::Last => Year::FromNow(-1),
            Which::This | Which::Current => Year::FromNow(0),
            Which::Next if the == of => Year::FromNow(1),
            Which::That | Which::Same => Year::FromThen(0),
            Which::Following | Which::Next => Year::FromThen(1),
            Which::Previous => Year::FromThen(-1),
            _ => return None,
        };
        let unit = self.skip(the + 1, &["same"]);
        (self.class(unit) == Class::Unit(Unit::Year) && !self.is(unit + 1, &["'s"])).then_some((unit + 1, year))
    }

    /// A year that needs no more proof, because of what is before it.
    pub(super) fn stated_year(&self, at: usize) -> Option<(usize, i32)> {
        match self.class(at) {
            Class::Int(year, 2)
                if self.is(at.wrapping_sub(1), &["of"]) && matches!(self.class(at.wrapping_sub(2)), Class::Month(_) | Class::Season(_)) =>
            {
                full_year(year, 2).map(|year| (at + 1, year))
            }
            Class::Int(year @ 1000..=2199, 4) => {
                let year = i32::try_from(year).ok()?;
                Some(self.era(at + 1, year).unwrap_or((at + 1, year)))
            }
            Class::Int(year @ 1..=999, 1..=3) => self.era(at + 1, i32::try_from(year).ok()?),
            Class::Number(_) => self.year_in_words(at),
            _ => self.short_year(at),
        }
    }

    /// `BC`, `B.C.`, `BCE`, `AD`, `CE` behind a year.
    fn era(&self, at: usize, year: i32) -> Option<(usize, i32)> {
        match self.word(at) {
            "bc" | "b.c." | "bce" | "b.c" | "b.c.e." => Some((at + 1, -year)),
            "a.d." | "c.e." => Some((at + 1, year)),
            "ad" | "ce" if self.is_capitalised(at) => Some((at + 1, year)),
            _ => None,
        }
    }

    /// `'98`
    fn short_year(&self, at: usize) -> Option<(usize, i32)> {
        let Class::Int(year, 2) = self.class(at + 1) else { return None };
        let is_mark = self.is(at, &["'", "’", "‘"]) && self.glued(at + 1);
        is_mark.then(|| full_year(year, 2)).flatten().map(|year| (at + 2, year))
    }

    /// A year alone: `1998`, `'98`, `the year 2000`, `490 BC`, `AD 312`, `nineteen ninety-four`
    fn year(&self, at: usize) -> Option<Reading> {
        let (end, year) = self.year_number(at)?;
        Some(Reading { end, timex: Timex::is("date.year", Period::Year(year)) })
    }

    fn year_number(&self, at: usize) -> Option<(usize, i32)> {
        let the = self.skip(at, &["the"]);
        if matches!(self.class(the), Class::Unit(Unit::Year)) {
            return self.stated_year(the + 1);
        }
        if self.is(at, &["ad", "a.d."]) && self.is_capitalised(at) {
            let Class::Int(year @ 1..=2199, 1..=4) = self.class(at + 1) else { return None };
            return Some((at + 2, i32::try_from(year).ok()?));
        }
        match self.class(at) {
            Class::Int(year, 3)
                if self.ancient && self.leads_to_year(at) && self.era(at + 1, 0).is_none() && !self.counts_plural(at + 1) =>
            {
                Some((at + 1, -i32::try_from(year).ok()?))
            }
            Class::Int(_, 1..=4) => self.stated_year(at).filter(|(end, _)| *end > at + 1 || self.is_plain_year(at)),
            Class::Number(_) => self.year_in_words(at).filter(|(end, _)| !matches!(self.class(*end), Class::Units(_))),
            _ => self.short_year(at).filter(|_| self.leads_to_year(at)),
        }
    }

    /// Whether a bare number of four digits is a year: what is before it, what it would count.
    fn is_plain_year(&self, at: usize) -> bool {
        let Class::Int(year, 4) = self.class(at) else { return false };
        let before = at.wrapping_sub(1);
        if self.glued(at) && self.is(before, &["$", "£", "€", "¥", "#", ".", ":", "+", "=", "_", "@", "&", "*"])
            || self.is(at + 1, &["%", "°"])
        {
            return false;
        }
        let joined = self.glued(at) && self.is(before, &["/", "-", "–"]);
        if joined && matches!(self.class(at.wrapping_sub(2)), Class::Int(_, 0..=3) | Class::Dotted(..) | Class::Colons(..)) {
            return false;
        }
        if self.is(
            before,
            &[
                "no.",
                "number",
                "nos.",
                "flight",
                "page",
                "room",
                "route",
                "highway",
                "unit",
                "model",
                "boeing",
                "airbus",
                "channel",
                "form",
                "than",
                "least",
                "about",
                "nearly",
                "some",
                "over",
                "only",
                "level",
                "section",
                "article",
                "resolution",
            ],
        ) && !(1950..=2030).contains(&year)
        {
            return false;
        }
        if self.is_amount_unit(at + 1) || self.is_chained(at) {
            return false;
        }
        let led = self.leads_to_year(at);
        match year {
            1900..=2099 => led || !self.counts_plural(at + 1),
            _ => (led || self.is(before, &["the", "as"])) && !self.counts_plural(at + 1),
        }
    }

    /// `2014/22/29`, `2010-2015-86`: numbers in a chain that is no date.
    fn is_chained(&self, at: usize) -> bool {
        let joint = |at: usize| self.glued(at) && self.is(at, &["/", "-", "–"]);
        let number = |at: usize| matches!(self.class(at), Class::Int(..)) && self.glued(at);
        let ahead = joint(at + 1) && number(at + 2);
        let behind = joint(at.wrapping_sub(1)) && self.glued(at) && matches!(self.class(at.wrapping_sub(2)), Class::Int(..));
        ahead && (joint(at + 3) && number(at + 4) || behind || matches!(self.class(at + 2), Class::Int(13.., 1..=2) | Class::Int(_, 5..)))
            || behind && joint(at.wrapping_sub(3))
            || behind && !matches!(self.class(at.wrapping_sub(2)), Class::Int(_, 4))
    }

    fn leads_to_year(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        self.is(
            before,
            &[
                "in", "since", "from", "to", "until", "till", "of", "by", "between", "and", "circa", "c.", "ca.", "during", "before",
                "after", "through", "early", "late", "mid", "fiscal", "for", "(",
            ],
        ) || self.is_dash(before)
            || self.is(before, &[","]) && matches!(self.class(before.wrapping_sub(1)), Class::Int(1000..=2199, 4))
    }

    /// `2000 people`, `1500 metres`: a lower-case plural behind it.
    fn counts_plural(&self, at: usize) -> bool {
        let word = self.word(at);
        self.sentence.has(at)
            && !self.is_capitalised(at)
            && (word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !self.is(at, &["was", "has", "is", "its", "this", "elections", "games", "championships"])
                || self.is(at, &["people", "men", "women", "children", "troops", "police"]))
    }

    fn is_amount_unit(&self, at: usize) -> bool {
        matches!(self.class(at), Class::Units(_) | Class::Zone)
            || self.is(
                at,
                &[
                    "people",
                    "km",
                    "kilometres",
                    "kilometers",
                    "metres",
                    "meters",
                    "miles",
                    "feet",
                    "tons",
                    "tonnes",
                    "dollars",
                    "euros",
                    "pounds",
                    "percent",
                    "per",
                    "hours",
                    "hrs",
                    "points",
                    "troops",
                    "soldiers",
                    "men",
                    "kg",
                    "mm",
                    "acres",
                    "hectares",
                    "o'clock",
                    "local",
                ],
            )
    }

    /// Years joined by a dash: `1939–45`, `2015-16`, `2006–2007`
    fn years(&self, at: usize) -> Option<Reading> {
        let Class::Int(first @ 1000..=2199, 4) = self.class(at) else { return None };
        if !self.is_dash(at + 1) || !self.glued(at + 1) || !self.glued(at + 2) || self.glued(at + 3) && self.is_dash(at + 3) {
            return None;
        }
        let last = match self.class(at + 2) {
            Class::Int(last @ 1000..=2199, 4) => last,
            Class::Int(last, 2) => first / 100 * 100 + last,
            _ => return None,
        };
        let months = matches!(self.class(at + 2), Class::Int(1..=12, 2)) && last < first;
        if months {
            return Some(Reading { end: at + 3, timex: Timex::is("date.month", Period::Month(i32::try_from(first).ok()?, last % 100)) });
        }
        let years = Period::Years(i32::try_from(first).ok()?, i32::try_from(last).ok()?);
        (last > first && last - first < 200 && !self.is_amount_unit(at + 3))
            .then(|| Reading { end: at + 3, timex: Timex::is("date.years", years) })
    }

    /// A month next to a number or a year; small letters and bare abbreviations will do.
    fn month_in_company(&self, at: usize) -> Option<u8> {
        match self.class(at) {
            Class::Month(month) | Class::MonthInCompany(month) => Some(month),
            _ => None,
        }
    }

    fn weekday_in_company(&self, at: usize) -> Option<u8> {
        match self.class(at) {
            Class::Weekday(weekday) | Class::WeekdayInCompany(weekday) => Some(weekday),
            _ => None,
        }
    }

    /// Whether a month that stands alone is one: `May` with a capital, not in a name, not a verb.
    pub(super) fn is_bare_month(&self, at: usize) -> bool {
        let Class::Month(month) = self.class(at) else { return false };
        let before = at.wrapping_sub(1);
        if !self.is_capitalised(at) {
            let led = self.is(
                before,
                &["in", "since", "until", "till", "of", "last", "next", "early", "late", "mid", "from", "to", "the", "by", "-", "this"],
            );
            return led
                && (!matches!(month, 3 | 5) || self.is(before, &["in", "since", "of", "last", "next"]) && self.stands_alone(at + 1));
        }
        let preposition = self.is(
            before,
            &[
                "in",
                "since",
                "until",
                "till",
                "by",
                "of",
                "from",
                "to",
                "last",
                "next",
                "this",
                "early",
                "late",
                "mid",
                "during",
                "through",
                "before",
                "after",
                "between",
                "each",
                "every",
                "for",
                "that",
                "past",
                "previous",
                "following",
            ],
        );
        let preposition =
            preposition || self.is(before, &["and", "or", "the", "-", "–", "is", "was", "as"]) && !self.is_capitalised(at + 1);
        let could_be_name = matches!(month, 3..=6 | 8) && self.word(at).len() > 3 || month == 5;
        if preposition || !could_be_name {
            return !self.names_somebody(at, preposition);
        }
        let opens = !self.sentence.has(before) || !self.segments.tokens[before].is_capitalised();
        opens && !(self.names_somebody(at, false) || month == 5 || month == 3 && !self.sentence.has(before))
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
        let led = led || led_by_verb && end == at + 2 && !self.is(at.wrapping_sub(1), &["in", "for", "was", "is", "as"]);
        let free = !self.sentence.has(end)
            || self.segments.tokens[end].kind != crate::segment::Kind::Word
            || self.is(end, &["and", "to", "at", "in", "when", "he", "she", "they", "it", "but"]);
        let month = self.of_month(end);
        let (end, which) = month.unwrap_or((end, Which::Open));
        (led && free || month.is_some())
            .then(|| Some(Reading { end, timex: Timex::named("date.day", Name::DayOfMonth(u8::try_from(day).ok()?), Year::Open, which) }))
            .flatten()
    }

    /// `of this month`, `of next month`
    fn of_month(&self, at: usize) -> Option<(usize, Which)> {
        let of = self.skip(at, &["of"]);
        let Class::Which(which) = self.class(of) else { return None };
        (of > at && self.class(of + 1) == Class::Unit(Unit::Month)).then_some((of + 2, which))
    }

    /// `the week of March 3`
    pub(super) fn week_of(&self, at: usize) -> Option<Reading> {
        let the = self.skip(at, &["the"]);
        if let Some(reading) = self.reads(the, &["week"]).then(|| self.week_number(the + 1)).flatten() {
            return Some(reading);
        }
        let date_at = match (self.word(the), self.word(the + 1)) {
            ("week", "of") => the + 2,
            ("week", "starting" | "beginning") => self.skip(the + 2, &["on"]),
            _ => return None,
        };
        let date = longest([self.day_month(date_at), self.month_first(date_at)])?;
        match date.timex.meaning {
            super::meaning::Meaning::When(When::Named { name: Name::Day(month, day), year, .. }) => {
                Some(Reading { end: date.end, timex: Timex::named("date.week", Name::WeekWith(month, day), year, Which::Open) })
            }
            super::meaning::Meaning::When(When::Is(Period::Day(day))) => {
                Some(Reading { end: date.end, timex: Timex::is("date.week", Period::around(day, Unit::Week)) })
            }
            _ => None,
        }
    }

    /// `31`, `27 of last year` behind "week"
    fn week_number(&self, at: usize) -> Option<Reading> {
        let Class::Int(week @ 1..=53, 1..=2) = self.class(at) else { return None };
        let (end, year) = self.year_phrase(at + 1).unwrap_or((at + 1, Year::Open));
        let free = self.stands_alone(end) || self.is(end, &["and", "to", "in", "at"]);
        free.then(|| Some(Reading { end, timex: Timex::named("date.week", Name::WeekNumber(u8::try_from(week).ok()?), year, Which::Open) }))
            .flatten()
    }

    /// A bare weekday, or one in a week that is told: `Monday`, `Tuesday last week`, `Friday of next week`
    pub(super) fn weekday(&self, at: usize) -> Option<Reading> {
        let weekday = match self.class(at) {
            Class::Weekday(weekday) => weekday,
            Class::WeekdayInCompany(weekday) if self.is_short_weekday(at) => weekday,
            _ => return None,
        };
        if let Some((end, weeks)) = self.week_phrase(at + 1) {
            return Some(Reading { end, timex: Timex::when("date.weekday", When::InWeek { weekday, weeks }) });
        }
        Some(Reading { end: at + 1, timex: Timex::named("date.weekday", Name::Weekday(weekday), Year::Open, Which::Open) })
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

    /// `last week`, `of next week`, `this week` behind a weekday.
    fn week_phrase(&self, at: usize) -> Option<(usize, i32)> {
        let of = self.skip(at, &["of"]);
        let weeks = match self.class(of) {
            Class::Which(Which::Last) => -1,
            Class::Which(Which::This) => 0,
            Class::Which(Which::Next) => 1,
            _ => return None,
        };
        (self.class(of + 1) == Class::Unit(Unit::Week)).then_some((of + 2, weeks))
    }

    /// A day in any form, for a time of day to be on it.
    pub(super) fn day(&self, at: usize) -> Option<Reading> {
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
        .filter(|day| day.timex.is_day())
    }
}

/// `98` is 1998, `24` is 2024.
fn full_year(written: u32, digits: u8) -> Option<i32> {
    let year = match (digits, written) {
        (2, 0..=49) => 2000 + written,
        (2, 50..=99) => 1900 + written,
        (4, 1000..=2199) => written,
        _ => return None,
    };
    i32::try_from(year).ok()
}

/// Which of the days, weeks, years is meant, and from where.
pub(super) fn steps(which: Which, determined: bool) -> Option<(i32, From)> {
    Some(match which {
        Which::Last | Which::Past | Which::Latest => (-1, From::Publication),
        Which::Next if determined => (1, From::Previous),
        Which::Next | Which::Coming => (1, From::Publication),
        Which::This | Which::Current => (0, From::Publication),
        Which::That | Which::Same => (0, From::Previous),
        Which::Previous => (-1, From::Previous),
        Which::Following => (1, From::Previous),
        Which::Open => return None,
    })
}
