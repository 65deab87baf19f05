//! Anchoring: counts each expression from the day of publication, or from a date before it.
//!
//! News counts from the day of publication: a bare weekday or month is the latest one, and the next one only where the
//! clause looks ahead. History counts from the date told last. Which of the two a text is, its own dates say.

use super::anniversary;
use super::cycle::{Way, day_on, in_month, in_year, length_of, nearest, on_from, weekday_in_week, with_weekday};
use super::meaning::{Amount, Clock, From, Length, Meaning, Name, Timex, When, Year};
use super::narrative::{self, Genre};
use super::period::{Period, Unit, add_days, add_months, add_years, monday};
use super::range;
use super::tense::{self, Tense};
use super::value::{range_value, set_value, spoken, stated, unplaced, with_clock};
use super::words::Which;
use crate::annotation::{Anchor, DateMark, DateType, Evidence, Publication};
use crate::confidence::Confidence;
use crate::segment::Segments;
use crate::span::Span;
use chrono::{Datelike, NaiveDate};

/// Gives each expression its value.
#[must_use]
pub fn anchor(segments: &Segments<'_>, expressions: &[Timex], publication: &Publication) -> Vec<DateMark> {
    let genre = narrative::genre(segments, expressions, publication.date);
    let apart = if genre == Genre::History { narrative::ends_apart(segments, expressions) } else { Vec::new() };
    let expressions = if genre == Genre::History { &apart } else { expressions };
    let mut counter = Counter {
        segments,
        expressions,
        published: publication.date,
        genre,
        then: None,
        story: None,
        finer: [None; 3],
        unplaced: None,
        month: None,
        quarter: None,
        reports_quarter: false,
    };
    let mut marks: Vec<DateMark> = expressions.iter().enumerate().map(|(index, timex)| counter.mark(index, timex)).collect();
    place_anniversaries(segments, expressions, publication.date, &mut marks);
    if genre == Genre::Note { range::joined(segments, expressions, marks) } else { marks }
}

/// Anniversaries come last, because the date that they are counted from may stand behind them.
fn place_anniversaries(segments: &Segments<'_>, expressions: &[Timex], published: Option<NaiveDate>, marks: &mut [DateMark]) {
    for found in anniversary::origins(segments, expressions) {
        let falls = anniversary::falls_on(&expressions[found.anniversary], &expressions[found.origin]);
        let slack = i32::from(found.sure);
        let near = |period: &Period| published.map_or(found.sure, |day| (period.year() - day.year()).abs() <= slack);
        let Some(period) = falls.filter(near) else { continue };
        let origin = marks[found.origin].span;
        let mark = &mut marks[found.anniversary];
        mark.value = period.value();
        mark.range = period.range();
        mark.anchor = Some(Anchor::Date(found.origin));
        mark.confidence = Confidence::new(70);
        mark.stated.year = Some(false);
        mark.evidence.push(Evidence { rule: "anchor.anniversary", spans: vec![origin], note: None });
    }
}

/// A date that was told.
#[derive(Clone, Copy)]
struct Told {
    index: usize,
    period: Period,
    clock: Option<Clock>,
    sentence: usize,
}

struct Counter<'s> {
    segments: &'s Segments<'s>,
    expressions: &'s [Timex],
    published: Option<NaiveDate>,
    genre: Genre,
    /// The date told last.
    then: Option<Told>,
    /// Where the story has come to.
    story: Option<Told>,
    /// The day told last; the day or month; the day, month or year.
    finer: [Option<Told>; 3],
    /// The sentence that told last of a date that could not be placed.
    unplaced: Option<usize>,
    /// The month told last with its year.
    month: Option<Told>,
    /// The quarter told last.
    quarter: Option<Period>,
    /// Whether the figures just given are those of a quarter, not of nine months.
    reports_quarter: bool,
}

/// What an expression comes to.
struct Value {
    /// `None` where there is not enough to count from.
    period: Option<Period>,
    /// In place of the period's own.
    text: Option<String>,
    anchor: Option<Anchor>,
    /// The rule that placed it, and the token it went by.
    because: Option<(&'static str, Option<usize>)>,
    other: Option<Period>,
    confidence: u8,
}

impl Value {
    fn of(period: Option<Period>, confidence: u8) -> Self {
        Self { period, text: None, anchor: None, because: None, other: None, confidence }
    }

    fn text(text: String, confidence: u8) -> Self {
        Self { text: Some(text), ..Self::of(None, confidence) }
    }

