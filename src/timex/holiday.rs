//! Named days.
//!
//! `holidays.txt` lists them with their rule: `12-25` a day of the year, `1944-06-06` a day of history, `nth 11 4 4` a month
//! and its fourth Thursday (5 is the last), `before 5 1 25` the last Monday before 25 May, `easter -2` days from Easter Sunday, `hijri 9 1 0 29` a day of the Islamic
//! calendar, how many days after it, and how many days long. They are facts of law and custom.

use super::feast;
use super::meaning::{Name, Timex, Year};
use super::national;
use super::period::{Period, add_days, nth_weekday};
use super::reader::{Reader, Reading};
use super::words::{Class, Which};
use crate::segment::Segments;
use crate::span::Run;
use chrono::{NaiveDate, Weekday};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::LazyLock;

/// When a named day is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Holiday {
    rule: Rule,
    /// Days after the rule's own day.
    offset: i64,
    /// How many days it lasts.
    days: i64,
}

/// What it is counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rule {
    /// Month and day.
    Fixed(u32, u32),
    /// A day of history, once: year, month, day.
    Once(i32, u32, u32),
    /// Month, weekday (1 is Monday), which of them.
    Nth(u32, u8, u8),
    /// Month, weekday, day: the last such weekday before that day.
    Before(u32, u8, u32),
    /// Easter Sunday of the western, or of the eastern churches.
    Easter,
    OrthodoxEaster,
    /// Month and day of the Islamic calendar.
    Hijri(i32, i32),
    Passover,
    RoshHashanah,
    Hanukkah,
    ChineseNewYear,
    Diwali,
    Holi,
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

/// Whether the words are, or begin, the name of a holiday.
pub(super) fn is_named(segments: &Segments<'_>, run: Run) -> bool {
    let end = |end: usize| Run::new(run.start as usize, end.min(segments.tokens.len()));
    (run.end as usize..=run.end as usize + 2).any(|token| HOLIDAYS.contains_key(segments.lower_run(end(token))))
        || national::ends_name(segments, run)
}

impl Reader<'_> {
    /// `Christmas`, `Easter Monday`, `Thanksgiving Day 2010`, `Labor Day`
    pub(super) fn holiday(&self, at: usize) -> Option<Reading> {
        if !(matches!(self.class(at), Class::Feast | Class::Month(4 | 5) | Class::Ordinal(4)) || self.is(at, &["all"])) {
            return None;
        }
        let listed = (1..=LONGEST).rev().find_map(|length| {
            let run = Run::new(at, at + length);
            let holiday = self.sentence.contains(run).then(|| HOLIDAYS.get(self.segments.lower_run(run))).flatten()?;
            Some((at + length, holiday))
        });
        let (end, holiday) = listed.or_else(|| self.national_day(at))?;
        let year_at = self.skip(self.skip(end, &[","]), &["of", "in"]);
        let (end, year) = match self.stated_year(year_at) {
            Some((end, year)) => (end, Year::Is(year)),
            None => self.year_phrase(end).unwrap_or((end, Year::Open)),
        };
        let bare = end == at + 1 && self.is(at, &["christmas", "easter", "xmas", "halloween", "thanksgiving"]) && year == Year::Open;
        if bare && self.is_part_of_compound(end) {
            return None;
        }
        if let Some(day) = holiday.once().filter(|_| year == Year::Open) {
            return Some(Reading { end, timex: Timex::is("date.holiday", day) });
        }
        let timex = match year {
            Year::Is(year) => Timex::is("date.holiday", holiday.in_year(year)?),
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
                    "and", "or", "in", "at", "on", "when", "but", "is", "was", "are", "were", "has", "have", "had", "will", "would",
                    "this", "last", "next", "to", "with", "for", "from", "before", "after", "until", "since", "than", "that", "if", "the",
                    "as", "by", "he", "she", "it", "we", "they", "there", "because",
                ],
            );
        !ends
    }
}

