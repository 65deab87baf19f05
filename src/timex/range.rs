//! Ranges that are one expression: from one time of day to another, from one day or month to another behind a dash.
//!
//! ```text
//! 4pm to 5pm · 9-11am · between 3 and 5 in the afternoon · Friday between 1pm and 4pm · Nov 18-Dec 19, 2015
//! ```

use super::meaning::{Clock, Meaning, Name, Timex, When, Year};
use super::period::Period;
use super::reader::{Reader, Reading, longest};
use super::words::{Class, Part, Which};
use crate::annotation::{Anchor, DateMark};
use crate::segment::Segments;

impl Reader<'_> {
    pub(super) fn range(&self, at: usize) -> Option<Reading> {
        longest([self.clock_range(at), self.day_then_range(at), self.days_with_dash(at)])
    }

    /// `4pm to 5pm`, `9-11am`, `5 to seven in the morning`, with the day before or behind it.
    fn clock_range(&self, at: usize) -> Option<Reading> {
        let (end, from, until) = self.two_clocks(at)?;
        let day_at = self.skip(self.skip(end, &[","]), &["on", "of"]);
        let timex = Timex { until: Some(until), ..Timex::when("time.range", When::SomeDay).with_clock(from) };
        let day = longest([self.day(day_at), self.part_of_some_day(day_at)]);
        Some(day.map_or(Reading { end, timex }, |day| Reading { end: day.end, timex: on_day(day.timex, from, until) }))
    }

    /// `Friday between 1pm and 4pm`, `Monday morning from 10 to noon`, `2018-09-23 1:30p.m. to 4`, `tonight from 7 to 7:30pm`
    fn day_then_range(&self, at: usize) -> Option<Reading> {
        let day = longest([self.day(at), self.part_of_some_day(at)])?;
        let part = matches!(self.class(day.end), Class::Part(_)).then(|| self.day_then_clock(at)).flatten();
        let day = part.unwrap_or(day);
        let next = self.skip(self.skip(day.end, &[",", "at"]), &["from", "between"]);
        let (end, from, until) = self.two_clocks(next)?;
        Some(Reading { end, timex: on_day(day.timex, from, until) })
    }

    /// The two times; one of them must look like a time, the other may be a bare hour.
    fn two_clocks(&self, at: usize) -> Option<(usize, Clock, Clock)> {
        let (joint, from) = self.clock(at).or_else(|| self.bare_hour(at))?;
        let spoken = self.is(joint, &["to", "till", "until", "til", "through"])
            || self.is(joint, &["and"]) && self.is(at.wrapping_sub(1), &["between"]);
        if !spoken && !self.is_dash(joint) {
            return None;
        }
        let (end, until) = self.clock(joint + 1).or_else(|| self.bare_hour(joint + 1))?;
        let (first, last) = (self.clock(at).is_some(), self.clock(joint + 1).is_some());
        let half_said = |end: usize| matches!(self.class(end), Class::Half(_) | Class::Clock(..) | Class::Part(_));
        let led = self.is(at.wrapping_sub(1), &["from", "between"]);
        let figures = matches!(self.class(at), Class::Int(..)) && self.is(joint, &["to"]);
        let told = first && (spoken || last) || last && (led || figures || self.is_dash(joint));
        told.then(|| (end, same_half(from, until, half_said(joint - 1)), until_after(from, until, half_said(end - 1))))
    }

    /// `9`, `seven` as an hour.
    pub(super) fn bare_hour(&self, at: usize) -> Option<(usize, Clock)> {
        match self.class(at) {
            Class::Int(hour @ 0..=23, 1..=2) | Class::Number(hour @ 1..=12) => {
                Some((at + 1, Clock::At(u8::try_from(hour).ok()?, None, None)))
            }
            _ => None,
        }
    }

    /// `Nov 18-Dec 19, 2015`, `26 June – 3 July`
    fn days_with_dash(&self, at: usize) -> Option<Reading> {
        if !matches!(self.class(at), Class::Month(_) | Class::MonthInCompany(_) | Class::Int(1..=31, 1..=2)) {
            return None;
        }
        let first = self.date(at).filter(|first| self.is_dash(first.end) && self.glued(first.end) && self.glued(first.end + 1))?;
        let last = self.date(first.end + 1)?;
        let (month, day) = month_and_day(first.timex)?;
        match last.timex.meaning {
            Meaning::When(When::Is(Period::Day(last_day))) => {
                let year = Period::Day(last_day).year();
                let same =
                    Period::day(year, u32::from(month), u32::from(day)).and_then(Period::range).filter(|(first, _)| *first <= last_day);
                let (start, _) = same.or_else(|| Period::day(year - 1, u32::from(month), u32::from(day))?.range())?;
                Some(Reading { end: last.end, timex: Timex::is("date.range", Period::Days(start, last_day)) })
            }
            _ => None,
        }
    }
}

/// `from October to December 2005`, `18 August – 15 September 1951`: the year said once is that of both.
pub(super) fn share_years(segments: &Segments<'_>, expressions: &mut [Timex]) {
    for index in 1..expressions.len() {
        let (first, last) = (expressions[index - 1], expressions[index]);
        let between = first.tokens.end as usize..last.tokens.start as usize;
        let joined = between.len() == 1
            && matches!(segments.lower(between.start), "to" | "and" | "or" | "until" | "till" | "through" | "thru" | "-" | "–" | "—" | "/");
        if let Some(shared) = with_year_of(first, last).filter(|_| joined) {
            expressions[index - 1] = shared;
        }
    }
}

