//! XLSX: which sheets a workbook has, and the cells of one. Macros, links and pictures are never looked at.

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::cells::{Cells, Kind, Shared};
use super::formats::{Format, built_in, declared};
use super::package::{MOST_PARTS, Package, Trouble};
use super::value;
use super::xml::{Xml, attribute, text_attribute};
use super::{Hidden, Listed};

/// Where nearly every workbook has its own part.
const WORKBOOK: &str = "xl/workbook.xml";

/// A workbook.
pub(super) struct Book<'a> {
    package: Package<'a>,
    /// Its sheets, and the part that holds each.
    pub(super) sheets: Vec<Listed>,
    parts: Vec<String>,
    from_1904: bool,
    formats: Vec<Format>,
    pub(super) shared: Shared,
}

impl<'a> Book<'a> {
    /// Reads what is common to all sheets; `Foreign` where there is no workbook in the package.
    pub(super) fn open(mut package: Package<'a>) -> Result<Self, Trouble> {
        let links = relations(&mut package, "_rels/.rels", "")?;
        let part = links.into_iter().find(|link| link.kind == "officeDocument").map(|link| link.target);
        let part = part.filter(|part| package.has(part)).unwrap_or_else(|| WORKBOOK.to_owned());
        if !part.to_lowercase().ends_with(".xml") {
            return Err(Trouble::Foreign);
        }
        let Some(text) = package.part(&part)? else { return Err(Trouble::Foreign) };
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", &part));
        let links = relations(&mut package, &format!("{folder}/_rels/{file}.rels"), folder)?;
        let mut book = Self {
            package,
            sheets: Vec::new(),
            parts: Vec::new(),
            from_1904: false,
            formats: Vec::new(),
            shared: Shared::default(),
        };
        book.list(&text, &part, &links)?;
        let target = |kind: &str| links.iter().find(|link| link.kind == kind).map(|link| link.target.clone());
        if let Some(part) = target("styles")
            && let Some(text) = book.package.part(&part)?
        {
            book.formats = formats(&text, &part)?;
        }
        if let Some(part) = target("sharedStrings")
            && let Some(text) = book.package.part(&part)?
        {
            book.shared = shared(&text, &part)?;
        }
        Ok(book)
    }

