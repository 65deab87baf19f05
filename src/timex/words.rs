//! What each token can be in a temporal expression.
//!
//! `words.txt` lists the words with their class and value, written by hand; numbers are read from their digits. Every token
//! is looked up once, so that the productions only compare classes. Most tokens are [`Class::Other`] and start nothing.

use super::period::{Season, Unit};
use crate::segment::{Kind, Segments, Shape};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::sync::LazyLock;

/// What a token can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Starts no expression.
    Other,
    /// `the`, `about`: may start one, but says nothing alone.
    Lead,
    /// `april`, `apr.`
    Month(u8),
    /// `apr`, `may`: a month only in company.
    MonthInCompany(u8),
    /// `monday`; 1 to 7.
    Weekday(u8),
    /// `mondays`
    Weekdays(u8),
    /// `mon`: a weekday only in company.
    WeekdayInCompany(u8),
    /// `three`
    Number(u32),
    /// `third`
    Ordinal(u8),
    /// `nineties`
    Tens(u8),
    /// `week`
    Unit(Unit),
    /// `weeks`
    Units(Unit),
    /// `fortnight`, `fortnights`
    Fortnight,
    /// `morning`
    Part(Part),
    /// `mornings`
    Parts(Part),
    /// `spring`
    Season(Season),
    /// `springs`
    Seasons(Season),
    /// `yesterday`: so many days on.
    Deictic(i8),
    /// `last`
    Which(Which),
    /// `several`
    Vague,
    /// `every`
    Every,
    /// `weekly`
    Often(Often),
    /// `now`
    Now,
    /// `a.m.` is false, `p.m.` is true.
    Half(bool),
    /// `gmt`
    Zone,
    /// First word of a holiday in `holidays.txt`.
    Feast,
    /// `q3`, `3q`
    QuarterName(u8),
    /// `h2`
    HalfName(u8),
    /// `1998`, `1,200`, `61`: value and number of digits (0 where it has commas).
    Int(u32, u8),
    /// `7.30`: the digits before and after, and how many are after.
    Dotted(u32, u32, u8),
    /// `14:05`, `2:14:04`
    Colons(u8, u8, Option<u8>),
    /// `9pm`, `11.40pm`, on the 24-hour clock.
    Clock(u8, Option<u8>),
    /// `3.4.2024`
    Points(u8, u8, u16),
    /// `21st`
    Nth(u16),
    /// `1960s`, `60s`
    Decade(u16),
    /// `fy2024`
    Fiscal(u16),
    /// `3h`, `30min`: hundredths.
    Quantity(u32, Unit),
    /// `04T18:32:56`: day, hour, minute, second.
    DayTime(u8, u8, u8, Option<u8>),
    /// `oct2`, `mar3`: month and day in one.
    MonthDay(u8, u8),
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Noon,
    Midday,
    Afternoon,
    Evening,
    Night,
    Overnight,
    Midnight,
    Daytime,
    Dawn,
    Dusk,
}

/// Which one of a row of days, weeks, Aprils …
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Nothing is said.
    Open,
    Last,
    /// `this past`, `past`
    Past,
    Next,
    /// `coming`, `this coming`
    Coming,
    This,
    Current,
    Latest,
    That,
    Same,
    Previous,
    Following,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Often {
    Each(Unit),
    Fortnightly,
}

static WORDS: LazyLock<FxHashMap<&'static str, Class>> = LazyLock::new(|| {
    let lines = include_str!("words.txt");
    let mut words = FxHashMap::with_capacity_and_hasher(lines.len() / 12, FxBuildHasher);
    words.extend(lines.lines().filter_map(|line| {
        let (word, class) = line.split_once('\t')?;
        Some((word, class_of(class)?))
    }));
    words
});

/// The class of each token.
pub(super) fn classify(segments: &Segments<'_>) -> Vec<Class> {
    let words = &*WORDS;
    let class = |(index, token): (usize, &crate::segment::Token)| match token.kind {
        Kind::Word => words.get(segments.lower(index)).copied().unwrap_or_else(|| letters_and_digits(segments.lower(index))),
        Kind::Number => number(segments.lower(index)),
        _ => Class::Other,
    };
    let mut classes: Vec<Class> = segments.tokens.iter().enumerate().map(class).collect();
    for (index, class) in classes.iter_mut().enumerate() {
        let short = matches!(class, Class::Units(_)) && segments.lower(index).len() <= 3 && segments.tokens[index].is_capitalised();
        let part_of_title = match class {
            Class::Unit(_) | Class::Units(_) | Class::Part(_) => is_in_title(segments, index),
            Class::Deictic(_) => is_in_title(segments, index) && is_beside_capital(segments, index),
            _ => false,
        };
        if short || part_of_title {
            *class = Class::Other;
        }
    }
    classes
}

