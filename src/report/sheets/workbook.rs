//! A score sheet as a workbook: the rows to fill in, the instructions, and hidden lists to choose from. Whatever is not to be
//! filled in is locked, without a password: against slips, not against people.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    IgnoreError, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::allowed::{Allowed, Entry, allowed, words_on};
use super::height::height;
use super::instructions::{Line, lines};
use super::{ScoreSheet, cut};
use crate::number::Decimal;
use crate::report::formats::hostile::visible;
use crate::text::{Lang, Message};

/// What a workbook holds: rows and columns of a sheet, units of UTF-16 in a cell.
const ROWS: usize = 1 << 20;
const COLUMNS: usize = 1 << 14;
const TEXT: usize = 32_767;
/// Of a title, this much is shown; of a sentence that a cell shows on its own, this much.
const TITLE: usize = 1_000;
const SAID: usize = 255;
/// So much of a name stands on top of a printed page, and so many letters are legible side by side on it.
const PRINTED: usize = 60;
const PRINTED_WIDTH: usize = 220;
/// Widths of columns, in letters: the least and the most of identifiers and of marks, then titles and comments, then the two
/// columns of the instructions.
const ID_WIDTHS: (usize, usize) = (13, 28);
const MARK_WIDTHS: (usize, usize) = (14, 32);
const WIDE: usize = 44;
const NAMES: usize = 34;
const TEXTS: usize = 92;
/// The least height of a row to fill in, in points: enough to click into.
const LEAST_HEIGHT: f64 = 21.0;
/// Letter, as Québec prints.
const PAPER: u8 = 1;

/// Columns before the criteria: submission, title, reviewer; and the comment after them.
const BESIDE: usize = 4;

/// Whether a sheet fits a workbook.
///
/// # Errors
/// The sentence that says why it does not.
pub fn fits(rows: usize, criteria: usize) -> Result<(), Message> {
    let (rows, columns) = (rows.saturating_add(1), criteria.saturating_add(BESIDE));
    if rows > ROWS {
        return Err(Message::SheetTooManyRows { rows, most: ROWS });
    }
    if columns > COLUMNS {
        return Err(Message::SheetTooManyColumns { columns, most: COLUMNS });
    }
    Ok(())
}

/// The bytes of the workbook: the same on every run.
///
/// # Errors
/// The sentence that says why a workbook cannot hold the sheet.
pub fn workbook(sheet: &ScoreSheet<'_>) -> Result<Vec<u8>, Message> {
    fits(sheet.duties.rows.len(), sheet.duties.criteria.len())?;
    let ids = sheet.duties.rows.iter().map(|duty| sheet.submissions.id(duty.submission));
    // An identifier that was cut would name nothing.
    if let Some(long) = ids.chain([sheet.duties.seat.id.as_str()]).find(|id| id.encode_utf16().count() > TEXT) {
        return Err(Message::SheetTextTooLong { text: cut(&visible(long), PRINTED), most: TEXT });
    }
    written(sheet).map_err(|error| Message::SheetFailed { detail: error.to_string() })
}

fn written(sheet: &ScoreSheet<'_>) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut book = Workbook::new();
    let title = sheet.call.title.as_ref().unwrap_or(&sheet.grid.title).get(sheet.lang);
    // A fixed day: the program looks at no clock.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(cut(&visible(title), SAID)).set_creation_datetime(&day));
    let mut lists = Lists::new(sheet.lang)?;
    let marks = marks(sheet, &looks, &mut lists)?;
    book.push_worksheet(marks);
    book.push_worksheet(instructions(sheet, &looks)?);
    if lists.columns > 0 {
        book.push_worksheet(lists.page);
    }
    book.save_to_buffer()
}

/// How cells look, and which may be filled in.
struct Looks {
    heading: Format,
    plain: Format,
    input: Format,
    comment: Format,
    not_theirs: Format,
    title: Format,
    part: Format,
    name: Format,
    group: Format,
}

