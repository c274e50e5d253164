//! Random grids and calls, as a person would write them: the specification of each, and its text in the language.

use proptest::prelude::*;

/// An exact decimal of the test: `mantissa / 10^scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dec {
    pub mantissa: i64,
    pub scale: u32,
}

impl Dec {
    pub const fn new(mantissa: i64, scale: u32) -> Self {
        Self { mantissa, scale }
    }

    /// As written in a file, all its decimals said: `1.50`.
    pub fn text(self) -> String {
        let digits = format!("{:0>width$}", self.mantissa.abs(), width = self.scale as usize + 1);
        let (whole, part) = digits.split_at(digits.len() - self.scale as usize);
        let sign = if self.mantissa < 0 { "-" } else { "" };
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
    }

    fn times(self, k: i64) -> Self {
        Self { mantissa: self.mantissa * k, ..self }
    }
}

#[derive(Debug, Clone)]
pub enum Scale {
    /// Out of so many points.
    Points { points: Dec, step: Option<Dec> },
    /// Between two bounds.
    Range { min: Dec, max: Dec, step: Option<Dec>, lowest: bool },
    /// Named levels `l0`, `l1`…
    Levels(Vec<Dec>),
    /// Yes or no.
    YesNo { yes: Dec, no: Dec },
    /// Counts in the submissions, each through its table; one or two.
    Counts(Vec<Table>),
}

/// A bracket table: bounds falling, each with its points, then the rest.
#[derive(Debug, Clone)]
pub struct Table {
    pub weight: Dec,
    pub lines: Vec<(u32, Dec)>,
    pub rest: Dec,
}

#[derive(Debug, Clone)]
pub struct Criterion {
    pub weight: Dec,
    pub scale: Scale,
    pub minimum: Option<Dec>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Unrated,
    Error,
    Reweight,
    Lowest,
}

#[derive(Debug, Clone)]
pub struct Grid {
    pub criteria: Vec<Criterion>,
    pub total: Dec,
    pub missing: Missing,
    pub quorum: usize,
    pub pass: Option<Dec>,
    pub ties: Vec<usize>,
    pub dense: bool,
    /// Whether practices of the kind `c` are excluded.
    pub gate: bool,
}

#[derive(Debug, Clone)]
pub struct Submission {
    pub id: String,
    pub title: String,
    /// `a`, `b`, `c` or nothing.
    pub kind: Option<char>,
    /// By criterion, then by table of that criterion.
    pub counts: Vec<Vec<Option<u32>>>,
    /// By reviewer, then by criterion: how far up its scale the mark is, in marks of the scale.
    pub marks: Vec<Vec<Option<u16>>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// One column a criterion.
    Wide,
    /// One mark a row.
    Long,
    /// As `Wide`, in YAML, submissions too.
    Yaml,
    /// In columns of the submissions; only the first reviewer's.
    Beside,
}

#[derive(Debug, Clone)]
pub struct Call {
    pub grid: Grid,
    pub submissions: Vec<Submission>,
    pub reviewers: usize,
    pub places: Option<usize>,
    pub written: Written,
}

/// The texts of a call. Rows and columns come in the order of these lists.
#[derive(Debug, Clone)]
pub struct Texts {
    pub grid: String,
    pub call: String,
    pub yaml: bool,
    pub submissions: Rows,
    pub marks: Option<Rows>,
}

