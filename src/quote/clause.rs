//! Clauses: whether one begins here, and where the reported one ends.

use super::complement::{self, Evidence, REACH, is_conjunction, is_if, is_infinitive};
use super::cue::{self, Use};
use super::phrase;
use super::reading::Reading;
use super::word::{self, Class};
use crate::span::Run;

/// Whether a subject and a verb of its own begin here: "the talks were", "it might".
pub(super) fn has_clause(reading: &Reading<'_, '_>, start: usize, limit: usize) -> bool {
    let pronoun = reading.class(start) == Some(Class::Subject) && start + 2 < limit;
    if pronoun && matches!(reading.class(start + 1), Some(Class::Open | Class::Past | Class::Adverb)) {
        return true;
    }
    let mut token = start;
    let mut verbs = 1;
    while token < limit.min(start + 30) {
        let is_verb = token > start && is_verb(reading, token);
        match reading.classes[token] {
            _ if is_verb && verbs == 1 => return true,
            _ if is_verb => verbs -= 1,
            Class::Relative if token > start => verbs += 1,
            Class::That if reading.class(token + 1) == Some(Class::Time) => {}
            // "wished him well but said": the verb is of another clause.
            Class::Coordinator if token > start && cue::verb(reading, token + 1, token).is_some_and(|cue| !cue.nounlike) => return false,
            Class::Quote if token > start && reading.opening(token).is_some() && is_predicate(reading, token + 1) => return true,
            Class::Mark if token > start && phrase::is_dash(reading, token) => match dashed(reading, token, limit) {
                Some(close) => token = close,
                None => return false,
            },
            Class::That | Class::Relative | Class::Colon | Class::Mark => return false,
            Class::Question if !is_if(reading, token) || token > start => return false,
            Class::To if is_infinitive(reading, token) => return false,
            Class::Subject if token > start && matches!(reading.classes[token - 1], Class::Open | Class::Name) => return false,
            Class::Comma => match insertion(reading, token, limit) {
                // "Tom Holm, 61, received"
                Some(end) if end == token + 2 && reading.classes[token + 1] == Class::Number && reading.lower(end + 2) != "by" => {
                    return verbs == 1;
                }
                Some(end) => token = end,
                None => return false,
            },
            _ => {}
        }
        token += 1;
    }
    false
}

/// `the rain — heavy for May — was`: the dash that closes what is put in.
fn dashed(reading: &Reading<'_, '_>, open: usize, limit: usize) -> Option<usize> {
    (open + 1..limit.min(open + 14)).find(|&token| phrase::is_dash(reading, token))
}

/// `the union “|stands| with them”`: words within marks that begin with the verb of a subject before them.
fn is_predicate(reading: &Reading<'_, '_>, token: usize) -> bool {
    reading.class(token).is_some_and(Class::is_tensed)
}

/// A verb with tense.
fn is_verb(reading: &Reading<'_, '_>, token: usize) -> bool {
    match reading.classes[token] {
        Class::Past => is_past_tense(reading, token),
        class => class.is_tensed(),
    }
}

/// `, a lawyer,` inside a clause: the comma that closes it.
fn insertion(reading: &Reading<'_, '_>, comma: usize, limit: usize) -> Option<usize> {
    let close = (comma + 1..limit.min(comma + 14)).find(|&token| reading.classes[token] == Class::Comma)?;
    matches!(reading.class(close + 1), Some(Class::Auxiliary | Class::Modal | Class::Finite | Class::Past)).then_some(close)
}

/// `opened` after a noun and before no preposition: "the bank opened", not "documents released by".
fn is_past_tense(reading: &Reading<'_, '_>, token: usize) -> bool {
    matches!(
        reading.classes[token - 1],
        Class::Open
            | Class::Name
            | Class::Subject
            | Class::Adverb
            | Class::Time
            | Class::Number
            | Class::Venue
            | Class::Past
            | Class::Quote
    ) && !matches!(reading.lower(token + 1), "by")
        && !word::is_participle(reading.lower(token))
        && !is_published(reading, token)
}

/// `in a statement |issued| in Rome`
fn is_published(reading: &Reading<'_, '_>, token: usize) -> bool {
    matches!(reading.lower(token), "issued" | "made" | "posted" | "published" | "released" | "sent" | "signed")
        && matches!(reading.lower(token - 1), "letter" | "message" | "note" | "notice" | "report" | "statement" | "video")
        && matches!(reading.class(token + 1), Some(Class::Preposition | Class::Time))
}

