//! Trees: groups in groups, sums and means, caps, bonuses and maluses, marks that are missing or do not apply, declared
//! roundings, levels. Each is written as a text, scored by the library, and scored again here, in the units of each group
//! rather than in those of the total.

use std::collections::BTreeMap;

use grille::model::Item;
use grille::score::Class;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero as _;
use proptest::prelude::*;

use crate::language::{Rows, Texts, shuffle};
use crate::scorer::Standing;
use crate::{Loaded, config, load, rational};

pub fn whole(value: i64) -> BigRational {
    BigRational::from_integer(value.into())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Weighed,
    Bonus,
    Malus,
    Aside,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Unrated,
    Reweight,
    Lowest,
}

impl Gap {
    fn word(self) -> &'static str {
        match self {
            Self::Unrated => "unrated",
            Self::Reweight => "reweight",
            Self::Lowest => "lowest",
        }
    }
}

#[derive(Debug, Clone)]
struct Leaf {
    id: usize,
    weight: i64,
    role: Role,
    /// Marks go from 0 to this by halves; without it, four levels worth 0 to 3.
    max: Option<i64>,
    minimum: Option<i64>,
    missing: Option<Gap>,
}

#[derive(Debug, Clone)]
struct Group {
    id: usize,
    weight: i64,
    role: Role,
    mean: bool,
    cap: bool,
    minimum: Option<i64>,
    children: Vec<Node>,
}

#[derive(Debug, Clone)]
enum Node {
    Leaf(Leaf),
    Group(Group),
}

/// Items, each with the group that it stands in.
type Placed<'t, T> = Vec<(&'t T, Option<usize>)>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Half units of the scale, to be brought within it.
    Given(u8),
    NotApplicable,
    None,
}

/// What a condition looks at, by indices.
#[derive(Debug, Clone, Copy)]
enum Subject {
    Leaf(usize),
    Group(usize),
    Total,
    /// How many criteria with levels are at the third or a better one.
    Count,
}

#[derive(Debug, Clone)]
enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    /// Bounds in hundredths of what the subject can reach, then as numbers.
    AtLeast(Subject, i64),
    AtMost(Subject, i64),
}

#[derive(Debug, Clone)]
struct Rules {
    missing: Gap,
    share_out: bool,
    cap: Option<i64>,
    pass: Option<i64>,
    /// Of marks, points, groups, totals.
    round: [Option<u32>; 4],
    dense: bool,
    ties: Vec<usize>,
}

#[derive(Debug, Clone)]
struct Tree {
    top: Vec<Node>,
    rules: Rules,
    /// Level conditions, and whether each level can be rated; a last level takes the rest where this says so.
    levels: Vec<(Condition, bool)>,
    rest: bool,
    /// By submission, reviewer, criterion.
    marks: Vec<Vec<Vec<Mark>>>,
}

// ── The text ──

impl Node {
    fn weight(&self) -> i64 {
        match self {
            Self::Leaf(leaf) => leaf.weight,
            Self::Group(group) => group.weight,
        }
    }

    fn role(&self) -> Role {
        match self {
            Self::Leaf(leaf) => leaf.role,
            Self::Group(group) => group.role,
        }
    }

    fn walk<'n>(
        &'n self,
        leaves: &mut Vec<(&'n Leaf, Option<usize>)>,
        groups: &mut Vec<(&'n Group, Option<usize>)>,
        of: Option<usize>,
    ) {
        match self {
            Self::Leaf(leaf) => leaves.push((leaf, of)),
            Self::Group(group) => {
                groups.push((group, of));
                group.children.iter().for_each(|child| child.walk(leaves, groups, Some(group.id)));
            }
        }
    }

    /// Weights from the bottom up and identifiers in order; weights times `k`.
    fn settle(&mut self, leaves: &mut usize, groups: &mut usize, inner: bool, beside_allowed: bool) {
        match self {
            Self::Leaf(leaf) => {
                leaf.id = *leaves;
                *leaves += 1;
                if inner && !beside_allowed && leaf.role != Role::Aside {
                    leaf.role = Role::Weighed;
                }
                leaf.minimum = leaf.minimum.map(|minimum| 1 + minimum % leaf.max.unwrap_or(3));
                if leaf.max.is_none() {
                    // A mark of the levels.
                    leaf.minimum = leaf.minimum.map(|minimum| minimum.min(3));
                }
            }
            Self::Group(group) => {
                group.id = *groups;
                *groups += 1;
                if group.role == Role::Aside || (inner && !beside_allowed) {
                    group.role = Role::Weighed;
                }
                for (at, child) in group.children.iter_mut().enumerate() {
                    if at == 0 {
                        child.weigh();
                    }
                    child.settle(leaves, groups, true, beside_allowed);
                }
                let weighed = || group.children.iter().filter(|child| child.role() == Role::Weighed).map(Node::weight);
                let (sum, most) = (weighed().sum::<i64>(), weighed().max().unwrap_or(0));
                group.cap &= sum > most && !group.mean;
                if group.cap {
                    group.weight = most + group.weight % (sum - most);
                } else if !group.mean {
                    group.weight = sum;
                }
                group.minimum = group.minimum.map(|minimum| 1 + minimum % group.weight);
            }
        }
    }

    fn weigh(&mut self) {
        match self {
            Self::Leaf(leaf) => leaf.role = Role::Weighed,
            Self::Group(group) => group.role = Role::Weighed,
        }
    }

    fn times(&mut self, k: i64) {
        match self {
            Self::Leaf(leaf) => leaf.weight *= k,
            Self::Group(group) => {
                group.weight *= k;
                group.minimum = group.minimum.map(|minimum| minimum * k);
                group.children.iter_mut().for_each(|child| child.times(k));
            }
        }
    }
}

impl Role {
    fn toml(self) -> &'static str {
        match self {
            Self::Weighed => "",
            Self::Bonus => "role = \"bonus\"\n",
            Self::Malus => "role = \"malus\"\n",
            Self::Aside => "role = \"aside\"\n",
        }
    }
}

impl Tree {
    fn total(&self) -> i64 {
        self.top.iter().filter(|node| node.role() == Role::Weighed).map(Node::weight).sum()
    }

    fn items(&self) -> (Placed<'_, Leaf>, Placed<'_, Group>) {
        let (mut leaves, mut groups) = (Vec::new(), Vec::new());
        self.top.iter().for_each(|node| node.walk(&mut leaves, &mut groups, None));
        (leaves, groups)
    }