/// `The Last Days of`, `Good Morning America`: a word with a capital inside a sentence in small letters belongs to a title.
fn is_in_title(segments: &Segments<'_>, token: usize) -> bool {
    let sentence = segments.sentence_of(token);
    let numbered = segments.tokens.get(token + 1).is_some_and(|next| next.kind == Kind::Number);
    segments.tokens[token].shape == Shape::Title
        && sentence.start as usize != token
        && !numbered
        && sentence.range().take(40).any(|other| {
            let other = segments.tokens[other];
            other.kind == Kind::Word && other.shape == Shape::Lower && other.span.end - other.span.start > 3
        })
}

/// `Scotland Today`; but “Today we lose” begins a quotation.
fn is_beside_capital(segments: &Segments<'_>, token: usize) -> bool {
    let is_word = |other: usize| segments.tokens.get(other).is_some_and(|other| other.kind == Kind::Word);
    let is_capitalised = |other: usize| is_word(other) && segments.tokens[other].is_capitalised();
    is_word(token - 1) && (is_capitalised(token - 1) || is_capitalised(token + 1))
}

/// A line's class: `month 4`.
fn class_of(written: &str) -> Option<Class> {
    let (name, value) = written.split_once(' ').unwrap_or((written, ""));
    let number = || value.parse::<u8>().ok();
    let class = match name {
        "lead" => Class::Lead,
        "month" => Class::Month(number()?),
        "mon" => Class::MonthInCompany(number()?),
        "weekday" => Class::Weekday(number()?),
        "weekdays" => Class::Weekdays(number()?),
        "wkd" => Class::WeekdayInCompany(number()?),
        "number" => Class::Number(value.parse().ok()?),
        "ordinal" => Class::Ordinal(number()?),
        "tens" => Class::Tens(number()?),
        "unit" => unit(value).map_or(Class::Fortnight, Class::Unit),
        "units" => unit(value).map_or(Class::Fortnight, Class::Units),
        "part" => Class::Part(part(value)?),
        "parts" => Class::Parts(part(value)?),
        "season" => Class::Season(season(value)?),
        "seasons" => Class::Seasons(season(value)?),
        "deictic" => Class::Deictic(value.parse().ok()?),
        "which" => Class::Which(which(value)?),
        "vague" => Class::Vague,
        "every" => Class::Every,
        "often" => Class::Often(unit(value).map_or(Often::Fortnightly, Often::Each)),
        "now" => Class::Now,
        "half" => Class::Half(value == "pm"),
        "zone" => Class::Zone,
        "feast" => Class::Feast,
        _ => return None,
    };
    Some(class)
}

/// `None` is a fortnight, which is no unit of its own.
fn unit(code: &str) -> Option<Unit> {
    Some(match code {
        "S" => Unit::Second,
        "M" => Unit::Minute,
        "H" => Unit::Hour,
        "D" => Unit::Day,
        "E" => Unit::Weekend,
        "W" => Unit::Week,
        "m" => Unit::Month,
        "Q" => Unit::Quarter,
        "h" => Unit::Half,
        "Y" => Unit::Year,
        "T" => Unit::Decade,
        "C" => Unit::Century,
        "K" => Unit::Millennium,
        _ => return None,
    })
}

fn part(code: &str) -> Option<Part> {
    Some(match code {
        "MO" => Part::Morning,
        "MI" => Part::Midday,
        "12" => Part::Noon,
        "AF" => Part::Afternoon,
        "EV" => Part::Evening,
        "NI" => Part::Night,
        "over" => Part::Overnight,
        "24" => Part::Midnight,
        "DT" => Part::Daytime,
        "dawn" => Part::Dawn,
        "dusk" => Part::Dusk,
        _ => return None,
    })
}

fn season(code: &str) -> Option<Season> {
    [Season::Spring, Season::Summer, Season::Autumn, Season::Winter].into_iter().find(|season| season.code() == code)
}

