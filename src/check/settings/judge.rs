//! Findings under settings: which are shown, how much each matters, and which are let pass.
//!
//! What is said of a rule wins over what is said of all warnings; the command line wins over folders, and a folder over those
//! around it.

use super::{Entry, Which, Wish};
use crate::model::{Finding, Findings, Severity, Span};
use crate::text::Label;

/// What is wished of some findings, on the command line.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// What is wished.
    pub wish: Wish,
    /// Of which findings.
    pub which: Which,
}

/// Who let a finding pass.
#[derive(Debug, Clone)]
pub enum By {
    /// The command line.
    CommandLine,
    /// A settings file, with its reason.
    File {
        /// Where the rule is named.
        span: Span,
        /// Why.
        reason: Label,
    },
}

/// A finding that is let pass.
#[derive(Debug, Clone)]
pub struct Allowed {
    /// The finding.
    pub finding: Finding,
    /// Who let it pass.
    pub by: By,
}

/// What settings make of findings.
#[derive(Debug, Default)]
pub struct Judged {
    /// What is shown, each with the severity that it has here.
    pub findings: Findings,
    /// What is let pass: counted, never lost.
    pub allowed: Vec<Allowed>,
}

/// A settings file, with the entries that met a finding.
#[derive(Debug)]
struct Folder {
    entries: Vec<Entry>,
    met: Vec<bool>,
}

/// Every setting that holds somewhere.
#[derive(Debug, Default)]
pub struct Judge {
    line: Vec<Setting>,
    folders: Vec<Folder>,
}

impl Judge {
    /// With the settings of the command line, and of no folder yet.
    pub const fn new(line: Vec<Setting>) -> Self {
        Self { line, folders: Vec::new() }
    }

    /// Takes in the settings of a folder; gives its number.
    pub fn folder(&mut self, entries: Vec<Entry>) -> usize {
        let met = vec![false; entries.len()];
        self.folders.push(Folder { entries, met });
        self.folders.len() - 1
    }

    /// Judges one finding. `folders`: the numbers of those whose settings hold where it stands, the nearest first.
    pub fn judge(&mut self, mut finding: Finding, folders: &[usize], judged: &mut Judged) {
        // What is an error by itself is one whatever is wished.
        if finding.rule.severity == Severity::Error {
            judged.findings.push_again(finding);
            return;
        }
        let own = Which::Rule(finding.rule);
        let mut verdict = self.line.iter().find(|setting| setting.which == own).map(|setting| (setting.wish, By::CommandLine));
        for &folder in folders {
            let Some(Folder { entries, met }) = self.folders.get_mut(folder) else { continue };
            let Some(at) = entries.iter().position(|entry| entry.which == own) else { continue };
            let (Some(entry), Some(met)) = (entries.get(at), met.get_mut(at)) else { continue };
            // An exception that a nearer one hides has still met what it is for.
            *met = true;
            verdict = verdict.or_else(|| Some((entry.wish, By::File { span: entry.span.clone(), reason: entry.reason.clone() })));
        }
        match verdict {
            Some((Wish::Allow, by)) => {
                judged.allowed.push(Allowed { finding, by });
                return;
            }
            Some((Wish::Deny, _)) => finding.severity = Severity::Error,
            None if finding.rule.severity == Severity::Warning && self.denies_warnings(folders) => {
                finding.severity = Severity::Error;
            }
            None => {}
        }
        judged.findings.push_again(finding);
    }

    fn denies_warnings(&self, folders: &[usize]) -> bool {
        let of_folder = |&folder: &usize| {
            self.folders.get(folder).is_some_and(|folder| folder.entries.iter().any(|entry| entry.which == Which::Warnings))
        };
        self.line.iter().any(|setting| setting.which == Which::Warnings) || folders.iter().any(of_folder)
    }

