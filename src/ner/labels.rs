//! The labels of the chain: what a token names, and where in the name it stands.

use super::Label;

/// Where in a name a token stands (the BILOU scheme without its O).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// First of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// Last of several.
    Last,
    /// The whole name.
    Unit,
}

/// Outside any name.
pub const OUTSIDE: usize = 0;
/// How many labels there are: outside, and four for each of person, organisation, place and other names.
pub const LABELS: usize = crate::linear::LABELS;
/// How many kinds of names: [`Label`]'s, and other names (nationalities, events, works), learnt but not shown.
pub const KINDS: usize = 4;

/// The kind of name that people have.
pub const PERSON: usize = 0;
/// The kind of name that organisations have.
pub const ORGANISATION: usize = 1;
/// The kind of name that places have.
pub const PLACE: usize = 2;
/// The kind of all other names: nationalities, events, works; learnt, not shown.
pub const OTHER: usize = 3;

/// The label of a token at that place in a name of that kind.
#[must_use]
pub const fn label(kind: usize, place: Place) -> usize {
    1 + kind * 4 + place as usize
}

/// Kind and place of a label.
#[must_use]
pub const fn parts(label: usize) -> Option<(usize, Place)> {
    if label == OUTSIDE {
        return None;
    }
    let place = match (label - 1) % 4 {
        0 => Place::Begin,
        1 => Place::Inside,
        2 => Place::Last,
        _ => Place::Unit,
    };
    Some(((label - 1) / 4, place))
}

/// Whether a label may follow another.
#[must_use]
pub const fn may_follow(before: usize, label: usize) -> bool {
    let opened = match parts(before) {
        Some((kind, Place::Begin | Place::Inside)) => Some(kind),
        _ => None,
    };
    match (opened, parts(label)) {
        (None, None | Some((_, Place::Begin | Place::Unit))) => true,
        (Some(open), Some((kind, Place::Inside | Place::Last))) => open == kind,
        _ => false,
    }
}

/// What a kind of name is shown as.
#[must_use]
pub const fn shown(kind: usize) -> Option<Label> {
    match kind {
        0 => Some(Label::Person),
        1 => Some(Label::Organisation),
        2 => Some(Label::Place),
        _ => None,
    }
}