    fn from(self, anchor: Anchor, rule: &'static str) -> Self {
        Self { anchor: Some(anchor), because: Some((rule, None)), ..self }
    }
}

impl Counter<'_> {
    fn mark(&mut self, index: usize, timex: &Timex) -> DateMark {
        let span = self.segments.span(timex.tokens);
        let (kind, value) = match timex.meaning {
            Meaning::When(when) => {
                (if timex.clock.is_some() { DateType::Time } else { DateType::Date }, shifted(self.when(timex, when), timex))
            }
            Meaning::Length(length) => match self.ahead_in_note(timex, length) {
                Some(value) => (DateType::Date, value),
                None => (DateType::Duration, Value::text(length.value(), 88)),
            },
            Meaning::Set(set) => (DateType::Set, Value::text(set_value(set), 68)),
            Meaning::Reference(reference) => (DateType::Date, Value::text(reference.value().into(), 68)),
        };
        let clock = timex.clock;
        self.remember(index, timex, &value, clock);
        let text = value.text.clone().or_else(|| value.period.map(Period::value)).unwrap_or_else(|| unplaced(timex));
        DateMark {
            span,
            kind,
            value: timex.until.map_or_else(|| with_clock(text.clone(), clock), |until| range_value(timex, &text, until)),
            modifier: timex.modifier,
            range: value.period.and_then(Period::range),
            anchor: value.anchor,
            stated: stated(timex, value.period),
            alternatives: timex
                .other
                .or(value.other)
                .map(|other| (with_clock(other.value(), clock), Confidence::new(30)))
                .into_iter()
                .collect(),
            confidence: Confidence::new(value.confidence),
            evidence: self.evidence(span, timex, &value),
        }
    }

    fn evidence(&self, span: Span, timex: &Timex, value: &Value) -> Vec<Evidence> {
        let mut evidence = vec![Evidence { rule: timex.rule, spans: vec![span], note: None }];
        if let Some((rule, cue)) = value.because {
            let spans = cue.map(|token| self.segments.tokens[token].span).into_iter().collect();
            evidence.push(Evidence { rule, spans, note: self.note(rule, cue, value) });
        }
        evidence
    }

    /// Why it was placed where it was, for the reader.
    fn note(&self, rule: &str, cue: Option<usize>, value: &Value) -> Option<String> {
        let published = self.published.map(spoken).filter(|_| value.anchor == Some(Anchor::Publication))?;
        let cue = cue.map_or(String::new(), |token| format!("“{}” ", self.segments.word(token)));
        Some(match (rule, cue.is_empty()) {
            ("anchor.past", false) => format!("{cue}looks back: the latest one up to the day of publication, {published}."),
            ("anchor.future", false) => format!("{cue}looks ahead: the next one from the day of publication, {published}."),
            ("anchor.latest", _) => format!("The latest one up to the day of publication, {published}."),
            ("anchor.nearest", _) => format!("The one nearest to the day of publication, {published}."),
            _ => format!("Counted from the day of publication, {published}."),
        })
    }

    /// Keeps the date for the ones that are counted from it.
    fn remember(&mut self, index: usize, timex: &Timex, value: &Value, clock: Option<Clock>) {
        if let Meaning::Length(length) = timex.meaning {
            self.reports_quarter &= !length.is_months();
        }
        if let (None, Meaning::When(When::Named { .. })) = (value.period, timex.meaning) {
            self.unplaced = Some(self.sentence(timex));
        }
        let (Some(period), Meaning::When(_)) = (value.period, timex.meaning) else { return };
        if let (Period::Quarter(..), Meaning::When(When::Is(_) | When::Named { .. })) = (period, timex.meaning) {
            self.quarter = Some(period);
            self.reports_quarter = true;
        }
        // News compares with a year ago again and again, each time from its own.
        if matches!(timex.meaning, Meaning::When(When::Counted { unit: Unit::Year, by: -1..=1, from: From::Previous }))
            && self.genre != Genre::History
        {
            return;
        }
        let sentence = self.sentence(timex);
        let told = Some(Told { index, period, clock, sentence });
        self.then = told;
        if matches!(timex.meaning, Meaning::When(When::Is(Period::Month(..) | Period::Day(_)))) {
            self.month = told;
        }
        if self.carries_story(period, timex) {
            self.story = told;
        }
        for (finer, unit) in self.finer.iter_mut().zip([Unit::Day, Unit::Month, Unit::Year]) {
            if length_of(period) <= unit {
                *finer = told;
            }
        }
    }

