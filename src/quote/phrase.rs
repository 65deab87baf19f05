//! Noun phrases, read with closed-class words alone.
//!
//! ```text
//! the president of Norway  ·  Nora Lind, the town’s archivist  ·  Lind, 52  ·  a friend of the mayor
//! ```

use super::reading::Reading;
use super::word::{self, Class};
use crate::ner::{Label, Mention, titles};
use crate::span::Run;

/// No phrase is longer than this many tokens.
const LONGEST: usize = 45;

/// The end of the plain phrase that begins at `start`: determiner, modifiers, head; `start` itself where there is none.
pub(super) fn core(reading: &Reading<'_, '_>, start: usize, limit: usize) -> usize {
    let limit = limit.min(start + LONGEST);
    let mut token = start;
    while token < limit {
        let before = (token > start).then(|| reading.classes[token - 1]);
        match reading.classes[token] {
            Class::Subject | Class::Object => return if before.is_none() { token + 1 } else { token },
            Class::Determiner | Class::Possessive if !matches!(before, None | Some(Class::Determiner)) => return token,
            Class::Name if starts_another_name(reading, token, start) => return token,
            Class::Time if is_inside(reading, token, before) => token += 1,
            Class::Time => {
                return token - usize::from(token > start && matches!(reading.lower(token - 1), "late" | "early" | "last" | "next"));
            }
            class if class.is_nominal() => token += 1,
            Class::Gerund if before.is_none() && is_noun(reading, token) => token += 1,
            Class::Past | Class::Gerund | Class::Adverb | Class::Finite if modifies(reading, token, before) => token += 1,
            Class::Coordinator if joins(reading, token, before) => token += 1,
            Class::Bracket if reading.lower(token) == "(" => match bracket_end(reading, token, limit) {
                Some(end) => token = end,
                None => return token,
            },
            Class::Quote if within_name(reading, token) => token += 1,
            Class::Quote if before.is_some() => match short_quote_end(reading, token) {
                Some(end) if end < limit && matches!(reading.classes[end], Class::Open | Class::Name) => token = end,
                _ => return token,
            },
            _ => return token,
        }
    }
    token
}

/// `Marcia “Cia” Quill`: a mark inside a name.
fn within_name(reading: &Reading<'_, '_>, token: usize) -> bool {
    reading.name(token).is_some_and(|name| (name.tokens.start as usize) < token && token + 1 < name.tokens.end as usize)
}

/// `the Monday meeting`, `a week`, `Tuesday’s vote`: a word of time that is part of the phrase.
fn is_inside(reading: &Reading<'_, '_>, token: usize, before: Option<Class>) -> bool {
    let next = reading.class(token + 1);
    let noun_follows = next == Some(Class::Open) || matches!(next, Some(Class::Name | Class::Joint)) && reading.segments.glued(token + 1);
    match before {
        _ if next == Some(Class::Genitive) => true,
        Some(Class::Determiner | Class::Possessive) => true,
        Some(Class::Open | Class::Number) => noun_follows,
        _ => false,
    }
}

/// `In London Ada Quill`: a person's name right after the name of something else.
fn starts_another_name(reading: &Reading<'_, '_>, token: usize, start: usize) -> bool {
    let (Some(name), true) = (reading.name(token), token > start) else { return false };
    name.tokens.start as usize == token && reading.name(token - 1).is_some() && name.label == Label::Person
}

/// `elected` in "the elected president", `very` in "a very senior official".
fn modifies(reading: &Reading<'_, '_>, token: usize, before: Option<Class>) -> bool {
    let next = reading.class(token + 1);
    let a_noun_follows = matches!(next, Some(Class::Open | Class::Name | Class::Venue | Class::Past | Class::Gerund | Class::Joint));
    match reading.classes[token] {
        Class::Finite => before == Some(Class::Possessive) || a_noun_follows && before == Some(Class::Determiner),
        Class::Gerund => {
            matches!(before, Some(Class::Determiner | Class::Possessive | Class::Open | Class::Name | Class::Genitive | Class::Joint))
        }
        _ => {
            a_noun_follows
                && matches!(
                    before,
                    None | Some(Class::Determiner | Class::Possessive | Class::Genitive | Class::Joint | Class::Adverb | Class::Number)
                )
        }
    }
}

