//! Published tables that the tests of several files use, random ones, and how both are written down.

use proptest::prelude::*;

use super::Ratings;

/// Six targets by four judges. P. E. Shrout, J. L. Fleiss, "Intraclass correlations: uses in assessing rater reliability",
/// *Psychological Bulletin* 86 (1979), table 2.
pub(super) const SHROUT_FLEISS: &str = "9 2 5 8 / 6 1 3 2 / 8 4 6 8 / 7 1 2 6 / 10 5 6 9 / 6 2 4 7";

/// Units between strokes, marks between blanks, a dot where there is none.
pub(super) fn table(text: &str) -> Ratings {
    let mark = |word: &str| (word != ".").then(|| word.parse().unwrap());
    let rows: Vec<Vec<Option<f64>>> = text.split('/').map(|row| row.split_whitespace().map(mark).collect()).collect();
    Ratings::new(rows[0].len(), rows).unwrap()
}

/// Raters in the rows, as many publications print them.
pub(super) fn by_raters(text: &str) -> Ratings {
    let turned = table(text);
    let turned_rows = rows(&turned);
    let rows = (0..turned.raters()).map(|unit| turned_rows.iter().map(|row| row[unit]).collect::<Vec<_>>());
    Ratings::new(turned.units(), rows).unwrap()
}

/// The cells of a table, to make another one of.
pub(super) fn rows(ratings: &Ratings) -> Vec<Vec<Option<f64>>> {
    let mut rows = vec![vec![None; ratings.raters()]; ratings.units()];
    for (unit, row) in rows.iter_mut().enumerate() {
        ratings.marks(unit).for_each(|(rater, mark)| row[rater] = Some(mark));
    }
    rows
}

/// A table of marks with tenths, many equal, and gaps.
pub(super) fn any_ratings() -> impl Strategy<Value = Ratings> {
    (1usize..6, 1usize..9).prop_flat_map(|(raters, units)| {
        let mark = prop_oneof![4 => (0i32..40).prop_map(|tenths| Some(f64::from(tenths) / 10.0)), 1 => Just(None)];
        let row = proptest::collection::vec(mark, raters);
        proptest::collection::vec(row, units).prop_map(move |rows| Ratings::new(raters, rows).unwrap())
    })
}

/// A table, and the same with its units and raters in another order: unit `u` of the other is unit `units[u]` of the one.
pub(super) fn any_shuffled() -> impl Strategy<Value = (Ratings, Ratings, Vec<usize>, Vec<usize>)> {
    any_ratings().prop_flat_map(|ratings| {
        let units = Just((0..ratings.units()).collect::<Vec<_>>()).prop_shuffle();
        let raters = Just((0..ratings.raters()).collect::<Vec<_>>()).prop_shuffle();
        (Just(ratings), units, raters).prop_map(|(ratings, units, raters)| {
            let rows = rows(&ratings);
            let row = |unit: &usize| raters.iter().map(|rater| rows[*unit][*rater]).collect::<Vec<_>>();
            let other = Ratings::new(raters.len(), units.iter().map(row)).unwrap();
            (ratings, other, units, raters)
        })
    })
}

/// Whether two results are the same up to rounding, or have no value for the same reason.
pub(super) fn close<E: PartialEq>(a: &Result<f64, E>, b: &Result<f64, E>, tolerance: f64) -> bool {
    match (a, b) {
        (Ok(a), Ok(b)) => (a - b).abs() <= tolerance,
        (Err(a), Err(b)) => a == b,
        _ => false,
    }
}

/// A number to so many decimals, as printed.
pub(super) fn printed(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}")
}