    fn grid(&self, order: &[usize]) -> String {
        let (leaves, groups) = self.items();
        let mut out =
            format!("[grid]\nid = \"tree\"\nversion = \"1\"\ntitle = \"Tree\"\nsource = \"A test.\"\ntotal = {}\n", self.total());
        for (group, of) in &groups {
            out += &format!("\n[[group]]\nid = \"g{0}\"\nlabel = \"Group {0}\"\n{1}", group.id, group.role.toml());
            out += &of.map_or_else(String::new, |of| format!("in = \"g{of}\"\n"));
            out += &format!("{} = {}\n", if group.cap { "at_most" } else { "weight" }, group.weight);
            out += if group.mean { "score = \"mean\"\n" } else { "" };
            out += &group.minimum.map_or_else(String::new, |minimum| format!("minimum = {minimum}\n"));
        }
        for (leaf, of) in shuffle(&leaves, order) {
            out += &format!("\n[[criterion]]\nid = \"c{0}\"\nlabel = \"Criterion {0}\"\n{1}", leaf.id, leaf.role.toml());
            out += &of.map_or_else(String::new, |of| format!("group = \"g{of}\"\n"));
            if leaf.role != Role::Aside {
                out += &format!("weight = {}\n", leaf.weight);
            }
            out += &match leaf.max {
                Some(max) => format!("scale = {{ points = {max}, step = 0.5 }}\n"),
                None => {
                    let level =
                        |at| format!("l{at} = {{ value = {at}, label = {{ fr = \"échelon {at}\", en = \"level {at}\" }} }}");
                    format!("scale = {{ levels = {{ {} }} }}\n", (0..4).map(level).collect::<Vec<_>>().join(", "))
                }
            };
            out += &leaf.minimum.map_or_else(String::new, |minimum| format!("minimum = {minimum}\n"));
            out += &leaf.missing.map_or_else(String::new, |missing| format!("missing = \"{}\"\n", missing.word()));
        }
        for (at, (when, rateable)) in self.levels.iter().enumerate() {
            let rateable = if *rateable { "" } else { "rateable = false\n" };
            out += &format!("\n[[level]]\nid = \"v{at}\"\nlabel = \"Level {at}\"\nwhen = {}\n{rateable}", when.toml());
        }
        if self.rest && !self.levels.is_empty() {
            out += "\n[[level]]\nid = \"rest\"\nlabel = \"Rest\"\n";
        }
        let rules = &self.rules;
        out += &format!(
            "\n[rules]\nmissing = \"{}\"\nnot_applicable = \"{}\"\nranks = \"{}\"\n",
            rules.missing.word(),
            if rules.share_out { "share-out" } else { "leave-out" },
            if rules.dense { "dense" } else { "competition" }
        );
        let ties: Vec<String> = rules.ties.iter().map(|tie| format!("\"{}\"", self.tie(*tie))).collect();
        out += &format!("ties = [{}]\n", ties.join(", "));
        out += &rules.pass.map_or_else(String::new, |pass| format!("pass = {{ total = {pass} }}\n"));
        out += &rules.cap.map_or_else(String::new, |cap| format!("at_most = {cap}\n"));
        let steps = ["marks", "points", "groups", "totals"].into_iter().zip(rules.round);
        let steps: Vec<String> = steps.filter_map(|(step, decimals)| Some(format!("{step} = {}", decimals?))).collect();
        if !steps.is_empty() {
            out += &format!("round = {{ {} }}\n", steps.join(", "));
        }
        out
    }

    /// A tie key: criteria first, then groups.
    fn tie(&self, tie: usize) -> String {
        let (leaves, groups) = self.items();
        let tie = tie % (leaves.len() + groups.len());
        if tie < leaves.len() { format!("c{tie}") } else { format!("g{}", tie - leaves.len()) }
    }

    fn texts(&self) -> Texts {
        self.texts_in(&[0])
    }

    /// With criteria in another order.
    fn texts_in(&self, order: &[usize]) -> Texts {
        let (leaves, _) = self.items();
        let reviewers = self.marks.first().map_or(1, Vec::len);
        let headings = ["submission".to_owned(), "reviewer".to_owned()];
        let headings = headings.into_iter().chain((0..leaves.len()).map(|at| format!("c{at}"))).collect();
        let mut rows = Vec::new();
        for (at, submission) in self.marks.iter().enumerate() {
            for (reviewer, marks) in submission.iter().enumerate().take(reviewers) {
                let cell = |(leaf, mark): (&(&Leaf, Option<usize>), &Mark)| match mark {
                    Mark::None => String::new(),
                    Mark::NotApplicable => ["n/a", "sans objet"][(at + reviewer) % 2].to_owned(),
                    Mark::Given(_) => match leaf.0.max {
                        Some(_) => {
                            let halves = leaf.0.halves(*mark).unwrap();
                            format!("{}.{}", halves / 2, halves % 2 * 5)
                        }
                        None => format!("l{}", leaf.0.halves(*mark).unwrap() / 2),
                    },
                };
                let start = [id(at), format!("R{reviewer}")];
                rows.push(start.into_iter().chain(leaves.iter().zip(marks).map(cell)).collect());
            }
        }
        Texts {
            grid: self.grid(order),
            call: "[call]\ngrid = \"g\"\nsubmissions = \"s\"\nmarks = \"m\"\n".to_owned(),
            yaml: false,
            submissions: Rows { headings: vec!["id".to_owned()], rows: (0..self.marks.len()).map(|at| vec![id(at)]).collect() },
            marks: Some(Rows { headings, rows }),
        }
    }
}

fn id(at: usize) -> String {
    format!("S{at}")
}

impl Leaf {
    fn halves(&self, mark: Mark) -> Option<i64> {
        let Mark::Given(mark) = mark else { return None };
        Some(match self.max {
            Some(max) => i64::from(mark) % (2 * max + 1),
            None => i64::from(mark) % 4 * 2,
        })
    }

    fn best(&self) -> i64 {
        self.max.unwrap_or(3)
    }
}

impl Subject {
    fn toml(self) -> String {
        match self {
            Self::Leaf(at) => format!("criterion = \"c{at}\""),
            Self::Group(at) => format!("group = \"g{at}\""),
            Self::Total => "total = \"total\"".to_owned(),
            Self::Count => "count = { at_least = \"l2\" }".to_owned(),
        }
    }
}

impl Condition {
    fn toml(&self) -> String {
        let list = |parts: &[Self]| parts.iter().map(Self::toml).collect::<Vec<_>>().join(", ");
        match self {
            Self::All(parts) => format!("{{ all = [{}] }}", list(parts)),
            Self::Any(parts) => format!("{{ any = [{}] }}", list(parts)),
            Self::Not(part) => format!("{{ not = {} }}", part.toml()),
            Self::AtLeast(subject, bound) => format!("{{ {}, at_least = {bound} }}", subject.toml()),
            Self::AtMost(subject, bound) => format!("{{ {}, at_most = {bound} }}", subject.toml()),
        }
    }

