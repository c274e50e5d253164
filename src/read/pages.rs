//! The pages of the rules, from the text that is embedded in the program: why a rule is there, and a smallest example, wrong
//! and right. Nothing that a user wrote is read here: what a page lacks is left out, and the tests see that it lacks nothing.

use ::toml::{Table, Value};

use crate::model::Rule;
use crate::text::Label;

/// The page of a rule.
#[derive(Debug)]
pub struct Page {
    /// What it finds, why that matters and what to do: paragraphs, with only `code` for Markdown.
    pub why: Vec<Label>,
    /// The files of an example in which it fires.
    pub wrong: Vec<File>,
    /// The files of the example that the repair changes or adds, as they are after it.
    pub right: Vec<File>,
}

/// A file of an example.
#[derive(Debug, PartialEq, Eq)]
pub struct File {
    /// Its path in the folder of the example, with `/`.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// What a file of an example holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// A text.
    Text(String),
    /// A workbook: its sheets by name, rows of cells as they are typed.
    Workbook(Vec<(String, Vec<Vec<String>>)>),
}

/// The page of a rule.
pub fn page(rule: &Rule) -> Page {
    let table: Table = rule.page().parse().unwrap_or_default();
    Page { why: why(table.get("why")), wrong: files(table.get("wrong")), right: files(table.get("right")) }
}

impl Page {
    /// The files of the example after the repair, all of them.
    pub fn repaired(&self) -> impl Iterator<Item = &File> {
        let kept = self.wrong.iter().map(|file| self.after(&file.name).unwrap_or(file));
        kept.chain(self.right.iter().filter(|file| self.before(&file.name).is_none()))
    }

    /// A file before the repair.
    pub fn before(&self, name: &str) -> Option<&File> {
        self.wrong.iter().find(|file| file.name == name)
    }

    /// A file that the repair changes or adds.
    pub fn after(&self, name: &str) -> Option<&File> {
        self.right.iter().find(|file| file.name == name)
    }
}

/// The paragraphs, those of both languages side by side.
fn why(value: Option<&Value>) -> Vec<Label> {
    let of = |lang: &str| -> Vec<String> {
        let text = value.and_then(|value| value.get(lang)).and_then(Value::as_str).unwrap_or_default();
        let paragraphs = text.split("\n\n").map(|paragraph| paragraph.split('\n').map(str::trim).collect::<Vec<_>>().join(" "));
        paragraphs.map(|paragraph| paragraph.trim().to_owned()).filter(|paragraph| !paragraph.is_empty()).collect()
    };
    let (mut fr, mut en) = (of("fr").into_iter(), of("en").into_iter());
    let mut labels = Vec::new();
    loop {
        match (fr.next(), en.next()) {
            (None, None) => return labels,
            (fr, en) => labels.push(Label::new(fr, en)),
        }
    }
}

fn files(value: Option<&Value>) -> Vec<File> {
    let table = value.and_then(Value::as_table);
    let file = |(name, value): (&String, &Value)| {
        let content = match value {
            Value::String(text) => Content::Text(text.clone()),
            Value::Table(sheets) => Content::Workbook(sheets.iter().map(|(name, rows)| (name.clone(), cells(rows))).collect()),
            _ => return None,
        };
        Some(File { name: name.clone(), content })
    };
    table.map(|table| table.iter().filter_map(file).collect()).unwrap_or_default()
}

fn cells(rows: &Value) -> Vec<Vec<String>> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |cell: &Value| cell.as_str().map_or_else(|| cell.to_string(), str::to_owned);
    list(rows).iter().map(|row| list(row).iter().map(text).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rule;
    use crate::text::Lang;

    #[test]
    fn a_page_in_parts() {
        let page = page(&rule::WEIGHTS_SUM);
        assert!(page.why.iter().all(|label| label.only(Lang::Fr).is_some() && label.only(Lang::En).is_some()));
        assert!(page.why.iter().all(|label| Lang::ALL.iter().all(|lang| !label.get(*lang).contains('\n'))));
        let names = |files: &[File]| files.iter().map(|file| file.name.clone()).collect::<Vec<_>>();
        assert!(!page.wrong.is_empty() && !page.right.is_empty(), "{:?}", names(&page.wrong));
        let changed: Vec<&File> = page.repaired().filter(|file| page.before(&file.name) != Some(file)).collect();
        assert_eq!(changed, page.right.iter().collect::<Vec<_>>());
    }

    #[test]
    fn what_is_no_page_is_an_empty_one() {
        assert!(why(None).is_empty() && files(Some(&Value::Boolean(true))).is_empty());
        let odd: Table =
            "[why]\nfr = \"un\\n\\ndeux\"\nen = \"one\"\n[wrong.\"a.xlsx\"]\nNotes = [[\"id\", 4], 5]\n".parse().unwrap();
        assert_eq!(
            why(odd.get("why")),
            [Label::new(Some("un".into()), Some("one".into())), Label::new(Some("deux".into()), None)]
        );
        let sheet = ("Notes".to_owned(), vec![vec!["id".to_owned(), "4".to_owned()], Vec::new()]);
        assert_eq!(files(odd.get("wrong"))[0].content, Content::Workbook(vec![sheet]));
    }
}
