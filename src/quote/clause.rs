//! The reported clause: where it begins after the cue, and where it ends.

use super::cue::{self, CueVerb, Use};
use super::phrase;
use super::reading::Reading;
use super::report;
use super::word::{self, Class};
use crate::annotation::Polarity;
use crate::ner::Label;
use crate::ner::lists::{self, Classes};
use crate::segment::Kind;
use crate::span::Run;

/// A clause is looked through for this many tokens.
const REACH: usize = 150;

/// What shows that something is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// `said that …`
    That,
    /// `said “…`
    Quote,
    /// `said: …`
    Colon,
    /// `asked whether …`
    Question,
    /// `said the talks were …`: a subject and a verb.
    Clause,
    /// `vowed to …`, `urged them to …`
    Infinitive,
    /// `called the plan “…”`, `described it as …`, `cited the cost`
    Object,
    /// `which the pilot called “a joke”`
    Name,
    /// Nothing but the verb.
    Bare,
}

/// A reported clause begins at `start`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Complement {
    pub start: usize,
    pub evidence: Evidence,
}

/// What follows the cue: somebody spoken to, time and place, then the reported clause.
///
/// `told | reporters | in Rome on Monday | that |he would stay`
pub(super) fn complement(reading: &Reading<'_, '_>, cue: &CueVerb, limit: usize) -> Option<Complement> {
    let token = cue.tokens.end as usize;
    let limit = limit.min(token + REACH);
    if cue.verb.takes('o') {
        return object(reading, cue, token, limit)
            .or_else(|| if cue.verb.takes('t') { reported(reading, cue, limit, false) } else { None });
    }
    let addressed = cue.verb.takes('a') && cue.usage != Use::Passive;
    reported(reading, cue, limit, addressed)
        .or_else(|| if addressed && cue.verb.takes('t') { reported(reading, cue, limit, false) } else { None })
        .or_else(|| if ['n', 'm', 't'].into_iter().any(|usage| cue.verb.takes(usage)) { object(reading, cue, token, limit) } else { None })
}

