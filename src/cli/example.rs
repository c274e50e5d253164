//! The wrong example of a rule, tried: what `check` finds in it, in a folder made for that and removed again.

use std::fs;
use std::path::Path;

use super::commands::check;
use super::output;
use crate::model::{Findings, Rule};
use crate::read::pages::{Content, File, Page};

/// What the rule finds in its wrong example; nothing where the example cannot be laid out, as without a temporary folder or with
/// a workbook in it: the page is read all the same.
pub fn found(rule: &'static Rule, page: &Page) -> Findings {
    let mut own = Findings::new();
    let is_workbook = |file: &File| matches!(file.content, Content::Workbook(_));
    if !page.wrong.iter().any(is_workbook)
        && let Ok(folder) = tempfile::tempdir()
        && lay_out(&page.wrong, folder.path()).is_ok()
    {
        let found = check::inside(folder.path()).into_iter().filter(|finding| finding.rule.code == rule.code);
        found.for_each(|finding| own.push_again(finding));
    }
    own
}

/// Writes the texts.
fn lay_out(files: &[File], folder: &Path) -> anyhow::Result<()> {
    for file in files {
        let Content::Text(text) = &file.content else { continue };
        let path = folder.join(&file.name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        output::write_file(&path, &[], |out| out.write_all(text.as_bytes()))?;
    }
    Ok(())
}
