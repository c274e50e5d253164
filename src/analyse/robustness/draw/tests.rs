//! Draws beside closed forms, beside rejection from the simplex, and within their bounds.

use proptest::prelude::*;

use super::*;

const DRAWS: u32 = 20_000;

/// All draws of a region, in shares of one.
fn drawn(region: &Region, total: &Exact, criteria: usize, draws: u32) -> Vec<Vec<f64>> {
    let drawer = Drawer::new(region, total, criteria).unwrap();
    let mut stream = Stream::new(7, 0);
    let mut weights = Vec::new();
    let mut all = Vec::new();
    for _ in 0..draws {
        drawer.draw(&mut stream, &mut weights);
        assert_eq!(weights.iter().map(|weight| u64::from(*weight)).sum::<u64>(), drawer.units());
        #[expect(clippy::cast_precision_loss, reason = "units are far below 2^53")]
        all.push(weights.iter().map(|weight| f64::from(*weight) / drawer.units() as f64).collect());
    }
    all
}

/// The mean of a number of each draw, and its standard error.
fn mean(draws: &[Vec<f64>], of: impl Fn(&[f64]) -> f64) -> (f64, f64) {
    let count = f64::from(u32::try_from(draws.len()).unwrap());
    let mean = draws.iter().map(|draw| of(draw)).sum::<f64>() / count;
    let variance = draws.iter().map(|draw| (of(draw) - mean).powi(2)).sum::<f64>() / (count - 1.0);
    (mean, (variance / count).sqrt())
}

#[track_caller]
fn near(found: (f64, f64), expected: f64) {
    assert!((found.0 - expected).abs() < 5.0 * found.1, "{found:?} beside {expected}");
}

fn hundred() -> Exact {
    Exact::whole(100)
}

/// On the uniform simplex each weight has mean 1/n and variance (n − 1)/(n²(n + 1)), each pair covariance −1/(n²(n + 1)).
#[test]
fn the_whole_simplex_has_its_moments() {
    for n in [2usize, 3, 6] {
        let draws = drawn(&Region::All, &hundred(), n, DRAWS);
        let of = f64::from(u32::try_from(n).unwrap());
        for at in 0..n {
            near(mean(&draws, |draw| draw[at]), 1.0 / of);
            near(mean(&draws, |draw| (draw[at] - 1.0 / of).powi(2)), (of - 1.0) / (of * of * (of + 1.0)));
            let other = (at + 1) % n;
            near(mean(&draws, |draw| (draw[at] - 1.0 / of) * (draw[other] - 1.0 / of)), -1.0 / (of * of * (of + 1.0)));
        }
    }
}

/// Fully ordered weights have the means of the sorted gaps: (1/n) Σ 1/j from their rank on ("rank order centroid": F. H. Barron,
/// B. E. Barrett, *Management Science* 42, 1996). For three: 11/18, 5/18, 2/18.
#[test]
fn a_strict_order_has_the_centroid() {
    let draws = drawn(&Region::Order(vec![vec![2], vec![0], vec![1]]), &hundred(), 3, DRAWS);
    assert!(draws.iter().all(|draw| draw[2] >= draw[0] && draw[0] >= draw[1]));
    for (at, expected) in [(2, 11.0 / 18.0), (0, 5.0 / 18.0), (1, 2.0 / 18.0)] {
        near(mean(&draws, |draw| draw[at]), expected);
    }
}

/// Blocks, and a criterion that is free, beside those draws of the whole simplex that keep the order.
#[test]
fn blocks_are_as_the_simplex_where_it_keeps_the_order() {
    let ordered = |draw: &[f64]| draw[1].min(draw[4]) >= draw[0] && draw[0] >= draw[2];
    let draws = drawn(&Region::Order(vec![vec![1, 4], vec![0], vec![2]]), &hundred(), 5, DRAWS);
    assert!(draws.iter().all(|draw| ordered(draw)));
    let mut other = drawn(&Region::All, &hundred(), 5, 12 * DRAWS);
    other.retain(|draw| ordered(draw));
    assert!(other.len() > 15_000, "one in twelve: {}", other.len());
    for one in 0..5 {
        for two in 0..=one {
            let (a, b) = (mean(&draws, |draw| draw[one] * draw[two]), mean(&other, |draw| draw[one] * draw[two]));
            assert!((a.0 - b.0).abs() < 5.0 * (a.1 * a.1 + b.1 * b.1).sqrt(), "{one} {two}: {a:?} {b:?}");
        }
        let (a, b) = (mean(&draws, |draw| draw[one]), mean(&other, |draw| draw[one]));
        assert!((a.0 - b.0).abs() < 5.0 * (a.1 * a.1 + b.1 * b.1).sqrt(), "{one}: {a:?} {b:?}");
    }
}

fn points(bounds: &[(i64, i64)]) -> Region {
    Region::Between(bounds.iter().map(|(low, high)| (Exact::whole(*low), Exact::whole(*high))).collect())
}

