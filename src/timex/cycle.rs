//! What comes round: the days, months, seasons and feasts that bear a name, and which of them is meant.

use super::meaning::Name;
use super::period::{Period, Unit, add_days, add_months, add_years, monday, nth_weekday};
use chrono::{Datelike, NaiveDate, Weekday};

/// Where to look for the day, month or feast of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Wholly before the day.
    Before,
    /// The latest that has begun.
    OnOrBefore,
    /// The nearest.
    Around,
    /// The first that is not over.
    OnOrAfter,
    /// Wholly after the day.
    After,
}

/// What has this name and lies that way from a day.
pub(super) fn nearest(name: Name, day: NaiveDate, way: Way) -> Option<Period> {
    let row = row(name, day);
    let mut periods = row.into_iter().flatten();
    match way {
        Way::Before => periods.rfind(|period| period.range().is_some_and(|(_, last)| last < day)),
        Way::OnOrBefore => periods.rfind(|period| period.range().is_some_and(|(first, _)| first <= day)),
        Way::Around => periods.min_by_key(|period| period.range().map_or(i64::MAX, |range| distance(day, range))),
        Way::OnOrAfter => periods.find(|period| period.range().is_some_and(|(_, last)| last >= day)),
        Way::After => periods.find(|period| period.range().is_some_and(|(first, _)| first > day)),
    }
}

fn distance(day: NaiveDate, (first, last): (NaiveDate, NaiveDate)) -> i64 {
    if day < first {
        (first - day).num_days()
    } else if day > last {
        (day - last).num_days()
    } else {
        0
    }
}

/// The bearers of a name around a day, in order.
fn row(name: Name, day: NaiveDate) -> [Option<Period>; 5] {
    match name {
        Name::Weekday(weekday) => [-2, -1, 0, 1, 2].map(|weeks| weekday_in_week(day, weekday, weeks)),
        Name::Weekend => [-2, -1, 0, 1, 2].map(|weeks| Period::Weekend(monday(day)).shift(weeks)),
        Name::DayOfMonth(_) | Name::NthOfMonth(..) | Name::WeekOfMonth(_) => [-2, -1, 0, 1, 2].map(|months| in_month(name, day, months)),
        _ => [-2, -1, 0, 1, 2].map(|years| in_year(name, add_years(day.year(), years)?)),
    }
}

pub(super) fn weekday_in_week(day: NaiveDate, weekday: u8, weeks: i64) -> Option<Period> {
    add_days(monday(day), weeks * 7 + i64::from(weekday) - 1).map(Period::Day)
}

/// What has this name in the month so many on from a day.
pub(super) fn in_month(name: Name, day: NaiveDate, months: i32) -> Option<Period> {
    let first = add_months(day.with_day(1)?, months)?;
    match name {
        Name::DayOfMonth(number) => first.with_day(u32::from(number)).map(Period::Day),
        Name::NthOfMonth(nth, weekday) => {
            nth_weekday(first.year(), first.month(), Weekday::try_from(weekday - 1).ok()?, nth).map(Period::Day)
        }
        // A week is of the month in which its Thursday lies.
        Name::WeekOfMonth(nth) => nth_weekday(first.year(), first.month(), Weekday::Thu, nth).map(|day| Period::Week(monday(day))),
        _ => None,
    }
}

/// What has this name in a year.
pub(super) fn in_year(name: Name, year: i32) -> Option<Period> {
    let date = |month: u8, day: u8| Period::day(year, u32::from(month), u32::from(day));
    let day = |month: u8, day: u8| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day));
    match name {
        Name::Month(month) => Some(Period::Month(year, u32::from(month))),
        Name::Day(month, day) => date(month, day),
        Name::Days(month, first, last) => Some(Period::Days(day(month, first)?, day(month, last)?)),
        Name::NthWeekday(nth, weekday, month) => in_month(Name::NthOfMonth(nth, weekday), day(month, 1)?, 0),
        Name::WeekOf(nth, month) => in_month(Name::WeekOfMonth(nth), day(month, 1)?, 0),
        Name::WeekNumber(week) => NaiveDate::from_isoywd_opt(year, u32::from(week), Weekday::Mon).map(Period::Week),
        Name::WeekWith(month, number) => Some(Period::Week(monday(day(month, number)?))),
        Name::WeekendWith(month, number) => Some(Period::Weekend(monday(day(month, number)?))),
        Name::Season(season) => Some(Period::Season(year, season)),
        Name::Quarter(quarter) => Some(Period::Quarter(year, u32::from(quarter))),
        Name::Half(half) => Some(Period::Half(year, u32::from(half))),
        Name::FiscalQuarter(quarter) => Some(Period::FiscalQuarter(year, u32::from(quarter))),
        Name::Holiday(holiday) => holiday.in_year(year),
        Name::Weekday(_) | Name::DayOfMonth(_) | Name::NthOfMonth(..) | Name::WeekOfMonth(_) | Name::Weekend => None,
    }
}

/// `Tuesday the 31st`: in the nearest month that has it.
pub(super) fn with_weekday(number: u8, weekday: u8, day: NaiveDate) -> Option<Period> {
    let months = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6];
    let fits = |months: &i32| {
        let date = add_months(day.with_day(1)?, *months)?.with_day(u32::from(number))?;
        (date.weekday().number_from_monday() == u32::from(weekday)).then_some(Period::Day(date))
    };
    months.iter().find_map(fits)
}

/// The stretch of this length so many on from the one that a day lies in.
pub(super) fn on_from(day: NaiveDate, unit: Unit, by: i32) -> Option<Period> {
    match unit {
        Unit::Day => add_days(day, i64::from(by)).map(Period::Day),
        unit if unit < Unit::Day => Some(Period::Day(day)),
        Unit::Millennium => Period::around(day, unit).shift(by.checked_mul(10)?),
        unit => Period::around(day, unit).shift(by),
    }
}

/// The very day so many units on.
pub(super) fn day_on(day: NaiveDate, unit: Unit, by: i32) -> Option<NaiveDate> {
    match unit {
        Unit::Week => add_days(day, i64::from(by).checked_mul(7)?),
        Unit::Month => add_months(day, by),
        Unit::Quarter => add_months(day, by.checked_mul(3)?),
        Unit::Year => add_months(day, by.checked_mul(12)?),
        Unit::Decade => add_months(day, by.checked_mul(120)?),
        Unit::Day => add_days(day, i64::from(by)),
        _ => None,
    }
}

pub(super) fn length_of(period: Period) -> Unit {
    match period {
        Period::Day(_) | Period::Days(..) => Unit::Day,
        Period::Week(_) | Period::Weekend(_) => Unit::Week,
        Period::Month(..) => Unit::Month,
        Period::Quarter(..) | Period::Season(..) | Period::FiscalQuarter(..) => Unit::Quarter,
        Period::Half(..) => Unit::Half,
        Period::Year(_) | Period::FiscalYear(_) | Period::Years(..) => Unit::Year,
        Period::Decade(_) => Unit::Decade,
        Period::Century(_) => Unit::Century,
    }
}