    /// Subjects that exist, and bounds within their reach.
    fn settle(&mut self, leaves: &[(i64, bool)], groups: &[i64], total: i64) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter_mut().for_each(|part| part.settle(leaves, groups, total)),
            Self::Not(part) => part.settle(leaves, groups, total),
            Self::AtLeast(subject, bound) | Self::AtMost(subject, bound) => {
                let levels = i64::try_from(leaves.iter().filter(|(_, levels)| *levels).count()).unwrap();
                let reach = match subject {
                    Subject::Leaf(at) => {
                        *at %= leaves.len();
                        leaves[*at].0
                    }
                    Subject::Group(at) if !groups.is_empty() => {
                        *at %= groups.len();
                        groups[*at]
                    }
                    Subject::Count if levels > 0 => levels,
                    _ => {
                        *subject = Subject::Total;
                        total
                    }
                };
                *bound = reach * *bound / 100;
            }
        }
    }

    /// True, false, or not to be told for want of a value: a table of three values, not a search.
    fn holds(&self, value: &dyn Fn(Subject) -> Option<BigRational>) -> Option<bool> {
        // False, not known, true: the least of all, the greatest of any.
        let three = |held: Option<bool>| held.map_or(1, |held| if held { 2 } else { 0 });
        let back = |three: i32| [Some(false), None, Some(true)][usize::try_from(three).unwrap()];
        match self {
            Self::All(parts) => back(parts.iter().map(|part| three(part.holds(value))).min().unwrap()),
            Self::Any(parts) => back(parts.iter().map(|part| three(part.holds(value))).max().unwrap()),
            Self::Not(part) => back(2 - three(part.holds(value))),
            Self::AtLeast(subject, bound) => value(*subject).map(|value| value >= whole(*bound)),
            Self::AtMost(subject, bound) => value(*subject).map(|value| value <= whole(*bound)),
        }
    }
}

// ── The other scorer ──

/// One submission, scored here.
#[derive(Debug, Clone)]
struct Scored {
    total: Option<BigRational>,
    /// Of each criterion, as it counts in the total: a malus is negative, what stands aside is nothing.
    lines: Vec<Option<BigRational>>,
    /// In points of each group’s own weight.
    groups: Vec<Option<BigRational>>,
    /// Of each criterion by itself: what a tie is broken by.
    own: Vec<Option<BigRational>>,
    standing: Standing,
    /// The level, by index; `None` where none is told.
    level: Option<usize>,
}

/// What a child gives where it stands.
enum Given {
    /// Its points and how much of its weight was shared out to the whole grid, both in units of its parent.
    Points {
        points: BigRational,
        shared: BigRational,
    },
    /// All of it is left out: for the whole grid to share, or for its siblings.
    Out {
        to_all: bool,
    },
    Missing,
}

struct Scorer<'t> {
    tree: &'t Tree,
    marks: &'t [Vec<Mark>],
    /// The combined marks that conditions look at.
    counted: Vec<Option<BigRational>>,
    waived: Vec<bool>,
    lines: Vec<Option<BigRational>>,
    own: Vec<Option<BigRational>>,
    groups: Vec<Option<BigRational>>,
    /// Groups that do not apply at all.
    outside: Vec<bool>,
}

fn half_up(value: &BigRational, decimals: Option<u32>) -> BigRational {
    let Some(decimals) = decimals else { return value.clone() };
    let unit = BigRational::from_integer(BigInt::from(10).pow(decimals));
    let half = BigRational::new(1.into(), 2.into());
    // Half away from zero where a malus leaves less than nothing.
    let up = |value: BigRational| (value * &unit + &half).floor() / &unit;
    if *value < BigRational::zero() { -up(-value.clone()) } else { up(value.clone()) }
}

impl Scorer<'_> {
    fn leaf(&mut self, leaf: &Leaf, unit: &BigRational, sign: i64) -> Given {
        let given: Vec<i64> = self.marks.iter().filter_map(|marks| leaf.halves(marks[leaf.id])).collect();
        let waived = given.is_empty() && self.marks.iter().any(|marks| marks[leaf.id] == Mark::NotApplicable);
        let gap = leaf.missing.unwrap_or(self.tree.rules.missing);
        let mean = (!given.is_empty())
            .then(|| BigRational::new(given.iter().sum::<i64>().into(), BigInt::from(2) * BigInt::from(given.len())));
        let mark = mean.map(|mean| half_up(&mean, self.tree.rules.round[0]));
        let mark = mark.or_else(|| (!waived && gap == Gap::Lowest).then(BigRational::zero));
        self.counted[leaf.id].clone_from(&mark);
        self.waived[leaf.id] = waived;
        let Some(mark) = mark else {
            return match (waived, gap) {
                (true, _) => Given::Out { to_all: self.tree.rules.share_out },
                (false, Gap::Reweight) => Given::Out { to_all: false },
                _ => Given::Missing,
            };
        };
        let share = mark / whole(leaf.best());
        if leaf.role == Role::Aside {
            self.own[leaf.id] = Some(share.clone());
        }
        let points = half_up(&(share * whole(leaf.weight) * unit), self.tree.rules.round[1]);
        self.lines[leaf.id] = Some(&points * whole(sign));
        self.own[leaf.id].get_or_insert_with(|| points.clone());
        Given::Points { points: points / unit, shared: BigRational::zero() }
    }

    /// Points of children in their own units; `unit` is what one of them is in points of the total.
    fn together(&mut self, children: &[Node], unit: &BigRational, sign: i64) -> Given {
        let (mut weighed, mut beside) = (BigRational::zero(), BigRational::zero());
        let (mut all, mut siblings, mut shared) = (BigRational::zero(), BigRational::zero(), BigRational::zero());
        let (mut missing, mut missing_beside, mut to_all) = (false, false, false);
        for child in children {
            let sign = sign * [1, 1, -1, 0][child.role() as usize];
            let given = match child {
                Node::Leaf(leaf) => self.leaf(leaf, unit, sign),
                Node::Group(group) => self.group(group, unit, sign),
            };
            let weight = whole(child.weight());
            if child.role() == Role::Weighed {
                all += &weight;
            }
            match (child.role(), given) {
                (Role::Aside, _) | (Role::Bonus | Role::Malus, Given::Out { .. }) => {}
                (Role::Weighed, Given::Missing) => missing = true,
                (Role::Bonus | Role::Malus, Given::Missing) => missing_beside = true,
                (Role::Weighed, Given::Points { points, shared: part }) => {
                    weighed += points;
                    shared += part;
                }
                (Role::Weighed, Given::Out { to_all: true }) => {
                    shared += weight;
                    to_all = true;
                }
                (Role::Weighed, Given::Out { to_all: false }) => siblings += weight,
                (Role::Bonus, Given::Points { points, .. }) => beside += points,
                (Role::Malus, Given::Points { points, .. }) => beside -= points,
            }
        }
        if missing {
            return Given::Missing;
        }
        // What is left of the weights of these children carries what its siblings leave.
        let left = &all - &siblings - &shared;
        if left.is_zero() {
            // What is beside goes with them, marked or not.
            return Given::Out { to_all };
        }
        if missing_beside {
            return Given::Missing;
        }
        let points = weighed * (&left + &siblings) / left + beside;
        Given::Points { points, shared }
    }

    fn group(&mut self, group: &Group, unit: &BigRational, sign: i64) -> Given {
        let weighed = group.children.iter().filter(|child| child.role() == Role::Weighed).map(Node::weight);
        let inner = if group.mean { BigRational::new(group.weight.into(), weighed.sum::<i64>().into()) } else { whole(1) };
        let (points, shared) = match self.together(&group.children, &(unit * &inner), sign) {
            Given::Points { points, shared } => (points * &inner, shared * &inner),
            Given::Out { to_all } => {
                self.outside[group.id] = group.children.iter().all(|child| self.is_outside(child));
                return Given::Out { to_all };
            }
            Given::Missing => return Given::Missing,
        };
        let points = half_up(&points, self.tree.rules.round[2]);
        let points = if group.cap { points.min(whole(group.weight)) } else { points };
        // Under a cap, only what the others can no longer reach is shared out.
        let reach: BigRational =
            group.children.iter().filter(|child| child.role() == Role::Weighed).map(Node::weight).map(whole).sum();
        let shared =
            if group.cap && !shared.is_zero() { whole(group.weight) - (reach - shared).min(whole(group.weight)) } else { shared };
        self.groups[group.id] = Some(points.clone());
        Given::Points { points, shared }
    }
}

