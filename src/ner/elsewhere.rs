//! The second pass: what the article reads plainly in one place informs the doubtful one.
//!
//! ```text
//! Mikhail Holm (surely a person) … Holm (perhaps a place)  →  a person
//! Lumora Inc. (surely an organisation) … Lumora (perhaps a place)  →  an organisation
//! Aker Ferry Union (AFU) (surely an organisation) … AFU (unmarked)  →  an organisation
//! ```

use super::features::Island;
use super::lists::{self, Classes};
use super::{Found, Label, acronyms, bodies, company, firms, labels};
use crate::order;
use crate::segment::{Kind, Segments, Shape, Token};
use crate::span::Run;
use rustc_hash::FxHashMap;

/// The margins of all readings of one name, summed, for each kind.
type Votes<'s> = FxHashMap<&'s str, [i32; labels::KINDS]>;

/// One reading counts no more than this.
const MOST: i32 = 160;
/// A kind wins over another by this factor.
const CLEARLY: i32 = 3;
/// Words beside a name that only an organisation has count as three sure readings.
const BODY: i32 = 3 * MOST;
/// An unmarked word is marked when its other readings come to this.
const SURELY: i32 = 90;

/// Lets the readings of an article vote on each other.
pub(super) fn vote(segments: &Segments<'_>, islands: &[Island], found: &mut Vec<Found>) {
    let votes = count(segments, found);
    for name in found.iter_mut() {
        relabel(segments, &votes, name);
    }
    let halves = |name: Found| split(segments, &votes, &name).map_or_else(|| vec![name], Vec::from);
    *found = std::mem::take(found).into_iter().flat_map(halves).collect();
    add_missed(segments, islands, &votes, found);
}

fn count<'s>(segments: &'s Segments<'_>, found: &[Found]) -> Votes<'s> {
    let mut votes = Votes::default();
    let mut add = |tokens: Run, kind: usize, weight: i32| {
        votes.entry(segments.lower_run(tokens)).or_insert([0; labels::KINDS])[kind] += weight;
    };
    for (index, name) in found.iter().enumerate() {
        let weight = name.margin.min(MOST);
        add(name.tokens, name.kind, weight);
        let end = name.tokens.end as usize;
        if name.kind == labels::PERSON && name.tokens.len() > 1 {
            add(surname(segments, name.tokens), name.kind, weight);
        }
        if name.kind == labels::ORGANISATION && name.tokens.len() > 2 && firms::is_form(segments.lower(end - 1)) {
            let ampersand = usize::from(name.tokens.len() > 3 && segments.lower(end - 2) == "&");
            add(Run::new(name.tokens.start as usize, end - 1 - ampersand), name.kind, weight);
        }
        let is_body = match name.kind {
            labels::PERSON => bodies::stand_beside(segments, name.tokens, Label::Person),
            labels::PLACE => bodies::are_held(segments, name.tokens),
            _ => false,
        };
        if is_business(segments, found, index) || is_body && !bodies::is_surname(segments, name.tokens) {
            add(name.tokens, labels::ORGANISATION, BODY);
        } else if is_body {
            add(name.tokens, labels::ORGANISATION, MOST);
        }
        if name.kind == labels::PERSON && company::is_somebody(segments, name.tokens) {
            add(name.tokens, labels::PERSON, BODY);
        }
        if let Some(short) = short_form(segments, name) {
            add(short, name.kind, weight);
        }
        let inner = found.get(index + 1).filter(|inner| {
            inner.tokens.start as usize == end + 1 && segments.lower(end) == "(" && segments.lower(inner.tokens.end as usize) == ")"
        });
        if let Some(inner) = inner.filter(|inner| inner.tokens.len() == 1 && name.tokens.len() > 1 && name.kind != labels::PERSON) {
            add(inner.tokens, name.kind, weight.max(MOST / 2));
        }
    }
    for (short, kind) in acronyms::definitions(segments, found) {
        let mut sure = [0; labels::KINDS];
        sure[kind] = MOST;
        votes.insert(segments.lower_run(short), sure);
    }
    votes
}

/// `Ada |Quill|`, `Ada |Quill-Holm|`
pub(super) fn surname(segments: &Segments<'_>, name: Run) -> Run {
    let end = name.end as usize;
    let double = name.len() > 3 && segments.lower(end - 2) == "-" && segments.glued(end - 2);
    Run::new(end - if double { 3 } else { 1 }, end)
}

