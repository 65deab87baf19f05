//! Each rule keeps what its description promises.

use pressmark::annotation::{Annotation, Evidence};
use pressmark::ner::{Label, NameEntry, Names};
use pressmark::{Options, annotate, rules};
use std::collections::BTreeSet;

/// The example of each rule shows a finding of that rule.
#[test]
fn examples() {
    let given = NameEntry {
        name: "Quay Eleven".into(),
        label: Label::Organisation,
        aliases: Vec::new(),
        role: Some("ferry line".into()),
        ignore: false,
    };
    let names = Names::new(vec![given]).expect("a list that can be used");
    for rule in rules::all() {
        let annotation = annotate(
            &rule.example.replace("¶", "\n\n"),
            &Options { min_confidence: pressmark::confidence::Confidence::new(0), names: names.clone(), ..Options::default() },
        );
        assert!(used(&annotation).contains(rule.name), "{rule:?}\nfound: {:?}", used(&annotation));
    }
}

/// Names are sorted within their table and each is there once, with all four fields.
#[test]
fn table() {
    let names: BTreeSet<_> = rules::all().iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), rules::all().len(), "a name is there twice");
    for rule in rules::all() {
        for field in [rule.name, rule.title, rule.text, rule.example] {
            assert!(!field.is_empty(), "{rule:?}");
        }
    }
}

/// Every finding in the chapters of the specification names a rule that is described.
#[test]
fn described() {
    for chapter in ["segmentation", "names", "dates", "quotations"] {
        let path = format!("{}/tests/spec/{chapter}.md", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the chapter is there");
        for name in used(&annotate(&text.replace(['{', '}'], ""), &Options::default())) {
            assert!(rules::describe(name).is_some(), "{name} has no description");
        }
    }
}

fn used(annotation: &Annotation) -> BTreeSet<&'static str> {
    let all = (annotation.publication.evidence.iter())
        .chain(annotation.mentions.iter().flat_map(|mention| &mention.evidence))
        .chain(
            annotation.entities.iter().flat_map(|entity| entity.evidence.iter().chain(entity.roles.iter().flat_map(|role| &role.evidence))),
        )
        .chain(annotation.quotes.iter().flat_map(|quote| &quote.evidence))
        .chain(annotation.dates.iter().flat_map(|date| &date.evidence));
    all.map(|evidence: &Evidence| evidence.rule).collect()
}