fn which(word: &str) -> Option<Which> {
    Some(match word {
        "last" => Which::Last,
        "past" => Which::Past,
        "next" => Which::Next,
        "coming" => Which::Coming,
        "this" => Which::This,
        "current" => Which::Current,
        "latest" => Which::Latest,
        "that" => Which::That,
        "same" => Which::Same,
        "previous" => Which::Previous,
        "following" => Which::Following,
        _ => return None,
    })
}

/// `q3`, `h2`, `fy2024`, `oct2`
fn letters_and_digits(word: &str) -> Class {
    let quarter = || word.strip_prefix('q')?.parse::<u8>().ok().filter(|quarter| (1..=4).contains(quarter)).map(Class::QuarterName);
    let fiscal = || full_year(word.strip_prefix("fy")?.parse().ok()?).map(Class::Fiscal);
    match word.as_bytes() {
        [.., b'0'..=b'9'] if (4..=11).contains(&word.len()) && !word.starts_with("fy") => month_and_day(word).unwrap_or(Class::Other),
        [b'q', _] => quarter().unwrap_or(Class::Other),
        [b'h', half @ b'1'..=b'2'] => Class::HalfName(half - b'0'),
        [b'f', b'y', _, _, ..] => fiscal().unwrap_or(Class::Other),
        _ => Class::Other,
    }
}

/// `oct2`, `mar3`
fn month_and_day(word: &str) -> Option<Class> {
    let letters = word.find(|letter: char| letter.is_ascii_digit())?;
    let day = word[letters..].parse().ok().filter(|day| (1..=31).contains(day))?;
    match WORDS.get(&word[..letters])? {
        Class::Month(month) | Class::MonthInCompany(month) if letters >= 3 && *month != 5 => Some(Class::MonthDay(*month, day)),
        _ => None,
    }
}

/// `24` is 2024.
fn full_year(written: u16) -> Option<u16> {
    match written {
        0..=99 => Some(2000 + written),
        1900..=2100 => Some(written),
        _ => None,
    }
}

/// The class of a token that begins with a digit.
fn number(word: &str) -> Class {
    if word.len() > 12 {
        return Class::Other;
    }
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (Ok(whole), rest) = (word[..digits].parse::<u32>(), &word[digits..]) else { return Class::Other };
    let class = match rest {
        "" => Some(Class::Int(whole, u8::try_from(digits).unwrap_or(u8::MAX))),
        "st" | "nd" | "rd" | "th" => u16::try_from(whole).ok().map(Class::Nth),
        "q" => u8::try_from(whole).ok().filter(|quarter| digits == 1 && (1..=4).contains(quarter)).map(Class::QuarterName),
        "s" => u16::try_from(whole).ok().filter(|_| matches!(digits, 2..=4) && whole % 10 == 0).map(Class::Decade),
        _ if rest.starts_with(',') => with_commas(word),
        _ if rest.starts_with('.') && rest.len() > 1 => dotted(word, whole, &rest[1..]),
        _ if rest.starts_with(':') => colons(word),
        _ if rest.starts_with('t') && digits == 2 => day_time(whole, &rest[1..]),
        _ => half_day(rest).and_then(|afternoon| clock(whole, None, afternoon)).or_else(|| quantity(whole.checked_mul(100)?, rest)),
    };
    class.unwrap_or(Class::Other)
}

/// `1,200`
fn with_commas(word: &str) -> Option<Class> {
    let grouped = word.split(',').skip(1).all(|group| group.len() == 3);
    let digits: String = word.chars().filter(|letter| *letter != ',').collect();
    grouped.then(|| digits.parse().ok()).flatten().map(|value| Class::Int(value, 0))
}

/// `7.30`, `7.30pm`, `3.4.2024`
fn dotted(word: &str, whole: u32, rest: &str) -> Option<Class> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let part: u32 = rest.get(..digits)?.parse().ok()?;
    match &rest[digits..] {
        "" => Some(Class::Dotted(whole, part, u8::try_from(digits).ok()?)),
        tail if tail.starts_with('.') => {
            let year: u16 = tail[1..].parse().ok()?;
            let year = match tail.len() {
                3 if word.len() == 8 => full_year(year)?,
                5 => year,
                _ => return None,
            };
            Some(Class::Points(u8::try_from(whole).ok()?, u8::try_from(part).ok()?, year))
        }
        tail => half_day(tail).and_then(|afternoon| clock(whole, Some(part), afternoon)).or_else(|| {
            let hundredths = if digits == 1 { part * 10 } else { part.min(99) };
            quantity(whole.checked_mul(100)?.checked_add(hundredths)?, tail)
        }),
    }
}

