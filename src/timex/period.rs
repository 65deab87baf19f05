//! Stretches of the calendar: what an expression comes to once it is counted, and the arithmetic on them.
//!
//! Weeks are those of ISO 8601. Years before Christ are negative, and there is no year 0: `-490` is 490 BC.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A unit of time, shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A stretch of the calendar, the whole of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    Day(NaiveDate),
    /// The week that begins on this Monday.
    Week(NaiveDate),
    /// The end of the week that begins on this Monday.
    Weekend(NaiveDate),
    Month(i32, u32),
    Quarter(i32, u32),
    Half(i32, u32),
    /// A winter carries the year in which it begins.
    Season(i32, Season),
    Year(i32),
    /// `Decade(199)`: 1990 to 1999.
    Decade(i32),
    /// `Century(19)`: 1900 to 1999.
    Century(i32),
    FiscalYear(i32),
    FiscalQuarter(i32, u32),
    /// From the first day to the last.
    Days(NaiveDate, NaiveDate),
    /// From the first year to the last.
    Years(i32, i32),
}

/// Years that are counted with; outside, arithmetic gives up.
const YEARS: std::ops::RangeInclusive<i32> = -9999..=9999;

impl Period {
    /// The day, if there is one.
    pub(crate) fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(astronomical(year), month, day).map(Self::Day)
    }

    /// The stretch of this length that a day lies in.
    pub(crate) fn around(day: NaiveDate, unit: Unit) -> Self {
        let (year, month) = (historical(day.year()), day.month());
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Week => Self::Week(monday(day)),
            Unit::Weekend => Self::Weekend(monday(day)),
            Unit::Month => Self::Month(year, month),
            Unit::Quarter => Self::Quarter(year, month.div_ceil(3)),
            Unit::Half => Self::Half(year, month.div_ceil(6)),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year.div_euclid(10)),
            Unit::Century | Unit::Millennium => Self::Century(year.div_euclid(100)),
        }
    }

    /// The stretch of the same length so many later, or earlier.
    pub(crate) fn shift(self, by: i32) -> Option<Self> {
        let shifted = match self {
            Self::Day(day) => Self::Day(add_days(day, i64::from(by))?),
            Self::Week(monday) => Self::Week(add_days(monday, 7 * i64::from(by))?),
            Self::Weekend(monday) => Self::Weekend(add_days(monday, 7 * i64::from(by))?),
            Self::Month(year, month) => part(year, month, 12, by).map(|(year, month)| Self::Month(year, month))?,
            Self::Quarter(year, quarter) => part(year, quarter, 4, by).map(|(year, quarter)| Self::Quarter(year, quarter))?,
            Self::FiscalQuarter(year, quarter) => part(year, quarter, 4, by).map(|(year, quarter)| Self::FiscalQuarter(year, quarter))?,
            Self::Half(year, half) => part(year, half, 2, by).map(|(year, half)| Self::Half(year, half))?,
            Self::Season(year, season) => Self::Season(add_years(year, by)?, season),
            Self::Year(year) => Self::Year(add_years(year, by)?),
            Self::FiscalYear(year) => Self::FiscalYear(add_years(year, by)?),
            Self::Decade(decade) => Self::Decade(in_range(decade.checked_add(by)?, 10)?),
            Self::Century(century) => Self::Century(in_range(century.checked_add(by)?, 100)?),
            Self::Days(..) | Self::Years(..) => return None,
        };
        Some(shifted)
    }

    /// First and last day.
    pub(crate) fn range(self) -> Option<(NaiveDate, NaiveDate)> {
        let months = |year: i32, first: u32, count: u32| Some((month_start(year, first)?, month_end(year, first + count - 1)?));
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(monday) => Some((monday, add_days(monday, 6)?)),
            Self::Weekend(monday) => Some((add_days(monday, 5)?, add_days(monday, 6)?)),
            Self::Month(year, month) => months(year, month, 1),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Self::Half(year, half) => months(year, half * 6 - 5, 6),
            Self::Season(year, Season::Winter) => Some((month_start(year, 12)?, month_end(add_years(year, 1)?, 2)?)),
            Self::Season(year, season) => months(year, 3 * (season as u32) + 3, 3),
            Self::Year(year) => months(year, 1, 12),
            Self::Decade(decade) => Some((month_start(decade * 10, 1)?, month_end(decade * 10 + 9, 12)?)),
            Self::Century(century) => Some((month_start(century * 100, 1)?, month_end(century * 100 + 99, 12)?)),
            Self::FiscalYear(_) | Self::FiscalQuarter(..) => None,
            Self::Days(first, last) => Some((first, last)),
            Self::Years(first, last) => Some((month_start(first, 1)?, month_end(last, 12)?)),
        }
    }

    /// The year it lies in, or begins in.
    pub(crate) fn year(self) -> i32 {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) | Self::Days(day, _) => historical(day.year()),
            Self::Month(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Season(year, _)
            | Self::FiscalQuarter(year, _)
            | Self::Year(year)
            | Self::FiscalYear(year)
            | Self::Years(year, _) => year,
            Self::Decade(decade) => decade * 10,
            Self::Century(century) => century * 100,
        }
    }

    /// The TIMEX3 value.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Day(day) => format!("{}-{:02}-{:02}", written(historical(day.year())), day.month(), day.day()),
            Self::Week(monday) => format!("{}-W{:02}", written(monday.iso_week().year()), monday.iso_week().week()),
            Self::Weekend(monday) => format!("{}-W{:02}-WE", written(monday.iso_week().year()), monday.iso_week().week()),
            Self::Month(year, month) => format!("{}-{month:02}", written(year)),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", written(year)),
            Self::Half(year, half) => format!("{}-H{half}", written(year)),
            Self::Season(year, season) => format!("{}-{}", written(year), season.code()),
            Self::Year(year) => written(year),
            Self::Decade(decade) if decade < 0 => format!("BC{:03}", -1 - decade),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) if century < 0 => format!("BC{:02}", -1 - century),
            Self::Century(century) => format!("{century:02}"),
            Self::FiscalYear(year) => format!("FY{}", written(year)),
            Self::FiscalQuarter(year, quarter) => format!("FY{}-Q{quarter}", written(year)),
            Self::Days(first, last) => format!("{}/{}", Self::Day(first).value(), Self::Day(last).value()),
            Self::Years(first, last) => format!("{}/{}", written(first), written(last)),
        }
    }
}

