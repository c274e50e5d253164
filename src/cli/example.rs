//! The wrong example of a rule, tried: what `check` finds in it, in a folder made for that and removed again.

use std::fs;
use std::path::{Path, PathBuf};

use super::load::{self, CALL_FILE};
use super::{output, scenarios};
use crate::check;
use crate::model::{Findings, Rule};
use crate::read::pages::{Content, File, Page};
use crate::read::{self, Input, Limit};

/// What the rule finds in its wrong example; nothing where the example cannot be laid out, as without a temporary folder:
/// the page is read all the same.
pub fn found(rule: &'static Rule, page: &Page) -> Findings {
    let mut own = Findings::new();
    if let Ok(folder) = tempfile::tempdir()
        && lay_out(&page.wrong, folder.path()).is_ok()
    {
        let mut all = check(folder.path(), &page.wrong);
        all.sort();
        all.into_iter().filter(|finding| finding.rule.code == rule.code).for_each(|finding| own.push_again(finding));
    }
    own
}

/// Writes the texts; a workbook is shown, not made.
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

fn check(folder: &Path, files: &[File]) -> Findings {
    if files.iter().any(|file| matches!(file.content, Content::Workbook(_))) {
        return Findings::new();
    }
    if folder.join(CALL_FILE).is_file() {
        let mut loaded = load::from_folder(folder, "");
        if folder.join(scenarios::SCENARIOS_FILE).is_file() {
            let path = folder.join(scenarios::SCENARIOS_FILE);
            let drafts = scenarios::read(&path, scenarios::SCENARIOS_FILE.to_owned(), &mut loaded.findings);
            if let Some(call) = &loaded.ready {
                let load = |grid: PathBuf| load::from_folder_with(folder, "", &grid);
                scenarios::make(&drafts, Some(&path), call, &load, &mut loaded.findings);
            }
        }
        return loaded.findings;
    }
    let mut findings = Findings::new();
    for file in files {
        let input = Input::file(folder.join(&file.name), file.name.clone());
        if let Some(source) = read::open(&input, Limit::Tree, None, &mut findings)
            && let Some(root) = read::toml::tree(&source, &mut findings)
        {
            check::grid(&source, &root, &mut findings);
        }
    }
    findings
}