/// A table of texts.
#[derive(Debug, Clone)]
pub struct Rows {
    pub headings: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Scale {
    /// The lowest mark, the difference between two marks, and how many steps there are.
    fn ladder(&self) -> (Dec, Dec, u16) {
        let free = Dec::new(1, 1);
        let (min, max, step) = match self {
            Self::Points { points, step } => (Dec::new(0, 0), *points, step.unwrap_or(free)),
            Self::Range { min, max, step, .. } => (*min, *max, step.unwrap_or(free)),
            Self::Levels(_) | Self::YesNo { .. } | Self::Counts(_) => (Dec::new(0, 0), Dec::new(0, 0), free),
        };
        let at = |dec: Dec| dec.mantissa * 10i64.pow(2 - dec.scale);
        let steps = (at(max) - at(min)) / at(step).max(1);
        (min, step, u16::try_from(steps).expect("a short ladder"))
    }

    /// How many marks the scale has.
    pub fn marks(&self) -> u16 {
        match self {
            Self::Levels(levels) => u16::try_from(levels.len()).expect("few levels"),
            Self::YesNo { .. } => 2,
            Self::Points { .. } | Self::Range { .. } => self.ladder().2 + 1,
            Self::Counts(_) => 1,
        }
    }

    /// The value of the mark at a position, and how files write it.
    pub fn mark(&self, position: u16) -> (Dec, String) {
        let position = position % self.marks();
        match self {
            Self::Levels(levels) => (levels[usize::from(position)], format!("l{position}")),
            Self::YesNo { yes, no } => {
                if position == 0 {
                    (*no, "non".to_owned())
                } else {
                    (*yes, "oui".to_owned())
                }
            }
            Self::Points { .. } | Self::Range { .. } | Self::Counts(_) => {
                let (min, step, _) = self.ladder();
                let scale = min.scale.max(step.scale);
                let at = |dec: Dec| dec.mantissa * 10i64.pow(scale - dec.scale);
                let value = Dec::new(at(min) + i64::from(position) * at(step), scale);
                (value, value.text())
            }
        }
    }

    fn toml(&self) -> String {
        let step = |step: &Option<Dec>| step.map_or_else(String::new, |step| format!(", step = {}", step.text()));
        match self {
            Self::Points { points, step: by } => format!("scale = {{ points = {}{} }}", points.text(), step(by)),
            Self::Range { min, max, step: by, lowest } => {
                let best = if *lowest { ", best = \"lowest\"" } else { "" };
                format!("scale = {{ min = {}, max = {}{}{best} }}", min.text(), max.text(), step(by))
            }
            Self::Levels(levels) => {
                let level = |(at, value): (usize, &Dec)| {
                    format!("l{at} = {{ value = {}, label = {{ fr = \"échelon {at}\", en = \"level {at}\" }} }}", value.text())
                };
                let levels: Vec<String> = levels.iter().enumerate().map(level).collect();
                format!("scale = {{ levels = {{ {} }} }}", levels.join(", "))
            }
            Self::YesNo { yes, no } => format!("scale = {{ yes = {}, no = {} }}", yes.text(), no.text()),
            Self::Counts(_) => String::new(),
        }
    }
}

impl Table {
    fn toml(&self) -> String {
        let line = |(bound, points): &(u32, Dec)| format!("{{ at_least = {bound}, points = {} }}", points.text());
        let lines: Vec<String> = self.lines.iter().map(line).chain([format!("{{ points = {} }}", self.rest.text())]).collect();
        format!("{{ brackets = [{}] }}", lines.join(", "))
    }
}

impl Grid {
    /// The same grid with every weight, the total and the pass mark `k` times as large.
    pub fn times(&self, k: i64) -> Self {
        let mut grid = self.clone();
        grid.total = grid.total.times(k);
        grid.pass = grid.pass.map(|pass| pass.times(k));
        for criterion in &mut grid.criteria {
            criterion.weight = criterion.weight.times(k);
            if let Scale::Counts(tables) = &mut criterion.scale {
                for table in tables {
                    table.weight = table.weight.times(k);
                    table.rest = table.rest.times(k);
                    table.lines.iter_mut().for_each(|(_, points)| *points = points.times(k));
                }
            }
        }
        grid
    }

