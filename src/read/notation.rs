//! How a file writes its numbers: the decimal sign is a property of the file or of the call, never guessed cell by cell.
//! Which columns are numbers is known in `check`.

use crate::number::{Decimal, DecimalError};
use crate::text::Message;

/// The sign before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalSign {
    /// `12.5`, the plain notation.
    Point,
    /// `12,5`
    Comma,
}

impl DecimalSign {
    /// `point` or `comma`, as a call declares it.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "point" => Some(Self::Point),
            "comma" => Some(Self::Comma),
            _ => None,
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }

    const fn mark(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }
}

/// What the numbers of a file say about its notation.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    points: Seen,
    commas: Seen,
    /// `1.234.567` or `1.234,5`: groups made with the point (so the comma is decimal).
    point_groups: Seen,
    comma_groups: Seen,
    /// `1,234`: a decimal comma or a group.
    unclear_commas: Seen,
    spaces: Seen,
}

/// How often something was seen, and the first time.
#[derive(Debug, Clone, Default)]
struct Seen {
    count: usize,
    first: String,
}

impl Seen {
    fn see(&mut self, text: &str) {
        if self.count == 0 {
            text.clone_into(&mut self.first);
        }
        self.count += 1;
    }

    const fn any(&self) -> bool {
        self.count > 0
    }
}

/// Why a text is not a number in a file's notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberProblem {
    /// It is no number in any notation.
    NotANumber,
    /// It has more than 18 digits.
    TooManyDigits,
    /// `1,234`, in a file where nothing tells a decimal comma from a group of thousands.
    Ambiguous,
    /// `12,5` in a file that writes `12.5`, or the reverse.
    OtherNotation,
}

/// How the numbers of one file are read.
#[derive(Debug, Clone)]
pub struct Notation {
    sign: DecimalSign,
    /// Whether the other sign is accepted between groups of three digits.
    groups: bool,
    remarks: Vec<Message>,
}

impl Default for Notation {
    /// The plain notation: a point, no groups but with spaces.
    fn default() -> Self {
        Self { sign: DecimalSign::Point, groups: false, remarks: Vec::new() }
    }
}

/// What the numbers of these cells say; texts that are not numbers say nothing.
pub fn detect<'a>(cells: impl Iterator<Item = &'a str>) -> Evidence {
    let mut evidence = Evidence::default();
    for cell in cells {
        evidence.see(cell);
    }
    evidence
}

impl Evidence {
    /// Takes one more cell into account.
    pub fn see(&mut self, text: &str) {
        // Whole numbers, nearly all marks, say nothing.
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let Some(look) = Look::new(text) else { return };
        match look.decimal {
            Some(DecimalSign::Point) if look.unclear => {}
            Some(DecimalSign::Comma) if look.unclear => self.unclear_commas.see(text),
            Some(DecimalSign::Point) => self.points.see(text),
            Some(DecimalSign::Comma) => self.commas.see(text),
            None => {}
        }
        match look.grouping {
            Some(DecimalSign::Point) => self.point_groups.see(text),
            Some(DecimalSign::Comma) => self.comma_groups.see(text),
            None => {}
        }
        if look.spaced {
            self.spaces.see(text);
        }
    }

    /// Adds what another part of the same file says.
    pub fn extend(&mut self, other: Self) {
        let pairs = [
            (&mut self.points, other.points),
            (&mut self.commas, other.commas),
            (&mut self.point_groups, other.point_groups),
            (&mut self.comma_groups, other.comma_groups),
            (&mut self.unclear_commas, other.unclear_commas),
            (&mut self.spaces, other.spaces),
        ];
        for (seen, more) in pairs {
            if !seen.any() {
                seen.first = more.first;
            }
            seen.count += more.count;
        }
    }
}

impl Notation {
    /// The notation of a file: the declared one, else the one that more of its unambiguous numbers are in.
    pub fn settle(evidence: &Evidence, declared: Option<DecimalSign>) -> Self {
        let commas = evidence.commas.count + evidence.point_groups.count;
        let points = evidence.points.count + evidence.comma_groups.count;
        let sign = declared.unwrap_or(if commas > points { DecimalSign::Comma } else { DecimalSign::Point });
        let groups = declared.is_some()
            || match sign {
                DecimalSign::Point => evidence.comma_groups.any(),
                DecimalSign::Comma => evidence.point_groups.any(),
            };
        let mut remarks = Vec::new();
        if sign == DecimalSign::Comma
            && let Some(seen) = [&evidence.commas, &evidence.unclear_commas].into_iter().find(|seen| seen.any())
        {
            remarks.push(Message::ReadAsDecimalComma { example: seen.first.clone() });
        }
        let grouped = match sign {
            DecimalSign::Point if declared.is_some() && !evidence.comma_groups.any() => &evidence.unclear_commas,
            DecimalSign::Point => &evidence.comma_groups,
            DecimalSign::Comma => &evidence.point_groups,
        };
        for seen in [grouped, &evidence.spaces] {
            if seen.any() {
                remarks.push(Message::ReadAsGrouped { example: seen.first.clone() });
            }
        }
        Self { sign, groups, remarks }
    }