/// `the head of |planning|`, `director for |marketing| at Holm Inc.`: a verb would have an object.
fn is_noun(reading: &Reading<'_, '_>, gerund: usize) -> bool {
    matches!(reading.lower(gerund.wrapping_sub(1)), "of" | "for")
        && matches!(
            reading.class(gerund + 1),
            None | Some(Class::Comma | Class::Preposition | Class::Coordinator | Class::Mark | Class::Finite | Class::Auxiliary)
        )
}

/// `Smith and Jones`, `Holm & Quill`
fn joins(reading: &Reading<'_, '_>, token: usize, before: Option<Class>) -> bool {
    let word = reading.lower(token);
    word == "&" || word == "and" && before == Some(Class::Name) && reading.class(token + 1) == Some(Class::Name)
}

/// `(D-Calif.)`: one past the closing bracket.
fn bracket_end(reading: &Reading<'_, '_>, open: usize, limit: usize) -> Option<usize> {
    (open + 1..limit.min(open + 12)).find(|&token| reading.lower(token) == ")").map(|close| close + 1)
}

/// Few words within marks that are part of a phrase, as `“modern”` in "the “modern” pier": no comma or full stop in them.
fn is_epithet(reading: &Reading<'_, '_>, pair: usize) -> bool {
    let content = reading.quoted[pair].content;
    content.len() <= 4 && !matches!(reading.classes[content.end as usize - 1], Class::Comma | Class::Mark)
}

/// `“modern”` in "the “modern” pier": one past the closing mark.
fn short_quote_end(reading: &Reading<'_, '_>, open: usize) -> Option<usize> {
    let pair = reading.opening(open)?;
    is_epithet(reading, pair).then_some(reading.quoted[pair].tokens.end as usize)
}

/// The end of the phrase that begins at `start` with what is attached to it: "of Norway", "for the ministry", "by Holm Inc.".
pub(super) fn full(reading: &Reading<'_, '_>, start: usize, limit: usize) -> usize {
    let mut end = core(reading, start, limit);
    while end > start && end < limit && end - start < LONGEST {
        let Some(preposition) = attachment(reading, end, limit) else { break };
        let next = core(reading, preposition + 1, limit);
        if next == preposition + 1 || is_occasion(reading, preposition, next) {
            break;
        }
        end = next;
    }
    let runs_on = end < limit
        && end > start
        && reading.name(end).is_some_and(|name| name.label == Label::Person && name.tokens.start as usize == end);
    if runs_on && reading.name(end - 1).is_some() { core(reading, end, limit) } else { end }
}

/// The preposition that attaches what follows to the phrase that ends at `end`: "|of|", "on Monday |by|", "released |by|".
fn attachment(reading: &Reading<'_, '_>, end: usize, limit: usize) -> Option<usize> {
    if attaches(reading, end) && reading.class(end + 1) != Some(Class::Time) {
        return Some(end);
    }
    let mut token = end;
    while token < limit.min(end + 5)
        && (matches!(reading.classes[token], Class::Past | Class::Time | Class::Number)
            || reading.classes[token] == Class::Finite && reading.lower(token + 1) == "by"
            || matches!(reading.lower(token), "on" | "in" | "at" | "a" | "ago" | "last" | "this" | "fortnight") && token > end)
    {
        token += 1;
    }
    (token < limit && reading.lower(token) == "by").then_some(token)
}

fn attaches(reading: &Reading<'_, '_>, token: usize) -> bool {
    match reading.lower(token) {
        "of" | "for" | "at" | "from" | "in" | "with" | "on" | "close" | "near" | "against" | "below" | "above" => true,
        "to" => matches!(reading.class(token + 1), Some(Class::Determiner | Class::Possessive | Class::Name | Class::Object)),
        _ => false,
    }
}

/// `in a statement`, `on Monday`, `at the press conference`: when and where it was said, not who said it.
pub(super) fn is_occasion(reading: &Reading<'_, '_>, preposition: usize, end: usize) -> bool {
    let word = reading.lower(preposition);
    let last = reading.classes[end - 1];
    let is_time = (preposition + 1..end).all(|token| {
        matches!(reading.classes[token], Class::Time | Class::Number | Class::Determiner | Class::Adverb | Class::Joint)
            || matches!(reading.lower(token), "last" | "early" | "late" | "mid" | "hours" | "minutes" | "days")
    });
    word != "of"
        && (is_time
            || matches!(word, "in" | "on" | "at" | "during" | "via" | "through" | "from" | "after" | "before" | "with" | "to")
                && last == Class::Venue)
}

