//! Feasts that move with the moon, on the days of the Gregorian calendar.
//!
//! The Easters are those of the computus; the Islamic calendar is the arithmetical one (a 30-year cycle, epoch of 15 July 622): within a day of what is
//! announced. The Hebrew one is exact. The Chinese new year and the feasts of India are tables of facts.

use super::period::add_days;
use chrono::{Datelike, NaiveDate};

/// Days before 1 Muharram of the year 1, counted from 31 December of the year before Christ.
const HIJRI_EPOCH: i32 = 227_013;
/// The same for the Hebrew year 1.
const HEBREW_EPOCH: i32 = -1_373_427;

/// Month and day in each year from 2000 to 2030.
type Table = [(u32, u32); 31];

/// The Chinese new year.
#[rustfmt::skip]
const CHINESE_NEW_YEARS: Table = [
    (2, 5), (1, 24), (2, 12), (2, 1), (1, 22), (2, 9), (1, 29), (2, 18), (2, 7), (1, 26),
    (2, 14), (2, 3), (1, 23), (2, 10), (1, 31), (2, 19), (2, 8), (1, 28), (2, 16), (2, 5),
    (1, 25), (2, 12), (2, 1), (1, 22), (2, 10), (1, 29), (2, 17), (2, 6), (1, 26), (2, 13),
    (2, 3),
];

/// Diwali, on the day that India keeps.
#[rustfmt::skip]
const DIWALIS: Table = [
    (10, 26), (11, 14), (11, 4), (10, 25), (11, 12), (11, 1), (10, 21), (11, 9), (10, 28), (10, 17),
    (11, 5), (10, 26), (11, 13), (11, 3), (10, 23), (11, 11), (10, 30), (10, 19), (11, 7), (10, 27),
    (11, 14), (11, 4), (10, 24), (11, 12), (10, 31), (10, 20), (11, 8), (10, 29), (10, 17), (11, 5),
    (10, 26),
];

/// Holi, the day of the colours.
#[rustfmt::skip]
const HOLIS: Table = [
    (3, 20), (3, 10), (3, 29), (3, 18), (3, 7), (3, 26), (3, 15), (3, 4), (3, 22), (3, 11),
    (3, 1), (3, 20), (3, 8), (3, 27), (3, 17), (3, 6), (3, 24), (3, 13), (3, 2), (3, 21),
    (3, 10), (3, 29), (3, 18), (3, 8), (3, 25), (3, 14), (3, 4), (3, 22), (3, 11), (3, 1),
    (3, 20),
];

/// Easter Sunday of the western churches: the anonymous Gregorian computus (Meeus, Jones, Butcher).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
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
pub(super) fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let weekday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let days = moon + weekday + 114;
    let julian = NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)?;
    add_days(julian, 13)
}

/// The day of the Islamic calendar that falls in a year; where two do, the first.
pub(super) fn hijri(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    let first = year.checked_sub(622)?.checked_mul(33)?.div_euclid(32);
    (first - 1..=first + 2)
        .filter_map(|hijri_year| NaiveDate::from_num_days_from_ce_opt(hijri_days(hijri_year, month, day)))
        .find(|day| day.year() == year)
}

fn hijri_days(year: i32, month: i32, day: i32) -> i32 {
    let months = 29 * (month - 1) + (6 * month - 1) / 11;
    HIJRI_EPOCH + day + months + (year - 1) * 354 + (3 + 11 * year).div_euclid(30)
}

/// The first day of Passover.
pub(super) fn passover(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(hebrew_new_year(year.checked_add(3761)?)? - 163)
}

/// Rosh Hashanah.
pub(super) fn rosh_hashanah(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(hebrew_new_year(year.checked_add(3761)?)?)
}

/// The first day of Hanukkah: 25 Kislev, which the length of the year moves by a day.
pub(super) fn hanukkah(year: i32) -> Option<NaiveDate> {
    let hebrew = year.checked_add(3761)?;
    let (start, next) = (hebrew_new_year(hebrew)?, hebrew_new_year(hebrew + 1)?);
    let long = matches!(next - start, 355 | 385);
    NaiveDate::from_num_days_from_ce_opt(start + 83 + i32::from(long))
}

fn hebrew_new_year(year: i32) -> Option<i32> {
    (1..=9999).contains(&year).then(|| {
        let (before, this, next) = (hebrew_days(year - 1), hebrew_days(year), hebrew_days(year + 1));
        let delay = if next - this == 356 { 2 } else { i32::from(this - before == 382) };
        HEBREW_EPOCH + this + delay
    })
}

/// Days from the epoch to the mean new moon of a year, put off where its weekday is forbidden.
fn hebrew_days(year: i32) -> i32 {
    let months = (235 * year - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * i64::from(months);
    let days = 29 * months + i32::try_from(parts.div_euclid(25_920)).unwrap_or(0);
    if (3 * (days + 1)).rem_euclid(7) < 3 { days + 1 } else { days }
}

/// Known for 2000 to 2030.
pub(super) fn chinese_new_year(year: i32) -> Option<NaiveDate> {
    in_table(&CHINESE_NEW_YEARS, year)
}

/// Known for 2000 to 2030.
pub(super) fn diwali(year: i32) -> Option<NaiveDate> {
    in_table(&DIWALIS, year)
}

/// Known for 2000 to 2030.
pub(super) fn holi(year: i32) -> Option<NaiveDate> {
    in_table(&HOLIS, year)
}

fn in_table(table: &Table, year: i32) -> Option<NaiveDate> {
    let (month, day) = *table.get(usize::try_from(year.checked_sub(2000)?).ok()?)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::{chinese_new_year, diwali, hanukkah, hijri, holi, passover, rosh_hashanah};

    /// One line a case: what was computed, the day.
    #[test]
    fn days() {
        for (day, expected) in [
            (hijri(2019, 10, 1), "2019-06-04"),
            (hijri(2023, 10, 1), "2023-04-21"),
            (hijri(2018, 12, 10), "2018-08-21"),
            (passover(2018), "2018-03-31"),
            (rosh_hashanah(2024), "2024-10-03"),
            (hanukkah(2018), "2018-12-03"),
            (hanukkah(2021), "2021-11-29"),
            (chinese_new_year(2024), "2024-02-10"),
            (diwali(2023), "2023-11-12"),
            (holi(2030), "2030-03-20"),
        ] {
            assert_eq!(day.map(|day| day.to_string()).as_deref(), Some(expected));
        }
        for year in [-5000, 0, 12_000] {
            let _ = (hijri(year, 10, 1), passover(year), hanukkah(year));
            assert_eq!(chinese_new_year(year), None);
        }
    }
}
