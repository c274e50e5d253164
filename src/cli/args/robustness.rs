//! The arguments of `grille robustness`: which weights are admissible, what is drawn, and what is a failure.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::CallArgs;
use super::value;
use crate::cli::failure::Said;
use crate::number::{Decimal, Exact};
use crate::text::Message;

/// `grille robustness`
#[derive(Debug, Args)]
pub struct RobustnessArgs {
    /// The call's folder.
    #[arg(conflicts_with = "dir")]
    pub call: Option<PathBuf>,
    /// Which call, and how its files are written.
    #[command(flatten)]
    pub which: CallArgs,
    /// By what share of itself each weight may differ from the published one, from 0 to 1.
    #[arg(long, value_parser = band, conflicts_with = "order")]
    pub band: Option<Exact>,
    /// An order of importance that weights must keep.
    #[arg(long, value_parser = order, conflicts_with = "range")]
    pub order: Option<Order>,
    /// Bounds for the weight of a criterion.
    #[arg(long, value_parser = range)]
    pub range: Vec<Range>,
    /// The only parts that are looked for; none is all of them.
    #[arg(long, value_enum, value_delimiter = ',')]
    pub only: Vec<Part>,
    /// How many nodes each search for a possible rank looks at.
    #[arg(long, value_parser = value::whole_number)]
    pub nodes: Option<usize>,
    /// What is drawn anew, if anything.
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, default_missing_value = "weights")]
    pub simulate: Option<Drawn>,
    /// How often.
    #[arg(long, value_parser = value::many_draws)]
    pub draws: Option<u32>,
    /// Where random draws start.
    #[arg(long, default_value = "1", value_parser = value::seed)]
    pub seed: u64,
    /// The smallest change of the selection must be so many points at least.
    #[arg(long, value_parser = points)]
    pub min_move: Option<Exact>,
    /// Whether a tie across the cut-line is a failure.
    #[arg(long)]
    pub no_cut_line_tie: bool,
    /// How often each selected submission must be selected in the draws, from 0 to 1.
    #[arg(long, value_parser = probability, requires = "simulate")]
    pub min_selected: Option<Exact>,
    /// What a row of `csv` is about.
    #[arg(long, value_enum, default_value_t = RowsBy::Submission)]
    pub by: RowsBy,
}

/// A part of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// What weights would change.
    Weights,
    /// What marks would change, and what is near a threshold.
    Marks,
    /// What each criterion does.
    Criteria,
    /// What draws find.
    Draws,
}

/// What is drawn anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Drawn {
    /// Weights.
    Weights,
    /// The panel.
    Panel,
    /// Both.
    Both,
}

/// What a row of the data is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RowsBy {
    /// A submission.
    Submission,
    /// A criterion or group.
    Criterion,
}

/// An order of importance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// That of the published weights.
    Published,
    /// Criteria by name, the heaviest first, equal ones together.
    Named(Vec<Vec<String>>),
}

/// Bounds for a weight, in points of the total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The criterion.
    pub name: String,
    /// The lower bound, included.
    pub low: Exact,
    /// The upper bound, included.
    pub high: Exact,
}

impl RobustnessArgs {
    /// The folder of the call.
    pub fn folder(&self) -> &Path {
        self.which.folder(self.call.as_deref())
    }
}

fn number(text: &str) -> Option<Exact> {
    Decimal::parse(text.trim()).ok().map(Exact::from).filter(|number| !number.is_negative())
}

/// A share written with its sign: `20%`.
fn percent(text: &str) -> Option<Exact> {
    let number = number(text.trim().strip_suffix('%')?)?;
    Some(&number * &Exact::ratio(1, 100)?).filter(|share| *share <= Exact::ONE)
}

fn band(text: &str) -> Result<Exact, Said> {
    percent(text).ok_or(Said(Message::UsageBand {}))
}

fn probability(text: &str) -> Result<Exact, Said> {
    let share = percent(text).or_else(|| number(text).filter(|share| *share <= Exact::ONE));
    share.ok_or(Said(Message::UsageProbability {}))
}

fn points(text: &str) -> Result<Exact, Said> {
    number(text).filter(|points| !points.is_zero()).ok_or(Said(Message::UsagePoints {}))
}

fn range(text: &str) -> Result<Range, Said> {
    let parts = text.rsplit_once('=').and_then(|(name, bounds)| {
        let (low, high) = bounds.split_once("..")?;
        let (low, high) = (number(low)?, number(high)?);
        let name = name.trim().to_owned();
        (!name.is_empty() && low <= high).then_some(Range { name, low, high })
    });
    parts.ok_or(Said(Message::UsageRange {}))
}

fn order(text: &str) -> Result<Order, Said> {
    if text.trim() == "published" {
        return Ok(Order::Published);
    }
    let blocks: Vec<Vec<String>> =
        text.split(',').map(|block| block.split('=').map(|name| name.trim().to_owned()).collect()).collect();
    let sound = blocks.iter().flatten().all(|name| !name.is_empty()) && blocks.iter().flatten().count() > 1;
    if sound { Ok(Order::Named(blocks)) } else { Err(Said(Message::UsageOrder {})) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_people_write_them() {
        assert_eq!(band("20%").unwrap(), Exact::ratio(1, 5).unwrap());
        assert_eq!(band(" 12.5 %").unwrap(), Exact::ratio(1, 8).unwrap());
        assert_eq!(probability("0.9").unwrap(), probability("90%").unwrap());
        assert_eq!(points("2.5").unwrap(), Exact::ratio(5, 2).unwrap());
        let ten_to_thirty = range("feasibility = 10..30").unwrap();
        assert_eq!(
            (ten_to_thirty.name.as_str(), ten_to_thirty.low, ten_to_thirty.high),
            ("feasibility", Exact::whole(10), Exact::whole(30))
        );
        assert_eq!(order("published").unwrap(), Order::Published);
        let named = |blocks: &[&[&str]]| {
            Order::Named(blocks.iter().map(|block| block.iter().map(|name| (*name).to_owned()).collect()).collect())
        };
        assert_eq!(order("a, b=c,d").unwrap(), named(&[&["a"], &["b", "c"], &["d"]]));
    }

    #[test]
    fn what_could_be_read_two_ways_is_refused() {
        for bad in ["0.2", "20", "101%", "-5%", "%", ""] {
            assert!(band(bad).is_err(), "{bad}");
        }
        for bad in ["a=30..10", "a=10", "=1..2", "a=1,5..2", "a=-1..2"] {
            assert!(range(bad).is_err(), "{bad}");
        }
        for bad in ["", "a", "a,,b", "a=,b"] {
            assert!(order(bad).is_err(), "{bad}");
        }
        assert!(points("0").is_err() && probability("90").is_err() && probability("120%").is_err());
    }
}