/// The subject that ends right before `end`, with title and identifying apposition; a relative clause after it is left out.
///
/// `On Tuesday |Nora Lind, the pilot,| said`
pub(super) fn subject(reading: &Reading<'_, '_>, end: usize, floor: usize) -> Option<Run> {
    // "Ada Quill, the pilot, on Thursday said"
    let day = before_day(reading, floor, end);
    let end = if day > floor && reading.classes[day - 1] == Class::Comma { day } else { end };
    if end > floor && (reading.classes[end - 1] == Class::Comma || is_dash(reading, end - 1)) {
        return with_apposition(reading, end - 1, floor);
    }
    let first = leftmost(reading, end, floor);
    if let Some(relative) = relative_before(reading, first, end, floor) {
        return subject_plain(reading, relative, floor);
    }
    let start = trim_left(reading, first, end)?;
    let start = before_state(reading, start, floor).unwrap_or(start);
    let start = of_clause(reading, start, end).or_else(|| since(reading, start, end)).unwrap_or(start);
    (start < end).then(|| Run::new(start, before_day(reading, start, end)))
}

/// `demand ebbed after |the Harbour Board| said`: the subject of a clause that depends on another, where a name is all of it.
fn of_clause(reading: &Reading<'_, '_>, start: usize, end: usize) -> Option<usize> {
    let leads = |token: usize| match reading.classes[token - 1] {
        Class::Past => leads_clause(reading.lower(token)) && reading.lower(token) != "as",
        Class::Quote => leads_clause(reading.lower(token)),
        _ => false,
    };
    let first = (start + 1..end).rev().find(|&token| leads(token))? + 1;
    let name = first + usize::from(reading.class(first) == Some(Class::Determiner));
    reading.name(name).is_some_and(|found| found.tokens.end as usize == end).then_some(first)
}

/// `hours after |the governor| said`: when it was, and then the subject.
fn since(reading: &Reading<'_, '_>, start: usize, end: usize) -> Option<usize> {
    let preposition = (start + 1..end).rev().find(|&token| is_since(reading, token - 1))?;
    (preposition + 1 < end).then_some(preposition + 1)
}

/// `|hours after| the vote`
pub(super) fn is_since(reading: &Reading<'_, '_>, unit: usize) -> bool {
    matches!(reading.lower(unit), "minutes" | "hours" | "days" | "weeks" | "months" | "years" | "day" | "hour" | "week" | "month" | "year")
        && matches!(reading.lower(unit + 1), "after" | "before")
}

/// `|the Aker, |Ohio-based company`: where the phrase begins whose town stands before the comma.
fn before_state(reading: &Reading<'_, '_>, start: usize, floor: usize) -> Option<usize> {
    let based = (start + 1..start + 5).find(|&token| reading.lower(token) == "based")?;
    let comma = start.checked_sub(1).filter(|&comma| comma > floor && reading.classes[comma] == Class::Comma)?;
    let town =
        reading.classes[based - 1] == Class::Joint && reading.classes[start] == Class::Name && reading.classes[comma - 1] == Class::Name;
    town.then(|| trim_left(reading, leftmost(reading, comma, floor), comma)).flatten()
}

/// `|Ada Quill| on Friday said`: where the subject ends when the day of the report stands between it and the cue.
fn before_day(reading: &Reading<'_, '_>, start: usize, end: usize) -> usize {
    let behind = |end: usize, passed: fn(&Reading<'_, '_>, usize) -> bool| {
        (start..end).rev().take_while(|&token| passed(reading, token)).last().unwrap_or(end)
    };
    let day = behind(end, |reading, token| reading.classes[token] == Class::Time);
    let led = behind(day, |reading, token| matches!(reading.lower(token), "early" | "late" | "last" | "earlier" | "this"));
    let on = behind(led, |reading, token| reading.lower(token) == "on");
    // "Ada Quill yesterday said", "Ada Quill last night said"
    let alone = matches!(reading.lower(day), "yesterday" | "today" | "tonight") || led < day;
    let is_when = day < end && (on < led || alone) && on > start && reading.classes[on - 1] != Class::Past;
    if is_when { on } else { end }
}

