//! The border to JavaScript, in a real browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JSON, JsString, Uint32Array};
use pressmark::ner::{Label, NameEntry, Names};
use pressmark::packed::pack;
use pressmark::{Options, wasm};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "“We will appeal,” said Ada Quill 🚢 of the Harbour Board on 3 March 2024.";

fn annotate(text: &str, options: &str) -> Result<Array, JsValue> {
    wasm::annotate(text, &JSON::parse(options).expect("the options are JSON"))
}

/// What comes out is what `pack` writes, number by number.
#[wasm_bindgen_test]
fn packed() {
    for text in ["", TEXT, "\u{0}\u{FFFD}\r\n\u{202E}“שלום”"] {
        let expected = pack(&pressmark::annotate(text, &Options::default()), text);
        let given = annotate(text, "{}").expect("no options, no error");
        assert_eq!(Uint32Array::from(given.get(0)).to_vec(), expected.words, "{text:?}");
        assert_eq!(given.get(1).as_string(), Some(expected.strings), "{text:?}");
    }
}

/// A lone surrogate becomes one character of one code unit, so that no offset moves.
#[wasm_bindgen_test]
fn lone_surrogates() {
    let units = [0xD800, 0x41, 0xDC00, 0xD83D, 0xDEA2, 0xD83D];
    let text = JsString::from_char_code(&units).as_string().expect("a string");
    assert_eq!(text.encode_utf16().count(), units.len());
}

/// One line an option that is wrong: the options, the code and the option that is named.
#[wasm_bindgen_test]
fn bad_options() {
    for (options, code, option) in [
        (r#"{"published": "14 May"}"#, "bad-option", "published"),
        (r#"{"published": "2024-02-30"}"#, "bad-option", "published"),
        (r#"{"published": "+2024-5-14"}"#, "bad-option", "published"),
        (r#"{"published": 20240514}"#, "bad-option", "published"),
        (r#"{"locale": 1}"#, "bad-option", "locale"),
        (r#"{"layers": "quotes"}"#, "bad-option", "layers"),
        (r#"{"layers": ["quotes", "verbs"]}"#, "bad-option", "layers"),
        (r#"{"kinds": ["Direct"]}"#, "bad-option", "kinds"),
        (r#"{"minConfidence": 1.5}"#, "bad-option", "minConfidence"),
        (r#"{"minConfidence": null}"#, "bad-option", "minConfidence"),
        (r#"{"explain": 1}"#, "bad-option", "explain"),
        (r#"{"paragraphs": "tab"}"#, "bad-option", "paragraphs"),
        (r#"{"names": {"name": "Ada Quill", "type": "person"}}"#, "bad-option", "names"),
        (r#"{"names": [{"type": "person"}]}"#, "bad-name", "names"),
        (r#"{"names": [{"name": "Ada Quill", "type": "place"}]}"#, "bad-name", "names"),
        (r#"{"names": [{"name": "Ada Quill", "type": "person", "alias": "Ada"}]}"#, "bad-name", "names"),
        (r#"{"names": [{"name": "…", "type": "person"}]}"#, "bad-name", "names"),
        (r#"{"published": null, "publishd": null}"#, "unknown-option", "publishd"),
    ] {
        let problem = Array::from(&annotate(TEXT, options).expect_err(options));
        assert_eq!(problem.get(0).as_string().as_deref(), Some(code), "{options}");
        assert_eq!(problem.get(1).as_string().as_deref(), Some(option), "{options}");
        assert!(problem.get(2).as_string().is_some_and(|message| message.contains(option)), "{options}");
    }
}

/// One line an option that is right, and what the engine makes of it.
#[wasm_bindgen_test]
fn good_options() {
    let published = Options { published: "2024-05-14".parse().ok(), ..Options::default() };
    let names = Names::new(vec![NameEntry {
        name: "Ada Quill".into(),
        label: Label::Organisation,
        aliases: vec!["Quill".into()],
        role: Some("ferry line".into()),
        ignore: false,
    }]);
    let quill = Options { names: names.expect("a good list"), ..Options::default() };
    let nothing = pressmark::Layers { quotes: false, people: false, organisations: false, dates: false };
    for (options, expected) in [
        (r#"{"published": "2024-05-14"}"#, published),
        (r#"{"published": null}"#, Options::default()),
        (r#"{"names": []}"#, Options::default()),
        (r#"{"names": [{"name": "Ada Quill", "type": "organisation", "aliases": ["Quill"], "role": "ferry line"}]}"#, quill),
        (r#"{"layers": []}"#, Options { layers: nothing, ..Options::default() }),
        (r#"{"explain": false}"#, Options { explain: false, ..Options::default() }),
        (
            r#"{"minConfidence": 0, "locale": "fr"}"#,
            Options { min_confidence: pressmark::confidence::Confidence::new(0), ..Options::default() },
        ),
    ] {
        let expected = pack(&pressmark::annotate(TEXT, &expected), TEXT);
        let given = annotate(TEXT, options).expect(options);
        assert_eq!(Uint32Array::from(given.get(0)).to_vec(), expected.words, "{options}");
    }
}

/// Each described rule is described to JavaScript.
#[wasm_bindgen_test]
fn rules() {
    assert_eq!(wasm::describe_rule("no such rule"), None);
    for rule in pressmark::rules::all() {
        let described = wasm::describe_rule(rule.name).expect(rule.name);
        assert_eq!(described[..2], [rule.title, rule.text]);
    }
}
