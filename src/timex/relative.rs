//! Relative expressions: counted from the day of publication or from another date.
//!
//! ```text
//! yesterday · the day before yesterday · last week · the following month · last April · this summer · next Friday ·
//! two years ago · three days later · a year earlier · the week before last · three weeks from tomorrow · a week today
//! ```

use super::meaning::{Amount, From, Length, Meaning, Name, Reference, Timex, When, Year};
use super::narrative::NOTE;
use super::period::Unit;
use super::reader::{Reader, Reading, longest};
use super::words::{Class, Which};
use crate::annotation::Modifier;

impl Reader<'_> {
    pub(super) fn relative(&self, at: usize) -> Option<Reading> {
        longest([
            self.deictic(at),
            self.before_last(at),
            self.which_unit(at),
            self.which_named(at),
            self.spread(at),
            self.counted(at),
            self.day_before(at),
            self.counted_from_day(at),
        ])
    }

    /// `yesterday`, `the day before yesterday`, `the day after tomorrow`
    pub(super) fn deictic(&self, at: usize) -> Option<Reading> {
        if let Class::Deictic(by) = self.class(at) {
            return Some(Reading { end: at + 1, timex: Timex::counted("date.deictic", Unit::Day, i32::from(by), From::Publication) });
        }
        let day = self.skip(at, &["the"]);
        if self.class(day) != Class::Unit(Unit::Day) {
            return None;
        }
        match (self.word(day + 1), self.class(day + 2)) {
            ("before", Class::Deictic(-1)) => {
                Some(Reading { end: day + 3, timex: Timex::counted("date.deictic", Unit::Day, -2, From::Publication) })
            }
            ("after", Class::Deictic(1)) => {
                Some(Reading { end: day + 3, timex: Timex::counted("date.deictic", Unit::Day, 2, From::Publication) })
            }
            _ => None,
        }
    }

    /// `the week before last`, `the year after next`
    fn before_last(&self, at: usize) -> Option<Reading> {
        let start = self.skip(at, &["the"]);
        let Class::Unit(unit) = self.class(start) else { return None };
        let which = self.skip(start + 2, &["the"]);
        let by = match (self.word(start + 1), self.class(which)) {
            ("before", Class::Which(Which::Last)) => -2,
            ("after", Class::Which(Which::Next)) => 2,
            _ => return None,
        };
        Some(Reading { end: which + 1, timex: Timex::counted("date.which", unit, by, From::Publication) })
    }

    /// `last week`, `this year`, `the following month`, `the same day`, `that year`, `the current quarter`
    pub(super) fn which_unit(&self, at: usize) -> Option<Reading> {
        let start = self.skip(at, &["the"]);
        let (after, which) = self.which(start)?;
        let after = self.skip(after, &["same", "calendar", "full", "working"]);
        let unit = match self.class(after) {
            Class::Unit(unit) if unit >= Unit::Day => unit,
            _ if which == Which::Latest && self.is(after, &["period"]) => Unit::Quarter,
            _ => return None,
        };
        let hyphenated = self.is_dash(after + 1) && self.glued(after + 1) && self.glued(after + 2) && !self.is(after + 2, &["end"]);
        if hyphenated {
            return None;
        }
        let end = after + 1;
        if which == Which::Latest && (unit != Unit::Quarter || start == at) {
            return None;
        }
        if unit == Unit::Quarter && which == Which::Latest {
            return Some(Reading { end, timex: Timex::counted("date.quarter", Unit::Quarter, -1, From::Publication) });
        }
        let determined = start > at;
        // "the last day of the fair"
        if which == Which::Last && unit == Unit::Day && self.is(end, &["of"]) {
            return None;
        }
        // "a promise that half of them stay"
        if which == Which::That && unit == Unit::Half && self.is(end, &["of"]) {
            return None;
        }
        let as_length = match which {
            Which::Past | Which::Coming => determined,
            Which::Last => determined && unit >= Unit::Decade,
            _ => false,
        };
        if as_length {
            return Some(Reading { end, timex: Timex::length(Length::whole(1, unit)) });
        }
        // On any day of the week the coming weekend is the first to come.
        if (which, unit) == (Which::Coming, Unit::Weekend) {
            return Some(Reading { end, timex: Timex::named("date.which", Name::Weekend, Year::Open, which) });
        }
        let (by, from) = steps(which, start > at)?;
        let timex = Timex::counted("date.which", unit, by, from);
        // "the next year or so"
        if self.reads(end, &["or", "so"]) {
            return Some(Reading { end: end + 2, timex: timex.with_modifier(Modifier::Approx) });
        }
        Some(Reading { end, timex })
    }

    /// `last`, `this past`, `this coming`, `the same`
    fn which(&self, at: usize) -> Option<(usize, Which)> {
        let Class::Which(which) = self.class(at) else { return None };
        match (which, self.class(at + 1)) {
            (Which::This, Class::Which(second @ (Which::Past | Which::Coming | Which::Next | Which::Same | Which::Last))) => {
                Some((at + 2, second))
            }
            (Which::That, Class::Which(Which::Same)) => Some((at + 2, Which::Same)),
            _ => Some((at + 1, which)),
        }
    }

    /// `last April`, `this summer`, `the previous Friday`, `next Christmas`, `that May`
    pub(super) fn which_named(&self, at: usize) -> Option<Reading> {
        let start = self.skip(at, &["the"]);
        let (after, which) = self.which(start)?;
        let (end, name) = self.name(after)?;
        if which == Which::That && !self.is(at.wrapping_sub(1), &["in", "on", "of", "by", "until", "since", "from", "for"]) {
            return None;
        }
        let which = if which == Which::Next && start > at { Which::Following } else { which };
        let (end, year) = match name {
            Name::Weekday(_) => (end, Year::Open),
            _ => self.stated_year(self.skip(end, &[","])).map_or((end, Year::Open), |(end, year)| (end, Year::Is(year))),
        };
        // "this coming Sunday, March 8": the date says it.
        let dated =
            matches!(name, Name::Weekday(_)).then(|| self.date(after)).flatten().filter(|date| date.end > end && date.timex.is_day());
        if let Some(date) = dated {
            return Some(date);
        }
        Some(Reading { end, timex: Timex::named("date.which", name, year, which) })
    }

    fn name(&self, at: usize) -> Option<(usize, Name)> {
        let next = at + 1;
        Some(match self.class(at) {
            Class::Weekday(weekday) | Class::WeekdayInCompany(weekday) => (next, Name::Weekday(weekday)),
            Class::Month(3 | 5) if !self.is_capitalised(at) => return None,
            Class::Month(month) | Class::MonthInCompany(month) => match self.day_number(next) {
                Some((end, day)) if !matches!(self.class(end), Class::Units(_)) => (end, Name::Day(month, day)),
                _ => (next, Name::Month(month)),
            },
            Class::Season(season) => (next, Name::Season(season)),
            _ => match self.holiday(at)?.timex.meaning {
                Meaning::When(When::Named { name: name @ Name::Holiday(_), .. }) => (self.holiday(at)?.end, name),
                _ => return None,
            },
        })
    }

    /// `two years ago`, `three days later`, `a year earlier`, `two weeks from now`, `three weeks' time`
    fn counted(&self, at: usize) -> Option<Reading> {
        let (end, length) = self.length(at).or_else(|| self.units_in_a_row(at))?;
        let (after, sign, from) = self.direction(end)?;
        if length.first().0 == Amount::Vague && self.is(after - 1, &["time"]) {
            return None;
        }
        let timex =
            count(length, sign, from).unwrap_or_else(|| Timex::reference(if sign < 0 { Reference::Past } else { Reference::Future }));
        Some(Reading { end: after, timex })
    }

    /// `two weeks ago`, `three weeks from now`: so many weeks on.
    pub(super) fn weeks_from_now(&self, at: usize) -> Option<(usize, i32)> {
        let (end, length) = self.length(at)?;
        let (Amount::Exact(hundredths), Unit::Week) = length.first() else { return None };
        let (after, sign, From::Publication) = self.direction(end)? else { return None };
        let weeks = i32::try_from(hundredths / 100).ok().filter(|_| hundredths % 100 == 0 && length.parts[1].is_none())?;
        Some((after, weeks.checked_mul(sign)?))
    }

    /// `two to three weeks ago`, and in a note `in 3-5 days`
    fn spread(&self, at: usize) -> Option<Reading> {
        let (joint, Amount::Exact(low)) = self.one_amount(at)? else { return None };
        let joined = self.is(joint, &["to", "or"]) || self.is_dash(joint);
        let (end, Amount::Exact(high)) = joined.then(|| self.one_amount(joint + 1)).flatten()? else { return None };
        let Class::Units(unit) = self.class(end) else { return None };
        let (low, high) = (i32::try_from(low / 100).ok()?, i32::try_from(high / 100).ok()?);
        let timex = |from: i32, to: i32| Timex::when("date.ago", When::Spread { unit, from, to });
        let ahead = self.segments.tokens.len() <= NOTE && self.is(at.wrapping_sub(1), &["in"]);
        let timex = match self.direction(end + 1) {
            Some((after, -1, From::Publication)) => Reading { end: after, timex: timex(-high, -low) },
            Some((after, 1, From::Publication)) => Reading { end: after, timex: timex(low, high) },
            None if ahead => Reading { end: end + 1, timex: timex(low, high) },
            _ => return None,
        };
        (unit >= Unit::Day && low < high).then_some(timex)
    }

    /// `years ago`, `weeks later`
    fn units_in_a_row(&self, at: usize) -> Option<(usize, Length)> {
        let Class::Units(unit) = self.class(at) else { return None };
        Some((at + 1, Length::of(Amount::Vague, unit)))
    }

    /// Which way to count, and from where.
    fn direction(&self, at: usize) -> Option<(usize, i32, From)> {
        let next = at + 1;
        Some(match self.word(at) {
            "ago" | "back" if self.word(at) == "ago" || !self.is(next, &["to", "in", "into", "from", "at", "on"]) => {
                (next, -1, From::Publication)
            }
            "or" if self.reads(at, &["or", "so", "ago"]) => (at + 3, -1, From::Publication),
            "from" if self.is(next, &["now", "today"]) => (at + 2, 1, From::Publication),
            "'" | "'s" | "’" if self.glued(at) && self.is(next, &["time"]) => (at + 2, 1, From::Publication),
            "earlier" | "previously" | "beforehand" => (next, -1, From::Previous),
            "later" | "afterwards" | "afterward" | "thereafter" | "hence" => (next, 1, From::Previous),
            "before" | "prior" if self.stands_alone(next) => (next, -1, From::Previous),
            "before" if self.is(next, &["that", "then"]) && self.stands_alone(at + 2) => (at + 2, -1, From::Previous),
            "after" if self.stands_alone(next) => (next, 1, From::Previous),
            "after" if self.is(next, &["that"]) && self.stands_alone(at + 2) => (at + 2, 1, From::Previous),
            "on" if self.is(next, &[","]) && at <= self.sentence.start as usize + 3 => (next, 1, From::Previous),
            _ => return None,
        })
    }

    /// Whether nothing follows that "before" could govern.
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        !self.sentence.has(at)
            || !matches!(
                self.segments.tokens[at].kind,
                crate::segment::Kind::Word | crate::segment::Kind::Number | crate::segment::Kind::Quote
            )
    }

    /// `the day before`, `the year previous`, `the night before`, `the day after`: nothing follows.
    fn day_before(&self, at: usize) -> Option<Reading> {
        let start = self.skip(at, &["the"]);
        let Class::Unit(unit) = self.class(start) else { return None };
        let by = match self.word(start + 1) {
            "before" | "previous" | "prior" => -1,
            "after" | "following" => 1,
            _ => return None,
        };
        let alone = self.stands_alone(start + 2) && unit >= Unit::Day && start > at;
        let named = self.day(start + 2).filter(|_| unit == Unit::Day && self.is(start + 1, &["before", "after"]));
        if let Some(Reading { end, timex }) = named {
            return Some(Reading { end, timex: Timex { shift: Some((Unit::Day, by)), weekday: None, rule: "date.later", ..timex } });
        }
        alone.then(|| Reading { end: start + 2, timex: Timex::counted("date.later", unit, by, From::Previous) })
    }

    /// `two weeks before Christmas`, `three weeks from tomorrow`, `16 days after 2 January`, `a week today`,
    /// `three weeks after Easter on Friday`
    fn counted_from_day(&self, at: usize) -> Option<Reading> {
        let (end, length) = self.length(at)?;
        let sign = match self.word(end) {
            "before" | "until" | "till" => -1,
            "from" | "after" => 1,
            _ if self.reads(at, &["a", "week"]) => 1,
            _ => return None,
        };
        let day_at = self.skip(end, &["before", "until", "till", "from", "after"]);
        let day = if day_at == end { self.deictic(day_at) } else { self.day(day_at) }?;
        let (Amount::Exact(hundredths), unit) = length.first() else { return None };
        let by = i32::try_from(hundredths / 100).ok()?.checked_mul(sign)?;
        let told = Reading { end: day.end, timex: Timex { shift: Some((unit, by)), rule: "date.later", ..day.timex } };
        let told = match self.class(day.end + 1) {
            Class::Weekday(weekday) if unit == Unit::Week && self.is(day.end, &["on"]) => {
                Reading { end: day.end + 2, timex: told.timex.with_weekday(weekday) }
            }
            _ => told,
        };
        (unit >= Unit::Day && hundredths % 100 == 0).then_some(told)
    }
}

