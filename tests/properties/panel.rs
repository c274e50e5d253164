//! The laws of a panel: another panel, as short as it can be and sharing nothing with the library, agrees with it on random calls;
//! whoever is not heard changes nothing; a better mark does no harm; a reviewer counted twice is two.

use std::collections::BTreeSet;

use grille::check::{self, CallDraft, PanelTables};
use grille::model::{Findings, Severity};
use grille::read;
use grille::score::{Evaluation, rank};
use num_rational::BigRational;
use num_traits::Zero as _;
use proptest::prelude::*;

use crate::language::{Rows, shuffle};
use crate::scorer::Standing;
use crate::tree::whole;
use crate::{Loaded, config, rational};

// ── A call, and its texts ──

/// A word of `combine`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Mean,
    Median,
    /// So many hundredths at each end.
    Trimmed(i64),
    Extremes,
    Closest,
    Majority,
    Discuss,
}

impl Word {
    fn text(self) -> String {
        let word = match self {
            Self::Mean => "mean",
            Self::Median => "median",
            Self::Trimmed(share) => return format!("combine = \"trimmed\", trim = 0.{share:02}"),
            Self::Extremes => "drop-extremes",
            Self::Closest => "two-closest",
            Self::Majority => "majority",
            Self::Discuss => "discuss",
        };
        format!("combine = \"{word}\"")
    }

    const fn weighs(self) -> bool {
        matches!(self, Self::Mean | Self::Majority | Self::Discuss)
    }
}

#[derive(Debug, Clone)]
struct Case {
    least: Option<usize>,
    most: Option<usize>,
    /// Hundredths of the scale.
    apart: Option<i64>,
    word: Word,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quorum {
    Count(usize),
    Majority,
    All,
}

impl Quorum {
    fn text(self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Majority => "\"majority\"".to_owned(),
            Self::All => "\"all\"".to_owned(),
        }
    }

