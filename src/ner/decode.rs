//! The best labels for a stretch of tokens, and how much better they are than any others.

use super::labels::{LABELS, OUTSIDE, Place, parts};
use crate::linear::{Model, NEVER, Scores};
use std::cmp::Reverse;

/// A name found: its tokens, counted from the start of the stretch; its kind; by how much it beats the best reading without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Kind of name.
    pub kind: usize,
    /// In units of the weights.
    pub margin: i32,
}

/// Finds the best reading of a stretch, outside any name before and after it.
///
/// `joints` holds what each token is to the transition weights.
#[must_use]
pub fn decode(model: &Model, scores: &[Scores], joints: &[usize]) -> Vec<Name> {
    let forward = forward(model, scores, joints);
    let Some((best, last)) = forward.last().map(closed) else { return Vec::new() };
    let labels = path(model, &forward, joints, last);
    if labels.iter().all(|&label| label == OUTSIDE) {
        return Vec::new();
    }
    let backward = backward(model, scores, joints);
    names(&labels, |token, label| best - rival(&forward[token], &backward[token], label))
}

/// For each token and label, the score of the best reading up to it.
fn forward(model: &Model, scores: &[Scores], joints: &[usize]) -> Vec<Scores> {
    let mut last = [NEVER; _];
    last[OUTSIDE] = 0;
    let step = |(scores, &joint): (&Scores, &usize)| {
        last = add(&model.forward(joint, &last), scores);
        last
    };
    scores.iter().zip(joints).map(step).collect()
}

/// For each token and label, the score of the best reading after it.
fn backward(model: &Model, scores: &[Scores], joints: &[usize]) -> Vec<Scores> {
    let mut next: Scores = std::array::from_fn(|label| if is_closed(label) { 0 } else { NEVER });
    let mut all = vec![next; scores.len()];
    for token in (1..scores.len()).rev() {
        next = model.backward(joints[token], &add(&next, &scores[token]));
        all[token - 1] = next;
    }
    all
}

fn add(a: &Scores, b: &Scores) -> Scores {
    let mut sums = *a;
    sums.iter_mut().zip(b).for_each(|(sum, score)| *sum += score);
    sums
}

/// The labels of the best reading, which ends with `last`.
fn path(model: &Model, forward: &[Scores], joints: &[usize], last: usize) -> Vec<usize> {
    let mut labels = vec![last; forward.len()];
    for token in (1..forward.len()).rev() {
        let score = |before: usize| forward[token - 1][before] + model.transition(joints[token], before, labels[token]);
        labels[token - 1] = (0..LABELS).max_by_key(|&before| (score(before), Reverse(before))).unwrap_or(OUTSIDE);
    }
    labels
}

/// The best score among the labels that may stand last, and that label.
fn closed(last: &Scores) -> (i32, usize) {
    (0..LABELS)
        .filter(|&label| is_closed(label))
        .map(|label| (last[label], label))
        .max_by_key(|&(score, label)| (score, Reverse(label)))
        .unwrap_or((0, OUTSIDE))
}

fn is_closed(label: usize) -> bool {
    !matches!(parts(label), Some((_, Place::Begin | Place::Inside)))
}

/// The score of the best reading in which this token has another label.
fn rival(forward: &Scores, backward: &Scores, label: usize) -> i32 {
    (0..LABELS).filter(|&other| other != label).map(|other| forward[other].saturating_add(backward[other])).max().unwrap_or(NEVER)
}

/// The names that some labels spell.
fn names(labels: &[usize], margin: impl Fn(usize, usize) -> i32) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for (token, &label) in labels.iter().enumerate() {
        let Some((kind, place)) = parts(label) else { continue };
        let margin = margin(token, label);
        match (place, found.last_mut()) {
            (Place::Inside | Place::Last, Some(open)) => {
                open.end = token + 1;
                open.margin = open.margin.min(margin);
            }
            _ => found.push(Name { start: token, end: token + 1, kind, margin }),
        }
    }
    found
}
