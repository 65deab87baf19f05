//! A linear-chain conditional random field, trained by FTRL-proximal: each step sees one example; L1 keeps it small.

use super::corpus::Example;
use pressmark::ner::features::JOINTS;
use pressmark::ner::labels::{LABELS, OUTSIDE, Place, may_follow, parts};
use std::thread;

/// How to train.
#[derive(clap::Args)]
pub struct Settings {
    /// How often each example is seen.
    #[arg(long, default_value_t = 8)]
    pub rounds: usize,
    /// Learning rate.
    #[arg(long, default_value_t = 0.15)]
    pub rate: f32,
    /// Pull towards zero; makes the model smaller.
    #[arg(long, default_value_t = 10.0)]
    pub l1: f32,
    /// Pull towards small weights.
    #[arg(long, default_value_t = 0.5)]
    pub l2: f32,
    /// How many of a hundred features are left out, at random, each time an example is seen.
    #[arg(long, default_value_t = 25)]
    pub drop: u64,
    /// Features seen in fewer tokens are left out.
    #[arg(long, default_value_t = 8)]
    pub least: usize,
    /// How many models are trained, each in an order of its own; the mean of their weights is kept.
    #[arg(long, default_value_t = 3)]
    pub models: u64,
}

/// What has been learnt.
pub struct Trained {
    /// Features and their weight for each label.
    pub rows: Vec<(u32, [f32; LABELS])>,
    /// By joint, label before, label.
    pub transitions: Vec<f32>,
}

type Row = [f32; LABELS];

/// Learns from the examples: the mean of several models, since the order in which one sees them sways single names.
pub fn train(examples: &[Example], settings: &Settings) -> Trained {
    let (ids, coded) = encode(examples, settings.least);
    let features = ids.len();
    let fields = thread::scope(|scope| {
        let coded = &coded;
        let learners: Vec<_> =
            (0..settings.models).map(|model| scope.spawn(move || learn(examples, coded, features, settings, model))).collect();
        learners.into_iter().map(|learner| learner.join().expect("a model that is learnt")).collect::<Vec<_>>()
    });
    let mut fields = fields.into_iter();
    let (mut rows, mut joints) = fields.next().expect("at least one model");
    for (more_rows, more_joints) in fields {
        add(&mut rows, &more_rows);
        add(&mut joints, &more_joints);
    }
    let kept = (1.0 - settings.drop as f32 / 100.0) / settings.models as f32;
    let rows = ids.into_iter().zip(rows).map(|(id, row)| (id, row.map(|weight| weight * kept))).collect();
    Trained { rows, transitions: joints.concat().iter().map(|weight| weight / settings.models as f32).collect() }
}

fn add(sums: &mut [Row], rows: &[Row]) {
    for (sum, row) in sums.iter_mut().zip(rows) {
        *sum = std::array::from_fn(|label| sum[label] + row[label]);
    }
}

/// The weights of one model: of the features, and of the joints.
fn learn(examples: &[Example], coded: &[Vec<Vec<u32>>], features: usize, settings: &Settings, model: u64) -> (Vec<Row>, Vec<Row>) {
    let mut field = Field { settings, rows: Weights::new(features), joints: Weights::new(JOINTS * LABELS) };
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random(0x2545_F491_4F6C_DD1D ^ model);
    for round in 0..settings.rounds {
        random.shuffle(&mut order);
        let loss: f64 =
            order.iter().map(|&index| f64::from(field.learn(&examples[index], &thin(&coded[index], settings.drop, &mut random)))).sum();
        eprintln!("model {model}, round {round}: loss {loss:.0}");
        if round * 2 >= settings.rounds {
            field.rows.note();
            field.joints.note();
        }
    }
    (field.rows.average(), field.joints.average())
}

/// The features that are seen often enough, sorted, and the examples with places in that list for features.
pub fn encode(examples: &[Example], least: usize) -> (Vec<u32>, Vec<Vec<Vec<u32>>>) {
    let ids = index(examples, least);
    let place = |feature: &u32| ids.binary_search(feature).ok().map(|id| id as u32);
    let coded = examples
        .iter()
        .map(|example| example.tokens.iter().map(|token| token.features.iter().filter_map(place).collect()).collect())
        .collect();
    (ids, coded)
}

/// The features that are seen often enough, sorted.
fn index(examples: &[Example], least: usize) -> Vec<u32> {
    let mut all: Vec<u32> =
        examples.iter().flat_map(|example| example.tokens.iter().flat_map(|token| token.features.iter().copied())).collect();
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).filter(|same| same.len() >= least).map(|same| same[0]).collect()
}

/// Leaves some features out, so that the others learn to do without them.
fn thin(coded: &[Vec<u32>], drop: u64, random: &mut Random) -> Vec<Vec<u32>> {
    coded.iter().map(|features| features.iter().copied().filter(|_| random.next() % 100 >= drop).collect()).collect()
}

struct Field<'s> {
    settings: &'s Settings,
    rows: Weights,
    joints: Weights,
}