    /// The decimal sign.
    pub const fn sign(&self) -> DecimalSign {
        self.sign
    }

    /// What to note about it: nothing for the plain notation.
    pub fn remarks(&self) -> &[Message] {
        &self.remarks
    }

    /// The number that a trimmed text is in this notation.
    ///
    /// # Errors
    /// Says why it is none.
    pub fn number(&self, text: &str) -> Result<Decimal, NumberProblem> {
        if self.sign == DecimalSign::Point || !text.as_bytes().contains(&b'.') {
            match Decimal::parse(text) {
                Ok(value) => return Ok(value),
                Err(DecimalError::TooLong) => return Err(NumberProblem::TooManyDigits),
                Err(DecimalError::NotANumber) => {}
            }
        }
        self.dressed_number(text)
    }

    /// A number with groups, a comma or a typographic minus.
    fn dressed_number(&self, text: &str) -> Result<Decimal, NumberProblem> {
        let look = Look::new(text).ok_or(NumberProblem::NotANumber)?;
        let other = self.sign.other();
        let grouped = |look: &Look| {
            let mark = char::from(other.mark());
            plain(&look.body.replace(mark, ""), self.sign)
        };
        let value = match (look.decimal, look.grouping) {
            // `1,234` under a decimal point, `1.234` under a decimal comma.
            (Some(sign), None) if sign == other && look.unclear => {
                if self.groups {
                    grouped(&look)
                } else {
                    return Err(NumberProblem::Ambiguous);
                }
            }
            (Some(sign), _) if sign == other => return Err(NumberProblem::OtherNotation),
            (_, Some(mark)) if mark == self.sign => return Err(NumberProblem::OtherNotation),
            (_, Some(_)) => grouped(&look),
            (_, None) => plain(&look.body, self.sign),
        };
        Decimal::parse(&value).map_err(|error| match error {
            DecimalError::NotANumber => NumberProblem::NotANumber,
            DecimalError::TooLong => NumberProblem::TooManyDigits,
        })
    }
}

/// In the plain notation, from a text without groups.
fn plain(body: &str, sign: DecimalSign) -> String {
    body.replace(char::from(sign.mark()), ".")
}

/// The parts of a number that is well formed in one notation at least.
struct Look {
    /// Without spaces and with an ASCII minus.
    body: String,
    decimal: Option<DecimalSign>,
    /// The sign that separates groups.
    grouping: Option<DecimalSign>,
    /// `1,234` and `1.234`: the sign could separate groups instead.
    unclear: bool,
    spaced: bool,
}

impl Look {
    fn new(text: &str) -> Option<Self> {
        let (minus, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (number, exponent) = digits.find(['e', 'E']).map_or((digits, ""), |at| digits.split_at(at));
        let last = number.rfind([',', '.']);
        let spaced = number.contains(is_space);
        let (whole, part) = last.map_or((number, ""), |at| (&number[..at], &number[at + 1..]));
        let mut marks = number.bytes().filter(|byte| matches!(byte, b',' | b'.'));
        let (first_mark, count) = (marks.next(), marks.count() + 1);
        let sign_of = |mark: u8| if mark == b'.' { DecimalSign::Point } else { DecimalSign::Comma };
        let last_mark = last.and_then(|at| number.as_bytes().get(at)).copied();
        let (decimal, grouping) = match (first_mark, last_mark) {
            (Some(first), Some(last)) if first != last => (Some(sign_of(last)), Some(sign_of(first))),
            (Some(first), Some(_)) if count > 1 => (None, Some(sign_of(first))),
            (Some(only), _) => (Some(sign_of(only)), None),
            (None, _) => (None, None),
        };
        let (whole, part) = if decimal.is_none() { (number, "") } else { (whole, part) };
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let well_grouped = |separator: &dyn Fn(char) -> bool| {
            let mut groups = whole.split(separator);
            let head = groups.next().unwrap_or_default();
            (1..=3).contains(&head.len()) && all_digits(head) && groups.all(|group| group.len() == 3 && all_digits(group))
        };
        let well_formed = match grouping {
            Some(mark) => !spaced && well_grouped(&|c| c == char::from(mark.mark())),
            None if spaced => well_grouped(&is_space),
            None => all_digits(whole),
        };
        if !well_formed || !all_digits(part) || (whole.is_empty() && part.is_empty()) {
            return None;
        }
        let could_group = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && part.len() == 3 && exponent.is_empty();
        let unclear = decimal.is_some() && grouping.is_none() && !spaced && could_group;
        let mut body = String::with_capacity(text.len());
        if minus {
            body.push('-');
        }
        body.extend(number.chars().filter(|c| !is_space(*c)));
        body.push_str(exponent);
        Some(Self { body, decimal, grouping, unclear, spaced })
    }
}

/// The spaces that French and spreadsheets put between groups.
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(cells: &[&str], declared: Option<DecimalSign>) -> Vec<Result<String, NumberProblem>> {
        let notation = Notation::settle(&detect(cells.iter().copied()), declared);
        cells.iter().map(|cell| notation.number(cell).map(|value| value.to_string())).collect()
    }

