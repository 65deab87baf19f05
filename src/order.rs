//! Sorting by small keys, in one place: each use of the standard library's sort is another 5 kB of WebAssembly.

use crate::span::{Run, Span};

/// Sorts by a number. Items with equal numbers stay in their order.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, key: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, usize)> = items.iter().enumerate().map(|(place, item)| (key(item), place)).collect();
    if order.is_sorted() {
        return;
    }
    order.sort_unstable();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, place)| taken[place].take()));
}

/// Two numbers as one, to sort by the first and then by the second.
pub(crate) fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// What begins earlier comes first; of two that begin together, the longer.
pub(crate) fn outer_first(place: impl Into<(u32, u32)>) -> u64 {
    let (start, end) = place.into();
    pair(start, !end)
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl From<Run> for (u32, u32) {
    fn from(run: Run) -> Self {
        (run.start, run.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let mut words = vec!["lisbon", "ada", "quill", "board", "aker"];
        sort_by(&mut words, |word| word.len() as u64);
        assert_eq!(words, ["ada", "aker", "quill", "board", "lisbon"]);
    }

    #[test]
    fn outer_comes_before_inner() {
        let mut runs = vec![Run::new(3, 4), Run::new(0, 2), Run::new(0, 9)];
        sort_by(&mut runs, |&run| outer_first(run));
        assert_eq!(runs, [Run::new(0, 9), Run::new(0, 2), Run::new(3, 4)]);
    }
}
