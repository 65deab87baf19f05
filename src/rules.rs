//! What each rule is, in words for people.
//!
//! Each stage that makes findings has a `rules.tsv` in its folder: name, title, a sentence, an example in which the rule
//! makes a finding (a test holds it to that), with tabs between, sorted by name.

use std::sync::LazyLock;

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| TABLES.iter().flat_map(|table| table.lines()).map(Rule::parse).collect());

const TABLES: [&str; 4] =
    [include_str!("coref/rules.tsv"), include_str!("ner/rules.tsv"), include_str!("quote/rules.tsv"), include_str!("timex/rules.tsv")];

/// A rule, described.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Public, and stable within a major version: "date.weekday".
    pub name: &'static str,
    /// A few words: "Bare weekday".
    pub title: &'static str,
    /// One sentence, for the reader of the article.
    pub text: &'static str,
    /// A text in which it makes a finding.
    pub example: &'static str,
}

impl Rule {
    fn parse(line: &'static str) -> Self {
        let mut fields = line.split('\t');
        let mut field = || fields.next().unwrap_or("");
        Self { name: field(), title: field(), text: field(), example: field() }
    }
}

/// All rules.
#[must_use]
pub fn all() -> &'static [Rule] {
    &RULES
}

/// The rule of that name.
///
/// ```
/// let annotation = pressmark::annotate("“No,” said Ada Quill.", &pressmark::Options::default());
/// let rule = pressmark::rules::describe(annotation.quotes[0].evidence[0].rule).unwrap();
/// println!("{}: {} For instance: {}", rule.title, rule.text, rule.example);
/// ```
#[must_use]
pub fn describe(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
