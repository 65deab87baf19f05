//! Tokens: words, numbers, marks.

use crate::lexicon::lexicon;
use crate::span::{Span, index};

lexicon!(ABBREVIATIONS, "abbreviations.txt");

/// One word, number or mark.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
    /// How its letters are written.
    pub shape: Shape,
    /// Whether white space (or the start of the text) is before it.
    pub spaced: bool,
    /// Index of its sentence.
    pub(super) sentence: u32,
    /// Where it stands in the lower-case copy of the text.
    pub(super) lower: Span,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Begins with a letter: `Ada`, `didn't`, `U.S.`, `Q3`, `'s`, `AT&T`.
    Word,
    /// Begins with a digit: `61`, `2,019`, `14:05`, `21st`, `1960s`, `11.40pm`.
    Number,
    /// A quotation mark or an apostrophe that belongs to no word.
    Quote,
    /// `,` `.` `-` `(` and all other punctuation; `...` and `--` are one token.
    Mark,
    /// `$`, `%`, `+`, an emoji, a control character.
    Symbol,
    /// An address, an e-mail, `@name`, `#tag`.
    Address,
}

/// How the letters of a token are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `said`
    Lower,
    /// `Ada`, `A`
    Title,
    /// `TASS`, `U.S.`
    Upper,
    /// `McDonald`, `iPhone`
    Mixed,
    /// No cased letter.
    Uncased,
}

impl Token {
    /// Whether it begins with a capital letter.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper | Shape::Mixed)
    }
}

/// The tokens of a text, and its lower-case copy.
pub(super) fn tokenize(text: &str) -> (Vec<Token>, String) {
    let mut tokenizer = Tokenizer {
        text,
        tokens: Vec::with_capacity(text.len() / 4),
        lower: String::with_capacity(text.len() + text.len() / 16),
        spaced: true,
    };
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if is_blank(first) {
            tokenizer.spaced = true;
            at += first.len_utf8();
        } else {
            at = tokenizer.token(at, first);
        }
    }
    tokenizer.tokens.shrink_to_fit();
    (tokenizer.tokens, tokenizer.lower)
}

struct Tokenizer<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    lower: String,
    spaced: bool,
}

impl Tokenizer<'_> {
    /// Reads the token that begins at `at` with `first`, and returns where it ends.
    fn token(&mut self, at: usize, first: char) -> usize {
        let rest = &self.text[at..];
        if let Some(length) = address(rest, first) {
            return self.push(at, length, Kind::Address);
        }
        if first.is_ascii_digit() || first.is_numeric() {
            return self.push(at, number(rest), Kind::Number);
        }
        if first.is_alphabetic() {
            return self.word(at);
        }
        if is_apostrophe(first) && self.tokens.last().is_some_and(|last| last.kind == Kind::Word) && !self.spaced {
            let length = clitic(rest);
            if length > 0 {
                return self.push(at, length, Kind::Word);
            }
        }
        self.mark(at, first)
    }

    /// A word, cut before its clitic.
    fn word(&mut self, at: usize) -> usize {
        let mut length = word(&self.text[at..]);
        length += usize::from(self.is_state(at, length));
        let cut = clitic_start(&self.text[at..at + length]);
        let end = self.push(at, cut, Kind::Word);
        if cut == length { end } else { self.push(end, length - cut, Kind::Word) }
    }

    /// `Norwick, |Mass|.`: behind a comma the short form of a state, which may be a word elsewhere.
    fn is_state(&self, at: usize, length: usize) -> bool {
        let behind_comma = || self.tokens.last().is_some_and(|last| last.span.of(self.text) == ",");
        self.text[at + length..].starts_with('.') && STATES.contains(&&self.text[at..at + length]) && behind_comma()
    }

    /// A quotation mark, a run of dots or dashes, or any other single character with what combines with it.
    fn mark(&mut self, at: usize, first: char) -> usize {
        let rest = &self.text[at..];
        let doubled = |mark: &str| rest.starts_with(mark).then_some(mark.len());
        if let Some(length) = doubled("``").or_else(|| doubled("''")) {
            return self.push(at, length, Kind::Quote);
        }
        if matches!(first, '.' | '-') {
            let length = rest.bytes().take_while(|&byte| byte == first as u8).count();
            return self.push(at, length, Kind::Mark);
        }
        let length = first.len_utf8() + combining(&rest[first.len_utf8()..]);
        let kind = if is_quote(first) {
            Kind::Quote
        } else if is_punctuation(first) {
            Kind::Mark
        } else {
            Kind::Symbol
        };
        self.push(at, length, kind)
    }

    fn push(&mut self, at: usize, length: usize, kind: Kind) -> usize {
        let written = &self.text[at..at + length];
        if self.spaced && !self.tokens.is_empty() {
            self.lower.push(' ');
        }
        let start = index(self.lower.len());
        push_lower(&mut self.lower, written);
        self.tokens.push(Token {
            span: Span { start: index(at), end: index(at + length) },
            kind,
            shape: shape(written),
            spaced: self.spaced,
            sentence: 0,
            lower: Span { start, end: index(self.lower.len()) },
        });
        self.spaced = false;
        at + length
    }
}

