//! How sure a finding is.

/// In whole per cent, calibrated: of the findings at 90, about nine in ten are right on held-out news.
///
/// Whole numbers, so that every machine computes the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u8);

/// What people are shown instead of a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Below 70 per cent.
    Unsure,
    /// 70 per cent or more.
    Likely,
    /// 90 per cent or more.
    Certain,
}

impl Confidence {
    /// Of what the user gave, and of nothing else.
    pub const FULL: Self = Self(100);

    /// At `percent`, at most 100.
    #[must_use]
    pub const fn new(percent: u8) -> Self {
        Self(if percent > 100 { 100 } else { percent })
    }

    /// In per cent.
    #[must_use]
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// In words.
    #[must_use]
    pub const fn certainty(self) -> Certainty {
        match self.0 {
            90.. => Certainty::Certain,
            70.. => Certainty::Likely,
            _ => Certainty::Unsure,
        }
    }

    /// Of two independent findings that must both be right.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the product of two percentages, over 100, is at most 100")]
    pub const fn and(self, other: Self) -> Self {
        Self((self.0 as u16 * other.0 as u16 / 100) as u8)
    }
}
