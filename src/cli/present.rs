//! Showing results and findings: which bytes, where.

use std::io::{self, Write};

use super::args::Format;
use super::failure::Said;
use super::load::{Loaded, Ready};
use super::{Context, Outcome, output};
use crate::model::{Findings, Severity};
use crate::report::formats::{self, Style};
use crate::report::{Document, findings};
use crate::text::Message;

/// The width of a table that goes to a file or a pipe: fits a page, a log and a code host.
const PLAIN_WIDTH: usize = 100;

/// What JSON a result projects to.
pub type Json<'a> = &'a dyn Fn(&mut dyn Write) -> io::Result<()>;

/// Gives the call, or shows what is wrong with it.
///
/// # Errors
/// When standard error cannot be written.
pub fn ready_or_refused<'a>(loaded: &'a Loaded, context: &Context) -> anyhow::Result<Option<&'a Ready>> {
    if let Some(ready) = &loaded.ready {
        return Ok(Some(ready));
    }
    show_findings(&loaded.findings, context)?;
    invalid(loaded.findings.count(Severity::Error), context)?;
    Ok(None)
}

/// Says on standard error that so many errors forbid a result.
///
/// # Errors
/// When standard error cannot be written.
pub fn invalid(errors: usize, context: &Context) -> anyhow::Result<()> {
    writeln!(io::stderr().lock(), "{}", Message::InvalidInput { errors }.text(context.lang))?;
    Ok(())
}

/// Shows findings in full on standard error.
///
/// # Errors
/// When standard error cannot be written.
pub fn show_findings(found: &Findings, context: &Context) -> anyhow::Result<()> {
    let style = Style { lang: context.lang, width: context.notes.width, color: context.notes.color };
    let mut bytes = Vec::new();
    findings::render(found, &style, &mut bytes)?;
    io::stderr().lock().write_all(&bytes)?;
    Ok(())
}

/// After a result, on standard error: warnings in full, and how the files were read in a line each. Nothing when quiet.
///
/// # Errors
/// When standard error cannot be written.
pub fn remarks(loaded: &Loaded, context: &Context) -> anyhow::Result<()> {
    if loaded.hidden > 0 {
        context.note(&Message::FindingsHidden { count: loaded.hidden });
    }
    if context.quiet || loaded.findings.is_empty() {
        return Ok(());
    }
    let style = Style { lang: context.lang, width: context.notes.width, color: context.notes.color };
    let mut bytes = Vec::new();
    findings::remarks(&loaded.findings, &style, &mut bytes)?;
    io::stderr().lock().write_all(&bytes)?;
    Ok(())
}

/// Shows on standard output what was done with files, as a table.
///
/// # Errors
/// When standard output cannot be written.
pub fn to_screen(document: &Document<'_>, context: &Context) -> anyhow::Result<()> {
    let style = Style { lang: context.lang, width: Some(PLAIN_WIDTH), color: false };
    output::write_stdout(|out| match formats::by_name("table") {
        Some(format) => (format.render)(document, &style, out),
        None => Ok(()),
    })
}

/// Writes a result in the form that was asked for.
///
/// # Errors
/// When the output cannot be written, or would replace an input.
pub fn write(
    document: &Document<'_>,
    json: Json<'_>,
    context: &Context,
    inputs: &[std::path::PathBuf],
) -> anyhow::Result<Outcome> {
    let width = context.screen.width.or(Some(PLAIN_WIDTH));
    let style = Style { lang: context.lang, width, color: context.screen.color };
    let name = match context.format {
        Some(Format::Json) => None,
        Some(Format::Markdown) => Some("markdown"),
        Some(Format::Csv) => Some("csv"),
        Some(Format::CsvExcel) => Some("csv-excel"),
        // Only findings take these forms.
        Some(format @ (Format::Github | Format::Sarif)) => {
            return Err(Said(Message::FormatNotHere { format: format.name().to_owned() }).into());
        }
        // No result but score sheets is a workbook, and those are not written here.
        Some(Format::Table | Format::Xlsx) | None => Some("table"),
    };
    output::write(context, inputs, |out| match name.and_then(formats::by_name) {
        Some(format) => (format.render)(document, &style, out),
        None => json(out),
    })?;
    Ok(Outcome::Done)
}
