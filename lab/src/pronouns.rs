//! Which of two people a pronoun is given to: the ambiguous pronouns of GAP, a document each.
//!
//! Each document names two candidates, `A` and `B`, and says which the pronoun is, or `NEITHER`. Right means that the
//! pronoun and a name in the candidate's span are mentions of one entity.

use crate::reliability::{Document, shared_lines};
use pressmark::annotation::{Annotation, Form};
use pressmark::span::Span;
use pressmark::{Options, annotate};
use serde_json::Value;

/// Prints, for each file relative to `../shared`, how many pronouns went to the right one of two, and how many of those
/// that are neither went to neither.
pub fn run(files: &[String]) -> Result<(), String> {
    for file in files {
        let (mut one, mut right, mut neither, mut kept_out) = (0, 0, 0, 0);
        for gold in shared_lines(file)? {
            let answered = answer(&Document::new(&gold), &gold);
            if gold["answer"] == "NEITHER" {
                neither += 1;
                kept_out += usize::from(answered.is_none());
            } else {
                one += 1;
                right += usize::from(answered.is_some_and(|name| gold["answer"] == name));
            }
        }
        println!("{file:40} {right:4} of {one:4} right   {kept_out:4} of {neither:4} given to neither");
    }
    Ok(())
}

/// The candidate that the pronoun is given to, `A` or `B`.
fn answer(document: &Document, gold: &Value) -> Option<&'static str> {
    let annotation = annotate(document.text, &Options::default());
    let pronoun = document.span(&gold["pronoun"]);
    let entity = annotation.mentions.iter().find(|mention| mention.span == pronoun)?.entity;
    ["A", "B"].into_iter().find(|name| named(&annotation, document.span(&gold["candidates"][name])) == Some(entity))
}

/// The entity of the first name or description within a candidate's span.
fn named(annotation: &Annotation, candidate: Span) -> Option<usize> {
    let mention = annotation.mentions.iter().find(|mention| mention.form != Form::Pronoun && mention.span.overlaps(candidate))?;
    Some(mention.entity)
}
