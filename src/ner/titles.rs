//! Words that say what somebody is, before a name: `Harbour Master Ada Quill`.

use super::edges::set_tokens;
use super::facts::Facts;
use super::lists::{self, Classes};
use super::{Label, Mention};
use crate::lexicon::lexicon;
use crate::segment::Segments;
use crate::span::Run;

// Nouns that say what somebody is, besides the titles that the tagger knows: kin and the like.
lexicon!(ROLES, "roles.txt");

/// Whether a word says what somebody is, also at the end of a compound: "editor-in-chief", "co-founder".
pub(crate) fn is_role(word: &str) -> bool {
    let known = |word: &str| lists::word(word).classes.has(Classes::TITLE) || ROLES.has(word);
    known(word)
        || word.strip_suffix('s').is_some_and(known)
        || word.len() > 6 && ["ologist", "icist", "chemist", "woman", "person", "man"].iter().any(|end| word.ends_with(end))
}

/// Whether the list has it, also in the plural: "Trustees".
pub(super) fn is_listed(word: &str) -> bool {
    ROLES.has(word) || word.strip_suffix('s').is_some_and(|word| ROLES.has(word))
}

/// `Ada Quill |KC|`: what may be put after a name.
pub(crate) fn is_letters(word: &str) -> bool {
    matches!(word, "bl" | "sc" | "kc" | "qc" | "san" | "mp" | "msp" | "obe" | "cbe" | "mbe" | "dbe" | "kbe" | "phd")
}

/// `Harbour Master Ada Quill`, read as a place: two or three words after a title, of which the first is a first name, are a person, unless
/// the last says what they are (`King Edward Hospital`).
pub(super) fn strip(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let range = mention.tokens.range();
    let classes = |token: usize| facts[token].classes;
    let opens = |&token: &usize| is_role(segments.lower(token - 1)) && classes(token).has(Classes::FIRST_NAME);
    let Some(first) = range.clone().skip(1).find(opens).filter(|first| (2..=3).contains(&(range.end - first))) else { return };
    let heads = Classes(Classes::BODY.0 | Classes::SITE.0 | Classes::CALENDAR.0);
    if mention.label != Label::Person && !classes(range.end - 1).any(heads) {
        set_tokens(segments, mention, Run::new(first, range.end));
        *mention = Mention { label: Label::Person, rule: "name.honorific", ..*mention };
    }
}
