//! Scoring with trained weights: a linear-chain model, read in place.
//!
//! The file: magic `PMLC`, format (u8), number of labels (u8), number of joints (u8), bits of the bucket number (u8), feature
//! set (u32), number of rows (u32); then the transition weights (i16: joint, label before, label), the number of rows in each
//! bucket (u8), and for each row its tag (u16); then for each row a weight for each label (i8). All numbers little-endian.
//! A feature's row is the one in the bucket of its upper bits whose tag is its lower 16 bits.

/// What a file begins with.
pub const MAGIC: &[u8; 4] = b"PMLC";
/// The layout above.
pub const FORMAT: u8 = 1;
const HEADER: usize = 16;

/// How many labels a model has. A constant, so that a row is added up in one go.
pub const LABELS: usize = 17;

/// A trained model.
#[derive(Debug)]
pub struct Model {
    /// Feature set that the weights were learnt for.
    pub feature_set: u32,
    bits: u32,
    transitions: Vec<i32>,
    /// Where each bucket's rows begin; one more at the end.
    buckets: Vec<u32>,
    tags: Vec<u16>,
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
        let (labels, joints, bits) = (file[5] as usize, file[6] as usize, u32::from(file[7]));
        assert!(labels == LABELS, "weights for these labels");
        let number = |at: usize| u32::from_le_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]);
        let (feature_set, rows) = (number(8), number(12) as usize);
        let (transitions, rest) = file[HEADER..].split_at(joints * labels * labels * 2);
        let (counts, rest) = rest.split_at(1 << bits);
        let (tags, weights) = rest.split_at(rows * 2);
        let (weights, rest) = weights.as_chunks();
        assert!(weights.len() == rows && rest.is_empty(), "a weight for each row and label");
        let pairs = |bytes: &'static [u8]| bytes.chunks_exact(2).map(|pair| [pair[0], pair[1]]);
        let mut next = 0;
        let starts = counts.iter().map(|&count| {
            next += u32::from(count);
            next
        });
        Self {
            feature_set,
            bits,
            transitions: pairs(transitions).map(|pair| i32::from(i16::from_le_bytes(pair))).collect(),
            buckets: std::iter::once(0).chain(starts).collect(),
            tags: pairs(tags).map(u16::from_le_bytes).collect(),
            weights,
        }
    }

    /// Adds up the weights of some features, no more than 256 of them.
    #[must_use]
    pub fn score(&self, features: &[u32]) -> Scores {
        let mut scores = [0_i16; LABELS];
        for row in features.iter().filter_map(|&feature| self.row(feature)) {
            for (score, &weight) in scores.iter_mut().zip(row) {
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

    #[inline]
    fn row(&self, feature: u32) -> Option<&'static [u8; LABELS]> {
        let bucket = (feature >> (32 - self.bits)) as usize;
        let (start, end) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
        let tag = (feature & 0xffff) as u16;
        let row = start + self.tags[start..end].iter().position(|&other| other == tag)?;
        self.weights.get(row)
    }
}
