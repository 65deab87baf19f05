//! Where a firm's shares are traded: the letters in brackets are nobody's name, and what stands before them is a firm.
//!
//! ```text
//! |Aker Foods| (AKF.L)  ·  |Aker Foods| (NYSE: AKF)  ·  |Aker Foods| (AKF)
//! ```

use super::bodies::BUSINESSES;
use super::lists::{self, Classes};
use super::{Label, Mention, edges};
use crate::confidence::Confidence;
use crate::segment::Segments;
use crate::span::{Run, index};

const RULE: &str = "name.ticker";
/// How sure of such a firm, in per cent.
const SURE: u8 = 88;
/// Words of a firm's name.
const LONGEST: usize = 5;

/// Takes the letters out, and makes firms of the names before them. Returns those that were no names.
pub(super) fn apply(segments: &Segments<'_>, mentions: &mut Vec<Mention>) -> Vec<(Run, Label, u8, &'static str)> {
    let brackets = segments.text.match_indices('(').map(|(at, _)| segments.token_from(index(at)));
    let mut tickers: Vec<Run> = brackets.filter_map(|open| ticker(segments, open)).collect();
    tickers.dedup();
    let is_inside = |mention: &Mention| {
        let next = tickers.partition_point(|ticker| ticker.end <= mention.tokens.start);
        tickers.get(next).is_some_and(|ticker| ticker.overlaps(mention.tokens))
    };
    mentions.retain(|mention| !is_inside(mention));
    for mention in mentions.iter_mut() {
        if tickers.binary_search_by_key(&mention.tokens.end, |ticker| ticker.start).is_ok() {
            edges::set_tokens(segments, mention, without_noun(segments, mention.tokens));
            if mention.label != Label::Organisation {
                *mention = Mention { label: Label::Organisation, confidence: Confidence::new(SURE), rule: RULE, ..*mention };
            }
        }
    }
    let firms = tickers.iter().map(|ticker| without_noun(segments, capitals(segments, ticker.start as usize)));
    firms.filter(|firm| !firm.is_empty()).map(|firm| (firm, Label::Organisation, SURE, RULE)).collect()
}

/// `(AKF.L)`, `(3333.HK)`, `(NYSE: AKF)`, with its brackets.
fn ticker(segments: &Segments<'_>, open: usize) -> Option<Run> {
    if segments.lower(open) != "(" || segments.lower(open + 4) != ")" {
        return None;
    }
    let letters = |token: usize| segments.tokens.get(token).map_or("", |token| token.span.of(segments.text));
    let is_market = |token: usize, longest: usize| {
        let letters = letters(token);
        !letters.is_empty() && letters.len() <= longest && letters.bytes().all(|letter| letter.is_ascii_uppercase())
    };
    let is_code = |token: usize| {
        let letters = letters(token).trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        (1..=6).contains(&letters.len()) && letters.bytes().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
    };
    let exchange = matches!(segments.lower(open + 1), "nyse" | "nasdaq" | "lse" | "asx" | "tsx" | "nse" | "bse" | "sgx" | "hkex" | "jse");
    let joint = segments.lower(open + 2);
    let is_ticker = joint == "." && is_code(open + 1) && is_market(open + 3, 2) || joint == ":" && exchange && is_code(open + 3);
    is_ticker.then(|| Run::new(open, open + 5))
}

/// The capitals that end at a bracket, without a word that only opens the sentence, and without where the firm is from.
fn capitals(segments: &Segments<'_>, end: usize) -> Run {
    let is_capital = |&token: &usize| segments.tokens[token].is_capitalised();
    let first = segments.sentence_of(end).start as usize;
    let start = (first..end).rev().take(LONGEST).take_while(is_capital).last().unwrap_or(end);
    let entry = lists::word(segments.lower(start));
    let is_common = start == first && entry.cluster > 0 && entry.classes.known() == 0;
    let is_apart = end - start > 1 && (is_common || entry.classes.has(Classes::NATIONALITY));
    Run::new(start + usize::from(is_apart), end)
}

/// `Steelmaker |Aker|`: without the noun that opens the sentence.
fn without_noun(segments: &Segments<'_>, name: Run) -> Run {
    let opener = segments.lower(name.start as usize);
    let is_noun = opener.ends_with("maker") || BUSINESSES.contains(&opener);
    if is_noun { edges::without_opener(segments, name) } else { name }
}

#[cfg(test)]
mod tests {
    use crate::{Options, annotate};

    /// One line a case: the organisations.
    #[test]
    fn firms_stand_before_tickers() {
        for (text, firms) in [
            ("Quillvik (QVK.L) said on Tuesday it would buy back shares.", vec!["Quillvik"]),
            ("Steelmaker Quillvik (QVK.ST) cut its forecast.", vec!["Quillvik"]),
            ("Shares in Quillvik Foods (NYSE: QVK) fell.", vec!["Quillvik Foods"]),
            ("Bank of Quillvik (QVK.N) fell.", vec!["Bank of Quillvik"]),
            ("But Quillvik (QVKGn.DE) rose.", vec!["Quillvik"]),
            ("Shares in Quillvik Group (3333.HK) fell.", vec!["Quillvik Group"]),
        ] {
            let annotation = annotate(text, &Options::default());
            let found: Vec<&str> = annotation.entities.iter().map(|entity| entity.name.as_str()).collect();
            assert_eq!(found, firms, "{text}");
        }
    }
}
