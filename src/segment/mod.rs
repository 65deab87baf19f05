//! Segmentation: paragraphs with their roles, sentences, tokens.
//!
//! In: the text. Out: [`Segments`], which every later stage reads.
//!
//! Tokens follow UAX 29 word boundaries in spirit, with the cuts that newspaper English needs: clitics come off
//! ("Ada|'s", "we|'ll"), hyphens stand alone ("two|-|week", "DPRK|-|Russia"), abbreviations keep their full stop
//! ("Mr.", "U.S.", "Oct."), numbers keep their marks ("2,019", "7.30", "14:05").
//!
//! ```text
//! Mr. Holm, 61, didn't sail.  →  Mr.  Holm  ,  61  ,  didn't  sail  .
//! ```

mod dateline;
mod paragraph;
mod sentence;
mod token;

use crate::span::{Run, Span};

pub use paragraph::{Paragraph, ParagraphBreak, Role};
pub use token::{Kind, Shape, Token};

/// The text, cut up.
#[derive(Debug)]
pub struct Segments<'t> {
    /// The text itself.
    pub text: &'t str,
    /// All tokens, in order. White space is between them and in none.
    pub tokens: Vec<Token>,
    /// Runs of tokens, in order, without gaps.
    pub sentences: Vec<Run>,
    /// In order; they hold all tokens.
    pub paragraphs: Vec<Paragraph>,
    /// The tokens that open the story: `PYONGYANG, October 9. /TASS/.` or `LONDON (Reuters) —`.
    pub dateline: Option<Run>,
    /// The text in lower case, apostrophes straight, white space of any length one space.
    lower: String,
}

impl Segments<'_> {
    /// The words of a token, as written.
    #[must_use]
    pub fn word(&self, token: usize) -> &str {
        self.tokens[token].span.of(self.text)
    }

    /// A token in lower case, with a straight apostrophe; empty past either end of the text, so that a rule may look around
    /// without asking first (`token` may have wrapped below zero).
    #[must_use]
    pub fn lower(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| token.lower.of(&self.lower))
    }

    /// As [`Self::lower`], for comparisons, which need no check of where characters begin.
    pub(crate) fn lower_bytes(&self, token: usize) -> &[u8] {
        self.tokens.get(token).map_or(b"", |token| &self.lower.as_bytes()[token.lower.start as usize..token.lower.end as usize])
    }

    /// Several tokens in lower case, one space where the text has white space, none where it has none.
    #[must_use]
    pub fn lower_run(&self, run: Run) -> &str {
        if run.is_empty() {
            return "";
        }
        let last = self.tokens[run.end as usize - 1];
        self.tokens[run.start as usize].lower.to(last.lower).of(&self.lower)
    }

    /// Where a run of tokens stands in the text.
    #[must_use]
    pub fn span(&self, run: Run) -> Span {
        if run.is_empty() {
            return Span::default();
        }
        self.tokens[run.start as usize].span.to(self.tokens[run.end as usize - 1].span)
    }

    /// The words of a run of tokens, as written.
    #[must_use]
    pub fn words(&self, run: Run) -> &str {
        self.span(run).of(self.text)
    }

    /// The sentence that holds a token.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> Run {
        self.sentences[self.tokens[token].sentence as usize]
    }

    /// The index of the sentence that holds a token.
    #[must_use]
    pub fn sentence_index(&self, token: usize) -> usize {
        self.tokens[token].sentence as usize
    }

    /// The index of the paragraph that holds a token.
    #[must_use]
    pub fn paragraph_of(&self, token: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.tokens.end as usize <= token)
    }

    /// `, |D-Minn.|`, `(|R-Texas|)` behind a politician's name: the party, and where they are from.
    pub(crate) fn is_party_tag(&self, token: usize) -> bool {
        let set_off = matches!(self.lower(token.wrapping_sub(1)), "," | "(");
        set_off
            && matches!(self.words(Run::new(token, token + 1)), "D" | "R" | "I")
            && self.lower(token + 1) == "-"
            && self.glued(token + 1)
            && self.glued(token + 2)
    }

    /// `mother-|of|-two`, `break-|even|`: whether a hyphen joins a token to what stands before it.
    pub(crate) fn behind_hyphen(&self, token: usize) -> bool {
        self.glued(token) && self.lower(token.wrapping_sub(1)) == "-"
    }

    /// Whether there is a token, a word without a capital.
    pub(crate) fn is_small(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.kind == Kind::Word && !token.is_capitalised())
    }

    /// Whether there is a token, a word with a capital.
    pub(crate) fn is_capital(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.kind == Kind::Word && token.is_capitalised())
    }

    /// The first token that begins at a byte or after it.
    pub(crate) fn token_from(&self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < byte)
    }

    /// `“Who rang?”`: whether a run ends with a question mark.
    pub(crate) fn asks(&self, run: Run) -> bool {
        run.range().rev().take(2).any(|token| self.lower(token) == "?")
    }

    /// `Norwick, |Mass.|`: the short form of a state, behind a comma.
    pub(crate) fn is_state(&self, token: usize) -> bool {
        let short = || self.word(token).strip_suffix('.').is_some_and(|word| token::STATES.contains(&word));
        token > 0 && self.lower(token - 1) == "," && short()
    }

    /// Whether two neighbouring tokens touch: no white space before `token`.
    #[must_use]
    pub fn glued(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| !token.spaced)
    }
}

/// Cuts up a text.
///
/// Linear in its length. Any text will do; one without a word has no tokens, no sentences and no paragraphs.
#[must_use]
pub fn segment(text: &str, breaks: ParagraphBreak) -> Segments<'_> {
    let (mut tokens, lower) = token::tokenize(text);
    let mut paragraphs = paragraph::split(text, &tokens, breaks);
    let dateline = dateline::find(text, &tokens, &paragraphs);
    let sentences = sentence::split(text, &lower, &tokens, &mut paragraphs, dateline);
    for (index, sentence) in sentences.iter().enumerate() {
        for token in &mut tokens[sentence.range()] {
            token.sentence = crate::span::index(index);
        }
    }
    let mut segments = Segments { text, tokens, sentences, paragraphs, dateline, lower };
    paragraph::assign_roles(&mut segments);
    segments
}
