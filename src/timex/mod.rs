//! Temporal expressions and their TIMEX3 values.
//!
//! In: [`Segments`] and the [names](crate::ner::Mention), so that *Theresa May* is no month. Out: [`DateMark`](crate::annotation::DateMark)s, and the
//! day the article was published.
//!
//! ```text
//! The fair opened on Monday , three days later than in 2018 .
//!                    2024-05-13                        2018
//! ```
//!
//! Three steps: [`recognize`] reads each expression by itself, [`publication::infer`] works out the article's own date, and
//! [`anchor`] counts the expressions from it and from each other. Values follow TIMEX3 as the `TimeBank` corpus uses it.

mod anchor;
mod anniversary;
mod calendar;
mod clock;
mod cycle;
mod duration;
mod feast;
mod holiday;
mod meaning;
mod modifier;
mod narrative;
mod national;
mod number;
mod numeric;
mod period;
pub mod publication;
mod range;
mod reader;
mod reference;
mod relative;
mod season;
mod set;
mod tense;
mod value;
mod week;
mod words;
mod year;

use crate::Locale;
use crate::ner::{Label, Mention};
use crate::segment::{Kind, Segments};
use crate::span::Run;
use reader::{Reader, Reading, longest};
use words::Class;

pub use anchor::anchor;
pub use meaning::Timex;

/// Finds the expressions, in text order, not overlapping.
///
/// Linear in the length of the text: a production looks at a bounded number of tokens, and the longest reading at a token
/// is taken before the next token is looked at.
#[must_use]
pub fn recognize(segments: &Segments<'_>, names: &[Mention], locale: Locale) -> Vec<Timex> {
    let mut classes = words::classify(segments);
    block_names(segments, names, &mut classes);
    let ancient = is_ancient(segments);
    let mut found = Vec::new();
    for &sentence in &segments.sentences {
        let reader = Reader::new(segments, &classes, sentence, locale, ancient);
        let mut at = sentence.start as usize;
        while at < sentence.end as usize {
            let Some(Reading { end, timex }) = reader.expression(at) else {
                at += 1;
                continue;
            };
            let zoned = timex.clock.is_some() && (at + 1..end).any(|token| reader.is_zone(token));
            found.push(Timex { tokens: Run::new(at, end), zoned, ..reader.bound_before(at, timex) });
            at = end;
        }
    }
    range::share_years(segments, &mut found);
    found
}

/// Whether years before Christ are spoken of again and again, so that "in 490" is one of them.
fn is_ancient(segments: &Segments<'_>) -> bool {
    let before_christ = |token: &usize| matches!(segments.lower(*token), "bc" | "bce" | "b.c.");
    (0..segments.tokens.len()).filter(before_christ).nth(2).is_some()
}

/// Words of a name start no expression, unless the name is nothing but a date ("Monday").
fn block_names(segments: &Segments<'_>, names: &[Mention], classes: &mut [Class]) {
    for name in names {
        let tokens = name.tokens.range();
        if !is_date(segments, name, classes) {
            classes[tokens].fill(Class::Other);
        }
    }
}

/// `Monday`, `Jan. 6`, `Martin Luther King Day`; but `June`, who is a person, is no month.
fn is_date(segments: &Segments<'_>, name: &Mention, classes: &[Class]) -> bool {
    let tokens = name.tokens.range();
    let calendar = |token: usize| {
        matches!(
            classes[token],
            Class::Month(_)
                | Class::MonthInCompany(_)
                | Class::Weekday(_)
                | Class::WeekdayInCompany(_)
                | Class::Int(..)
                | Class::Nth(_)
                | Class::QuarterName(_)
                | Class::HalfName(_)
                | Class::Fiscal(_)
        )
    };
    let is_day = |token: usize| matches!(classes.get(token), Some(Class::Int(1..=31, 1..=2) | Class::Nth(1..=31)));
    let joint = tokens.start.wrapping_sub(1);
    let joined = joint < tokens.start && matches!(segments.lower(joint), "of" | "/" | "-");
    let before = joint.wrapping_sub(usize::from(joined));
    let last = |token: usize| segments.tokens.get(token).is_none_or(|token| !matches!(token.kind, Kind::Word | Kind::Number));
    let numbered = matches!(classes.get(tokens.end), Some(Class::Int(..) | Class::Nth(_)))
        || matches!(classes.get(tokens.end), Some(Class::Ordinal(_))) && last(tokens.end + 1)
        || is_day(before);
    let person = name.label == Label::Person && tokens.len() == 1 && !numbered;
    tokens.clone().all(calendar) && !person && segments.lower(tokens.start) != "may" || holiday::is_named(segments, name.tokens)
}

/// Words that are an expression by themselves.
const STAND_ALONE: &[&str] = &["recently", "recent", "current", "soon", "tonight"];

impl Reader<'_> {
    /// All that begins with no word that moves or blurs it; of equally long readings the first is taken.
    const PRODUCTIONS: [fn(&Self, usize) -> Option<Reading>; 16] = [
        Self::set,
        Self::time,
        Self::range,
        Self::week_of,
        Self::date,
        Self::relative,
        Self::week_then_weekday,
        Self::holiday,
        Self::stretch,
        Self::weekday,
        Self::day_of_month,
        Self::counted_stretch,
        Self::duration,
        Self::reference,
        Self::anniversary,
        Self::unit_end,
    ];

    /// The expression that begins at `at`.
    fn expression(&self, at: usize) -> Option<Reading> {
        if !self.may_start(at) {
            return None;
        }
        longest([self.core(at), self.modified(at)])
    }

    /// A cheap first test: most tokens start nothing, and words like "the" or "this" only where a telling word follows.
    fn may_start(&self, at: usize) -> bool {
        match self.class(at) {
            Class::Other => match self.segments.tokens[at].kind {
                Kind::Quote => matches!(self.class(at + 1), Class::Int(..) | Class::Decade(_)),
                Kind::Word => self.class(at + 1) == Class::Lead && self.reads(at, &["to", "date"]),
                _ => false,
            },
            Class::Feast => self.holiday(at).is_some(),
            Class::Int(..) => !self.is_in_row(at),
            Class::Lead | Class::Which(_) | Class::Vague | Class::Ordinal(_) => {
                self.class(at + 1) != Class::Other
                    || self.is_dash(at + 1)
                    || self.is(at + 1, &["to", "than", "of", "in", "on"])
                    || self.is(at, STAND_ALONE)
            }
            _ => true,
        }
    }

    /// `6/7/8/9`: of more than three small numbers between slashes none is a date.
    fn is_in_row(&self, at: usize) -> bool {
        let small = |at: usize| matches!(self.class(at), Class::Int(_, 1..=2));
        let joined = |slash: usize| self.is(slash, &["/"]) && self.glued(slash) && self.glued(slash + 1);
        let before = (1..4).take_while(|place| small(at.wrapping_sub(2 * place)) && joined(at + 1 - 2 * place));
        let after = (0..3).take_while(|place| joined(at + 1 + 2 * place) && small(at + 2 + 2 * place));
        small(at) && before.count() + after.count() > 2
    }

    /// Without words before it that move or blur it.
    fn core(&self, at: usize) -> Option<Reading> {
        longest(Self::PRODUCTIONS.iter().map(|production| production(self, at)))
    }
}