impl Tree {
    fn score(&self, marks: &[Vec<Mark>]) -> Scored {
        let (leaves, groups) = self.items();
        let mut scorer = Scorer {
            tree: self,
            marks,
            counted: vec![None; leaves.len()],
            waived: vec![false; leaves.len()],
            lines: vec![None; leaves.len()],
            own: vec![None; leaves.len()],
            groups: vec![None; groups.len()],
            outside: vec![false; groups.len()],
        };
        let total = match scorer.together(&self.top, &whole(1), 1) {
            Given::Points { points, shared } => {
                // Bonuses and maluses are beside the weights.
                let beside: BigRational = self.top.iter().map(|node| scorer.beside(node)).sum();
                let weights = whole(self.total());
                let total = (points - &beside) * &weights / (&weights - shared) + beside;
                let total = half_up(&total, self.rules.round[3]);
                Some(self.rules.cap.map_or(total.clone(), |cap| total.min(whole(cap))))
            }
            Given::Out { .. } | Given::Missing => None,
        };
        let (mut failed, mut undecided) = (false, total.is_none());
        let mut bar = |value: &Option<BigRational>, bound: i64| match value {
            Some(value) => failed |= *value < whole(bound),
            None => undecided = true,
        };
        for (leaf, _) in &leaves {
            if let Some(minimum) = leaf.minimum.filter(|_| !scorer.waived[leaf.id]) {
                bar(&scorer.counted[leaf.id], minimum);
            }
        }
        for (group, _) in &groups {
            if let Some(minimum) = group.minimum.filter(|_| !scorer.outside[group.id]) {
                bar(&scorer.groups[group.id], minimum);
            }
        }
        if let Some(pass) = self.rules.pass {
            bar(&total, pass);
        }
        let count = || {
            let mut count = 0;
            for (leaf, _) in leaves.iter().filter(|(leaf, _)| leaf.max.is_none()) {
                let reweighted = leaf.missing.unwrap_or(self.rules.missing) == Gap::Reweight;
                match &scorer.counted[leaf.id] {
                    Some(mark) => count += i64::from(*mark >= whole(2)),
                    // What is left out is at no level.
                    None if scorer.waived[leaf.id] || reweighted => {}
                    None => return None,
                }
            }
            Some(whole(count))
        };
        let value = |subject: Subject| match subject {
            Subject::Leaf(at) => scorer.counted[at].clone(),
            Subject::Group(at) => scorer.groups[at].clone(),
            Subject::Total => total.clone(),
            Subject::Count => count(),
        };
        let mut level = None;
        if !self.levels.is_empty() {
            let held: Vec<Option<bool>> = self.levels.iter().map(|(when, _)| when.holds(&value)).collect();
            let at = held.iter().position(|held| *held != Some(false)).unwrap_or(held.len());
            level = match held.get(at) {
                Some(Some(_)) => Some(at),
                Some(None) => None,
                None => self.rest.then_some(at),
            };
            if self.levels.iter().any(|(_, rateable)| !rateable) {
                failed |= level.is_some_and(|level| self.levels.get(level).is_some_and(|(_, rateable)| !rateable));
                undecided |= held.get(at) == Some(&None);
            }
        }
        let standing = if failed {
            Standing::Excluded
        } else if undecided {
            Standing::Unrated
        } else {
            Standing::Ranked { rank: 0, tied: false, status: None }
        };
        Scored { total, lines: scorer.lines, groups: scorer.groups, own: scorer.own, standing, level }
    }

    /// Whether a criterion has points in a group that has none, though there is a total.
    fn has_lost(&self, scored: &Scored) -> bool {
        let (leaves, groups) = self.items();
        leaves.iter().filter(|(leaf, _)| scored.lines[leaf.id].is_some()).any(|(_, of)| {
            let mut of = *of;
            while let Some(group) = of {
                if scored.groups[group].is_none() {
                    return true;
                }
                of = groups[group].1;
            }
            false
        })
    }

    fn scores(&self) -> Vec<Scored> {
        let (leaves, _) = self.items();
        let mut scores: Vec<Scored> = self.marks.iter().map(|marks| self.score(marks)).collect();
        let ranked: Vec<usize> = (0..scores.len()).filter(|&at| matches!(scores[at].standing, Standing::Ranked { .. })).collect();
        let keys: BTreeMap<usize, Vec<Option<BigRational>>> = ranked
            .iter()
            .map(|&at| {
                let tie = |tie: &usize| {
                    let tie = tie % (leaves.len() + scores[at].groups.len());
                    match tie.checked_sub(leaves.len()) {
                        // More points first, of a malus and of what stands aside as well.
                        None => scores[at].own[tie].clone(),
                        Some(group) => scores[at].groups[group].clone(),
                    }
                };
                (at, std::iter::once(scores[at].total.clone()).chain(self.rules.ties.iter().map(tie)).collect())
            })
            .collect();
        for &mine in &ranked {
            let mut above: Vec<&Vec<Option<BigRational>>> = keys.values().filter(|key| **key > keys[&mine]).collect();
            let tied = keys.values().filter(|key| **key == keys[&mine]).count() > 1;
            if self.rules.dense {
                above.sort();
                above.dedup();
            }
            scores[mine].standing = Standing::Ranked { rank: 1 + above.len(), tied, status: None };
        }
        scores
    }
}

impl Scorer<'_> {
    /// Whether what a child weighs does not apply, rather than lacks marks.
    fn is_outside(&self, node: &Node) -> bool {
        match node {
            _ if node.role() != Role::Weighed => true,
            Node::Leaf(leaf) => self.waived[leaf.id],
            Node::Group(group) => self.outside[group.id],
        }
    }

    /// The points of a bonus or a malus at the top, as they count.
    fn beside(&self, node: &Node) -> BigRational {
        let points = match node {
            Node::Leaf(leaf) => self.lines[leaf.id].clone(),
            Node::Group(group) => {
                self.groups[group.id].clone().map(|points| if group.role == Role::Malus { -points } else { points })
            }
        };
        if matches!(node.role(), Role::Bonus | Role::Malus) { points.unwrap_or_default() } else { BigRational::zero() }
    }
}

// ── Random trees ──

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![8 => Just(Role::Weighed), 1 => Just(Role::Bonus), 1 => Just(Role::Malus), 1 => Just(Role::Aside)]
}

fn gap() -> impl Strategy<Value = Gap> {
    prop_oneof![3 => Just(Gap::Unrated), 3 => Just(Gap::Reweight), 2 => Just(Gap::Lowest)]
}

