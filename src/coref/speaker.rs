//! A speaker, and how sure: what each rule says, with the share of its findings that was right on development news.

use super::Speaker;
use super::recency::Antecedent;
use crate::annotation::{Entity, EntityType};
use crate::confidence::Confidence;

/// How often each rule names the right speaker, in per cent: fitted on Wikinews of 2019–2020, as DESIGN.md says; 75 for rules too rare there.
pub(super) fn percent(rule: &str) -> u8 {
    match rule {
        "speaker.named" | "speaker.label" => 98,
        "speaker.last-speaker" => 90,
        "speaker.last-subject" | "speaker.topic" | "speaker.group" | "speaker.first-person" => 89,
        "speaker.described" => 85,
        "speaker.ahead" => 82,
        "speaker.unnamed" | "speaker.continues" => 79,
        "speaker.document" => 76,
        "speaker.carried-on" | "speaker.latest-body" | "speaker.gender" | "speaker.nationality" => 74,
        "speaker.relative" | "speaker.nobody" => 65,
        "speaker.subject" => 64,
        _ => 75,
    }
}

pub(super) fn confidence(rule: &str) -> Confidence {
    Confidence::new(percent(rule))
}

/// Somebody, by a rule.
pub(super) fn by(rule: &'static str, entity: usize) -> Speaker {
    let confidence = confidence(rule);
    Speaker { entity: Some(entity), candidates: vec![(entity, confidence)], confidence, rule, note: None }
}

/// Whom a pronoun stands for, and who else it could.
pub(super) fn of_pronoun(rule: &'static str, found: &Antecedent, note: String) -> Speaker {
    let mut speaker = by(rule, found.entity);
    let left = 100 - percent(rule);
    speaker.candidates.extend(found.others.iter().zip([left / 2, left / 4]).map(|(&other, percent)| (other, Confidence::new(percent))));
    speaker.note = Some(note);
    speaker
}

/// Nobody, and why.
pub(super) fn nobody(why: &str) -> Speaker {
    Speaker {
        entity: None,
        candidates: Vec::new(),
        confidence: confidence("speaker.nobody"),
        rule: "speaker.nobody",
        note: Some(why.into()),
    }
}

/// Whether a label in lower case stands for an entity: its last name, or letters of it that begin with its first.
pub(super) fn is_label_of(label: &str, entity: &Entity) -> bool {
    // "Q:" asks and "A:" answers, whoever that is.
    if matches!(entity.kind, EntityType::Place | EntityType::Unnamed) || matches!(label, "q" | "a") {
        return false;
    }
    let name = entity.name.to_lowercase();
    let last = name.rsplit(' ').next().unwrap_or("");
    let surname = label == last || last.len() > 3 && label.strip_suffix(last).is_some_and(|rest| rest.ends_with(' '));
    let initials = name.split(' ').filter_map(|word| word.chars().next()).eq(label.chars());
    surname || initials || is_spelt_from(label, &name)
}

/// `WN` from "Wikinews": two to four letters of one word, in order, the first one first.
fn is_spelt_from(label: &str, name: &str) -> bool {
    let mut letters = name.chars();
    let same_start = label.chars().next().is_some_and(|first| name.starts_with(first));
    same_start && !name.contains(' ') && (2..=4).contains(&label.len()) && label.chars().all(|letter| letters.any(|other| other == letter))
}