    /// The exceptions of a folder that met no finding.
    pub fn unmet(&self, folder: usize) -> Vec<Entry> {
        let Some(folder) = self.folders.get(folder) else { return Vec::new() };
        let entries = folder.entries.iter().zip(&folder.met);
        entries.filter(|(entry, met)| entry.wish == Wish::Allow && !**met).map(|(entry, _)| entry.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Source, rule};
    use crate::text::Message;

    fn finding(rule: &'static crate::model::Rule) -> Finding {
        let source = Source::new("a/grid.toml".into(), "x = 1".into(), None);
        let mut findings = Findings::new();
        findings.push(rule, &Span::new(&source, 0, 1), Message::SourceMissing {});
        findings.into_iter().next().unwrap()
    }

    fn entry(wish: Wish, word: &str) -> Entry {
        let source = Source::new("grille.toml".into(), format!("rule = {word}"), None);
        let which = Which::from_word(word, wish).unwrap();
        Entry { wish, which, reason: Label::same("a reason"), span: Span::new(&source, 7, 7 + word.len()) }
    }

    /// How a finding of each of three severities ends: `-` where it is let pass.
    fn ends(line: &[(Wish, &str)], folders: &[&[(Wish, &str)]]) -> String {
        let line = line.iter().map(|(wish, word)| Setting { wish: *wish, which: Which::from_word(word, *wish).unwrap() });
        let mut judge = Judge::new(line.collect());
        let numbers: Vec<usize> =
            folders.iter().map(|entries| judge.folder(entries.iter().map(|(wish, word)| entry(*wish, word)).collect())).collect();
        let one = |rule, judge: &mut Judge| {
            let mut judged = Judged::default();
            judge.judge(finding(rule), &numbers, &mut judged);
            assert_eq!(judged.findings.len() + judged.allowed.len(), 1, "nothing is lost");
            judged.findings.iter().next().map_or('-', |finding| match finding.severity {
                Severity::Error => 'E',
                Severity::Warning => 'W',
                Severity::Note => 'N',
            })
        };
        [&rule::WEIGHTS_SUM, &rule::SOURCE_MISSING, &rule::READ_AS].into_iter().map(|rule| one(rule, &mut judge)).collect()
    }

    #[test]
    fn the_nearest_that_speaks_of_the_rule_wins() {
        use Wish::{Allow, Deny};
        assert_eq!(ends(&[], &[]), "EWN");
        assert_eq!(ends(&[(Allow, "G118")], &[]), "E-N");
        assert_eq!(ends(&[(Deny, "warnings")], &[]), "EEN");
        assert_eq!(ends(&[(Deny, "read-as")], &[]), "EWE");
        assert_eq!(ends(&[(Deny, "warnings")], &[&[(Allow, "source-missing")]]), "E-N", "what has a reason stays allowed");
        assert_eq!(ends(&[(Deny, "g118")], &[&[(Allow, "source-missing")]]), "EEN", "the command line wins");
        assert_eq!(ends(&[], &[&[(Allow, "G118")], &[(Deny, "G118"), (Deny, "F006")]]), "E-E", "the nearest folder wins");
        assert_eq!(ends(&[], &[&[(Deny, "G118")], &[(Allow, "G118")]]), "EEN");
        assert_eq!(ends(&[], &[&[], &[(Deny, "warnings")]]), "EEN");
    }

    #[test]
    fn an_error_is_allowed_by_nothing() {
        assert!(matches!(Which::from_word("G101", Wish::Allow), Err(Message::SettingAllowsError { code, .. }) if code == "G101"));
        assert!(Which::from_word("warnings", Wish::Allow).is_err());
        let near = Which::from_word("source-mising", Wish::Deny);
        assert!(matches!(near, Err(Message::SettingRuleUnknown { near: Some(near), .. }) if near == "source-missing"));
    }

    #[test]
    fn what_met_nothing_is_known() {
        let mut judge = Judge::default();
        let number = judge.folder(vec![entry(Wish::Allow, "G118"), entry(Wish::Allow, "F006"), entry(Wish::Deny, "C211")]);
        judge.judge(finding(&rule::SOURCE_MISSING), &[number], &mut Judged::default());
        let unmet: Vec<&str> = judge.unmet(number).iter().map(|entry| entry.which.word()).collect();
        assert_eq!(unmet, ["F006"]);
    }
}