    pub fn toml(&self) -> String {
        use std::fmt::Write as _;
        let mut out = format!(
            "[grid]\nid = \"random\"\nversion = \"1\"\ntitle = \"Random\"\nsource = \"A test.\"\ntotal = {}\n",
            self.total.text()
        );
        let mut fact = |id: &str, rest: &str| {
            let _ = write!(out, "\n[[fact]]\nid = \"{id}\"\nlabel = \"Fact {id}\"\n{rest}\n");
        };
        fact("kind", "type = \"choice\"\nvalues = { a = \"sorte a\", b = \"sorte b\", c = \"sorte c\" }");
        for (at, criterion) in self.criteria.iter().enumerate() {
            if let Scale::Counts(tables) = &criterion.scale {
                (0..tables.len()).for_each(|table| fact(&format!("n{at}-{table}"), "type = \"count\""));
            }
        }
        if self.gate {
            out += "\n[[gate]]\nid = \"kind\"\nlabel = \"Kind\"\nrequire = { fact = \"kind\", one_of = [\"a\", \"b\"] }\n";
        }
        for (at, criterion) in self.criteria.iter().enumerate() {
            let _ = write!(
                out,
                "\n[[criterion]]\nid = \"c{at}\"\nlabel = \"Criterion {at}\"\nweight = {}\n{}\n",
                criterion.weight.text(),
                criterion.scale.toml()
            );
            if let Scale::Counts(tables) = &criterion.scale {
                out += &match tables.as_slice() {
                    [table] => format!("from = {{ fact = \"n{at}-0\" }}\nscale = {}\n", table.toml()),
                    _ => {
                        let part = |(part, table): (usize, &Table)| {
                            format!("{{ fact = \"n{at}-{part}\", weight = {}, scale = {} }}", table.weight.text(), table.toml())
                        };
                        let parts: Vec<String> = tables.iter().enumerate().map(part).collect();
                        format!("from = {{ sum = [{}] }}\n", parts.join(", "))
                    }
                };
            }
            if let Some(minimum) = criterion.minimum {
                let _ = writeln!(out, "minimum = {}", minimum.text());
            }
        }
        let missing = match self.missing {
            Missing::Unrated => "unrated",
            Missing::Error => "error",
            Missing::Reweight => "reweight",
            Missing::Lowest => "lowest",
        };
        let ties: Vec<String> = self.ties.iter().map(|at| format!("\"c{at}\"")).collect();
        let _ = write!(
            out,
            "\n[rules]\nmissing = \"{missing}\"\npanel = {{ quorum = {} }}\nties = [{}]\nranks = \"{}\"\n",
            self.quorum,
            ties.join(", "),
            if self.dense { "dense" } else { "competition" }
        );
        if let Some(pass) = self.pass {
            let _ = writeln!(out, "pass = {{ total = {} }}", pass.text());
        }
        out
    }
}

impl Call {
    /// The reviewers whose marks the files hold.
    pub fn marking(&self) -> usize {
        if self.written == Written::Beside { 1 } else { self.reviewers }
    }

    /// Whether reviewers mark anything.
    fn marked(&self) -> Vec<usize> {
        let marked = |at: &usize| !matches!(self.grid.criteria[*at].scale, Scale::Counts(_));
        (0..self.grid.criteria.len()).filter(marked).collect()
    }

    pub fn texts(&self) -> Texts {
        let marked = self.marked();
        let cell = |submission: &Submission, reviewer: usize, criterion: usize| {
            let position = submission.marks[reviewer][criterion];
            position.map_or_else(String::new, |position| self.grid.criteria[criterion].scale.mark(position).1)
        };
        let mut headings: Vec<String> = ["id", "title", "kind"].map(str::to_owned).to_vec();
        let mut rows: Vec<Vec<String>> = self
            .submissions
            .iter()
            .map(|submission| {
                let kind = submission.kind.map_or_else(String::new, |kind| format!("sorte {kind}"));
                vec![submission.id.clone(), submission.title.clone(), kind]
            })
            .collect();
        for (at, criterion) in self.grid.criteria.iter().enumerate() {
            let Scale::Counts(tables) = &criterion.scale else { continue };
            for table in 0..tables.len() {
                headings.push(format!("n{at}-{table}"));
                for (row, submission) in rows.iter_mut().zip(&self.submissions) {
                    row.push(submission.counts[at][table].map_or_else(String::new, |count| count.to_string()));
                }
            }
        }
        let mut marks = None;
        match self.written {
            _ if marked.is_empty() => {}
            Written::Beside => {
                for &criterion in &marked {
                    headings.push(format!("Criterion {criterion}"));
                    for (row, submission) in rows.iter_mut().zip(&self.submissions) {
                        row.push(cell(submission, 0, criterion));
                    }
                }
            }
            Written::Wide | Written::Yaml => {
                let names = marked.iter().map(|at| format!("c{at}"));
                let headings = ["submission", "reviewer"].into_iter().map(str::to_owned).chain(names).collect();
                let mut rows = Vec::new();
                for submission in &self.submissions {
                    for reviewer in 0..self.reviewers {
                        let start = [submission.id.clone(), format!("Reviewer {reviewer}")];
                        rows.push(start.into_iter().chain(marked.iter().map(|&at| cell(submission, reviewer, at))).collect());
                    }
                }
                marks = Some(Rows { headings, rows });
            }
            Written::Long => {
                let headings = ["candidature", "membre", "critère", "note"].map(str::to_owned).to_vec();
                let mut rows = Vec::new();
                for submission in &self.submissions {
                    for reviewer in 0..self.reviewers {
                        for &at in &marked {
                            let mark = cell(submission, reviewer, at);
                            rows.push(vec![submission.id.clone(), format!("Reviewer {reviewer}"), format!("c{at}"), mark]);
                        }
                    }
                }
                marks = Some(Rows { headings, rows });
            }
        }
        let mut call = "[call]\ngrid = \"grid.toml\"\nsubmissions = \"submissions\"\n".to_owned();
        if marks.is_some() {
            call += "marks = \"marks\"\n";
        }
        if let Some(places) = self.places {
            call += &format!("places = {places}\n");
        }
        Texts { grid: self.grid.toml(), call, yaml: self.written == Written::Yaml, submissions: Rows { headings, rows }, marks }
    }
}

impl Rows {
    /// Rows and columns in another order: those numbers, taken in turn, pick the next.
    pub fn shuffled(&self, picks: &[usize]) -> Self {
        let rows = shuffle(&self.rows, picks);
        let columns = shuffle(&(0..self.headings.len()).collect::<Vec<_>>(), picks);
        let take = |row: &Vec<String>| columns.iter().map(|&at| row[at].clone()).collect();
        Self { headings: take(&self.headings), rows: rows.iter().map(take).collect() }
    }