/// `the two |who| had seen the storm said`: the relative pronoun of a clause that the phrase ends.
fn relative_before(reading: &Reading<'_, '_>, start: usize, end: usize, floor: usize) -> Option<usize> {
    let reduced = start == end
        && start > floor + 2
        && matches!(reading.classes[start - 1], Class::Past | Class::Finite)
        && matches!(reading.classes[start - 2], Class::Subject | Class::Name);
    if reduced && reading.classes[start - 3].is_nominal() {
        return Some(if reading.classes[start - 2] == Class::Subject {
            start - 2
        } else {
            reading.name(start - 2).map_or(start - 2, |name| name.tokens.start as usize)
        });
    }
    if start <= floor
        || !(start == end
            || matches!(
                reading.classes[start - 1],
                Class::Finite | Class::Past | Class::Auxiliary | Class::Modal | Class::Object | Class::Relative
            ))
    {
        return None;
    }
    let reach = floor.max(start.saturating_sub(12));
    let relative = (reach..start)
        .rev()
        .take_while(|&token| !matches!(reading.classes[token], Class::Comma | Class::Mark | Class::Quote | Class::Colon))
        .find(|&token| reading.classes[token] == Class::Relative)?;
    (relative > floor && reading.lower(relative) == "who" && reading.classes[relative - 1].is_nominal()).then_some(relative)
}

/// Walks left as long as the tokens can be part of one phrase.
fn leftmost(reading: &Reading<'_, '_>, end: usize, floor: usize) -> usize {
    if end > floor && reading.classes[end - 1] == Class::Subject {
        return end - 1;
    }
    let (mut start, mut joint) = (end, None);
    while start > floor && end - start < LONGEST {
        if start < end && matches!(reading.lower(start - 1), "and" | "&") {
            joint = Some(start);
        }
        match step_left(reading, start, end, floor) {
            Some(next) => start = next,
            None => break,
        }
    }
    let after_verb = start > floor && reading.classes[start - 1].is_predicate();
    joint.filter(|_| after_verb).unwrap_or(start)
}

/// Where a phrase that ends at `end` begins when it takes in what stands before `start`.
fn step_left(reading: &Reading<'_, '_>, start: usize, end: usize, floor: usize) -> Option<usize> {
    let place = start - 1;
    let inner = start < end;
    // "told the court |her mother| had said"
    let owned = inner && reading.classes[start] == Class::Possessive;
    match reading.classes[place] {
        Class::Open | Class::Venue | Class::Name if owned => None,
        Class::Determiner if !inner && !stands_alone(reading.lower(place)) => None,
        Class::Bracket if reading.lower(place) == ")" => (floor..place).rev().take(12).find(|&token| reading.lower(token) == "("),
        Class::Quote => {
            reading.closing(place).filter(|&pair| inner && is_epithet(reading, pair)).map(|pair| reading.quoted[pair].tokens.start as usize)
        }
        Class::Coordinator => (inner && matches!(reading.lower(place), "and" | "&")).then_some(place),
        Class::Gerund if is_noun(reading, place) => Some(place),
        Class::Preposition | Class::To | Class::Past | Class::Gerund | Class::Adverb => inner.then_some(place),
        Class::Subject if is_indefinite(reading.lower(place)) => inner.then_some(place),
        class => class.is_nominal().then_some(place),
    }
}

/// `|somebody| in the back said`
fn is_indefinite(word: &str) -> bool {
    matches!(word, "somebody" | "someone" | "everybody" | "everyone" | "nobody" | "anyone" | "anybody")
}

/// `the latter`, `both`, `many said`
fn stands_alone(word: &str) -> bool {
    matches!(
        word,
        "this" | "both" | "many" | "most" | "some" | "few" | "all" | "several" | "another" | "one" | "these" | "those" | "others"
    )
}

