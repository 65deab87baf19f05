//! A list of names and a text: the names are the lines before the first empty one, aliases after a comma, `-` before a name to be left alone.

#![no_main]

#[path = "../../tests/holds/mod.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;
use pressmark::Options;
use pressmark::ner::{Label, NameEntry, Names};

fuzz_target!(|bytes: &[u8]| {
    let input = String::from_utf8_lossy(bytes);
    let (list, text) = input.split_once("\n\n").unwrap_or((&input, &input));
    if let Ok(names) = Names::new(list.lines().map(entry).collect()) {
        holds::holds(text, &Options { names, ..Options::default() });
    }
});

fn entry(line: &str) -> NameEntry {
    let ignore = line.starts_with('-');
    let mut words = line.trim_start_matches('-').split(',').map(str::to_owned);
    let name = words.next().unwrap_or_default();
    let label = if name.len() % 2 == 0 { Label::Person } else { Label::Organisation };
    NameEntry { name, label, aliases: words.collect(), role: Some(line.into()).filter(|_| label == Label::Person), ignore }
}
