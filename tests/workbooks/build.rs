//! Workbooks made for the tests: whole ones by a writer of XLSX, others part by part, to say exactly what a file holds.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What a cell of a test holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Empty,
    Text(String),
    /// A number, as it is typed.
    Number(String),
    /// A day, in ISO form.
    Day(String),
}

/// A table of a test: a name, and rows.
pub(crate) type Sheet<'a> = (&'a str, Vec<Vec<Value>>);

/// Texts as they are.
pub(crate) fn texts(rows: &[&[&str]]) -> Vec<Vec<Value>> {
    let value = |text: &&str| if text.is_empty() { Value::Empty } else { Value::Text((*text).to_owned()) };
    rows.iter().map(|row| row.iter().map(value).collect()).collect()
}

/// Numbers and days where a text is one, as a person who types them gets them.
pub(crate) fn typed(rows: &[&[&str]]) -> Vec<Vec<Value>> {
    rows.iter().map(|row| row.iter().map(|text| value(text)).collect()).collect()
}

/// What a spreadsheet makes of a text that is typed into it.
pub(crate) fn value(text: &str) -> Value {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.bytes().filter(|byte| *byte == b'.').count() < 2
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && !digits.ends_with('.');
    let is_day = text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| (byte == b'-') == (at == 4 || at == 7));
    if text.is_empty() {
        Value::Empty
    } else if is_day && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        Value::Day(text.to_owned())
    } else if is_number {
        Value::Number(text.to_owned())
    } else {
        Value::Text(text.to_owned())
    }
}

/// An XLSX workbook, written by a program that knows nothing of this one.
pub(crate) fn xlsx(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Value::Empty => continue,
                    Value::Text(text) => sheet.write_string(row, column, text).unwrap(),
                    Value::Number(number) => sheet.write_number(row, column, number.parse::<f64>().unwrap()).unwrap(),
                    Value::Day(text) => {
                        let value = ExcelDateTime::parse_from_str(text).unwrap();
                        sheet.write_datetime_with_format(row, column, value, &day).unwrap()
                    }
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// An ODS workbook.
pub(crate) fn ods(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut tables = String::new();
    for (name, rows) in sheets {
        write!(tables, "<table:table table:name=\"{}\">", escaped(name)).unwrap();
        tables.push_str("<table:table-column table:number-columns-repeated=\"1024\"/>");
        for row in rows {
            tables.push_str("<table:table-row>");
            for cell in row {
                match cell {
                    Value::Empty => tables.push_str("<table:table-cell/>"),
                    Value::Text(text) => write!(
                        tables,
                        "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
                        escaped(text)
                    )
                    .unwrap(),
                    Value::Number(number) => write!(
                        tables,
                        "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>",
                    )
                    .unwrap(),
                    Value::Day(day) => write!(
                        tables,
                        "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"><text:p>{day}</text:p></table:table-cell>",
                    )
                    .unwrap(),
                }
            }
            // As LibreOffice fills a row up to its last column.
            tables.push_str("<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>");
        }
        tables.push_str("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>");
    }
    ods_of(&tables)
}

/// An ODS workbook with these tables, as XML.
pub(crate) fn ods_of(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">\
         <office:automatic-styles><style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style>\
         <style:style style:name=\"hid\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>\
         <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A sheet of a workbook made part by part: its name, its attributes, and the XML of its cells.
pub(crate) type Raw<'a> = (&'a str, &'a str, String);

/// The styles of workbooks made part by part, by number: none, a day, a percentage, a time, a declared day.
const STYLES: &str = "<styleSheet><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"20\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

/// An XLSX workbook made part by part, with the shared texts `a`, `é` and nothing.
pub(crate) fn xlsx_of(sheets: &[Raw<'_>]) -> Vec<u8> {
    xlsx_with(sheets, &[])
}

/// The same, with more parts.
pub(crate) fn xlsx_with(sheets: &[Raw<'_>], more: &[(&str, &[u8])]) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut list, mut links) = (String::new(), String::new());
    let mut parts: Vec<(String, String)> = Vec::new();
    for (number, (name, attributes, cells)) in (1..).zip(sheets) {
        write!(list, "<sheet name=\"{}\" sheetId=\"{number}\" {attributes} r:id=\"rId{number}\"/>", escaped(name)).unwrap();
        write!(links, "<Relationship Id=\"rId{number}\" Type=\"{kind}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")
            .unwrap();
        parts.push((
            format!("xl/worksheets/sheet{number}.xml"),
            format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{cells}</sheetData><pageMargins/></worksheet>"),
        ));
    }
    write!(
        links,
        "<Relationship Id=\"s\" Type=\"{kind}/styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"{kind}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
    )
    .unwrap();
    let fixed = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        (
            "_rels/.rels",
            format!(
                "<Relationships><Relationship Id=\"r\" Type=\"{kind}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        ("xl/workbook.xml", format!("<workbook xmlns:r=\"{kind}\"><sheets>{list}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{links}</Relationships>")),
        ("xl/styles.xml", STYLES.to_owned()),
        ("xl/sharedStrings.xml", "<sst><si><t>a</t></si><si><t>\u{e9}</t></si><si/></sst>".to_owned()),
    ];
    let mut all: Vec<(&str, &[u8])> = fixed.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    all.extend(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    all.retain(|(name, _)| more.iter().all(|(other, _)| name != other));
    all.extend(more);
    zip(&all)
}

/// A zip of these parts.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if bytes.len() < 64 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
