//! Sorting the keys of a draw. Totals are spread rather evenly, so that a place for each can be guessed.

/// From so many keys on, guessing is faster.
const MANY: usize = 128;

/// More keys than this in one bucket are sorted by comparing.
const CROWDED: u32 = 24;

/// A sort into buckets by size, and inside them by insertion.
#[derive(Default)]
pub(super) struct Sorter {
    starts: Vec<u32>,
    sorted: Vec<u64>,
}

impl Sorter {
    /// Sorts keys, the smallest first.
    pub(super) fn sort(&mut self, keys: &mut [u64]) {
        if keys.len() < MANY || self.spread(keys).is_none() {
            keys.sort_unstable();
        }
    }

    /// Puts keys into buckets and sorts those; `None`, and the keys in any order, where they are too crowded.
    fn spread(&mut self, keys: &mut [u64]) -> Option<()> {
        let (low, high) = keys.iter().fold((u64::MAX, 0), |(low, high), key| (low.min(*key), high.max(*key)));
        // As many buckets as keys over the whole range, told by its 32 highest bits: `scale` is below 2⁶⁴ ÷ the range in them, so
        // that nothing overflows and the largest falls below the last bucket's end.
        let drop = (u64::BITS - (high - low).leading_zeros()).saturating_sub(32);
        let scale = (u64::from(u32::try_from(keys.len()).ok()?) << 32) / (((high - low) >> drop) + 1);
        let bucket = |key: u64| usize::try_from((((key - low) >> drop) * scale) >> 32).unwrap_or(usize::MAX);
        self.starts.clear();
        self.starts.resize(keys.len(), 0);
        for key in &*keys {
            *self.starts.get_mut(bucket(*key))? += 1;
        }
        let (mut before, mut most) = (0, 0);
        for start in &mut self.starts {
            most = most.max(*start);
            (*start, before) = (before, before + *start);
        }
        if most > CROWDED {
            return None;
        }
        self.sorted.resize(keys.len(), 0);
        for key in &*keys {
            let start = self.starts.get_mut(bucket(*key))?;
            *self.sorted.get_mut(*start as usize)? = *key;
            *start += 1;
        }
        // What is out of order is in one bucket, and near. Handing the larger of two on puts most of it right without a branch.
        let mut held = self.sorted.first().copied()?;
        let following = self.sorted.iter().skip(1).chain(std::iter::once(&u64::MAX));
        for (place, &next) in keys.iter_mut().zip(following) {
            (*place, held) = if held < next { (held, next) } else { (next, held) };
        }
        let mut last = 0;
        for at in 0..keys.len() {
            let key = *keys.get(at)?;
            if key >= last {
                last = key;
                continue;
            }
            let mut to = at;
            while let Some(other) = to.checked_sub(1).and_then(|before| keys.get(before).copied()).filter(|other| *other > key) {
                *keys.get_mut(to)? = other;
                to -= 1;
            }
            *keys.get_mut(to)? = key;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted(mut keys: Vec<u64>) -> (Vec<u64>, Vec<u64>) {
        let mut expected = keys.clone();
        expected.sort_unstable();
        Sorter::default().sort(&mut keys);
        (keys, expected)
    }

    #[test]
    fn whatever_the_spread() {
        let ramp = |of: fn(u64) -> u64| (0..1000).map(of).collect::<Vec<u64>>();
        for keys in [
            ramp(|at| at),
            ramp(|at| 1000 - at),
            ramp(|at| at % 7),
            ramp(|_| 5),
            ramp(|at| at.pow(6)),
            ramp(|at| if at == 500 { u64::MAX } else { at * 3 % 1001 }),
            ramp(|at| at.wrapping_mul(0x9E37_79B9_7F4A_7C15)),
        ] {
            let (keys, expected) = sorted(keys);
            assert_eq!(keys, expected);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]
        #[test]
        fn as_comparing_sorts(keys in proptest::collection::vec(any::<u64>(), 200..900), bits in 0u32..63) {
            let (keys, expected) = sorted(keys.into_iter().map(|key| key >> bits).collect());
            prop_assert_eq!(keys, expected);
        }
    }
}
