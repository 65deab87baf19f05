//! Writes weights in the layout of [`pressmark::linear`].

use super::crf::Trained;
use pressmark::linear::{FORMAT, MAGIC};
use pressmark::ner::features::{self, JOINTS};
use pressmark::ner::labels::LABELS;
use pressmark::slots;
use std::fs;

/// One unit of a trained weight in the file.
const UNIT: f32 = 32.0;
/// Units below which a weight is left out. A quarter of the rows empties by it, and the scores stay where they are.
const LEAST: f32 = 1.5;

/// Writes the file, and says how large it is.
pub fn write(trained: &Trained, file: &str) -> Result<(), String> {
    let rows: Vec<(u32, [i8; LABELS])> = trained
        .rows
        .iter()
        .map(|(feature, row)| (*feature, row.map(in_units)))
        .filter(|(_, row)| row.iter().any(|&weight| weight != 0))
        .collect();
    let features: Vec<u32> = rows.iter().map(|&(feature, _)| feature).collect();
    let table = slots::build(&features).ok_or("a feature stands there twice")?;
    let mut weights = vec![[0; LABELS]; table.count];
    for (&slot, (_, row)) in table.placed.iter().zip(&rows) {
        weights[slot] = row.map(i8::cast_unsigned);
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend([FORMAT, LABELS as u8, JOINTS as u8, 0]);
    bytes.extend(features::set().to_le_bytes());
    bytes.extend(trained.transitions.iter().flat_map(|weight| ((weight * UNIT).round() as i16).to_le_bytes()));
    bytes.extend(table.bytes);
    bytes.extend(weights.as_flattened());
    eprintln!("{} rows, {} bytes", rows.len(), bytes.len());
    fs::write(file, bytes).map_err(|error| format!("{file}: {error}"))
}

fn in_units(weight: f32) -> i8 {
    let units = weight * UNIT;
    if units.abs() < LEAST { 0 } else { units.round().clamp(-127.0, 127.0) as i8 }
}
