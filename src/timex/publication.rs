//! The document's own date: given, stated, or worked out from what the text says.
//!
//! ```text
//! LISBON, 9 October. /NOVA/. … said on Wednesday … the 71st anniversary of … of 12 October 1948
//! 9 October, no year          a Wednesday           1948 + 71 = 2019                      → 2019-10-09
//! ```
//!
//! Each thing that was considered is a sentence for the reader. Where several years stay possible and nothing tells them
//! apart, the date is not known; it is never silently today.

use super::anniversary;
use super::cycle::length_of;
use super::meaning::{From, Meaning, Name, Timex, When, Year};
use super::period::{Period, Unit};
use super::tense::{self, Tense};
use super::value::{month_name, spoken, spoken_period, weekday_name};
use super::words::Which;
use crate::annotation::{Evidence, Publication, PublicationSource, Stated};
use crate::confidence::Confidence;
use crate::order;
use crate::segment::{Role, Segments};
use crate::span::Span;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The years that an article can be of.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2049;

/// Takes the date that was given, or finds it in the text.
#[must_use]
pub fn infer(segments: &Segments<'_>, expressions: &[Timex], given: Option<NaiveDate>) -> Publication {
    if let Some(date) = given {
        return Publication { date: Some(date), source: PublicationSource::Given, confidence: Confidence::FULL, ..Publication::default() };
    }
    let own = own_dates(segments, expressions);
    let stated = own.iter().find_map(|timex| stated_day(timex).map(|day| (timex, day)));
    if let Some((timex, day)) = stated {
        return stated_in_full(segments, timex, day);
    }
    match own.iter().find_map(|timex| day_of_year(timex).map(|day| (timex, day))) {
        Some((timex, (month, day))) => Inference::new(segments, expressions, timex, month, day).conclude(),
        None => Publication::default(),
    }
}

fn stated_in_full(segments: &Segments<'_>, timex: &Timex, day: NaiveDate) -> Publication {
    let span = segments.span(timex.tokens);
    Publication {
        date: Some(day),
        source: PublicationSource::Dateline,
        span: Some(span),
        stated: Stated { year: Some(true), month: Some(true), day: Some(true), weekday: timex.weekday.map(|_| true), ..Stated::default() },
        confidence: Confidence::new(if timex.weekday.is_none_or(|weekday| weekday_of(day) == weekday) { 97 } else { 70 }),
        evidence: vec![Evidence {
            rule: "publication.stated",
            spans: vec![span],
            note: Some(format!("The text gives its date in full: {}.", spoken(day))),
        }],
    }
}

/// The dates by which a text tells when it appeared, most telling first: behind "Published", in the dateline, in a line of
/// its own before the story.
fn own_dates<'e>(segments: &Segments<'_>, expressions: &'e [Timex]) -> Vec<&'e Timex> {
    let rank = |timex: &&Timex| {
        let token = timex.tokens.start as usize;
        let paragraph = segments.paragraphs[segments.paragraph_of(token)];
        let before = segments.lower(token.wrapping_sub(1));
        let before = if matches!(before, ":" | "on" | "at" | "date") { segments.lower(token.wrapping_sub(2)) } else { before };
        // "Published: Sunday | August 18, 2024"
        let opener = segments.lower(paragraph.tokens.start as usize);
        let is_label = matches!(opener, "published" | "posted") && segments.lower(paragraph.tokens.start as usize + 1) == ":";
        let before = if is_label { opener } else { before };
        if paragraph.tokens.len() <= 24 && matches!(before, "published" | "posted" | "issued" | "filed" | "dated") {
            Some(0)
        } else if segments.dateline.is_some_and(|dateline| dateline.contains(timex.tokens)) {
            Some(1)
        } else if paragraph.role == Role::Dateline || is_line_of_its_own(segments, timex) {
            Some(2)
        } else if paragraph.tokens.len() <= 24 && matches!(before, "updated" | "modified" | "amended" | "corrected") {
            Some(3)
        } else {
            None
        }
    };
    let mut own: Vec<(u8, &Timex)> = expressions.iter().filter_map(|timex| Some((rank(&timex)?, timex))).collect();
    order::sort_by(&mut own, |(rank, timex)| order::pair((*rank).into(), timex.tokens.start));
    own.into_iter().map(|(_, timex)| timex).collect()
}

