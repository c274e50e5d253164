//! Groups, and the sums that weights must make: at the top of the grid, in each group, on each track.

use crate::model::names::Names;
use crate::model::nearest::nearest;
use crate::model::{Fields, Findings, Grid, Group, GroupScore, Item, Node, Role, Span, Track, rule};
use crate::number::{Decimal, Exact};
use crate::text::Message;

/// So many groups may stand in one another: more than any published grid has, and few enough to be walked through.
const DEEPEST: usize = 32;

pub(super) fn groups(fields: &Fields, ranks: bool, findings: &mut Findings) -> Vec<Option<Group>> {
    let drafts = fields.list("group");
    // Criteria and groups are named in the same places.
    super::duplicates(drafts.iter().chain(fields.list("criterion")), findings);
    let mut groups: Vec<Option<Group>> = Vec::new();
    for draft in drafts {
        let group = group(draft, drafts, &groups, ranks, findings);
        groups.push(group);
    }
    groups
}

fn group(draft: &Node, all: &[Node], earlier: &[Option<Group>], ranks: bool, findings: &mut Findings) -> Option<Group> {
    let fields = draft.table()?;
    let id = fields.text("id")?;
    let names = Names { groups: earlier, ..Names::of_facts(&[]) };
    let parent = match fields.text("in") {
        Some(parent) => {
            if parent.value == id.value {
                findings.push(&rule::GROUP, &parent.span, Message::GroupInItself {}).help(Message::GroupInHelp {});
                return None;
            }
            // Declared before it, or refused there; what comes after can only be below it, or in a circle.
            let named =
                |other: &Node| other.table().and_then(|fields| fields.text("id")).is_some_and(|id| id.value == parent.value);
            if all.iter().position(named).is_some_and(|at| at > earlier.len()) {
                let id = parent.value.to_owned();
                findings.push(&rule::GROUP, &parent.span, Message::GroupLater { id }).help(Message::GroupInHelp {});
                return None;
            }
            let index = names.group(&parent, findings)?;
            let above = std::iter::successors(Some(index), |index| earlier.get(*index)?.as_ref()?.parent);
            if above.count() >= DEEPEST {
                findings.push(&rule::GROUP, &parent.span, Message::GroupsTooDeep { most: DEEPEST }).help(Message::HelpTooDeep {});
                return None;
            }
            Some(index)
        }
        None => None,
    };
    let cap = fields.number("at_most");
    let score = if fields.text("score").is_some_and(|word| word.value == "mean") { GroupScore::Mean } else { GroupScore::Sum };
    let role = fields.text("role").and_then(|word| Role::from_word(word.value)).unwrap_or_default();
    let weight = match (fields.number("weight"), &cap) {
        (Some(weight), Some(cap)) if cap.value > weight.value && score == GroupScore::Mean => {
            findings
                .push(&rule::CAP, &cap.span, Message::CapUseless { cap: cap.value.into(), most: weight.value.into() })
                .help(Message::CapUselessHelp {});
            return None;
        }
        (Some(weight), Some(cap)) if cap.value != weight.value && score == GroupScore::Sum => {
            let (weight_value, cap) = (weight.value.into(), cap.value.into());
            findings
                .push(&rule::CAP, &weight.span, Message::CapIsWeight { weight: weight_value, cap })
                .help(Message::CapIsWeightHelp {});
            return None;
        }
        (Some(weight), _) => {
            positive(weight.value, &weight.span, findings)?;
            weight.value
        }
        (None, Some(cap)) => {
            positive(cap.value, &cap.span, findings)?;
            cap.value
        }
        // In a mean all weigh alike unless they say otherwise; where nothing ranks, at the top, weights say nothing.
        (None, None) if takes_mean(parent, earlier) || role == Role::Aside || (!ranks && parent.is_none()) => {
            if score == GroupScore::Sum {
                needs_weight(draft, "group", findings);
                return None;
            }
            Decimal::ONE
        }
        (None, None) => {
            needs_weight(draft, "group", findings);
            return None;
        }
    };
    let number = |key: &str| fields.number(key).map(|number| number.value);
    Some(Group {
        id: id.value.to_owned(),
        label: fields.label("label")?,
        short: fields.label("short"),
        parent,
        weight: weight.into(),
        score,
        cap: cap.map(|cap| cap.value.into()),
        role,
        minimum: number("minimum"),
        target: number("target"),
    })
}

/// Whether what stands in a group is averaged there.
pub(super) fn takes_mean(group: Option<usize>, groups: &[Option<Group>]) -> bool {
    group.and_then(|index| groups.get(index)?.as_ref()).is_some_and(|group| group.score == GroupScore::Mean)
}

/// A weight must be above zero; what is not is a finding.
pub(super) fn positive(weight: Decimal, span: &Span, findings: &mut Findings) -> Option<()> {
    if weight > Decimal::ZERO {
        return Some(());
    }
    findings
        .push(&rule::WEIGHT_SIGN, span, Message::WeightNotPositive { weight: weight.into() })
        .help(Message::WeightNotPositiveHelp {});
    None
}