impl Looks {
    fn new() -> Self {
        let wrapped = || Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let framed = || wrapped().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00BF_BFBF));
        Self {
            heading: framed().set_bold().set_background_color(Color::RGB(0x00E3_E9F1)),
            plain: framed().set_background_color(Color::RGB(0x00F5_F6F8)),
            input: framed().set_unlocked(),
            // As text: a comment that begins with a hyphen is no formula.
            comment: framed().set_unlocked().set_num_format("@"),
            not_theirs: framed().set_background_color(Color::RGB(0x00C9_CDD3)),
            title: Format::new().set_bold().set_font_size(14),
            part: Format::new().set_bold().set_font_size(12).set_align(FormatAlign::Top),
            name: wrapped().set_bold(),
            group: wrapped().set_italic(),
        }
    }
}

/// Rows and columns are counted as the file does; [`fits`] has seen to it that they can be.
fn row(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// What people may do in a locked sheet besides filling it in: make columns and rows wider.
fn protect(page: &mut Worksheet) {
    page.protect_with_options(&ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() });
}

/// The sheet to fill in.
fn marks(sheet: &ScoreSheet<'_>, looks: &Looks, lists: &mut Lists) -> Result<Worksheet, XlsxError> {
    let (submissions, duties) = (sheet.submissions, sheet.duties);
    let headings = sheet.headings(sheet.lang, false);
    let mut page = Worksheet::new();
    page.set_name(Message::SheetMarks {}.text(sheet.lang))?;
    let (reviewer, first) = if headings.title.is_some() { (2, 3) } else { (1, 2) };
    let comment = first + duties.criteria.len();
    let last = duties.rows.len();

    let mut names = vec![(0, &headings.submission), (reviewer, &headings.reviewer), (comment, &headings.comment)];
    names.extend(headings.title.iter().map(|title| (1, title)));
    names.extend(headings.criteria.iter().enumerate().map(|(at, name)| (first + at, name)));
    for (at, name) in names {
        page.write_string_with_format(0, column(at), name, &looks.heading)?;
    }
    let ids = duties.rows.iter().map(|duty| submissions.id(duty.submission)).chain([headings.submission.as_str()]);
    let id_width = (ids.map(|id| id.chars().count()).max().unwrap_or(0) + 2).clamp(ID_WIDTHS.0, ID_WIDTHS.1);
    for (at, duty) in duties.rows.iter().enumerate() {
        let at = row(at + 1);
        let id = submissions.id(duty.submission);
        let title = cut(&visible(submissions.title(duty.submission)), TITLE);
        page.set_row_height(at, height([(id, id_width), (&title, WIDE)]).max(LEAST_HEIGHT))?;
        page.write_string_with_format(at, 0, id, &looks.plain)?;
        if headings.title.is_some() {
            page.write_string_with_format(at, 1, title, &looks.plain)?;
        }
        page.write_string_with_format(at, column(reviewer), &duties.seat.id, &looks.plain)?;
        for (place, theirs) in duty.theirs.iter().enumerate() {
            page.write_blank(at, column(first + place), if *theirs { &looks.input } else { &looks.not_theirs })?;
        }
        page.write_blank(at, column(comment), &looks.comment)?;
    }
    let mut heads = vec![(headings.submission.as_str(), id_width)];
    let mut all_wide = id_width + WIDE * 2;
    for (place, criterion) in duties.criteria.iter().enumerate() {
        let Some(scale) = sheet.scale(*criterion) else { continue };
        let at = column(first + place);
        let words = words_on(sheet, scale);
        let refused = Message::SheetRefused { scale: Box::new(scale.describe()), words: words.clone() };
        let refused = cut(&visible(&refused.text(sheet.lang)), SAID);
        let allowed = allowed(scale, words, sheet.lang);
        let heading = headings.criteria.get(place).map_or("", String::as_str);
        let wide = width(&allowed, heading);
        heads.push((heading, wide));
        all_wide += wide;
        page.set_column_width(at, points(wide))?;
        let rule = match &allowed {
            Allowed::List(entries) => DataValidation::new().allow_list_formula(lists.add(entries)?),
            Allowed::Number { .. } => {
                let formula = formula(&allowed, &format!("{}2", letters(first + place)));
                // Nothing to choose from shows what is expected: a note beside the cell does.
                DataValidation::new().allow_custom(Formula::new(formula)).set_input_message(refused.clone())?
            }
        };
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(cut(&Message::SheetRefusedTitle {}.text(sheet.lang), 32))?
            .set_error_message(refused)?;
        if last > 0 {
            page.add_data_validation(1, at, row(last), at, &rule)?;
        }
    }
    page.set_row_height(0, height(heads))?;
    page.set_column_width(0, points(id_width))?;
    if headings.title.is_some() {
        page.set_column_width(1, points(WIDE))?;
    }
    page.set_column_width(column(comment), points(WIDE))?;
    // It says the same on each row; a reader needs it, whatever the file is called.
    page.set_column_hidden(column(reviewer))?;
    page.set_freeze_panes(1, column(reviewer))?;
    page.set_selection(1.min(row(last)), column(first), 1.min(row(last)), column(first))?;
    // Identifiers such as 007 are texts on purpose.
    page.ignore_error_range(0, 0, row(last), column(comment), IgnoreError::NumberStoredAsText)?;
    // As many pages side by side as keep the letters legible, the submissions on each.
    let pages = all_wide.div_ceil(PRINTED_WIDTH);
    print(&mut page, sheet, u16::try_from(pages).unwrap_or(u16::MAX));
    page.set_landscape().set_repeat_rows(0, 0)?;
    if pages > 1 {
        page.set_repeat_columns(0, column(reviewer - 1))?;
    }
    protect(&mut page);
    Ok(page)
}