/// Whether a date is all, or nearly all, of one of the first lines: `Monday, July 8, 2019`, `By Ada Quill, 8 July 2019`.
fn is_line_of_its_own(segments: &Segments<'_>, timex: &Timex) -> bool {
    let index = segments.paragraph_of(timex.tokens.start as usize);
    let paragraph = segments.paragraphs[index];
    index < 6 && (paragraph.tokens.len() <= timex.tokens.len() + 3 || paragraph.role == Role::Byline)
}

fn stated_day(timex: &Timex) -> Option<NaiveDate> {
    match timex.meaning {
        Meaning::When(When::Is(Period::Day(day))) if timex.other.is_none() && YEARS.contains(&day.year()) => Some(day),
        _ => None,
    }
}

/// Month and day of a date without a year.
fn day_of_year(timex: &Timex) -> Option<(u8, u8)> {
    match timex.meaning {
        Meaning::When(When::Named { name: Name::Day(month, day), year: Year::Open, .. }) => Some((month, day)),
        _ => None,
    }
}

/// The search for the year of a date that has none.
struct Inference<'s> {
    segments: &'s Segments<'s>,
    expressions: &'s [Timex],
    /// The date that the text gives itself.
    own: &'s Timex,
    month: u8,
    day: u8,
    /// The years still possible, with what speaks for each.
    years: BTreeMap<i32, u32>,
    evidence: Vec<Evidence>,
}

impl<'s> Inference<'s> {
    fn new(segments: &'s Segments<'s>, expressions: &'s [Timex], own: &'s Timex, month: u8, day: u8) -> Self {
        let years = YEARS.filter(|&year| date(year, month, day).is_some()).map(|year| (year, 0)).collect();
        let mut inference = Self { segments, expressions, own, month, day, years, evidence: Vec::new() };
        let span = segments.span(own.tokens);
        inference.note(
            "publication.dateline",
            vec![span],
            format!("The text gives its day as {}, without a year.", inference.spoken_day()),
        );
        inference.weekday_beside();
        inference.weekdays_elsewhere();
        inference.told_dates();
        inference.anniversaries();
        inference.years_ago();
        inference.bare_weekday();
        inference
    }

    fn note(&mut self, rule: &'static str, spans: Vec<Span>, note: String) {
        self.evidence.push(Evidence { rule, spans, note: Some(note) });
    }

    fn spoken_day(&self) -> String {
        format!("{} {}", self.day, month_name(self.month))
    }

    fn keep(&mut self, possible: impl Fn(i32) -> bool) {
        self.years.retain(|year, _| possible(*year));
    }

    /// `Wednesday, October 9`: some years only.
    fn weekday_beside(&mut self) {
        let Some(weekday) = self.own.weekday else { return };
        let (month, day) = (self.month, self.day);
        self.keep(|year| date(year, month, day).is_some_and(|date| weekday_of(date) == weekday));
        let note = format!("{} is a {} in {}.", self.spoken_day(), weekday_name(weekday), self.listed());
        self.note("publication.weekday", vec![self.segments.span(self.own.tokens)], note);
    }

    /// A weekday beside a day and month anywhere in the text: some years only.
    fn weekdays_elsewhere(&mut self) {
        let pairs: Vec<(Span, u8, u8, u8)> = (self.expressions.iter())
            .filter(|timex| timex.tokens != self.own.tokens)
            .filter_map(|timex| {
                day_of_year(timex).and_then(|(month, day)| Some((self.segments.span(timex.tokens), timex.weekday?, month, day)))
            })
            .take(8)
            .collect();
        for (span, weekday, month, day) in pairs {
            let (own_month, own_day) = (self.month, self.day);
            self.keep(|year| near(year, own_month, own_day, month, day).is_some_and(|date| weekday_of(date) == weekday));
            let note = format!("{day} {} is a {} in {}.", month_name(month), weekday_name(weekday), self.listed());
            self.note("publication.weekday", vec![span], note);
        }
    }

