//! National days, which bear one name in many countries.
//!
//! ```text
//! Independence Day in India   ·   Poland's Independence Day   ·   In Finland, Independence Day is quiet.
//! 08-15                           11-11                           12-06
//! ```
//!
//! `national-days.txt` lists name, country or its adjective, month and day. Where no country is named there is no date.

use super::holiday::Holiday;
use super::reader::Reader;
use crate::segment::Segments;
use crate::span::Run;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Name, country, day.
static DAYS: LazyLock<FxHashMap<&'static str, FxHashMap<&'static str, Holiday>>> = LazyLock::new(|| {
    let mut days: FxHashMap<_, FxHashMap<_, _>> = FxHashMap::default();
    for line in include_str!("national-days.txt").lines() {
        let mut fields = line.split('\t');
        if let (Some(name), Some(country), Some(day)) = (fields.next(), fields.next(), fields.next().and_then(Holiday::parse)) {
            days.entry(name).or_default().insert(country, day);
        }
    }
    days
});

/// How far from the day its country is looked for, in tokens.
const REACH: usize = 30;

/// `Independence Day`, `Indian Independence Day`
pub(super) fn ends_name(segments: &Segments<'_>, run: Run) -> bool {
    run.len() >= 2 && DAYS.contains_key(segments.lower_run(Run::new(run.end as usize - 2, run.end as usize)))
}

impl Reader<'_> {
    /// `Independence Day` where a country is named: the nearest in the sentence.
    pub(super) fn national_day(&self, at: usize) -> Option<(usize, &'static Holiday)> {
        let end = at + 2;
        let run = Run::new(at, end);
        let capital = self.sentence.contains(run) && self.is_capitalised(at);
        let days = capital.then(|| DAYS.get(self.segments.lower_run(run))).flatten()?;
        // "a National Day of Mourning" is another thing, unless a country follows.
        let near = (1..REACH).flat_map(|distance| [at.wrapping_sub(distance), end + distance]);
        let mut near = near.filter(|&place| !self.is(end, &["of", "for"]) || place == end + 1 || place == end + 2);
        near.find_map(|place| self.day_of_country(days, place)).map(|day| (end, day))
    }

    fn day_of_country(&self, days: &'static FxHashMap<&'static str, Holiday>, at: usize) -> Option<&'static Holiday> {
        if !self.is_capitalised(at) {
            return None;
        }
        let country = |length: usize| {
            let run = Run::new(at, at + length);
            self.sentence.contains(run).then(|| days.get(self.segments.lower_run(run))).flatten()
        };
        country(2).or_else(|| country(1))
    }
}

#[cfg(test)]
mod tests {
    use super::{DAYS, FxHashMap};

    /// Every line of the list has a name, a country and a day that can be read.
    #[test]
    fn list() {
        let days: usize = DAYS.values().map(FxHashMap::len).sum();
        assert_eq!(days, include_str!("national-days.txt").lines().count());
    }
}