    /// Whether the story goes on from here: not from a year far off that is told by the way.
    fn carries_story(&self, period: Period, timex: &Timex) -> bool {
        let Some(story) = self.story else { return true };
        let opens = opens_sentence(self.segments, timex);
        let far = (period.year() - story.period.year()).abs() > 3;
        length_of(period) < Unit::Year || opens || !far
    }

    fn sentence(&self, timex: &Timex) -> usize {
        self.segments.sentence_index(timex.tokens.start as usize)
    }

    fn when(&self, timex: &Timex, when: When) -> Value {
        match when {
            When::Is(period) => Value::of(Some(period), if timex.other.is_some() { 65 } else { 93 }),
            When::Named { name, year, which } => self.named(timex, name, year, which),
            When::Counted { unit, by, from } => self.counted(timex, unit, by, from),
            When::InWeek { weekday, weeks } => {
                let day = self.published.and_then(|day| add_days(monday(day), i64::from(weeks) * 7 + i64::from(weekday) - 1));
                Value::of(day.map(Period::Day), 88).from(Anchor::Publication, "anchor.publication")
            }
            When::SomeDay => self.some_day(timex),
            When::Spread { unit, from, to } => {
                let day = |by: i32| self.published.and_then(|day| day_on(day, unit, by));
                let period = day(from).zip(day(to)).map(|(first, last)| Period::Days(first, last));
                Value::of(period, 70).from(Anchor::Publication, "anchor.publication")
            }
            When::Apart { months, days, from } => self.apart(months, days, from),
            When::AnyDay => Value::of(None, 60),
            When::Anniversary(_) => Value::text("XXXX".into(), 40),
            When::LatestQuarter => {
                let quarter = self.quarter.or_else(|| Period::around(self.published?, Unit::Quarter).shift(-1));
                Value::of(quarter, 70).from(Anchor::Publication, "anchor.publication")
            }
            When::QuarterYearsOn(years) => {
                let quarter = self.quarter.or_else(|| Period::around(self.published?, Unit::Quarter).shift(-1));
                Value::of(quarter.and_then(|quarter| quarter.shift(4 * years)), 70).from(Anchor::Publication, "anchor.publication")
            }
        }
    }

    /// `a year and ten days ago`
    fn apart(&self, months: i32, days: i32, from: From) -> Value {
        let told = self.finer[0].filter(|_| from != From::Publication);
        let start = told.map_or(self.published, |told| told.period.range().map(|(first, _)| first));
        let day = start.and_then(|day| add_days(add_months(day, months)?, i64::from(days)));
        let value = Value::of(day.map(Period::Day), 75);
        match told {
            Some(told) => value.from(Anchor::Date(told.index), "anchor.previous"),
            None => value.from(Anchor::Publication, "anchor.publication"),
        }
    }

    /// The day for a time of day that has none: the day told last, if that was just now, else the day of publication.
    fn some_day(&self, timex: &Timex) -> Value {
        // In a page that is added to, a line with nothing but the time tells when it was written.
        let is_line = self.segments.paragraphs[self.segments.paragraph_of(timex.tokens.start as usize)].tokens == timex.tokens;
        match self.day_told(timex).filter(|_| !is_line) {
            Some((day, told)) => Value::of(Some(Period::Day(day)), 72).from(Anchor::Date(told.index), "anchor.previous"),
            None => Value::of(self.published.map(Period::Day), 65).from(Anchor::Publication, "anchor.publication"),
        }
    }

    fn day_told(&self, timex: &Timex) -> Option<(NaiveDate, Told)> {
        let told = self.then.filter(|told| self.genre == Genre::History || told.sentence + 4 >= self.sentence(timex))?;
        match told.period {
            Period::Day(day) if told.sentence == self.sentence(timex) || self.is_of_now(day) || self.opens(told) => Some((day, told)),
            _ => None,
        }
    }

    /// Whether news that told of a day may still be on it: `the quake of 6 February 2023 … at 4 a.m.` is not.
    fn is_of_now(&self, day: NaiveDate) -> bool {
        self.genre == Genre::History || self.published.is_none_or(|published| (published - day).num_days().abs() <= DAYS_OF_NEWS)
    }