/// `supermarket |Coles|`, `chains such as Coles and |Woolworths|`: whether a noun before a single word, or before the list that it ends,
/// says that it names a business.
fn is_business(segments: &Segments<'_>, found: &[Found], index: usize) -> bool {
    let joined = |&(before, next): &(&Found, &Found)| {
        let gap = Run::new(before.tokens.end as usize, next.tokens.start as usize);
        matches!(gap.len(), 1..=2) && gap.range().all(|token| matches!(segments.lower(token), "," | "and" | "or"))
    };
    let names = &found[index.saturating_sub(LONGEST_LIST)..=index];
    let listed = names.iter().rev().skip(1).zip(names.iter().rev()).take_while(joined).count();
    let first = found[index - listed].tokens.start as usize;
    let such = matches!(segments.lower(first.wrapping_sub(2)), "such") && segments.lower(first - 1) == "as";
    let noun = first.wrapping_sub(1 + 2 * usize::from(such));
    found[index].tokens.len() == 1 && segments.sentence_of(first).has(noun) && bodies::BUSINESSES.contains(&segments.lower(noun))
}

/// A list of businesses is followed back over this many names.
const LONGEST_LIST: usize = 6;

/// `|Lumora| Inc.`, `|Tallis| Construction Ltd`: the word by which an organisation of several words goes, where the lists know it
/// as nothing else or the form of a company follows.
fn short_form(segments: &Segments<'_>, name: &Found) -> Option<Run> {
    let (start, end) = (name.tokens.start as usize, name.tokens.end as usize);
    let generic = || lists::word(segments.lower(start)).classes.any(Classes(Classes::BODY.0 | Classes::COUNTRY.0));
    let stands_for_it = is_unknown(segments, start) || firms::is_form(segments.lower(end - 1)) && !generic();
    let long = segments.lower(start).chars().count() >= 4;
    let goes_on = name.tokens.len() > 1 && segments.tokens[start + 1].is_capitalised() && !TOWNS.contains(&segments.lower(end - 1));
    (name.kind == labels::ORGANISATION && goes_on && long && stands_for_it).then(|| Run::new(start, start + 1))
}

/// What stands behind the name of a town: the `Norwick |Gazette|` is not Norwick.
pub(super) const TOWNS: [&str; 21] = [
    "argus",
    "authority",
    "chronicle",
    "council",
    "courier",
    "echo",
    "gazette",
    "herald",
    "mercury",
    "news",
    "observer",
    "police",
    "post",
    "press",
    "standard",
    "star",
    "telegraph",
    "times",
    "tribune",
    "union",
    "unions",
];

/// Whether the lists know nothing of a word.
fn is_unknown(segments: &Segments<'_>, token: usize) -> bool {
    lists::word(segments.lower(token)).is_unknown()
}

/// Gives a name the kind that its other readings agree on.
fn relabel(segments: &Segments<'_>, votes: &Votes<'_>, name: &mut Found) {
    let Some(votes) = votes.get(segments.lower_run(name.tokens)) else { return };
    let (kind, most) = best(votes);
    let own = votes[name.kind];
    if kind != name.kind && most > CLEARLY * own && most >= SURELY {
        *name = Found { kind, elsewhere: true, margin: (most - own).min(MOST), ..*name };
    }
}

/// `Aker-Norwick`, `Aker Ferries and Norwick Rail`: two names that stand alone elsewhere are two names here; but people have
/// double surnames.
fn split(segments: &Segments<'_>, votes: &Votes<'_>, name: &Found) -> Option<[Found; 2]> {
    let range = name.tokens.range();
    let halves_at = |joint: usize| [Run::new(range.start, joint), Run::new(joint + 1, range.end)];
    let is_joint = |&token: &usize| segments.lower(token) == "and" || segments.lower(token) == "-" && name.tokens.len() == 3;
    let joints = || range.clone().skip(1).filter(is_joint);
    let joint = joints().find(|&joint| are_alike(segments, halves_at(joint))).or_else(|| joints().next())?;
    let halves = halves_at(joint);
    let known = halves.map(|half| known_as(segments, votes, half));
    let enough = if segments.lower(joint) == "-" {
        known.iter().all(|kind| kind.is_some_and(|kind| kind != labels::PERSON))
    } else {
        known.iter().any(Option::is_some) || have_two_heads(segments, name, halves) || are_alike(segments, halves)
    };
    let half =
        |at: usize| Found { tokens: halves[at], kind: known[at].unwrap_or(name.kind), margin: name.margin.max(SURELY), elsewhere: true };
    (enough && halves.iter().all(|half| !half.is_empty())).then(|| [half(0), half(1)])
}

