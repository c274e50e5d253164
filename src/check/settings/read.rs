//! The draft of a `grille.toml` into settings, with what is wrong about it at its place.

use super::{Entry, Which, Wish};
use crate::check::shapes::SETTINGS_FILE;
use crate::check::walk::walk;
use crate::model::{Findings, Node, rule};
use crate::text::{Lang, Message};

/// Reads the tree of a settings file. What does not hold is said and left out; the rest is in force.
pub fn settings(root: &Node, findings: &mut Findings) -> Vec<Entry> {
    walk(root, &SETTINGS_FILE, findings);
    let mut entries: Vec<Entry> = Vec::new();
    let Some(check) = root.table().and_then(|fields| fields.table("check")) else { return entries };
    for (key, wish) in [("allow", Wish::Allow), ("deny", Wish::Deny)] {
        for fields in check.list(key).iter().filter_map(Node::table) {
            // An exception without a reason, or with an empty one, is none: the walker has said so.
            let (Some(word), Some(reason)) = (fields.text("rule"), fields.label("reason")) else { continue };
            let is_blank = |lang: Lang| reason.only(lang).is_some_and(|text| text.trim().is_empty());
            if word.value.is_empty() || Lang::ALL.into_iter().any(is_blank) {
                continue;
            }
            let which = match Which::from_word(word.value, wish) {
                Ok(which) => which,
                Err(message) => {
                    let help = if matches!(message, Message::SettingAllowsError { .. }) {
                        Message::SettingAllowsErrorHelp {}
                    } else {
                        Message::SettingRuleUnknownHelp {}
                    };
                    findings.push(&rule::SETTING, &word.span, message).help(help);
                    continue;
                }
            };
            if let Some(first) = entries.iter().find(|entry| entry.which == which) {
                let line = first.span.position().line.get() as usize;
                let message = Message::SettingTwice { rule: which.word().to_owned(), line };
                findings.push(&rule::SETTING, &word.span, message).help(Message::SettingTwiceHelp {});
                continue;
            }
            entries.push(Entry { wish, which, reason, span: word.span });
        }
    }
    entries
}
