//! What a log says of the rules that fired: their pages, which `grille rule` shows with their examples.

use serde::Serialize;

use super::level;
use crate::model::Rule;
use crate::read::pages;
use crate::text::Lang;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor {
    id: &'static str,
    name: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// The codes of the rules that fired, in their order, and what is said of each.
pub(super) fn descriptors(fired: impl Iterator<Item = &'static Rule>, lang: Lang) -> (Vec<&'static str>, Vec<Descriptor>) {
    let mut rules: Vec<&'static Rule> = fired.collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup_by_key(|rule| rule.code);
    let codes = rules.iter().map(|rule| rule.code).collect();
    (codes, rules.into_iter().map(|rule| descriptor(rule, lang)).collect())
}

fn descriptor(rule: &'static Rule, lang: Lang) -> Descriptor {
    let summary = rule.summary.get(lang);
    let page = pages::page(rule);
    let why = page.why.iter().map(|paragraph| paragraph.get(lang)).collect::<Vec<_>>().join("\n\n");
    Descriptor {
        id: rule.code,
        name: rule.name,
        short_description: Text { text: summary.to_owned() },
        full_description: Text { text: why.clone() },
        help: Help {
            text: format!("{} {}\n\n{summary}\n\n{why}\n\ngrille rule {}", rule.code, rule.name, rule.code),
            markdown: format!("**{}** `{}`\n\n{summary}\n\n{why}\n\n`grille rule {}`", rule.code, rule.name, rule.code),
        },
        default_configuration: Configuration { level: level(rule.severity) },
    }
}
