//! The weights are those that `src/ner/MODEL.md` tells the origin of.

use sha2::{Digest, Sha256};
use std::fmt::Write;

#[test]
fn checksum() {
    let stated = include_str!("../src/ner/MODEL.md")
        .split('`')
        .find(|words| words.len() == 64 && words.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .expect("MODEL.md states a SHA-256");
    let mut found = String::new();
    for byte in Sha256::digest(include_bytes!("../src/ner/weights.bin")) {
        write!(found, "{byte:02x}").expect("a string can be written to");
    }
    assert_eq!(found, stated, "state the new one in MODEL.md, and where the weights come from");
}
