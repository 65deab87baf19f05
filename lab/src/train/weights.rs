//! Writes weights in the layout of [`pressmark::linear`].

use super::crf::Trained;
use pressmark::linear::{FORMAT, MAGIC};
use pressmark::ner::features::{self, JOINTS};
use pressmark::ner::labels::LABELS;
use std::fs;

/// One unit of a trained weight in the file.
const UNIT: f32 = 32.0;
const BUCKET_BITS: u32 = 16;

/// Writes the file, and says how large it is.
pub fn write(trained: &Trained, file: &str) -> Result<(), String> {
    let mut rows: Vec<(u32, [i8; LABELS])> = trained
        .rows
        .iter()
        .map(|(feature, row)| (*feature, row.map(|weight| (weight * UNIT).round().clamp(-127.0, 127.0) as i8)))
        .filter(|(_, row)| row.iter().any(|&weight| weight != 0))
        .collect();
    let bucket = |feature: u32| (feature >> (32 - BUCKET_BITS)) as usize;
    rows.sort_by_key(|&(feature, _)| (bucket(feature), feature & 0xffff));
    rows.dedup_by_key(|(feature, _)| (bucket(*feature), *feature & 0xffff));
    let mut counts = vec![0_u8; 1 << BUCKET_BITS];
    for &(feature, _) in &rows {
        counts[bucket(feature)] = counts[bucket(feature)].checked_add(1).ok_or("a bucket is full")?;
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend([FORMAT, LABELS as u8, JOINTS as u8, BUCKET_BITS as u8]);
    bytes.extend(features::set().to_le_bytes());
    bytes.extend((rows.len() as u32).to_le_bytes());
    bytes.extend(trained.transitions.iter().flat_map(|weight| ((weight * UNIT).round() as i16).to_le_bytes()));
    bytes.extend(&counts);
    bytes.extend(rows.iter().flat_map(|(feature, _)| ((feature & 0xffff) as u16).to_le_bytes()));
    bytes.extend(rows.iter().flat_map(|(_, row)| row.map(i8::cast_unsigned)));
    eprintln!("{} rows, {} bytes", rows.len(), bytes.len());
    fs::write(file, bytes).map_err(|error| format!("{file}: {error}"))
}