/// Short forms of states and provinces that are written with a full stop.
pub(super) const STATES: [&str; 39] = [
    "Ala", "Alta", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Man", "Mass", "Md", "Me",
    "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ont", "Ore", "Pa", "Que", "Sask", "Tenn", "Tex", "Va", "Vt", "Wash",
    "Wis", "Wyo",
];

fn push_lower(lower: &mut String, written: &str) {
    if written.is_ascii() {
        lower.extend(written.chars().map(|letter| letter.to_ascii_lowercase()));
        return;
    }
    for letter in written.chars() {
        match letter {
            '’' | '‘' | 'ʼ' => lower.push('\''),
            letter => lower.extend(letter.to_lowercase()),
        }
    }
}

/// White space, also of width zero, and the marks that set the direction of writing.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

fn is_quote(letter: char) -> bool {
    matches!(
        letter,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '\''
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '`'
            | '＂'
    )
}

fn is_punctuation(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_punctuation() && !matches!(letter, '$' | '+' | '<' | '=' | '>' | '^' | '|' | '~');
    }
    matches!(letter, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '¡' | '¿' | '·' | '§' | '¶' | '\u{3001}'..='\u{3003}' | '\u{FF01}'..='\u{FF0F}')
}

/// Length of the marks that combine with the character before them.
fn combining(rest: &str) -> usize {
    let is_combining = |letter: &char| matches!(letter, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{20D0}'..='\u{20FF}');
    rest.chars().take_while(is_combining).map(char::len_utf8).sum()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{200C}' | '_' | '\u{AD}')
}

/// Length of the word at the start of `rest`: letters and digits, with an apostrophe, ampersand or full stop inside where
/// letters follow at once, and with the full stop of an abbreviation.
fn word(rest: &str) -> usize {
    let mut end = 0;
    loop {
        end += run(&rest[end..]);
        let mut tail = rest[end..].chars();
        let (Some(mark), Some(next)) = (tail.next(), tail.next()) else { break };
        let joins = match mark {
            '&' => rest[..end].chars().all(char::is_uppercase) && next.is_uppercase(),
            '.' => is_dotted(&rest[..end], next),
            mark => is_apostrophe(mark) && next.is_alphabetic(),
        };
        if !joins {
            break;
        }
        end += mark.len_utf8();
    }
    if rest[end..].starts_with('.') && !rest[end..].starts_with("..") && keeps_stop(&rest[..end]) { end + 1 } else { end }
}

/// Length of the run of word characters at the start.
fn run(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if rest.as_bytes().get(ascii).is_none_or(|&byte| byte.is_ascii() && byte != b'_') {
        return ascii;
    }
    ascii + rest[ascii..].chars().take_while(|&letter| is_word(letter)).map(char::len_utf8).sum::<usize>()
}

/// Whether a full stop between `before` and `next` is inside one word: `U.S`, `a.m`, `bbc.co`.
fn is_dotted(before: &str, next: char) -> bool {
    let last = before.rsplit('.').next().unwrap_or("");
    let single = last.chars().nth(1).is_none() || before == "Ph";
    if single { next.is_alphabetic() } else { next.is_lowercase() && last.chars().all(char::is_alphanumeric) }
}

/// Whether a full stop after `before` belongs to it: initials and abbreviations.
fn keeps_stop(before: &str) -> bool {
    let last = before.rsplit('.').next().unwrap_or("");
    let mut letters = last.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter.is_uppercase() && !(before.len() == 1 && letter == 'I') || before.len() > 1;
    }
    before.len() <= 8 && ABBREVIATIONS.has(before.to_ascii_lowercase().as_str())
}