    /// `yesterday`, `two years ago`, `the following day`, `three months earlier`
    fn counted(&self, timex: &Timex, unit: Unit, by: i32, from: From) -> Value {
        let determined = self.segments.lower(timex.tokens.start as usize) == "the";
        let by_year = !determined && self.reports_quarter && unit == Unit::Year && by.abs() == 1;
        let quarter = self.quarter.filter(|_| by_year && matches!(timex.rule, "date.ago" | "date.later"));
        if let Some(quarter) = quarter {
            return Value::of(quarter.shift(by.saturating_mul(4)), 65).from(Anchor::Publication, "anchor.publication");
        }
        // “from 4 % in January to 3 % a year later”, in a text of which nobody knows the year.
        let sentence = self.sentence(timex);
        if from == From::Previous && self.unplaced == Some(sentence) && self.then.is_none_or(|told| told.sentence < sentence) {
            return Value::of(None, 60);
        }
        let then = match from {
            From::Previous => self.just_told(timex, unit).or_else(|| self.told_within(unit, by)),
            From::Context if self.genre == Genre::History => self.told_within(unit, by),
            From::Context if self.published.is_none() => {
                self.told_within(unit, by).filter(|told| length_of(told.period) <= unit && (by == 0 || told.sentence + 1 >= sentence))
            }
            From::Context | From::Publication => None,
        };
        let Some(told) = then else {
            let to_the_day = self.genre == Genre::Note && matches!(timex.rule, "date.ago" | "date.later");
            let exact = to_the_day.then(|| day_on(self.published?, unit, by)).flatten().map(Period::Day);
            let period = exact.or_else(|| self.published.and_then(|day| on_from(day, unit, by)));
            let confidence = if timex.rule == "date.ago" { 72 } else { 88 };
            let value = Value::of(period, confidence).from(Anchor::Publication, "anchor.publication");
            return if unit < Unit::Day { self.hours_on(unit, by, value) } else { value };
        };
        let period = told
            .period
            .range()
            .filter(|_| length_of(told.period) <= unit || by == 0 && unit > Unit::Day)
            .and_then(|(first, last)| on_from(if by > 0 { last } else { first }, unit, by));
        let value = Value::of(period, 75).from(Anchor::Date(told.index), "anchor.previous");
        if unit < Unit::Day {
            return self.hours_on(unit, by, value);
        }
        match (period, told.period) {
            (None, Period::Month(..)) if unit == Unit::Day => Value { text: Some(format!("{}-XX", told.period.value())), ..value },
            _ => value,
        }
    }

    /// `She came in 1955. |Two years later| she left`: what opens a sentence goes on from the one before.
    fn just_told(&self, timex: &Timex, unit: Unit) -> Option<Told> {
        let goes_on = unit >= Unit::Week && opens_sentence(self.segments, timex);
        self.then.filter(|told| goes_on && told.sentence + 1 == self.sentence(timex))
    }

    /// The date told last that is short enough to count such units from.
    fn told_within(&self, unit: Unit, by: i32) -> Option<Told> {
        match unit {
            _ if by == 0 && unit > Unit::Day => self.then,
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Week | Unit::Weekend => self.finer[0].or(self.then),
            Unit::Month => self.finer[1].or(self.then),
            Unit::Year | Unit::Decade if self.genre == Genre::History => self.story.or(self.then),
            Unit::Year => self.finer[2].or(self.then),
            _ => self.then,
        }
    }

    /// `in two weeks` in a note: the day.
    fn ahead_in_note(&self, timex: &Timex, length: Length) -> Option<Value> {
        let before = self.segments.lower((timex.tokens.start as usize).wrapping_sub(1));
        let (Amount::Exact(hundredths), unit) = length.first() else { return None };
        let ahead = self.genre == Genre::Note
            && before == "in"
            && self.segments.lower(timex.tokens.start as usize) != "the"
            && unit >= Unit::Day
            && hundredths % 100 == 0;
        let day = ahead.then(|| day_on(self.published?, unit, i32::try_from(hundredths / 100).ok()?)).flatten()?;
        Some(Value::of(Some(Period::Day(day)), 70).from(Anchor::Publication, "anchor.note"))
    }

