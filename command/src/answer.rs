//! One line of JSON Lines → the line that answers it. `www/lib/cli/line.js` does the same in JavaScript, to the byte.

use crate::article::{Article, Text};
use crate::json::{self, Annotated};
use pressmark::packed::pack;
use pressmark::{NaiveDate, Options};
use std::panic;

/// UTF-16 code units in the longest text that is read, as in `www/lib/check.js`.
const LONGEST_TEXT: usize = 10 * 1024 * 1024;

/// What holds for all lines.
pub struct Settings {
    /// For lines that say nothing else.
    pub published: Option<String>,
}

/// An answer.
pub struct Answered {
    /// Without the line end.
    pub line: String,
    /// Whether it is an error.
    pub failed: bool,
    /// For standard error.
    pub note: Option<String>,
}

/// Answers a line.
pub fn answer(line: &[u8], settings: &Settings) -> Answered {
    let mut article = Article::default();
    match read(line, settings, &mut article) {
        Ok((annotated, note)) => Answered { line: annotated.answer(&article.id), failed: false, note },
        Err(message) => Answered { line: json::error(&article.id, &message), failed: true, note: None },
    }
}

fn read(line: &[u8], settings: &Settings, article: &mut Article) -> Result<(Annotated, Option<String>), String> {
    article.read(decoded(line)?)?;
    let text = article.text.take().ok_or(r#"expected an object with a string "text""#)?;
    let given = article.published.take()?.or_else(|| settings.published.clone());
    let day = given.as_deref().map(day_of);
    let note = day.as_ref().zip(given.as_ref()).filter(|(day, given)| day != given);
    let note = note.map(|(day, given)| format!("published {given} is read as {day}"));
    Ok((annotate(text, day.as_deref())?, note))
}

/// Reads one text.
pub fn annotate(text: impl Into<Text>, published: Option<&str>) -> Result<Annotated, String> {
    let text = text.into();
    let units = text.words.encode_utf16().count();
    if units > LONGEST_TEXT {
        return Err(format!("the text has {units} UTF-16 code units; {LONGEST_TEXT} is the most that is read at once"));
    }
    let options = Options { published: published.map(date).transpose()?, ..Options::default() };
    let packed = panic::catch_unwind(|| pack(&pressmark::annotate(&text.words, &options), &text.words))
        .map_err(|_| "the engine stopped at this text and has been started anew: unreachable")?;
    Ok(Annotated { text, packed })
}

/// Bytes that are no UTF-8 are an error, not question marks; a byte order mark is no part of the text.
pub fn decoded(bytes: &[u8]) -> Result<&str, String> {
    let text = str::from_utf8(bytes).map_err(|_| "the input is not valid UTF-8")?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// `2024-05-14`; chrono alone lets more pass.
fn date(written: &str) -> Result<NaiveDate, String> {
    let date = if is_plain(written) { written.parse().ok() } else { None };
    date.ok_or_else(|| format!(r#"published: expected a date written YYYY-MM-DD, such as "2024-05-14", not "{written}""#))
}

/// Archives hold dates with day and month swapped. Where only that reading is possible, as in 2023-13-10, it is taken.
fn day_of(published: &str) -> String {
    if is_plain(published) {
        let (year, day, month) = (&published[..4], &published[5..7], &published[8..]);
        if ("13"..="31").contains(&day) && month <= "12" {
            return format!("{year}-{month}-{day}");
        }
    }
    published.into()
}

/// Whether digits and hyphens stand where they should.
fn is_plain(date: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    date.len() == 10 && date.bytes().enumerate().all(fits)
}
