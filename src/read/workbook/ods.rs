//! ODS: which sheets a workbook has, and the cells of one. What is repeated is counted before it is written out.

use std::collections::HashSet;

use quick_xml::events::{BytesStart, Event};

use super::cells::{Cells, Kind};
use super::package::{MOST_PARTS, Package, Trouble};
use super::value;
use super::xml::{Xml, attribute, text_attribute};
use super::{Hidden, Listed};

const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";
/// A text of so many spaces in a row is none that anyone wrote.
const MOST_SPACES: usize = 1_000;

/// A workbook.
pub(super) struct Book {
    content: String,
    pub(super) sheets: Vec<Listed>,
    /// Where each sheet begins in the content.
    starts: Vec<usize>,
}

/// Whether a package is an ODS workbook rather than another kind.
pub(super) fn is_ods(package: &Package<'_>) -> bool {
    package.has(CONTENT) && !package.has("[Content_Types].xml")
}

impl Book {
    /// Finds the sheets; `Foreign` where the document is of another kind, such as a text.
    pub(super) fn open(mut package: Package<'_>) -> Result<Self, Trouble> {
        if let Some(manifest) = package.part(MANIFEST)?
            && is_encrypted(&manifest)?
        {
            return Err(Trouble::Protected);
        }
        let content = package.part(CONTENT)?.ok_or(Trouble::Foreign)?;
        let (mut sheets, mut starts) = (Vec::new(), Vec::new());
        let mut hidden_styles: HashSet<String> = HashSet::new();
        let mut style = None;
        let mut is_spreadsheet = false;
        {
            let mut xml = Xml::new(&content, CONTENT);
            loop {
                let at = xml.position();
                match xml.next()? {
                    Event::Start(start) => match start.local_name().as_ref() {
                        "style" => style = text_attribute(&start, "name"),
                        "table-properties" => {
                            if attribute(&start, "display").is_some_and(|display| &*display == "false")
                                && let Some(style) = style.take()
                            {
                                hidden_styles.insert(style);
                            }
                        }
                        "spreadsheet" => is_spreadsheet = true,
                        "table" if is_spreadsheet => {
                            if sheets.len() >= MOST_PARTS {
                                return Err(Trouble::Parts);
                            }
                            let hidden = text_attribute(&start, "style-name").is_some_and(|style| hidden_styles.contains(&style));
                            let name = text_attribute(&start, "name").unwrap_or_default();
                            sheets.push(Listed { name, hidden: if hidden { Hidden::Yes } else { Hidden::No } });
                            starts.push(at);
                            xml.skip(&start)?;
                        }
                        // A record of changes holds cells that are no longer there.
                        "tracked-changes" => xml.skip(&start)?,
                        _ => {}
                    },
                    Event::Eof => break,
                    _ => {}
                }
            }
        }
        if is_spreadsheet { Ok(Self { content, sheets, starts }) } else { Err(Trouble::Foreign) }
    }

    /// The cells of a sheet; only the first one where one is enough.
    pub(super) fn cells(&self, sheet: usize, one_is_enough: bool) -> Result<Cells, Trouble> {
        let text = self.starts.get(sheet).and_then(|&start| self.content.get(start..)).unwrap_or_default();
        let mut reading = Reading { xml: Xml::new(text, CONTENT), cells: Cells::new(one_is_enough), value: String::new() };
        reading.sheet()?;
        Ok(reading.cells)
    }
}