    /// Dates told with their year: not after the article if they are past, not before it if they are to come.
    fn told_dates(&mut self) {
        let told = |timex: &&'s Timex| match timex.meaning {
            Meaning::When(When::Is(period)) => period.range().map(|range| (*timex, period, range)),
            _ => None,
        };
        let all: Vec<_> =
            self.expressions.iter().filter_map(|timex| told(&timex)).filter(|(_, period, _)| YEARS.contains(&period.year())).collect();
        let tense = |timex: &Timex| tense::of_clause(self.segments, timex.tokens).0;
        let is_deadline = |timex: &Timex| {
            matches!(self.segments.lower((timex.tokens.start as usize).wrapping_sub(1)), "by" | "until" | "till" | "before" | "through")
        };
        let past = all
            .iter()
            .filter(|(timex, ..)| !is_deadline(timex) && tense(timex) != Tense::Future)
            .max_by_key(|(.., (first, _))| *first)
            .copied();
        let ahead = all.iter().filter(|(timex, ..)| tense(timex) == Tense::Future).min_by_key(|(.., (_, last))| *last).copied();
        let (month, day) = (self.month, self.day);
        if let Some((timex, period, (first, _))) = past {
            self.keep(|year| date(year, month, day).is_some_and(|date| date >= first));
            self.note(
                "publication.past",
                vec![self.segments.span(timex.tokens)],
                format!("The text speaks of {} as past.", spoken_period(period)),
            );
            // News rarely looks back further than a year at the latest thing of which it tells the month or the day; at a
            // bare year it may look back from anywhere.
            let exact = length_of(period) < Unit::Year;
            if let Some((year, support)) = self.years.iter_mut().next() {
                let recent = *year == first.year() || *year == first.year() + 1 && exact;
                *support += match (*year <= first.year() + 1, recent && self.own.weekday.is_some()) {
                    (_, true) => 3,
                    (near, false) => u32::from(near),
                };
            }
        }
        if let Some((timex, period, (_, last))) = ahead.filter(|(.., (start, _))| past.is_none_or(|(.., (first, _))| first < *start)) {
            self.keep(|year| date(year, month, day).is_some_and(|date| date <= last));
            self.note(
                "publication.ahead",
                vec![self.segments.span(timex.tokens)],
                format!("The text speaks of {} as still to come.", spoken_period(period)),
            );
        }
    }

    /// `the 71st anniversary of …`, and the date of that in the text.
    fn anniversaries(&mut self) {
        let mut seen = Vec::new();
        for found in anniversary::origins(self.segments, self.expressions) {
            let (anniversary, origin) = (&self.expressions[found.anniversary], &self.expressions[found.origin]);
            let (Some(count), Some(falls)) = (anniversary::years(anniversary), anniversary::falls_on(anniversary, origin)) else {
                continue;
            };
            if seen.contains(&(count, found.origin)) {
                continue;
            }
            seen.push((count, found.origin));
            let Meaning::When(When::Is(start)) = origin.meaning else { continue };
            self.support(falls.year(), if found.sure { 4 } else { 2 });
            let note = format!("Anniversary number {count} of {} falls on {}.", spoken_period(start), spoken_period(falls));
            self.note("publication.anniversary", vec![self.segments.span(anniversary.tokens), self.segments.span(origin.tokens)], note);
        }
    }

    /// `ten years ago, in 2009`: the sum is the year of the article.
    fn years_ago(&mut self) {
        let pairs: Vec<(Span, Span, i32, i32)> = (self.expressions.windows(2))
            .filter_map(|pair| {
                let close = pair[1].tokens.start <= pair[0].tokens.end + 3;
                let (count, year) =
                    years_back(&pair[0]).zip(told_year(&pair[1])).or_else(|| years_back(&pair[1]).zip(told_year(&pair[0])))?;
                close.then(|| (self.segments.span(pair[0].tokens), self.segments.span(pair[1].tokens), count, year))
            })
            .take(8)
            .collect();
        for (first, second, count, year) in pairs {
            self.support(year + count, 3);
            let note = format!("{count} {} after {year} is {}.", if count == 1 { "year" } else { "years" }, year + count);
            self.note("publication.years-ago", vec![first, second], note);
        }
    }

    /// A bare weekday told as past: news of the same day, or of the day before.
    fn bare_weekday(&mut self) {
        let bare =
            self.expressions.iter().filter(|timex| timex.tokens.start > self.own.tokens.start).find_map(|timex| match timex.meaning {
                Meaning::When(When::Named { name: Name::Weekday(weekday), which: Which::Open, .. }) => {
                    (tense::of_clause(self.segments, timex.tokens).0 == Tense::Past).then_some((timex, weekday))
                }
                _ => None,
            });
        let Some((timex, weekday)) = bare.filter(|_| self.own.weekday.is_none()) else { return };
        let (month, day) = (self.month, self.day);
        let on = |year: i32| date(year, month, day).map(weekday_of);
        let same: Vec<i32> = self.years.keys().copied().filter(|year| on(*year) == Some(weekday)).collect();
        let next: Vec<i32> = self.years.keys().copied().filter(|year| on(*year) == Some(weekday % 7 + 1)).collect();
        for (years, weight) in [(&same, 2), (&next, 1)] {
            for &year in years {
                self.support(year, weight);
            }
        }
        let note =
            format!("It reports of {}; {} is a {} in {}.", weekday_name(weekday), self.spoken_day(), weekday_name(weekday), listed(&same));
        self.note("publication.bare-weekday", vec![self.segments.span(timex.tokens)], note);
    }

    fn support(&mut self, year: i32, weight: u32) {
        if let Some(support) = self.years.get_mut(&year) {
            *support += weight;
        }
    }

    fn listed(&self) -> String {
        let past = self.evidence.iter().any(|evidence| evidence.rule == "publication.past");
        let years: Vec<i32> = self.years.keys().copied().collect();
        if past { first_listed(&years) } else { listed(&years) }
    }

    /// The one year that is left, or that far more speaks for than for any other.
    fn conclude(mut self) -> Publication {
        let mut ranked: Vec<(u32, i32)> = self.years.iter().map(|(year, support)| (*support, *year)).collect();
        order::sort_by(&mut ranked, |(support, year)| order::pair(!support, year.cast_unsigned()));
        let lead = ranked.first().map_or(0, |(support, _)| support - ranked.get(1).map_or(0, |(second, _)| *second));
        let year = match ranked[..] {
            [(_, year)] => Some((year, 90)),
            [(support, year), ..] if lead >= 2 && support >= 3 => Some((year, if support >= 6 { 93 } else { 80 })),
            _ => None,
        };
        let possible = self.listed();
        let spans = vec![self.segments.span(self.own.tokens)];
        match year {
            Some((year, _)) => self.note("publication.year", spans.clone(), format!("So the year is {year}.")),
            None => self.note("publication.unknown", spans.clone(), format!("Years still possible: {possible}.")),
        }
        let date = year.and_then(|(year, _)| date(year, self.month, self.day));
        Publication {
            date,
            source: if date.is_some() { PublicationSource::Inferred } else { PublicationSource::None },
            span: spans.first().copied(),
            stated: Stated {
                year: date.map(|_| false),
                month: Some(true),
                day: Some(true),
                weekday: self.own.weekday.map(|_| true),
                ..Stated::default()
            },
            confidence: Confidence::new(year.map_or(0, |(_, percent)| percent)),
            evidence: self.evidence,
        }
    }
}

