//! Scoring with trained weights: a linear-chain model, read in place.
//!
//! The file: magic `PMLC`, format (u8), number of labels (u8), number of joints (u8), nothing (u8), feature set (u32); then the
//! transition weights (i16: joint, label before, label), a table of features ([`Slots`]), and for each slot a weight for each label
//! (i8). All numbers are little-endian.

use crate::slots::Slots;

/// What a file begins with.
pub const MAGIC: &[u8; 4] = b"PMLC";
/// The layout above.
pub const FORMAT: u8 = 2;
const HEADER: usize = 12;

/// How many labels a model has. A constant, so that a row is added up in one go.
pub const LABELS: usize = 17;

/// A trained model.
#[derive(Debug)]
pub struct Model {
    /// Feature set that the weights were learnt for.
    pub feature_set: u32,
    transitions: Vec<i32>,
    features: Slots,
    weights: &'static [[u8; LABELS]],
}

/// The score of each label.
pub type Scores = [i32; LABELS];

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
        Self {
            feature_set: u32::from_le_bytes([file[8], file[9], file[10], file[11]]),
            transitions: transitions.as_chunks().0.iter().map(|&weight| i16::from_le_bytes(weight).into()).collect(),
            features,
            weights,
        }
    }

    /// Adds up the weights of some features, no more than 256 of them.
    #[must_use]
    pub fn score(&self, features: &[u32]) -> Scores {
        let mut scores = [0_i16; LABELS];
        for slot in features.iter().filter_map(|&feature| self.features.find(feature)) {
            for (score, &weight) in scores.iter_mut().zip(&self.weights[slot]) {
                *score = score.wrapping_add(i16::from(weight.cast_signed()));
            }
        }
        scores.map(i32::from)
    }

    /// The score of a label after another.
    #[must_use]
    #[inline]
    pub fn transition(&self, joint: usize, before: usize, label: usize) -> i32 {
        self.transitions[(joint * LABELS + before) * LABELS + label]
    }
}
