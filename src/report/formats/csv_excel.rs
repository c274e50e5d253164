//! CSV that Excel opens by a double click, in the language of its reader.

use std::io::{self, Write};

use super::csv::{Dialect, write};
use super::{Format, Style};
use crate::report::{Column, Document};
use crate::text::Lang;

pub(super) const FORMAT: Format = Format { name: "csv-excel", endings: &[], machine: false, render };

fn render(document: &Document<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let dialect = Dialect {
        // Without the mark, Excel takes UTF-8 for the code page of the machine.
        start: "\u{feff}",
        // Excel splits at the list separator of the regional settings, which is `;` where the decimal sign is a comma.
        delimiter: if style.lang.decimal_sign() == ',' { b';' } else { b',' },
        line_end: "\r\n",
        decimal_sign: style.lang.decimal_sign(),
        lang: style.lang,
        heading,
        codes: false,
    };
    write(document, &dialect, out)
}

fn heading(column: &Column, lang: Lang) -> String {
    let label = column.label.text(lang);
    column.under.as_ref().map_or_else(|| label.clone(), |under| format!("{label} ({})", under.text(lang)))
}
