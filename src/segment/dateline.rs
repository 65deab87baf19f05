//! The dateline: where, when and by whom the story was filed, before its first sentence.
//!
//! ```text
//! PYONGYANG, October 9. /TASS/. The two ministers …
//! LONDON (Reuters) — The bank …
//! LISBON, 3 May – The tram …
//! ```

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

/// Capitals first, then places, dates and agencies, then what closes it: an agency between slashes with its full stop,
/// an agency in brackets, or a dash with space around it.
fn opening(text: &str, tokens: &[Token], run: Run) -> Option<Run> {
    let word = |token: usize| tokens[token].span.of(text);
    let start = run.start as usize;
    if tokens[start].kind != Kind::Word || !tokens[start].is_capitalised() {
        return None;
    }
    let shouts = tokens[start].shape == Shape::Upper && word(start).len() > 2;
    let mut token = start;
    let mut brackets = false;
    while token < run.end as usize {
        let written = word(token);
        match written {
            "/" => return slashes(&word, token, run).map(|end| Run::new(start, end)),
            "(" => brackets = true,
            "—" | "–" | "--" | "-" | "―" if tokens[token].spaced || brackets => {
                let next = token + 1;
                let opens = shouts || brackets || (start..token).any(|token| is_calendar_word(&word(token).to_lowercase()));
                return (opens && next < run.end as usize && tokens[next].spaced).then(|| Run::new(start, next));
            }
            "_" if brackets => return Some(Run::new(start, token + 1)),
            "," | "." | ")" | "-" => {}
            _ if tokens[token].kind == Kind::Number || tokens[token].is_capitalised() => {}
            _ if brackets || matches!(written, "de" | "of" | "al" | "el" | "the" | "and" | "la") => {}
            _ => return None,
        }
        token += 1;
    }
    None
}

/// `/TASS/.`, also `/TASS Correspondent Ada Quill/.`: the token after it.
fn slashes<'t>(word: &impl Fn(usize) -> &'t str, open: usize, run: Run) -> Option<usize> {
    let end = run.end as usize;
    let close = (open + 1..end).find(|&token| word(token) == "/")?;
    let stop = close + 1;
    Some(if stop < end && matches!(word(stop), "." | "-" | "—" | "–") { stop + 1 } else { stop })
}
