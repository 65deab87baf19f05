//! The kind of text: history, in which dates are counted from each other, news, or a note of a few words.

use super::meaning::{From, Meaning, Name, Timex, When};
use super::period::Period;
use crate::segment::Segments;
use crate::span::Run;
use chrono::{Datelike, NaiveDate};

/// A text of no more tokens is a note, such as a reminder.
pub(super) const NOTE: usize = 16;

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Genre {
    /// Its dates are counted from each other.
    History,
    /// A few words, which look ahead.
    Note,
    /// Something is told of a weekday, or counted from today.
    News,
    /// None of these can be seen.
    Plain,
}

/// The kind of a text.
pub(super) fn genre(segments: &Segments<'_>, expressions: &[Timex], published: Option<NaiveDate>) -> Genre {
    if is_narrative(expressions, published) {
        Genre::History
    } else if segments.tokens.len() <= NOTE {
        Genre::Note
    } else if expressions.iter().any(is_near) {
        Genre::News
    } else {
        Genre::Plain
    }
}

/// Whether the text is history: most of its dates lie years before its publication, and it hardly speaks of today.
fn is_narrative(expressions: &[Timex], published: Option<NaiveDate>) -> bool {
    let (mut old, mut near) = (0, 0);
    for timex in expressions {
        match timex.meaning {
            // Its own date in the text: an article.
            Meaning::When(When::Is(Period::Day(day))) if published.is_some_and(|published| (published - day).num_days().abs() <= 3) => {
                return false;
            }
            Meaning::When(When::Is(period)) if published.is_none_or(|day| period.year() < day.year() - 1) => old += 1,
            Meaning::When(When::Is(period)) if published.is_some_and(|day| period.year() == day.year()) => near += 1,
            _ if is_near(timex) => near += 1,
            _ => {}
        }
    }
    old >= 8 && old > 3 * near
}

/// Whether an expression counts from the day of publication, as news does: "on Monday", "yesterday".
fn is_near(timex: &Timex) -> bool {
    matches!(timex.meaning, Meaning::When(When::Named { name: Name::Weekday(_), .. } | When::Counted { from: From::Publication, .. }))
}

/// The expressions with the two ends of each range apart: in history each end is a date that the story goes on from.
///
/// ```text
/// 22–25 April 1951  →  22 · 25 April 1951
/// ```
pub(super) fn ends_apart(segments: &Segments<'_>, expressions: &[Timex]) -> Vec<Timex> {
    expressions.iter().flat_map(|timex| apart(segments, *timex).map_or_else(|| vec![*timex], Vec::from)).collect()
}

fn apart(segments: &Segments<'_>, timex: Timex) -> Option<[Timex; 2]> {
    let Meaning::When(when) = timex.meaning else { return None };
    let (first, last) = match when {
        When::Named { name: Name::Days(month, first, last), year, which } => {
            let day = |day: u8| When::Named { name: Name::Day(month, day), year, which };
            (day(first), day(last))
        }
        When::Is(Period::Days(first, last)) => (When::Is(Period::Day(first)), When::Is(Period::Day(last))),
        When::Is(Period::Years(first, last)) => (When::Is(Period::Year(first)), When::Is(Period::Year(last))),
        _ => return None,
    };
    let joint = timex.tokens.range().find(|&token| matches!(segments.word(token), "-" | "–" | "—" | "to" | "and"))?;
    let at = |start: usize, end: usize, when: When| Timex { tokens: Run::new(start, end), meaning: Meaning::When(when), ..timex };
    Some([at(timex.tokens.start as usize, joint, first), at(joint + 1, timex.tokens.end as usize, last)])
}
