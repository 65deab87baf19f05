//! Paragraphs, and what each one is for.

use super::{Kind, Segments, Token};
use crate::span::{Run, Span};

/// A paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From its first token to its last.
    pub span: Span,
    /// What it is for.
    pub role: Role,
    /// Its tokens.
    pub tokens: Run,
    /// Its sentences.
    pub sentences: Run,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `Council votes to close bridge`
    Headline,
    /// `By Ada Quill`
    Byline,
    /// A line that holds only a place or a date: `Monday, July 8, 2019`
    Dateline,
    /// Running text.
    Body,
    /// `What happens next`, between body paragraphs.
    Heading,
}

/// What ends a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphBreak {
    /// A line end, unless the lines look wrapped to a fixed width; a blank line always.
    #[default]
    Auto,
    /// A blank line.
    BlankLine,
    /// Each line end.
    Line,
}

/// Cuts the tokens at the line ends that are paragraph breaks.
pub(super) fn split(text: &str, tokens: &[Token], breaks: ParagraphBreak) -> Vec<Paragraph> {
    let blank_only = match breaks {
        ParagraphBreak::Auto => is_wrapped(text),
        ParagraphBreak::BlankLine => true,
        ParagraphBreak::Line => false,
    };
    let mut paragraphs = Vec::new();
    let mut first = 0;
    for next in 1..=tokens.len() {
        let ends = next == tokens.len() || {
            let gap = &text[tokens[next - 1].span.end as usize..tokens[next].span.start as usize];
            line_ends(gap) > usize::from(blank_only)
        };
        if ends {
            paragraphs.push(Paragraph {
                span: tokens[first].span.to(tokens[next - 1].span),
                role: Role::Body,
                tokens: Run::new(first, next),
                sentences: Run::default(),
            });
            first = next;
        }
    }
    paragraphs
}

/// Line ends in the white space between two tokens; `\r\n` is one, U+2029 stands for a blank line.
fn line_ends(gap: &str) -> usize {
    let mut count = 0;
    let mut after_return = false;
    for letter in gap.chars() {
        count += match letter {
            '\n' => usize::from(!after_return),
            '\r' | '\u{85}' | '\u{2028}' => 1,
            '\u{2029}' => 2,
            _ => 0,
        };
        after_return = letter == '\r';
    }
    count
}

/// Whether lines were wrapped to a fixed width, as in plain-text mail: many single line ends, nearly all after 45 to 100
/// bytes, most of them in the middle of a sentence.
fn is_wrapped(text: &str) -> bool {
    let (mut lines, mut full, mut open) = (0, 0, 0);
    let mut rest = text.lines().map(str::trim_end).peekable();
    while let Some(line) = rest.next() {
        if line.is_empty() || rest.peek().is_none_or(|next| next.is_empty()) {
            continue;
        }
        lines += 1;
        full += usize::from((45..=100).contains(&line.len()));
        open += usize::from(!line.ends_with(['.', '!', '?', '"', '”', '’', ':']));
    }
    lines >= 3 && full * 5 >= lines * 4 && open * 2 >= lines
}

/// Says what each paragraph is for, from its place, length and end.
pub(super) fn assign_roles(segments: &mut Segments<'_>) {
    let count = segments.paragraphs.len();
    let story = (0..count).find(|&index| is_running_text(segments, index));
    for index in 0..count {
        let role = role(segments, index, story);
        segments.paragraphs[index].role = role;
    }
}

fn role(segments: &Segments<'_>, index: usize, story: Option<usize>) -> Role {
    let Some(story) = story else { return Role::Body };
    if is_running_text(segments, index) {
        return Role::Body;
    }
    let tokens = segments.paragraphs[index].tokens;
    if is_byline(segments, tokens) {
        return Role::Byline;
    }
    if is_dateline(segments, tokens) {
        return Role::Dateline;
    }
    if index < story {
        return Role::Headline;
    }
    let followed = segments.paragraphs.get(index + 1).is_some();
    if followed && tokens.len() <= 12 && !has_quote(segments, tokens) { Role::Heading } else { Role::Body }
}

/// Whether the paragraph ends like a sentence, or opens with the dateline, or is too long for a headline.
fn is_running_text(segments: &Segments<'_>, index: usize) -> bool {
    let tokens = segments.paragraphs[index].tokens;
    if is_title_cased(segments, tokens) {
        return false;
    }
    if segments.dateline.is_some_and(|dateline| tokens.start == dateline.start && dateline.end < tokens.end) {
        return true;
    }
    let last = tokens.range().rev().find(|&token| segments.tokens[token].kind != Kind::Quote && !matches!(segments.word(token), ")" | "]"));
    tokens.len() > 45 || last.is_some_and(|last| segments.word(last).ends_with(['.', '!', '?', '…', ':', ';', ',']) && tokens.len() > 3)
}

/// `Council Votes to Close the Pier.`: at most 25 tokens, nearly all words of four letters and more with a capital, no dateline.
fn is_title_cased(segments: &Segments<'_>, tokens: Run) -> bool {
    let opens_story = segments.dateline.is_some_and(|dateline| dateline.start == tokens.start);
    if opens_story || tokens.len() > 25 {
        return false;
    }
    let long = tokens.range().filter(|&token| segments.tokens[token].kind == Kind::Word && segments.word(token).len() > 3);
    let (capitals, smalls): (Vec<_>, Vec<_>) = long.partition(|&token| segments.tokens[token].is_capitalised());
    capitals.len() >= 3 && smalls.len() * 5 <= capitals.len()
}

fn has_quote(segments: &Segments<'_>, tokens: Run) -> bool {
    segments.tokens[tokens.range()].iter().any(|token| token.kind == Kind::Quote)
}

/// `By Ada Quill`, `By ADA QUILL, Political Editor`
fn is_byline(segments: &Segments<'_>, tokens: Run) -> bool {
    let first = tokens.start as usize;
    segments.lower(first) == "by" && (2..=14).contains(&tokens.len()) && segments.tokens[first + 1].is_capitalised()
}

/// `Monday, July 8, 2019`, `LONDON, 3 May`: short, and it holds a month or a weekday and nothing in small letters.
fn is_dateline(segments: &Segments<'_>, tokens: Run) -> bool {
    let is_small = |token: usize| segments.tokens[token].shape == super::Shape::Lower && segments.tokens[token].kind == Kind::Word;
    tokens.len() <= 10
        && tokens.range().any(|token| super::dateline::is_calendar_word(segments.lower(token)))
        && !tokens.range().any(is_small)
}
