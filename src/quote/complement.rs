//! What follows a cue: where the reported clause begins, and what shows that something is reported.

use super::clause::{breaks, has_clause};
use super::cue::{self, CueVerb, Use};
use super::phrase;
use super::reading::Reading;
use super::report;
use super::word::Class;
use crate::annotation::Polarity;
use crate::ner::Label;
use crate::ner::lists::{self, Classes};
use crate::segment::Kind;

/// A clause is looked through for this many tokens.
pub(super) const REACH: usize = 150;

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

/// `expects_audience`: somebody spoken to comes first.
fn reported(reading: &Reading<'_, '_>, cue: &CueVerb, limit: usize, expects_audience: bool) -> Option<Complement> {
    let mut token = cue.tokens.end as usize;
    if let Some(start) = hearsay(reading, token, limit).filter(|_| cue.polarity() == Polarity::Denies) {
        return Some(Complement { start, evidence: Evidence::That });
    }
    if let Some(start) = colon_ahead(reading, token, limit) {
        return Some(Complement { start, evidence: Evidence::Colon });
    }
    let mut rest = Rest { reading, cue, limit, expects_audience };
    while token < limit {
        match rest
            .opening(token)
            .or_else(|| rest.infinitive(token))
            .or_else(|| rest.behind_comma(token))
            .unwrap_or_else(|| rest.step(token))
        {
            Step::Past(next) => token = next,
            Step::Found(start, evidence) => return Some(Complement { start, evidence }),
            Step::Clause(start) => return clause(reading, cue, start, limit),
            Step::Nothing => return None,
        }
    }
    None
}

/// What a token behind the cue shows.
enum Step {
    /// The clause begins at a token.
    Found(usize, Evidence),
    /// It begins at a token, if the verb allows one without "that".
    Clause(usize),
    /// It begins at or behind a token: what comes before is an audience, an occasion, a time.
    Past(usize),
    /// Nothing is reported.
    Nothing,
}

/// The rest of the sentence behind a cue.
struct Rest<'a, 'r, 't> {
    reading: &'a Reading<'r, 't>,
    cue: &'a CueVerb,
    limit: usize,
    expects_audience: bool,
}

