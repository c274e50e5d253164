//! Who is ahead of whom: every pair of a draw, in blocks of columns that fit into registers.

use std::cmp::Ordering;

/// Columns of a block.
const WIDTH: usize = 32;

/// Comparisons of at most 255 draws, as bytes.
pub(super) struct Compared {
    slots: usize,
    /// The ranks of a draw; who has none comes after all who have one, and so does what fills the last block.
    ranks: Vec<[i8; WIDTH]>,
    /// Draws in which everyone has a rank of their own. Of two, one is then ahead: only columns from the row on are compared.
    strict: Cells,
    /// All other draws.
    other: Cells,
}

/// Bytes by block of columns, then by row.
struct Cells {
    slots: usize,
    bytes: Vec<[u8; WIDTH]>,
    draws: u8,
}

impl Cells {
    fn new(slots: usize, blocks: usize) -> Self {
        Self { slots, bytes: vec![[0; WIDTH]; slots * blocks], draws: 0 }
    }

    fn get(&self, row: usize, column: usize) -> u8 {
        let block = self.bytes.get(column / WIDTH * self.slots + row);
        block.and_then(|block| block.get(column % WIDTH)).copied().unwrap_or(0)
    }
}

impl Compared {
    /// For so many; fewer than 127.
    pub(super) fn new(slots: usize) -> Self {
        let blocks = slots.div_ceil(WIDTH);
        let (strict, other) = (Cells::new(slots, blocks), Cells::new(slots, blocks));
        Self { slots, ranks: vec![[i8::MAX; WIDTH]; blocks], strict, other }
    }

    /// Compares the ranks of a draw, 0 for none. Whether the next one must be preceded by a [`Self::flush`].
    pub(super) fn add(&mut self, ranks: &[u32]) -> bool {
        let mut sum = 0;
        for (small, rank) in self.ranks.as_flattened_mut().iter_mut().zip(ranks) {
            sum += *rank as usize;
            *small = if *rank == 0 { i8::MAX } else { i8::try_from(*rank).unwrap_or(i8::MAX) };
        }
        // A shared rank, or one that is missing, makes the sum smaller.
        let strict = sum * 2 == self.slots * (self.slots + 1);
        let cells = if strict { &mut self.strict } else { &mut self.other };
        let all = self.ranks.as_flattened();
        let blocks = self.ranks.iter().zip(cells.bytes.chunks_exact_mut(self.slots.max(1)));
        for (at, (columns, block)) in blocks.enumerate() {
            let rows = if strict { (at + 1) * WIDTH } else { self.slots };
            compare(block, columns, all.get(..rows).unwrap_or(all));
        }
        cells.draws += 1;
        cells.draws == u8::MAX
    }

    /// Adds what was counted, in rows of as many as there are, and starts anew.
    pub(super) fn flush(&mut self, ahead: &mut [u32]) {
        for one in 0..self.slots {
            for other in 0..self.slots {
                let strict = match one.cmp(&other) {
                    Ordering::Less => self.strict.get(one, other),
                    Ordering::Equal => 0,
                    Ordering::Greater => self.strict.draws - self.strict.get(other, one),
                };
                if let Some(sum) = ahead.get_mut(one * self.slots + other) {
                    *sum += u32::from(strict) + u32::from(self.other.get(one, other));
                }
            }
        }
        for cells in [&mut self.strict, &mut self.other] {
            cells.bytes.fill([0; WIDTH]);
            cells.draws = 0;
        }
    }
}

/// Counts each row that is ahead of a column. Apart from the rest, so that the columns stay in registers.
#[inline(never)]
fn compare(block: &mut [[u8; WIDTH]], columns: &[i8; WIDTH], rows: &[i8]) {
    let columns = *columns;
    for (cells, row) in block.iter_mut().zip(rows) {
        for (ahead, column) in cells.iter_mut().zip(&columns) {
            *ahead += u8::from(row < column);
        }
    }
}
