//! Compiles the word lists of the tagger (`src/ner/*.txt`) into tables that are read in place: `words.bin`, `phrases.bin` and, for
//! what their numbers mean, `classes.txt`. `src/ner/lists.rs` reads them. Builds nothing with weights that `src/ner/MODEL.md` does not tell the origin of.

#[path = "src/hash.rs"]
#[expect(dead_code, reason = "the tagger needs more of it")]
mod hash;
#[path = "src/slots.rs"]
#[expect(dead_code, reason = "reading is for the tagger")]
mod slots;

use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const CLASSIFIED: [&str; 5] =
    ["src/ner/gazetteer.txt", "src/ner/harvest.txt", "src/ner/cues.txt", "src/ner/geography.txt", "src/ner/organisations.txt"];
const CLUSTERS: &str = "src/ner/clusters.txt";
const WEIGHTS: &str = "src/ner/weights.bin";
const ORIGIN: &str = "src/ner/MODEL.md";

/// The class of a word that begins a phrase.
const OPENS_PHRASE: char = '+';

fn main() {
    check_weights();
    let mut lists = Lists::default();
    for file in CLASSIFIED {
        for (entry, classes) in lines(file) {
            lists.add(&entry, &classes);
        }
    }
    for (word, cluster) in lines(CLUSTERS) {
        lists.words.entry(word).or_default().cluster = cluster.parse().expect("a cluster is a number below 256");
    }
    lists.write(Path::new(&env::var_os("OUT_DIR").expect("cargo names a folder")));
}

fn check_weights() {
    println!("cargo::rerun-if-changed={WEIGHTS}\ncargo::rerun-if-changed={ORIGIN}");
    let read = |file: &str| fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut sum = String::new();
    for byte in Sha256::digest(read(WEIGHTS)) {
        write!(sum, "{byte:02x}").expect("a string can be written to");
    }
    let is_stated = String::from_utf8_lossy(&read(ORIGIN)).contains(&format!("`{sum}`"));
    assert!(is_stated, "{WEIGHTS} has the SHA-256 {sum}, which {ORIGIN} does not state: weights are built in only with their origin told");
}

/// Entry and value of each line.
fn lines(file: &str) -> Vec<(String, String)> {
    println!("cargo::rerun-if-changed={file}");
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    text.lines().filter_map(|line| line.split_once('\t')).map(|(entry, value)| (entry.to_owned(), value.to_owned())).collect()
}

#[derive(Default)]
struct Lists {
    words: BTreeMap<String, Word>,
    phrases: BTreeMap<String, BTreeSet<char>>,
}

#[derive(Default)]
struct Word {
    classes: BTreeSet<char>,
    cluster: u8,
}

impl Lists {
    fn add(&mut self, entry: &str, classes: &str) {
        match entry.split_once([' ', '-']) {
            None => self.words.entry(entry.to_owned()).or_default().classes.extend(classes.chars()),
            Some((first, _)) => {
                self.words.entry(first.to_owned()).or_default().classes.insert(OPENS_PHRASE);
                self.phrases.insert(entry.to_owned(), classes.chars().collect());
            }
        }
    }

    fn write(&self, folder: &Path) {
        let used: BTreeSet<&BTreeSet<char>> = self.words.values().map(|word| &word.classes).chain(self.phrases.values()).collect();
        let none = BTreeSet::new();
        let sets: Vec<&BTreeSet<char>> = std::iter::once(&none).chain(used.into_iter().filter(|set| !set.is_empty())).collect();
        let number = |set: &BTreeSet<char>| {
            let place = sets.iter().position(|other| *other == set).expect("every set is in use");
            u8::try_from(place).expect("there are fewer than 256 sets of classes")
        };
        let words = self.words.iter().map(|(word, about)| (word, [number(&about.classes), about.cluster]));
        save(&folder.join("words.bin"), &table(&words.collect::<Vec<_>>()));
        let phrases = self.phrases.iter().map(|(phrase, classes)| (phrase, [number(classes)]));
        save(&folder.join("phrases.bin"), &table(&phrases.collect::<Vec<_>>()));
        save(&folder.join("classes.txt"), sets.iter().map(|set| set.iter().collect::<String>() + "\n").collect::<String>().as_bytes());
    }
}

/// The slots, then for each column a byte in each slot.
fn table<const COLUMNS: usize>(entries: &[(&String, [u8; COLUMNS])]) -> Vec<u8> {
    let keys: Vec<u32> = entries.iter().map(|(entry, _)| hash::of(entry.as_bytes())).collect();
    let slots::Table { mut bytes, count, placed } = slots::build(&keys).expect("no two entries have the same hash");
    for column in 0..COLUMNS {
        let mut values = vec![0; count];
        for ((_, row), &slot) in entries.iter().zip(&placed) {
            values[slot] = row[column];
        }
        bytes.extend(values);
    }
    bytes
}

fn save(file: &Path, bytes: &[u8]) {
    fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