/// `a year and a half` is 18 months; without a number there is nothing to count.
fn count(length: Length, sign: i32, from: From) -> Option<Timex> {
    let (Amount::Exact(hundredths), unit) = length.first() else { return None };
    let rule = if from == From::Publication { "date.ago" } else { "date.later" };
    if let Some((months, days)) = length.months_and_days().filter(|_| length.parts[1].is_some()) {
        let (months, days) = (months.checked_mul(sign)?, days.checked_mul(sign)?);
        return Some(match (months, days) {
            (months, 0) => Timex::counted(rule, Unit::Month, months, from),
            (0, days) => Timex::counted(rule, Unit::Day, days, from),
            (months, days) => Timex::when(rule, When::Apart { months, days, from }),
        });
    }
    let (hundredths, unit) = match unit {
        Unit::Half => (hundredths * 6, Unit::Month),
        Unit::Year if hundredths % 100 != 0 => (hundredths.checked_mul(12)?, Unit::Month),
        Unit::Millennium => (hundredths.checked_mul(10)?, Unit::Century),
        _ => (hundredths, unit),
    };
    let by = i32::try_from(hundredths / 100).ok()?;
    Some(Timex::counted(rule, unit, by.checked_mul(sign)?, from))
}

/// Which of the days, weeks, years is meant, and from where.
fn steps(which: Which, determined: bool) -> Option<(i32, From)> {
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
