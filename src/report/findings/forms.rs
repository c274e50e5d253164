//! The forms of findings: one file a form, one line each here.

use std::io::{self, Write};

use super::{Checked, checked, github, sarif};
use crate::report::formats::Style;
use crate::report::json;

/// A form that findings can take.
#[derive(Debug)]
pub struct Form {
    /// The name that `--format` takes.
    pub name: &'static str,
    /// For programs: the locale and the width of a terminal change nothing.
    pub machine: bool,
    /// Writes findings.
    pub write: fn(&Checked<'_>, &Style, &mut dyn Write) -> io::Result<()>,
}

/// Every form, the one for people first.
pub static FORMS: &[Form] = &[
    Form { name: "table", machine: false, write: checked::table },
    Form { name: "json", machine: true, write: |checked, _, out| json::findings(checked, out) },
    Form { name: "github", machine: true, write: github::annotations },
    Form { name: "sarif", machine: true, write: sarif::log },
];

/// The form called `name`.
pub fn form(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.name == name)
}
