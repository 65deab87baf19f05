//! Named-entity recognition: names of people, organisations and places.
//!
//! In: [`Segments`]. Out: [`Mention`]s, in text order, not overlapping.

use crate::confidence::Confidence;
use crate::segment::Segments;
use crate::span::{Run, Span};

/// A name found in the text: without title, without leading "the", without possessive 's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its tokens.
    pub tokens: Run,
    /// Its words.
    pub span: Span,
    /// What it names.
    pub label: Label,
    /// How sure.
    pub confidence: Confidence,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// A human being.
    Person,
    /// A body of people.
    Organisation,
    /// A country, a city, a building.
    Place,
}

/// Finds the names.
#[must_use]
pub fn recognize(_segments: &Segments<'_>) -> Vec<Mention> {
    Vec::new()
}
