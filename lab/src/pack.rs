//! What crosses the border to JavaScript, computed without it: a test compares the two.

use pressmark::packed::pack;
use pressmark::{Options, annotate};
use serde_json::{Value, json};
use std::io::{self, BufRead, Write};

/// Reads `{"id","text","published"}` from standard input, a line each; writes `{"id","words","strings"}`.
pub fn run() -> Result<(), String> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        let input: Value = serde_json::from_str(&line).map_err(|error| error.to_string())?;
        let text = input["text"].as_str().unwrap_or("");
        let options = Options { published: input["published"].as_str().and_then(|date| date.parse().ok()), ..Options::default() };
        let packed = pack(&annotate(text, &options), text);
        writeln!(out, "{}", json!({"id": input["id"], "words": packed.words, "strings": packed.strings}))
            .map_err(|error| error.to_string())?;
    }
    Ok(())
}
