//! What is worth saying of the marks of a call that is otherwise sound: what `check` adds to what is wrong. One file and one line
//! of [`ADVICE`] each; nothing here keeps a result from being given.

mod reviewers;
mod to_come;
mod unrated;
mod weights;

use crate::model::{At, Findings};
use crate::score::Ranking;

/// Looks at a ranking; what has no place of its own is said of the call.
type Advice = fn(&Ranking<'_>, &At, &mut Findings);

static ADVICE: &[Advice] = &[unrated::waiting, to_come::marks, reviewers::flat, weights::in_effect];

/// Everything worth saying of a call, whose own place is `call`.
pub fn advice(ranking: &Ranking<'_>, call: &At, findings: &mut Findings) {
    for advice in ADVICE {
        advice(ranking, call, findings);
    }
}
