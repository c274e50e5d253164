//! Findings for people, in the manner of a compiler: what, where, the line itself, what to do. Their forms for programs are
//! beside, one file each.

mod checked;
mod forms;
mod github;
mod sarif;

pub use checked::Checked;
pub use forms::{FORMS, Form, form};

use std::collections::BTreeMap;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::formats::wrap::{width, wrap};
use super::formats::{Style, hostile};
use crate::model::{At, Finding, Findings, Severity, Span};
use crate::text::Message;

/// So many findings of one rule in one file are shown; the others are counted.
const SHOWN: usize = 20;
/// The widest excerpt of a source line; lines of a megabyte exist.
const EXCERPT: usize = 160;
/// What stands left of an excerpt: line number and rule.
const GUTTER: usize = 12;
/// The narrowest terminal worth wrapping for.
const NARROW: usize = 40;
/// What stands for the rest of a line.
const CUT: char = '…';

/// Writes findings in their order, a blank line after each.
///
/// # Errors
/// Those of `out`.
pub fn render(findings: &Findings, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let mut counts: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for finding in findings {
        counts.entry(kind(finding)).or_default().0 += 1;
    }
    for finding in findings {
        let Some((all, seen)) = counts.get_mut(&kind(finding)) else { continue };
        *seen += 1;
        if *seen <= SHOWN {
            writeln!(out, "{}\n", one(finding, style))?;
        }
        if *seen == SHOWN && *all > SHOWN {
            let more = Message::MoreFindings { more: *all - SHOWN, code: finding.rule.code.to_owned() };
            writeln!(out, "{}\n", more.text(style.lang))?;
        }
    }
    Ok(())
}

/// What is said beside a result: warnings in full, notes in one line a file.
///
/// # Errors
/// Those of `out`.
pub fn remarks(findings: &Findings, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Warning) {
        writeln!(out, "{}\n", one(finding, style))?;
    }
    let mut files: Vec<(&str, Vec<Message>)> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Note) {
        let (file, _) = kind(finding);
        match files.iter_mut().find(|(known, _)| *known == file) {
            Some((_, notes)) => notes.push(finding.message.clone()),
            None => files.push((file, vec![finding.message.clone()])),
        }
    }
    for (file, notes) in files {
        let line = Message::FileNotes { file: file.to_owned(), notes };
        let room = style.width.map_or(usize::MAX, |width| width.max(NARROW) - 2);
        writeln!(out, "{}", wrap(&hostile::visible(&line.text(style.lang)), room).join("\n  "))?;
    }
    Ok(())
}

/// How many there are of each severity, in one line.
pub fn summary(findings: &Findings) -> Message {
    if findings.is_empty() {
        return Message::NoFindings {};
    }
    Message::FindingsCount {
        errors: findings.count(Severity::Error),
        warnings: findings.count(Severity::Warning),
        notes: findings.count(Severity::Note),
    }
}

/// File and rule: what makes findings of the same kind.
fn kind(finding: &Finding) -> (&str, &str) {
    (finding.file(), finding.rule.code)
}

