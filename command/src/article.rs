//! What a line says, as JavaScript's `JSON.parse` reads it: the last of two fields of one name counts, a number is a double, and a string
//! may hold half of a surrogate pair.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// The fields of a line, as far as it could be read.
pub struct Article {
    /// As JSON.
    pub id: String,
    /// What to read.
    pub text: Option<Text>,
    /// When it was published; an error: something else than a string.
    pub published: Published,
}

impl Default for Article {
    fn default() -> Self {
        Self { id: "null".into(), text: None, published: Published(Ok(None)) }
    }
}

/// The field `published`.
pub struct Published(Result<Option<String>, &'static str>);

impl Published {
    /// What it says, once.
    pub fn take(&mut self) -> Result<Option<String>, &'static str> {
        std::mem::replace(&mut self.0, Ok(None))
    }
}

impl Article {
    /// Takes the fields of an object; other JSON has none.
    pub fn read(&mut self, line: &str) -> Result<(), String> {
        let line: &RawValue = serde_json::from_str(line).map_err(|_| "the line is not JSON")?;
        if !line.get().starts_with('{') {
            return Ok(());
        }
        let fields: Fields = serde_json::from_str(line.get()).map_err(|error| error.to_string())?;
        self.id = match fields.id.map(RawValue::get) {
            None => "null".into(),
            Some(id) if id.starts_with(['{', '[']) => return Err(r#"expected an "id" that is a string or a number"#.into()),
            Some(id) if id.starts_with('"') => Text::parse(id)?.json(),
            Some(id) if id.starts_with(['n', 't', 'f']) => id.into(),
            Some(id) => number(id),
        };
        self.text = fields.text.map(RawValue::get).filter(|text| text.starts_with('"')).map(Text::parse).transpose()?;
        self.published = Published(match fields.published.map(RawValue::get) {
            None | Some("null") => Ok(None),
            Some(published) if published.starts_with('"') => Ok(Some(Text::parse(published)?.words)),
            Some(_) => Err(r#"expected "published" as a string"#),
        });
        Ok(())
    }
}

/// As JavaScript writes it: `1e3` is 1000, and what is too large for a double is null.
fn number(written: &str) -> String {
    match written.parse::<f64>() {
        Ok(number) if number.is_finite() => ryu_js::Buffer::new().format(number).into(),
        _ => "null".into(),
    }
}

/// A string of JavaScript.
pub struct Text {
    /// With half surrogate pairs replaced, as the engine is given it.
    pub words: String,
    /// With `\ud800` for those halves, where there are any.
    written: Option<String>,
}

impl Text {
    fn parse(raw: &str) -> Result<Self, String> {
        let Bytes(bytes) = serde_json::from_str(raw).map_err(|error| error.to_string())?;
        match String::from_utf8(bytes) {
            Ok(words) => Ok(words.into()),
            Err(error) => Ok(Self::with_halves(error.as_bytes())),
        }
    }

    /// `bytes` are UTF-8 but for half surrogate pairs, of three bytes each: ED, A0 to BF, 80 to BF.
    fn with_halves(mut bytes: &[u8]) -> Self {
        let (mut words, mut written) = (String::new(), String::from('"'));
        while let Some(at) = bytes.windows(3).position(|three| three[0] == 0xED && three[1] >= 0xA0) {
            let before = String::from_utf8_lossy(&bytes[..at]);
            let half = 0xD000 | u32::from(bytes[at + 1] & 0x3F) << 6 | u32::from(bytes[at + 2] & 0x3F);
            written.push_str(inside(&quoted(&before)));
            written.extend(["\\u", &format!("{half:x}")]);
            words.push_str(&before);
            words.push(char::REPLACEMENT_CHARACTER);
            bytes = &bytes[at + 3..];
        }
        let rest = String::from_utf8_lossy(bytes);
        written.push_str(&quoted(&rest)[1..]);
        words.push_str(&rest);
        Self { words, written: Some(written) }
    }

    /// As `JSON.stringify` writes it.
    pub fn json(&self) -> String {
        self.written.clone().unwrap_or_else(|| quoted(&self.words))
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self { words, written: None }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

/// As JSON.
pub fn quoted(words: &str) -> String {
    serde_json::to_string(words).expect("every string can be written")
}

fn inside(quoted: &str) -> &str {
    &quoted[1..quoted.len() - 1]
}

#[derive(Default)]
struct Fields<'l> {
    id: Option<&'l RawValue>,
    text: Option<&'l RawValue>,
    published: Option<&'l RawValue>,
}

impl<'l> Deserialize<'l> for Fields<'l> {
    fn deserialize<D: Deserializer<'l>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

/// By hand, as a derived one refuses a field that comes twice.
struct FieldsVisitor;

impl<'l> Visitor<'l> for FieldsVisitor {
    type Value = Fields<'l>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Fields::default();
        while let Some(Bytes(name)) = map.next_key()? {
            let value = Some(map.next_value()?);
            match &name[..] {
                b"id" => fields.id = value,
                b"text" => fields.text = value,
                b"published" => fields.published = value,
                _ => {}
            }
        }
        Ok(fields)
    }
}

/// A string as bytes: the one way in which serde hands over half surrogate pairs.
struct Bytes(Vec<u8>);

impl<'l> Deserialize<'l> for Bytes {
    fn deserialize<D: Deserializer<'l>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_byte_buf(BytesVisitor)
    }
}

struct BytesVisitor;

impl Visitor<'_> for BytesVisitor {
    type Value = Bytes;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a string")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
        Ok(Bytes(bytes.to_vec()))
    }

    fn visit_str<E>(self, string: &str) -> Result<Bytes, E> {
        Ok(Bytes(string.into()))
    }
}