/// Length of the number at the start of `rest`, with the letters that are part of it (`21st`, `1960s`, `9pm`).
fn number(rest: &str) -> usize {
    let mut end = 0;
    loop {
        end += run(&rest[end..]).max(usize::from(end == 0) * rest.chars().next().map_or(0, char::len_utf8));
        let mut tail = rest[end..].chars();
        let (Some(mark), Some(next)) = (tail.next(), tail.next()) else { break };
        let inside = matches!(mark, '.' | ',' | ':') && next.is_ascii_digit() && rest[..end].ends_with(|last: char| last.is_ascii_digit());
        if !inside {
            break;
        }
        end += 1;
    }
    end + dotted_half_day(&rest[end..], &rest[..end])
}

/// The rest of `9a.m.` or `9.30p.m` after its digits and first letter.
fn dotted_half_day(rest: &str, before: &str) -> usize {
    if !before.ends_with(['a', 'p']) || !before.starts_with(|first: char| first.is_ascii_digit()) {
        return 0;
    }
    [".m.", ".m"].iter().find(|tail| rest.starts_with(**tail)).map_or(0, |tail| tail.len())
}

/// Length of a clitic that stands at the start of `rest`, apostrophe included; 0 where there is none.
fn clitic(rest: &str) -> usize {
    let mark = rest.chars().next().map_or(0, char::len_utf8);
    let letters = run(&rest[mark..]);
    if is_clitic(&rest[mark..mark + letters]) { mark + letters } else { 0 }
}

/// Where the clitic of a word begins, or the word's length.
fn clitic_start(word: &str) -> usize {
    word.rfind(is_apostrophe)
        .filter(|&at| {
            let mark = word[at..].chars().next().map_or(0, char::len_utf8);
            at > 0 && is_clitic(&word[at + mark..])
        })
        .unwrap_or(word.len())
}

fn is_clitic(letters: &str) -> bool {
    ["s", "m", "re", "ve", "ll", "d"].iter().any(|clitic| letters.eq_ignore_ascii_case(clitic))
}

/// Length of an address at the start of `rest`: a URL, an e-mail, `@name`, `#tag`.
fn address(rest: &str, first: char) -> Option<usize> {
    let chunk = || {
        rest.find(|letter: char| is_blank(letter) || is_quote(letter) || matches!(letter, '<' | '>' | '(' | ')' | ',' | ';'))
            .unwrap_or(rest.len())
    };
    match first {
        '@' | '#' => Some(1 + run(&rest[1..])).filter(|&length| length > 1),
        'h' | 'H' if starts_with_any(rest, &["http://", "https://"]) => Some(trimmed(&rest[..chunk()])),
        'w' | 'W' if starts_with_any(rest, &["www."]) => Some(trimmed(&rest[..chunk()])),
        first if first.is_ascii_alphanumeric() => email(rest),
        _ => None,
    }
}

fn starts_with_any(rest: &str, prefixes: &[&str]) -> bool {
    prefixes.iter().any(|prefix| rest.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)))
}

/// Length of a URL without the marks of the sentence around it.
fn trimmed(url: &str) -> usize {
    url.trim_end_matches(['.', '!', '?', ':', '-']).len()
}