/// Where the clause that begins at `start` ends: before the next report, or with the sentence.
pub(super) fn end(reading: &Reading<'_, '_>, start: usize, limit: usize) -> usize {
    let reach = limit.min(start + REACH);
    let mut token = start;
    while token < reach {
        if token > start && reports_anew(reading, token, limit) {
            return strip(reading, start, token);
        }
        if reading.classes[token] == Class::Colon && reading.opening(token + 1).is_some() && token > start + 2 {
            return token;
        }
        if let Some(pair) = reading.opening(token) {
            let end = reading.quoted[pair].tokens.end as usize;
            if end < limit && (closes_clause(reading, end) || token == start && turns_away(reading, end, limit)) {
                return end;
            }
        }
        token = reading.after(token);
    }
    strip(reading, start, limit)
}

/// After `… “a joke,”`: the comma before the closing mark ends the clause, unless it goes on with "and that".
fn closes_clause(reading: &Reading<'_, '_>, end: usize) -> bool {
    let that = reading.classes[end] == Class::Coordinator && reading.class(end + 1) == Some(Class::That);
    let opens_again = (end..end + 4)
        .take_while(|&token| reading.class(token).is_some_and(|class| class != Class::Mark))
        .any(|token| reading.opening(token).is_some());
    has_comma_inside(reading, end) && !that && !opens_again
}

/// Whether a comma stands before the closing marks that end at `end`: `“a joke,”`, `“a ‘joke,’”`.
pub(super) fn has_comma_inside(reading: &Reading<'_, '_>, end: usize) -> bool {
    (0..end).rev().take(4).find(|&token| reading.classes[token] != Class::Quote).is_some_and(|last| reading.classes[last] == Class::Comma)
}

/// `“What curfew?” and kept going`: after words within marks alone, the sentence goes on with what else was done.
fn turns_away(reading: &Reading<'_, '_>, end: usize, limit: usize) -> bool {
    let stopped = end >= 2 && matches!(reading.lower(end - 2), "?" | "!" | "." | "…");
    let comma = usize::from(reading.class(end) == Some(Class::Comma));
    let joined = reading.class(end + comma) == Some(Class::Coordinator);
    let verb = comma == 0 && joined && matches!(reading.class(end + 1), Some(Class::Past | Class::Finite));
    stopped || verb || comma == 1 && joined && has_clause(reading, end + 2, limit)
}

/// Where an infinitive ends: before "and" with a verb in the past, which goes with the cue.
pub(super) fn infinitive_end(reading: &Reading<'_, '_>, start: usize, end: usize) -> usize {
    let reach = end.min(start + REACH);
    std::iter::successors(Some(start), |&token| Some(reading.after(token)))
        .take_while(|&token| token < reach)
        .find(|&token| reading.lower(token) == "and" && reading.class(token + 1) == Some(Class::Past))
        .unwrap_or(end)
}

/// Without what is behind its last words within marks: "|a “disgrace”| on Monday".
pub(super) fn to_last_marks(reading: &Reading<'_, '_>, start: usize, end: usize) -> usize {
    let last = (start..end).rev().take(REACH).find(|&token| reading.closing(token).is_some()).map_or(end, |close| close + 1);
    let occasion =
        last < end && matches!(reading.classes[last], Class::Time | Class::Preposition | Class::Adverb | Class::Comma | Class::Coordinator);
    if occasion { last } else { end }
}

/// Whether another report begins at a comma, a semicolon or a coordinator: ", adding", "; she said", "but Mr Holm denied".
fn reports_anew(reading: &Reading<'_, '_>, token: usize, limit: usize) -> bool {
    if !breaks(reading, token) || is_put_in(reading, token, limit) {
        return false;
    }
    if reading.lower(token) == ";" && !opens_that(reading, token + 1)
        || reading.classes[token] == Class::Comma && reading.lower(token + 1) == "but" && reading.class(token + 2) != Some(Class::That)
    {
        return true;
    }
    let mut next = token + 1;
    while next < limit
        && (matches!(reading.classes[next], Class::Coordinator | Class::Subordinator | Class::Adverb) || reading.lower(next) == "as")
    {
        next += 1;
    }
    if reading.lower(next) == "according" || goes_on_reporting(reading, token, limit) {
        return true;
    }
    next < limit && (cue_at(reading, next, token, limit) || subject_and_cue(reading, next, limit))
}