/// `addressed`: somebody spoken to comes first.
fn reported(reading: &Reading<'_, '_>, cue: &CueVerb, limit: usize, addressed: bool) -> Option<Complement> {
    let mut token = cue.tokens.end as usize;
    let mut addressed = !addressed;
    if let Some(start) = hearsay(reading, token, limit).filter(|_| cue.polarity() == Polarity::Denies) {
        return Some(Complement { start, evidence: Evidence::That });
    }
    if let Some(start) = colon_ahead(reading, token, limit) {
        return Some(Complement { start, evidence: Evidence::Colon });
    }
    while token < limit {
        let found = |start, evidence| Some(Complement { start, evidence });
        if let Some(that) = that_ahead(reading, token, limit) {
            return found(that + 1, Evidence::That);
        }
        match reading.classes[token] {
            Class::That if is_conjunction(reading, token) => return found(skip_comma(reading, token + 1, limit), Evidence::That),
            Class::Colon => return (token + 1 < limit).then_some(Complement { start: token + 1, evidence: Evidence::Colon }),
            Class::Quote if reading.opening(token).is_some_and(|pair| is_work(reading, cue, pair)) => return None,
            Class::Quote if reading.opening(token).is_some() => return found(token, Evidence::Quote),
            Class::Comma if token + 1 < limit && reading.opening(token + 1).is_some() => return found(token + 1, Evidence::Quote),
            Class::Question if cue.verb.takes('w') || cue.verb.takes('t') || cue.verb.takes('s') => {
                return found(token, Evidence::Question);
            }
            Class::Gerund if is_citing(reading, token) => return None,
            Class::Gerund | Class::Auxiliary if cue.verb.takes('g') && reading.lower(token).ends_with("ing") => {
                return found(token, Evidence::Infinitive);
            }
            // "appealed to fishermen to stay"
            Class::To if cue.verb.lemma == "appeal" && after_audience(reading, token, limit).is_some() => {
                return found(after_audience(reading, token, limit)?, Evidence::Infinitive);
            }
            Class::To if cue.polarity() == Polarity::Denies && is_silence(reading, token) => return None,
            // "asked not to be named"
            Class::Negation
                if reading.class(token + 1) == Some(Class::To)
                    && reading.lower(token + 2) == "be"
                    && matches!(reading.lower(token + 3), "identified" | "named" | "quoted") =>
            {
                return None;
            }
            Class::To if cue.verb.takes('i') && is_infinitive(reading, token) => return found(token, Evidence::Infinitive),
            Class::Negation if cue.verb.takes('i') && reading.class(token + 1) == Some(Class::To) && is_infinitive(reading, token + 1) => {
                return found(token, Evidence::Infinitive);
            }
            // “told Reuters about the storm, the cold and how it ended”: a subject, and no clause.
            Class::Preposition
                if cue.verb.takes('a')
                    && reading.lower(token) == "about"
                    && !phrase::counts(reading, token)
                    && !has_marks(reading, token, limit) =>
            {
                let that = (token..limit.min(token + REACH)).find(|&that| joins_that(reading, that))?;
                return found(that + 1, Evidence::That);
            }
            Class::To | Class::Preposition => match occasion(reading, token, limit) {
                Some(end) => token = end,
                None => return clause(reading, cue, token, limit),
            },
            Class::Comma
                if (token == cue.tokens.end as usize || is_citing(reading, token + 1)) && aside(reading, token, limit).is_some() =>
            {
                token = aside(reading, token, limit)?;
            }
            Class::Comma if addressed && apposed_end(reading, token, limit).is_some() => token = apposed_end(reading, token, limit)?,
            Class::Comma if is_if(reading, token + 1) => return clause(reading, cue, token + 1, limit),
            // "agreed on a plan for trade, the mayor said"
            Class::Comma if report::tells_who(reading, token + 1, limit) => return None,
            Class::Comma
                if matches!(reading.class(token + 1), Some(Class::Subject | Class::Determiner | Class::Possessive | Class::Name))
                    && token > cue.tokens.end as usize =>
            {
                return clause(reading, cue, token + 1, limit);
            }
            _ if time_end(reading, token) > token => token = time_end(reading, token),
            Class::Adverb if reading.class(token + 1) != Some(Class::Open) || cue.tokens.end as usize == token => token += 1,
            Class::Object if !addressed || reading.class(token + 1) == Some(Class::That) => (addressed, token) = (true, token + 1),
            _ if !addressed => {
                addressed = true;
                token = match phrase::full(reading, token, limit) {
                    end if end == token => return None,
                    end => before_name(reading, token, end),
                };
            }
            _ => return clause(reading, cue, token, limit),
        }
    }
    None
}

/// `told |Reuters| Ada Quill was ill`, `told |reporters| Aker would pay`, `told |the court| Quill was ill`: where the name begins that is
/// spoken of, not to.
fn before_name(reading: &Reading<'_, '_>, start: usize, end: usize) -> usize {
    let begins = |next: usize, only: Option<Label>| {
        next < end
            && reading.name(next).is_some_and(|name| name.tokens.start as usize == next && only.is_none_or(|label| name.label == label))
    };
    if let Some(body) = reading.name(start).filter(|name| name.label == Label::Organisation).map(|name| name.tokens.end as usize) {
        return if begins(body, Some(Label::Person)) { body } else { end };
    }
    let noun = start + usize::from(matches!(reading.class(start), Some(Class::Determiner | Class::Possessive)));
    let people = (noun..end)
        .find(|&token| reading.classes[token] != Class::Open)
        .filter(|&next| next > noun && (is_plural(reading.lower(next - 1)) || AUDIENCES.contains(&reading.lower(next - 1))));
    people.filter(|&next| begins(next, None)).unwrap_or(end)
}

/// `reporters`, not `boss`
fn is_plural(noun: &str) -> bool {
    noun.ends_with('s') && !noun.ends_with("ss")
}

