//! Whoever holds an office, behind the body that it is in, read as one name.
//!
//! ```text
//! Governor of the |Aker Region| |Yaromir Quill| said
//! ```

use super::edges::set_tokens;
use super::facts::Facts;
use super::lists::Classes;
use super::{Label, Mention, titles};
use crate::confidence::Confidence;
use crate::quote;
use crate::segment::{Segments, Shape, Token};
use crate::span::Run;
use rustc_hash::FxHashSet;

/// How sure of such a person.
const SURE: Confidence = Confidence::new(80);
/// No given name and surname have more words.
const LONGEST: usize = 4;

/// Parts each name of a body and a person into the two. Returns where these people are named again.
pub(super) fn part(segments: &Segments<'_>, facts: &[Facts], mentions: &mut Vec<Mention>) -> Vec<(Run, Label, u8, &'static str)> {
    let mut surnames: FxHashSet<&str> = FxHashSet::default();
    let mut parted: Vec<Mention> = Vec::with_capacity(mentions.len());
    let mut rest = mentions.iter().copied().peekable();
    while let Some(mut mention) = rest.next() {
        if !follows_office(segments, mention.tokens.start as usize, parted.last()) {
            parted.push(mention);
            continue;
        }
        // The end of the name, read by itself.
        let end =
            rest.peek().filter(|next| next.label == Label::Person && next.tokens.start == mention.tokens.end).map(|next| next.tokens.end);
        let whole = Run { end: end.unwrap_or(mention.tokens.end), ..mention.tokens };
        let Some(person) = holder(segments, facts, whole, mention.tokens) else {
            parted.push(mention);
            continue;
        };
        if end.is_some() {
            rest.next();
        }
        let body = Run { end: person.start, ..mention.tokens };
        let label = if mention.label == Label::Place { Label::Place } else { Label::Organisation };
        set_tokens(segments, &mut mention, body);
        parted.push(Mention { label, ..mention });
        parted.push(Mention { tokens: person, span: segments.span(person), label: Label::Person, confidence: SURE, rule: "name.holder" });
        surnames.insert(segments.lower(person.end as usize - 1));
    }
    *mentions = parted;
    if surnames.is_empty() {
        return Vec::new();
    }
    let is_capital = |token: usize| segments.tokens.get(token).is_some_and(Token::is_capitalised);
    (0..segments.tokens.len())
        .filter(|&token| is_capital(token) && surnames.contains(segments.lower(token)) && !is_capital(token + 1))
        .map(|token| (Run::new(token, token + 1), Label::Person, SURE.percent(), "name.holder"))
        .collect()
}

/// `Minister of |Energy|`: what an office is for, and no body; but the `general secretary of |Unison|`.
pub(super) fn is_subject(segments: &Segments<'_>, facts: &[Facts], mention: &Mention) -> bool {
    let (first, head) = (mention.tokens.start as usize, mention.tokens.end as usize - 1);
    let office = first.wrapping_sub(2);
    let leads = matches!(segments.lower(first.wrapping_sub(1)), "of" | "for")
        && matches!(segments.lower(office), "minister" | "ministers" | "secretary" | "commissioner")
        && segments.lower(office.wrapping_sub(1)) != "general"
        && segments.tokens.get(office).is_some_and(Token::is_capitalised);
    let is_body = facts[head].classes.any(Classes(Classes::BODY.0 | Classes::ORGANISATION.0)) && mention.tokens.len() > 1;
    let is_known = segments.tokens[first].shape == Shape::Upper || facts[first].classes.has(Classes::ORGANISATION);
    let is_word = mention.label == Label::Organisation || mention.label == Label::Person && mention.tokens.len() == 1;
    leads && is_word && !is_body && !is_known
}