impl Holiday {
    /// `12-25`, `1944-06-06`, `nth 11 4 4`, `nth 11 1 1 1`, `easter -2`, `hijri 9 1 0 29`
    pub(super) fn parse(written: &str) -> Option<Self> {
        let mut fields = written.split(' ');
        let name = fields.next()?;
        let mut number = || fields.next().and_then(|field| field.parse::<i32>().ok());
        let rule = match name {
            "nth" => Rule::Nth(number()?.try_into().ok()?, number()?.try_into().ok()?, number()?.try_into().ok()?),
            "easter" => Rule::Easter,
            "orthodox" => Rule::OrthodoxEaster,
            "hijri" => Rule::Hijri(number()?, number()?),
            "passover" => Rule::Passover,
            "rosh-hashanah" => Rule::RoshHashanah,
            "hanukkah" => Rule::Hanukkah,
            "chinese" => Rule::ChineseNewYear,
            "before" => Rule::Before(number()?.try_into().ok()?, number()?.try_into().ok()?, number()?.try_into().ok()?),
            "diwali" => Rule::Diwali,
            "holi" => Rule::Holi,
            date => Rule::parse_date(date)?,
        };
        Some(Self { rule, offset: number().unwrap_or(0).into(), days: number().unwrap_or(1).into() })
    }

    /// The day, or days, in a year.
    pub(crate) fn in_year(&self, year: i32) -> Option<Period> {
        let first = add_days(self.rule.in_year(year)?, self.offset)?;
        Some(if self.days == 1 { Period::Day(first) } else { Period::Days(first, add_days(first, self.days - 1)?) })
    }

    /// The day of history that it is, if it is one.
    fn once(&self) -> Option<Period> {
        match self.rule {
            Rule::Once(year, ..) => self.in_year(year),
            _ => None,
        }
    }

    /// The value where the year is not known.
    pub(crate) fn unplaced(&self) -> String {
        match self.rule {
            Rule::Fixed(month, day) | Rule::Once(_, month, day) => format!("XXXX-{month:02}-{day:02}"),
            Rule::Nth(month, ..) | Rule::Before(month, ..) => format!("XXXX-{month:02}"),
            _ => "XXXX".into(),
        }
    }
}

impl Rule {
    /// `12-25`, `1944-06-06`
    fn parse_date(written: &str) -> Option<Self> {
        let mut parts = written.split('-').map(str::parse::<u32>);
        let mut part = || parts.next()?.ok();
        match (part()?, part()?, part()) {
            (year, month, Some(day)) => Some(Self::Once(i32::try_from(year).ok()?, month, day)),
            (month, day, None) => Some(Self::Fixed(month, day)),
        }
    }

    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) | Self::Once(_, month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth(month, weekday, nth) => nth_weekday(year, month, Weekday::try_from(weekday - 1).ok()?, nth),
            Self::Easter => feast::easter(year),
            Self::OrthodoxEaster => feast::orthodox_easter(year),
            Self::Hijri(month, day) => feast::hijri(year, month, day),
            Self::Passover => feast::passover(year),
            Self::RoshHashanah => feast::rosh_hashanah(year),
            Self::Hanukkah => feast::hanukkah(year),
            Self::Before(month, weekday, day) => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?.pred_opt()?;
                day.week(Weekday::try_from(weekday - 1).ok()?).checked_first_day()
            }
            Self::ChineseNewYear => feast::chinese_new_year(year),
            Self::Diwali => feast::diwali(year),
            Self::Holi => feast::holi(year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HOLIDAYS, Period};

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
            ("victoria day", 2016, "2016-05-23"),
            ("victoria day", 2026, "2026-05-18"),
            ("kwanzaa", 2023, "2023-12-26/2024-01-01"),
            ("ramadan", 2019, "2019-05-05/2019-06-02"),
        ] {
            let found = HOLIDAYS.get(name).and_then(|holiday| holiday.in_year(year)).map(Period::value);
            assert_eq!(found.as_deref(), Some(day), "{name} {year}");
        }
    }

    /// Every line of the list has a rule that can be read.
    #[test]
    fn list() {
        assert_eq!(HOLIDAYS.len(), include_str!("holidays.txt").lines().count());
    }
}
