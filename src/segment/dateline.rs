//! The dateline: where, when and by whom the story was filed, before its first sentence.
//!
//! ```text
//! PYONGYANG, October 9. /TASS/. The two ministers …
//! LONDON (Reuters) — The bank …
//! LISBON, 3 May – The tram …
//! Aker, May 3 (NTI) The tram …
//! ```

use super::sentence::is_starter;
use super::{Kind, Paragraph, Shape, Token};
use crate::lexicon::lexicon;
use crate::span::Run;

lexicon!(CALENDAR, "calendar.txt");

/// A dateline is no longer than this many tokens.
const LONGEST: usize = 24;

/// Whether a word in lower case names a month or a weekday.
pub(super) fn is_calendar_word(lower: &str) -> bool {
    CALENDAR.has(lower.trim_end_matches('.'))
}

/// The dateline, if one of the first paragraphs opens with one.
pub(super) fn find(text: &str, tokens: &[Token], paragraphs: &[Paragraph]) -> Option<Run> {
    paragraphs.iter().take(8).find_map(|paragraph| {
        let end = (paragraph.tokens.end as usize).min(paragraph.tokens.start as usize + LONGEST);
        opening(text, tokens, Run::new(paragraph.tokens.start as usize, end)).filter(|end| end.len() < paragraph.tokens.len())
    })
}

/// Whether an agency in brackets was seen: `(Reuters)`.
#[derive(PartialEq, Eq)]
enum Bracket {
    None,
    Open,
    Closed,
}

/// Capitals first, then places, dates and agencies, then what closes it: an agency between slashes with its full stop,
/// an agency in brackets with a date before it, or a dash with space around it.
fn opening(text: &str, tokens: &[Token], run: Run) -> Option<Run> {
    let word = |token: usize| tokens[token].span.of(text);
    let start = run.start as usize;
    if tokens[start].kind != Kind::Word || !tokens[start].is_capitalised() || is_starter(&word(start).to_lowercase()) {
        return None;
    }
    let shouts = tokens[start].shape == Shape::Upper && word(start).len() > 2;
    let dated = |mut tokens: std::ops::Range<usize>| tokens.any(|token| is_calendar_word(&word(token).to_lowercase()));
    let mut token = start;
    let mut bracket = Bracket::None;
    while token < run.end as usize {
        let written = word(token);
        match written {
            "/" => return slashes(&word, token, run).map(|end| Run::new(start, end)),
            "(" => bracket = Bracket::Open,
            ")" => bracket = Bracket::Closed,
            "—" | "–" | "--" | "-" | "―" if tokens[token].spaced || bracket == Bracket::Closed => {
                let next = token + 1;
                let opens = shouts || bracket == Bracket::Closed || dated(start..token);
                let in_run = next < run.end as usize && tokens[next].spaced;
                return (opens && in_run && !is_day_range(text, tokens, start, token)).then(|| Run::new(start, next));
            }
            "_" | ":" if bracket == Bracket::Closed => return Some(Run::new(start, token + 1)),
            ":" | "." if is_dated_place(text, tokens, start, token) => return Some(Run::new(start, token + 1)),
            _ if bracket == Bracket::Closed && word(token - 1) == ")" && opens_story(&tokens[token]) && dated(start..token) => {
                return Some(Run::new(start, token));
            }
            "," | "." | "-" | "[" | "]" => {}
            _ if tokens[token].kind == Kind::Number || tokens[token].is_capitalised() => {}
            _ if bracket == Bracket::Open || matches!(written, "de" | "of" | "al" | "el" | "the" | "and" | "la") => {}
            _ => return None,
        }
        token += 1;
    }
    None
}

