//! One CSV record again, field by field with its quotation marks: the places that the `csv` crate does not keep.

use std::borrow::Cow;

/// The bytes of a field, quotation marks included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Raw {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Splits the record that begins at `start` into `out`, as the `csv` crate does. `Some` is the place of a quotation mark
/// that nothing closes.
pub(super) fn fields(text: &str, start: usize, delimiter: u8, out: &mut Vec<Raw>) -> Option<usize> {
    out.clear();
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        let field = at;
        if bytes.get(at) == Some(&b'"') {
            at += 1;
            loop {
                match bytes.get(at) {
                    None => {
                        out.push(Raw { start: field, end: at });
                        return Some(field);
                    }
                    Some(b'"') if bytes.get(at + 1) == Some(&b'"') => at += 2,
                    Some(b'"') => break,
                    Some(_) => at += 1,
                }
            }
            at += 1;
        }
        // After a closing quotation mark, or without any, quotation marks are ordinary characters.
        while let Some(&byte) = bytes.get(at)
            && byte != delimiter
            && byte != b'\n'
            && byte != b'\r'
        {
            at += 1;
        }
        out.push(Raw { start: field, end: at });
        if bytes.get(at) != Some(&delimiter) {
            return None;
        }
        at += 1;
    }
}

/// What a raw field says, and where it stands as it is, if it does.
pub(super) fn unquoted(text: &str, raw: Raw) -> (Cow<'_, str>, Option<usize>) {
    let whole = &text[raw.start..raw.end];
    let Some(inside) = whole.strip_prefix('"') else { return (Cow::Borrowed(whole), Some(raw.start)) };
    if let Some(inside) = inside.strip_suffix('"')
        && !inside.contains('"')
    {
        return (Cow::Borrowed(inside), Some(raw.start + 1));
    }
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.find('"') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(after) = rest.strip_prefix('"') else { break };
        out.push('"');
        rest = after;
    }
    out.push_str(rest);
    (Cow::Owned(out), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> (Vec<String>, Option<usize>) {
        let mut raw = Vec::new();
        let open = fields(text, 0, b',', &mut raw);
        (raw.into_iter().map(|raw| unquoted(text, raw).0.into_owned()).collect(), open)
    }

    #[test]
    fn quotation_marks() {
        assert_eq!(split("a,\"b \"\"c\"\", d\",\"\"\nz"), (vec!["a".into(), "b \"c\", d".into(), String::new()], None));
        assert_eq!(split("\"a\nb\",c\r\n"), (vec!["a\nb".into(), "c".into()], None));
        assert_eq!(split("\"a\"b\"c,d"), (vec!["ab\"c".into(), "d".into()], None));
        assert_eq!(split("a,\"b\nc").1, Some(2));
        assert_eq!(split("a,"), (vec!["a".into(), String::new()], None));
    }

    proptest! {
        #[test]
        fn splits_as_the_csv_crate_does(text in "[ab\",\n\r]{0,24}") {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let mut record = csv::StringRecord::new();
            let mut raw = Vec::new();
            while reader.read_record(&mut record).unwrap() {
                let mut start = usize::try_from(record.position().unwrap().byte()).unwrap();
                start += text[start..].len() - text[start..].trim_start_matches(['\r', '\n']).len();
                fields(&text, start, b',', &mut raw);
                let ours: Vec<String> = raw.iter().map(|raw| unquoted(&text, *raw).0.into_owned()).collect();
                prop_assert_eq!(ours, record.iter().map(str::to_owned).collect::<Vec<_>>());
            }
        }
    }
}