    /// `six minutes later`: on the clock where a time of day was told, else the day is all there is.
    fn hours_on(&self, unit: Unit, by: i32, mut value: Value) -> Value {
        let day = value.period.take();
        value.text = day.map(|day| format!("{}TXX", day.value()));
        if let Some(Told { period: Period::Day(day), clock: Some(Clock::At(hour, minute, _)), index, .. }) = self.then {
            let minutes = match unit {
                Unit::Hour => i64::from(by) * 60,
                Unit::Minute => i64::from(by),
                _ => 0,
            };
            let total = i64::from(hour) * 60 + i64::from(minute.unwrap_or(0)) + minutes;
            let (days, rest) = (total.div_euclid(1440), total.rem_euclid(1440));
            value.text = add_days(day, days).map(|day| format!("{}T{:02}:{:02}", Period::Day(day).value(), rest / 60, rest % 60));
            value.anchor = Some(Anchor::Date(index));
        }
        value
    }

    /// `April`, `October 9`, `Monday`, `the third quarter`, `Easter`
    fn named(&self, timex: &Timex, name: Name, year: Year, which: Which) -> Value {
        let in_year = |year: Option<i32>| year.and_then(|year| in_year(name, year));
        match year {
            Year::Is(year) => return Value::of(in_year(Some(year)), 90),
            Year::FromNow(by) => {
                let year = self.published.and_then(|day| add_years(day.year(), by));
                return Value::of(in_year(year), 88).from(Anchor::Publication, "anchor.publication");
            }
            Year::FromThen(by) => {
                let told = self.then.map(|told| (told.period.year(), Anchor::Date(told.index)));
                let (year, anchor) = told.or_else(|| Some((self.published?.year(), Anchor::Publication))).unzip();
                let value = Value::of(in_year(year.and_then(|year| add_years(year, by))), 78);
                return Value { anchor, because: Some(("anchor.previous", None)), ..value };
            }
            Year::Told => {
                let told = self.then.filter(|_| self.genre == Genre::History || self.published.is_none());
                let year = told.map(|told| told.period.year()).or_else(|| Some(self.published?.year()));
                let anchor = told.map_or(Anchor::Publication, |told| Anchor::Date(told.index));
                let rule = if told.is_some() { "anchor.previous" } else { "anchor.publication" };
                return Value::of(in_year(year), 78).from(anchor, rule);
            }
            Year::Open => {}
        }
        if let (Name::FiscalQuarter(quarter), Some(day)) = (name, self.published) {
            return Value::of(Some(Period::FiscalQuarter(day.year(), u32::from(quarter))), 60)
                .from(Anchor::Publication, "anchor.publication");
        }
        let story = self.story.or(self.then).filter(|_| self.genre == Genre::History && which == Which::Current);
        let now = story.map_or(self.published, |told| told.period.range().map(|(first, _)| first));
        let of_month = matches!(name, Name::DayOfMonth(_) | Name::NthOfMonth(..) | Name::WeekOfMonth(_));
        if let (true, Some(day), Some(months)) = (of_month, now, months_on(which)) {
            let value = Value::of(in_month(name, day, months), 85);
            return match story {
                Some(told) => value.from(Anchor::Date(told.index), "anchor.narrative"),
                None => value.from(Anchor::Publication, "anchor.publication"),
            };
        }
        if let Some(value) = self.end_of_range(timex, name, which).or_else(|| self.in_year_told(timex, name, which)) {
            return value;
        }
        match (self.then, self.published, which) {
            (Some(told), _, Which::That | Which::Same | Which::Previous | Which::Following) => after_told(told, name, which),
            (Some(told), _, Which::Open) if self.genre == Genre::History && !self.is_reported(timex, name) => {
                in_narrative(self.story.unwrap_or(told), name)
            }
            (_, Some(day), _) => self.near_publication(day, timex, name, which),
            (Some(told), None, Which::Open) if self.goes_on(timex, told, name) => {
                let looks_ahead = tense::of_clause(self.segments, timex.tokens).0 == Tense::Future;
                let value = if looks_ahead { from_told(told, name) } else { in_narrative(told, name) };
                Value { confidence: 60, ..value }
            }
            _ => Value::of(None, 70),
        }
    }