/// So many pages wide, with the reviewer's name on each.
fn print(page: &mut Worksheet, sheet: &ScoreSheet<'_>, pages: u16) {
    let name = cut(&visible(&sheet.duties.seat.name), PRINTED).replace('&', "&&");
    page.set_paper_size(PAPER).set_print_fit_to_pages(pages, 0).set_header(format!("&L{name}&R&A")).set_footer("&R&P / &N");
}

/// Wide enough for the longest word to choose, and for a heading in a few lines.
fn width(allowed: &Allowed, heading: &str) -> usize {
    let entries = match allowed {
        Allowed::List(entries) => entries.as_slice(),
        Allowed::Number { .. } => &[],
    };
    let words = entries.iter().map(|entry| if let Entry::Word(word) = entry { word.chars().count() } else { 0 });
    let needed = words.max().unwrap_or(0).max(heading.chars().count() / 3) + 3;
    needed.clamp(MARK_WIDTHS.0, MARK_WIDTHS.1)
}

/// A width as the library takes it.
fn points(width: usize) -> f64 {
    f64::from(u8::try_from(width).unwrap_or(u8::MAX))
}

/// A formula that holds where a cell has a number of the scale or one of the words. An error of one part would refuse words:
/// numbers are looked at only where there is one.
fn formula(allowed: &Allowed, cell: &str) -> String {
    let Allowed::Number { min, max, step, words } = allowed else { return String::new() };
    let mut number = vec![format!("{cell}>={min}"), format!("{cell}<={max}")];
    // Half a step is never a matter of the last bits of a binary number.
    number.extend(step.map(|step| format!("ROUND(({cell}-({min}))/{step},6)=ROUND(({cell}-({min}))/{step},0)")));
    let words: Vec<String> = words.iter().map(|word| format!("{cell}=\"{word}\"")).collect();
    let words = if words.is_empty() { "FALSE".to_owned() } else { format!("OR({})", words.join(",")) };
    format!("=IF(ISNUMBER({cell}),AND({}),{words})", number.join(","))
}

