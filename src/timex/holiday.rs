//! Named days.
//!
//! `holidays.txt` lists them with their rule: `12-25` a day, `11 4 4` a month and its fourth Thursday (5 is the last),
//! `easter -2` days from Easter Sunday, `eid-al-fitr 0` days from a feast in `lunar.txt`. Day rules are facts of law and
//! custom; the days of lunar feasts are those announced or computed for 1990 to 2040.

use super::meaning::{Name, Timex, Year};
use super::period::{Period, add_days, nth_weekday};
use super::reader::{Reader, Reading};
use super::words::{Class, Which};
use crate::span::Run;
use chrono::{NaiveDate, Weekday};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::LazyLock;

/// When a named day is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Holiday {
    /// Month and day.
    Fixed(u32, u32),
    /// Month, weekday (1 is Monday), which of them, days after it.
    Nth(u32, u8, u8, i64),
    /// Days from Easter Sunday.
    Easter(i64),
    /// Days from Easter Sunday of the eastern churches.
    OrthodoxEaster(i64),
    /// A day of history, once: year, month, day.
    Once(i32, u32, u32),
}

static HOLIDAYS: LazyLock<FxHashMap<&'static str, Holiday>> = LazyLock::new(|| {
    let lines = include_str!("holidays.txt");
    let mut holidays = FxHashMap::with_capacity_and_hasher(lines.len() / 16, FxBuildHasher);
    holidays.extend(lines.lines().filter_map(|line| {
        let (name, rule) = line.split_once('\t')?;
        Some((name, Holiday::parse(rule)?))
    }));
    holidays
});

/// A holiday's name has no more tokens than this.
const LONGEST: usize = 6;

impl Reader<'_> {
    /// `Christmas`, `Easter Monday`, `Thanksgiving Day 2010`, `Labor Day`
    pub(super) fn holiday(&self, at: usize) -> Option<Reading> {
        if !(matches!(self.class(at), Class::Feast | Class::Month(4 | 5) | Class::Ordinal(4)) || self.is(at, &["all"])) {
            return None;
        }
        let (end, holiday) = (1..=LONGEST).rev().find_map(|length| {
            let run = Run::new(at, at + length);
            let holiday = self.sentence.contains(run).then(|| HOLIDAYS.get(self.segments.lower_run(run))).flatten()?;
            Some((at + length, holiday))
        })?;
        let year_at = self.skip(self.skip(end, &[","]), &["of", "in"]);
        let (end, year) = match self.stated_year(year_at) {
            Some((end, year)) => (end, Year::Is(year)),
            None => self.year_phrase(end).unwrap_or((end, Year::Open)),
        };
        let bare = end == at + 1 && self.is(at, &["christmas", "easter", "xmas", "halloween", "thanksgiving"]) && year == Year::Open;
        if bare && self.is_part_of_compound(end) {
            return None;
        }
        if let (Holiday::Once(year, month, day), Year::Open) = (holiday, year) {
            return Some(Reading { end, timex: Timex::is("date.holiday", Period::day(*year, *month, *day)?) });
        }
        let timex = match year {
            Year::Is(year) => Timex::is("date.holiday", Period::Day(holiday.in_year(year)?)),
            year => Timex::named("date.holiday", Name::Holiday(holiday), year, Which::Open),
        };
        Some(Reading { end, timex })
    }
}

impl Reader<'_> {
    /// `Christmas market`, `Easter Island`: a noun follows.
    fn is_part_of_compound(&self, at: usize) -> bool {
        let ends = self.stands_alone(at)
            || self.is(
                at,
                &[
                    "and", "or", "in", "at", "when", "but", "is", "was", "will", "this", "last", "next", "to", "with", "for", "the", "as",
                    "by", "he", "she", "they", "because",
                ],
            );
        !ends
    }
}

impl Holiday {
    /// `12-25`, `11 4 4`, `11 1 2 1`, `easter -2`
    fn parse(rule: &str) -> Option<Self> {
        if let Some((month, day)) = rule.split_once('-').filter(|(_, day)| !rule.contains(' ') && !day.contains('-')) {
            return Some(Self::Fixed(month.parse().ok()?, day.parse().ok()?));
        }
        if let [year, month, day] = rule.split('-').collect::<Vec<_>>()[..]
            && !rule.contains(' ')
        {
            return Some(Self::Once(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?));
        }
        let mut fields = rule.split(' ');
        match fields.next()? {
            "easter" => Some(Self::Easter(fields.next()?.parse().ok()?)),
            "orthodox" => Some(Self::OrthodoxEaster(fields.next()?.parse().ok()?)),
            month => {
                let (month, weekday, nth) = (month.parse().ok()?, fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
                Some(Self::Nth(month, weekday, nth, fields.next().and_then(|days| days.parse().ok()).unwrap_or(0)))
            }
        }
    }

    /// The day in a year.
    pub(crate) fn in_year(&self, year: i32) -> Option<NaiveDate> {
        match *self {
            Self::Fixed(month, day) | Self::Once(_, month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth(month, weekday, nth, days) => add_days(nth_weekday(year, month, Weekday::try_from(weekday - 1).ok()?, nth)?, days),
            Self::Easter(days) => add_days(easter(year)?, days),
            Self::OrthodoxEaster(days) => add_days(orthodox_easter(year)?, days),
        }
    }
}

impl Holiday {
    /// The value where the year is not known.
    pub(crate) fn unplaced(&self) -> String {
        match *self {
            Self::Fixed(month, day) | Self::Once(_, month, day) => format!("XXXX-{month:02}-{day:02}"),
            Self::Nth(month, ..) => format!("XXXX-{month:02}"),
            Self::Easter(_) | Self::OrthodoxEaster(_) => "XXXX".into(),
        }
    }
}

/// Easter Sunday of the western churches: the anonymous Gregorian computus (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, century_rest) = (century / 4, century % 4);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - leap_centuries - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * century_rest + 2 * (rest / 4) - moon - rest % 4).rem_euclid(7);
    let shift = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * shift + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

/// Easter Sunday of the eastern churches: the Julian computus, on the Gregorian calendar, 1900 to 2099.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let weekday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let days = moon + weekday + 114;
    let julian = NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)?;
    add_days(julian, 13)
}

#[cfg(test)]
mod tests {
    use super::HOLIDAYS;

    /// One line a case: name, year, day.
    #[test]
    fn days() {
        for (name, year, day) in [
            ("christmas", 2024, "2024-12-25"),
            ("easter sunday", 2024, "2024-03-31"),
            ("easter monday", 2025, "2025-04-21"),
            ("good friday", 2000, "2000-04-21"),
            ("orthodox easter", 2024, "2024-05-05"),
            ("thanksgiving", 2023, "2023-11-23"),
            ("memorial day", 2024, "2024-05-27"),
            ("election day", 2020, "2020-11-03"),
        ] {
            let found = HOLIDAYS.get(name).and_then(|holiday| holiday.in_year(year)).map(|day| day.to_string());
            assert_eq!(found.as_deref(), Some(day), "{name} {year}");
        }
    }

    /// Every line of the list has a rule that can be read.
    #[test]
    fn list() {
        assert_eq!(HOLIDAYS.len(), include_str!("holidays.txt").lines().count());
    }
}