    /// `from next Monday to Friday`, `from 3 May to 4 June`, `on Monday and Tuesday`: the end is the first one that is not before the start.
    fn end_of_range(&self, timex: &Timex, name: Name, which: Which) -> Option<Value> {
        let is_weekday = matches!(name, Name::Weekday(_));
        let is_open = which == Which::Open && timex.weekday.is_none() && (is_weekday || matches!(name, Name::Day(..) | Name::Month(_)));
        let told = self.then.filter(|_| is_open)?;
        let start = self.expressions.get(told.index)?;
        let is_alike = length_of(told.period) == if matches!(name, Name::Month(_)) { Unit::Month } else { Unit::Day };
        let (day, _) = told.period.range().filter(|_| is_alike)?;
        let end = nearest(name, day, Way::OnOrAfter)?;
        let (last, _) = end.range()?;
        // "moved from 21 June to 14 June"
        if (last - day).num_days() > MOST_OF_A_YEAR {
            return None;
        }
        // "on Sunday and Saturday" goes back.
        let is_next = || is_weekday && start.tokens.end + 1 == timex.tokens.start && (last - day).num_days() <= 3;
        let joined = || self.segments.lower(start.tokens.end as usize) == "and" && is_next();
        let value = Value::of(Some(end), 80).from(Anchor::Date(told.index), "anchor.range");
        (range::are_ends(self.segments, *start, *timex) || joined()).then_some(value)
    }

    /// `|Last year| the fair was in |June|`: in the year that the sentence begins with.
    fn in_year_told(&self, timex: &Timex, name: Name, which: Which) -> Option<Value> {
        let is_part = which == Which::Open && matches!(name, Name::Month(_) | Name::Day(..));
        let told = self.then.filter(|told| is_part && told.sentence == self.sentence(timex) && self.opens(*told))?;
        let Period::Year(year) = told.period else { return None };
        // "In 2024 sales fell, and the firm will close in August."
        let mut between = self.expressions[told.index].tokens.end as usize..timex.tokens.start as usize;
        let is_over = between.any(|token| matches!(self.segments.lower(token), "but" | ";" | "to" | "will" | "would"));
        if is_over || tense::of_clause(self.segments, timex.tokens).0 == Tense::Future {
            return None;
        }
        Some(Value::of(in_year(name, year), 80).from(Anchor::Date(told.index), "anchor.previous"))
    }

    /// `said on |Monday|`: even where all else is history, people speak in the week of publication.
    fn is_reported(&self, timex: &Timex, name: Name) -> bool {
        let start = timex.tokens.start as usize;
        let on = start - usize::from(self.segments.lower(start.wrapping_sub(1)) == "on");
        self.published.is_some()
            && matches!(name, Name::Weekday(_))
            && matches!(self.segments.lower(on.wrapping_sub(1)), "announced" | "confirmed" | "said" | "says")
    }

    /// Whether a name can be counted from a date told just before it, in a text of which nobody knows the day: not "Monday" from
    /// a year, and in news nothing but from a day, or from what opens its sentence.
    fn goes_on(&self, timex: &Timex, told: Told, name: Name) -> bool {
        let in_year = matches!(name, Name::Month(_) | Name::Day(..));
        let near = told.sentence + 1 >= self.sentence(timex);
        let carries = match told.period {
            Period::Day(_) => true,
            _ if self.genre == Genre::News => in_year && self.opens(told),
            period => length_of(period) < Unit::Year || in_year && self.opens(told),
        };
        // "The ban takes effect on 1 March 2026. Officials met on Monday."
        let ahead = |timex: &Timex| tense::of_clause(self.segments, timex.tokens).0 == Tense::Future;
        let is_another = matches!(name, Name::Weekday(_)) && !ahead(timex) && ahead(&self.expressions[told.index]);
        near && carries && !is_another
    }

    /// Whether a date told opens its sentence.
    fn opens(&self, told: Told) -> bool {
        opens_sentence(self.segments, &self.expressions[told.index])
    }

