//! How values are written, and which of their parts the text states.

use super::meaning::{Clock, Meaning, Name, Set, Timex, When, Year};
use super::period::{Period, Unit};
use super::range;
use crate::annotation::Stated;
use chrono::{Datelike, NaiveDate};

pub(super) fn with_clock(date: String, clock: Option<Clock>) -> String {
    match clock {
        Some(clock) if !date.contains('T') => date + &clock.value(),
        _ => date,
    }
}

/// `from 4pm to 5pm`, on its day if that is said.
pub(super) fn range_value(timex: &Timex, day: &str, until: Clock) -> String {
    let day = Some(day).filter(|_| timex.meaning != Meaning::When(When::SomeDay));
    range::value(day, timex.clock.unwrap_or(until), until)
}

/// The value of an expression that cannot be placed: what it says, and `X` for the rest.
pub(super) fn unplaced(timex: &Timex) -> String {
    let Meaning::When(when) = timex.meaning else { return String::new() };
    match when {
        When::Named { name, .. } => unplaced_name(name),
        When::Spread { .. } => "XXXX-XX-XX/XXXX-XX-XX".into(),
        When::InWeek { weekday, .. } => format!("XXXX-WXX-{weekday}"),
        When::Counted { unit, .. } => match unit {
            Unit::Week => "XXXX-WXX".into(),
            Unit::Weekend => "XXXX-WXX-WE".into(),
            Unit::Month => "XXXX-XX".into(),
            Unit::Quarter => "XXXX-QX".into(),
            Unit::Half => "XXXX-HX".into(),
            Unit::Year => "XXXX".into(),
            Unit::Decade => "XXX".into(),
            Unit::Century | Unit::Millennium => "XX".into(),
            _ => "XXXX-XX-XX".into(),
        },
        When::LatestQuarter | When::QuarterYearsOn(_) => "XXXX-QX".into(),
        When::Anniversary(_) => "XXXX".into(),
        When::SomeDay | When::AnyDay | When::Apart { .. } | When::Is(_) => "XXXX-XX-XX".into(),
    }
}

pub(super) fn unplaced_name(name: Name) -> String {
    match name {
        Name::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
        Name::Weekend | Name::WeekendWith(..) => "XXXX-WXX-WE".into(),
        Name::Month(month) => format!("XXXX-{month:02}"),
        Name::Day(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Name::Days(month, first, last) => format!("XXXX-{month:02}-{first:02}/XXXX-{month:02}-{last:02}"),
        Name::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Name::NthWeekday(nth, weekday, month) => format!("XXXX-{month:02}-WXX-{weekday}-{nth}"),
        Name::NthOfMonth(nth, weekday) => format!("XXXX-XX-WXX-{weekday}-{nth}"),
        Name::WeekOf(_, month) => format!("XXXX-{month:02}-WXX"),
        Name::WeekOfMonth(_) => "XXXX-XX-WXX".into(),
        Name::WeekNumber(week) => format!("XXXX-W{week:02}"),
        Name::WeekWith(..) => "XXXX-WXX".into(),
        Name::Season(season) => format!("XXXX-{}", season.code()),
        Name::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Name::Half(half) => format!("XXXX-H{half}"),
        Name::FiscalQuarter(quarter) => format!("FYXXXX-Q{quarter}"),
        Name::Holiday(holiday) => holiday.unplaced(),
    }
}

pub(super) fn set_value(set: Set) -> String {
    match set {
        Set::Every(length) => length.value(),
        Set::Each(name) => unplaced_name(name),
        Set::Parts(part) => part.value().into(),
        Set::At(weekday, clock) => unplaced_name(Name::Weekday(weekday)) + &clock.value(),
    }
}

/// Which parts the text says, and which were filled in.
pub(super) fn stated(timex: &Timex, period: Option<Period>) -> Stated {
    let mut stated = Stated { weekday: timex.weekday.map(|_| true), ..Stated::default() };
    let placed = period.is_some();
    if let Meaning::When(when) = timex.meaning {
        let inferred = placed.then_some(false);
        match when {
            When::Is(Period::Day(_) | Period::Days(..)) => (stated.year, stated.month, stated.day) = (Some(true), Some(true), Some(true)),
            When::Is(Period::Month(..)) => (stated.year, stated.month) = (Some(true), Some(true)),
            When::Is(_) => stated.year = Some(true),
            When::Named { name, year, .. } => {
                stated.year = if matches!(year, Year::Is(_)) { Some(true) } else { inferred };
                match name {
                    Name::Day(..) | Name::Days(..) => (stated.month, stated.day) = (Some(true), Some(true)),
                    Name::Month(_) => stated.month = Some(true),
                    Name::DayOfMonth(_) => (stated.month, stated.day) = (inferred, Some(true)),
                    Name::Weekday(_) => (stated.month, stated.day, stated.weekday) = (inferred, inferred, Some(true)),
                    _ => {}
                }
            }
            When::InWeek { .. } => stated = Stated { year: inferred, month: inferred, day: inferred, weekday: Some(true), ..stated },
            When::Counted { unit, .. } => {
                stated.year = inferred;
                stated.month = inferred.filter(|_| unit <= Unit::Month);
                stated.day = inferred.filter(|_| unit <= Unit::Day);
            }
            When::Spread { .. } | When::Apart { .. } => (stated.year, stated.month, stated.day) = (inferred, inferred, inferred),
            When::SomeDay | When::LatestQuarter | When::QuarterYearsOn(_) | When::AnyDay | When::Anniversary(_) => stated.year = inferred,
        }
    }
    if let Some(Clock::At(_, minute, _)) = timex.clock {
        stated.hour = Some(true);
        stated.minute = minute.map(|_| true);
        stated.zone = timex.zoned.then_some(true);
    }
    stated
}

/// `9 October 2019`
pub(super) fn spoken(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month_name(u8::try_from(day.month()).unwrap_or(1)), day.year())
}

pub(super) fn spoken_period(period: Period) -> String {
    match period {
        Period::Day(day) => spoken(day),
        Period::Month(year, month) => format!("{} {year}", month_name(u8::try_from(month).unwrap_or(1))),
        Period::Year(year) => year.to_string(),
        period => period.value(),
    }
}

pub(super) fn month_name(month: u8) -> &'static str {
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
        [usize::from(month.clamp(1, 12)) - 1]
}

pub(super) fn weekday_name(weekday: u8) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][usize::from(weekday.clamp(1, 7)) - 1]
}
