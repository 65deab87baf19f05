//! Where a firm's shares are traded: the letters in brackets are nobody's name, and what stands before them is a firm.
//!
//! ```text
//! |Aker Foods| (AKF.L)  ·  |Aker Foods| (NYSE: AKF)  ·  |Aker Foods| (AKF)
//! ```

use super::elsewhere::BUSINESSES;
use super::{Label, Mention};
use crate::confidence::Confidence;
use crate::segment::{Segments, Shape, Token};
use crate::span::Run;

/// How sure of a firm that was no name before.
const SURE: Confidence = Confidence::new(88);
/// Words of a firm's name.
const LONGEST: usize = 5;

/// Takes the letters out, and makes firms of what stands before them.
pub(super) fn apply(segments: &Segments<'_>, mentions: &mut Vec<Mention>) {
    let tickers: Vec<Run> = (0..segments.tokens.len()).filter_map(|token| ticker(segments, token)).collect();
    for ticker in tickers {
        mentions.retain(|mention| !mention.tokens.overlaps(ticker));
        let at = mentions.partition_point(|mention| mention.tokens.end <= ticker.start);
        let read = at.checked_sub(1).filter(|&last| mentions[last].tokens.end == ticker.start);
        let tokens = without_noun(segments, read.map_or_else(|| capitals(segments, ticker.start as usize), |last| mentions[last].tokens));
        if tokens.is_empty() {
            continue;
        }
        let firm = Mention { tokens, span: segments.span(tokens), label: Label::Organisation, confidence: SURE, rule: "name.ticker" };
        match read.map(|last| &mut mentions[last]) {
            Some(last) if last.tokens == tokens && last.label == Label::Organisation => {}
            Some(last) => *last = firm,
            None => mentions.insert(at, firm),
        }
    }
}

/// `(AKF.L)`, `(NYSE: AKF)`, with its brackets.
fn ticker(segments: &Segments<'_>, open: usize) -> Option<Run> {
    let is_code = |token: usize, longest: usize| {
        segments.tokens.get(token).is_some_and(|code| code.shape == Shape::Upper || code.shape == Shape::Title) && {
            let letters = segments.word(token);
            letters.len() <= longest && letters.bytes().all(|letter| letter.is_ascii_uppercase())
        }
    };
    let exchange = matches!(segments.lower(open + 1), "nyse" | "nasdaq" | "lse" | "asx" | "tsx" | "nse" | "bse" | "sgx" | "hkex" | "jse");
    let joint = segments.lower(open + 2);
    let is_ticker = segments.lower(open) == "("
        && segments.lower(open + 4) == ")"
        && is_code(open + 1, 6)
        && (joint == "." && is_code(open + 3, 2) || joint == ":" && exchange && is_code(open + 3, 6));
    is_ticker.then(|| Run::new(open, open + 5))
}

/// The capitals that end at a bracket.
fn capitals(segments: &Segments<'_>, end: usize) -> Run {
    let is_capital = |&token: &usize| segments.tokens[token].is_capitalised();
    let first = segments.sentence_of(end).start as usize;
    Run::new((first..end).rev().take(LONGEST).take_while(is_capital).last().unwrap_or(end), end)
}

/// `Steelmaker |Aker|`: without the noun that opens the sentence.
fn without_noun(segments: &Segments<'_>, name: Run) -> Run {
    let start = name.start as usize;
    let opens = segments.tokens.get(start).is_some() && segments.sentence_of(start).start == name.start;
    let opener = segments.lower(start);
    let noun =
        (opener.ends_with("maker") || BUSINESSES.contains(&opener)) && segments.tokens.get(start + 1).is_some_and(Token::is_capitalised);
    let is_noun = opens && name.len() > 1 && noun;
    Run::new(start + usize::from(is_noun), name.end as usize)
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
        ] {
            let annotation = annotate(text, &Options::default());
            let found: Vec<&str> = annotation.entities.iter().map(|entity| entity.name.as_str()).collect();
            assert_eq!(found, firms, "{text}");
        }
    }
}
