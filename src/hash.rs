//! The hashes that are part of the trained model. They never change.

/// A 32-bit hash of some bytes.
#[must_use]
pub fn of(bytes: &[u8]) -> u32 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64 ^ bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = (state ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        state ^= state >> 29;
    }
    fold(state)
}

/// The id of a feature: what kind it is, and its two values.
#[must_use]
#[inline]
pub fn mix(template: u32, first: u32, second: u32) -> u32 {
    let state = (u64::from(first) << 32 | u64::from(second)) ^ u64::from(template).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let state = (state ^ state >> 31).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    fold(state ^ state >> 29)
}

const fn fold(state: u64) -> u32 {
    (state.wrapping_mul(0xc4ce_b9fe_1a85_ec53) >> 32) as u32
}
