//! Marks beside the facts, in columns of the submissions' own table.

use rayon::prelude::*;

use super::super::submissions::Checked;
use super::cell::{Marked, mark};
use super::too_long;
use crate::model::{Findings, MarkColumn, Packed};

/// So many rows are worth a thread of their own.
const PART: usize = 1 << 14;

/// Marks in columns of the submissions' own table.
pub(super) fn beside(checked: &Checked, scales: &[Option<Marked<'_>>], findings: &mut Findings) -> Vec<Option<MarkColumn>> {
    let table = checked.submissions.table();
    let columns: Vec<Option<(Marked<'_>, usize)>> =
        scales.iter().zip(&checked.mark_columns).map(|(scale, column)| (*scale).zip(*column)).collect();
    // Row by row, so that each row is fetched once; stretches of rows on all threads, put together in their order.
    let stretches: Vec<(Vec<Packed>, Findings)> = (0..table.rows().div_ceil(PART))
        .into_par_iter()
        .map(|part| {
            let rows = part * PART..((part + 1) * PART).min(table.rows());
            let mut packed: Vec<Packed> = columns.iter().map(|_| Packed::with_capacity(rows.len())).collect();
            let mut findings = Findings::new();
            for row in rows {
                for (column, packed) in columns.iter().zip(&mut packed) {
                    if let Some((scale, column)) = *column {
                        packed.push(mark(table, row, column, scale, &checked.notation, &[], &mut findings));
                    }
                }
            }
            (packed, findings)
        })
        .collect();
    let settled: Vec<Option<MarkColumn>> = columns
        .par_iter()
        .enumerate()
        .map(|(at, column)| {
            let (_, column) = (*column)?;
            let mut whole = Packed::with_capacity(table.rows());
            stretches.iter().filter_map(|(packed, _)| packed.get(at)).for_each(|part| whole.append(part));
            MarkColumn::plain(table, column, whole)
        })
        .collect();
    for (_, found) in stretches {
        findings.extend(found);
    }
    for (settled, column) in settled.iter().zip(&columns) {
        if let (None, Some((_, column))) = (settled, column) {
            too_long(&table.span(0, *column), findings);
        }
    }
    settled
}
