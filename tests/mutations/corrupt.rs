//! The slips: what a hand does to a file without meaning it.

use std::ops::Range;

/// A small generator of numbers (SplitMix64): the same slips on any machine.
pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        if of.is_empty() { None } else { of.get(self.below(of.len())) }
    }
}

/// A file after a slip.
pub struct Slip {
    pub text: String,
    /// The lines that are other than before, from 0, in the new text.
    pub lines: Vec<usize>,
    /// A line that has left the tables beside these lines: what it leaves behind may be said of the whole table.
    pub left: Vec<usize>,
    /// What stood there, and what stands there now.
    pub before: String,
    pub after: String,
}

impl Slip {
    pub fn shown(&self) -> String {
        format!("`{}` → `{}`", self.before.replace('\n', "⏎"), self.after.replace('\n', "⏎"))
    }
}

/// Makes a slip in a text, a table of cells or TOML; `None` where there is nothing to slip on.
pub type Make = fn(&str, bool, &mut Rng) -> Option<Slip>;

#[derive(Clone, Copy)]
pub struct Kind {
    pub name: &'static str,
    pub make: Make,
}

pub const KINDS: [Kind; 7] = [
    Kind { name: "delete", make: delete },
    Kind { name: "duplicate", make: duplicate },
    Kind { name: "swap lines", make: swap_lines },
    Kind { name: "swap values", make: swap_values },
    Kind { name: "retype", make: retype },
    Kind { name: "rescale", make: rescale },
    Kind { name: "rename", make: rename },
];

/// The lines that say something, by number. Texts of several lines are prose, of which a slip makes other prose.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut prose = false;
    let mut said = Vec::new();
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let ends = line.matches("\"\"\"").count();
        if !prose && ends == 0 && !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            said.push((at, line));
        }
        prose ^= ends % 2 == 1;
    }
    said
}

fn joined(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        text += line;
        if !line.ends_with('\n') {
            text.push('\n');
        }
    }
    text
}

fn delete(text: &str, _: bool, rng: &mut Rng) -> Option<Slip> {
    let &(at, line) = rng.pick(&lines(text))?;
    let mut all: Vec<&str> = text.split_inclusive('\n').collect();
    all.remove(at);
    Some(Slip { text: joined(&all), lines: vec![], left: vec![at], before: line.trim_end().to_owned(), after: String::new() })
}

fn duplicate(text: &str, _: bool, rng: &mut Rng) -> Option<Slip> {
    let &(at, line) = rng.pick(&lines(text))?;
    let mut all: Vec<&str> = text.split_inclusive('\n').collect();
    all.insert(at, line);
    let line = line.trim_end().to_owned();
    Some(Slip {
        text: joined(&all),
        lines: vec![at, at + 1],
        left: vec![],
        before: line.clone(),
        after: format!("{line}\n{line}"),
    })
}

fn swap_lines(text: &str, _: bool, rng: &mut Rng) -> Option<Slip> {
    let of = lines(text);
    let (&(a, first), &(b, second)) = (rng.pick(&of)?, rng.pick(&of)?);
    let mut all: Vec<&str> = text.split_inclusive('\n').collect();
    all.swap(a, b);
    let (before, after) =
        (format!("{}\n{}", first.trim_end(), second.trim_end()), format!("{}\n{}", second.trim_end(), first.trim_end()));
    (first.trim_end() != second.trim_end()).then(|| Slip {
        text: joined(&all),
        lines: vec![a, b],
        left: vec![a, b],
        before,
        after,
    })
}

/// A value of a file.
#[derive(Clone, PartialEq)]
struct Token {
    line: usize,
    range: Range<usize>,
    text: String,
    number: bool,
    /// What may name something: a text of an identifier’s form.
    id: bool,
}

/// Every value, with its place in the text.
fn tokens(text: &str, table: bool) -> Vec<Token> {
    let said: Vec<usize> = lines(text).into_iter().map(|(at, _)| at).collect();
    let mut found = Vec::new();
    let mut start = 0;
    let comma = if text.lines().next().is_some_and(|line| line.contains(';')) { ';' } else { ',' };
    for (line, whole) in text.split_inclusive('\n').enumerate() {
        let own = whole.trim_end_matches(['\n', '\r']);
        let ranges = match table {
            _ if said.binary_search(&line).is_err() => Vec::new(),
            true => cells(own, comma),
            false => values(own),
        };
        for range in ranges {
            let text = own[range.clone()].to_owned();
            let bare = text.trim_matches('"');
            let number = !bare.is_empty() && bare.replace(',', ".").parse::<f64>().is_ok() && (table || !text.starts_with('"'));
            let id = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            // The identifiers of a table: its first column, and its heading.
            let id = if table { range.start == 0 || line == 0 } else { id && text.starts_with('"') };
            found.push(Token { line, range: start + range.start..start + range.end, text, number, id });
        }
        start += whole.len();
    }
    found
}

