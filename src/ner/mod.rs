//! Named-entity recognition: names of people, organisations and places.
//!
//! In: [`Segments`]. Out: [`Mention`]s, in text order, not overlapping.
//!
//! A linear-chain model over features of the words, of the lists and of the whole article; `MODEL.md` says how it was trained.
//!
//! ```text
//! Ada    Quill   of  the  Harbour  Board    resigned  .
//! B-PER  L-PER   O   O    B-ORG    L-ORG    O         O
//! ```

mod acronyms;
mod bodies;
mod company;
mod decode;
#[doc(hidden)]
pub mod document;
mod edges;
mod elsewhere;
#[doc(hidden)]
pub mod facts;
#[doc(hidden)]
pub mod features;
pub(crate) mod firms;
mod given;
mod holders;
mod kinds;
mod known;
#[doc(hidden)]
pub mod labels;
#[doc(hidden)]
pub mod lists;
mod mend;
mod nameless;
mod offices;
mod tickers;
pub(crate) mod titles;

use crate::confidence::Confidence;
use crate::linear::Model;
use crate::segment::Segments;
use crate::span::{Run, Span};
use features::{Island, Sheet};
pub(crate) use given::RULE as GIVEN;
#[doc(inline)]
pub use given::{Error, NameEntry, Names};
use std::sync::LazyLock;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_bytes!("weights.bin")));

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

/// Finds the names. Those that the user gave win.
#[must_use]
pub fn recognize(segments: &Segments<'_>, given: &Names) -> Vec<Mention> {
    let mut mentions = recognize_with(&MODEL, segments);
    given.apply(segments, &mut mentions);
    mentions
}

/// As [`recognize`], with a model that is being tried.
#[doc(hidden)]
#[must_use]
pub fn recognize_with(model: &Model, segments: &Segments<'_>) -> Vec<Mention> {
    let sheet = Sheet::new(segments);
    let mut mentions = find(model, &sheet).iter().filter_map(|found| mention(segments, found)).collect();
    mend::mend(segments, &sheet.facts, &mut mentions);
    mentions
}

/// Names of any kind, with their margins.
#[doc(hidden)]
#[must_use]
pub fn find(model: &Model, sheet: &Sheet<'_, '_>) -> Vec<Found> {
    let islands: Vec<Island> = sheet.islands().into_iter().map(|island| sheet.read_part(island)).collect();
    let mut features = Vec::new();
    let mut found: Vec<Found> = islands.iter().flat_map(|&island| read(model, sheet, island, &mut features)).collect();
    elsewhere::vote(sheet.segments, &islands, &mut found);
    found
}

/// A name of any kind, as read.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its tokens.
    pub tokens: Run,
    /// What it names; see [`labels`].
    pub kind: usize,
    /// By how much the reading beats the next best, in units of the weights.
    pub margin: i32,
    /// Whether other places in the article decided.
    pub elsewhere: bool,
}

/// Reads one stretch of tokens.
fn read(model: &Model, sheet: &Sheet<'_, '_>, island: Island, features: &mut Vec<u32>) -> Vec<Found> {
    let mut scores = Vec::with_capacity(island.tokens.len());
    for token in island.tokens.range() {
        sheet.features(island, token, features);
        scores.push(model.score(features));
    }
    let joints: Vec<usize> = island.tokens.range().map(|token| sheet.joint(token)).collect();
    let start = island.tokens.start as usize;
    let place = |name: decode::Name| Found {
        tokens: Run::new(start + name.start, start + name.end),
        kind: name.kind,
        margin: name.margin,
        elsewhere: false,
    };
    decode::decode(model, &scores, &joints).into_iter().map(place).collect()
}

fn mention(segments: &Segments<'_>, found: &Found) -> Option<Mention> {
    let label = labels::shown(found.kind)?;
    let rule = match label {
        _ if found.elsewhere => "name.elsewhere",
        Label::Person => "name.person",
        Label::Organisation => "name.organisation",
        Label::Place => "name.place",
    };
    Some(Mention { tokens: found.tokens, span: segments.span(found.tokens), label, confidence: confidence(label, found.margin), rule })
}

/// From the margin of a reading to how often such names are right, measured on the development sets (see `MODEL.md`).
fn confidence(label: Label, margin: i32) -> Confidence {
    let knots: [(i32, i32); 6] = match label {
        Label::Person => [(0, 50), (20, 56), (40, 76), (80, 89), (120, 96), (200, 98)],
        Label::Organisation => [(0, 50), (30, 52), (50, 69), (90, 77), (130, 88), (200, 98)],
        Label::Place => [(0, 50), (30, 56), (50, 78), (100, 80), (150, 89), (200, 96)],
    };
    let next = knots.iter().position(|knot| knot.0 > margin).unwrap_or(knots.len());
    let percent = match (next.checked_sub(1).map(|last| knots[last]), knots.get(next)) {
        (Some((from, low)), Some(&(to, high))) => low + (high - low) * (margin - from) / (to - from),
        (Some((_, percent)), None) | (None, Some(&(_, percent))) => percent,
        (None, None) => 0,
    };
    Confidence::new(u8::try_from(percent).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weights are trained anew when the features or the lists change: `lab train ner`.
    #[test]
    fn weights_fit_features() {
        assert_eq!(MODEL.feature_set, features::set());
    }

    #[test]
    fn confidence_grows_with_margin() {
        for label in [Label::Person, Label::Organisation, Label::Place] {
            let confidences: Vec<Confidence> = (-10..300).map(|margin| confidence(label, margin)).collect();
            assert!(confidences.is_sorted() && confidences[309] < Confidence::FULL, "{label:?}: {confidences:?}");
        }
    }
}