/// `0` is `A`.
fn letters(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(at % 26).unwrap_or(0)));
        match (at / 26).checked_sub(1) {
            Some(rest) => at = rest,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

/// A hidden sheet with the lists to choose from. A list inside a rule could hold neither commas, nor numbers that each
/// spreadsheet shows with its own decimal sign, nor more than 255 characters.
struct Lists {
    page: Worksheet,
    name: String,
    columns: usize,
}

impl Lists {
    fn new(lang: Lang) -> Result<Self, XlsxError> {
        let mut page = Worksheet::new();
        let name = Message::SheetLists {}.text(lang);
        page.set_name(&name)?.set_hidden(true);
        protect(&mut page);
        Ok(Self { page, name, columns: 0 })
    }

    /// Adds a list, and gives where it stands.
    fn add(&mut self, entries: &[Entry]) -> Result<Formula, XlsxError> {
        let at = column(self.columns);
        for (line, entry) in entries.iter().enumerate() {
            match entry {
                Entry::Number(value) => self.page.write_number(row(line), at, number(*value))?,
                Entry::Word(word) => self.page.write_string(row(line), at, word)?,
            };
        }
        let letters = letters(self.columns);
        self.columns += 1;
        Ok(Formula::new(format!("={}!${letters}$1:${letters}${}", self.name, entries.len())))
    }
}

/// A number as workbooks hold it: the nearest that a spreadsheet would make of the same text.
fn number(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or_default()
}

/// The second sheet.
fn instructions(sheet: &ScoreSheet<'_>, looks: &Looks) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(Message::SheetInstructions {}.text(sheet.lang))?;
    page.set_column_width(0, points(NAMES))?.set_column_width(1, points(TEXTS))?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let said = |message: &Message| cut(&visible(&message.text(sheet.lang)), TEXT);
    for (at, line) in lines(sheet).iter().take(ROWS).enumerate() {
        let at = row(at);
        match line {
            Line::Title(title) => {
                page.write_string_with_format(at, 0, cut(&said(title), SAID), &looks.title)?;
            }
            Line::Heading(heading) => {
                page.write_string_with_format(at, 0, said(heading), &looks.part)?;
            }
            Line::Group(name) => {
                let name = said(name);
                page.set_row_height(at, height([(name.as_str(), NAMES)]))?;
                page.write_string_with_format(at, 0, name, &looks.group)?;
            }
            Line::Named(name, text) => {
                let (name, text) = (said(name), said(text));
                page.set_row_height(at, height([(name.as_str(), NAMES), (&text, TEXTS)]))?;
                page.write_string_with_format(at, 0, name, &looks.name)?;
                page.write_string_with_format(at, 1, text, &wrapped)?;
            }
            Line::Text(text) => {
                let text = said(text);
                page.set_row_height(at, height([(text.as_str(), TEXTS)]))?;
                page.write_string_with_format(at, 1, text, &wrapped)?;
            }
            Line::Blank => {}
        }
    }
    print(&mut page, sheet, 1);
    protect(&mut page);
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_fits_up_to_what_a_workbook_holds() {
        assert_eq!(fits(ROWS - 1, 6), Ok(()));
        assert_eq!(fits(ROWS, 6), Err(Message::SheetTooManyRows { rows: ROWS + 1, most: ROWS }));
        assert_eq!(fits(6, COLUMNS - BESIDE), Ok(()));
        assert_eq!(fits(6, COLUMNS), Err(Message::SheetTooManyColumns { columns: COLUMNS + BESIDE, most: COLUMNS }));
        assert!(fits(usize::MAX, usize::MAX).is_err());
    }

    #[test]
    fn columns_have_letters() {
        for (at, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(at), name);
        }
    }

    #[test]
    fn a_long_scale_is_held_by_a_formula() {
        let decimal = |text| Decimal::parse(text).unwrap();
        let (min, max, step) = (decimal("-1.5"), decimal("100"), Some(decimal("0.25")));
        let rule = Allowed::Number { min, max, step, words: vec!["s.o.".to_owned(), "conflit".to_owned()] };
        assert_eq!(
            formula(&rule, "D2"),
            "=IF(ISNUMBER(D2),AND(D2>=-1.5,D2<=100,ROUND((D2-(-1.5))/0.25,6)=ROUND((D2-(-1.5))/0.25,0)),OR(D2=\"s.o.\",D2=\"conflit\"))"
        );
        let free = Allowed::Number { min, max, step: None, words: Vec::new() };
        assert_eq!(formula(&free, "AB2"), "=IF(ISNUMBER(AB2),AND(AB2>=-1.5,AB2<=100),FALSE)");
    }
}
