//! What is drawn, held against the numbers it is drawn from.

use proptest::prelude::*;

use super::*;
use crate::report::formats::by_name;
use crate::report::{Block, Document};
use crate::text::Label;

fn text(fr: &str, en: &str) -> Message {
    Message::Text { label: Label::new(Some(fr.into()), Some(en.into())) }
}

fn tenths(value: i64) -> Exact {
    Exact::ratio(value, 10).unwrap()
}

fn bars(values: &[Vec<i64>], parts: usize) -> Chart {
    let parts = [text("retenue", "selected"), text("indécise", "undecided")].into_iter().take(parts).collect();
    let bar = |(at, values): (usize, &Vec<i64>)| Bar {
        label: Message::Verbatim { text: format!("P-{:02}", at + 1) },
        values: values.iter().map(|value| tenths(*value)).collect(),
        note: None,
    };
    let rows = values.iter().enumerate().map(bar).collect();
    let most = Exact::whole(100);
    Chart::Bars(Bars { of: text("Proposition", "Submission"), parts, rows, most, unit: Unit::Percent, decimals: 1 })
}

/// Each as low, published weight, high, in tenths; ends at 0 and 100 are those of the axis.
fn intervals(rows: &[(&str, i64, i64, i64)]) -> Chart {
    let end = |at: i64| if at == 0 || at == 1000 { End::of_axis(tenths(at)) } else { End::change(tenths(at)) };
    let row = |&(label, low, mark, high): &(&str, i64, i64, i64)| Interval {
        label: Message::Verbatim { text: label.to_owned() },
        low: end(low),
        high: end(high),
        mark: tenths(mark),
        note: (mark == 50).then(|| text("tient toujours", "always holds")),
    };
    Chart::Intervals(Intervals {
        of: text("Critère", "Criterion"),
        mark: text("poids publié", "published weight"),
        rows: rows.iter().map(row).collect(),
        low: Exact::ZERO,
        high: Exact::whole(100),
        unit: Unit::Plain,
        decimals: 1,
    })
}

fn weights() -> Chart {
    intervals(&[
        ("Pertinence sociale du problème visé par la pratique", 123, 200, 451),
        ("Précision", 0, 150, 1000),
        ("Pérennité potentielle", 0, 50, 625),
        ("Intérêt du réseau", 240, 250, 262),
    ])
}