impl Rest<'_, '_, '_> {
    /// A word or mark that opens a clause: "that", a colon, a quotation mark, "whether".
    fn opening(&self, token: usize) -> Option<Step> {
        let Self { reading, cue, limit, .. } = *self;
        if let Some(that) = that_ahead(reading, token, limit) {
            return Some(Step::Found(that + 1, Evidence::That));
        }
        Some(match reading.classes[token] {
            Class::That if is_conjunction(reading, token) => Step::Found(skip_comma(reading, token + 1, limit), Evidence::That),
            Class::Colon if token + 1 < limit => Step::Found(token + 1, Evidence::Colon),
            Class::Colon => Step::Nothing,
            Class::Quote if reading.opening(token).is_some_and(|pair| is_work(reading, cue, pair)) => Step::Nothing,
            Class::Quote if reading.opening(token).is_some() => Step::Found(token, Evidence::Quote),
            Class::Comma if token + 1 < limit && reading.opening(token + 1).is_some() => Step::Found(token + 1, Evidence::Quote),
            Class::Question if ['w', 't', 's'].into_iter().any(|usage| cue.verb.takes(usage)) => Step::Found(token, Evidence::Question),
            _ => return None,
        })
    }

    /// "to stay", "not to stay", "staying": what is asked for or promised.
    fn infinitive(&self, token: usize) -> Option<Step> {
        let Self { reading, cue, limit, .. } = *self;
        let promises = cue.verb.takes('i');
        // "appealed to fishermen to stay"
        if reading.classes[token] == Class::To
            && cue.verb.lemma == "appeal"
            && let Some(to) = after_audience(reading, token, limit)
        {
            return Some(Step::Found(to, Evidence::Infinitive));
        }
        Some(match reading.classes[token] {
            Class::Gerund if is_citing(reading, token) => Step::Nothing,
            Class::Gerund | Class::Auxiliary if cue.verb.takes('g') && reading.lower(token).ends_with("ing") => {
                Step::Found(token, Evidence::Infinitive)
            }
            Class::To if cue.polarity() == Polarity::Denies && is_silence(reading, token) => Step::Nothing,
            Class::Negation if is_anonymity(reading, token + 1) => Step::Nothing,
            Class::To if promises && is_infinitive(reading, token) => Step::Found(token, Evidence::Infinitive),
            Class::Negation if promises && is_infinitive(reading, token + 1) => Step::Found(token, Evidence::Infinitive),
            _ => return None,
        })
    }

    /// Past an audience, an occasion or a time, to where a clause without "that" may begin.
    fn step(&mut self, token: usize) -> Step {
        let Self { reading, cue, limit, expects_audience } = *self;
        let is_next = token == cue.tokens.end as usize;
        match reading.classes[token] {
            // “told Reuters about the storm, the cold and how it ended”: a subject, and no clause.
            Class::Preposition if cue.verb.takes('a') && is_topic(reading, token, limit) => (token..limit.min(token + REACH))
                .find(|&that| joins_that(reading, that))
                .map_or(Step::Nothing, |that| Step::Found(that + 1, Evidence::That)),
            Class::To | Class::Preposition => occasion(reading, token, limit).map_or(Step::Clause(token), Step::Past),
            _ if time_end(reading, token) > token => Step::Past(time_end(reading, token)),
            Class::Adverb if is_next || reading.class(token + 1) != Some(Class::Open) => Step::Past(token + 1),
            Class::Object if expects_audience || reading.class(token + 1) == Some(Class::That) => {
                self.expects_audience = false;
                Step::Past(token + 1)
            }
            _ if expects_audience => {
                self.expects_audience = false;
                match phrase::full(reading, token, limit) {
                    end if end == token => Step::Nothing,
                    end => Step::Past(before_name(reading, token, end)),
                }
            }
            _ => Step::Clause(token),
        }
    }

    /// Behind a comma: words put in, "if asked", a subject.
    fn behind_comma(&self, token: usize) -> Option<Step> {
        let Self { reading, cue, limit, expects_audience } = *self;
        if reading.classes[token] != Class::Comma {
            return None;
        }
        let is_next = token == cue.tokens.end as usize;
        if (is_next || is_citing(reading, token + 1))
            && let Some(end) = aside(reading, token, limit)
        {
            return Some(Step::Past(end));
        }
        if !expects_audience && let Some(end) = apposed_end(reading, token, limit) {
            return Some(Step::Past(end));
        }
        let is_subject = matches!(reading.class(token + 1), Some(Class::Subject | Class::Determiner | Class::Possessive | Class::Name));
        if is_if(reading, token + 1) {
            return Some(Step::Clause(token + 1));
        }
        // "agreed on a plan for trade, the mayor said"
        if report::tells_who(reading, token + 1, limit) {
            return Some(Step::Nothing);
        }
        (is_subject && !is_next).then_some(Step::Clause(token + 1))
    }
}

/// `asked not |to be named|`
fn is_anonymity(reading: &Reading<'_, '_>, to: usize) -> bool {
    reading.class(to) == Some(Class::To)
        && reading.lower(to + 1) == "be"
        && matches!(reading.lower(to + 2), "identified" | "named" | "quoted")
}

/// `told Reuters |about the storm|`, not "about 40 people" and not "about “a storm”"
fn is_topic(reading: &Reading<'_, '_>, preposition: usize, limit: usize) -> bool {
    reading.lower(preposition) == "about" && !phrase::counts(reading, preposition) && !has_marks(reading, preposition, limit)
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
pub(super) fn is_conjunction(reading: &Reading<'_, '_>, token: usize) -> bool {
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

pub(super) fn is_infinitive(reading: &Reading<'_, '_>, to: usize) -> bool {
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
pub(super) fn is_if(reading: &Reading<'_, '_>, token: usize) -> bool {
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