/// Who is spoken to, and has no name behind it.
const AUDIENCES: [&str; 12] =
    ["bench", "committee", "conference", "court", "crowd", "hearing", "inquest", "inquiry", "jury", "meeting", "rally", "tribunal"];

/// `denied |reports that| he would leave`, `rejected |the claim by the board that| it was late`: where the clause begins.
fn hearsay(reading: &Reading<'_, '_>, start: usize, limit: usize) -> Option<usize> {
    let noun = (start..limit.min(start + 4)).find(|&token| HEARSAY.contains(&reading.lower(token)))?;
    let led =
        (start..noun).all(|token| matches!(reading.classes[token], Class::Determiner | Class::Possessive | Class::Open | Class::Object));
    let by = matches!(reading.lower(noun + 1), "by" | "from" | "in");
    let that = if by { phrase::full(reading, noun + 2, limit) } else { noun + 1 };
    (led && that < limit && reading.classes[that] == Class::That && is_conjunction(reading, that)).then_some(that + 1)
}

/// What others have said.
const HEARSAY: [&str; 17] = [
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "assertion",
    "assertions",
    "charge",
    "charges",
    "claim",
    "claims",
    "reports",
    "rumors",
    "rumours",
    "speculation",
    "suggestion",
    "suggestions",
    "warnings",
];

/// `told the Good Morning programme: |“…”|`: the marks that a colon leads to, with no other clause before it.
fn colon_ahead(reading: &Reading<'_, '_>, start: usize, limit: usize) -> Option<usize> {
    let colon = (start..limit.min(start + 20))
        .take_while(|&token| {
            !reading.classes[token].is_tensed()
                && !matches!(reading.classes[token], Class::That | Class::Quote | Class::Mark | Class::Relative | Class::Question)
        })
        .find(|&token| reading.classes[token] == Class::Colon)?;
    (colon + 1 < limit && reading.opening(colon + 1).is_some()).then_some(colon + 1)
}

/// `said |released Wednesday| that`, `said |afterwards| that`: words of time and manner, and no noun that the clause could belong to.
fn that_ahead(reading: &Reading<'_, '_>, start: usize, limit: usize) -> Option<usize> {
    let after_units = |token: usize| {
        matches!(reading.lower(token), "minutes" | "hours" | "days" | "weeks" | "months")
            && matches!(reading.lower(token + 1), "later" | "earlier" | "ago" | "before")
    };
    let manner = |token: usize| match reading.classes[token] {
        _ if after_units(token) || token > start && after_units(token - 1) => true,
        Class::Time | Class::Adverb => true,
        Class::Past => token == start,
        Class::Open => ["wards", "ly"].iter().any(|end| reading.lower(token).ends_with(end)),
        _ => false,
    };
    let that = (start..limit.min(start + 5)).find(|&token| !manner(token))?;
    (that > start && reading.classes[that] == Class::That && is_conjunction(reading, that)).then_some(that)
}

/// `wrote “The Long Pier”`: where no noun or verb is in small letters and no mark ends it, it is the title of a work.
fn is_work(reading: &Reading<'_, '_>, cue: &CueVerb, pair: usize) -> bool {
    let content = reading.quoted[pair].content;
    let words = || content.range().map(|token| &reading.segments.tokens[token]).filter(|token| token.kind == Kind::Word);
    let lower = |place: usize| reading.segments.is_small(place);
    matches!(cue.verb.lemma, "write" | "read" | "sing" | "quote")
        && words().count() >= 2
        && reading.class(content.end as usize - 1) != Some(Class::Mark)
        && content.range().all(|place| {
            !lower(place) || !matches!(reading.classes[place], Class::Open | Class::Finite | Class::Past | Class::Auxiliary | Class::Modal)
        })
}

