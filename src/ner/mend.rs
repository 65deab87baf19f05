//! What no statistics are needed for: each rule mends a name that the model has found, or finds one that it cannot know.

use super::facts::Facts;
use super::lists::Classes;
use super::{Label, Mention};
use crate::confidence::Confidence;
use crate::segment::{Kind, Segments, Shape};
use crate::span::Run;

/// Mends the names of an article.
pub(super) fn mend(segments: &Segments<'_>, facts: &[Facts], mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| !is_calendar(segments, facts, mention));
    for mention in mentions.iter_mut() {
        strip_honorifics(segments, mention);
    }
    file_from(segments, mentions);
}

/// `AD 312`, `GMT`, `Monday`: words of the calendar alone, unless they are somebody's name ("April Hartley").
fn is_calendar(segments: &Segments<'_>, facts: &[Facts], mention: &Mention) -> bool {
    let all = mention.tokens.range().all(|token| facts[token].classes.has(Classes::CALENDAR));
    let beside_number = |token: usize| segments.tokens.get(token).is_some_and(|token| token.kind == Kind::Number);
    let era = matches!(segments.lower_run(mention.tokens), "ad" | "bc" | "bce" | "ce")
        && (beside_number(mention.tokens.end as usize) || beside_number((mention.tokens.start as usize).wrapping_sub(1)));
    era || all && mention.label != Label::Person
}

/// `Datuk Seri Ahmad Faizal`: what begins with an honorific is a person, and the honorific is no part of the name.
fn strip_honorifics(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    let start = range.clone().find(|&token| !is_honorific(segments, token)).unwrap_or(range.end);
    if start > range.start && start < range.end {
        *mention = Mention {
            tokens: Run::new(start, range.end),
            span: segments.span(Run::new(start, range.end)),
            label: Label::Person,
            rule: "name.honorific",
            ..*mention
        };
    }
}

fn is_honorific(segments: &Segments<'_>, token: usize) -> bool {
    match segments.lower(token) {
        "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "mx" | "dr" | "dr." | "prof" | "prof." | "sen." | "rep." | "gov." | "gen."
        | "col." | "lt." | "capt." | "sgt." | "rev." | "datuk" | "dato" | "dato'" | "datin" | "tun" | "puan" | "encik" | "magistrate"
        | "señor" | "señora" | "monsieur" | "madame" | "herr" | "frau" => true,
        "tan" => matches!(segments.lower(token + 1), "sri"),
        "sri" | "seri" => token > 0 && matches!(segments.lower(token - 1), "datuk" | "dato" | "dato'" | "datin" | "tan" | "puan"),
        _ => false,
    }
}

/// `LISBON, 3 May –`: the capitals that open the dateline are the place where the story was filed.
fn file_from(segments: &Segments<'_>, mentions: &mut Vec<Mention>) {
    let Some(dateline) = segments.dateline else { return };
    let range = dateline.range();
    let end = range.clone().find(|&token| segments.tokens[token].shape != Shape::Upper).unwrap_or(range.end);
    let tokens = Run::new(range.start, end);
    if tokens.is_empty()
        || !matches!(segments.lower(end), "," | "(" | "–" | "—" | "-" | "." | "/")
        || segments.span(tokens).of(segments.text).len() < 4
    {
        return;
    }
    mentions.retain(|mention| !mention.tokens.overlaps(tokens));
    let at = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    mentions.insert(
        at,
        Mention { tokens, span: segments.span(tokens), label: Label::Place, confidence: Confidence::new(95), rule: "name.dateline" },
    );
}
