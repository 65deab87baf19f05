//! What no statistics are needed for: each rule mends a name that the model has found, or finds one that it cannot know.

use super::facts::Facts;
use super::lists::{self, Classes};
use super::{Label, Mention};
use crate::confidence::Confidence;
use crate::segment::{Kind, Segments, Shape};
use crate::span::Run;

/// Mends the names of an article.
pub(super) fn mend(segments: &Segments<'_>, facts: &[Facts], mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| !is_calendar(segments, facts, mention));
    for mention in mentions.iter_mut() {
        strip_honorifics(segments, mention);
        finish_given_name(segments, mention);
        close_bracket(segments, mention);
        name_country(segments, facts, mention);
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
        set_tokens(segments, mention, Run::new(start, range.end));
        *mention = Mention { label: Label::Person, rule: "name.honorific", ..*mention };
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

/// `Han Mi-rae`: the small half of a hyphened given name belongs to the name.
fn finish_given_name(segments: &Segments<'_>, mention: &mut Mention) {
    let hyphen = mention.tokens.end as usize;
    let half = segments.tokens.get(hyphen + 1).filter(|half| half.shape == Shape::Lower && half.kind == Kind::Word && !half.spaced);
    let is_given = mention.label == Label::Person && mention.tokens.len() > 1 && segments.lower(hyphen) == "-" && segments.glued(hyphen);
    if half.is_some() && is_given && segments.lower(hyphen + 1).len() <= 6 && !is_suffix(segments.lower(hyphen + 1)) {
        set_tokens(segments, mention, Run::new(mention.tokens.start as usize, hyphen + 2));
    }
}

/// `-led`: what hyphens add to a name without being part of it.
fn is_suffix(word: &str) -> bool {
    matches!(
        word,
        "led" | "backed" | "based" | "born" | "era" | "like" | "style" | "run" | "owned" | "made" | "held" | "elect" | "in" | "and"
    )
}

/// `Aker (Nor`: a name ends before a bracket that it does not close.
fn close_bracket(segments: &Segments<'_>, mention: &mut Mention) {
    let range = mention.tokens.range();
    let opening = range.clone().skip(1).find(|&token| segments.lower(token) == "(");
    if let Some(opening) = opening.filter(|_| !range.clone().any(|token| segments.lower(token) == ")")) {
        set_tokens(segments, mention, Run::new(range.start, opening));
    }
}

/// `DPRK`, `N. Korea`: a country is a place.
fn name_country(segments: &Segments<'_>, facts: &[Facts], mention: &mut Mention) {
    let range = mention.tokens.range();
    let is_country = match mention.tokens.len() {
        1 => mention.label != Label::Person && facts[range.start].classes.has(Classes::COUNTRY),
        _ => lists::phrase(segments.lower_run(mention.tokens)) == Some(Classes::COUNTRY.number()),
    };
    if is_country {
        *mention =
            Mention { label: Label::Place, confidence: mention.confidence.max(Confidence::new(90)), rule: "name.country", ..*mention };
    }
}

fn set_tokens(segments: &Segments<'_>, mention: &mut Mention, tokens: Run) {
    mention.tokens = tokens;
    mention.span = segments.span(tokens);
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