fn rendered(form: &str, chart: Chart, lang: Lang, room: Option<usize>) -> String {
    let document = Document { blocks: vec![Block::Chart(Box::new(chart))], data: None };
    let mut out = Vec::new();
    (by_name(form).unwrap().render)(&document, &Style { lang, width: room, color: false }, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The snapshots are to be read by people; the invariants of every one are in the properties below.
#[test]
fn as_people_see_them() {
    for lang in Lang::ALL {
        for room in [140, 80, 50] {
            let out = rendered("table", weights(), lang, Some(room))
                + "\n"
                + &rendered("table", bars(&[vec![1000], vec![934], vec![505], vec![3], vec![0]], 1), lang, Some(room))
                + "\n"
                + &rendered("table", bars(&[vec![1000, 0], vec![850, 84], vec![3, 500]], 2), lang, Some(room));
            assert!(out.lines().all(|line| width(line) <= room && line.trim_end() == line), "{out}");
            for number in ["12.3", "20.0", "45.1", "93.4", "50.5"] {
                let number = number.replace('.', &lang.decimal_sign().to_string());
                assert!(out.contains(&number), "{number} at {room}: {out}");
            }
            assert_eq!(out.contains('●'), room >= NARROW);
            if lang == Lang::Fr || room == 80 {
                insta::assert_snapshot!(format!("{}_{room}", lang.code()), out);
            }
        }
    }
    let out = rendered("markdown", weights(), Lang::Fr, None)
        + "\n"
        + &rendered("markdown", bars(&[vec![850, 84], vec![3, 500]], 2), Lang::Fr, None);
    insta::assert_snapshot!("markdown", out);
    let columns: Vec<usize> = out.lines().filter(|line| line.starts_with('|')).map(|line| line.matches('|').count()).collect();
    assert_eq!(columns, [[7].repeat(6), [5].repeat(4)].concat(), "{out}");
}

#[test]
fn an_end_of_the_axis_is_not_drawn_as_a_change() {
    let Chart::Intervals(all) = weights() else { unreachable!() };
    let drawn = |at: usize| draw_interval(&all, &all.rows[at], 41, ' ');
    assert_eq!(drawn(1), "──────●──────────────────────────────────");
    assert_eq!(drawn(2), "──●──────────────────────┤    ·         ·");
    assert_eq!(drawn(3), "·         ●         ·         ·         ·");
    assert_eq!(drawn(0), "·    ├──●─────────┤ ·         ·         ·");
}

#[test]
fn nearly_all_is_not_all_and_hardly_any_is_not_none() {
    let drawn = |tenths: i64| {
        let Chart::Bars(bars) = bars(&[vec![tenths]], 1) else { unreachable!() };
        draw_bar(&bars, &bars.rows[0], 11, ' ')
    };
    assert_eq!(drawn(0), "│          ");
    assert_eq!(drawn(1), "│▏         ");
    assert_eq!(drawn(500), "│█████     ");
    assert_eq!(drawn(999), "│█████████▉");
    assert_eq!(drawn(1000), "│██████████");
}

/// A table of rows is what spreadsheets and programs get; pictures are for people.
#[test]
fn forms_of_rows_leave_pictures_out() {
    for form in ["csv", "csv-excel"] {
        assert_eq!(rendered(form, weights(), Lang::En, None), "");
    }
}

/// How much of a bar is drawn, in eighths of a cell.
fn drawn_length(picture: &str) -> usize {
    picture
        .chars()
        .map(|ch| EIGHTHS.iter().position(|part| *part == ch).map_or(if "█▒░".contains(ch) { 8 } else { 0 }, |at| at + 1))
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_longer_bar_is_never_drawn_shorter(mut values in proptest::collection::vec((0i64..=700, 0i64..=300), 1..8), parts in 1usize..=2, cells in 2usize..80) {
        let sum = |(first, second): &(i64, i64)| if parts == 1 { *first } else { first + second };
        values.sort_by_key(sum);
        let rows: Vec<Vec<i64>> = values.iter().map(|(first, second)| vec![*first, *second]).collect();
        let chart = bars(&rows, parts);
        let drawn: Vec<String> = (0..rows.len()).map(|at| picture(&chart, at, cells, ' ')).collect();
        prop_assert!(drawn.iter().all(|picture| width(picture) == cells), "{drawn:?}");
        let lengths: Vec<usize> = drawn.iter().map(|picture| drawn_length(picture)).collect();
        prop_assert!(lengths.is_sorted(), "{values:?} {drawn:?}");
        for (pair, own) in values.iter().zip(&lengths) {
            // At most half a step from where it should end, one where something is not to look like nothing or like all.
            let (step, all) = (if parts == 1 { 1 } else { 8 }, 8 * (cells - 1));
            let off = (own * 1000).abs_diff(usize::try_from(sum(pair)).unwrap() * all);
            prop_assert!(off <= step * 1000, "{pair:?} {own}");
            prop_assert_eq!(*own == 0 && parts == 1, sum(pair) == 0 && parts == 1);
        }
    }

    #[test]
    fn the_marked_value_is_drawn_in_its_interval(a in 0i64..=1000, b in 0i64..=1000, c in 0i64..=1000, cells in 2usize..80) {
        let mut sorted = [a, b, c];
        sorted.sort_unstable();
        let [low, mark, high] = sorted;
        let Chart::Intervals(all) = intervals(&[("a", low, mark, high)]) else { unreachable!() };
        let drawn: Vec<char> = draw_interval(&all, &all.rows[0], cells, ' ').chars().collect();
        prop_assert_eq!(drawn.len(), cells);
        let at = drawn.iter().position(|ch| *ch == '●').unwrap();
        let inside: Vec<usize> = (0..cells).filter(|at| "├┤─●".contains(drawn[*at])).collect();
        // One run of cells with the mark in it, that begins and ends where the interval does.
        prop_assert_eq!(inside.len(), inside.last().unwrap() - inside[0] + 1);
        prop_assert!(inside.contains(&at));
        for (value, cell) in [(low, inside[0]), (mark, at), (high, *inside.last().unwrap())] {
            prop_assert!((2000 * cell).abs_diff(2 * usize::try_from(value).unwrap() * (cells - 1)) <= 1000);
        }
        prop_assert!(!drawn.contains(&'├') || low > 0);
        prop_assert!(!drawn.contains(&'┤') || high < 1000);
    }

    #[test]
    fn any_text_at_any_width(label in any::<String>(), note in proptest::option::of(any::<String>()), value in any::<i32>(), most in any::<i32>(), room in proptest::option::of(12usize..160)) {
        let verbatim = |text: &String| Message::Verbatim { text: text.clone() };
        let (value, most) = (Exact::ratio(value.into(), 7).unwrap(), Exact::whole(most.into()));
        let (end, of) = (End::change(value.clone()), verbatim(&label));
        let bar = Bar { label: of.clone(), values: vec![value.clone()], note: note.as_ref().map(verbatim) };
        let one = Interval { label: of.clone(), low: End::of_axis(most.clone()), high: end, mark: value, note: note.as_ref().map(verbatim) };
        let charts = [
            Chart::Bars(Bars { of: of.clone(), parts: vec![of.clone(), of.clone()], rows: vec![bar.clone(), bar], most: most.clone(), unit: Unit::Percent, decimals: 2 }),
            Chart::Intervals(Intervals { of: of.clone(), mark: of, rows: vec![one.clone(), one], low: Exact::ZERO, high: most, unit: Unit::Plain, decimals: 2 }),
        ];
        for chart in charts {
            for lang in Lang::ALL {
                let table = rendered("table", chart.clone(), lang, room);
                prop_assert!(!table.chars().any(|ch| ch != '\n' && ch.is_control()));
                for line in table.lines() {
                    prop_assert!(width(line) <= room.unwrap_or(PAGE), "{line:?}");
                }
                let markdown = rendered("markdown", chart.clone(), lang, room);
                prop_assert!(!markdown.chars().any(|ch| ch != '\n' && ch.is_control()));
                // Heading, rule, two rows; then what the signs mean.
                prop_assert_eq!(markdown.lines().filter(|line| line.starts_with("| ")).count(), 4, "{}", markdown);
            }
        }
    }
}
