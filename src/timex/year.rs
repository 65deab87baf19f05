//! Years.
//!
//! ```text
//! 1998 · '98 · the year 2000 · 490 BC · AD 312 · nineteen ninety-four · 2015-16 · last year, of the same year (behind a month)
//! ```

use super::meaning::{Timex, Year};
use super::period::{Period, Unit};
use super::reader::{Reader, Reading};
use super::words::{Class, Which};

/// Words before a number that is no year.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "no.", "number", "nos.", "flight", "page", "room", "route", "highway", "unit", "model", "boeing", "airbus", "channel",
    "form", "than", "least", "about", "nearly", "some", "over", "only", "level", "section", "article", "resolution",
];

/// Words behind a number that counts them.
#[rustfmt::skip]
const AMOUNT_UNITS: &[&str] = &[
    "people", "km", "kilometres", "kilometers", "metres", "meters", "miles", "feet", "tons", "tonnes", "dollars", "euros", "pounds", "percent",
    "per", "hours", "hrs", "points", "troops", "soldiers", "men", "kg", "mm", "acres", "hectares", "o'clock", "local",
];

impl Reader<'_> {
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
            Class::Int(year @ (1..=999 | 2200..=9999), 1..=4) => self.era(at + 1, i32::try_from(year).ok()?),
            Class::Number(_) => self.year_in_words(at),
            _ => self.short_year(at),
        }
    }

    /// `BC`, `B.C.`, `BCE`, `AD`, `CE` behind a year.
    pub(super) fn era(&self, at: usize, year: i32) -> Option<(usize, i32)> {
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
    pub(super) fn year(&self, at: usize) -> Option<Reading> {
        let (end, year) = self.year_number(at)?;
        Some(Reading { end, timex: Timex::is("date.year", Period::Year(year)) })
    }

    fn year_number(&self, at: usize) -> Option<(usize, i32)> {
        let the = self.skip(at, &["the"]);
        if matches!(self.class(the), Class::Unit(Unit::Year)) {
            let early = || match self.class(the + 1) {
                Class::Int(year, 3) if !self.counts_plural(the + 2) => Some((the + 2, i32::try_from(year).ok()?)),
                _ => None,
            };
            return self.stated_year(the + 1).or_else(early);
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
        let recent = (1900..=2099).contains(&year);
        let led = self.leads_to_year(at) || !recent && self.is(at.wrapping_sub(1), &["the", "as"]);
        let numbers = self.is(at.wrapping_sub(1), NUMBERED) && !(1950..=2030).contains(&year);
        let one = self.is(at.wrapping_sub(1), &["a", "an"]);
        (led || recent) && !numbers && !(self.is_figure(at) || self.counts_plural(at + 1) && !((led || one) && recent))
    }

    /// Money, a part of a longer number or of a date that is none, an amount: `$1998`, `3-2014`, `32 - 2015`, `2000 km`.
    fn is_figure(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let marked = self.glued(at) && self.is(before, &["$", "£", "€", "¥", "#", ".", ":", "+", "=", "_", "@", "&", "*"]);
        let joined = self.glued(at) && self.is(before, &["/", "-", "–"]);
        let part = matches!(self.class(before.wrapping_sub(1)), Class::Int(_, 0..=3) | Class::Dotted(..) | Class::Colons(..));
        let broken = matches!(self.class(before), Class::Month(_))
            || self.is_dash(before) && matches!(self.class(before.wrapping_sub(1)), Class::Int(_, 1..=2));
        marked || joined && part || broken || self.is(at + 1, &["%", "°"]) || self.is_amount_unit(at + 1) || self.is_chained(at)
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

    pub(super) fn leads_to_year(&self, at: usize) -> bool {
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
        matches!(self.class(at), Class::Units(_) | Class::Zone) || self.is(at, AMOUNT_UNITS)
    }

    /// Years joined by a dash, or two by a stroke: `1939–45`, `2015-16`, `2006–2007`, `1998/99`
    pub(super) fn years(&self, at: usize) -> Option<Reading> {
        let Class::Int(first @ 1000..=2199, 4) = self.class(at) else { return None };
        if self.glued(at) && self.is_dash(at.wrapping_sub(1)) {
            return None;
        }
        let slash = self.is(at + 1, &["/"]);
        if !(self.is_dash(at + 1) || slash) || !self.glued(at + 1) || !self.glued(at + 2) || self.glued(at + 3) && self.is_dash(at + 3) {
            return None;
        }
        let last = match self.class(at + 2) {
            Class::Int(last @ 1000..=2199, 4) => last,
            Class::Int(0, 2) if first % 100 == 99 => first + 1,
            Class::Int(last, 2) => first / 100 * 100 + last,
            _ => return None,
        };
        let months = matches!(self.class(at + 2), Class::Int(1..=12, 2)) && last < first;
        if months {
            return Some(Reading { end: at + 3, timex: Timex::is("date.month", Period::Month(i32::try_from(first).ok()?, last % 100)) });
        }
        let years = Period::Years(i32::try_from(first).ok()?, i32::try_from(last).ok()?);
        (last > first && last - first < if slash { 2 } else { 200 } && !self.is_amount_unit(at + 3))
            .then(|| Reading { end: at + 3, timex: Timex::is("date.years", years) })
    }
}

/// `98` is 1998, `24` is 2024.
pub(super) fn full_year(written: u32, digits: u8) -> Option<i32> {
    let year = match (digits, written) {
        (2, 0..=49) => 2000 + written,
        (2, 50..=99) => 1900 + written,
        (4, 1000..=2199) => written,
        _ => return None,
    };
    i32::try_from(year).ok()
}