fn leaf() -> impl Strategy<Value = Node> {
    let max = proptest::option::weighted(0.7, 1i64..=10);
    let minimum = proptest::option::weighted(0.08, 0i64..4);
    (1i64..=12, role(), max, minimum, proptest::option::weighted(0.15, gap()))
        .prop_map(|(weight, role, max, minimum, missing)| Node::Leaf(Leaf { id: 0, weight, role, max, minimum, missing }))
}

fn node() -> impl Strategy<Value = Node> {
    leaf().prop_recursive(3, 10, 3, |inner| {
        let minimum = proptest::option::weighted(0.15, 0i64..5);
        (proptest::collection::vec(inner, 1..4), 1i64..=30, role(), any::<bool>(), proptest::bool::weighted(0.3), minimum)
            .prop_map(|(children, weight, role, mean, cap, minimum)| {
                Node::Group(Group { id: 0, weight, role, mean, cap, minimum, children })
            })
    })
}

fn condition() -> impl Strategy<Value = Condition> {
    let subject = prop_oneof![
        2 => any::<usize>().prop_map(Subject::Leaf),
        2 => any::<usize>().prop_map(Subject::Group),
        1 => Just(Subject::Total),
        1 => Just(Subject::Count),
    ];
    let test = (subject, 0i64..=100, any::<bool>()).prop_map(|(subject, bound, least)| {
        if least { Condition::AtLeast(subject, bound) } else { Condition::AtMost(subject, bound) }
    });
    test.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Condition::All),
            proptest::collection::vec(inner.clone(), 1..4).prop_map(Condition::Any),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

prop_compose! {
    fn rules(rounded: bool)(
        missing in gap(),
        share_out in any::<bool>(),
        cap in proptest::option::weighted(0.2, 50i64..100),
        pass in proptest::option::weighted(0.3, 1i64..=80),
        round in [proptest::option::weighted(0.25, 0u32..2), proptest::option::weighted(0.25, 0u32..3), proptest::option::weighted(0.25, 0u32..3), proptest::option::weighted(0.25, 0u32..2)],
        rounds in any::<bool>(),
        dense in any::<bool>(),
        ties in proptest::collection::vec(any::<usize>(), 0..3),
    ) -> Rules {
        Rules { missing, share_out, cap, pass, round: if rounded && rounds { round } else { [None; 4] }, dense, ties }
    }
}

fn mark(gaps: bool) -> impl Strategy<Value = Mark> {
    if gaps {
        prop_oneof![14 => (0u8..30).prop_map(Mark::Given), 1 => Just(Mark::NotApplicable), 1 => Just(Mark::None)].boxed()
    } else {
        (0u8..30).prop_map(Mark::Given).boxed()
    }
}

/// A tree with its marks. `rounded`: some are with declared roundings.
fn tree(rounded: bool, gaps: bool) -> impl Strategy<Value = Tree> {
    any_tree(rounded, gaps, false)
}

/// A tree of weights only, with gaps.
fn plain() -> impl Strategy<Value = Tree> {
    any_tree(false, true, true)
}

fn any_tree(rounded: bool, gaps: bool, plain: bool) -> impl Strategy<Value = Tree> {
    let levels = proptest::collection::vec((condition(), proptest::bool::weighted(0.85)), 0..4);
    (proptest::collection::vec(node(), 1..4), rules(rounded), levels, any::<bool>())
        .prop_flat_map(move |(mut top, mut rules, mut levels, rest)| {
            let (mut leaves, mut groups) = (0, 0);
            for (at, node) in top.iter_mut().enumerate() {
                if at == 0 {
                    node.weigh();
                }
                if plain {
                    node.weigh_all();
                }
                // What a group’s bonus is worth once weight is shared out all over the grid is nowhere said.
                node.settle(&mut leaves, &mut groups, false, !rules.share_out);
            }
            let mut tree = Tree { top, rules: rules.clone(), levels: Vec::new(), rest, marks: Vec::new() };
            let total = tree.total();
            rules.cap = rules.cap.map(|cap| (total * cap / 100).max(1)).filter(|cap| *cap < total);
            rules.pass =
                rules.pass.map(|pass| (total * pass / 100).max(1)).filter(|pass| rules.cap.is_none_or(|cap| *pass <= cap));
            let mut seen = std::collections::BTreeSet::new();
            rules.ties.retain(|tie| seen.insert(tree.tie(*tie)));
            {
                let (leaves, groups) = tree.items();
                let leaves: Vec<(i64, bool)> = leaves.iter().map(|(leaf, _)| (leaf.best(), leaf.max.is_none())).collect();
                let groups: Vec<i64> = groups.iter().map(|(group, _)| group.weight).collect();
                for (when, _) in &mut levels {
                    when.settle(&leaves, &groups, total);
                }
            }
            tree.rules = rules;
            tree.levels = levels;
            let panel = move |reviewers| {
                proptest::collection::vec(
                    proptest::collection::vec(proptest::collection::vec(mark(gaps), leaves), reviewers),
                    1..6,
                )
            };
            (Just(tree), (1usize..=2).prop_flat_map(panel))
        })
        .prop_map(|(tree, marks)| Tree { marks, ..tree })
}

/// Reads a tree; `None` where a level of it is hidden by others or can be met by nobody, which is refused.
fn read(tree: &Tree) -> Option<Loaded> {
    match load(&tree.texts()) {
        Ok(loaded) => Some(loaded),
        Err(codes) if codes.iter().all(|code| ["G116", "G124"].contains(code)) && !tree.levels.is_empty() => None,
        Err(codes) => panic!("{codes:?}\n{}\n{:?}", tree.grid(&[0]), tree.texts().marks),
    }
}

/// What the library made of a submission, as [`Scored`].
fn seen(loaded: &Loaded, id: &str) -> (Scored, BigRational) {
    let ranking = loaded.rank();
    let evaluation = &ranking.evaluation;
    let at = loaded.submissions.find(id).unwrap();
    let count = |prefix: &str, ids: Vec<&str>| ids.iter().filter(|id| id.starts_with(prefix)).count();
    let criterion = |id: usize| loaded.grid.criteria.iter().position(|criterion| criterion.id == format!("c{id}")).unwrap();
    let lines = (0..count("c", loaded.grid.criteria.iter().map(|criterion| criterion.id.as_str()).collect()))
        .map(|id| {
            let item = Item::Criterion(criterion(id));
            evaluation.item_points(at, item).map(|points| rational(&evaluation.in_sum(item, points)))
        })
        .collect();
    let groups = (0..loaded.grid.groups.len()).map(|group| evaluation.item_points(at, Item::Group(group)).as_ref().map(rational));
    let level = match evaluation.class(at) {
        Some(Class::Level(level)) => Some(level),
        _ => None,
    };
    let adjustments = evaluation.adjustments(at).iter().map(|adjustment| rational(&adjustment.by)).sum();
    let (standing, total) = loaded.standings().remove(id).unwrap();
    (Scored { total, lines, groups: groups.collect(), own: Vec::new(), standing, level }, adjustments)
}