/// `called |the plan “a joke”|`, `described |him as a liar|`, `cited |the cost|`
fn object(reading: &Reading<'_, '_>, cue: &CueVerb, start: usize, limit: usize) -> Option<Complement> {
    let bare = start + usize::from(reading.lower(start) == "as");
    if bare < limit && cue.verb.takes('o') && reading.opening(bare).is_some() {
        return Some(Complement { start: bare, evidence: Evidence::Name });
    }
    if is_no_object(reading, cue, start) {
        return None;
    }
    let mut end = phrase::full(reading, start, limit);
    // "described reports about a rift as “fantasies”"
    while end > start
        && cue.verb.takes('o')
        && reading.class(end) == Some(Class::Preposition)
        && reading.lower(end) != "as"
        && end < limit.min(start + 16)
    {
        end = phrase::full(reading, end + 1, limit).max(end + 1);
    }
    let next = reading.class(end).filter(|_| end > start && end < limit);
    let called = match next {
        _ if cue.verb.takes('n') => end > start,
        _ if cue.verb.takes('m') || cue.verb.takes('t') && !cue.verb.takes('o') => has_marks(reading, start, limit),
        Some(Class::Quote) => reading.opening(end).is_some(),
        Some(Class::Preposition) => reading.lower(end) == "as",
        Some(Class::Determiner) => cue.verb.lemma == "call" || reading.opening(end + 1).is_some(),
        _ => false,
    };
    called.then_some(Complement { start, evidence: Evidence::Object })
}

/// `vowed |yesterday|, hours after`, `a strike called for |Feb. 27|`, `Such a loss, Quill says, |was “a joke”|`, `called |it a day|`
fn is_no_object(reading: &Reading<'_, '_>, cue: &CueVerb, start: usize) -> bool {
    let is_day = lists::word(reading.lower(start)).classes.has(Classes::CALENDAR)
        || reading.segments.is_capital(start) && reading.class(start + 1) == Some(Class::Number);
    let called_for = cue.verb.lemma == "call for" && (is_day || reading.class(start) == Some(Class::Time));
    let ends = matches!(reading.class(start + 1), Some(Class::Comma | Class::Mark) | None);
    let when = called_for || reading.class(start) == Some(Class::Time) && ends;
    let predicate = match reading.class(start) {
        Some(Class::Comma) => reading.class(start + 1).is_some_and(Class::is_tensed),
        class => matches!(class, Some(Class::Auxiliary | Class::Modal)),
    };
    let idiom = cue.verb.lemma == "call" && reading.lower(start) == "it" && matches!(reading.lower(start + 2), "day" | "night");
    when || predicate || idiom
}

/// Whether words within marks come before anything else that is said. No clause is read for it: a clause within a clause within a clause, each
/// asking the next, would never end.
fn has_marks(reading: &Reading<'_, '_>, start: usize, limit: usize) -> bool {
    let is_verb = |token: usize| token < limit && cue::verb(reading, token, token).is_some();
    let says = |token: usize| is_verb(token) || is_verb(phrase::full(reading, token, limit));
    (start..limit.min(start + REACH))
        .take_while(|&token| reading.classes[token] != Class::Colon && (token == start || !breaks(reading, token - 1) || !says(token)))
        .any(|token| reading.opening(token).is_some())
}

/// `told Reuters about the storm and |that| the ferry was late`
fn joins_that(reading: &Reading<'_, '_>, token: usize) -> bool {
    reading.classes[token] == Class::That && reading.class_before(token) == Some(Class::Coordinator) && is_conjunction(reading, token)
}

/// `that` before a clause, not "that man", "that is" or "that on Monday and".
fn is_conjunction(reading: &Reading<'_, '_>, token: usize) -> bool {
    let when = reading.class(token + 1) == Some(Class::Preposition) && reading.class(token + 2) == Some(Class::Time);
    let ends = matches!(reading.class(token + 3), Some(Class::Coordinator | Class::Mark) | None);
    let stands_alone = when && ends && reading.class(token + 4) != Some(Class::Time);
    // "disputed that figure"
    let ends_there = match reading.class(token + 2) {
        Some(Class::Comma) => reading.lower(token + 3).ends_with("ing"),
        class => matches!(class, Some(Class::Mark) | None),
    };
    let points = reading.class(token + 1) == Some(Class::Open) && ends_there;
    !stands_alone && !points && !matches!(reading.class(token + 1), Some(Class::Auxiliary | Class::Modal | Class::Mark) | None)
}

