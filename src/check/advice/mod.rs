//! What is worth saying of a sound grid to who keeps it, and to nobody else: commands that only use the grid do not say it. One
//! file and one line of [`ADVICE`] each.

mod facts;
mod policies;

use crate::model::{Fields, Findings, Grid, Node};

/// Looks at a sound grid and at its draft.
type Advice = fn(&Grid, &Fields, &mut Findings);

static ADVICE: &[Advice] = &[policies::implicit, facts::unused];

/// Everything worth saying of a grid that compiled, from its draft.
pub fn advice(grid: &Grid, root: &Node, findings: &mut Findings) {
    let Some(fields) = root.table() else { return };
    for advice in ADVICE {
        advice(grid, fields, findings);
    }
}