proptest! {
    #![proptest_config(config(250))]

    /// Totals, lines, groups, standings, ranks and levels are those that another scorer finds; and lines and adjustments
    /// add up to the total.
    #[test]
    fn another_scorer_agrees_on_trees(tree in tree(true, true)) {
        let Some(loaded) = read(&tree) else { return Ok(()) };
        for (at, expected) in tree.scores().into_iter().enumerate() {
            let (found, adjustments) = seen(&loaded, &id(at));
            prop_assert_eq!(&found.groups, &expected.groups, "groups of {}\n{}", id(at), tree.grid(&[0]));
            prop_assert_eq!(&found.lines, &expected.lines, "lines of {}\n{}", id(at), tree.grid(&[0]));
            prop_assert_eq!(&found.total, &expected.total, "total of {}\n{}", id(at), tree.grid(&[0]));
            prop_assert_eq!(found.level, expected.level, "level of {}\n{}", id(at), tree.grid(&[0]));
            prop_assert_eq!(found.standing, expected.standing, "standing of {}\n{}", id(at), tree.grid(&[0]));
            // A bonus in a group of which nothing else applies is left out with it, and its line with no word of it.
            if let Some(total) = found.total.filter(|_| !tree.has_lost(&expected)) {
                let lines: BigRational = found.lines.into_iter().flatten().sum();
                prop_assert_eq!(lines + adjustments, total, "sum of {}\n{}", id(at), tree.grid(&[0]));
            }
        }
    }
}