/// Leaves out what precedes the subject: "But", "On Tuesday", "In a statement", "will close after".
fn trim_left(reading: &Reading<'_, '_>, start: usize, end: usize) -> Option<usize> {
    let mut start = start;
    while start < end {
        start = match reading.classes[start] {
            Class::Adverb | Class::Coordinator | Class::Genitive | Class::Joint => start + 1,
            Class::Time if reading.class(start + 1) != Some(Class::Genitive) => start + 1,
            _ if is_season(reading, start) => start + 2,
            Class::Number if leads_clause(reading.lower(start + 1)) => start + 2,
            Class::Open | Class::Venue if is_infinitive(reading, start) => start + 1,
            Class::Preposition if counts(reading, start) => return Some(start),
            Class::Preposition | Class::To | Class::Past | Class::Gerund => match full(reading, start + 1, end) {
                past if past < end => past.max(start + 1),
                _ if leads_clause(reading.lower(start)) => start + 1,
                _ => return last_start(reading, start + 1, end),
            },
            _ => return Some(start),
        };
    }
    None
}

/// `|last spring| the board`
fn is_season(reading: &Reading<'_, '_>, start: usize) -> bool {
    matches!(reading.lower(start), "last" | "this" | "next")
        && matches!(reading.lower(start + 1), "spring" | "summer" | "autumn" | "fall" | "winter")
}

/// `would not |stop|`, `to |close|`: after these words a verb, whatever else it may be.
fn is_infinitive(reading: &Reading<'_, '_>, token: usize) -> bool {
    let before = (0..token).rev().take(3).find(|&before| reading.classes[before] != Class::Adverb);
    before.is_some_and(|before| matches!(reading.classes[before], Class::Modal | Class::To))
}

/// `about half of voters`, `over 60 people`, `at least 60 people`
pub(super) fn counts(reading: &Reading<'_, '_>, preposition: usize) -> bool {
    let bound = reading.lower(preposition) == "at" && matches!(reading.lower(preposition + 1), "least" | "most");
    let number = preposition + 1 + usize::from(bound);
    let counted = reading.class(number) == Some(Class::Number) || reading.lower(number) == "half" || word::is_number(reading.lower(number));
    counted && (bound || matches!(reading.lower(preposition), "about" | "around" | "over" | "under" | "nearly"))
}

/// `as the captain said`, `after the captain said`: what follows is the subject of a clause.
fn leads_clause(preposition: &str) -> bool {
    matches!(preposition, "as" | "after" | "before" | "since" | "until" | "than")
}

/// Where the last phrase of a run begins: at its last determiner or name.
fn last_start(reading: &Reading<'_, '_>, start: usize, end: usize) -> Option<usize> {
    (start + 1..end).rev().find(|&token| {
        matches!(reading.classes[token], Class::Determiner | Class::Possessive)
            || reading.name(token).is_some_and(|name| name.tokens.start as usize == token)
                && reading.class(token - 1) != Some(Class::Preposition)
    })
}

/// `Nora Lind, the pilot,`: the subject before an apposition or relative clause that ends at the comma `close`.
fn with_apposition(reading: &Reading<'_, '_>, close: usize, floor: usize) -> Option<Run> {
    let mut token = close;
    let mut commas = 0;
    while token > floor && close - token < LONGEST && commas < 3 {
        token -= 1;
        if let Some(pair) = reading.closing(token) {
            token = (reading.quoted[pair].tokens.start as usize).max(floor);
            continue;
        }
        let opens = if reading.classes[close] == Class::Comma { reading.classes[token] == Class::Comma } else { is_dash(reading, token) };
        if !opens {
            continue;
        }
        commas += 1;
        let relative = matches!(reading.classes[token + 1], Class::Relative) || matches!(reading.lower(token + 1), "whose" | "through");
        if relative || is_apposition(reading, token + 1, close) {
            let subject = named_before(reading, subject_plain(reading, token, floor)?, floor);
            let put_in = relative || ASIDES.contains(&reading.segments.lower_run(Run::new(token + 1, close)));
            return Some(if put_in { subject } else { Run::new(subject.start as usize, close) });
        }
    }
    None
}

/// What is put between a subject and its verb without saying who they are.
const ASIDES: [&str; 16] = [
    "as usual",
    "at first",
    "for example",
    "for her part",
    "for his part",
    "for instance",
    "for its part",
    "for now",
    "for one",
    "for their part",
    "however",
    "in contrast",
    "in turn",
    "meanwhile",
    "on the other hand",
    "too",
];

