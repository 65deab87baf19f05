//! Scoring with trained weights: a linear-chain model, read in place.
//!
//! The file: magic `PMLC`, format (u8), number of labels (u8), number of joints (u8), nothing (u8), feature set (u32); then the
//! transition weights (i16: joint, label before, label), a table of features ([`Slots`]), and for each slot a weight for each label
//! (i8). All numbers are little-endian.

use crate::ner::labels::may_follow;
use crate::slots::Slots;

/// What a file begins with.
pub const MAGIC: &[u8; 4] = b"PMLC";
/// The layout above.
pub const FORMAT: u8 = 2;
const HEADER: usize = 12;

/// How many labels a model has. A constant, so that a row is added up in one go.
pub const LABELS: usize = 17;
/// Labels, and as many places without meaning as make whole vectors of them.
const LANES: usize = LABELS.next_multiple_of(4);
/// Worse than any score.
pub const NEVER: i32 = i32::MIN / 4;

/// A trained model.
#[derive(Debug)]
pub struct Model {
    /// Feature set that the weights were learnt for.
    pub feature_set: u32,
    /// By joint and label before: the score of each label, `NEVER` where the scheme forbids it.
    forward: Vec<Scores>,
    /// By joint and label: the score of each label before.
    backward: Vec<Scores>,
    features: Slots,
    weights: &'static [[u8; LABELS]],
}

/// The score of each label, in the first [`LABELS`] places.
pub type Scores = [i32; LANES];

impl Model {
    /// Reads a file.
    ///
    /// # Panics
    ///
    /// When it is no such file; the file is part of the program, and a test reads it.
    #[must_use]
    pub fn read(file: &'static [u8]) -> Self {
        assert!(file.starts_with(MAGIC) && file[4] == FORMAT, "a file of weights");
        let (labels, joints) = (file[5] as usize, file[6] as usize);
        assert!(labels == LABELS, "weights for these labels");
        let (transitions, rest) = file[HEADER..].split_at(joints * labels * labels * 2);
        let (features, weights) = Slots::read(rest);
        let (weights, rest) = weights.as_chunks();
        assert!(weights.len() == features.count() && rest.is_empty(), "a weight for each slot and label");
        let transitions: &[[u8; 2]] = transitions.as_chunks().0;
        let score = |joint: usize, before: usize, label: usize| {
            let allowed = before < LABELS && label < LABELS && may_follow(before, label);
            if allowed { i16::from_le_bytes(transitions[(joint * LABELS + before) * LABELS + label]).into() } else { NEVER }
        };
        let rows = || (0..joints).flat_map(|joint| (0..LABELS).map(move |label| (joint, label)));
        Self {
            feature_set: u32::from_le_bytes([file[8], file[9], file[10], file[11]]),
            forward: rows().map(|(joint, before)| std::array::from_fn(|label| score(joint, before, label))).collect(),
            backward: rows().map(|(joint, label)| std::array::from_fn(|before| score(joint, before, label))).collect(),
            features,
            weights,
        }
    }

    /// Adds up the weights of some features, no more than 256 of them.
    #[must_use]
    pub fn score(&self, features: &[u32]) -> Scores {
        let mut scores = [0_i16; LABELS - 1];
        let mut last = 0_i16;
        for slot in features.iter().filter_map(|&feature| self.features.find(feature)) {
            // Sixteen at once and one more, which a compiler makes vectors of; of seventeen it does not.
            let Some((row, [end])) = self.weights[slot].split_first_chunk::<{ LABELS - 1 }>() else { continue };
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score = score.wrapping_add(i16::from(weight.cast_signed()));
            }
            last = last.wrapping_add(i16::from(end.cast_signed()));
        }
        std::array::from_fn(|label| scores.get(label).map_or(last, |&score| score).into())
    }

    /// The best score up to each label, from the best up to each label before.
    #[must_use]
    #[inline]
    pub fn forward(&self, joint: usize, befores: &Scores) -> Scores {
        best(befores, &self.forward[joint * LABELS..], &CLOSED, &GOES_ON)
    }

    /// The best score from each label before on, from the best from each label on.
    #[must_use]
    #[inline]
    pub fn backward(&self, joint: usize, labels: &Scores) -> Scores {
        best(labels, &self.backward[joint * LABELS..], &OPENS, &IS_GONE_ON)
    }

    /// The score of a label after another.
    #[must_use]
    #[inline]
    pub fn transition(&self, joint: usize, before: usize, label: usize) -> i32 {
        self.forward[joint * LABELS + before][label]
    }
}

/// The labels behind which no name is open; each of [`OPENS`] may follow each of them, and nothing else.
const CLOSED: [usize; 9] = [0, 3, 4, 7, 8, 11, 12, 15, 16];
/// The labels that go on with no name.
const OPENS: [usize; 9] = [0, 1, 4, 5, 8, 9, 12, 13, 16];
/// The labels behind which a name is open, and the first of the two neighbours that may follow.
const GOES_ON: [(usize, usize); 8] = [(1, 2), (2, 2), (5, 6), (6, 6), (9, 10), (10, 10), (13, 14), (14, 14)];
/// The labels that go on with a name, and the first of the two neighbours that may be before.
const IS_GONE_ON: [(usize, usize); 8] = [(2, 1), (3, 1), (6, 5), (7, 5), (10, 9), (11, 9), (14, 13), (15, 13)];

/// For each place the best sum of a score and its move there: from the `dense` ones anywhere, from the others to two places only.
#[inline]
fn best(scores: &Scores, moves: &[Scores], dense: &[usize; 9], others: &[(usize, usize); 8]) -> Scores {
    let mut best = [NEVER; LANES];
    for &from in dense {
        for (best, &to) in best.iter_mut().zip(&moves[from]) {
            *best = (*best).max(scores[from] + to);
        }
    }
    for &(from, first) in others {
        for place in [first, first + 1] {
            best[place] = best[place].max(scores[from] + moves[from][place]);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists of labels above say what `may_follow` says.
    #[test]
    fn moves() {
        for (before, label) in (0..LABELS).flat_map(|before| (0..LABELS).map(move |label| (before, label))) {
            let opening = CLOSED.contains(&before) && OPENS.contains(&label);
            let goes_on = GOES_ON.iter().any(|&(from, first)| from == before && (first..first + 2).contains(&label));
            let is_gone_on = IS_GONE_ON.iter().any(|&(to, first)| to == label && (first..first + 2).contains(&before));
            assert_eq!(goes_on, is_gone_on, "{label} after {before}");
            assert_eq!(opening || goes_on, may_follow(before, label), "{label} after {before}");
        }
    }
}