proptest! {
    #![proptest_config(config(60))]

    /// Weights, total, pass mark, caps and minimums of groups in another unit change nothing but the unit.
    #[test]
    fn the_unit_of_a_tree_says_nothing(tree in tree(false, true), k in 2i64..=7) {
        let mut scaled = tree.clone();
        scaled.top.iter_mut().for_each(|node| node.times(k));
        scaled.rules.pass = scaled.rules.pass.map(|pass| pass * k);
        scaled.rules.cap = scaled.rules.cap.map(|cap| cap * k);
        // Conditions on levels are in points too.
        scaled.levels.clear();
        let tree = Tree { levels: Vec::new(), ..tree };
        let (before, after) = (read(&tree).unwrap(), read(&scaled).unwrap());
        for at in 0..tree.marks.len() {
            let ((before, _), (after, _)) = (seen(&before, &id(at)), seen(&after, &id(at)));
            prop_assert_eq!(before.standing, after.standing, "{}", tree.grid(&[0]));
            prop_assert_eq!(before.total.map(|total| total * whole(k)), after.total);
            let times = |groups: Vec<Option<BigRational>>| groups.into_iter().map(|points| Some(points? * whole(k))).collect::<Vec<_>>();
            prop_assert_eq!(times(before.groups), after.groups);
        }
    }

    /// The order of the criteria of a grid, and that of the reviewers, change nothing.
    #[test]
    fn the_order_of_criteria_and_reviewers_says_nothing(tree in tree(true, true), order in proptest::collection::vec(any::<usize>(), 6)) {
        let Some(before) = read(&tree) else { return Ok(()) };
        let mut turned = tree.clone();
        turned.marks.iter_mut().for_each(|submission| submission.reverse());
        let after = load(&turned.texts_in(&order)).unwrap();
        for at in 0..tree.marks.len() {
            let ((before, by), (after, to)) = (seen(&before, &id(at)), seen(&after, &id(at)));
            prop_assert_eq!((before.total, before.groups, before.lines, by), (after.total, after.groups, after.lines, to));
            prop_assert_eq!((before.standing, before.level), (after.standing, after.level));
        }
    }

    /// A higher mark, where nothing is taken away for it, never lowers the total nor the rank.
    #[test]
    fn a_higher_mark_never_harms_in_a_tree(tree in tree(true, true), who in any::<[usize; 3]>(), up in 1u8..8) {
        let mut tree = Tree { levels: Vec::new(), ..tree };
        tree.top.iter_mut().for_each(Node::without_malus);
        let (leaves, _) = tree.items();
        let who = (who[0] % tree.marks.len(), who[1] % tree.marks[0].len(), who[2] % leaves.len());
        let (leaf, mark) = (leaves[who.2].0.clone(), tree.marks[who.0][who.1][who.2]);
        let Some(halves) = leaf.halves(mark) else { return Ok(()) };
        let raised = match leaf.max {
            Some(max) => (halves + i64::from(up)).min(2 * max),
            None => (halves / 2 + i64::from(up)).min(3),
        };
        let mut better = tree.clone();
        better.marks[who.0][who.1][who.2] = Mark::Given(u8::try_from(raised).unwrap());
        let (before, after) = (read(&tree).unwrap(), read(&better).unwrap());
        let ((before, _), (after, _)) = (seen(&before, &id(who.0)), seen(&after, &id(who.0)));
        prop_assert!(before.total <= after.total, "{:?} {:?}\n{}", before.total, after.total, tree.grid(&[0]));
        match (before.standing, after.standing) {
            (Standing::Ranked { rank: before, .. }, Standing::Ranked { rank: after, .. }) => prop_assert!(after <= before),
            (Standing::Ranked { .. } | Standing::Unrated, Standing::Excluded) => prop_assert!(false, "{}", tree.grid(&[0])),
            (Standing::Ranked { .. }, Standing::Unrated) => prop_assert!(false, "{}", tree.grid(&[0])),
            _ => {}
        }
    }

    /// The highest mark wherever one applies is the whole total, whatever does not apply, is missing or is capped.
    #[test]
    fn the_best_there_can_be_is_the_total(tree in plain()) {
        let mut tree = Tree { levels: Vec::new(), ..tree };
        tree.rules.cap = None;
        let leaves: Vec<Leaf> = tree.items().0.into_iter().map(|(leaf, _)| leaf.clone()).collect();
        for (leaf, mark) in tree.marks.iter_mut().flatten().flat_map(|marks| leaves.iter().zip(marks)) {
            if matches!(mark, Mark::Given(_)) {
                *mark = Mark::Given(u8::try_from(leaf.max.map_or(3, |max| 2 * max)).unwrap());
            }
        }
        let loaded = read(&tree).unwrap();
        let mut some = false;
        for at in 0..tree.marks.len() {
            let (found, _) = seen(&loaded, &id(at));
            let lowest = leaves.iter().any(|leaf| {
                let gap = leaf.missing.unwrap_or(tree.rules.missing);
                gap == Gap::Lowest && tree.marks[at].iter().all(|marks| !matches!(marks[leaf.id], Mark::Given(_)))
            });
            match found.total {
                Some(total) if !lowest => {
                    some = true;
                    prop_assert_eq!(total, whole(tree.total()), "{}\n{:?}", tree.grid(&[0]), &tree.marks[at]);
                }
                _ => {}
            }
        }
        prop_assume!(some);
    }

    /// On a flat grid, leaving out and sharing out are one thing: the total times all the weight over the weight that
    /// applies. A mark that does not apply is neither the lowest nor, by itself, a missing one.
    #[test]
    fn what_does_not_apply_on_a_flat_grid(
        weights in proptest::collection::vec(1i64..=20, 2..6),
        marks in proptest::collection::vec(0u8..20, 6),
        waived in proptest::collection::vec(proptest::bool::weighted(0.3), 6),
    ) {
        let leaf = |(id, weight): (usize, &i64)| {
            Node::Leaf(Leaf { id, weight: *weight, role: Role::Weighed, max: Some(9), minimum: None, missing: None })
        };
        let tree = |missing, share_out, gap: Mark| Tree {
            top: weights.iter().enumerate().map(leaf).collect(),
            rules: Rules { missing, share_out, cap: None, pass: None, round: [None; 4], dense: false, ties: Vec::new() },
            levels: Vec::new(),
            rest: false,
            marks: vec![vec![weights.iter().enumerate().map(|(at, _)| if waived[at] { gap } else { Mark::Given(marks[at]) }).collect()]],
        };
        let found = |missing, share_out, gap| seen(&read(&tree(missing, share_out, gap)).unwrap(), "S0").0;
        let points: BigRational = (0..weights.len())
            .filter(|at| !waived[*at])
            .map(|at| BigRational::new((weights[at] * (i64::from(marks[at]) % 19)).into(), 18.into()))
            .sum();
        let sum = |kept: bool| whole((0..weights.len()).filter(|at| waived[*at] != kept).map(|at| weights[at]).sum());
        let applied: BigRational = sum(true);
        let all: BigRational = weights.iter().copied().map(whole).sum();
        let expected = (!applied.is_zero()).then(|| &points * &all / &applied);
        for share_out in [false, true] {
            let not_applicable = found(Gap::Unrated, share_out, Mark::NotApplicable);
            prop_assert_eq!(&not_applicable.total, &expected, "share out: {}", share_out);
            prop_assert_eq!(matches!(not_applicable.standing, Standing::Ranked { .. }), expected.is_some());
            // It is no gap: what a gap means changes nothing.
            prop_assert_eq!(&found(Gap::Lowest, share_out, Mark::NotApplicable).total, &expected);
        }
        let any = all != applied;
        prop_assert_eq!(found(Gap::Unrated, false, Mark::None).total, (!any).then(|| points.clone()));
        prop_assert_eq!(found(Gap::Lowest, false, Mark::None).total, Some(points));
        prop_assert_eq!(found(Gap::Reweight, false, Mark::None).total, expected);
    }

    /// A group that takes a mean is a group that takes a sum of weights brought to its own.
    #[test]
    fn a_mean_is_a_sum_of_normalised_weights(
        weights in proptest::collection::vec(1i64..=5, 1..5),
        marks in proptest::collection::vec(mark(true), 5),
        weight in 1i64..=20,
        missing in gap(),
    ) {
        let sum: i64 = weights.iter().sum();
        // The mean weighs `weight × sum`, so that the normalised weights are whole.
        let tree = |mean: bool, by: i64| {
            let leaf = |(id, weight): (usize, &i64)| {
                Node::Leaf(Leaf { id, weight: weight * by, role: Role::Weighed, max: Some(8), minimum: None, missing: None })
            };
            let children = weights.iter().enumerate().map(leaf).collect();
            let group = Group { id: 0, weight: weight * sum, role: Role::Weighed, mean, cap: false, minimum: Some(1), children };
            let other = Leaf { id: weights.len(), weight: 7, role: Role::Weighed, max: Some(7), minimum: None, missing: None };
            let mut row = marks[..weights.len()].to_vec();
            row.push(Mark::Given(9));
            Tree {
                top: vec![Node::Group(group), Node::Leaf(other)],
                rules: Rules { missing, share_out: weight % 2 == 0, cap: None, pass: None, round: [None; 4], dense: false, ties: Vec::new() },
                levels: Vec::new(),
                rest: false,
                marks: vec![vec![row]],
            }
        };
        let (mean, sum) = (read(&tree(true, 1)).unwrap(), read(&tree(false, weight)).unwrap());
        let ((mean, a), (sum, b)) = (seen(&mean, "S0"), seen(&sum, "S0"));
        prop_assert_eq!((mean.total, mean.groups, mean.lines, mean.standing, a), (sum.total, sum.groups, sum.lines, sum.standing, b));
    }

    /// A mark left out inside a group leaves the group’s weight to the group: what others do is as before.
    #[test]
    fn a_gap_is_filled_inside_its_group(
        inside in proptest::collection::vec((1i64..=9, 0u8..19), 2..5),
        outside in (1i64..=20, 0u8..19),
        gap in any::<usize>(),
        mean in any::<bool>(),
    ) {
        let leaf = |id, weight| Node::Leaf(Leaf { id, weight, role: Role::Weighed, max: Some(9), minimum: None, missing: None });
        let children = inside.iter().enumerate().map(|(at, (weight, _))| leaf(at, *weight)).collect();
        let weight: i64 = inside.iter().map(|(weight, _)| weight).sum();
        let weight = if mean { 30 } else { weight };
        let group = Group { id: 0, weight, role: Role::Weighed, mean, cap: false, minimum: None, children };
        let gap = gap % inside.len();
        let mut row: Vec<Mark> = inside.iter().map(|(_, mark)| Mark::Given(*mark)).chain([Mark::Given(outside.1)]).collect();
        row[gap] = Mark::None;
        let tree = Tree {
            top: vec![Node::Group(group), leaf(inside.len(), outside.0)],
            rules: Rules { missing: Gap::Reweight, share_out: false, cap: None, pass: None, round: [None; 4], dense: false, ties: Vec::new() },
            levels: Vec::new(),
            rest: false,
            marks: vec![vec![row]],
        };
        let (found, _) = seen(&read(&tree).unwrap(), "S0");
        let kept = || inside.iter().enumerate().filter(|(at, _)| *at != gap).map(|(_, kept)| kept);
        let points: i64 = kept().map(|(weight, mark)| weight * (i64::from(*mark) % 19)).sum();
        let share = BigRational::new(points.into(), kept().map(|(weight, _)| 18 * weight).sum::<i64>().into());
        let own = share * whole(weight);
        let other = BigRational::new((outside.0 * (i64::from(outside.1) % 19)).into(), 18.into());
        prop_assert_eq!(&found.groups, &vec![Some(own.clone())]);
        prop_assert_eq!(found.total, Some(own + other));
    }
}

impl Node {
    fn weigh_all(&mut self) {
        self.weigh();
        if let Self::Group(group) = self {
            group.children.iter_mut().for_each(Self::weigh_all);
        }
    }

    fn without_malus(&mut self) {
        match self {
            Self::Leaf(leaf) if leaf.role == Role::Malus => leaf.role = Role::Bonus,
            Self::Leaf(_) => {}
            Self::Group(group) => {
                if group.role == Role::Malus {
                    group.role = Role::Bonus;
                }
                group.children.iter_mut().for_each(Self::without_malus);
            }
        }
    }
}

// ── Worked by hand: what random trees once found ──

/// A grid whose criteria and groups are given as they are, with one row of marks a submission.
fn written(body: &str, headings: &str, rows: &[&str]) -> Loaded {
    load(&as_written(body, headings, rows)).unwrap_or_else(|codes| panic!("{codes:?} {body}"))
}