/// `3h`, `30min`, `3days`; `15h30` is a time of day.
fn quantity(hundredths: u32, unit: &str) -> Option<Class> {
    if let Some(minute) = unit.strip_prefix('h').filter(|minute| minute.len() == 2) {
        let (hour, minute) = (u8::try_from(hundredths / 100).ok()?, minute.parse().ok()?);
        return (hour < 24 && minute < 60 && hundredths.is_multiple_of(100)).then_some(Class::Colons(hour, minute, None));
    }
    match WORDS.get(unit)? {
        Class::Units(unit) | Class::Unit(unit) if *unit <= Unit::Year => Some(Class::Quantity(hundredths, *unit)),
        _ => None,
    }
}

/// `04T18:32:56`, `16T09`
fn day_time(day: u32, rest: &str) -> Option<Class> {
    let mut numbers = rest.split(':').map(|part| part.get(..2).unwrap_or(part).parse::<u8>());
    let (hour, minute) = (numbers.next()?.ok()?, numbers.next().map_or(Some(0), Result::ok)?);
    let second = numbers.next().and_then(Result::ok).filter(|second| *second < 60);
    (hour < 24 && minute < 60).then_some(Class::DayTime(u8::try_from(day).ok()?, hour, minute, second))
}

/// `14:05`, `2:14:04`, `8:15pm`, `03:00hrs`
fn colons(word: &str) -> Option<Class> {
    let end = word.find(|letter: char| !letter.is_ascii_digit() && letter != ':').unwrap_or(word.len());
    let mut numbers = word[..end].split(':').map(str::parse::<u8>);
    let (hour, minute) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    let second = numbers.next().transpose().ok()?;
    if word[..end].split(':').skip(1).any(|part| part.len() != 2)
        || minute > 59
        || second.is_some_and(|second| second > 59)
        || numbers.next().is_some()
    {
        return None;
    }
    match &word[end..] {
        "" | "hrs" | "h" => Some(Class::Colons(hour, minute, second)),
        "a" => clock(u32::from(hour), Some(u32::from(minute)), false),
        "p" => clock(u32::from(hour), Some(u32::from(minute)), true),
        tail => half_day(tail).and_then(|afternoon| clock(u32::from(hour), Some(u32::from(minute)), afternoon)),
    }
}

/// Whether it is the afternoon.
fn half_day(written: &str) -> Option<bool> {
    match written {
        "am" | "a.m" | "a.m." => Some(false),
        "pm" | "p.m" | "p.m." => Some(true),
        _ => None,
    }
}

fn clock(hour: u32, minute: Option<u32>, afternoon: bool) -> Option<Class> {
    let minute =
        minute.map(|minute| u8::try_from(minute).ok().filter(|minute| *minute < 60)).map_or(Some(None), |minute| minute.map(Some))?;
    Some(Class::Clock(on_24_hours(u8::try_from(hour).ok()?, afternoon)?, minute))
}

/// `12 p.m.` is 12, `12 a.m.` is 0.
pub(super) fn on_24_hours(hour: u8, afternoon: bool) -> Option<u8> {
    match (hour, afternoon) {
        (12, false) => Some(0),
        (12, true) => Some(12),
        (1..=11, _) => Some(hour + 12 * u8::from(afternoon)),
        (13..=23, true) => Some(hour),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, number};

    /// One line a case: token, class.
    #[test]
    fn numbers() {
        for (token, class) in [
            ("1998", Class::Int(1998, 4)),
            ("1,200", Class::Int(1200, 0)),
            ("1,2", Class::Other),
            ("21st", Class::Nth(21)),
            ("1960s", Class::Decade(1960)),
            ("747s", Class::Other),
            ("7.30", Class::Dotted(7, 30, 2)),
            ("14:05", Class::Colons(14, 5, None)),
            ("14:65", Class::Other),
            ("15h30", Class::Colons(15, 30, None)),
            ("15h75", Class::Other),
            ("2:14:04", Class::Colons(2, 14, Some(4))),
            ("11.40pm", Class::Clock(23, Some(40))),
            ("12a.m.", Class::Clock(0, None)),
            ("15am", Class::Other),
            ("3.4.2024", Class::Points(3, 4, 2024)),
            ("99999999999", Class::Other),
            ("5kg", Class::Other),
        ] {
            assert_eq!(number(token), class, "{token}");
        }
    }
}