    fn of(self, eligible: usize) -> usize {
        match self {
            Self::Count(count) => count,
            Self::Majority => eligible / 2 + 1,
            Self::All => eligible.max(1),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Abstained {
    LeaveOut,
    Excuse,
    Lowest,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Consensus {
    None,
    Replaces,
    /// By a band that is wide enough for any vote.
    Bounds,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Member,
    Lead,
    Consensus,
}

#[derive(Debug, Clone, Copy)]
struct Seat {
    part: Part,
    /// Halves of a vote.
    votes: i64,
    sits: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Mark(i64),
    Abstained,
    NotApplicable,
    Recused,
}

#[derive(Debug, Clone)]
struct Spec {
    /// Points of each criterion: its scale, and its weight.
    points: Vec<i64>,
    word: Word,
    cases: Vec<Case>,
    per_total: bool,
    quorum: Quorum,
    reviewers: Option<Quorum>,
    abstained: Abstained,
    missing_is_lowest: bool,
    consensus: Consensus,
    declared: bool,
    seats: Vec<Seat>,
    /// By submission and seat.
    conflicts: BTreeSet<(usize, usize)>,
    /// By submission, seat and criterion: all of them, or those.
    assignments: Option<BTreeSet<(usize, usize, usize)>>,
    /// By submission, seat and criterion.
    answers: Vec<Vec<Vec<Option<Answer>>>>,
}

impl Spec {
    fn grid(&self) -> String {
        let total: i64 = self.points.iter().sum();
        let mut text = format!("[grid]\nid = \"p\"\nversion = \"1\"\ntitle = \"P\"\nsource = \"A test.\"\ntotal = {total}\n");
        for (at, points) in self.points.iter().enumerate() {
            text += &format!(
                "[[criterion]]\nid = \"c{at}\"\nlabel = \"C{at}\"\nweight = {points}\nscale = {{ points = {points}, step = 1 }}\n"
            );
        }
        text += "[rules]\nnot_applicable = \"leave-out\"\n[rules.panel]\n";
        text += &self.word.text().replace(", ", "\n");
        text += &format!("\nquorum = {}\n", self.quorum.text());
        text += &self.reviewers.map_or_else(String::new, |quorum| format!("reviewers = {}\n", quorum.text()));
        text += &format!("per = \"{}\"\n", if self.per_total { "total" } else { "criterion" });
        text += match self.abstained {
            Abstained::LeaveOut => "abstained = \"leave-out\"\n",
            Abstained::Excuse => "abstained = \"excuse\"\n",
            Abstained::Lowest => "abstained = \"lowest\"\n",
        };
        text += if self.missing_is_lowest { "missing = \"lowest\"\n" } else { "" };
        text += match self.consensus {
            Consensus::None => "",
            Consensus::Replaces => "consensus = \"replaces\"\n",
            Consensus::Bounds => "consensus = \"bounds\"\nband = 100\n",
        };
        let case = |case: &Case| {
            let number = |key: &str, value: Option<usize>| value.map_or_else(String::new, |value| format!(", {key} = {value}"));
            let apart = case.apart.map_or_else(String::new, |apart| format!(", apart = 0.{apart:02}"));
            format!("{{ {}{}{}{apart} }}", case.word.text(), number("at_least", case.least), number("at_most", case.most))
        };
        if !self.cases.is_empty() {
            text += &format!("cases = [{}]\n", self.cases.iter().map(case).collect::<Vec<_>>().join(", "));
        }
        text
    }

    fn call(&self, order: &[usize]) -> String {
        let mut text = "[call]\ngrid = \"g\"\nsubmissions = \"s\"\nmarks = \"m\"\nas_of = 2026-06-30\n".to_owned();
        if !self.declared {
            return text;
        }
        for &at in order {
            let seat = &self.seats[at];
            let part = ["member", "lead", "consensus"][seat.part as usize];
            text +=
                &format!("[[reviewer]]\nid = \"r{at}\"\npart = \"{part}\"\nvotes = {}.{}\n", seat.votes / 2, seat.votes % 2 * 5);
            text += if seat.sits { "" } else { "until = 2026-01-01\n" };
        }
        for (submission, seat) in &self.conflicts {
            text += &format!("[[conflict]]\nreviewer = \"r{seat}\"\nsubmission = \"S{submission}\"\n");
        }
        for (submission, seat, criterion) in self.assignments.iter().flatten() {
            text += &format!(
                "[[assignment]]\nreviewer = \"r{seat}\"\nsubmission = \"S{submission}\"\ncriterion = \"c{criterion}\"\n"
            );
        }
        text
    }

    fn submissions(&self) -> Rows {
        let rows = (0..self.answers.len()).map(|at| vec![format!("S{at}")]).collect();
        Rows { headings: vec!["id".to_owned()], rows }
    }

    /// Two files of marks: of the even seats, and of the odd ones.
    fn marks(&self) -> [Rows; 2] {
        let headings =
            ["submission", "reviewer"].map(str::to_owned).into_iter().chain((0..self.points.len()).map(|at| format!("c{at}")));
        let headings: Vec<String> = headings.collect();
        [0, 1].map(|file| {
            let mut rows = Vec::new();
            for (submission, seats) in self.answers.iter().enumerate() {
                for (seat, answers) in seats.iter().enumerate().filter(|(seat, _)| seat % 2 == file) {
                    // Whom nobody names and who says nothing is not there.
                    if answers.iter().any(Option::is_some) {
                        let cells = answers.iter().map(|answer| match answer {
                            None => String::new(),
                            Some(Answer::Mark(mark)) => mark.to_string(),
                            Some(Answer::Abstained) => "abstention".to_owned(),
                            Some(Answer::NotApplicable) => "n/a".to_owned(),
                            Some(Answer::Recused) => "conflict".to_owned(),
                        });
                        rows.push([format!("S{submission}"), format!("r{seat}")].into_iter().chain(cells).collect());
                    }
                }
            }
            Rows { headings: headings.clone(), rows }
        })
    }

    fn load(&self) -> Loaded {
        let order: Vec<usize> = (0..self.seats.len()).collect();
        self.load_as(&self.call(&order), &self.marks())
    }

    /// Reads and checks texts as the program does.
    fn load_as(&self, call: &str, marks: &[Rows]) -> Loaded {
        let mut findings = Findings::new();
        let loaded = try_load(&self.grid(), call, &self.submissions(), marks, &mut findings);
        let errors: Vec<String> = findings
            .iter()
            .filter(|finding| finding.rule.severity == Severity::Error)
            .map(|finding| format!("{} {}", finding.rule.code, finding.message.text(grille::text::Lang::En)))
            .collect();
        loaded.filter(|_| errors.is_empty()).unwrap_or_else(|| panic!("{errors:?}\n{}\n{call}\n{self:?}", self.grid()))
    }
}

fn try_load(grid: &str, call: &str, submissions: &Rows, marks: &[Rows], findings: &mut Findings) -> Option<Loaded> {
    let source = |name: &str, text: &str, findings: &mut Findings| {
        read::from_bytes(name, text.as_bytes().to_vec(), None, findings).unwrap()
    };
    let table = |name: &str, rows: &Rows, findings: &mut Findings| {
        let options = read::csv::CsvOptions { delimiter: Some(b',') };
        read::csv::table(&source(name, &rows.csv(), findings), &options, findings)
    };
    let file = source("grid.toml", grid, findings);
    let tree = read::toml::tree(&file, findings)?;
    let grid = check::grid(&file, &tree, findings)?;
    let tree = read::toml::tree(&source("call.toml", call, findings), findings)?;
    let draft = CallDraft::from_tree(&tree, findings);
    let call = draft.call(&grid, findings)?;
    let submissions = table("submissions.csv", submissions, findings)?;
    let checked = check::submissions(submissions, &[], &grid, &call, &draft, findings)?;
    let panel = check::panel(&draft.panel, draft.mappings(), &PanelTables::default(), &grid, &call, &checked, findings)?;
    let tables = marks.iter().enumerate().filter_map(|(at, rows)| table(&format!("marks-{at}.csv"), rows, findings)).collect();
    let ledger = check::marks(&checked, tables, &grid, &call, panel, &draft, findings)?;
    Some(Loaded { grid, call, submissions: checked.submissions, ledger })
}

// ── Another panel ──

type Vote = (BigRational, BigRational);

fn mean(votes: &[Vote]) -> BigRational {
    let weight: BigRational = votes.iter().map(|vote| vote.1.clone()).sum();
    votes.iter().map(|vote| &vote.0 * &vote.1).sum::<BigRational>() / weight
}

/// What a word makes of votes, which are not none.
fn made(word: Word, votes: &[Vote]) -> Option<BigRational> {
    let mut values: Vec<BigRational> = votes.iter().map(|vote| vote.0.clone()).collect();
    values.sort();
    let count = values.len();
    let plain = |values: &[BigRational]| values.iter().sum::<BigRational>() / whole(i64::try_from(values.len()).unwrap());
    Some(match word {
        Word::Mean => mean(votes),
        Word::Median if count % 2 == 1 => values[count / 2].clone(),
        Word::Median => (&values[count / 2 - 1] + &values[count / 2]) / whole(2),
        Word::Trimmed(share) => {
            let cut = count * usize::try_from(share).unwrap() / 100;
            plain(&values[cut..count - cut])
        }
        Word::Extremes if count > 2 => plain(&values[1..count - 1]),
        Word::Extremes => plain(&values),
        Word::Closest if count == 1 => values[0].clone(),
        Word::Closest => {
            // Every pair, not only neighbours: the nearest, of these the highest.
            let pairs = (0..count).flat_map(|low| (low + 1..count).map(move |high| (low, high)));
            let best = pairs.min_by_key(|&(low, high)| (&values[high] - &values[low], -(&values[high] + &values[low])));
            let (low, high) = best.unwrap();
            (&values[low] + &values[high]) / whole(2)
        }
        Word::Majority => {
            let all: BigRational = votes.iter().map(|vote| vote.1.clone()).sum();
            let of = |value: &BigRational| {
                votes.iter().filter(|vote| vote.0 == *value).map(|vote| vote.1.clone()).sum::<BigRational>()
            };
            values.iter().find(|value| of(value) * whole(2) > all)?.clone()
        }
        Word::Discuss => return None,
    })
}

impl Spec {
    fn votes_of(&self, seat: usize) -> BigRational {
        if self.declared { BigRational::new(self.seats[seat].votes.into(), 2.into()) } else { whole(1) }
    }

    /// Whether their marks are votes.
    fn votes(&self, seat: usize) -> bool {
        let part = if self.declared { self.seats[seat].part } else { Part::Member };
        let bounds = self.consensus == Consensus::Bounds && part == Part::Lead;
        part != Part::Consensus && !bounds && !self.votes_of(seat).is_zero()
    }

    fn part(&self, seat: usize) -> Part {
        if self.declared { self.seats[seat].part } else { Part::Member }
    }

    fn barred(&self, submission: usize, seat: usize) -> bool {
        let word = self.answers[submission][seat].contains(&Some(Answer::Recused));
        word || self.declared && self.conflicts.contains(&(submission, seat))
    }

    fn answer(&self, submission: usize, seat: usize, criterion: usize) -> Option<Answer> {
        self.answers[submission][seat][criterion].filter(|_| !self.barred(submission, seat))
    }

    /// The seats that exist: those declared, or those who have said something somewhere.
    fn seated(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.seats.len())
            .filter(|&seat| self.declared || self.answers.iter().any(|seats| seats[seat].iter().any(Option::is_some)))
    }

    /// Whether an answer is awaited from a seat on a criterion.
    fn asked(&self, submission: usize, seat: usize, criterion: usize) -> bool {
        let sits = !self.declared || self.seats[seat].sits;
        let assigned = self.assignments.as_ref().is_none_or(|all| !self.declared || all.contains(&(submission, seat, criterion)));
        sits && assigned && self.votes(seat) && !self.barred(submission, seat)
    }

    /// The mark that counts for a seat on a criterion.
    fn mark(&self, submission: usize, seat: usize, criterion: usize) -> Option<BigRational> {
        match self.answer(submission, seat, criterion) {
            Some(Answer::Mark(mark)) => Some(whole(mark)),
            Some(Answer::Abstained) if self.abstained == Abstained::Lowest => Some(whole(0)),
            None if self.missing_is_lowest && self.asked(submission, seat, criterion) => Some(whole(0)),
            _ => None,
        }
    }

    fn settled(&self, votes: &[Vote], width: i64) -> Option<BigRational> {
        let (low, high) = (votes.iter().map(|vote| &vote.0).min()?, votes.iter().map(|vote| &vote.0).max()?);
        let case = self.cases.iter().find(|case| {
            case.least.is_none_or(|least| votes.len() >= least)
                && case.most.is_none_or(|most| votes.len() <= most)
                && case.apart.is_none_or(|apart| (high - low) * whole(100) > whole(apart * width))
        });
        made(case.map_or(self.word, |case| case.word), votes)
    }

    fn gave(&self, submission: usize, seat: usize, criterion: usize) -> bool {
        matches!(self.answer(submission, seat, criterion), Some(Answer::Mark(_)))
    }

    /// The combined mark of a criterion.
    fn combined(&self, submission: usize, criterion: usize) -> Option<BigRational> {
        let parts = |part: Part| {
            let own = self.seated().filter(move |&seat| self.part(seat) == part && self.gave(submission, seat, criterion));
            own.filter_map(move |seat| self.mark(submission, seat, criterion)).collect::<Vec<_>>()
        };
        let consensus = parts(Part::Consensus).pop();
        match self.consensus {
            Consensus::Replaces if consensus.is_some() => return consensus,
            Consensus::Bounds if consensus.is_none() && parts(Part::Lead).is_empty() => return None,
            _ => {}
        }
        let voters: Vec<usize> = self.seated().filter(|&seat| self.votes(seat)).collect();
        let eligible = voters.iter().filter(|&&seat| self.asked(submission, seat, criterion)).filter(|&&seat| {
            match self.answer(submission, seat, criterion) {
                Some(Answer::NotApplicable) => false,
                Some(Answer::Abstained) => self.abstained != Abstained::Excuse,
                _ => true,
            }
        });
        let given = voters.iter().filter(|&&seat| self.gave(submission, seat, criterion)).count();
        let quorum = self.quorum.of(eligible.count());
        let votes: Vec<Vote> =
            voters.iter().filter_map(|&seat| Some((self.mark(submission, seat, criterion)?, self.votes_of(seat)))).collect();
        if given < quorum { None } else { self.settled(&votes, self.points[criterion]) }
    }

    /// The total over the criteria that apply: the weight of the others is shared in proportion.
    fn total_of(&self, marks: &[Option<BigRational>], waived: impl Fn(usize) -> bool) -> Option<BigRational> {
        let kept: Vec<usize> = (0..marks.len()).filter(|&at| marks[at].is_some() || !waived(at)).collect();
        let points: BigRational = kept.iter().map(|&at| marks[at].clone()).sum::<Option<BigRational>>()?;
        let (all, applied) = (self.points.iter().sum::<i64>(), kept.iter().map(|&at| self.points[at]).sum::<i64>());
        (applied > 0).then(|| points * whole(all) / whole(applied))
    }

    fn says_not_applicable(&self, submission: usize, seat: usize, criterion: usize) -> bool {
        self.answer(submission, seat, criterion) == Some(Answer::NotApplicable)
    }

    /// What a submission’s total is; `None` where it is unrated.
    fn total(&self, submission: usize) -> Option<BigRational> {
        let criteria = 0..self.points.len();
        let gave_any = |seat: usize| criteria.clone().any(|criterion| self.gave(submission, seat, criterion));
        let voters: Vec<usize> = self.seated().filter(|&seat| self.votes(seat)).collect();
        let asked_any = |seat: usize| criteria.clone().any(|criterion| self.asked(submission, seat, criterion));
        // Nothing more is to come, and nothing that came is a mark.
        let stands_back = |seat: usize| {
            let answers =
                criteria.clone().filter(|&at| self.asked(submission, seat, at)).map(|at| self.answer(submission, seat, at));
            let answers: Vec<Option<Answer>> = answers.collect();
            let abstains = answers.contains(&Some(Answer::Abstained));
            let nothing = !gave_any(seat) && !answers.contains(&None) && (!abstains || self.abstained == Abstained::Excuse);
            nothing || self.per_total && abstains && self.abstained == Abstained::Excuse
        };
        if let Some(quorum) = self.reviewers {
            let given = voters.iter().filter(|&&seat| gave_any(seat)).count();
            let eligible = voters
                .iter()
                .filter(|&&seat| asked_any(seat))
                .filter(|&&seat| gave_any(seat) || !Self { per_total: false, ..self.clone() }.stands_back(submission, seat));
            if given < quorum.of(eligible.count()) {
                return None;
            }
        }
        if !self.per_total {
            let marks: Vec<Option<BigRational>> = criteria.clone().map(|at| self.combined(submission, at)).collect();
            let heard = |seat: &usize| self.votes(*seat) || self.part(*seat) != Part::Member;
            return self.total_of(&marks, |at| {
                let mut seats = self.seated().filter(heard);
                self.seated().filter(heard).any(|seat| self.says_not_applicable(submission, seat, at))
                    && !seats.any(|seat| self.gave(submission, seat, at))
            });
        }
        let own = |seat: usize| {
            let marks: Vec<Option<BigRational>> = criteria.clone().map(|at| self.mark(submission, seat, at)).collect();
            // Who is asked for nothing and gives nothing has no total.
            let some = gave_any(seat) || asked_any(seat) && marks.iter().any(Option::is_some);
            self.total_of(&marks, |at| self.says_not_applicable(submission, seat, at)).filter(|_| some)
        };
        let given = voters.iter().filter(|&&seat| gave_any(seat) && own(seat).is_some()).count();
        let eligible = voters
            .iter()
            .filter(|&&seat| asked_any(seat))
            .filter(|&&seat| gave_any(seat) && own(seat).is_some() || !stands_back(seat));
        if given < self.quorum.of(eligible.count()) {
            return None;
        }
        let votes: Vec<Vote> = voters.iter().filter_map(|&seat| Some((own(seat)?, self.votes_of(seat)))).collect();
        self.settled(&votes, self.points.iter().sum())
    }

    /// See [`Self::total`]: of a quorum of reviewers, where one mark is enough.
    fn stands_back(&self, submission: usize, seat: usize) -> bool {
        let answers =
            (0..self.points.len()).filter(|&at| self.asked(submission, seat, at)).map(|at| self.answer(submission, seat, at));
        let answers: Vec<Option<Answer>> = answers.collect();
        !answers.contains(&None) && (self.abstained == Abstained::Excuse || !answers.contains(&Some(Answer::Abstained)))
    }
}

// ── Random calls ──

fn word(discuss: bool) -> BoxedStrategy<Word> {
    let word = prop_oneof![
        2 => Just(Word::Mean),
        2 => Just(Word::Median),
        2 => (1i64..50).prop_map(Word::Trimmed),
        2 => Just(Word::Extremes),
        2 => Just(Word::Closest),
        1 => Just(Word::Majority),
    ];
    if discuss { prop_oneof![6 => word, 1 => Just(Word::Discuss)].boxed() } else { word.boxed() }
}

fn cases() -> impl Strategy<Value = Vec<Case>> {
    let case = (proptest::option::of(1usize..5), proptest::option::of(0usize..4), proptest::option::of(0i64..100), word(true));
    let case = case.prop_map(|(least, wider, apart, word)| {
        let most = wider.map(|wider| least.unwrap_or(1) + wider);
        Case { least, most, apart, word }
    });
    let cases = proptest::collection::vec(case, 1..4).prop_map(|all| {
        let mut cases: Vec<Case> = Vec::new();
        for case in all {
            // One that always holds, or that an earlier one hides, is a mistake of the grid.
            let open = case.least.is_none() && case.most.is_none() && case.apart.is_none();
            let hides = |before: &Case| {
                let most = |case: &Case| case.most.unwrap_or(usize::MAX);
                before.least.unwrap_or(1) <= case.least.unwrap_or(1)
                    && most(before) >= most(&case)
                    && before.apart.unwrap_or(-1) <= case.apart.unwrap_or(-1)
            };
            if !open && !cases.iter().any(hides) {
                cases.push(case);
            }
        }
        cases
    });
    prop_oneof![2 => Just(Vec::new()), 1 => cases]
}

fn quorum() -> impl Strategy<Value = Quorum> {
    prop_oneof![4 => (1usize..4).prop_map(Quorum::Count), 1 => Just(Quorum::Majority), 1 => Just(Quorum::All)]
}

fn abstained() -> impl Strategy<Value = Abstained> {
    prop_oneof![Just(Abstained::LeaveOut), Just(Abstained::Excuse), Just(Abstained::Lowest)]
}

fn answer() -> impl Strategy<Value = Option<(u8, i64)>> {
    // A kind and a number; what a number means depends on the scale.
    proptest::option::weighted(0.85, (0u8..40, 0i64..1000))
}

prop_compose! {
    fn spec()(
        points in proptest::collection::vec(1i64..=6, 1..4),
        (word, cases, per_total) in (word(false), cases(), any::<bool>()),
        (quorum, reviewers) in (quorum(), proptest::option::weighted(0.3, quorum())),
        (abstained, missing_is_lowest, consensus) in (abstained(), any::<bool>(), prop_oneof![
            3 => Just(Consensus::None), 1 => Just(Consensus::Replaces), 1 => Just(Consensus::Bounds)
        ]),
        declared in proptest::bool::weighted(0.7),
        seats in proptest::collection::vec((0u8..8, 0i64..6, proptest::bool::weighted(0.85)), 1..6),
        submissions in 1usize..4,
        conflicts in proptest::collection::btree_set((0usize..3, 0usize..5), 0..3),
        assigned in proptest::option::weighted(0.4, proptest::collection::vec(proptest::bool::weighted(0.8), 3 * 5 * 3)),
        given in proptest::collection::vec(answer(), 3 * 5 * 3),
    ) -> Spec {
        let words: Vec<Word> = cases.iter().map(|case| case.word).chain([word]).collect();
        let consensus = if per_total { Consensus::None } else { consensus };
        let mut spec = Spec {
            points, word, cases, per_total, quorum, abstained, missing_is_lowest, consensus, declared,
            // Whether leads are reviewers whose number a grid counts, it does not say.
            reviewers: reviewers.filter(|_| consensus != Consensus::Bounds),
            seats: Vec::new(),
            conflicts,
            assignments: None,
            answers: Vec::new(),
        };
        let mut consensus_seat = false;
        spec.seats = seats.into_iter().map(|(part, votes, sits)| {
            let part = match (part, spec.consensus) {
                (0, Consensus::Replaces | Consensus::Bounds) if !consensus_seat => Part::Consensus,
                (1 | 2, Consensus::Bounds) => Part::Lead,
                _ => Part::Member,
            };
            consensus_seat |= part == Part::Consensus;
            // One vote, none, or as many as the words admit.
            let votes = match votes {
                0 => 0,
                1 if words.iter().all(|word| word.weighs()) => 3,
                2 if words.iter().all(|word| word.weighs()) => 4,
                _ => 2,
            };
            Seat { part, votes: if part == Part::Member { votes } else { 2 }, sits }
        }).collect();
        let count = spec.seats.len();
        spec.conflicts.retain(|(submission, seat)| *submission < submissions && *seat < count);
        let at = |submission: usize, seat: usize, criterion: usize| (submission * 5 + seat) * 3 + criterion;
        let criteria = spec.points.len();
        let everywhere = || (0..submissions).flat_map(move |one| (0..count).flat_map(move |seat| (0..criteria).map(move |at| (one, seat, at))));
        spec.assignments = assigned.filter(|_| spec.declared).map(|assigned| {
            everywhere().filter(|&(submission, seat, criterion)| assigned[at(submission, seat, criterion)]).collect()
        });
        spec.answers = vec![vec![vec![None; criteria]; count]; submissions];
        for (submission, seat, criterion) in everywhere() {
            let Some((kind, number)) = given[at(submission, seat, criterion)] else { continue };
            let mark = Answer::Mark(number % (spec.points[criterion] + 1));
            let member = spec.part(seat) == Part::Member;
            let answer = match kind {
                0..=3 if member => Answer::Abstained,
                4..=7 if member => Answer::NotApplicable,
                8 => Answer::Recused,
                _ => mark,
            };
            let outside = spec.assignments.as_ref().is_some_and(|all| !all.contains(&(submission, seat, criterion)));
            // Whose opinion nobody asks for may give one; a vote outside the assignments is refused, and an answer there is idle.
            if !(outside && (spec.seats[seat].part != Part::Consensus && spec.seats[seat].votes > 0)) {
                spec.answers[submission][seat][criterion] = Some(answer);
            }
        }
        // An assignment must name somebody.
        if spec.assignments.as_ref().is_some_and(BTreeSet::is_empty) {
            spec.assignments = None;
        }
        spec
    }
}

/// The standing and the total of every submission, and nothing of who is awaited.
fn told(loaded: &Loaded) -> Vec<(String, Standing, Option<BigRational>)> {
    loaded.standings().into_iter().map(|(id, (standing, total))| (id, standing, total)).collect()
}

proptest! {
    #![proptest_config(config(1500))]

    /// Totals, and who has none, are those that another panel finds.
    #[test]
    fn another_panel_agrees(spec in spec()) {
        let loaded = spec.load();
        let standings = loaded.standings();
        for submission in 0..spec.answers.len() {
            let (standing, total) = &standings[&format!("S{submission}")];
            let expected = spec.total(submission);
            prop_assert_eq!(total, &expected, "S{}\n{}\n{}\n{:?}", submission, spec.grid(), spec.call(&[0]), spec.marks());
            prop_assert_eq!(*standing == Standing::Unrated, expected.is_none());
        }
        // Nobody is unrated without a reason, nor with one that says that nothing is missing.
        for row in loaded.json()["unrated"].as_array().unwrap() {
            prop_assert!(!row["reasons"].as_array().unwrap().is_empty(), "{}", row);
        }
        // Lines and what stands between them and the total make it.
        let ranking = loaded.rank();
        for at in 0..spec.answers.len() {
            let tally = ranking.evaluation.tally(at);
            let lines: Option<BigRational> = tally
                .lines
                .iter()
                .filter(|line| line.left_out.is_none())
                .map(|line| line.points.as_ref().map(rational))
                .sum();
            let by: BigRational = tally.adjustments.iter().map(|adjustment| rational(&adjustment.by)).sum();
            if let (Some(total), Some(lines)) = (&tally.total, lines) {
                prop_assert_eq!(rational(total), lines + by);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(300))]

    /// The order of rows, of files, of columns and of reviewers says nothing.
    #[test]
    fn order_says_nothing(spec in spec(), picks in proptest::collection::vec(any::<usize>(), 12)) {
        let before = spec.load();
        let seats: Vec<usize> = (0..spec.seats.len()).collect();
        let call = spec.call(&seats);
        let [first, second] = spec.marks();
        let files = [second.shuffled(&picks), first.shuffled(&picks)];
        let after = spec.load_as(&call, &files);
        prop_assert_eq!(before.csv(), after.csv());
        prop_assert_eq!(before.json(), after.json());
        let after = spec.load_as(&spec.call(&shuffle(&seats, &picks)), &spec.marks());
        prop_assert_eq!(told(&before), told(&after));
    }

    /// Whatever a reviewer in conflict writes, nothing that is said changes.
    #[test]
    fn a_conflict_silences(spec in spec(), seat in any::<usize>(), marks in proptest::collection::vec(0i64..1000, 3)) {
        let mut spec = Spec { declared: true, ..spec };
        let seat = seat % spec.seats.len();
        spec.conflicts.insert((0, seat));
        let mut loud = spec.clone();
        for (at, answer) in loud.answers[0][seat].iter_mut().enumerate() {
            *answer = Some(Answer::Mark(marks[at] % (spec.points[at] + 1)));
        }
        spec.answers[0][seat] = vec![None; spec.points.len()];
        let (loud, silent) = (loud.load(), spec.load());
        prop_assert_eq!(loud.csv(), silent.csv());
        prop_assert_eq!(loud.json(), silent.json());
    }

    /// A reviewer whose marks count not at all is one who is not there; one who counts twice is two of the same opinion.
    #[test]
    fn counted_never_or_twice(spec in spec(), seat in any::<usize>(), word in 0u8..4, share in 1i64..50) {
        let mut spec = Spec { declared: false, cases: Vec::new(), consensus: Consensus::None, assignments: None, ..spec };
        spec.word = [Word::Mean, Word::Median, Word::Trimmed(share), Word::Extremes][usize::from(word)];
        let seat = seat % spec.seats.len();
        let loaded = spec.load();
        let Some(index) = loaded.ledger.panel.seats.iter().position(|one| one.id == format!("r{seat}")) else { return Ok(()) };
        for times in [0u32, 2] {
            let mut counts = vec![1; loaded.ledger.panel.seats.len()];
            counts[index] = times;
            let ledger = loaded.ledger.under(loaded.ledger.panel.counted(&counts));
            let ranking = rank(Evaluation::new(&loaded.grid, &loaded.call, &loaded.submissions, &ledger));
            let mut other = spec.clone();
            for seats in &mut other.answers {
                if times == 0 {
                    seats[seat].fill(None);
                } else {
                    let own = seats[seat].clone();
                    seats.push(own);
                }
            }
            if times == 2 {
                other.seats.push(other.seats[seat]);
            }
            let written = other.load();
            for submission in 0..spec.answers.len() {
                let found = ranking.evaluation.total(submission).map(|total| rational(&total));
                let at = written.submissions.find(loaded.submissions.id(submission)).unwrap();
                let expected = written.rank().evaluation.total(at).map(|total| rational(&total));
                prop_assert_eq!(found, expected, "{} times, S{} {}\n{:?}", times, submission, spec.grid(), spec.marks());
            }
        }
    }

    /// A better mark from one reviewer does no harm, wherever the policy says so.
    #[test]
    fn a_better_mark_does_no_harm(
        spec in spec(),
        (submission, seat, criterion) in (any::<usize>(), any::<usize>(), any::<usize>()),
    ) {
        let mut spec = Spec { cases: Vec::new(), ..spec };
        if spec.word == Word::Closest {
            spec.word = Word::Extremes;
        }
        let (submission, seat, criterion) =
            (submission % spec.answers.len(), seat % spec.seats.len(), criterion % spec.points.len());
        let Some(Answer::Mark(mark)) = spec.answers[submission][seat][criterion] else { return Ok(()) };
        if mark == spec.points[criterion] {
            return Ok(());
        }
        let mut raised = spec.clone();
        raised.answers[submission][seat][criterion] = Some(Answer::Mark(mark + 1));
        let (before, after) = (spec.load().standings(), raised.load().standings());
        let id = format!("S{submission}");
        if let (Some(before), Some(after)) = (&before[&id].1, &after[&id].1) {
            prop_assert!(after >= before);
        }
        let unrated = |standings: &std::collections::BTreeMap<String, (Standing, Option<BigRational>)>| {
            standings.values().filter(|(standing, _)| *standing == Standing::Unrated).count()
        };
        // A majority may come or go; the others are as they were.
        if unrated(&before) == unrated(&after)
            && let (Standing::Ranked { rank: before, .. }, Standing::Ranked { rank: after, .. }) = (before[&id].0, after[&id].0)
        {
            prop_assert!(after <= before, "{} {}", before, after);
        }
        for (other, standing) in before.iter().filter(|(other, _)| **other != id) {
            prop_assert_eq!(&standing.1, &after[other].1);
        }
    }

    /// Leaving a mark out is not giving the lowest, unless the others are all lowest.
    #[test]
    fn left_out_is_not_the_lowest(marks in proptest::collection::vec(0i64..=6, 1..5)) {
        let of = |more: Option<i64>, missing_is_lowest: bool| {
            let given = marks.iter().copied().map(Some).chain([more]);
            let spec = Spec {
                points: vec![6], word: Word::Mean, cases: Vec::new(), per_total: false, quorum: Quorum::Count(1), reviewers: None,
                abstained: Abstained::LeaveOut, missing_is_lowest, consensus: Consensus::None, declared: true,
                seats: vec![Seat { part: Part::Member, votes: 2, sits: true }; marks.len() + 1],
                conflicts: BTreeSet::new(), assignments: None,
                answers: vec![given.map(|mark| vec![mark.map(Answer::Mark)]).collect()],
            };
            spec.load().standings()["S0"].1.clone().unwrap()
        };
        let (left_out, lowest) = (of(None, false), of(Some(0), false));
        prop_assert_eq!(left_out == lowest, marks.iter().all(|mark| *mark == 0));
        prop_assert!(left_out >= lowest);
        // Where the grid says that what is missing is the lowest, the two are one.
        prop_assert_eq!(of(None, true), lowest);
    }
}

/// 4, 6 and 8 make 7, of two pairs the higher; with 5 in the place of 4, the nearest are 5 and 6, and make 5.5: whoever raised the
/// mark has lowered the rank.
#[test]
fn two_closest_is_the_one_that_can_do_harm() {
    let of = |mark: i64| {
        let given = |marks: [i64; 3]| marks.map(|mark| vec![Some(Answer::Mark(mark))]).to_vec();
        let spec = Spec {
            points: vec![10],
            word: Word::Closest,
            cases: Vec::new(),
            per_total: false,
            quorum: Quorum::Count(1),
            reviewers: None,
            abstained: Abstained::LeaveOut,
            missing_is_lowest: false,
            consensus: Consensus::None,
            declared: false,
            seats: vec![Seat { part: Part::Member, votes: 2, sits: true }; 3],
            conflicts: BTreeSet::new(),
            assignments: None,
            answers: vec![given([mark, 6, 8]), given([6, 6, 6])],
        };
        spec.load().standings()["S0"].clone()
    };
    let alone = |rank| Standing::Ranked { rank, tied: false, status: None };
    assert_eq!(of(4), (alone(1), Some(whole(7))));
    assert_eq!(of(5), (alone(2), Some(BigRational::new(11.into(), 2.into()))));
}