fn is_encrypted(manifest: &str) -> Result<bool, Trouble> {
    let mut xml = Xml::new(manifest, MANIFEST);
    loop {
        match xml.next()? {
            Event::Start(start) if start.local_name().as_ref() == "encryption-data" => return Ok(true),
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

/// A sheet on its way into cells.
struct Reading<'a> {
    xml: Xml<'a>,
    cells: Cells,
    value: String,
}

impl Reading<'_> {
    fn sheet(&mut self) -> Result<(), Trouble> {
        let mut row = 1_u32;
        let mut depth = 0_usize;
        while !self.cells.is_enough() {
            match self.xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "table-row" => {
                        let times = repeats(&start, "number-rows-repeated");
                        let first = self.cells.list.len();
                        self.row(row)?;
                        self.cells.repeat(first, times - 1)?;
                        row = row.saturating_add(times);
                    }
                    "table" | "table-rows" | "table-row-group" | "table-header-rows" => depth += 1,
                    _ => self.xml.skip(&start)?,
                },
                Event::End(_) => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return Ok(());
                    }
                }
                Event::Eof => return Err(self.xml.cut()),
                _ => {}
            }
        }
        Ok(())
    }

    /// The cells of a row that has just begun.
    fn row(&mut self, row: u32) -> Result<(), Trouble> {
        let mut column = 1_u32;
        loop {
            match self.xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "table-cell" => {
                        let times = repeats(&start, "number-columns-repeated");
                        self.cell(&start, row, column, times)?;
                        column = column.saturating_add(times);
                    }
                    // A cell that a merged one covers has no say.
                    "covered-table-cell" => {
                        column = column.saturating_add(repeats(&start, "number-columns-repeated"));
                        self.xml.skip(&start)?;
                    }
                    _ => self.xml.skip(&start)?,
                },
                Event::End(_) => return Ok(()),
                Event::Eof => return Err(self.xml.cut()),
                _ => {}
            }
        }
    }

    /// A cell that has just begun, in so many columns.
    fn cell(&mut self, start: &BytesStart<'_>, row: u32, column: u32, times: u32) -> Result<(), Trouble> {
        let formula = attribute(start, "formula").is_some();
        let mut kinds = start.attributes();
        // LibreOffice says in an attribute of its own that a value is an error.
        let is_error = kinds
            .with_checks(false)
            .flatten()
            .any(|said| said.key.local_name().as_ref() == "value-type" && &*said.value == "error");
        let kind = office_kind(start);
        self.value.clear();
        self.text()?;
        let shown = std::mem::take(&mut self.value);
        let looks_wrong = formula && (shown.starts_with('#') || shown.starts_with("Err:"));
        let said = |name: &str| attribute(start, name).map(|value| value.trim().to_owned());
        let (kind, text) = if is_error || looks_wrong {
            (Kind::Error, shown.clone())
        } else {
            match kind.as_deref() {
                Some("float" | "currency" | "percentage") => {
                    let value = said("value").unwrap_or_default();
                    let typed = if kind.as_deref() == Some("percentage") { Kind::Percent } else { Kind::Typed };
                    value::number(&value).map_or((Kind::Text, value), |number| (typed, number))
                }
                Some("date") => (Kind::Typed, value::iso(&said("date-value").unwrap_or_default())),
                Some("time") => (Kind::Typed, value::duration(&said("time-value").unwrap_or_default())),
                Some("boolean") => {
                    let truth = said("boolean-value").is_some_and(|truth| truth.eq_ignore_ascii_case("true"));
                    (Kind::Typed, if truth { "true" } else { "false" }.to_owned())
                }
                Some(_) => (Kind::Text, text_attribute(start, "string-value").unwrap_or_else(|| shown.clone())),
                None if formula && shown.is_empty() => (Kind::NoResult, String::new()),
                None => (Kind::Text, shown.clone()),
            }
        };
        if !text.is_empty() || kind == Kind::NoResult {
            for more in 0..times {
                self.cells.push(row, column.saturating_add(more), kind, &text)?;
            }
        }
        self.value = shown;
        Ok(())
    }

    /// The paragraphs of a cell, up to its end, a line each. Comments, pictures and tables inside are not part of it.
    fn text(&mut self) -> Result<(), Trouble> {
        let (mut depth, mut paragraphs, mut in_paragraph) = (0_usize, 0_usize, 0_usize);
        loop {
            match self.xml.next()? {
                Event::Start(start) => {
                    match start.local_name().as_ref() {
                        "p" | "h" if in_paragraph == 0 => {
                            if paragraphs > 0 {
                                self.value.push('\n');
                            }
                            paragraphs += 1;
                            in_paragraph = depth + 1;
                        }
                        "s" => {
                            let count = attribute(&start, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                            self.value.extend(std::iter::repeat_n(' ', count.min(MOST_SPACES)));
                        }
                        "tab" => self.value.push('\t'),
                        "line-break" => self.value.push('\n'),
                        "span" | "a" => {}
                        _ => {
                            self.xml.skip(&start)?;
                            continue;
                        }
                    }
                    depth += 1;
                }
                Event::End(_) if depth == 0 => return Ok(()),
                Event::End(_) => {
                    if in_paragraph == depth {
                        in_paragraph = 0;
                    }
                    depth -= 1;
                }
                Event::Eof => return Err(self.xml.cut()),
                event if in_paragraph > 0 => self.xml.push(&event, &mut self.value)?,
                _ => {}
            }
        }
    }
}

/// `office:value-type`.
fn office_kind(start: &BytesStart<'_>) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes.with_checks(false).flatten().find(|said| {
        said.key.local_name().as_ref() == "value-type" && said.key.prefix().is_some_and(|prefix| prefix.as_ref() == "office")
    });
    found.map(|found| found.value.into_owned())
}

/// How often a row or a cell stands there; once where it does not say.
fn repeats(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|times| times.trim().parse().ok()).filter(|times| *times > 0).unwrap_or(1)
}
