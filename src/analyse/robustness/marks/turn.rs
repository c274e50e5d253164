//! Where something first changes along a line: between the points at which something could, it does not.

use crate::number::Exact;
use crate::score::{Bar, Changed};

use super::field::Field;

/// The first place on the way where the selected set is another one.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    /// Where.
    pub(super) at: Exact,
    /// Whether it is still the same exactly there, and another one with anything more.
    pub(super) beyond: bool,
    /// A place where it is another one: there, or a little further.
    pub(super) sample: Exact,
    /// A place further on, before anything else could change.
    pub(super) further: Option<Exact>,
}

/// The first turn on the way from one end to the other, `critical` being every place where something could change.
pub(super) fn first_turn(from: &Exact, to: &Exact, critical: &[Exact], differs: &dyn Fn(&Exact) -> bool) -> Option<Turn> {
    let up = from < to;
    let on_the_way = |at: &&Exact| if up { *at > from && *at < to } else { *at < from && *at > to };
    let mut stops: Vec<Exact> = critical.iter().filter(on_the_way).cloned().collect();
    stops.push(to.clone());
    stops.sort();
    stops.dedup();
    if !up {
        stops.reverse();
    }
    let mut last = from.clone();
    for (number, stop) in stops.iter().enumerate() {
        let between = middle(&last, stop);
        if last != *stop && differs(&between) {
            return Some(Turn { at: last, beyond: true, sample: between, further: None });
        }
        if differs(stop) {
            let further = stops.get(number + 1).map(|next| middle(stop, next));
            return Some(Turn { at: stop.clone(), beyond: false, sample: stop.clone(), further });
        }
        last = stop.clone();
    }
    None
}

fn middle(a: &Exact, b: &Exact) -> Exact {
    (a + b).checked_div(&Exact::whole(2)).unwrap_or_else(|| a.clone())
}

/// Where, between two ends, the total of a submission meets that of its rival, or the number before a threshold its bound: every
/// place where its standing could change. `None` where one of them does not move in proportion.
pub(super) fn critical<'e>(
    field: &Field<'_>,
    submission: usize,
    (low, now, high): (&Exact, &Exact, &Exact),
    probe: &dyn Fn(&Exact) -> Changed<'e>,
) -> Option<Vec<Exact>> {
    let places: Vec<Exact> = vec![low.clone(), middle(low, high), now.clone(), high.clone()];
    let samples: Vec<Changed<'e>> = places.iter().map(probe).collect();
    let mut found = Vec::new();
    if let Some(rival) = field.rival(submission).and_then(|rival| field.evaluation().total(rival)) {
        let ahead: Vec<Option<Exact>> = samples.iter().map(|one| Some(&one.total()? - &rival)).collect();
        found.extend(zero(&places, &ahead).ok()?);
    }
    let margin = |bar: &Bar| samples.iter().map(|one| one.margin(*bar)).collect::<Vec<Option<Exact>>>();
    for bar in &field.bars {
        found.extend(zero(&places, &margin(bar)).ok()?);
    }
    Some(found)
}

/// A number that does not move in proportion.
struct Bent;

/// Where a number that moves in proportion is zero, if anywhere; nowhere, where there never is any number.
fn zero(places: &[Exact], values: &[Option<Exact>]) -> Result<Option<Exact>, Bent> {
    if values.iter().all(Option::is_none) {
        return Ok(None);
    }
    let values: Vec<Exact> = values.iter().cloned().collect::<Option<_>>().ok_or(Bent)?;
    let (first, last) = values.first().zip(values.last()).ok_or(Bent)?;
    let (low, high) = places.first().zip(places.last()).ok_or(Bent)?;
    let slope = (last - first).checked_div(&(high - low)).ok_or(Bent)?;
    if places.iter().zip(&values).any(|(place, value)| *value != first + &(&slope * &(place - low))) {
        return Err(Bent);
    }
    // One that stays is never zero, or always: neither is a place where something changes.
    Ok(first.checked_div(&slope).map(|back| low - &back))
}