fn cells(line: &str, comma: char) -> Vec<Range<usize>> {
    let (mut found, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            c if c == comma && !quoted => {
                found.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push(start..line.len());
    found.retain(|range| !range.is_empty() && !line[range.clone()].starts_with('\u{feff}'));
    found
}

fn values(line: &str) -> Vec<Range<usize>> {
    let bytes = line.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b'#' => break,
            b'"' => {
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += 1;
                }
                at = (at + 1).min(bytes.len());
                found.push(start..at);
            }
            b'0'..=b'9' | b'-' => {
                while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || b".-_".contains(&bytes[at])) {
                    at += 1;
                }
                if line[start..at].parse::<f64>().is_ok() {
                    found.push(start..at);
                }
                at = at.max(start + 1);
            }
            b if b.is_ascii_alphabetic() || b == b'_' => {
                while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || b"-_".contains(&bytes[at])) {
                    at += 1;
                }
            }
            _ => at += 1,
        }
    }
    found
}

/// The text with values in the place of others.
fn with(text: &str, changes: &[(&Token, &str)]) -> Slip {
    let mut changes = changes.to_vec();
    changes.sort_by_key(|(token, _)| std::cmp::Reverse(token.range.start));
    let mut new = text.to_owned();
    for (token, value) in &changes {
        new.replace_range(token.range.clone(), value);
    }
    let mut lines: Vec<usize> = changes.iter().map(|(token, _)| token.line).collect();
    lines.sort_unstable();
    lines.dedup();
    let of = |text: &str| lines.iter().filter_map(|at| text.lines().nth(*at)).collect::<Vec<_>>().join("\n");
    let (before, after) = (of(text), of(&new));
    Slip { text: new, lines, left: vec![], before, after }
}

fn swap_values(text: &str, table: bool, rng: &mut Rng) -> Option<Slip> {
    let tokens = tokens(text, table);
    let first = rng.pick(&tokens)?;
    // A number is typed for a number, a text for a text.
    let alike: Vec<&Token> = tokens.iter().filter(|other| other.number == first.number && other.text != first.text).collect();
    let second = *rng.pick(&alike)?;
    Some(with(text, &[(first, &second.text), (second, &first.text)]))
}

fn retype(text: &str, table: bool, rng: &mut Rng) -> Option<Slip> {
    let tokens = tokens(text, table);
    let token = rng.pick(&tokens)?;
    let value = match (table, token.number) {
        (true, true) => "sept".to_owned(),
        (true, false) => "7".to_owned(),
        (false, true) => format!("\"{}\"", token.text),
        (false, false) => token.text.trim_matches('"').to_owned(),
    };
    Some(with(text, &[(token, &value)]))
}

fn rescale(text: &str, table: bool, rng: &mut Rng) -> Option<Slip> {
    let numbers: Vec<Token> = tokens(text, table).into_iter().filter(|token| token.number && token.text.len() < 9).collect();
    let token = rng.pick(&numbers)?;
    let comma = token.text.contains(',');
    let value: f64 = token.text.replace(',', ".").parse().ok()?;
    let scaled = match rng.below(3) {
        0 => value * 10.0,
        1 => value / 10.0,
        _ => -value,
    };
    // Nothing here needs more digits than these; `0.1 × 10` is written `1`.
    let mut written = format!("{scaled:.6}").trim_end_matches('0').trim_end_matches('.').to_owned();
    if comma {
        written = written.replace('.', ",");
    }
    (value.abs() > 1e-9).then(|| with(text, &[(token, &written)]))
}

/// An identifier, in one of the places where it stands.
fn rename(text: &str, table: bool, rng: &mut Rng) -> Option<Slip> {
    let all = tokens(text, table);
    let declared: Vec<String> =
        text.lines().filter_map(|line| Some(line.split("id = \"").nth(1)?.split('"').next()?.to_owned())).collect();
    let named = |token: &&Token| {
        token.id && (table || declared.is_empty() || declared.iter().any(|id| *id == token.text.trim_matches('"')))
    };
    let ids: Vec<&Token> = all.iter().filter(named).collect();
    let token = *rng.pick(&ids)?;
    let bare = token.text.trim_matches('"');
    let new =
        if rng.below(2) == 0 { format!("{bare}x") } else { bare.get(..bare.len() - 1).filter(|new| !new.is_empty())?.to_owned() };
    let quoted = if token.text.starts_with('"') { format!("\"{new}\"") } else { new };
    Some(with(text, &[(token, &quoted)]))
}
