//! Byte offsets to UTF-16 offsets, the unit of JavaScript.

/// Bytes between two noted offsets.
const BLOCK: usize = 64;

/// Made in one pass over the text; each question then looks at one block of it.
#[derive(Debug)]
pub(crate) struct Utf16<'t> {
    bytes: &'t [u8],
    /// The UTF-16 offset of the first byte of each block.
    blocks: Vec<u32>,
}

impl<'t> Utf16<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut units = 0;
        let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
            let before = units;
            units += count(block);
            before
        });
        Self { bytes: text.as_bytes(), blocks: blocks.collect() }
    }

    /// The UTF-16 offset of a byte offset, which is on a character boundary.
    pub(crate) fn offset(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let Some(noted) = self.blocks.get(byte.saturating_sub(1) / BLOCK) else { return 0 };
        noted + count(&self.bytes[byte.saturating_sub(1) / BLOCK * BLOCK..byte])
    }
}

/// The UTF-16 code units of the characters that begin in these bytes.
pub(crate) fn count(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::Utf16;

    /// Each boundary of each text, against the standard library.
    #[test]
    fn offsets() {
        let long = "🚢 ä ½ “a” ".repeat(40);
        for text in ["", "a", "ä", "🚢", "a🚢b", "e\u{301}", "\u{0}\u{FFFD}", "שלום", long.as_str()] {
            let utf16 = Utf16::new(text);
            for byte in (0..=text.len()).filter(|&byte| text.is_char_boundary(byte)) {
                let expected = text[..byte].encode_utf16().count();
                assert_eq!(utf16.offset(crate::span::index(byte)) as usize, expected, "byte {byte} of {text:?}");
            }
        }
    }
}
