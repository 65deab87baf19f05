//! The second pass: what the article reads plainly in one place informs the doubtful one.
//!
//! ```text
//! Mikhail Holm (surely a person) … Holm (perhaps a place)  →  a person
//! Aker Ferry Union (AFU) (surely an organisation) … AFU (unmarked)  →  an organisation
//! ```

use super::features::Island;
use super::{Found, labels};
use crate::segment::{Kind, Segments, Shape};
use crate::span::Run;
use rustc_hash::FxHashMap;

/// The margins of all readings of one name, summed, for each kind.
type Votes<'s> = FxHashMap<&'s str, [i32; labels::KINDS]>;

/// One reading counts no more than this.
const MOST: i32 = 160;
/// A kind wins over another by this factor.
const CLEARLY: i32 = 2;
/// An unmarked word is marked when its other readings come to this.
const SURELY: i32 = 120;

/// Lets the readings of an article vote on each other.
pub(super) fn vote(segments: &Segments<'_>, islands: &[Island], found: &mut Vec<Found>) {
    let votes = count(segments, found);
    for name in found.iter_mut() {
        relabel(segments, &votes, name);
    }
    add_missed(segments, islands, &votes, found);
}

fn count<'s>(segments: &'s Segments<'_>, found: &[Found]) -> Votes<'s> {
    let mut votes = Votes::default();
    let mut add = |tokens: Run, kind: usize, margin: i32| {
        votes.entry(segments.lower_run(tokens)).or_insert([0; labels::KINDS])[kind] += margin.min(MOST);
    };
    for (index, name) in found.iter().enumerate() {
        add(name.tokens, name.kind, name.margin);
        let end = name.tokens.end as usize;
        if name.kind == labels::PERSON && name.tokens.len() > 1 {
            add(Run::new(end - 1, end), name.kind, name.margin);
        }
        let inner = found.get(index + 1).filter(|inner| {
            inner.tokens.start as usize == end + 1 && segments.lower(end) == "(" && segments.lower(inner.tokens.end as usize) == ")"
        });
        if let Some(inner) = inner.filter(|inner| inner.tokens.len() == 1 && name.tokens.len() > 1 && name.kind != labels::PERSON) {
            add(inner.tokens, name.kind, name.margin.max(MOST / 2));
        }
    }
    votes
}

/// Gives a name the kind that its other readings agree on.
fn relabel(segments: &Segments<'_>, votes: &Votes<'_>, name: &mut Found) {
    let Some(votes) = votes.get(segments.lower_run(name.tokens)) else { return };
    let (kind, most) = best(votes);
    if kind != name.kind && most > CLEARLY * votes[name.kind] {
        name.kind = kind;
        name.elsewhere = true;
        name.margin = (most - votes[name.kind]).min(MOST);
    }
}

/// Marks single words that were missed: capitals, with the letters as they are written where they were read.
fn add_missed(segments: &Segments<'_>, islands: &[Island], votes: &Votes<'_>, found: &mut Vec<Found>) {
    let mut taken = found.iter().map(|name| name.tokens).peekable();
    let mut missed = Vec::new();
    for token in islands.iter().flat_map(|island| island.tokens.range()) {
        while taken.next_if(|taken| taken.end as usize <= token).is_some() {}
        let inside = taken.peek().is_some_and(|taken| taken.has(token));
        if inside || !stands_alone(segments, token) {
            continue;
        }
        if let Some((kind, votes)) = votes.get(segments.lower(token)).map(best).filter(|&(kind, votes)| kind < 3 && votes >= SURELY) {
            missed.push(Found { tokens: Run::new(token, token + 1), kind, margin: votes.min(MOST) / 2, elsewhere: true });
        }
    }
    found.extend(missed);
    found.sort_by_key(|name| name.tokens.start);
}

/// A capitalised word between words in small letters, long enough to be told from others.
fn stands_alone(segments: &Segments<'_>, token: usize) -> bool {
    let capital = |token: usize| segments.tokens.get(token).is_some_and(|token| token.is_capitalised() && token.kind == Kind::Word);
    let long = segments.word(token).chars().count() >= if segments.tokens[token].shape == Shape::Upper { 3 } else { 4 };
    capital(token) && long && !capital(token + 1) && !capital(token.wrapping_sub(1)) && segments.lower(token + 1) != "-"
}

fn best(votes: &[i32; labels::KINDS]) -> (usize, i32) {
    (0..labels::KINDS).map(|kind| (kind, votes[kind])).max_by_key(|&(kind, votes)| (votes, std::cmp::Reverse(kind))).unwrap_or((0, 0))
}