    fn values(texts: &[&str]) -> Vec<Result<String, NumberProblem>> {
        texts.iter().map(|text| Ok((*text).to_owned())).collect()
    }

    #[test]
    fn plain_files() {
        assert_eq!(read(&["12", "-0.5", "1.234", "1e3", ".5"], None), values(&["12", "-0.5", "1.234", "1000", "0.5"]));
        assert_eq!(
            read(&["1 234.5", "1\u{a0}234", "12\u{202f}345\u{202f}678", "\u{2212}3"], None),
            values(&["1234.5", "1234", "12345678", "-3"])
        );
    }

    #[test]
    fn comma_files() {
        assert_eq!(read(&["12,5", "3", "1,234", "0,125", "1 234,5"], None), values(&["12.5", "3", "1.234", "0.125", "1234.5"]));
        assert_eq!(read(&["1.234,5", "1.234"], None), values(&["1234.5", "1234"]));
        assert_eq!(read(&["0,125"], None), values(&["0.125"]));
        assert_eq!(read(&["1234,567", "1,5e1"], None), values(&["1234.567", "15"]));
    }

    #[test]
    fn nothing_is_guessed() {
        use NumberProblem::{Ambiguous, NotANumber, OtherNotation, TooManyDigits};
        assert_eq!(read(&["1,234", "12"], None), [Err(Ambiguous), Ok("12".into())]);
        assert_eq!(read(&["12,5", "1.234"], None), [Ok("12.5".into()), Err(Ambiguous)]);
        assert_eq!(read(&["12.5", "1,234"], None), [Ok("12.5".into()), Err(Ambiguous)]);
        assert_eq!(read(&["12.5", "3.5", "7,5"], None), [Ok("12.5".into()), Ok("3.5".into()), Err(OtherNotation)]);
        assert_eq!(read(&["12,5", "3,5", "7.5"], None), [Ok("12.5".into()), Ok("3.5".into()), Err(OtherNotation)]);
        assert_eq!(read(&["1,234,567", "1,234"], None), values(&["1234567", "1234"]));
        for text in
            ["", "-", "abc", "12%", "1,23,4", "12 34", "1.2.3", "1,2.3,4", "1 2345", "--1", "1,234.567.8", "NaN", "1e", ","]
        {
            assert_eq!(read(&[text], None), [Err(NotANumber)], "{text}");
        }
        assert_eq!(read(&["1234567890123456789", "1,1234567890123456789"], None), [Err(TooManyDigits), Err(TooManyDigits)]);
    }

    #[test]
    fn declared_notations() {
        use NumberProblem::OtherNotation;
        let (point, comma) = (Some(DecimalSign::Point), Some(DecimalSign::Comma));
        assert_eq!(read(&["1,234", "1,234.5", "1.234"], point), values(&["1234", "1234.5", "1.234"]));
        assert_eq!(read(&["1.234", "1,234", "12"], comma), values(&["1234", "1.234", "12"]));
        assert_eq!(read(&["12.5"], comma), [Err(OtherNotation)]);
        assert_eq!(read(&["12,5", "0,125"], point), [Err(OtherNotation), Err(OtherNotation)]);
        assert_eq!(read(&["1,234,567"], comma), [Err(OtherNotation)]);
    }

    #[test]
    fn only_another_notation_is_remarked() {
        let remarks = |cells: &[&str], declared| Notation::settle(&detect(cells.iter().copied()), declared).remarks().len();
        assert_eq!(remarks(&["12", "0.5"], None), 0);
        assert_eq!(remarks(&["12"], Some(DecimalSign::Comma)), 0);
        assert_eq!(remarks(&["12,5"], None), 1);
        assert_eq!(remarks(&["1 234,5"], None), 2);
        assert_eq!(remarks(&["1,234"], Some(DecimalSign::Point)), 1);
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(cells in proptest::collection::vec("[0-9,. \u{a0}eE+\u{2212}-]{0,10}", 0..4), declared in 0usize..3) {
            let declared = [None, Some(DecimalSign::Point), Some(DecimalSign::Comma)][declared];
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            read(&cells, declared);
        }

        #[test]
        fn both_signs_agree(whole in 0u32..100_000, part in "[0-9]{1,2}") {
            let (point, comma) = (format!("{whole}.{part}"), format!("{whole},{part}"));
            prop_assert_eq!(read(&[&point], None), read(&[&comma], None));
        }
    }
}
