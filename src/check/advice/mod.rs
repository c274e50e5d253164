//! What is worth saying of a sound grid or call to who keeps it, and to nobody else: commands that only use them do not say it. Of
//! grids, one file and one line of `ADVICE` each.

mod facts;
mod places;
mod policies;

pub use places::places;

use crate::model::{Fields, Findings, Grid, Node};

/// Looks at a sound grid and at its draft.
type Advice = fn(&Grid, &Fields, &mut Findings);

static ADVICE: &[Advice] = &[policies::implicit, facts::unused];

/// Everything worth saying of a grid that compiled, from its draft.
pub fn grid(grid: &Grid, root: &Node, findings: &mut Findings) {
    let Some(fields) = root.table() else { return };
    for advice in ADVICE {
        advice(grid, fields, findings);
    }
}