    pub fn csv(&self) -> String {
        let line = |cells: &Vec<String>| cells.join(",") + "\n";
        std::iter::once(&self.headings).chain(&self.rows).map(line).collect()
    }

    pub fn yaml(&self) -> String {
        let row = |row: &Vec<String>| {
            let keys = self.headings.iter().zip(row).enumerate();
            keys.map(|(at, (key, cell))| format!("{} {key}: {cell}\n", if at == 0 { "-" } else { " " })).collect::<String>()
        };
        if self.rows.is_empty() { "[]\n".to_owned() } else { self.rows.iter().map(row).collect() }
    }
}

/// The elements in another order.
pub fn shuffle<T: Clone>(items: &[T], picks: &[usize]) -> Vec<T> {
    let mut left: Vec<T> = items.to_vec();
    let mut out = Vec::with_capacity(left.len());
    let mut picks = picks.iter().cycle();
    while !left.is_empty() {
        out.push(left.remove(picks.next().copied().unwrap_or(0) % left.len()));
    }
    out
}

fn step() -> impl Strategy<Value = Option<Dec>> {
    proptest::option::weighted(0.7, prop_oneof![Just(Dec::new(1, 0)), Just(Dec::new(5, 1)), Just(Dec::new(25, 2))])
}

fn table(decimals: u32) -> impl Strategy<Value = Table> {
    let bounds = proptest::collection::btree_set(1u32..12, 1..4);
    (1i64..=30, bounds, proptest::collection::vec(0i64..=100, 4), 0usize..4).prop_map(move |(weight, bounds, shares, best)| {
        let bounds: Vec<u32> = bounds.into_iter().rev().collect();
        let best = best % (bounds.len() + 1);
        let points = |at: usize| Dec::new(if at == best { weight } else { weight * shares[at] / 100 }, decimals);
        let lines = bounds.iter().enumerate().map(|(at, bound)| (*bound, points(at))).collect();
        Table { weight: Dec::new(weight, decimals), lines, rest: points(bounds.len()) }
    })
}

fn scale(decimals: u32) -> impl Strategy<Value = Scale> {
    let whole = |value: i64| Dec::new(value, 0);
    prop_oneof![
        3 => (1i64..=20, step()).prop_map(move |(points, step)| Scale::Points { points: whole(points), step }),
        3 => (-3i64..=3, 1i64..=9, step(), any::<bool>()).prop_map(move |(min, width, step, lowest)| {
            Scale::Range { min: whole(min), max: whole(min + width), step, lowest }
        }),
        2 => (proptest::collection::vec(0i64..=8, 1..4), 1i64..=9).prop_map(|(mut values, top)| {
            values.push(top);
            Scale::Levels(values.into_iter().map(|value| Dec::new(value, 1)).collect())
        }),
        1 => (-2i64..=3, 1i64..=3, any::<bool>()).prop_map(move |(low, width, yes)| {
            let (low, high) = (whole(low), whole(low + width));
            if yes { Scale::YesNo { yes: high, no: low } } else { Scale::YesNo { yes: low, no: high } }
        }),
        2 => proptest::collection::vec(table(decimals), 1..3).prop_map(Scale::Counts),
    ]
}

fn criterion(decimals: u32) -> impl Strategy<Value = Criterion> {
    (scale(decimals), 1i64..=40, proptest::option::weighted(0.25, any::<u16>())).prop_map(move |(scale, weight, minimum)| {
        let weight = match &scale {
            Scale::Counts(tables) => tables.iter().map(|table| table.weight.mantissa).sum(),
            _ => weight,
        };
        let minimum = minimum.and_then(|at| match &scale {
            Scale::Range { lowest: true, .. } => None,
            Scale::Counts(tables) if tables.len() > 1 => None,
            Scale::Counts(_) => Some(Dec::new(i64::from(at % 8) + 1, 0)),
            Scale::Levels(levels) => {
                levels.iter().copied().filter(|level| level.mantissa > 0).nth(usize::from(at) % levels.len())
            }
            Scale::YesNo { yes, no } => Some(if yes.mantissa > no.mantissa { *yes } else { *no }),
            // Above the lowest.
            _ => Some(scale.mark(1 + at % (scale.marks() - 1)).0),
        });
        Criterion { weight: Dec::new(weight, decimals), scale, minimum }
    })
}

prop_compose! {
    fn rules()(
        missing in prop_oneof![
            4 => Just(Missing::Unrated), 1 => Just(Missing::Error), 3 => Just(Missing::Reweight), 3 => Just(Missing::Lowest)
        ],
        quorum in prop_oneof![3 => Just(1usize), 1 => Just(2usize)],
        pass in proptest::option::weighted(0.4, 1i64..=100),
        ties in proptest::collection::vec(any::<usize>(), 0..3),
        dense in any::<bool>(),
        gate in any::<bool>(),
    ) -> (Missing, usize, Option<i64>, Vec<usize>, bool, bool) {
        (missing, quorum, pass, ties, dense, gate)
    }
}

fn grid() -> impl Strategy<Value = Grid> {
    (0u32..=2).prop_flat_map(|decimals| {
        (proptest::collection::vec(criterion(decimals), 1..5), rules()).prop_map(move |(criteria, rules)| {
            let (missing, quorum, pass, ties, dense, gate) = rules;
            let total: i64 = criteria.iter().map(|criterion| criterion.weight.mantissa).sum();
            let mut chain: Vec<usize> = Vec::new();
            for tie in ties.into_iter().map(|tie| tie % criteria.len()) {
                if !chain.contains(&tie) {
                    chain.push(tie);
                }
            }
            Grid {
                criteria,
                total: Dec::new(total, decimals),
                missing,
                quorum,
                pass: pass.map(|percent| Dec::new((total * percent / 100).max(1), decimals)),
                ties: chain,
                dense,
                gate,
            }
        })
    })
}

fn submission(criteria: usize) -> impl Strategy<Value = Submission> {
    let mark = proptest::option::weighted(0.93, prop_oneof![0u16..4, 0u16..1000]);
    (
        proptest::option::weighted(0.95, prop_oneof![3 => Just('a'), 2 => Just('b'), 1 => Just('c')]),
        proptest::collection::vec(proptest::collection::vec(proptest::option::weighted(0.95, 0u32..14), 2), criteria),
        proptest::collection::vec(proptest::collection::vec(mark, criteria), 3),
        0u8..3,
    )
        .prop_map(|(kind, counts, marks, title)| {
            let title = ["", "Pratique", "=SOMME(A1)"][usize::from(title)].to_owned();
            Submission { id: String::new(), title, kind, counts, marks }
        })
}

/// A random call that is valid but for marks missing where the grid calls that an error.
pub fn call() -> impl Strategy<Value = Call> {
    grid()
        .prop_flat_map(|grid| {
            let submissions = proptest::collection::vec(submission(grid.criteria.len()), 0..9);
            let written = prop_oneof![Just(Written::Wide), Just(Written::Long), Just(Written::Yaml), Just(Written::Beside)];
            (Just(grid), submissions, 1usize..=3, proptest::option::of(0usize..6), written, any::<u8>())
        })
        .prop_map(|(grid, mut submissions, reviewers, places, written, turn)| {
            let count = submissions.len();
            for (at, submission) in submissions.iter_mut().enumerate() {
                // Not in the order of the file.
                submission.id = format!("S{:02}", (at * 5 + usize::from(turn)) % count.max(1) + 1);
            }
            let mut seen = std::collections::BTreeSet::new();
            for (at, submission) in submissions.iter_mut().enumerate() {
                if !seen.insert(submission.id.clone()) {
                    submission.id = format!("T{at}");
                }
            }
            Call { grid, submissions, reviewers, places, written }
        })
}