/// `Minister of |Energy`, `Head of the |Aker Region`: whether a capital office leads to a name, and no person stands before it whose office
/// it is.
fn follows_office(segments: &Segments<'_>, start: usize, last: Option<&Mention>) -> bool {
    let of = start.wrapping_sub(1 + usize::from(segments.lower(start.wrapping_sub(1)) == "the"));
    let office = of.wrapping_sub(1);
    if !segments.sentence_of(start).has(office) || !matches!(segments.lower(of), "of" | "for") {
        return false;
    }
    let is_capital = |&token: &usize| segments.tokens[token].is_capitalised();
    let leads_on = |last: &Mention| (last.tokens.end as usize + 3..office).all(|token| is_capital(&token));
    let is_anothers = last.is_some_and(|last| last.label == Label::Person && leads_on(last));
    let word = segments.lower(office);
    is_capital(&office) && (titles::is_role(word) || word == "board") && !is_anothers
}

/// The words at the end that are a person's: those that no list knows as anything else, the first a first name or known to none.
fn holder(segments: &Segments<'_>, facts: &[Facts], whole: Run, read: Run) -> Option<Run> {
    let classes = |token: usize| facts[token].classes;
    let is_unknown = |token: usize| facts[token].cluster == 0 && !classes(token).any(OTHERS);
    let is_part = |token: usize| {
        let word = segments.is_capital(token);
        let name = classes(token).any(Classes::PERSON) && !classes(token).any(OTHERS) || PARTICLES.contains(&segments.lower(token));
        word && (is_unknown(token) || name)
    };
    // `Park`, `Ngo`, `Le`: short surnames come first.
    let is_short = |token: usize| classes(token).has(Classes::SURNAME) && segments.lower(token).len() <= 4;
    let opens = |token: usize| {
        !facts[token].goes_on_with_phrase() && (is_unknown(token) || classes(token).has(Classes::FIRST_NAME) || is_short(token))
    };
    let end = whole.end as usize;
    let longest = (whole.start as usize + 1..end).rev().take(LONGEST).take_while(|&token| is_part(token)).last()?;
    let first = (longest..end).find(|&token| opens(token))?;
    let person = Run::new(first, end);
    let is_given = classes(first).has(Classes::FIRST_NAME);
    // "Vice-President of Parti Keadilan Rakyat": in a language that no list knows, only a first name tells a person.
    let body_is_known = (whole.start as usize..first).any(|token| !is_unknown(token));
    let goes_on =
        segments.is_small(end) && quote::can_be_verb(segments.lower(end)) || matches!(segments.lower(end), "," | "." | ":" | "”" | "\"");
    (person.len() > 1 && first < read.end as usize && (is_given || body_is_known && goes_on)).then_some(person)
}

/// Words that begin no name, but stand in many.
const PARTICLES: [&str; 16] = ["abu", "al", "bin", "da", "de", "den", "der", "do", "dos", "el", "la", "le", "te", "ten", "van", "von"];
const OTHERS: Classes = Classes(
    Classes::BODY.0
        | Classes::SITE.0
        | Classes::COUNTRY.0
        | Classes::REGION.0
        | Classes::ORGANISATION.0
        | Classes::NATIONALITY.0
        | Classes::TITLE.0,
);

#[cfg(test)]
mod tests {
    use crate::annotation::EntityType;
    use crate::{Options, annotate};

    /// One line a case: the person, and the body if it is one.
    #[test]
    fn bodies_end_before_people() {
        for (text, person, body) in [
            ("Governor of the Aker Region Yaromir Quillenko said the ferry was late.", "Yaromir Quillenko", "Aker Region"),
            ("Minister of Foreign Affairs Yaromir Quillenko said so.", "Yaromir Quillenko", ""),
            ("Head of the Aker Ferry Committee Aleksei Quillenko said it was late.", "Aleksei Quillenko", "Aker Ferry Committee"),
            ("Tom Brand, director of the Aker Institute of Quillology, said so.", "Tom Brand", "Aker Institute of Quillology"),
        ] {
            let annotation = annotate(text, &Options::default());
            let named = |kind: EntityType| {
                let entity = annotation.entities.iter().find(|entity| entity.kind == kind);
                entity.map_or("", |entity| entity.name.as_str())
            };
            assert_eq!((named(EntityType::Person), named(EntityType::Organisation)), (person, body), "{text}");
        }
    }
}
