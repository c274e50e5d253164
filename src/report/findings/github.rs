//! Findings as annotations of GitHub: lines of a job’s log that the host shows beside the lines of the files. After them, the
//! summary for who reads the log.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Checked;
use crate::model::{At, Finding, Severity};
use crate::report::formats::{Style, hostile};
use crate::text::{Lang, Message};

/// Writes an annotation a finding, then the summary.
pub(super) fn annotations(checked: &Checked<'_>, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    for finding in &checked.judged.findings {
        writeln!(out, "{}", annotation(finding, style.lang))?;
    }
    writeln!(out, "{}", checked.summary().text(style.lang))
}

fn annotation(finding: &Finding, lang: Lang) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties: Vec<(&str, String)> = Vec::new();
    if !matches!(finding.at, At::Arguments) {
        properties.push(("file", finding.file().to_owned()));
    }
    let cell = finding.span().and_then(crate::model::Span::cell);
    if let Some(span) = finding.span().filter(|_| cell.is_none()) {
        let (start, end) = (span.position(), span.end());
        properties.push(("line", start.line.to_string()));
        // The host takes columns within one line only.
        if start.line == end.line {
            properties.push(("col", start.column.to_string()));
        }
        properties.push(("endLine", end.line.to_string()));
        if start.line == end.line {
            properties.push(("endColumn", end.column.to_string()));
        }
    }
    properties.push(("title", format!("{} {}", finding.rule.code, finding.rule.name)));
    let properties: Vec<String> = properties.iter().map(|(key, value)| format!("{key}={}", property(value))).collect();

    let mut text = finding.message.text(lang);
    // A host shows no lines of a workbook: the cell is said instead.
    if let Some(cell) = cell {
        text = Message::AtCell { cell: cell.to_string(), said: Box::new(finding.message.clone()) }.text(lang);
    }
    let text = hostile::visible(&text);
    let help = finding.help.as_ref().map(|help| Message::HelpBelow { help: Box::new(help.clone()) }.text(lang));
    let help = help.map(|help| format!("\n{}", hostile::visible(&help)));
    format!("::{command} {}::{}", properties.join(","), data(&format!("{text}{}", help.unwrap_or_default())))
}

/// What stands after the two colons.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands after the equals sign of a property.
fn property(value: &str) -> String {
    // The name of a file may hold anything; what it holds is shown by the host, so nothing is left out of it.
    let value: Cow<'_, str> = if value.chars().any(char::is_control) { hostile_name(value).into() } else { value.into() };
    data(&value).replace(':', "%3A").replace(',', "%2C")
}

/// A name without characters that a log would obey; line ends stay, and are escaped.
fn hostile_name(value: &str) -> String {
    value.split('\n').map(hostile::visible).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Findings, Source, Span, rule};

    #[test]
    fn what_the_host_would_cut_is_escaped() {
        let source = Source::new("a,b:c%/grille\n1.toml".into(), "x = 1\ny = 2\n".into(), None);
        let mut findings = Findings::new();
        let says = || Message::Verbatim { text: "100 %, one\nline: ::error::".into() };
        findings.push(&rule::SOURCE_MISSING, &Span::new(&source, 4, 5), says()).help(Message::Verbatim { text: "50 %".into() });
        findings.push(&rule::WEIGHTS_SUM, &Span::new(&source, 0, 7), says());
        let shown: Vec<String> = findings.iter().map(|finding| annotation(finding, Lang::En)).collect();
        assert_eq!(
            shown,
            [
                "::warning file=a%2Cb%3Ac%25/grille%0A1.toml,line=1,col=5,endLine=1,endColumn=6,title=G118 source-missing::100 %25, \
                 one line: ::error::%0Ahelp: 50 %25",
                "::error file=a%2Cb%3Ac%25/grille%0A1.toml,line=1,endLine=2,title=G101 weights-sum::100 %25, one line: ::error::",
            ]
        );
        assert!(shown.iter().all(|line| line.lines().count() == 1));
    }
}