/// `AKER, May 3, 2025.`, `New Aker, 3 May:`: capitals, a comma, a day of a month, and a story behind the mark.
fn is_dated_place(text: &str, tokens: &[Token], start: usize, mark: usize) -> bool {
    let word = |token: usize| tokens[token].span.of(text);
    let is_month = |token: usize| is_calendar_word(&word(token).to_lowercase());
    let Some(comma) = (start..mark).find(|&token| word(token) == ",") else { return false };
    let named = !(start..comma).any(|token| is_month(token) || tokens[token].kind != Kind::Word);
    let day = comma + 1;
    let dated =
        mark > day + 1 && (is_month(day) && tokens[day + 1].kind == Kind::Number || tokens[day].kind == Kind::Number && is_month(day + 1));
    let only_date = (day..mark).all(|token| is_month(token) || tokens[token].kind == Kind::Number || word(token) == ",");
    let opens = tokens.get(mark + 1).is_some_and(|next| next.spaced && (opens_story(next) || next.kind == Kind::Number));
    named && comma - start <= 3 && dated && only_date && opens
}

/// `(NTI) |The| tram`
fn opens_story(token: &Token) -> bool {
    token.kind == Kind::Quote || token.kind == Kind::Word && token.is_capitalised()
}

/// `August 27th – 29th`: a date alone before the dash, and a number behind it.
fn is_day_range(text: &str, tokens: &[Token], start: usize, dash: usize) -> bool {
    let dates = |token: &Token| token.kind != Kind::Word || is_calendar_word(&token.span.of(text).to_lowercase());
    tokens[dash + 1].kind == Kind::Number && tokens[start..dash].iter().all(dates)
}

/// `/TASS/.`, also `/TASS Correspondent Ada Quill/.`: the token after it.
fn slashes<'t>(word: &impl Fn(usize) -> &'t str, open: usize, run: Run) -> Option<usize> {
    let end = run.end as usize;
    let close = (open + 1..end).find(|&token| word(token) == "/")?;
    let stop = close + 1;
    Some(if stop < end && matches!(word(stop), "." | "-" | "—" | "–") { stop + 1 } else { stop })
}

#[cfg(test)]
mod tests {
    use crate::segment::{ParagraphBreak, segment};

    /// One line a case: text, dateline.
    #[test]
    fn datelines() {
        for (text, expected) in [
            ("LISBON, May 3. /NOVA/. Trams stood still.", "LISBON, May 3. /NOVA/."),
            ("Kuala Lumpur (Nova) — Trams stood still.", "Kuala Lumpur (Nova) —"),
            ("FORT HOLM, Fla. - Trams stood still.", "FORT HOLM, Fla. -"),
            ("AKER, May 17, 2025. Trams stood still.", "AKER, May 17, 2025."),
            ("New Aker, 17 May: Trams stood still.", "New Aker, 17 May:"),
            ("On Monday, May 17. Trams stood still.", ""),
            ("LISBON (AP)_ Trams stood still.", "LISBON (AP)_"),
            ("Lisbon, 3 May – Trams stood still.", "Lisbon, 3 May –"),
            ("New Aker, May 3 (NTI) Trams stood still.", "New Aker, May 3 (NTI)"),
            ("New Aker [Lind], May 3 (NTI): Trams stood still.", "New Aker [Lind], May 3 (NTI):"),
            ("Harbour Master Holm (HM) Trams stood still.", ""),
            ("On May 3 (Nova) Trams stood still.", ""),
            ("Headline here\n\nOSLO — Trams stood still.", "OSLO —"),
            ("On Thursday, the City Tribunal – the highest – ruled.", ""),
            ("South Holm (SH) has been called a frontier – by some.", ""),
            ("Ada Quill – a baker – sold bread.", ""),
            ("June 3rd – 5th", ""),
            ("LISBON, May 3 – 40 trams stood still.", "LISBON, May 3 –"),
            ("OSLO", ""),
            ("", ""),
        ] {
            let segments = segment(text, ParagraphBreak::Auto);
            assert_eq!(segments.dateline.map_or("", |dateline| segments.words(dateline)), expected, "{text:?}");
        }
    }
}
