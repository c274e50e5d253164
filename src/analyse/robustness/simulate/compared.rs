//! Who is ahead of whom: every pair of a draw, sixteen at a time.

/// Comparisons of at most 255 draws, as bytes.
pub(super) struct Compared {
    slots: usize,
    /// The width of a row: whole vectors, of which compilers take two at once.
    stride: usize,
    /// The ranks of a draw; who has none comes after all who have one, and so does what pads the row.
    ranks: Vec<i8>,
    /// Draws in which everyone has a rank of their own. Of two, one is then ahead: only columns from the row on are compared.
    strict: Vec<u8>,
    strict_draws: u8,
    /// All other draws.
    other: Vec<u8>,
    other_draws: u8,
}

impl Compared {
    /// For so many; fewer than 127.
    pub(super) fn new(slots: usize) -> Self {
        let stride = slots.next_multiple_of(32);
        let cells = slots * stride;
        Self {
            slots,
            stride,
            ranks: vec![i8::MAX; stride],
            strict: vec![0; cells],
            strict_draws: 0,
            other: vec![0; cells],
            other_draws: 0,
        }
    }

    /// Compares the ranks of a draw, 0 for none. Whether the next one must be preceded by a [`Self::flush`].
    pub(super) fn add(&mut self, ranks: &[u32]) -> bool {
        let mut sum = 0;
        for (small, rank) in self.ranks.iter_mut().zip(ranks) {
            sum += *rank as usize;
            *small = if *rank == 0 { i8::MAX } else { i8::try_from(*rank).unwrap_or(i8::MAX) };
        }
        // A shared rank, or one that is missing, makes the sum smaller.
        let strict = sum * 2 == self.slots * (self.slots + 1);
        let (cells, draws) =
            if strict { (&mut self.strict, &mut self.strict_draws) } else { (&mut self.other, &mut self.other_draws) };
        for (at, (row, rank)) in cells.chunks_exact_mut(self.stride.max(1)).zip(&self.ranks).enumerate() {
            let from = if strict { at / 32 * 32 } else { 0 };
            let row = row.get_mut(from..).unwrap_or_default();
            for (ahead, other) in row.iter_mut().zip(self.ranks.get(from..).unwrap_or_default()) {
                *ahead += u8::from(rank < other);
            }
        }
        *draws += 1;
        *draws == u8::MAX
    }

    /// Adds what was counted, in rows of [`Self::slots`], and starts anew.
    pub(super) fn flush(&mut self, ahead: &mut [u32]) {
        for one in 0..self.slots {
            for other in 0..self.slots {
                let cell = |cells: &[u8], row: usize, column: usize| cells.get(row * self.stride + column).copied().unwrap_or(0);
                let strict = match one.cmp(&other) {
                    std::cmp::Ordering::Less => cell(&self.strict, one, other),
                    std::cmp::Ordering::Equal => 0,
                    std::cmp::Ordering::Greater => self.strict_draws - cell(&self.strict, other, one),
                };
                if let Some(sum) = ahead.get_mut(one * self.slots + other) {
                    *sum += u32::from(strict) + u32::from(cell(&self.other, one, other));
                }
            }
        }
        self.strict.fill(0);
        self.other.fill(0);
        (self.strict_draws, self.other_draws) = (0, 0);
    }
}