/// Weights with what FTRL remembers of them.
struct Weights {
    cells: Vec<Cell>,
    /// The sum of the weights after each round of the second half, and how many rounds that is.
    noted: Vec<Row>,
    notes: f32,
}

#[derive(Clone, Copy)]
struct Cell {
    value: Row,
    sum: Row,
    /// Root of the sum of squared slopes.
    root: Row,
}

impl Weights {
    fn new(count: usize) -> Self {
        let cell = Cell { value: [0.0; LABELS], sum: [0.0; LABELS], root: [0.0; LABELS] };
        Self { cells: vec![cell; count], noted: vec![[0.0; LABELS]; count], notes: 0.0 }
    }

    fn note(&mut self) {
        self.notes += 1.0;
        for (sum, cell) in self.noted.iter_mut().zip(&self.cells) {
            *sum = std::array::from_fn(|label| sum[label] + cell.value[label]);
        }
    }

    /// The mean over the rounds noted: steadier than the last.
    fn average(&self) -> Vec<Row> {
        self.noted.iter().map(|sum| sum.map(|weight| weight / self.notes)).collect()
    }

    fn step(&mut self, row: usize, gradient: &Row, settings: &Settings, l1: f32) {
        let Cell { value, sum, root } = &mut self.cells[row];
        for label in 0..LABELS {
            let slope = gradient[label];
            let before = root[label];
            root[label] = (before * before + slope * slope).sqrt();
            sum[label] += slope - (root[label] - before) / settings.rate * value[label];
            let pull = sum[label].abs() - l1;
            value[label] = if pull <= 0.0 { 0.0 } else { -pull.copysign(sum[label]) / ((1.0 + root[label]) / settings.rate + settings.l2) };
        }
    }
}

const NEVER: f32 = -1.0e30;

impl Field<'_> {
    /// One step down the slope of one example; returns its loss.
    fn learn(&mut self, example: &Example, coded: &[Vec<u32>]) -> f32 {
        let scores: Vec<Row> = coded.iter().map(|features| self.score(features)).collect();
        let joints: Vec<usize> = example.tokens.iter().map(|token| token.joint).collect();
        let all: Vec<u32> = vec![(1 << LABELS) - 1; scores.len()];
        let model = Lattice::new(self, &scores, &joints, &all);
        let allowed: Vec<u32> = example.tokens.iter().map(|token| token.allowed).collect();
        let truth = Truth::new(self, &scores, &joints, &allowed);
        let loss = model.total - truth.total();
        if loss < 1.0e-2 || truth.total() < NEVER / 2.0 {
            return 0.0;
        }
        let steps: Vec<(Row, Pairs)> = (0..scores.len())
            .map(|token| {
                let pairs = model.pairs(self, token);
                let gold = truth.pairs(self, token);
                (
                    difference(&model.unary(token), &truth.unary(token)),
                    std::array::from_fn(|before| difference(&pairs[before], &gold[before])),
                )
            })
            .collect();
        let slope = |slopes: &Row| slopes.map(|slope| if slope.abs() < 2.0e-3 { 0.0 } else { slope * example.weight });
        for (token, (slopes, pairs)) in steps.iter().enumerate() {
            let slopes = slope(slopes);
            if slopes.iter().any(|slope| slope.abs() > 0.0) {
                coded[token].iter().for_each(|&row| self.rows.step(row as usize, &slopes, self.settings, self.settings.l1));
            }
            for (before, slopes) in pairs.iter().enumerate() {
                let slopes = slope(slopes);
                if slopes.iter().any(|slope| slope.abs() > 0.0) {
                    self.joints.step(joints[token] * LABELS + before, &slopes, self.settings, 0.0);
                }
            }
        }
        loss * example.weight
    }

    fn score(&self, features: &[u32]) -> Row {
        let mut scores = [0.0; LABELS];
        for &row in features {
            for (score, weight) in scores.iter_mut().zip(&self.rows.cells[row as usize].value) {
                *score += weight;
            }
        }
        scores
    }

    fn transition(&self, joint: usize, before: usize, label: usize) -> f32 {
        self.joints.cells[joint * LABELS + before].value[label]
    }
}

fn difference(model: &Row, truth: &Row) -> Row {
    std::array::from_fn(|label| model[label] - truth[label])
}

/// By label before, label.
type Pairs = [Row; LABELS];

/// What is known of the right labels: all of them, or some readings that are allowed.
enum Truth<'l> {
    Known { labels: Vec<usize>, total: f32 },
    Partly(Lattice<'l>),
}

impl<'l> Truth<'l> {
    fn new(field: &Field<'_>, scores: &'l [Row], joints: &'l [usize], allowed: &'l [u32]) -> Self {
        if !allowed.iter().all(|allowed| allowed.is_power_of_two()) {
            return Self::Partly(Lattice::new(field, scores, joints, allowed));
        }
        let labels: Vec<usize> = allowed.iter().map(|allowed| allowed.trailing_zeros() as usize).collect();
        let befores = std::iter::once(OUTSIDE).chain(labels.iter().copied());
        let total = befores
            .zip(&labels)
            .enumerate()
            .map(|(token, (before, &label))| field.transition(joints[token], before, label) + scores[token][label])
            .sum();
        Self::Known { labels, total }
    }

