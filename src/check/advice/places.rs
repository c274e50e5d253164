//! Places that leave nobody out.

use super::super::said::Said;
use crate::model::{Cutoff, Findings, rule};
use crate::text::Message;

/// As many places as there are submissions leave nobody out: a digit may have slipped in.
pub fn places(cutoff: &Said<Cutoff>, submissions: usize, findings: &mut Findings) {
    let Cutoff::Places(places) = cutoff.value else { return };
    if submissions > 0 && places >= submissions {
        findings.push_at(&rule::PLACES_IDLE, cutoff.at(), Message::PlacesIdle { places, submissions });
    }
}
