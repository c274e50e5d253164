//! Criteria that decide far more or far less than they weigh, or nothing at all.

use crate::analyse::robustness::effective;
use crate::model::{At, Findings, rule};
use crate::number::Exact;
use crate::score::Ranking;
use crate::text::{Label, Message};

/// So many must be ranked before parts of their differences are worth comparing with weights.
const FEWEST: usize = 5;

/// Says which criteria are the same for everyone, and once those whose nominal and effective weights are grossly different.
pub(super) fn in_effect(ranking: &Ranking<'_>, call: &At, findings: &mut Findings) {
    let Ok(found) = effective(ranking) else { return };
    let label = |criterion: usize| -> Label {
        ranking.evaluation.grid.criteria.get(criterion).map(|criterion| criterion.label.clone()).unwrap_or_default()
    };
    let mut say = |message: Message| {
        findings.push_at(&rule::WEIGHT_IN_EFFECT, call.clone(), message).help(Message::WeightInEffectHelp {});
    };
    let mut criteria = Vec::new();
    for row in &found.rows {
        let Some(nominal) = &row.nominal else { continue };
        if row.alike {
            say(Message::WeightAlike { criterion: label(row.criterion) });
        } else if row.gross().is_some() && found.submissions >= FEWEST {
            // A statistic is not worth decimals.
            let effect = format!("{:.0}", row.effective * 100.0).replace('-', "−");
            let weight = (nominal * &Exact::whole(100)).to_fixed_text(0);
            criteria.push(Message::WeightApart { criterion: label(row.criterion), weight, effect });
        }
    }
    if !criteria.is_empty() {
        say(Message::WeightsApart { criteria });
    }
}