fn skip_comma(reading: &Reading<'_, '_>, token: usize, limit: usize) -> usize {
    if token < limit && reading.classes[token] == Class::Comma { token + 1 } else { token }
}

/// `to fishermen |to stay|`, `to voters |not to stay|`
fn after_audience(reading: &Reading<'_, '_>, to: usize, limit: usize) -> Option<usize> {
    let end = phrase::full(reading, to + 1, limit);
    let negated = usize::from(reading.class(end) == Some(Class::Negation));
    is_infinitive(reading, end + negated).then_some(end)
}

fn is_infinitive(reading: &Reading<'_, '_>, to: usize) -> bool {
    reading.class(to) == Some(Class::To)
        && matches!(
            reading.class(to + 1),
            Some(Class::Open | Class::Finite | Class::Auxiliary | Class::Adverb | Class::Venue | Class::Quote)
        )
}

/// The end of "to reporters", "on Monday", "in a statement", "of the plan" behind the cue, if words of the clause are after it.
fn occasion(reading: &Reading<'_, '_>, preposition: usize, limit: usize) -> Option<usize> {
    if reading.class(preposition + 1) == Some(Class::Time) && reading.class(preposition + 2) != Some(Class::Genitive) {
        let is_month = lists::word(reading.lower(preposition + 1)).classes.has(Classes::CALENDAR);
        return Some(preposition + 2 + usize::from(is_month && reading.class(preposition + 2) == Some(Class::Number)));
    }
    if is_subordinate(reading, preposition) {
        return None;
    }
    let end = title_end(reading, phrase::full(reading, preposition + 1, limit));
    let nothing_after = end >= limit
        || matches!(
            reading.classes[end],
            Class::Mark | Class::Comma | Class::Colon | Class::Quote | Class::That | Class::Preposition | Class::Time
        );
    let skipped =
        end > preposition + 1 && (nothing_after || phrase::is_occasion(reading, preposition, end) || reading.lower(preposition) == "to");
    skipped.then_some(end)
}

/// `NBC’s “Breakfast Table”`: past the title in marks that a genitive leads to.
fn title_end(reading: &Reading<'_, '_>, end: usize) -> usize {
    match reading.opening(end) {
        Some(pair) if end > 0 && reading.classes[end - 1] == Class::Genitive => reading.quoted[pair].tokens.end as usize,
        _ => end,
    }
}

/// `Monday`, `last week`, `this month`, `earlier Tuesday`: past the words of time that begin here.
fn time_end(reading: &Reading<'_, '_>, token: usize) -> usize {
    let led = matches!(reading.lower(token), "last" | "this" | "next" | "early" | "late" | "that" | "each" | "every");
    let end = token + usize::from(led && reading.class(token + 1) == Some(Class::Time));
    match reading.class(end) {
        Some(Class::Time) if reading.class(end + 1) != Some(Class::Genitive) => end + 1,
        _ => token,
    }
}

/// `declined |to comment|`: nothing is said.
fn is_silence(reading: &Reading<'_, '_>, to: usize) -> bool {
    reading.lower(to + 1) == "be" && reading.lower(to + 2) == "drawn"
        || matches!(reading.lower(to + 1), "answer" | "comment" | "discuss" | "elaborate" | "respond" | "say" | "speak" | "talk")
}

/// `reported, |citing| officials, that`
pub(super) fn is_citing(reading: &Reading<'_, '_>, token: usize) -> bool {
    matches!(reading.lower(token), "citing" | "quoting")
}