impl Season {
    /// `SP`
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

/// The day so many later, within the years that are counted with.
pub(crate) fn add_days(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    let moved = if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) };
    moved.filter(|day| YEARS.contains(&day.year()))
}

/// The Monday on or before a day.
pub(crate) fn monday(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(day)
}

/// The year so many later; there is no year 0.
pub(crate) fn add_years(year: i32, by: i32) -> Option<i32> {
    in_range(historical(astronomical(year).checked_add(by)?), 1)
}

/// The day of this number in the month so many later, or the month's last day.
pub(crate) fn add_months(day: NaiveDate, by: i32) -> Option<NaiveDate> {
    let (year, month) = part(historical(day.year()), day.month(), 12, by)?;
    NaiveDate::from_ymd_opt(astronomical(year), month, day.day()).or_else(|| month_end(year, month))
}

/// Which Monday, say, of the month: `nth` from 1, or 5 for the last.
pub(crate) fn nth_weekday(year: i32, month: u32, weekday: Weekday, nth: u8) -> Option<NaiveDate> {
    let year = astronomical(year);
    if nth < 5 {
        NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
    } else {
        (4..=5).rev().find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth))
    }
}

/// Moves one of `parts` parts of a year on by so many.
fn part(year: i32, number: u32, parts: i32, by: i32) -> Option<(i32, u32)> {
    let index = (i32::try_from(number).ok()? - 1).checked_add(by)?;
    Some((add_years(year, index.div_euclid(parts))?, u32::try_from(index.rem_euclid(parts)).ok()? + 1))
}

fn in_range(number: i32, scale: i32) -> Option<i32> {
    YEARS.contains(&number.checked_mul(scale)?).then_some(number)
}

fn month_start(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(astronomical(year), month, 1)
}

fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = part(year, month, 12, 1)?;
    add_days(month_start(year, month)?, -1)
}

/// chrono counts a year 0.
fn astronomical(year: i32) -> i32 {
    if year < 0 { year + 1 } else { year }
}

fn historical(year: i32) -> i32 {
    if year <= 0 { year - 1 } else { year }
}

/// `2019`, `0312`, `BC0490`
fn written(year: i32) -> String {
    if year < 0 { format!("BC{:04}", -year) } else { format!("{year:04}") }
}

#[cfg(test)]
mod tests {
    use super::{Period, Season, Unit, add_years};
    use chrono::NaiveDate;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("an ISO date")
    }

    /// One line a case: day, unit, how many on, value.
    #[test]
    fn counting() {
        for (day, unit, by, value) in [
            ("2024-03-01", Unit::Day, -1, "2024-02-29"),
            ("2024-12-30", Unit::Week, 0, "2025-W01"),
            ("2021-01-03", Unit::Weekend, 0, "2020-W53-WE"),
            ("2024-01-31", Unit::Month, -1, "2023-12"),
            ("2024-11-05", Unit::Quarter, 1, "2025-Q1"),
            ("2024-05-14", Unit::Half, 1, "2024-H2"),
            ("2024-05-14", Unit::Year, -2025, "BC0002"),
            ("2024-05-14", Unit::Decade, -3, "199"),
            ("2024-05-14", Unit::Century, -1, "19"),
        ] {
            let found = Period::around(date(day), unit).shift(by).map(Period::value);
            assert_eq!(found.as_deref(), Some(value), "{day} {unit:?} {by}");
        }
    }

    /// One line a case: period, first day, last day.
    #[test]
    fn ranges() {
        for (period, first, last) in [
            (Period::Month(2024, 2), "2024-02-01", "2024-02-29"),
            (Period::Season(2023, Season::Winter), "2023-12-01", "2024-02-29"),
            (Period::Season(2023, Season::Spring), "2023-03-01", "2023-05-31"),
            (Period::Weekend(date("2024-05-13")), "2024-05-18", "2024-05-19"),
            (Period::Decade(199), "1990-01-01", "1999-12-31"),
        ] {
            assert_eq!(period.range(), Some((date(first), date(last))), "{period:?}");
        }
    }

    /// Far outside the calendar there is no answer, and no panic.
    #[test]
    fn limits() {
        assert_eq!(add_years(-1, 1), Some(1));
        for by in [i32::MAX, i32::MIN, 20_000] {
            assert_eq!(Period::Year(2024).shift(by), None, "{by}");
            assert_eq!(Period::Decade(202).shift(by), None, "{by}");
            assert_eq!(Period::Day(date("2024-05-14")).shift(by).filter(|_| by != 20_000), None, "{by}");
        }
    }
}