fn one(finding: &Finding, style: &Style) -> String {
    let code = finding.rule.code.to_owned();
    let (level, name) = match finding.severity {
        Severity::Error => (Level::ERROR, Message::LevelError { code }),
        Severity::Warning => (Level::WARNING, Message::LevelWarning { code }),
        Severity::Note => (Level::NOTE, Message::LevelNote { code }),
    };
    let name = name.text(style.lang);
    let title = lines_of(&finding.message, width(&name) + 2, style);
    let title_lines = title.split('\n').count();
    let mut group = Group::with_title(level.with_name(name).primary_title(title));
    let place = match &finding.at {
        At::Span(span) => {
            let position = span.position();
            let name = hostile::visible(span.source().name());
            let digits = position.line.to_string().len();
            let place = format!("{:digits$}--> {name}:{}", "", hostile::visible(&span.spot()));
            let excerpt = Excerpt::of(span, style);
            let line = usize::try_from(position.line.get()).unwrap_or(usize::MAX);
            let mark = AnnotationKind::Primary.span(excerpt.start..excerpt.end);
            group = group.element(Snippet::source(excerpt.text).line_start(line).annotation(mark));
            place
        }
        At::File(name) => format!("--> {}", hostile::visible(name)),
        At::Arguments => format!("--> {}", Message::TheCommandLine {}.text(style.lang)),
    };
    if let Some(help) = &finding.help {
        let name = Message::LevelHelp {}.text(style.lang);
        let indent = width(&name) + GUTTER;
        group = group.element(Level::HELP.with_name(name).message(lines_of(help, indent, style)));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    // The excerpt is cut already: the width given here only keeps the renderer from cutting again.
    let mut report = renderer.term_width(EXCERPT * 8).render(&[group]);
    // The renderer would give the place in the excerpt: that in the file is put in here, under the title.
    let at = report.match_indices('\n').nth(title_lines - 1).map_or(report.len(), |(at, _)| at);
    report.insert_str(at, &format!("\n{place}"));
    report
}

/// A message beside something `indent` wide, in lines that fit.
fn lines_of(message: &Message, indent: usize, style: &Style) -> String {
    let text = message.text(style.lang);
    let text = hostile::visible(&text);
    let room = style.width.map_or(usize::MAX, |width| width.max(NARROW).saturating_sub(indent));
    wrap(&text, room).into_iter().map(hostile::isolated).collect::<Vec<_>>().join("\n")
}

/// The part of a line around a span, as it is shown, and the span in it. Of a span over several lines, the first.
struct Excerpt {
    text: String,
    start: usize,
    end: usize,
}

impl Excerpt {
    fn of(span: &Span, style: &Style) -> Self {
        let source = span.source().text();
        let range = span.range();
        let room = style.width.map_or(EXCERPT, |width| width.max(NARROW).saturating_sub(GUTTER).min(EXCERPT));
        let is_end = |ch: char| matches!(ch, '\n' | '\r');

        let (covered, all_covered) = piece(source[range.clone()].chars().take_while(|&ch| !is_end(ch)), room);
        let mut left = room - width(&covered).min(room);
        // Half of what is left goes to what follows, and what one side does not need to the other.
        let before_all: Vec<char> = source[..range.start].chars().rev().take_while(|&ch| !is_end(ch)).take(room).collect();
        let whole_first_line = all_covered && !source[range.clone()].contains(is_end);
        let before_need = before_all.iter().map(|&ch| shown_width(ch)).sum::<usize>();
        let after_room = left.saturating_sub(before_need.min(left / 2));
        let after_source = if whole_first_line { &source[range.end..] } else { "" };
        let (after, all_after) = piece(after_source.chars().take_while(|&ch| !is_end(ch)), after_room);
        left -= width(&after).min(left);

        let mut before: Vec<char> = Vec::new();
        for &ch in &before_all {
            let own = shown_width(ch);
            if own > left {
                break;
            }
            left -= own;
            before.push(ch);
        }
        let cut_before = before.len() < before_all.len() || before_all.len() == room;
        let mut text = String::new();
        if cut_before {
            text.push(CUT);
        }
        before.iter().rev().for_each(|&ch| hostile::push_source_char(ch, &mut text));
        let start = text.len();
        text.push_str(&covered);
        let end = text.len();
        text.push_str(&after);
        if !all_covered || !all_after {
            text.push(CUT);
        }
        Self { text, start, end }
    }
}

/// As many characters as fit, as they are shown, and whether that is all of them.
fn piece(chars: impl Iterator<Item = char>, room: usize) -> (String, bool) {
    let mut text = String::new();
    let mut taken = 0;
    // Marks take no room: their number is bounded as well.
    for (count, ch) in chars.enumerate() {
        taken += shown_width(ch);
        if taken > room || count >= EXCERPT * 2 {
            return (text, false);
        }
        hostile::push_source_char(ch, &mut text);
    }
    (text, true)
}

fn shown_width(ch: char) -> usize {
    let mut shown = String::new();
    hostile::push_source_char(ch, &mut shown);
    width(&shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Rule, Source};
    use crate::text::{Lang, Pair};
    use proptest::prelude::*;

    fn rule(severity: Severity) -> &'static Rule {
        Box::leak(Box::new(Rule { code: "G101", name: "x", severity, summary: Pair { fr: "x", en: "x" } }))
    }

    fn says(text: &str) -> Message {
        Message::Verbatim { text: text.into() }
    }

    fn plain(lang: Lang) -> Style {
        Style { lang, width: Some(80), color: false }
    }

    fn rendered(findings: &Findings, style: &Style) -> String {
        let mut out = Vec::new();
        render(findings, style, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn at(text: &str, what: &str, style: &Style) -> String {
        let source = Source::new("call/a.csv".into(), text.into(), None);
        let start = text.find(what).unwrap();
        let mut findings = Findings::new();
        findings.push(rule(Severity::Error), &Span::new(&source, start, start + what.len()), says("Ceci.")).help(says("Cela."));
        rendered(&findings, style)
    }

    /// The text above the carets.
    fn pointed_at(out: &str) -> String {
        let lines: Vec<&str> = out.lines().collect();
        let carets = lines.iter().position(|line| line.contains('^')).unwrap();
        let (from, count) = (lines[carets].find('^').unwrap(), lines[carets].matches('^').count());
        let mut at = 0;
        lines[carets - 1]
            .chars()
            .filter(|&ch| {
                let start = at;
                at += unicode_width::UnicodeWidthChar::width(ch).unwrap_or(0);
                start >= from && start < from + count
            })
            .collect()
    }

    #[test]
    fn look() {
        let out = at("id,titre\nP-1,Été à l’hôpital,dix-sept,3\n", "dix-sept", &plain(Lang::Fr));
        assert_eq!(
            out,
            "erreur[G101]\u{a0}: Ceci.\n --> call/a.csv:2:21\n  |\n2 | P-1,Été à l’hôpital,dix-sept,3\n  |                     ^^^^^^^^\n  |\n  = aide\u{a0}: Cela.\n\n"
        );
        assert_eq!(pointed_at(&out), "dix-sept");
        let out = at("id,titre\nP-1,漢字漢字,dix-sept,3\n", "dix-sept", &plain(Lang::En));
        assert!(out.starts_with("error[G101]: Ceci.\n --> call/a.csv:2:10\n"), "{out}");
        assert_eq!(pointed_at(&out), "dix-sept");
    }

    #[test]
    fn hostile_lines_are_shown_and_pointed_at() {
        let out = at("a\tb \u{1b}[2J\u{202e}\u{200b}é,MARK,\u{7}\u{9b}x\r\nnext", "MARK", &plain(Lang::En));
        assert_eq!(pointed_at(&out), "MARK");
        assert!(out.contains("a    b ␛[2J\u{fffd}\u{fffd}é,MARK,␇\u{fffd}x\n"), "{out}");
        assert!(out.contains(":1:13\n"), "{out}");
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let text = format!("{}MARK{}", "é".repeat(500_000), "b,".repeat(500_000));
        let out = at(&text, "MARK", &plain(Lang::En));
        assert_eq!(pointed_at(&out), "MARK");
        assert!(out.contains(":1:500001\n"));
        for line in out.lines() {
            assert!(width(line) <= 80, "{line}");
        }
        let out = at(&format!("x{}", "y".repeat(100_000)), &"y".repeat(100_000), &plain(Lang::En));
        assert!(out.len() < 1000, "{out}");
    }

    #[test]
    fn places_without_a_line() {
        let mut findings = Findings::new();
        findings.push_at(rule(Severity::Warning), At::File("marks/a.csv".into()), says("Empty."));
        findings.push_at(rule(Severity::Note), At::Arguments, says("Said."));
        assert_eq!(
            rendered(&findings, &plain(Lang::En)),
            "warning[G101]: Empty.\n--> marks/a.csv\n\nnote[G101]: Said.\n--> command line\n\n"
        );
        assert_eq!(summary(&findings).text(Lang::En), "1 warning, 1 note");
        assert_eq!(summary(&Findings::new()).text(Lang::Fr), "rien à signaler");
    }

    #[test]
    fn many_of_a_kind_are_counted() {
        let source = Source::new("a.csv".into(), "abc\n".repeat(400), None);
        let mut findings = Findings::new();
        let rule = rule(Severity::Error);
        for line in 0..360 {
            findings.push(rule, &Span::new(&source, line * 4, line * 4 + 3), says("Twice."));
        }
        let out = rendered(&findings, &plain(Lang::Fr));
        assert_eq!(out.matches("Twice.").count(), SHOWN);
        assert!(out.ends_with("… et 340 autres du même genre (G101)\n\n"), "{out}");
        assert_eq!(summary(&findings).text(Lang::Fr), "360 erreurs");
    }

    proptest! {
        #[test]
        fn any_span_of_any_text(text in any::<String>(), from in 0usize..60, length in 0usize..40, message in any::<String>(), room in proptest::option::of(1usize..200)) {
            let source = Source::new(message.clone(), text.clone(), None);
            let mut findings = Findings::new();
            findings.push(rule(Severity::Error), &Span::new(&source, from, from + length), says(&message)).help(says(&message));
            let out = rendered(&findings, &Style { lang: Lang::En, width: room, color: false });
            prop_assert!(!out.chars().any(|ch| ch != '\n' && ch.is_control()), "{out:?}");
        }
    }
}
