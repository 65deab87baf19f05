//! Word clusters: words that keep the same company, learnt from unlabelled news.
//!
//! The exchange algorithm on class bigrams (Kneser and Ney 1993): each word in turn moves to the class that makes the text
//! most probable.

use super::corpus;
use pressmark::segment::{Kind, ParagraphBreak, segment};
use std::collections::BTreeMap;
use std::fs;

/// How many classes there are.
const CLASSES: usize = 160;
/// So many of the most frequent words are put into classes; the others are one more class, which is not written.
const WORDS: usize = 12_000;
const ROUNDS: usize = 12;

const FILES: [&str; 7] = [
    "unlabelled/wikinews_2019_2020",
    "unlabelled/geovirus_wikinews",
    "unlabelled/wp_current_events_2002_2026",
    "unlabelled/globalvoices_2004",
    "unlabelled/masc_news",
    "entities/train/gmb",
    "entities/train/redocred",
];

/// Writes `src/ner/clusters.txt`.
pub fn write(corpora: &str) -> Result<(), String> {
    let text = words(corpora)?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in &text {
        *counts.entry(word).or_default() += 1;
    }
    let mut ranked: Vec<(&str, usize)> = counts
        .into_iter()
        .filter(|(word, _)| word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '\'' | '&')))
        .collect();
    ranked.sort_by_key(|&(word, count)| (std::cmp::Reverse(count), word));
    ranked.truncate(WORDS);
    let ids: BTreeMap<&str, usize> = ranked.iter().enumerate().map(|(id, &(word, _))| (word, id)).collect();
    let stream: Vec<usize> = text.iter().map(|word| ids.get(word.as_str()).copied().unwrap_or(WORDS)).collect();
    let classes = exchange(&stream, ranked.len());
    let mut lines: Vec<String> = ranked.iter().enumerate().map(|(id, (word, _))| format!("{word}\t{}\n", classes[id] + 1)).collect();
    lines.sort();
    fs::write("src/ner/clusters.txt", lines.concat()).map_err(|error| error.to_string())
}

/// All words in lower case, marks included.
fn words(corpora: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    for file in FILES {
        for document in corpus::read(&format!("{corpora}/{file}.jsonl"))? {
            let segments = segment(document["text"].as_str().unwrap_or(""), ParagraphBreak::Auto);
            words.extend((0..segments.tokens.len()).map(|token| match segments.tokens[token].kind {
                Kind::Number => "0".into(),
                _ => segments.lower(token).to_owned(),
            }));
        }
    }
    Ok(words)
}

/// A class for each word below `count`; the word `count` stands for all others and keeps a class of its own.
fn exchange(stream: &[usize], count: usize) -> Vec<usize> {
    let classes = CLASSES + 1;
    let (next, before) = (bigrams(stream, count, false), bigrams(stream, count, true));
    let mut class: Vec<usize> = (0..=count).map(|word| if word == count { CLASSES } else { word % CLASSES }).collect();
    let mut pairs = vec![0_i64; classes * classes];
    let mut sizes = vec![0_i64; classes];
    for window in stream.windows(2) {
        pairs[class[window[0]] * classes + class[window[1]]] += 1;
        sizes[class[window[0]]] += 1;
    }
    for round in 0..ROUNDS {
        let mut moved = 0;
        for word in 0..count {
            moved += usize::from(exchange_one(word, &mut class, &mut pairs, &mut sizes, &next[word], &before[word]));
        }
        eprintln!("round {round}: {moved} words moved");
        if moved * 200 < count {
            break;
        }
    }
    class
}

/// The neighbours of each word after it (or before it), with counts.
fn bigrams(stream: &[usize], count: usize, backwards: bool) -> Vec<Vec<(usize, i64)>> {
    let mut maps: Vec<BTreeMap<usize, i64>> = vec![BTreeMap::new(); count + 1];
    for window in stream.windows(2) {
        let (word, neighbour) = if backwards { (window[1], window[0]) } else { (window[0], window[1]) };
        *maps[word].entry(neighbour).or_default() += 1;
    }
    maps.into_iter().map(|map| map.into_iter().collect()).collect()
}

/// Moves a word to its best class; says whether that is another.
fn exchange_one(
    word: usize,
    class: &mut [usize],
    pairs: &mut [i64],
    sizes: &mut [i64],
    next: &[(usize, i64)],
    before: &[(usize, i64)],
) -> bool {
    let classes = CLASSES + 1;
    let old = class[word];
    let gather = |neighbours: &[(usize, i64)]| {
        let mut sums = vec![0_i64; classes];
        for &(neighbour, count) in neighbours.iter().filter(|(neighbour, _)| *neighbour != word) {
            sums[class[neighbour]] += count;
        }
        sums.iter().copied().enumerate().filter(|&(_, count)| count > 0).collect::<Vec<_>>()
    };
    let (after, ahead) = (gather(next), gather(before));
    let own = next.iter().find(|(neighbour, _)| *neighbour == word).map_or(0, |&(_, count)| count);
    let total: i64 = next.iter().map(|(_, count)| count).sum();
    shift(old, -1, pairs, sizes, &after, &ahead, own, total);
    let gain = |to: usize| {
        let mut gain = 0.0;
        let mut pair = |from: usize, into: usize, count: i64| {
            let have = pairs[from * classes + into];
            gain += entropy(have + count) - entropy(have);
        };
        for &(into, count) in &after {
            pair(to, into, count + if into == to { own } else { 0 });
        }
        for &(from, count) in ahead.iter().filter(|(from, _)| *from != to) {
            pair(from, to, count);
        }
        gain - 2.0 * (entropy(sizes[to] + total) - entropy(sizes[to]))
    };
    let best =
        (0..CLASSES).map(|to| (to, gain(to))).fold((old, f64::NEG_INFINITY), |best, next| if next.1 > best.1 { next } else { best }).0;
    shift(best, 1, pairs, sizes, &after, &ahead, own, total);
    class[word] = best;
    best != old
}

#[expect(clippy::too_many_arguments, reason = "the counts of one word")]
fn shift(
    class: usize,
    sign: i64,
    pairs: &mut [i64],
    sizes: &mut [i64],
    after: &[(usize, i64)],
    ahead: &[(usize, i64)],
    own: i64,
    total: i64,
) {
    let classes = CLASSES + 1;
    for &(into, count) in after {
        pairs[class * classes + into] += sign * count;
    }
    for &(from, count) in ahead {
        pairs[from * classes + class] += sign * count;
    }
    pairs[class * classes + class] += sign * own;
    sizes[class] += sign * total;
}

fn entropy(count: i64) -> f64 {
    if count <= 0 { 0.0 } else { count as f64 * (count as f64).ln() }
}
