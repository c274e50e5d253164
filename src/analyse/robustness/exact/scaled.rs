//! A linear call in whole numbers: shares over one denominator, weights over another, so that comparing two submissions costs a
//! few machine operations. Machine words where every product provably fits, big integers otherwise: one code for both.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One as _, Signed, Zero as _};

use super::super::Linear;
use crate::number::Exact;

/// The whole numbers that exact answers are computed with.
pub(super) trait Whole: Integer + Signed + Clone + Send + Sync + Into<BigInt> {
    /// The number, where it fits.
    fn from_big(value: &BigInt) -> Option<Self>;
}

impl Whole for i128 {
    fn from_big(value: &BigInt) -> Option<Self> {
        value.try_into().ok()
    }
}

impl Whole for BigInt {
    fn from_big(value: &BigInt) -> Option<Self> {
        Some(value.clone())
    }
}

/// A [`Linear`] in whole numbers.
#[derive(Debug)]
pub(super) struct Scaled<Z> {
    /// The published weights, in [`Self::grain`]s of a point.
    pub(super) weights: Vec<Z>,
    /// Their sum.
    pub(super) total: Z,
    /// How many of these units a point of weight is.
    pub(super) grain: BigInt,
    /// The candidates, in their order.
    pub(super) rows: Vec<Row<Z>>,
}

/// A candidate in whole numbers.
#[derive(Debug)]
pub(super) struct Row<Z> {
    /// Its shares, over the common denominator.
    pub(super) shares: Vec<Z>,
    /// What weights do not touch, in the units of [`Self::score`].
    pub(super) beside: Z,
    /// Its total with the published weights: shares times weights, plus what is beside.
    pub(super) score: Z,
    /// Its thresholds.
    pub(super) bars: Vec<Threshold<Z>>,
}

/// A threshold in whole numbers: `coefficients · weights + constant ≥ 0`.
#[derive(Debug)]
pub(super) struct Threshold<Z> {
    pub(super) coefficients: Vec<Z>,
    pub(super) constant: Z,
    /// How far it is met with the published weights; negative where it is missed.
    pub(super) margin: Z,
}

impl<Z: Whole> Row<Z> {
    /// Whether it is ranked with the published weights.
    pub(super) fn passes(&self) -> bool {
        self.bars.iter().all(|bar| !bar.margin.is_negative())
    }
}

/// What is asked of a call in whole numbers, whichever they are.
pub(super) trait Ask {
    /// What comes of it.
    type Answer;
    /// Asks.
    fn ask<Z: Whole>(self, scaled: &Scaled<Z>) -> Self::Answer;
}

/// Asks a call in the smallest whole numbers that hold everything.
pub(super) fn ask<A: Ask>(linear: &Linear, question: A) -> A::Answer {
    let big = Scaled::new(linear);
    match big.in_words() {
        Some(words) => question.ask(&words),
        None => question.ask(&big),
    }
}

impl Scaled<BigInt> {
    fn new(linear: &Linear) -> Self {
        let grain = common(linear.weights.iter());
        let constants = linear
            .candidates
            .iter()
            .flat_map(|one| one.bars.iter().flat_map(|bar| bar.coefficients.iter()).chain(one.shares.iter()));
        // What is added to products of shares and weights must be whole in their units: over both denominators at once.
        let added = linear.candidates.iter().flat_map(|one| one.bars.iter().map(|bar| &bar.constant).chain([&one.beside]));
        let (mut den, beside) = (common(constants), common(added));
        let lack = &beside / beside.gcd(&(&den * &grain));
        den *= lack;
        let unit = &den * &grain;
        let whole = |value: &Exact, unit: &BigInt| {
            let (num, part) = lowest(value);
            num * (unit / part)
        };
        let weights: Vec<BigInt> = linear.weights.iter().map(|weight| whole(weight, &grain)).collect();
        let row = |one: &super::super::Candidate| {
            let shares: Vec<BigInt> = one.shares.iter().map(|share| whole(share, &den)).collect();
            let beside = whole(&one.beside, &unit);
            let bars = one.bars.iter().map(|bar| {
                let coefficients: Vec<BigInt> = bar.coefficients.iter().map(|share| whole(share, &den)).collect();
                let constant = whole(&bar.constant, &unit);
                Threshold { margin: dot(&coefficients, &weights) + &constant, coefficients, constant }
            });
            Row { score: dot(&shares, &weights) + &beside, bars: bars.collect(), shares, beside }
        };
        let rows = linear.candidates.iter().map(row).collect();
        Self { total: weights.iter().sum(), weights, grain, rows }
    }