    fn near_publication(&self, day: NaiveDate, timex: &Timex, name: Name, which: Which) -> Value {
        let publication =
            |period: Option<Period>, confidence: u8| Value::of(period, confidence).from(Anchor::Publication, "anchor.publication");
        match (which, name) {
            (Which::Last, Name::Weekday(weekday)) => {
                let period = weekday_in_week(day, weekday, -1);
                Value { other: nearest(name, day, Way::Before).filter(|other| Some(*other) != period), ..publication(period, 75) }
            }
            (Which::Next, Name::Weekday(weekday)) => {
                let period = weekday_in_week(day, weekday, 1);
                Value { other: nearest(name, day, Way::After).filter(|other| Some(*other) != period), ..publication(period, 75) }
            }
            (Which::This, Name::Weekday(_)) if self.genre == Genre::Note => publication(nearest(name, day, Way::OnOrAfter), 75),
            (Which::This, Name::Weekday(weekday)) => publication(weekday_in_week(day, weekday, 0), 82),
            (Which::Last | Which::Past | Which::Previous | Which::Latest, _) => {
                let period = nearest(name, day, Way::Before);
                let other = in_year(name, day.year() - 1).filter(|other| which == Which::Last && Some(*other) != period);
                Value { other, ..publication(period, if other.is_some() { 80 } else { 86 }) }
            }
            (Which::Next | Which::Coming | Which::Following, _) => {
                let period = nearest(name, day, Way::After);
                let other = in_year(name, day.year() + 1).filter(|other| which == Which::Next && Some(*other) != period);
                Value { other, ..publication(period, if other.is_some() { 80 } else { 86 }) }
            }
            (Which::This | Which::Current | Which::That | Which::Same, _) => publication(in_year(name, day.year()), 86),
            (Which::Open, _) => {
                let value = self.by_tense(day, timex, name);
                self.in_month_told(day, timex, &value, name).unwrap_or(value)
            }
        }
    }

    /// `He died in November 2024. … On |16 November| he had been ill`: long ago, the month just told with its year.
    fn in_month_told(&self, published: NaiveDate, timex: &Timex, value: &Value, name: Name) -> Option<Value> {
        let Name::Day(month, _) = name else { return None };
        // Where the article has come back to its own week, it stays there.
        let now =
            self.then.and_then(|then| then.period.range()).is_some_and(|(first, _)| (published - first).num_days().abs() <= TWO_MONTHS);
        let is_near = |told: &Told| !now && told.sentence + 12 >= self.sentence(timex);
        let told =
            self.month.filter(is_near).filter(|told| told.period.range().is_some_and(|(first, _)| first.month() == u32::from(month)))?;
        let (latest, _) = value.period?.range()?;
        let is_long_ago = (published - latest).num_days() > TWO_MONTHS;
        let period = in_year(name, told.period.year()).filter(|period| is_long_ago && Some(*period) != value.period)?;
        Some(Value::of(Some(period), 75).from(Anchor::Date(told.index), "anchor.previous"))
    }

    /// The latest one, or the next one where the clause looks ahead.
    fn by_tense(&self, day: NaiveDate, timex: &Timex, name: Name) -> Value {
        let (tense, cue) = tense::of_clause(self.segments, timex.tokens);
        let before = (timex.tokens.start as usize).wrapping_sub(1);
        let since = self.segments.lower(before) == "since";
        // "will return in March", not "will appeal against his conviction in March"
        let is_certain = cue.is_some_and(|cue| cue <= before && before - cue <= 3 && tense::is_certain(self.segments, cue));
        let (way, rule, confidence) = match (tense, name) {
            _ if since => (Way::OnOrBefore, "anchor.past", 94),
            (Tense::Unknown, _) if self.genre == Genre::Note => (Way::OnOrAfter, "anchor.note", 65),
            (Tense::Future | Tense::Unknown, Name::Season(_)) if self.segments.lower(before) == "before" => {
                (Way::OnOrAfter, "anchor.future", 80)
            }
            (Tense::Future | Tense::Unknown, _) if self.segments.lower(before) == "by" => (Way::OnOrAfter, "anchor.future", 80),
            // A quarter that has just ended, or has not, is still being reported on.
            (Tense::Future, Name::Quarter(_)) if !ends_within(name, day, TWO_MONTHS) => (Way::OnOrAfter, "anchor.future", 80),
            (Tense::Future, Name::Quarter(_)) => (Way::Around, "anchor.nearest", 75),
            (Tense::Past, _) if ends_within(name, day, MOST_OF_A_YEAR) => (Way::OnOrBefore, "anchor.past", 94),
            (Tense::Future, Name::Weekday(_)) => (Way::OnOrAfter, "anchor.future", 70),
            (Tense::Future, _) if is_certain || is_soon(name, day) => (Way::OnOrAfter, "anchor.future", 92),
            (Tense::Unknown, Name::Weekday(_) | Name::Weekend | Name::DayOfMonth(_)) => (Way::OnOrBefore, "anchor.latest", 80),
            (Tense::Unknown, Name::Month(_) | Name::Quarter(_)) if ends_within(name, day, MOST_OF_A_YEAR) => {
                (Way::OnOrBefore, "anchor.latest", 80)
            }
            (_, Name::Month(_)) => (Way::Around, "anchor.nearest", 58),
            _ => (Way::Around, "anchor.nearest", 75),
        };
        let period = match (name, timex.weekday) {
            (Name::DayOfMonth(number), Some(weekday)) => with_weekday(number, weekday, day).or_else(|| nearest(name, day, way)),
            _ => nearest(name, day, way),
        };
        let other = nearest(name, day, if way == Way::OnOrAfter { Way::Before } else { Way::After });
        Value {
            because: Some((rule, if since { Some(before) } else { cue })),
            other: other.filter(|other| Some(*other) != period),
            ..Value::of(period, confidence).from(Anchor::Publication, rule)
        }
    }
}

