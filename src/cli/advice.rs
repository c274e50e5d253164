//! What `check` says of grids and calls beyond what is wrong with them: each room’s own advice, in the order of the rooms.

use crate::analyse;
use crate::check;
use crate::cli::load::Loaded;
use crate::model::{At, Findings};
use crate::read::{self, library};
use crate::score::{Evaluation, rank};

/// What is worth saying of a call that can be scored, and of its own grid; `file` is the name of its call file.
pub fn call(loaded: &Loaded, file: &str, findings: &mut Findings) {
    let Some(ready) = &loaded.ready else { return };
    let shipped = library::GRIDS.iter().any(|grid| grid.text == ready.grid.file.text());
    // A shipped grid is nobody’s here to change.
    if !shipped && let Some(root) = read::toml::tree(&ready.grid.file, &mut Findings::new()) {
        check::advice::grid(&ready.grid, &root, findings);
    }
    if let Some(cutoff) = &loaded.cutoff {
        check::advice::places(cutoff, ready.submissions.len(), findings);
    }
    let ranking = rank(Evaluation::new(&ready.grid, &ready.call, &ready.submissions, &ready.ledger));
    analyse::advice(&ranking, &At::File(file.to_owned()), findings);
}