    /// The same in machine words, where nothing that is computed from them can overflow.
    fn in_words(&self) -> Option<Scaled<i128>> {
        let row_sizes = self.rows.iter().map(|row| {
            let all = row.bars.iter().flat_map(|bar| bar.coefficients.iter()).chain(&row.shares);
            all.map(BigInt::bits).max().unwrap_or(0)
        });
        let added = self.rows.iter().flat_map(|row| row.bars.iter().map(|bar| &bar.constant).chain([&row.beside]));
        let (share, beside) = (row_sizes.max().unwrap_or(0), added.map(BigInt::bits).max().unwrap_or(0));
        let total = self.total.bits();
        // A difference of two totals; a slope (it times two sums of weights); and the product of the two, when two points are
        // compared that are such fractions. Four bits for signs and sums of two.
        let score = (share + total).max(beside) + 2;
        let slope = share + 2 * total + 2;
        if score + slope + 2 * total + 4 > 126 {
            return None;
        }
        let word = |value: &BigInt| i128::from_big(value);
        let words = |values: &[BigInt]| values.iter().map(word).collect::<Option<Vec<i128>>>();
        let rows = self.rows.iter().map(|row| {
            let bars = row.bars.iter().map(|bar| {
                let (constant, margin) = (word(&bar.constant)?, word(&bar.margin)?);
                Some(Threshold { coefficients: words(&bar.coefficients)?, constant, margin })
            });
            Some(Row {
                shares: words(&row.shares)?,
                beside: word(&row.beside)?,
                score: word(&row.score)?,
                bars: bars.collect::<Option<_>>()?,
            })
        });
        Some(Scaled {
            weights: words(&self.weights)?,
            total: word(&self.total)?,
            grain: self.grain.clone(),
            rows: rows.collect::<Option<_>>()?,
        })
    }
}

impl<Z: Whole> Scaled<Z> {
    /// A fraction of weight units as points.
    pub(super) fn points(&self, num: &Z, den: &Z) -> Exact {
        let (num, den): (BigInt, BigInt) = (num.clone().into(), den.clone().into());
        Exact::big_ratio(num, den * &self.grain).unwrap_or(Exact::ZERO)
    }
}

/// The least common multiple of the denominators.
fn common<'a>(values: impl Iterator<Item = &'a Exact>) -> BigInt {
    let mut common = BigInt::one();
    let mut last = BigInt::zero();
    for value in values {
        // Neighbours mostly share their denominator.
        let part = lowest(value).1;
        if part != last {
            common = common.lcm(&part);
            last = part;
        }
    }
    common
}

/// Numerator and denominator in lowest terms.
fn lowest(value: &Exact) -> (BigInt, BigInt) {
    match value.small_fraction() {
        Some((num, 1)) => (num.into(), BigInt::one()),
        Some((num, den)) if num != i64::MIN => {
            let divisor = num.gcd(&den);
            ((num / divisor).into(), (den / divisor).into())
        }
        _ => value.fraction(),
    }
}

/// The sum of products.
pub(super) fn dot<Z: Whole>(a: &[Z], b: &[Z]) -> Z {
    a.iter().zip(b).fold(Z::zero(), |sum, (a, b)| sum + a.clone() * b.clone())
}