/// `ten years ago` is 10.
fn years_back(timex: &Timex) -> Option<i32> {
    match timex.meaning {
        Meaning::When(When::Counted { unit: Unit::Year, by, from: From::Publication }) if by < 0 && timex.rule == "date.ago" => Some(-by),
        _ => None,
    }
}

fn told_year(timex: &Timex) -> Option<i32> {
    match timex.meaning {
        Meaning::When(When::Is(period @ (Period::Year(_) | Period::Month(..) | Period::Day(_)))) => Some(period.year()),
        _ => None,
    }
}

fn date(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
}

/// The day nearest to the article's own, which may lie in the year before or after.
fn near(year: i32, own_month: u8, own_day: u8, month: u8, day: u8) -> Option<NaiveDate> {
    let own = date(year, own_month, own_day)?;
    [year - 1, year, year + 1].into_iter().filter_map(|year| date(year, month, day)).min_by_key(|day| (*day - own).num_days().abs())
}

fn weekday_of(day: NaiveDate) -> u8 {
    u8::try_from(day.weekday().number_from_monday()).unwrap_or(1)
}

/// `2013, 2019 and 2024`; of many the last six.
fn listed(years: &[i32]) -> String {
    let (before, shown) = years.split_at(years.len().saturating_sub(6));
    if before.is_empty() { joined(shown) } else { format!("{}, and {} before", joined(shown), before.len()) }
}

/// The first ones, which are near what the text speaks of as past.
fn first_listed(years: &[i32]) -> String {
    let (shown, after) = years.split_at(years.len().min(6));
    if after.is_empty() { joined(shown) } else { format!("{}, and {} after", joined(shown), after.len()) }
}

fn joined(years: &[i32]) -> String {
    let written: Vec<String> = years.iter().map(i32::to_string).collect();
    match &written[..] {
        [] => "no year".into(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