/// `Aker Bank and Norwick Bank`, `Bank of Aker and State Bank of Norwick`: the same head in both, and early or last in the second.
fn are_alike(segments: &Segments<'_>, halves: [Run; 2]) -> bool {
    let is_head = |token: &usize| lists::word(segments.lower(*token)).classes.has(Classes::BODY);
    let head = halves[0].range().find(is_head).map_or("", |head| segments.lower(head));
    let second = halves[1].range();
    let mut places = [Some(second.start), Some(second.start + 1), second.end.checked_sub(1)].into_iter().flatten();
    !head.is_empty() && halves.iter().all(|half| half.len() > 1) && places.any(|place| segments.lower(place) == head)
}

/// `the heads of Rosnet and Telmax, Ada Quill and …`: heads in the plural, before people, and words that are nothing but names.
fn have_two_heads(segments: &Segments<'_>, name: &Found, halves: [Run; 2]) -> bool {
    let (start, end) = (name.tokens.start as usize, name.tokens.end as usize);
    let of = start.wrapping_sub(1 + usize::from(segments.lower(start.wrapping_sub(1)) == "the"));
    let heads = segments.lower(of.wrapping_sub(1)).strip_suffix('s').is_some_and(|head| lists::word(head).classes.has(Classes::TITLE));
    let people = segments.lower(end) == "," && segments.tokens.get(end + 1).is_some_and(Token::is_capitalised);
    heads && people && segments.lower(of) == "of" && halves.into_iter().all(|half| is_unknown(segments, half.start as usize))
}

/// What a name is elsewhere in the article, or by the lists if it is a country.
fn known_as(segments: &Segments<'_>, votes: &Votes<'_>, half: Run) -> Option<usize> {
    let words = segments.lower_run(half);
    let country = half.len() == 1 && lists::word(words).classes.has(Classes::COUNTRY);
    votes
        .get(words)
        .map(best)
        .filter(|&(kind, most)| kind < 3 && most >= SURELY / 3)
        .map(|(kind, _)| kind)
        .or_else(|| country.then_some(labels::PLACE))
}

/// Marks single words that were missed: capitals, with the letters as they are written where they were read.
fn add_missed(segments: &Segments<'_>, islands: &[Island], votes: &Votes<'_>, found: &mut Vec<Found>) {
    let mut taken = found.iter().map(|name| name.tokens).peekable();
    let mut missed = Vec::new();
    for token in islands.iter().flat_map(|island| island.tokens.range()) {
        while taken.next_if(|taken| taken.end as usize <= token).is_some() {}
        let inside = taken.peek().is_some_and(|taken| taken.has(token));
        if inside || !stands_alone(segments, token) || is_date(segments, token) {
            continue;
        }
        let speaks = lists::word(segments.lower(token + 1)).classes.has(Classes::SPEECH);
        let enough = |kind: usize, votes: i32| votes >= if speaks && kind == labels::PERSON { SURELY / 6 } else { SURELY };
        if let Some((kind, votes)) = votes.get(segments.lower(token)).map(best).filter(|&(kind, votes)| kind < 3 && enough(kind, votes)) {
            missed.push(Found { tokens: Run::new(token, token + 1), kind, margin: votes.min(MOST) / 2, elsewhere: true });
        }
    }
    found.extend(missed);
    order::sort_by(found, |name| name.tokens.start.into());
}

/// `in May`, `May 3`: a word of the calendar that is used as one.
pub(super) fn is_date(segments: &Segments<'_>, token: usize) -> bool {
    let number = |token: usize| segments.tokens.get(token).is_some_and(|token| token.kind == Kind::Number);
    let before = segments.lower(token.wrapping_sub(1));
    let counts = matches!(
        before,
        "in" | "of"
            | "on"
            | "by"
            | "until"
            | "till"
            | "since"
            | "from"
            | "before"
            | "after"
            | "last"
            | "next"
            | "this"
            | "early"
            | "late"
            | "mid"
            | "-"
            | "during"
    );
    (counts || number(token + 1) || number(token.wrapping_sub(1))) && lists::word(segments.lower(token)).classes.has(Classes::CALENDAR)
}

/// A capitalised word between words in small letters, long enough to be told from others.
fn stands_alone(segments: &Segments<'_>, token: usize) -> bool {
    let capital = |token: usize| segments.is_capital(token);
    let long = || segments.word(token).chars().count() >= if segments.tokens[token].shape == Shape::Upper { 3 } else { 4 };
    let before = token.wrapping_sub(1);
    let opens = || segments.sentence_of(token).start as usize == before && lists::word(segments.lower(before)).classes.known() == 0;
    capital(token) && long() && !capital(token + 1) && (!capital(before) || opens()) && segments.lower(token + 1) != "-"
}

fn best(votes: &[i32; labels::KINDS]) -> (usize, i32) {
    (0..labels::KINDS).map(|kind| (kind, votes[kind])).max_by_key(|&(kind, votes)| (votes, std::cmp::Reverse(kind))).unwrap_or((0, 0))
}
