//! Temporal expressions and their TIMEX3 values.
//!
//! In: [`Segments`] and the [names](crate::ner::Mention), so that *Theresa May* is no month. Out: [`DateMark`]s, and the
//! day the article was published.
//!
//! Three steps: [`recognize`] reads each expression by itself, [`publication::infer`] works out the article's own date, and
//! [`anchor`] counts the expressions from it and from each other.

pub mod publication;

use crate::Locale;
use crate::annotation::{DateMark, Publication};
use crate::ner::Mention;
use crate::segment::Segments;

/// An expression as it stands, not yet counted from anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex;

/// Finds the expressions.
#[must_use]
pub fn recognize(_segments: &Segments<'_>, _names: &[Mention], _locale: Locale) -> Vec<Timex> {
    Vec::new()
}

/// Gives each expression its value.
#[must_use]
pub fn anchor(_segments: &Segments<'_>, _expressions: &[Timex], _publication: &Publication) -> Vec<DateMark> {
    Vec::new()
}