    /// The sheets that are tables: charts and dialogs are sheets too.
    fn list(&mut self, text: &str, part: &str, links: &[Link]) -> Result<(), Trouble> {
        let links: HashMap<&str, &Link> = links.iter().map(|link| (link.id.as_str(), link)).collect();
        let mut xml = Xml::new(text, part);
        let mut root = true;
        loop {
            match xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    name if root => {
                        if name != "workbook" {
                            return Err(Trouble::Foreign);
                        }
                        root = false;
                    }
                    "workbookPr" => {
                        self.from_1904 = attribute(&start, "date1904").is_some_and(|said| matches!(&*said, "1" | "true"));
                    }
                    "sheet" => {
                        let (Some(name), Some(id)) = (text_attribute(&start, "name"), relation_id(&start)) else { continue };
                        if let Some(link) = links.get(id.as_ref()).filter(|link| link.kind == "worksheet") {
                            if self.sheets.len() >= MOST_PARTS {
                                return Err(Trouble::Parts);
                            }
                            let shown = attribute(&start, "state").is_none_or(|state| &*state == "visible");
                            self.sheets.push(Listed { name, hidden: if shown { Hidden::No } else { Hidden::Yes } });
                            self.parts.push(link.target.clone());
                        }
                    }
                    _ => {}
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// The cells of a sheet; only the first one where one is enough.
    pub(super) fn cells(&mut self, sheet: usize, one_is_enough: bool) -> Result<Cells, Trouble> {
        let part = self.parts.get(sheet).cloned().unwrap_or_default();
        let Some(text) = self.package.part(&part)? else { return Err(Trouble::Damaged(part)) };
        let mut reading = Reading {
            xml: Xml::new(&text, &part),
            formats: &self.formats,
            shared: &self.shared,
            from_1904: self.from_1904,
            cells: Cells::new(one_is_enough),
            value: String::new(),
        };
        reading.sheet()?;
        Ok(reading.cells)
    }
}

/// A sheet on its way into cells.
struct Reading<'a> {
    xml: Xml<'a>,
    formats: &'a [Format],
    shared: &'a Shared,
    from_1904: bool,
    cells: Cells,
    value: String,
}

impl Reading<'_> {
    fn sheet(&mut self) -> Result<(), Trouble> {
        let (mut row, mut column) = (0_u32, 0_u32);
        let mut inside = false;
        while !self.cells.is_enough() {
            match self.xml.next()? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "sheetData" => inside = true,
                    "row" if inside => {
                        row = match attribute(&start, "r") {
                            Some(number) => number.trim().parse().map_err(|_| self.xml.damaged(&format!("row {number}")))?,
                            None => row.saturating_add(1),
                        };
                        column = 0;
                    }
                    "c" if inside => {
                        match attribute(&start, "r") {
                            Some(name) => {
                                (row, column) = place(&name).ok_or_else(|| self.xml.damaged(&format!("cell {name}")))?;
                            }
                            None => column = column.saturating_add(1),
                        }
                        self.cell(&start, row, column)?;
                    }
                    _ if inside => self.xml.skip(&start)?,
                    "mergeCell" => {
                        let said = attribute(&start, "ref");
                        let area = said.as_deref().and_then(|area| area.split_once(':'));
                        if let Some((Some(first), Some(last))) = area.map(|(first, last)| (place(first), place(last))) {
                            self.cells.merge(first, last);
                        }
                    }
                    // What else stands before and after the cells is about how they look.
                    "worksheet" | "mergeCells" => {}
                    _ => self.xml.skip(&start)?,
                },
                Event::End(end) if end.local_name().as_ref() == "sheetData" => inside = false,
                Event::End(end) if end.local_name().as_ref() == "worksheet" => return Ok(()),
                Event::Eof => return Err(self.xml.cut()),
                _ => {}
            }
        }
        Ok(())
    }

    /// A cell that has just begun.
    fn cell(&mut self, start: &BytesStart<'_>, row: u32, column: u32) -> Result<(), Trouble> {
        let kind = attribute(start, "t").unwrap_or(Cow::Borrowed("n"));
        let style = attribute(start, "s").and_then(|style| style.trim().parse::<usize>().ok()).unwrap_or(0);
        let mut formula = false;
        self.value.clear();
        loop {
            match self.xml.next()? {
                Event::Start(inner) => match inner.local_name().as_ref() {
                    "v" if &*kind != "inlineStr" => text_of(&mut self.xml, "v", &mut self.value)?,
                    "is" => rich_text(&mut self.xml, "is", &mut self.value)?,
                    "f" => {
                        formula = true;
                        self.xml.skip(&inner)?;
                    }
                    _ => self.xml.skip(&inner)?,
                },
                Event::End(_) => break,
                Event::Eof => return Err(self.xml.cut()),
                _ => {}
            }
        }
        self.keep(&kind, style, row, column, formula && self.value.is_empty())
    }

    fn keep(&mut self, kind: &str, style: usize, row: u32, column: u32, without_result: bool) -> Result<(), Trouble> {
        let value = self.value.as_str();
        match kind {
            // The result of a formula may well be an empty text.
            "str" | "inlineStr" => self.cells.push(row, column, Kind::Text, &unescaped(value)),
            _ if without_result => self.cells.push(row, column, Kind::NoResult, ""),
            _ if value.is_empty() => Ok(()),
            "s" => {
                let at = value.trim().parse().map_err(|_| self.xml.damaged(&format!("text {value}")))?;
                self.cells.push_shared(row, column, at, self.shared)
            }
            "b" => {
                let truth = if matches!(value.trim(), "0" | "false") { "false" } else { "true" };
                self.cells.push(row, column, Kind::Typed, truth)
            }
            "e" => self.cells.push(row, column, Kind::Error, value.trim()),
            "d" => self.cells.push(row, column, Kind::Typed, &value::iso(value)),
            _ => {
                let format = self.formats.get(style).copied().unwrap_or(Format::Number);
                if format == Format::Number && value::is_plain(value) {
                    return self.cells.push(row, column, Kind::Typed, value);
                }
                let dated = match format {
                    Format::Date => value::date(value, self.from_1904),
                    Format::Time => value::time(value),
                    Format::Number | Format::Percent => None,
                };
                match dated.or_else(|| value::number(value)) {
                    Some(text) => {
                        let kind = if format == Format::Percent { Kind::Percent } else { Kind::Typed };
                        self.cells.push(row, column, kind, &text)
                    }
                    None => self.cells.push(row, column, Kind::Text, value),
                }
            }
        }
    }
}

/// A line of a part that says what other parts are to it.
struct Link {
    id: String,
    /// The last word of its type: transitional and strict files differ in what stands before.
    kind: String,
    target: String,
}