fn as_written(body: &str, headings: &str, rows: &[&str]) -> Texts {
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    Texts {
        grid: format!("[grid]\nid = \"hand\"\nversion = \"1\"\ntitle = \"Hand\"\nsource = \"A test.\"\n{body}"),
        call: "[call]\ngrid = \"g\"\nsubmissions = \"s\"\n".to_owned(),
        yaml: false,
        submissions: Rows { headings: cells(headings), rows: rows.iter().map(|row| cells(row)).collect() },
        marks: None,
    }
}

fn criterion(id: &str, more: &str) -> String {
    format!("[[criterion]]\nid = \"{id}\"\nlabel = \"Criterion {id}\"\n{more}\n")
}

fn group(id: &str, more: &str) -> String {
    format!("[[group]]\nid = \"{id}\"\nlabel = \"Group {id}\"\n{more}\n")
}

/// Two thirds of a group that weighs 1 in a mean of 10: 0.7, and 7 of the total; not 6.7 of the total, which is 0.67.
#[test]
fn a_rule_rounds_the_points_that_a_group_has_of_its_own() {
    let body = "total = 10\n".to_owned()
        + &group("whole", "weight = 10\nscore = \"mean\"")
        + &group("part", "in = \"whole\"\nweight = 1")
        + &criterion("c0", "group = \"part\"\nweight = 1\nscale = { points = 3 }")
        + "[rules]\nround = { groups = 1 }\n";
    let (found, by) = seen(&written(&body, "id,c0", &["A,2"]), "A");
    assert_eq!(found.groups, [Some(whole(7)), Some(BigRational::new(7.into(), 10.into()))]);
    assert_eq!(found.total, Some(whole(7)));
    assert_eq!(by, whole(7) - BigRational::new(20.into(), 3.into()));
}

/// 100 − (3 + 4 of 10, rounded and capped as the group says): each line as it counts in the total, and so is the cap.
#[test]
fn what_stands_in_a_malus_is_taken_away() {
    let body = group("late", "at_most = 5\nrole = \"malus\"")
        + &criterion("c0", "weight = 100\nscale = { points = 10 }")
        + &criterion("c1", "group = \"late\"\nweight = 5\nscale = { points = 5 }")
        + &criterion("c2", "group = \"late\"\nweight = 5\nscale = { points = 5 }");
    let (found, by) = seen(&written(&body, "id,c0,c1,c2", &["A,10,3,4"]), "A");
    assert_eq!(found.lines, [Some(whole(100)), Some(whole(-3)), Some(whole(-4))]);
    assert_eq!((by, found.total), (whole(2), Some(whole(95))));
}

/// A cap of 40 over 30 + 20 + 10, and 60 elsewhere. Without the 10, 50 are left, which still reach 40: nothing is shared
/// out. Without the 30, 30 are left: the 10 out of reach are shared out over 90.
#[test]
fn only_what_a_cap_leaves_out_of_reach_is_shared_out() {
    let body = group("some", "at_most = 40")
        + &criterion("c0", "group = \"some\"\nweight = 30\nscale = { points = 10 }")
        + &criterion("c1", "group = \"some\"\nweight = 20\nscale = { points = 10 }")
        + &criterion("c2", "group = \"some\"\nweight = 10\nscale = { points = 10 }")
        + &criterion("c3", "weight = 60\nscale = { points = 10 }")
        + "[rules]\nnot_applicable = \"share-out\"\n";
    let loaded = written(&body, "id,c0,c1,c2,c3", &["A,10,10,n/a,10", "B,n/a,10,10,10", "C,n/a,0,0,9"]);
    let total = |id: &str| seen(&loaded, id).0.total.unwrap();
    assert_eq!((total("A"), total("B"), total("C")), (whole(100), whole(100), whole(60)));
}

/// As the minimum of a criterion: what does not apply has none, what is only unmarked has.
#[test]
fn the_minimum_of_a_group_without_a_mark() {
    let body = group("some", "weight = 40\nminimum = 20")
        + &criterion("c0", "group = \"some\"\nweight = 40\nscale = { points = 10 }")
        + &criterion("c1", "weight = 60\nscale = { points = 10 }")
        + "[rules]\nmissing = \"reweight\"\nnot_applicable = \"leave-out\"\n";
    let loaded = written(&body, "id,c0,c1", &["A,5,5", "B,4,5", "C,n/a,5", "D,,5"]);
    let ranked = Standing::Ranked { rank: 1, tied: true, status: None };
    let standings = ["A", "B", "C", "D"].map(|id| seen(&loaded, id).0.standing);
    assert_eq!(standings, [ranked, Standing::Excluded, ranked, Standing::Unrated]);
}

/// Each criterion says what its own gap means: a gap that is an error is told from one that is not, whatever comes first.
#[test]
fn a_gap_is_an_error_on_the_criterion_that_says_so() {
    let body = criterion("c0", "weight = 50\nmissing = \"lowest\"\nscale = { points = 10 }")
        + &criterion("c1", "weight = 50\nscale = { points = 10 }")
        + "[rules]\nmissing = \"error\"\n";
    assert_eq!(seen(&written(&body, "id,c0,c1", &["A,,5"]), "A").0.total, Some(whole(25)));
    assert_eq!(load(&as_written(&body, "id,c0,c1", &["A,5,"])).err(), Some(vec!["M410"]));
}

/// What stands aside has no points to round: half a mark breaks the tie.
#[test]
fn a_tie_is_broken_by_the_mark_of_what_stands_aside() {
    let body = criterion("c0", "weight = 100\nscale = { points = 10 }")
        + &criterion("c1", "role = \"aside\"\nscale = { points = 10 }")
        + "[rules]\nties = [\"c1\"]\nround = { points = 0 }\n";
    let loaded = written(&body, "id,c0,c1", &["A,5,3", "B,5,3.5"]);
    let rank = |id: &str| seen(&loaded, id).0.standing;
    let alone = |rank| Standing::Ranked { rank, tied: false, status: None };
    assert_eq!((rank("A"), rank("B")), (alone(2), alone(1)));
}

/// Whichever way the points of a table go, a missing number that counts as the lowest is below any minimum.
#[test]
fn the_lowest_of_a_table_is_below_any_minimum() {
    let table = |lines: &str| {
        "[[fact]]\nid = \"sites\"\nlabel = \"Sites\"\ntype = \"count\"\n".to_owned()
            + &criterion(
                "c0",
                &format!("weight = 100\nminimum = 5\nfrom = {{ fact = \"sites\" }}\nscale = {{ brackets = [{lines}] }}"),
            )
            + "[rules]\nmissing = \"lowest\"\n"
    };
    for lines in [
        "{ at_least = 8, points = 100 }, { points = 0 }",
        "{ at_least = 8, points = 0 }, { at_least = 4, points = 100 }, { points = 10 }",
    ] {
        let loaded = written(&table(lines), "id,sites", &["A,", "B,4", "C,5"]);
        let standing = |id: &str| seen(&loaded, id).0.standing;
        assert_eq!((standing("A"), standing("B")), (Standing::Excluded, Standing::Excluded), "{lines}");
        assert!(matches!(standing("C"), Standing::Ranked { .. }), "{lines}");
    }
}