/// `would suspend|, but not cancel,| a strike`, `a scheme|, dubbed “Big Dig”,|`: words put in, which report nothing.
fn is_put_in(reading: &Reading<'_, '_>, comma: usize, limit: usize) -> bool {
    let named = matches!(reading.lower(comma + 1), "called" | "dubbed" | "named" | "nicknamed" | "termed");
    let bare = reading.lower(comma + 1) == "but" && reading.lower(comma + 2) == "not";
    let closes = || (comma + 3..limit.min(comma + 7)).any(|token| reading.classes[token] == Class::Comma);
    reading.classes[comma] == Class::Comma && (named && reading.opening(comma + 2).is_some() || bare && closes())
}

/// `; |that| it was late`, `; and |that| it was late`
fn opens_that(reading: &Reading<'_, '_>, next: usize) -> bool {
    let that = next + usize::from(reading.class(next) == Some(Class::Coordinator));
    reading.class(that) == Some(Class::That) && is_conjunction(reading, that)
}

/// `…, and mentioned`: behind a comma and "and" a verb of speech has the subject of the cue, whatever it speaks of.
fn goes_on_reporting(reading: &Reading<'_, '_>, comma: usize, limit: usize) -> bool {
    let verb = comma + 2;
    reading.classes[comma] == Class::Comma
        && reading.lower(comma + 1) == "and"
        && verb < limit
        && matches!(reading.classes[verb], Class::Past | Class::Finite)
        && cue::verb(reading, verb, comma).is_some_and(|cue| {
            cue.usage == Use::Finite && !cue.nounlike && !cue.verb.takes('b') && !matches!(cue.verb.lemma, "allege" | "talk" | "label")
        })
}

/// Where a sentence may turn to something else: at a comma, a dash, "and", "while".
pub(super) fn breaks(reading: &Reading<'_, '_>, token: usize) -> bool {
    let class = matches!(reading.classes[token], Class::Comma | Class::Coordinator | Class::Subordinator);
    (class || matches!(reading.lower(token), ";" | "—" | "–" | "--")) && reading.lower(token) != "or"
}

/// `the mayor said`, `Ada Quill, its head, said`: a phrase, then a verb that reports a clause.
fn subject_and_cue(reading: &Reading<'_, '_>, start: usize, limit: usize) -> bool {
    let plain = phrase::full(reading, start, limit);
    let apposed = phrase::named(reading, start, limit).map_or(plain, |source| source.end as usize);
    let verb = if apposed > plain && reading.class(apposed) == Some(Class::Comma) { apposed + 1 } else { plain };
    verb > start && verb_reports(reading, verb, start, limit)
}

/// Whether a verb that reports comes next, behind adverbs and auxiliaries.
fn verb_reports(reading: &Reading<'_, '_>, mut verb: usize, start: usize, limit: usize) -> bool {
    while verb < limit && matches!(reading.classes[verb], Class::Adverb | Class::Auxiliary | Class::Negation | Class::Time) {
        verb += 1;
    }
    verb < limit && cue_at(reading, verb, start, limit)
}

fn cue_at(reading: &Reading<'_, '_>, token: usize, floor: usize, limit: usize) -> bool {
    cue::verb(reading, token, floor).is_some_and(|cue| {
        let reports =
            complement::complement(reading, &cue, limit).is_some_and(|found| found.evidence != Evidence::Bare || cue.verb.takes('s'));
        let believes = cue.verb.takes('b') && token == floor + 1;
        cue.usage != Use::Infinitive && !cue.nounlike && !believes && (reports || cue.verb.lemma == "say")
    })
}

/// Where a clause ends that depends on another: at the comma before the main clause.
///
/// `While he says |he knows,| she denies it`
pub(super) fn before_main_clause(reading: &Reading<'_, '_>, content: Run) -> usize {
    let (start, end) = (content.start as usize, content.end as usize);
    let mut token = start;
    while token < end.min(start + REACH) {
        let next = token + 1;
        if reading.classes[token] == Class::Comma && next < end && (reading.classes[next].is_tensed() || has_clause(reading, next, end)) {
            return token;
        }
        token = reading.after(token);
    }
    end
}

/// Leaves out the marks at the end.
pub(super) fn strip(reading: &Reading<'_, '_>, start: usize, end: usize) -> usize {
    let mut end = end;
    let is_done = |end: usize| reading.lower(end - 1) == "so" && matches!(reading.lower(end - 2), "do" | "did" | "done" | "doing");
    let is_edge = |end: usize| matches!(reading.classes[end - 1], Class::Comma | Class::Mark | Class::Colon | Class::Coordinator);
    while end > start && is_edge(end) && !(end > start + 1 && is_done(end)) {
        end -= 1;
    }
    end
}