pub(super) fn is_dash(reading: &Reading<'_, '_>, token: usize) -> bool {
    matches!(reading.lower(token), "—" | "–" | "--" | "―")
}

/// `|Nora Lind, |the pilot of the ferry`, `|Nora Lind, of the |Harbour Board`: an apposition with the name before it.
fn named_before(reading: &Reading<'_, '_>, apposition: Run, floor: usize) -> Run {
    let start = apposition.start as usize;
    let opening = before_of(reading, start, floor);
    let is_post = titles::is_role(reading.lower(start)) && matches!(reading.lower(start + 1), "of" | "at" | "for" | "with");
    let apposed = opening < start
        || titles::is_role(reading.lower(start)) && reading.class(start + 1) == Some(Class::Comma)
        || is_post
        || matches!(reading.classes[start], Class::Determiner | Class::Possessive | Class::Number)
        || reading.segments.is_party_tag(start);
    let set_off = opening > floor + 1 && reading.classes[opening - 1] == Class::Comma;
    // "In Leeds, |the pilot|": not Leeds.
    let is_where = |name: &Mention| {
        let first = name.tokens.start as usize;
        let led = matches!(reading.class_before(first), Some(Class::Preposition | Class::Genitive)) && first > floor;
        name.label == Label::Place && led
    };
    let of_another = reading.lower(start) == "whose";
    match reading.name(opening.wrapping_sub(2)).filter(|name| !is_where(name) && !of_another) {
        Some(name) if apposed && set_off && name.tokens.end as usize == opening - 1 && name.tokens.start as usize >= floor => {
            Run { start: name.tokens.start, end: apposition.end }
        }
        _ => apposition,
    }
}

/// `|of the| Harbour Board`, `|also of the| Harbour Board`: where that begins, else `start`.
fn before_of(reading: &Reading<'_, '_>, start: usize, floor: usize) -> usize {
    let article = start > floor && reading.classes[start - 1] == Class::Determiner;
    let of = start.saturating_sub(1 + usize::from(article));
    let also = of.saturating_sub(usize::from(matches!(reading.lower(of.saturating_sub(1)), "also" | "now" | "formerly" | "then")));
    if also > floor && matches!(reading.lower(of), "of" | "from" | "at") { also } else { start }
}

fn subject_plain(reading: &Reading<'_, '_>, end: usize, floor: usize) -> Option<Run> {
    let start = trim_left(reading, leftmost(reading, end, floor), end)?;
    (start < end && reading.classes[end - 1] != Class::Time).then(|| Run::new(start, end))
}

/// `the pilot`, `52`, `of Ohio`, `speaking in Rome`: no verb of its own.
fn is_apposition(reading: &Reading<'_, '_>, start: usize, end: usize) -> bool {
    start < end
        && !matches!(
            reading.classes[start],
            Class::Subject | Class::Object | Class::Coordinator | Class::That | Class::Subordinator | Class::Question
        )
        && !(start..end)
            .take_while(|&token| reading.classes[token] != Class::Relative)
            .any(|token| reading.classes[token].is_tensed() || reading.classes[token] == Class::Subject)
}

/// The phrase that begins at `start`, with apposition: "said |Tom Holm, the pilot|."
pub(super) fn named(reading: &Reading<'_, '_>, start: usize, limit: usize) -> Option<Run> {
    if start >= limit
        || !matches!(
            reading.classes[start],
            Class::Determiner
                | Class::Possessive
                | Class::Name
                | Class::Open
                | Class::Number
                | Class::Subject
                | Class::Object
                | Class::Past
                | Class::Venue
        )
    {
        return None;
    }
    let mut end = full(reading, start, limit);
    if end == start {
        return None;
    }
    for _ in 0..3 {
        if end + 1 >= limit || reading.classes[end] != Class::Comma {
            break;
        }
        let next = full(reading, end + 1, limit);
        let bounded =
            next >= limit || matches!(reading.classes[next], Class::Comma | Class::Mark | Class::Quote | Class::Relative | Class::Colon);
        if next == end + 1
            || !bounded
            || matches!(reading.classes[end + 1], Class::Subject | Class::Object | Class::Coordinator | Class::Time)
        {
            break;
        }
        end = next;
    }
    Some(Run::new(start, end))
}