    fn total(&self) -> f32 {
        match self {
            Self::Known { total, .. } => *total,
            Self::Partly(lattice) => lattice.total,
        }
    }

    fn unary(&self, token: usize) -> Row {
        match self {
            Self::Known { labels, .. } => std::array::from_fn(|label| f32::from(u8::from(labels[token] == label))),
            Self::Partly(lattice) => lattice.unary(token),
        }
    }

    fn pairs(&self, field: &Field<'_>, token: usize) -> Pairs {
        match self {
            Self::Known { labels, .. } => {
                let mut pairs = [[0.0; LABELS]; LABELS];
                pairs[if token == 0 { OUTSIDE } else { labels[token - 1] }][labels[token]] = 1.0;
                pairs
            }
            Self::Partly(lattice) => lattice.pairs(field, token),
        }
    }
}

/// Forward and backward sums over the readings of one example that are allowed.
struct Lattice<'l> {
    scores: &'l [Row],
    joints: &'l [usize],
    allowed: &'l [u32],
    forward: Vec<Row>,
    backward: Vec<Row>,
    total: f32,
}

impl<'l> Lattice<'l> {
    fn new(field: &Field<'_>, scores: &'l [Row], joints: &'l [usize], allowed: &'l [u32]) -> Self {
        let mut lattice = Self {
            scores,
            joints,
            allowed,
            forward: vec![[NEVER; LABELS]; scores.len()],
            backward: vec![[NEVER; LABELS]; scores.len()],
            total: 0.0,
        };
        lattice.sum_forward(field);
        lattice.sum_backward(field);
        let last = lattice.forward[scores.len() - 1];
        lattice.total = log_sum((0..LABELS).filter(|&label| is_closed(label)).map(|label| last[label]));
        lattice
    }

    fn may(&self, token: usize, label: usize) -> bool {
        self.allowed[token] >> label & 1 == 1
    }

    fn sum_forward(&mut self, field: &Field<'_>) {
        for token in 0..self.scores.len() {
            for label in (0..LABELS).filter(|&label| self.allowed[token] >> label & 1 == 1) {
                let joint = self.joints[token];
                let before = if token == 0 {
                    if may_follow(OUTSIDE, label) { field.transition(joint, OUTSIDE, label) } else { continue }
                } else {
                    let last = &self.forward[token - 1];
                    log_sum(
                        (0..LABELS)
                            .filter(|&before| last[before] > NEVER && may_follow(before, label))
                            .map(|before| last[before] + field.transition(joint, before, label)),
                    )
                };
                self.forward[token][label] = before + self.scores[token][label];
            }
        }
    }

    fn sum_backward(&mut self, field: &Field<'_>) {
        for token in (0..self.scores.len()).rev() {
            for label in (0..LABELS).filter(|&label| self.allowed[token] >> label & 1 == 1) {
                self.backward[token][label] = if token + 1 == self.scores.len() {
                    if is_closed(label) { 0.0 } else { NEVER }
                } else {
                    let next = &self.backward[token + 1];
                    let joint = self.joints[token + 1];
                    log_sum(
                        (0..LABELS)
                            .filter(|&after| self.may(token + 1, after) && may_follow(label, after) && next[after] > NEVER)
                            .map(|after| next[after] + self.scores[token + 1][after] + field.transition(joint, label, after)),
                    )
                };
            }
        }
    }

    /// How probable each label is at a token.
    fn unary(&self, token: usize) -> Row {
        std::array::from_fn(|label| {
            if self.may(token, label) { (self.forward[token][label] + self.backward[token][label] - self.total).exp() } else { 0.0 }
        })
    }

    /// How probable each pair of labels is at a token and the one before it.
    fn pairs(&self, field: &Field<'_>, token: usize) -> Pairs {
        let mut pairs = [[0.0; LABELS]; LABELS];
        let start: Row = std::array::from_fn(|label| if label == OUTSIDE { 0.0 } else { NEVER });
        let last = if token == 0 { &start } else { &self.forward[token - 1] };
        for before in (0..LABELS).filter(|&before| last[before] > NEVER) {
            for label in (0..LABELS).filter(|&label| self.may(token, label) && may_follow(before, label)) {
                let score = last[before]
                    + field.transition(self.joints[token], before, label)
                    + self.scores[token][label]
                    + self.backward[token][label];
                pairs[before][label] = (score - self.total).exp();
            }
        }
        pairs
    }
}

fn is_closed(label: usize) -> bool {
    !matches!(parts(label), Some((_, Place::Begin | Place::Inside)))
}

fn log_sum(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = values.clone().fold(NEVER, f32::max);
    if most <= NEVER { NEVER } else { most + values.map(|value| (value - most).exp()).sum::<f32>().ln() }
}

/// xorshift64*
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// Fisher and Yates.
    pub fn shuffle(&mut self, items: &mut [usize]) {
        for last in (1..items.len()).rev() {
            items.swap(last, (self.next() % (last as u64 + 1)) as usize);
        }
    }
}