/// Length of an e-mail address. Looks no further than 64 bytes for its `@`, the longest local part that RFC 5321 allows.
fn email(rest: &str) -> Option<usize> {
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+');
    let at = rest.bytes().take(65).take_while(is_local).count();
    if rest.as_bytes().get(at) != Some(&b'@') {
        return None;
    }
    let domain = rest[at + 1..].bytes().take_while(is_local).count();
    let length = trimmed(&rest[..at + 1 + domain]);
    (rest[at..length].contains('.')).then_some(length)
}

fn shape(written: &str) -> Shape {
    let mut capitals = 0;
    let mut smalls = 0;
    let mut first_is_capital = None;
    for letter in written.chars() {
        let capital = letter.is_uppercase();
        if capital || letter.is_lowercase() {
            first_is_capital.get_or_insert(capital);
            capitals += usize::from(capital);
            smalls += usize::from(!capital);
        }
    }
    match (first_is_capital, capitals, smalls) {
        (None, ..) => Shape::Uncased,
        (_, 0, _) => Shape::Lower,
        (Some(true), 1, _) => Shape::Title,
        (_, _, 0) => Shape::Upper,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> String {
        let (tokens, _) = tokenize(text);
        tokens.iter().map(|token| token.span.of(text)).collect::<Vec<_>>().join("|")
    }

    /// One line a case: text, tokens.
    #[test]
    fn cuts() {
        for (text, expected) in [
            ("", ""),
            (" \n\t\u{200B}\u{FEFF} ", ""),
            ("Ada’s dog didn't bark", "Ada|’s|dog|didn't|bark"),
            ("we'll say they’re O’Hara’s", "we|'ll|say|they|’re|O’Hara|’s"),
            ("the dogs' bowls", "the|dogs|'|bowls"),
            ("U.S. v. J.K. Holm Jr. and I. She", "U.S.|v|.|J.K.|Holm|Jr.|and|I|.|She"),
            ("on Oct. 3 at 9 a.m. or 9.30a.m.", "on|Oct.|3|at|9|a.m.|or|9.30a.m."),
            ("2,019 at 7.30, 14:05; 21st, 1960s", "2,019|at|7.30|,|14:05|;|21st|,|1960s"),
            ("2024-05-03 and 9/11", "2024|-|05|-|03|and|9|/|11"),
            ("a two-week DPRK-Russia deal", "a|two|-|week|DPRK|-|Russia|deal"),
            ("AT&T met R&D, Marks & Holm", "AT&T|met|R&D|,|Marks|&|Holm"),
            ("see bbc.co.uk, ended.He", "see|bbc.co.uk|,|ended|.|He"),
            ("http://a.b/c?d=e. @ada #tag a.b@c.org!", "http://a.b/c?d=e|.|@ada|#tag|a.b@c.org|!"),
            ("“a” ``b'' «c» 'd'", "“|a|”|``|b|''|«|c|»|'|d|'"),
            ("wait... -- no — yes…", "wait|...|--|no|—|yes|…"),
            ("£5m, 20%, 🙂👍🏽", "£|5m|,|20|%|,|🙂|👍🏽"),
            ("cafe\u{301} naïve Nguyễn", "cafe\u{301}|naïve|Nguyễn"),
            ("\0\u{7}x", "\0|\u{7}|x"),
        ] {
            assert_eq!(cut(text), expected, "{text:?}");
        }
    }

    /// One line a case: word, shape.
    #[test]
    fn shapes() {
        for (word, expected) in [
            ("said", Shape::Lower),
            ("Ada", Shape::Title),
            ("A", Shape::Title),
            ("TASS", Shape::Upper),
            ("U.S.", Shape::Upper),
            ("McNab", Shape::Mixed),
            ("iOS", Shape::Mixed),
            ("61", Shape::Uncased),
            ("دب", Shape::Uncased),
        ] {
            assert_eq!(shape(word), expected, "{word:?}");
        }
    }

    #[test]
    fn lower_case_copy_has_single_spaces_and_straight_apostrophes() {
        assert_eq!(tokenize("  Ada’s\n\nCAFÉ - İx ").1, "ada's café - i\u{307}x");
    }
}
