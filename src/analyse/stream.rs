//! Reproducible chance: numbered streams of a small generator, the same on every machine and at any number of threads.

/// The `SplitMix64` generator (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014): a counter and a mixer, in whole numbers only.
#[derive(Debug, Clone)]
pub(super) struct Stream(u64);

/// The step of the counter: 2^64 divided by the golden ratio, odd.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Stream {
    /// Stream `index` of a seed. Each starts at another output of the generator that the seed itself starts, so that neighbouring
    /// seeds or indexes have nothing in common.
    pub(super) fn new(seed: u64, index: u64) -> Self {
        Self(Self(seed.wrapping_add(index.wrapping_mul(STEP))).next())
    }

    /// The next 64 bits.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below `bound`, each as likely as the next; zero below zero.
    ///
    /// D. Lemire, "Fast random integer generation in an interval", *ACM TOMACS* 29 (2019): the high half of a product, drawn again
    /// in the few cases that would favour some numbers.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        let refused = if bound == 0 { 0 } else { bound.wrapping_neg() % bound };
        loop {
            let product = u128::from(self.next()) * u128::from(bound);
            let (high, low) = (product >> 64, product & u128::from(u64::MAX));
            if low >= u128::from(refused) {
                // The high half of a product of two words is a word.
                return u64::try_from(high).unwrap_or(u64::MAX);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of seed 1234567, as the authors' C program gives them.
    #[test]
    fn the_generator_is_the_published_one() {
        let mut stream = Stream(1_234_567);
        let first: Vec<u64> = std::iter::repeat_with(|| stream.next()).take(5).collect();
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(first, published);
    }

    #[test]
    fn numbers_below_a_bound_are_all_as_likely() {
        let mut stream = Stream::new(1, 0);
        let mut seen = [0u32; 7];
        for _ in 0..70_000 {
            seen[usize::try_from(stream.below(7)).unwrap()] += 1;
        }
        // Six standard deviations of a count around 10,000.
        assert!(seen.iter().all(|count| count.abs_diff(10_000) < 560), "{seen:?}");
        assert_eq!((stream.below(1), stream.below(0)), (0, 0));
    }

    #[test]
    fn streams_differ() {
        let first = |seed, index| Stream::new(seed, index).next();
        let all = [first(0, 0), first(0, 1), first(1, 0), first(1, 1), first(STEP, 0)];
        // Seed STEP is where stream 1 of seed 0 starts: the one coincidence of the numbering.
        assert_eq!(all[4], all[1]);
        for (at, one) in all[..4].iter().enumerate() {
            assert!(!all[..at].contains(one));
        }
    }
}
