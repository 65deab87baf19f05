//! Numbers: how many, which one, which year.

use super::meaning::Amount;
use super::reader::Reader;
use super::words::Class;

impl Reader<'_> {
    /// How many: `three`, `25`, `2.5`, `a`, `a few`, `two or three`, `a couple of`.
    pub(super) fn amount(&self, at: usize) -> Option<(usize, Amount)> {
        let (end, first) = self.one_amount(at)?;
        let joint = if self.is(end, &["to", "or"]) || self.is_dash(end) { end + 1 } else { return Some((end, first)) };
        match self.one_amount(joint) {
            Some((end, second @ Amount::Exact(_))) if first != Amount::Vague && !self.is(joint, &["a", "an"]) => Some((end, second)),
            _ => Some((end, first)),
        }
    }

    pub(super) fn one_amount(&self, at: usize) -> Option<(usize, Amount)> {
        match self.class(at) {
            Class::Lead if self.is(at, &["a", "an", "another"]) => self.after_article(at + 1),
            _ if self.is(at, &["half"])
                && (self.is(at + 1, &["a", "an"]) || self.class(at + 1) == Class::Unit(super::period::Unit::Hour)) =>
            {
                Some((self.skip(at + 1, &["a", "an"]), Amount::Exact(50)))
            }
            Class::Lead if self.is(at, &["single"]) && self.is_dash(at + 1) => Some((at + 1, Amount::whole(1))),
            Class::Vague => Some((self.skip(at + 1, &["of"]), Amount::Vague)),
            _ if self.is(at, &["couple"]) => Some((self.skip(at + 1, &["of"]), Amount::whole(2))),
            _ => self.exact(at),
        }
    }

    /// `a`, `a few`, `a couple of`, `a hundred`, `a half`
    fn after_article(&self, at: usize) -> Option<(usize, Amount)> {
        match self.word(at) {
            "few" if matches!(self.class(at + 1), Class::Number(100..)) => Some((at + 2, Amount::Vague)),
            "few" | "handful" => Some((self.skip(at + 1, &["of"]), Amount::Vague)),
            "couple" => Some((self.skip(at + 1, &["of"]), Amount::whole(2))),
            "half" => Some((self.skip_hyphen(at + 1), Amount::Exact(50))),
            "dozen" => Some((at + 1, Amount::whole(12))),
            "hundred" | "thousand" | "million" => self.exact(at),
            _ => Some((at, Amount::whole(1))),
        }
    }

    /// In digits or words, with a half.
    fn exact(&self, at: usize) -> Option<(usize, Amount)> {
        let (end, value) = match self.class(at) {
            Class::Int(value, _) => {
                if let Some(end) = self.fraction(at + 1) {
                    return Some((end, Amount::Exact(value.saturating_mul(100).saturating_add(50))));
                }
                if let Some(scaled) = self.scaled(at + 1, value.saturating_mul(100)) {
                    return Some(scaled);
                }
                (at + 1, value)
            }
            Class::Dotted(whole, part, digits @ 1..=2) => {
                let hundredths = whole.saturating_mul(100).saturating_add(if digits == 1 { part * 10 } else { part });
                return Some(self.scaled(at + 1, hundredths).unwrap_or((at + 1, Amount::Exact(hundredths))));
            }
            _ => self.cardinal(at)?,
        };
        for (words, hundredths) in [(&["and", "a", "half"][..], 50), (&["and", "half"], 50), (&["and", "a", "quarter"], 25)] {
            if self.reads(end, words) {
                return Some((end + words.len(), Amount::Exact(value.saturating_mul(100).saturating_add(hundredths))));
            }
        }
        Some((end, Amount::whole(value)))
    }

    /// `34 |million|`, `1.2 |million|`; more than can be counted is as good as many.
    fn scaled(&self, at: usize, hundredths: u32) -> Option<(usize, Amount)> {
        let Class::Number(scale @ 1000..) = self.class(at) else { return None };
        Some((at + 1, hundredths.checked_mul(scale).map_or(Amount::Vague, Amount::Exact)))
    }

    /// The end of `1/2`.
    fn fraction(&self, at: usize) -> Option<usize> {
        (self.class(at) == Class::Int(1, 1) && self.is(at + 1, &["/"]) && self.class(at + 2) == Class::Int(2, 1)).then_some(at + 3)
    }

    /// In words: `twenty-five`, `two hundred and ten`.
    pub(super) fn cardinal(&self, at: usize) -> Option<(usize, u32)> {
        let (mut total, mut current, mut last, mut end) = (0u32, 0u32, u32::MAX, at);
        for _ in 0..8 {
            let next = if end > at { self.number_joint(end) } else { at };
            let Class::Number(value) = self.class(next) else { break };
            match value {
                1000.. => (total, current) = (total.saturating_add(current.max(1).saturating_mul(value)), 0),
                100 => current = current.max(1).saturating_mul(100),
                _ if end > at && last < 100 && !(last >= 20 && value < 10) => break,
                _ => current = current.saturating_add(value),
            }
            last = value;
            end = next + 1;
        }
        (end > at).then(|| (end, total.saturating_add(current)))
    }

    /// Where the number goes on after `twenty|-`, `hundred|and`.
    fn number_joint(&self, at: usize) -> usize {
        let joins = self.is_dash(at) || self.is(at, &["and"]) && matches!(self.class(at - 1), Class::Number(100..));
        at + usize::from(joins && matches!(self.class(at + 1), Class::Number(_)))
    }

    /// `third`, `21st`, `twenty-first`
    pub(super) fn ordinal(&self, at: usize) -> Option<(usize, u16)> {
        match self.class(at) {
            Class::Ordinal(number) => Some((at + 1, u16::from(number))),
            Class::Nth(number) => Some((at + 1, number)),
            Class::Number(tens @ 20..=90) => {
                let next = at + 1 + usize::from(self.is_dash(at + 1));
                let Class::Ordinal(ones @ 1..=9) = self.class(next) else { return None };
                Some((next + 1, u16::try_from(tens).ok()? + u16::from(ones)))
            }
            _ => None,
        }
    }

    /// Day of the month: `3`, `3rd`, `third`.
    pub(super) fn day_number(&self, at: usize) -> Option<(usize, u8)> {
        let (end, number) = match self.class(at) {
            Class::Int(number, 1..=2) => (at + 1, u16::try_from(number).ok()?),
            _ => self.ordinal(at)?,
        };
        (1..=31).contains(&number).then(|| u8::try_from(number).ok()).flatten().map(|day| (end, day))
    }

    /// Year in words: `nineteen ninety-four`, `two thousand and three`.
    pub(super) fn year_in_words(&self, at: usize) -> Option<(usize, i32)> {
        let Class::Number(first) = self.class(at) else { return None };
        let year = if matches!(first, 13..=20) {
            let (end, rest) = self.cardinal(at + 1).filter(|(_, rest)| (10..100).contains(rest))?;
            (end, first * 100 + rest)
        } else {
            self.cardinal(at).filter(|(_, year)| first == 2 && (2000..2100).contains(year))?
        };
        Some((year.0, i32::try_from(year.1).ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::super::reader::Reader;
    use super::super::words;
    use crate::Locale;
    use crate::segment::{ParagraphBreak, segment};

    /// One line a case: words, the number, the year.
    #[test]
    fn words_as_numbers() {
        for (text, number, year) in [
            ("twenty-five", Some(25), None),
            ("two hundred and ten", Some(210), None),
            ("three thousand", Some(3000), None),
            ("twenty thirty", Some(20), Some(2030)),
            ("nineteen ninety-four", Some(19), Some(1994)),
            ("two thousand and three", Some(2003), Some(2003)),
            ("many", None, None),
        ] {
            let segments = segment(text, ParagraphBreak::Auto);
            let classes = words::classify(&segments);
            let reader = Reader::new(&segments, &classes, segments.sentences[0], Locale::Unknown, false);
            assert_eq!(reader.cardinal(0).map(|(_, number)| number), number, "{text}");
            assert_eq!(reader.year_in_words(0).map(|(_, year)| year), year, "{text}");
        }
    }
}