/// Each way of attempting has regions where it is the best; all give what the simplex gives inside the bounds.
#[test]
fn bounds_are_as_the_simplex_where_it_is_within_them() {
    for bounds in
        [[(10, 100), (20, 90), (5, 90), (0, 80)], [(15, 35), (15, 35), (15, 35), (15, 35)], [(0, 40), (0, 30), (0, 30), (0, 40)]]
    {
        let region = points(&bounds);
        let draws = drawn(&region, &hundred(), 4, DRAWS / 2);
        let limits = bounds
            .map(|(low, high)| (f64::from(u8::try_from(low).unwrap()) / 100.0, f64::from(u8::try_from(high).unwrap()) / 100.0));
        let inside =
            |draw: &[f64]| draw.iter().zip(limits).all(|(part, (low, high))| *part >= low - 1e-12 && *part <= high + 1e-12);
        assert!(draws.iter().all(|draw| inside(draw)));
        let mut other = drawn(&Region::All, &hundred(), 4, 5 * DRAWS);
        other.retain(|draw| inside(draw));
        assert!(other.len() > 1_000, "{}", other.len());
        for one in 0..4 {
            for two in 0..=one {
                let (a, b) = (mean(&draws, |draw| draw[one] * draw[two]), mean(&other, |draw| draw[one] * draw[two]));
                assert!((a.0 - b.0).abs() < 5.0 * (a.1 * a.1 + b.1 * b.1).sqrt(), "{bounds:?} {one} {two}: {a:?} {b:?}");
            }
        }
    }
}

#[test]
fn what_is_fixed_stays_exactly() {
    let third = Exact::ratio(100, 3).unwrap();
    let region =
        Region::Between(vec![(third.clone(), third.clone()), (Exact::ZERO, Exact::whole(70)), (Exact::ZERO, Exact::whole(70))]);
    let drawer = Drawer::new(&region, &hundred(), 3).unwrap();
    assert_eq!(drawer.units() % 3, 0);
    let mut weights = Vec::new();
    drawer.draw(&mut Stream::new(1, 1), &mut weights);
    assert_eq!(u64::from(weights[0]) * 3, drawer.units());
    assert!(!drawer.is_nothing(1) && !drawer.is_nothing(0));
    let all = Drawer::new(&points(&[(20, 20), (0, 0), (80, 80)]), &hundred(), 3).unwrap();
    all.draw(&mut Stream::new(1, 1), &mut weights);
    assert_eq!(weights.iter().map(|weight| u64::from(*weight) * 5 / all.units()).collect::<Vec<_>>(), [1, 0, 4]);
    assert!(all.is_nothing(1));
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let refused = |region: &Region, criteria| Drawer::new(region, &hundred(), criteria).unwrap_err();
    assert_eq!(refused(&points(&[(0, 10), (0, 80)]), 2), Undrawable::Impossible);
    assert_eq!(refused(&points(&[(60, 70), (50, 80)]), 2), Undrawable::Impossible);
    assert_eq!(refused(&points(&[(20, 10), (50, 100)]), 2), Undrawable::Impossible);
    let decimal = |text: &str| Exact::from(crate::number::Decimal::parse(text).unwrap());
    let fine = Region::Between(vec![(decimal("12.34567891234"), Exact::whole(50)), (Exact::ZERO, Exact::whole(90))]);
    assert_eq!(refused(&fine, 2), Undrawable::Fine);
    // The first fourteen together are seldom as little as the total, and the others hardly anything of it.
    let mut narrow = vec![(Exact::ZERO, Exact::whole(50)); 14];
    narrow.extend(vec![(Exact::ZERO, Exact::ratio(1, 10).unwrap()); 10]);
    assert_eq!(refused(&Region::Between(narrow), 24), Undrawable::Narrow);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Bands around any weights: within the bounds, and all of the total, always.
    #[test]
    fn bands_are_kept(parts in proptest::collection::vec(0i64..=40, 2..8), share in 1i64..=100, seed in any::<u64>()) {
        let total: i64 = parts.iter().sum();
        prop_assume!(total > 0);
        let weights: Vec<Exact> = parts.iter().map(|part| Exact::whole(*part)).collect();
        let region = Region::band(&weights, &Exact::ratio(share, 100).unwrap());
        let Region::Between(bounds) = &region else { panic!("a band has bounds") };
        let drawer = Drawer::new(&region, &Exact::whole(total), parts.len()).unwrap();
        let units = i64::try_from(drawer.units()).unwrap();
        let (mut stream, mut drawn) = (Stream::new(seed, 0), Vec::new());
        for _ in 0..20 {
            drawer.draw(&mut stream, &mut drawn);
            prop_assert_eq!(drawn.iter().map(|part| i64::from(*part)).sum::<i64>(), units);
            for (part, (low, high)) in drawn.iter().zip(bounds) {
                let weight = &Exact::ratio(i64::from(*part), units).unwrap() * &Exact::whole(total);
                prop_assert!(weight >= *low && weight <= *high);
            }
        }
    }
}