/// `said, |in part,|`, `reported, |citing officials,|`: past the comma that closes the words put in after the cue.
fn aside(reading: &Reading<'_, '_>, comma: usize, limit: usize) -> Option<usize> {
    let led = matches!(reading.class(comma + 1), Some(Class::Preposition | Class::Adverb)) || is_citing(reading, comma + 1);
    let as_others = reading.lower(comma + 1) == "as";
    let close = (comma + 1..limit.min(comma + 14))
        .find(|&token| matches!(reading.classes[token], Class::Comma | Class::Quote) || !as_others && reading.classes[token].is_tensed())?;
    (led && reading.classes[close] == Class::Comma && close + 1 < limit).then_some(if reading.opening(close + 1).is_some() {
        close
    } else {
        close + 1
    })
}

/// `told the head of the board|, Ada Quill,| that`: past the comma that closes who was spoken to.
fn apposed_end(reading: &Reading<'_, '_>, comma: usize, limit: usize) -> Option<usize> {
    let close = (comma + 1..limit.min(comma + 10))
        .take_while(|&token| !reading.classes[token].is_tensed() && reading.opening(token).is_none())
        .find(|&token| reading.classes[token] == Class::Comma)?;
    (close > comma + 1 && reading.class(close + 1) == Some(Class::That)).then_some(close + 1)
}

/// `, if asked, she would`
fn is_if(reading: &Reading<'_, '_>, token: usize) -> bool {
    matches!(reading.lower(token), "if" | "should" | "unless")
}

/// `as he left`, `after the vote`: a preposition that leads a clause with its own subject.
fn is_subordinate(reading: &Reading<'_, '_>, preposition: usize) -> bool {
    matches!(reading.lower(preposition), "as" | "after" | "before" | "until" | "since" | "than" | "like")
        && reading.class(preposition + 1) == Some(Class::Subject)
}

/// A clause without "that", as far as the verb allows one.
fn clause(reading: &Reading<'_, '_>, cue: &CueVerb, start: usize, limit: usize) -> Option<Complement> {
    let found = |evidence| Some(Complement { start, evidence });
    let leads_off =
        matches!(reading.classes[start], Class::Mark | Class::Comma | Class::Coordinator | Class::Relative | Class::Subordinator);
    // "say a word", "denied the allegations in a statement issued on Monday": nothing is told of what is said.
    let noun = start + usize::from(reading.class(start) == Some(Class::Determiner));
    let is_word = noun > start && matches!(reading.lower(noun), "word" | "prayer" | "thing" | "lot") && !has_clause(reading, start, limit);
    let is_hearsay = cue.polarity() == Polarity::Denies && HEARSAY.contains(&reading.lower(noun));
    let ends = reading.class(noun + 1) == Some(Class::Preposition) || !has_clause(reading, noun + 1, limit);
    let is_passed_on = cue.verb.lemma == "report" && reading.lower(start + 1) == "as";
    if is_word || is_hearsay && ends || is_passed_on {
        return None;
    }
    // "reported revenue of $2 billion": a figure is published, nobody is quoted.
    let is_figure = cue.verb.lemma == "report" && reading.classes[start] == Class::Open && reading.lower(start + 1) == "of";
    if leads_off || is_figure || is_subordinate(reading, start) {
        return None;
    }
    let says = cue.verb.takes('s') || cue.verb.takes('t');
    let led = if reading.classes[start] == Class::Preposition { phrase::full(reading, start + 1, limit) } else { start };
    if says && (has_clause(reading, start, limit) || led > start && has_clause(reading, led, limit)) {
        return found(Evidence::Clause);
    }
    let greets = matches!(
        reading.lower(start),
        "goodbye"
            | "farewell"
            | "hello"
            | "yes"
            | "no"
            | "nothing"
            | "little"
            | "so"
            | "thanks"
            | "sorry"
            | "much"
            | "something"
            | "anything"
            | "everything"
            | "it"
            | "more"
            | "as"
    );
    (cue.verb.takes('s') && limit - start > 2 && !greets).then_some(Complement { start, evidence: Evidence::Bare })
}

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
fn breaks(reading: &Reading<'_, '_>, token: usize) -> bool {
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
        let reports = complement(reading, &cue, limit).is_some_and(|found| found.evidence != Evidence::Bare || cue.verb.takes('s'));
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
