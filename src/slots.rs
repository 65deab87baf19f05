//! From a key to its slot without a search, in tables that are made before the program runs and read in place.
//!
//! Hash and displace (Belazzougui, Botelho and Dietzfelbinger, "Hash, displace, and compress", 2009): keys fall into buckets of
//! about four, and each bucket has a seed by which its keys go to slots that no other key goes to. The lower 16 bits of the key
//! stand in its slot as a tag: of keys that are not in the table, one in 65,536 is taken for another.
//!
//! In bytes: how many buckets and how many slots there are (u32 each), then a seed for each bucket and a tag for each slot (u16
//! each). All numbers are little-endian.

/// The slots of a table.
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    seeds: &'static [[u8; 2]],
    tags: &'static [[u8; 2]],
}

impl Slots {
    /// Reads a table; returns what stands behind it, too.
    ///
    /// # Panics
    ///
    /// When it is no table; tables are part of the program, and tests read them.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> (Self, &'static [u8]) {
        let number = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize;
        let (buckets, slots) = (number(0), number(4));
        let (seeds, rest) = bytes[8..].split_at(2 * buckets);
        let (tags, rest) = rest.split_at(2 * slots);
        (Self { seeds: seeds.as_chunks().0, tags: tags.as_chunks().0 }, rest)
    }

    /// How many slots there are, used or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.tags.len()
    }

    /// The slot of a key that is in the table. An unused slot may be found, too: what is stored there has to mean nothing.
    #[must_use]
    #[inline]
    pub fn find(&self, key: u32) -> Option<usize> {
        let seed = u16::from_le_bytes(self.seeds[scale(key, self.seeds.len())]);
        let slot = slot(key, seed, self.tags.len());
        (self.tags[slot] == tag(key)).then_some(slot)
    }
}

/// A table that was made.
#[derive(Debug)]
pub struct Table {
    /// What [`Slots::read`] reads.
    pub bytes: Vec<u8>,
    /// How many slots there are.
    pub count: usize,
    /// The slot of each key.
    pub placed: Vec<usize>,
}

/// Makes a table. `None` when two keys are alike.
#[must_use]
pub fn build(keys: &[u32]) -> Option<Table> {
    let buckets = keys.len() / 4 + 1;
    let slots = keys.len() + keys.len() / 64 + 1;
    let mut members = vec![Vec::new(); buckets];
    for (place, &key) in keys.iter().enumerate() {
        members[scale(key, buckets)].push(place);
    }
    let mut order: Vec<usize> = (0..buckets).collect();
    order.sort_by_key(|&bucket| std::cmp::Reverse(members[bucket].len()));
    let mut seeds = vec![0; buckets];
    let mut tags = vec![[0; 2]; slots];
    let mut used = vec![false; slots];
    let mut placed = vec![0; keys.len()];
    for bucket in order {
        let (seed, taken) = seat(keys, &members[bucket], &used)?;
        seeds[bucket] = seed;
        for (&place, &slot) in members[bucket].iter().zip(&taken) {
            used[slot] = true;
            tags[slot] = tag(keys[place]);
            placed[place] = slot;
        }
    }
    let counts = [buckets, slots].into_iter().map(u32::try_from).collect::<Result<Vec<u32>, _>>().ok()?;
    let mut bytes: Vec<u8> = counts.into_iter().flat_map(u32::to_le_bytes).collect();
    bytes.extend(seeds.into_iter().flat_map(u16::to_le_bytes));
    bytes.extend(tags.as_flattened());
    Some(Table { bytes, count: slots, placed })
}

/// The first seed by which all keys of a bucket go to slots of their own, and these slots.
fn seat(keys: &[u32], members: &[usize], used: &[bool]) -> Option<(u16, Vec<usize>)> {
    (0..=u16::MAX).find_map(|seed| {
        let mut taken = Vec::with_capacity(members.len());
        for &place in members {
            let slot = slot(keys[place], seed, used.len());
            if used[slot] || taken.contains(&slot) {
                return None;
            }
            taken.push(slot);
        }
        Some((seed, taken))
    })
}

/// A number below `limit` from the upper bits of a key.
#[inline]
fn scale(key: u32, limit: usize) -> usize {
    ((u64::from(key) * limit as u64) >> 32) as usize
}

#[inline]
fn slot(key: u32, seed: u16, slots: usize) -> usize {
    let mixed = (key ^ u32::from(seed).wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b);
    scale((mixed ^ mixed >> 15).wrapping_mul(0xc2b2_ae35), slots)
}

#[inline]
fn tag(key: u32) -> [u8; 2] {
    let [low, high, ..] = key.to_le_bytes();
    [low, high]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_slots_of_their_own() {
        for count in [0, 1, 2, 5, 1_000, 30_000_u32] {
            let keys: Vec<u32> = (0..count).map(|key| crate::hash::mix(7, key, 0)).collect();
            let table = build(&keys).expect("keys that differ");
            let (slots, rest) = Slots::read(Vec::leak(table.bytes));
            assert!(rest.is_empty() && slots.count() == table.count);
            let mut found: Vec<usize> = keys.iter().filter_map(|&key| slots.find(key)).collect();
            assert_eq!(found, table.placed);
            found.sort_unstable();
            found.dedup();
            assert_eq!(found.len(), keys.len());
        }
    }

    #[test]
    fn other_keys_are_rarely_found() {
        let keys: Vec<u32> = (0..10_000).map(|key| crate::hash::mix(7, key, 0)).collect();
        let (slots, _) = Slots::read(Vec::leak(build(&keys).expect("keys that differ").bytes));
        let taken = (0..1_000_000).filter(|&key| slots.find(crate::hash::mix(8, key, 0)).is_some()).count();
        assert!(taken < 40, "{taken} of a million");
    }

    #[test]
    fn equal_keys_have_no_table() {
        assert!(build(&[3, 4, 3]).is_none());
    }
}
