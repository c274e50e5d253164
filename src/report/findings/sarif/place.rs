//! Where a finding is, as SARIF says it: a relative address, and lines and columns from 1.

use serde::Serialize;

use crate::model::{At, Finding, Span};

/// What relative addresses start from: the folder in which the program ran.
pub(super) const ROOT: &str = "%SRCROOT%";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location<'a> {
    physical_location: Physical<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical<'a> {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region<'a> {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    snippet: Snippet<'a>,
}

#[derive(Serialize)]
struct Snippet<'a> {
    text: &'a str,
}

/// Where a finding is; the command line is nowhere.
pub(super) fn location(finding: &Finding) -> Option<Location<'_>> {
    if matches!(finding.at, At::Arguments) {
        return None;
    }
    let uri = uri(finding.file());
    let relative = !uri.starts_with("file:") && !uri.starts_with("..");
    let artifact_location = Artifact { uri, uri_base_id: relative.then_some(ROOT) };
    Some(Location { physical_location: Physical { artifact_location, region: finding.span().and_then(region) } })
}

/// The lines and columns of a text; a cell of a workbook is on none, and the sentence says it.
fn region(span: &Span) -> Option<Region<'_>> {
    if span.cell().is_some() {
        return None;
    }
    let (start, end) = (span.position(), span.end());
    Some(Region {
        start_line: start.line.get(),
        start_column: start.column.get(),
        end_line: end.line.get(),
        end_column: end.column.get(),
        snippet: Snippet { text: span.text() },
    })
}

/// A name as an address: what an address would take for something else is written in hexadecimal.
fn uri(name: &str) -> String {
    use std::fmt::Write as _;
    let windows = matches!(name.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    let mut out = String::from(if windows {
        "file:///"
    } else if name.starts_with('/') {
        "file://"
    } else {
        ""
    });
    for (at, byte) in name.bytes().enumerate() {
        let drive = windows && at == 1;
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || drive {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        for (name, address) in [
            ("grids/a.toml", "grids/a.toml"),
            ("appel d’été/n° 1#2.csv", "appel%20d%E2%80%99%C3%A9t%C3%A9/n%C2%B0%201%232.csv"),
            ("a:b?100%.toml", "a%3Ab%3F100%25.toml"),
            ("ab:c.toml", "ab%3Ac.toml"),
            ("/tmp/x y.toml", "file:///tmp/x%20y.toml"),
            ("C:/x.toml", "file:///C:/x.toml"),
            ("-", "-"),
        ] {
            assert_eq!(uri(name), address);
        }
    }
}