/// In a note the two ends of a range are one expression: `from 22 May to Friday`.
pub(super) fn joined(segments: &Segments<'_>, expressions: &[Timex], marks: Vec<DateMark>) -> Vec<DateMark> {
    let mut joined: Vec<DateMark> = Vec::with_capacity(marks.len());
    let mut places = Vec::with_capacity(marks.len());
    for (index, mark) in marks.into_iter().enumerate() {
        let starts = index > 0 && are_ends(segments, expressions[index - 1], expressions[index]);
        match joined.last_mut().filter(|first| starts && is_one_day(first) && is_one_day(&mark) && first.range <= mark.range) {
            Some(first) => extend(first, mark),
            None => joined.push(mark),
        }
        places.push(joined.len() - 1);
    }
    // Not before: an anniversary is counted from a date that may stand behind it.
    for mark in &mut joined {
        if let Some(Anchor::Date(anchor)) = mark.anchor {
            mark.anchor = Some(Anchor::Date(places[anchor]));
        }
    }
    joined
}

/// Whether one word that spans stands between the two.
pub(super) fn are_ends(segments: &Segments<'_>, first: Timex, last: Timex) -> bool {
    let (start, between) = (first.tokens.start as usize, first.tokens.end as usize);
    let spans = match segments.lower(between) {
        "to" | "until" | "till" | "through" | "thru" | "-" | "–" | "~" => true,
        "and" => segments.lower(start.wrapping_sub(1)) == "between",
        _ => false,
    };
    spans && last.tokens.start as usize == between + 1
}

fn is_one_day(mark: &DateMark) -> bool {
    mark.range.is_some_and(|(first, last)| first == last)
}

fn extend(first: &mut DateMark, last: DateMark) {
    first.span = first.span.to(last.span);
    first.value = format!("{}/{}", first.value, last.value);
    first.range = first.range.zip(last.range).map(|((start, _), (_, end))| (start, end));
    first.confidence = first.confidence.min(last.confidence);
    first.alternatives.clear();
    first.evidence.extend(last.evidence);
}

/// A month or day whose year the date behind it says.
fn with_year_of(first: Timex, last: Timex) -> Option<Timex> {
    let Meaning::When(When::Named { name, year: Year::Open, which: Which::Open }) = first.meaning else { return None };
    let Meaning::When(When::Is(last @ (Period::Day(_) | Period::Month(..)))) = last.meaning else { return None };
    let in_year = |year: i32| match name {
        Name::Day(month, day) => Period::day(year, u32::from(month), u32::from(day)),
        Name::Month(month) => Some(Period::Month(year, u32::from(month))),
        _ => None,
    };
    let starts = |period: Period| period.range().map(|(first, _)| first);
    let same = in_year(last.year()).filter(|first| starts(*first) <= starts(last));
    let period = same.or_else(|| in_year(last.year() - 1))?;
    Some(Timex { meaning: Meaning::When(When::Is(period)), ..first })
}

fn month_and_day(timex: Timex) -> Option<(u8, u8)> {
    match timex.meaning {
        Meaning::When(When::Named { name: Name::Day(month, day), year: Year::Open, .. }) => Some((month, day)),
        _ => None,
    }
}

fn on_day(day: Timex, from: Clock, until: Clock) -> Timex {
    let (from, until) = match day.clock {
        Some(Clock::Part(Part::Afternoon | Part::Evening | Part::Night)) => (afternoon(from), afternoon(until)),
        _ => (from, until),
    };
    Timex { until: Some(until), rule: "time.range", ..day.with_clock(from) }
}

/// `9-11pm`: the first is in the same half of the day, unless that would be after the last.
fn same_half(from: Clock, until: Clock, said: bool) -> Clock {
    match (afternoon(from), until) {
        (later @ Clock::At(hour, minute, _), Clock::At(last, last_minute, _))
            if !said && last >= 12 && (hour, minute.unwrap_or(0)) < (last, last_minute.unwrap_or(0)) =>
        {
            later
        }
        _ => from,
    }
}

/// `10am to 3`: the last is in the same half of the day, unless it was said to be in the other.
fn until_after(from: Clock, until: Clock, said: bool) -> Clock {
    match (from, until, afternoon(until)) {
        (Clock::At(first, ..), Clock::At(last, ..), later @ Clock::At(later_hour, ..)) if !said && last <= first && later_hour > first => {
            later
        }
        _ => until,
    }
}

fn afternoon(clock: Clock) -> Clock {
    match clock {
        Clock::At(hour @ 1..=11, minute, second) => Clock::At(hour + 12, minute, second),
        clock => clock,
    }
}

/// The value of a range of times: on a day, or without one.
pub(super) fn value(day: Option<&str>, from: Clock, until: Clock) -> String {
    match day {
        Some(day) => format!("{day}{}/{day}{}", from.value(), until.value()),
        None => format!("{}/{}", short(from), short(until)),
    }
}

/// `T16`, `T16:30`
fn short(clock: Clock) -> String {
    match clock {
        Clock::At(hour, None, _) => format!("T{hour:02}"),
        clock => clock.value(),
    }
}
