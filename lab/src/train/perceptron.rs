//! A structured perceptron with averaging, to compare the random field with: same features, same file.

use super::corpus::Example;
use super::crf::{Random, Settings, Trained, encode};
use pressmark::ner::features::JOINTS;
use pressmark::ner::labels::{LABELS, OUTSIDE, Place, may_follow, parts};

type Row = [f32; LABELS];

/// Weights, and their sum over all steps so far, kept lazily.
struct Averaged {
    value: Vec<Row>,
    weighted: Vec<Row>,
}

impl Averaged {
    fn new(count: usize) -> Self {
        Self { value: vec![[0.0; LABELS]; count], weighted: vec![[0.0; LABELS]; count] }
    }

    fn add(&mut self, row: usize, label: usize, amount: f32, step: f32) {
        self.value[row][label] += amount;
        self.weighted[row][label] += amount * step;
    }

    fn average(&self, steps: f32, scale: f32) -> Vec<Row> {
        self.value
            .iter()
            .zip(&self.weighted)
            .map(|(value, weighted)| std::array::from_fn(|label| (value[label] - weighted[label] / steps) * scale))
            .collect()
    }
}

/// Learns from the examples whose labels are all known.
pub fn train(examples: &[Example], settings: &Settings) -> Trained {
    let (ids, coded) = encode(examples, settings.least);
    let (mut rows, mut joints) = (Averaged::new(ids.len()), Averaged::new(JOINTS * LABELS));
    let mut order: Vec<usize> =
        (0..examples.len()).filter(|&index| examples[index].tokens.iter().all(|token| token.allowed.is_power_of_two())).collect();
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let mut step = 1.0;
    for round in 0..settings.rounds {
        random.shuffle(&mut order);
        let mut wrong = 0;
        for &index in &order {
            let (example, coded) = (&examples[index], &coded[index]);
            let much = example.weight.min(1.0);
            let gold: Vec<usize> = example.tokens.iter().map(|token| token.allowed.trailing_zeros() as usize).collect();
            let best = decode(&rows, &joints, example, coded);
            wrong += usize::from(best != gold);
            let (mut last_gold, mut last_best) = (OUTSIDE, OUTSIDE);
            for (token, (&gold, &best)) in gold.iter().zip(&best).enumerate() {
                let joint = example.tokens[token].joint * LABELS;
                if gold != best {
                    for &row in &coded[token] {
                        rows.add(row as usize, gold, much, step);
                        rows.add(row as usize, best, -much, step);
                    }
                }
                if (last_gold, gold) != (last_best, best) {
                    joints.add(joint + last_gold, gold, much, step);
                    joints.add(joint + last_best, best, -much, step);
                }
                (last_gold, last_best) = (gold, best);
            }
            step += 1.0;
        }
        eprintln!("round {round}: {wrong} wrong");
    }
    let scale = LARGEST / largest(&rows.average(step, 1.0));
    Trained { rows: ids.into_iter().zip(rows.average(step, scale)).collect(), transitions: joints.average(step, scale).concat() }
}

/// What the file can hold.
const LARGEST: f32 = 3.9;

/// The weight that one in twenty thousand exceeds.
fn largest(rows: &[Row]) -> f32 {
    let mut all: Vec<f32> = rows.iter().flatten().map(|weight| weight.abs()).filter(|&weight| weight > 0.0).collect();
    all.sort_unstable_by(f32::total_cmp);
    all.get(all.len() - all.len() / 20_000 - 1).copied().unwrap_or(1.0)
}

/// Viterbi.
fn decode(rows: &Averaged, joints: &Averaged, example: &Example, coded: &[Vec<u32>]) -> Vec<usize> {
    let mut best: Vec<(Row, [usize; LABELS])> = Vec::with_capacity(coded.len());
    for (token, features) in coded.iter().enumerate() {
        let mut here = ([f32::MIN; LABELS], [OUTSIDE; LABELS]);
        for label in 0..LABELS {
            let score: f32 = features.iter().map(|&row| rows.value[row as usize][label]).sum();
            let joint = example.tokens[token].joint * LABELS;
            for before in (0..LABELS).filter(|&before| may_follow(before, label) && (token > 0 || before == OUTSIDE)) {
                let last = best.last().map_or(0.0, |(scores, _)| scores[before]);
                let total = last + joints.value[joint + before][label] + score;
                if total > here.0[label] {
                    here.0[label] = total;
                    here.1[label] = before;
                }
            }
        }
        best.push(here);
    }
    let closed = (0..LABELS).filter(|&label| !matches!(parts(label), Some((_, Place::Begin | Place::Inside))));
    let last = best.last().map_or([f32::MIN; LABELS], |(scores, _)| *scores);
    let mut label = closed.fold(OUTSIDE, |most, label| if last[label] > last[most] { label } else { most });
    let mut labels = Vec::with_capacity(coded.len());
    for (_, befores) in best.iter().rev() {
        labels.push(label);
        label = befores[label];
    }
    labels.reverse();
    labels
}
