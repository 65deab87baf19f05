//! The best labels for a stretch of tokens, and how much better they are than any others.

use super::labels::{LABELS, OUTSIDE, Place, may_follow, parts};
use crate::linear::{Model, Scores};

/// Worse than any score.
const NEVER: i32 = i32::MIN / 4;

/// The moves that the scheme allows: for each label, those that may stand before it.
const BEFORE: [([u8; LABELS], usize); LABELS] = befores();

const fn befores() -> [([u8; LABELS], usize); LABELS] {
    let mut table = [([0; LABELS], 0); LABELS];
    let mut label = 0;
    while label < LABELS {
        let mut before = 0;
        while before < LABELS {
            if may_follow(before, label) {
                #[expect(clippy::cast_possible_truncation, reason = "there are fewer than 256 labels")]
                {
                    table[label].0[table[label].1] = before as u8;
                }
                table[label].1 += 1;
            }
            before += 1;
        }
        label += 1;
    }
    table
}

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
    let backward = backward(model, scores, joints);
    let Some(best) = forward.last().map(closed) else { return Vec::new() };
    let mut labels = Vec::with_capacity(scores.len());
    let mut wanted = None;
    for token in (0..scores.len()).rev() {
        let label = match wanted {
            None => best.1,
            Some(next) => arg_before(model, &forward[token], joints[token + 1], next),
        };
        labels.push(label);
        wanted = Some(label);
    }
    labels.reverse();
    names(&labels, |token, label| best.0 - rival(&forward[token], &backward[token], label))
}

/// For each token and label, the score of the best reading up to it.
fn forward(model: &Model, scores: &[Scores], joints: &[usize]) -> Vec<Scores> {
    let mut all: Vec<Scores> = Vec::with_capacity(scores.len());
    for (token, score) in scores.iter().enumerate() {
        let mut here = [NEVER; LABELS];
        for label in 0..LABELS {
            let before = match all.last() {
                None if may_follow(OUTSIDE, label) => model.transition(joints[token], OUTSIDE, label),
                None => continue,
                Some(last) => {
                    befores_of(label).map(|before| last[before] + model.transition(joints[token], before, label)).max().unwrap_or(NEVER)
                }
            };
            here[label] = before + score[label];
        }
        all.push(here);
    }
    all
}

/// For each token and label, the score of the best reading after it.
fn backward(model: &Model, scores: &[Scores], joints: &[usize]) -> Vec<Scores> {
    let mut all = vec![[NEVER; LABELS]; scores.len()];
    for token in (0..scores.len()).rev() {
        for label in 0..LABELS {
            if token + 1 == scores.len() {
                all[token][label] = if is_closed(label) { 0 } else { NEVER };
                continue;
            }
            let next = all[token + 1];
            for before in befores_of(label) {
                let score = next[label] + scores[token + 1][label] + model.transition(joints[token + 1], before, label);
                all[token][before] = all[token][before].max(score);
            }
        }
    }
    all
}

fn befores_of(label: usize) -> impl Iterator<Item = usize> {
    let (befores, count) = &BEFORE[label];
    befores[..*count].iter().map(|&before| before as usize)
}

fn arg_before(model: &Model, forward: &Scores, joint: usize, label: usize) -> usize {
    befores_of(label)
        .max_by_key(|&before| (forward[before] + model.transition(joint, before, label), std::cmp::Reverse(before)))
        .unwrap_or(OUTSIDE)
}

/// The best score among the labels that may stand last, and that label.
fn closed(last: &Scores) -> (i32, usize) {
    (0..LABELS)
        .filter(|&label| is_closed(label))
        .map(|label| (last[label], label))
        .max_by_key(|&(score, label)| (score, std::cmp::Reverse(label)))
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
