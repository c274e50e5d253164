//! Five hundred seeded slips in what is shipped: each is found where it is, or at the other end of what it breaks; or it changes
//! nothing, which is proved; or it makes another grid or call that is as sound as the first, which is proved too, capped and listed.
//!
//! Run it with `--nocapture` to see the counts, and every slip that nothing says: a rule may be missing there.

#![allow(unreachable_pub, missing_docs, reason = "a test has no public interface")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a failing test should stop at once, and this one reports"
)]

mod corrupt;
mod judge;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use corrupt::{KINDS, Rng, Slip};
use judge::{Place, Target, Verdict};

/// So many slips, half of them in grids and half in calls.
const SLIPS: usize = 500;

/// The same slips on every run.
const SEED: u64 = 6;

/// Of the slips of a kind, so many hundredths at most may go unsaid: because they change nothing, or because what they make is sound
/// by itself. Two lines or two texts may change places, and a weight, a bound, a mark or a text may be another one.
const CAPS: [(&str, [usize; 2]); 7] = [
    ("delete", [5, 35]),
    ("duplicate", [5, 5]),
    ("swap lines", [40, 8]),
    ("swap values", [5, 30]),
    ("retype", [5, 5]),
    ("rescale", [5, 30]),
    ("rename", [5, 30]),
];

/// Slips of one kind, by what became of them.
#[derive(Default)]
struct Counts {
    here: usize,
    there: usize,
    harmless: usize,
    another: usize,
}

impl Counts {
    fn all(&self) -> usize {
        self.here + self.there + self.harmless + self.another
    }
}

#[test]
fn every_slip_is_found_or_accounted_for() {
    let copy = tempfile::tempdir().unwrap();
    let targets = judge::targets(copy.path());
    let (grids, calls): (Vec<&Target>, Vec<&Target>) = targets.iter().partition(|target| target.is_grid());
    let mut rng = Rng::new(SEED);
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    let (mut unsaid, mut wrong) = (String::new(), String::new());
    for at in 0..SLIPS {
        let kind = KINDS[at / 2 % KINDS.len()];
        let of = if at % 2 == 0 { &grids } else { &calls };
        let slip = draw(kind, of, &mut rng);
        let (target, slip) = slip;
        let verdict = target.judge(&slip);
        let counts = counts.entry(kind.name).or_default();
        match &verdict {
            Verdict::Found(Place::Here) => counts.here += 1,
            Verdict::Found(Place::There) => counts.there += 1,
            Verdict::Harmless => counts.harmless += 1,
            Verdict::Another => counts.another += 1,
            Verdict::Astray(said) => {
                let _ = writeln!(wrong, "{} {}: {}\n   {said}", kind.name, target.name(), slip.shown());
                counts.there += 1;
            }
            Verdict::Silent => panic!("{} {}: nothing is said, and nothing compiles: {}", kind.name, target.name(), slip.shown()),
        }
        if matches!(verdict, Verdict::Harmless | Verdict::Another) {
            let word = if matches!(verdict, Verdict::Harmless) { "changes nothing" } else { "another" };
            let _ = writeln!(unsaid, "{:<12} {word:<16} {}: {}", kind.name, target.name(), slip.shown());
        }
    }
    println!("{:<12} {:>5} {:>6} {:>9} {:>8}", "", "here", "there", "harmless", "another");
    for (kind, counts) in &counts {
        let Counts { here, there, harmless, another } = counts;
        println!("{kind:<12} {here:>5} {there:>6} {harmless:>9} {another:>8}");
    }
    println!("\n{unsaid}");
    assert!(wrong.is_empty(), "said where nothing leads to it:\n{wrong}");
    for (kind, [harmless, another]) in CAPS {
        let counts = &counts[kind];
        assert!(
            counts.harmless * 100 <= harmless * counts.all(),
            "{kind}: {} of {} change nothing",
            counts.harmless,
            counts.all()
        );
        assert!(counts.another * 100 <= another * counts.all(), "{kind}: {} of {} go unsaid", counts.another, counts.all());
    }
}

/// A slip of a kind, in one of the targets: the first that can have one.
fn draw<'t>(kind: corrupt::Kind, of: &[&'t Target], rng: &mut Rng) -> (&'t Target, Slip) {
    for _ in 0..200 {
        let target = of[rng.below(of.len())];
        if let Some(slip) = (kind.make)(target.text(), target.is_table(), rng) {
            return (target, slip);
        }
    }
    panic!("no {} could be made", kind.name)
}
