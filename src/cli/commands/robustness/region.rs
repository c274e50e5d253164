//! Which weightings are admissible, from what the command line says of criteria.

use crate::analyse::robustness::{Region, Reweigh};
use crate::cli::args::{Order, RobustnessArgs};
use crate::cli::failure::Said;
use crate::model::Grid;
use crate::model::nearest::nearest;
use crate::number::Exact;
use crate::text::Message;

/// The region that the arguments describe.
pub(super) fn region(args: &RobustnessArgs, grid: &Grid) -> Result<Region, Said> {
    if args.band.is_none() && args.order.is_none() && args.range.is_empty() {
        return Ok(Region::All);
    }
    let Ok(leaves) = Reweigh::new(grid) else { return Err(Said(Message::RegionBent {})) };
    let names = Names { grid, leaves: &leaves };
    if let Some(order) = &args.order {
        return Ok(match order {
            Order::Published => Region::in_order_of(&leaves.weights),
            Order::Named(blocks) => Region::Order(names.blocks(blocks)?),
        });
    }
    let mut bounds = match args.band.as_ref().map(|share| Region::band(&leaves.weights, share)) {
        Some(Region::Between(bounds)) => bounds,
        _ => leaves.weights.iter().map(|_| (Exact::ZERO, leaves.total.clone())).collect(),
    };
    for range in &args.range {
        if let Some(slot) = bounds.get_mut(names.place(&range.name)?) {
            *slot = (range.low.clone(), range.high.clone());
        }
    }
    let (low, high) = bounds.iter().fold((Exact::ZERO, Exact::ZERO), |(low, high), bound| (&low + &bound.0, &high + &bound.1));
    let region = Region::Between(bounds);
    if region.is_possible(&leaves.total) {
        Ok(region)
    } else {
        Err(Said(Message::RegionEmpty { total: leaves.total.clone(), low, high }))
    }
}

struct Names<'a> {
    grid: &'a Grid,
    leaves: &'a Reweigh,
}

impl Names<'_> {
    /// The place of a criterion among the weighed ones.
    fn place(&self, name: &str) -> Result<usize, Said> {
        let ids = || self.leaves.criteria.iter().filter_map(|at| self.grid.criteria.get(*at)).map(|one| one.id.as_str());
        ids()
            .position(|id| id == name)
            .ok_or_else(|| Said(Message::RegionUnknown { name: name.to_owned(), near: nearest(name, ids()) }))
    }

    fn blocks(&self, named: &[Vec<String>]) -> Result<Vec<Vec<usize>>, Said> {
        let mut seen: Vec<usize> = Vec::new();
        let mut blocks = Vec::with_capacity(named.len());
        for block in named {
            let mut own = Vec::with_capacity(block.len());
            for name in block {
                let place = self.place(name)?;
                if seen.contains(&place) {
                    return Err(Said(Message::RegionTwice { name: name.clone() }));
                }
                seen.push(place);
                own.push(place);
            }
            blocks.push(own);
        }
        Ok(blocks)
    }
}