/// Says that something must have a weight where it stands.
pub(super) fn needs_weight(draft: &Node, table: &str, findings: &mut Findings) {
    // One that was only misspelt has been said already.
    let misspelt = |fields: &Fields| fields.0.iter().any(|field| nearest(&field.key, ["weight"]).is_some());
    if draft.table().is_some_and(misspelt) {
        return;
    }
    let table = Box::new(Message::Verbatim { text: format!("[[{table}]]") });
    findings
        .push(&rule::KEY_MISSING, &draft.span.first_line(), Message::KeyMissing { key: "weight".to_owned(), table })
        .help(Message::WeightMissingHelp {});
}

/// Where an item is written.
fn place(item: Item, fields: &Fields, key: &str) -> Option<Span> {
    let (list, index) = match item {
        Item::Criterion(index) => ("criterion", index),
        Item::Group(index) => ("group", index),
    };
    let draft = fields.list(list).get(index)?;
    let table = draft.table()?;
    Some(table.get(key).or_else(|| table.get("id")).map_or_else(|| draft.span.first_line(), |node| node.span.clone()))
}

/// Every sum of weights of a grid that is otherwise sound.
pub(super) fn sums(grid: &Grid, head: &Fields, fields: &Fields, findings: &mut Findings) {
    for index in 0..grid.groups.len() {
        if grid.children(Some(index)).is_empty() {
            let Some(place) = place(Item::Group(index), fields, "id") else { continue };
            let group = grid.groups[index].label.clone();
            findings.push(&rule::GROUP, &place, Message::GroupEmpty { group }).help(Message::GroupEmptyHelp {});
        }
    }
    let tracks = std::iter::once(None).chain(grid.tracks.iter().map(Some));
    for (at, track) in tracks.enumerate() {
        let here = at
            .checked_sub(1)
            .and_then(|at| fields.list("track").get(at)?.table()?.get("weights"))
            .map(|node| node.span.first_line());
        // A track that changes no weight has the sums of the grid.
        if track.is_some() && here.is_none() {
            continue;
        }
        if grid.has_total() {
            let total = head.get("total").map(|node| node.span.clone());
            let first = grid.children(None).first().and_then(|item| place(*item, fields, "weight"));
            sum(grid, track, None, grid.total.into(), here.clone().or(total).or(first), findings);
        }
        for (index, group) in grid.groups.iter().enumerate().filter(|(_, group)| group.score == GroupScore::Sum) {
            let place = here
                .clone()
                .or_else(|| place(Item::Group(index), fields, if group.cap.is_some() { "at_most" } else { "weight" }));
            sum(grid, track, Some(index), grid.weight(Item::Group(index), track), place, findings);
        }
    }
}

/// The weighed children of a group, or of the grid, add up to what they should.
fn sum(grid: &Grid, track: Option<&Track>, of: Option<usize>, total: Exact, place: Option<Span>, findings: &mut Findings) {
    let weighed: Vec<Item> = grid.children(of).into_iter().filter(|item| grid.role(*item) == Role::Weighed).collect();
    let sum: Exact = weighed.iter().map(|item| grid.weight(*item, track)).sum();
    let Some(place) = place else { return };
    let cap = of.and_then(|index| grid.groups.get(index)).and_then(|group| group.cap.clone());
    if let (Some(cap), Some(index)) = (cap, of) {
        let largest = weighed.iter().max_by_key(|item| grid.weight(**item, track));
        if sum <= cap {
            findings.push(&rule::CAP, &place, Message::CapUseless { cap, most: sum }).help(Message::CapUselessHelp {});
        } else if let Some(item) = largest.filter(|item| grid.weight(**item, track) > cap) {
            let (item, weight) = (grid.item_label(*item), grid.weight(*item, track));
            let group = grid.groups[index].label.clone();
            findings
                .push(&rule::CAP, &place, Message::CapBelowChild { cap, group, item, weight })
                .help(Message::CapBelowChildHelp {});
        }
        return;
    }
    // A group of bonuses only has nothing that is weighed.
    if sum == total || (of.is_some() && weighed.is_empty()) {
        return;
    }
    let list = weighed.iter().map(|item| Message::WeightOf { id: id(grid, *item), weight: grid.weight(*item, track) }).collect();
    let gap = (&sum - &total).abs();
    let help = match (of, sum < total) {
        (None, true) => Message::WeightsShort { gap, list },
        (None, false) => Message::WeightsOver { gap, list },
        (Some(_), true) => Message::GroupShort { gap, list },
        (Some(_), false) => Message::GroupOver { gap, list },
    };
    let message = match (of.and_then(|index| grid.groups.get(index)), track) {
        (Some(group), Some(track)) => {
            Message::TrackGroupSum { track: track.label.clone(), group: group.label.clone(), sum, weight: total }
        }
        (Some(group), None) => Message::GroupSum { group: group.label.clone(), sum, weight: total },
        (None, Some(track)) => Message::TrackSum { track: track.label.clone(), sum, total },
        (None, None) => Message::WeightsSum { sum, total },
    };
    let rule = if of.is_some() { &rule::GROUP } else { &rule::WEIGHTS_SUM };
    findings.push(rule, &place, message).help(help);
}

