//! How far apart the marks of each unit are.

use super::{Moments, Ratings};

/// The marks of each unit described, in the order of the units; `None` where nobody marked. A single mark has no range and no
/// deviation: how far others would have been from it is unknown, not zero.
pub fn spreads(ratings: &Ratings) -> Vec<Option<Moments>> {
    (0..ratings.units()).map(|unit| Moments::of(ratings.marks(unit).map(|(_, mark)| mark))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tables::table;
    use super::*;

    #[test]
    fn unit_by_unit() {
        let spreads = spreads(&table("9 2 . 8 / . 3 . . / . . . . / 4 4 4 4"));
        let told: Vec<_> = spreads.iter().map(|unit| unit.map(|unit| (unit.count, unit.range(), unit.deviation))).collect();
        assert_eq!(told[0].map(|(count, range, _)| (count, range)), Some((3, Some(7.0))));
        assert!((told[0].unwrap().2.unwrap() - (86.0f64 / 6.0).sqrt()).abs() < 1e-12);
        assert_eq!(told[1], Some((1, None, None)));
        assert_eq!(told[2], None);
        assert_eq!(told[3], Some((4, Some(0.0), Some(0.0))));
    }
}