/// What other parts are to the parts of a folder.
fn relations(package: &mut Package<'_>, part: &str, folder: &str) -> Result<Vec<Link>, Trouble> {
    let Some(text) = package.part(part)? else { return Ok(Vec::new()) };
    let mut links = Vec::new();
    let mut xml = Xml::new(&text, part);
    loop {
        match xml.next()? {
            Event::Start(start) if start.local_name().as_ref() == "Relationship" => {
                let said = |name| text_attribute(&start, name);
                let (Some(id), Some(kind), Some(target)) = (said("Id"), said("Type"), said("Target")) else { continue };
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                if links.len() >= MOST_PARTS {
                    return Err(Trouble::Parts);
                }
                links.push(Link { id, kind, target: resolved(folder, &target) });
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}

/// A path as seen from a folder of the package.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(rooted) = target.strip_prefix('/') {
        return rooted.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// `r:id`, which is beside `sheetId`.
fn relation_id<'e>(start: &'e BytesStart<'_>) -> Option<Cow<'e, str>> {
    let mut attributes = start.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref().ends_with(":id"));
    found.map(|found| found.value)
}

/// The formats of cells, by the number of their style.
fn formats(text: &str, part: &str) -> Result<Vec<Format>, Trouble> {
    let mut declared_formats: HashMap<u32, Format> = HashMap::new();
    let mut formats = Vec::new();
    let mut inside = false;
    let mut xml = Xml::new(text, part);
    loop {
        match xml.next()? {
            Event::Start(start) => {
                let id = || attribute(&start, "numFmtId").and_then(|id| id.trim().parse::<u32>().ok());
                match start.local_name().as_ref() {
                    "numFmt" => {
                        if let (Some(id), Some(code)) = (id(), text_attribute(&start, "formatCode")) {
                            declared_formats.insert(id, declared(&code));
                        }
                    }
                    "cellXfs" => inside = true,
                    "xf" if inside => {
                        let id = id().unwrap_or(0);
                        formats.push(declared_formats.get(&id).copied().unwrap_or_else(|| built_in(id)));
                    }
                    _ => {}
                }
            }
            Event::End(end) if end.local_name().as_ref() == "cellXfs" => inside = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}

/// The texts that cells share.
fn shared(text: &str, part: &str) -> Result<Shared, Trouble> {
    let mut shared = Shared::default();
    let mut value = String::new();
    let mut xml = Xml::new(text, part);
    loop {
        match xml.next()? {
            Event::Start(start) if start.local_name().as_ref() == "si" => {
                value.clear();
                rich_text(&mut xml, "si", &mut value)?;
                shared.push(&unescaped(&value))?;
            }
            Event::Eof => return Ok(shared),
            _ => {}
        }
    }
}

/// The text of an element, up to its end.
fn text_of(xml: &mut Xml<'_>, name: &str, out: &mut String) -> Result<(), Trouble> {
    loop {
        match xml.next()? {
            Event::End(end) if end.local_name().as_ref() == name => return Ok(()),
            Event::Start(inner) => xml.skip(&inner)?,
            Event::Eof => return Err(xml.cut()),
            event => xml.push(&event, out)?,
        }
    }
}

/// A text in runs that may look different from one another. How an Asian text is pronounced is not part of it.
fn rich_text(xml: &mut Xml<'_>, name: &str, out: &mut String) -> Result<(), Trouble> {
    loop {
        match xml.next()? {
            Event::Start(inner) => match inner.local_name().as_ref() {
                "t" => text_of(xml, "t", out)?,
                "r" => {}
                _ => xml.skip(&inner)?,
            },
            Event::End(end) if end.local_name().as_ref() == name => return Ok(()),
            Event::Eof => return Err(xml.cut()),
            _ => {}
        }
    }
}

/// `C7` as a row and a column, from 1.
fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.trim();
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let column = name[..digits].bytes().try_fold(0_u32, |column, byte| {
        byte.is_ascii_alphabetic().then(|| column.saturating_mul(26).saturating_add(u32::from(byte.to_ascii_uppercase() - b'@')))
    })?;
    let row: u32 = name[digits..].parse().ok()?;
    (row > 0 && column > 0).then_some((row, column))
}

/// The format writes what XML cannot hold, such as a carriage return, as `_x000D_`.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let ends = rest.as_bytes().get(at + 6) == Some(&b'_');
        let character = code.filter(|_| ends).and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match character {
            Some(character) => {
                out.push_str(&rest[..at]);
                out.push(character);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_by_name() {
        assert_eq!(place("C7"), Some((7, 3)));
        assert_eq!(place("XFD1048576"), Some((1_048_576, 16_384)));
        assert_eq!(place("aa10"), Some((10, 27)));
        for none in ["", "7", "C", "C0", "$C$7", "C-1", "C7D", "É7", "C99999999999"] {
            assert_eq!(place(none), None, "{none}");
        }
    }

    #[test]
    fn paths_inside_a_package() {
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("xl/a", "../../../b/./c.xml"), "b/c.xml");
        assert_eq!(resolved("", "xl\\workbook.xml"), "xl/workbook.xml");
    }

    #[test]
    fn what_xml_cannot_hold() {
        for (kept, read) in [
            ("a_x000D_\nb", "a\r\nb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00e9_", "é"),
            ("snake_xray_x12_", "snake_xray_x12_"),
            ("_xD83D_", "_xD83D_"),
            ("_x", "_x"),
            ("_xé000_", "_xé000_"),
        ] {
            assert_eq!(unescaped(kept), read);
        }
    }

    #[test]
    fn runs_are_put_together_and_pronunciations_left_out() {
        let text = "<sst><si><t>un</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">de </t></r><r><t>ux</t></r>\
                    <rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si><si/></sst>";
        let shared = shared(text, "p").unwrap();
        let mut cells = Cells::new(false);
        for at in 0..3 {
            cells.push_shared(1, u32::try_from(at).unwrap() + 1, at, &shared).unwrap();
        }
        let texts: Vec<&str> = cells.list.iter().map(|&cell| cells.text(cell, &shared)).collect();
        assert_eq!(texts, ["un", "de ux"]);
    }
}