fn id(grid: &Grid, item: Item) -> String {
    match item {
        Item::Criterion(index) => grid.criteria.get(index).map(|criterion| criterion.id.clone()),
        Item::Group(index) => grid.groups.get(index).map(|group| group.id.clone()),
    }
    .unwrap_or_default()
}

/// The sum at the top of a grid that has other errors, where every weight there could be read.
pub(super) fn drafted_sums(head: &Fields, fields: &Fields, ranks: bool, total: Decimal, findings: &mut Findings) {
    let top = |key: &str, parent: &str| -> Vec<Node> {
        let at_top = |draft: &&Node| {
            draft.table().is_some_and(|fields| {
                fields.get(parent).is_none() && fields.text("role").is_none_or(|role| role.value == Role::Weighed.word())
            })
        };
        fields.list(key).iter().filter(at_top).cloned().collect()
    };
    let drafts: Vec<Node> = [top("group", "in"), top("criterion", "group")].concat();
    let groups: Vec<&str> =
        fields.list("group").iter().filter_map(|draft| draft.table()?.text("id")).map(|id| id.value).collect();
    let nowhere =
        |draft: &Node| draft.table().and_then(|fields| fields.text("group")).is_some_and(|group| !groups.contains(&group.value));
    // A criterion whose group does not exist may belong at the top: nothing can be said of the sum.
    if fields.list("criterion").iter().any(nowhere) {
        return;
    }
    let weights: Option<Vec<(String, Decimal)>> = drafts
        .iter()
        .map(|draft| {
            let fields = draft.table()?;
            let id = fields.text("id").map_or_else(String::new, |id| id.value.to_owned());
            Some((id, fields.number("weight").or_else(|| fields.number("at_most"))?.value))
        })
        .collect();
    // A weight or a total that was refused is already a finding; the sum would be another about the same thing.
    let above_zero = |weights: &Vec<(String, Decimal)>| weights.iter().all(|(_, weight)| *weight > Decimal::ZERO);
    let Some(weights) = weights.filter(|weights| ranks && !weights.is_empty() && above_zero(weights)) else { return };
    if total <= Decimal::ZERO {
        return;
    }
    let total = Exact::from(total);
    let sum: Exact = weights.iter().map(|(_, weight)| Exact::from(*weight)).sum();
    let place = head.get("total").or_else(|| drafts.first().and_then(|draft| draft.table()?.get("weight")));
    let Some(place) = place.map(|node| node.span.clone()).filter(|_| sum != total) else { return };
    let list = weights.iter().map(|(id, weight)| Message::WeightOf { id: id.clone(), weight: (*weight).into() }).collect();
    let gap = (&sum - &total).abs();
    let help = if sum < total { Message::WeightsShort { gap, list } } else { Message::WeightsOver { gap, list } };
    findings.push(&rule::WEIGHTS_SUM, &place, Message::WeightsSum { sum, total }).help(help);
}

/// The weight of a criterion where it stands; `None` where it must say one and does not.
pub(super) fn criterion_weight(
    draft: &Node,
    group: Option<usize>,
    names: &Names<'_>,
    role: Role,
    ranks: bool,
    findings: &mut Findings,
) -> Option<Decimal> {
    let fields = draft.table()?;
    match fields.number("weight") {
        Some(weight) if role == Role::Aside => {
            findings.push(&rule::WEIGHT_SIGN, &weight.span, Message::AsideWeighs {}).help(Message::AsideWeighsHelp {});
            None
        }
        Some(weight) => {
            positive(weight.value, &weight.span, findings)?;
            Some(weight.value)
        }
        // A weight that is there and is no number has been said, and so has the group that was refused or does not exist.
        None if fields.get("weight").is_some() || (group.is_none() && fields.get("group").is_some()) => None,
        None if takes_mean(group, names.groups) || role == Role::Aside || (!ranks && group.is_none()) => {
            Some(own_points(fields).unwrap_or(Decimal::ONE))
        }
        None => {
            needs_weight(draft, "criterion", findings);
            None
        }
    }
}

/// The best points of a table that gives points itself: without a weight beside it, they are the weight.
fn own_points(fields: &Fields) -> Option<Decimal> {
    let scale = fields.table("scale")?;
    let brackets = scale.list("brackets").iter().filter_map(|line| Some(line.table()?.number("points")?.value)).max();
    brackets.or_else(|| scale.number("starts_at").map(|points| points.value))
}