/// `|In 2015| the yard closed.`: a date that sets the time for what is told next.
fn opens_sentence(segments: &Segments<'_>, timex: &Timex) -> bool {
    timex.tokens.start <= segments.sentence_of(timex.tokens.start as usize).start + 2
}

/// `that May`, `the previous Friday`, `the following spring`
fn after_told(told: Told, name: Name, which: Which) -> Value {
    let range = told.period.range();
    let period = range.and_then(|(first, last)| match which {
        Which::Previous => nearest(name, first, Way::Before),
        Which::Following => nearest(name, last, Way::After),
        _ => nearest(name, first, Way::Around),
    });
    Value::of(period, 72).from(Anchor::Date(told.index), "anchor.previous")
}

/// `It opened in June 2023. A verdict will come in |March|`: the next one.
fn from_told(told: Told, name: Name) -> Value {
    let period = told.period.range().and_then(|(first, _)| nearest(name, first, Way::OnOrAfter));
    Value::of(period, 72).from(Anchor::Date(told.index), "anchor.previous")
}

/// History goes on in the year told last.
fn in_narrative(told: Told, name: Name) -> Value {
    let period = match name {
        Name::Weekday(_) | Name::Weekend => told.period.range().and_then(|(first, _)| nearest(name, first, Way::OnOrAfter)),
        Name::DayOfMonth(day) => told.period.range().and_then(|(first, _)| first.with_day(u32::from(day)).map(Period::Day)),
        _ => in_year(name, told.period.year())
            .filter(|period| !is_long_before(*period, told.period))
            .or_else(|| in_year(name, add_years(told.period.year(), 1)?)),
    };
    Value::of(period, 78).from(Anchor::Date(told.index), "anchor.narrative")
}

/// Whether a story that has come to `told` would have to go back a long way: more than eight months.
fn is_long_before(period: Period, told: Period) -> bool {
    let days = |period: Period| period.range().map(|(first, _)| first);
    length_of(told) <= Unit::Month && days(told).zip(days(period)).is_some_and(|(told, period)| (told - period).num_days() > 240)
}

/// `of next month`
fn months_on(which: Which) -> Option<i32> {
    match which {
        Which::Last | Which::Previous => Some(-1),
        Which::This | Which::Current => Some(0),
        Which::Next | Which::Coming => Some(1),
        _ => None,
    }
}

/// In days.
const MOST_OF_A_YEAR: i64 = 290;
/// In days.
const TWO_MONTHS: i64 = 60;
/// How far from its own day news tells of times of day without saying so.
const DAYS_OF_NEWS: i64 = 30;

/// So many units before or after the day; after weeks on the day of the week that is told.
fn shifted(value: Value, timex: &Timex) -> Value {
    let Some((unit, by)) = timex.shift else { return value };
    let moved = value.period.and_then(Period::range).and_then(|(day, _)| day_on(day, unit, by));
    let period = match timex.weekday.filter(|_| unit == Unit::Week) {
        Some(weekday) => moved.and_then(|day| weekday_in_week(day, weekday, 0)),
        None => moved.map(Period::Day),
    };
    Value { period, other: None, ..value }
}

/// Whether the latest one ended less than so many days ago, or has not yet: for news, most of a year back the next one is nearer to mind.
fn ends_within(name: Name, day: NaiveDate, days: i64) -> bool {
    nearest(name, day, Way::OnOrBefore).and_then(Period::range).is_some_and(|(_, last)| (day - last).num_days() < days)
}

/// Whether the next one is no further than most of a year ahead.
fn is_soon(name: Name, day: NaiveDate) -> bool {
    nearest(name, day, Way::OnOrAfter).and_then(Period::range).is_some_and(|(first, _)| (first - day).num_days() < MOST_OF_A_YEAR)
}
