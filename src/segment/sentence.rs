//! Sentences.

use super::{Kind, Paragraph, Shape, Token};
use crate::lexicon::lexicon;
use crate::span::Run;

lexicon!(STARTERS, "starters.txt");

/// A sentence is cut after this many tokens, so that a stage that looks around within one stays linear. No sentence of news comes near.
const LONGEST: usize = 400;

/// Whether a word in lower case often begins sentences.
pub(super) fn is_starter(lower: &str) -> bool {
    STARTERS.has(lower)
}

/// Cuts each paragraph into sentences, and tells it which are its own.
///
/// A sentence ends at `.`, `!`, `?` or dots, with the quotation marks and brackets that close after it, where the next word
/// could begin one. After an abbreviation it ends only before a word that often begins sentences ("in the U.S. The …").
pub(super) fn split(text: &str, lower: &str, tokens: &[Token], paragraphs: &mut [Paragraph], dateline: Option<Run>) -> Vec<Run> {
    let reader = Reader { text, lower, tokens };
    let mut sentences: Vec<Run> = Vec::new();
    for paragraph in paragraphs {
        let first_sentence = sentences.len();
        let range = paragraph.tokens.range();
        let mut start = range.start;
        let mut token = start;
        while token < range.end {
            let filed = dateline.filter(|dateline| dateline.start as usize == token).map(|dateline| dateline.end as usize);
            let end = filed.or_else(|| reader.sentence_end(token, range.end));
            token = end.unwrap_or(token + 1);
            if end.is_some() || token == range.end || token - start >= LONGEST {
                sentences.push(Run::new(start, token));
                start = token;
            }
        }
        paragraph.sentences = Run::new(first_sentence, sentences.len());
    }
    sentences
}

struct Reader<'t> {
    text: &'t str,
    lower: &'t str,
    tokens: &'t [Token],
}

impl Reader<'_> {
    fn word(&self, token: usize) -> &str {
        self.tokens[token].span.of(self.text)
    }

    /// One past the end of the sentence, if `token` ends one.
    fn sentence_end(&self, token: usize, limit: usize) -> Option<usize> {
        let written = self.word(token);
        let abbreviation = self.tokens[token].kind == Kind::Word && written.ends_with('.');
        let stops = matches!(self.tokens[token].kind, Kind::Mark) && written.starts_with(['.', '!', '?', '…', '。']);
        if !stops && !abbreviation {
            return None;
        }
        let mut next = token + 1;
        while next < limit && self.closes(next) {
            next += 1;
        }
        if next >= limit {
            return Some(limit);
        }
        let starts = self.tokens[next].spaced && self.could_start(next);
        if self.numbers(token, next) {
            return None;
        }
        let ends = if abbreviation {
            (self.is_starter(next) || starts && self.is_letter(token)) && !is_title(written)
        } else {
            starts || self.is_repeated_stop(token, next)
        };
        (ends && !self.is_stop(next)).then_some(next)
    }

    /// `posted on X.`, `vitamin C.`, `Plan B.`: a letter by itself is no initial.
    fn is_letter(&self, token: usize) -> bool {
        let before = token.checked_sub(1).map_or("", |before| self.tokens[before].lower.of(self.lower));
        match self.word(token) {
            "X." => matches!(before, "on" | "to" | "via"),
            letter => letter.len() == 2 && matches!(before, "vitamin" | "plan" | "hepatitis" | "grade" | "category"),
        }
    }

    /// `No. 7`, `Nos. 3 and 4`: the full stop stands between the word and its number.
    fn numbers(&self, stop: usize, next: usize) -> bool {
        let is_number_word = |token: usize| matches!(self.tokens[token].lower.of(self.lower), "no" | "nos");
        stop > 0 && self.tokens[next].kind == Kind::Number && !self.tokens[stop].spaced && is_number_word(stop - 1)
    }

    /// A mark that closes what the sentence opened: it touches the full stop and something else follows it, or it can only close.
    fn closes(&self, token: usize) -> bool {
        if self.tokens[token].spaced {
            return false;
        }
        matches!(self.word(token), ")" | "]" | "”" | "»" | "’" | "''" | "\"" | "'" | "›")
    }

    fn could_start(&self, token: usize) -> bool {
        match self.tokens[token].kind {
            Kind::Word => self.tokens[token].is_capitalised() || self.tokens[token].shape == Shape::Uncased,
            Kind::Number | Kind::Quote | Kind::Address | Kind::Symbol => true,
            Kind::Mark => matches!(self.word(token), "(" | "[" | "—" | "–" | "-" | "¿" | "¡" | "/"),
        }
    }

    fn is_stop(&self, token: usize) -> bool {
        self.tokens[token].kind == Kind::Mark && self.word(token).starts_with(['.', '!', '?', '…']) && !self.tokens[token].spaced
    }

    /// A missing space: `ended.He`, where a sentence plainly starts; not `(AKF.L)`, where shares are traded.
    fn is_repeated_stop(&self, token: usize, next: usize) -> bool {
        let is_ticker = token > 0 && self.tokens[token - 1].shape == Shape::Upper && self.word(next).len() == 1;
        self.word(token) == "."
            && !is_ticker
            && !self.tokens[next].spaced
            && self.tokens[next].kind == Kind::Word
            && self.tokens[next].shape == Shape::Title
    }

    /// Whether a capitalised word that often begins sentences stands here, or a quotation mark opens and no small letter follows.
    fn is_starter(&self, token: usize) -> bool {
        self.tokens[token].kind == Kind::Quote
            && self.tokens[token].spaced
            && self.tokens.get(token + 1).is_none_or(|next| next.shape != Shape::Lower)
            || self.tokens[token].is_capitalised() && self.tokens[token].spaced && is_starter(self.tokens[token].lower.of(self.lower))
    }
}

/// Abbreviations that a name always follows.
fn is_title(written: &str) -> bool {
    matches!(
        written,
        "Mr." | "Mrs." | "Ms." | "Dr." | "Prof." | "Sen." | "Rep." | "Gov." | "Gen." | "St." | "Mt." | "Lt." | "Col." | "Sgt."
    )
}
