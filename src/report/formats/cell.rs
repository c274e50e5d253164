//! A cell as people read it, in their language; whatever form it is then put in escapes it.

use crate::number::Exact;
use crate::report::{Cell, Column};
use crate::text::Lang;

/// What stands for a number that is not there. A text that is not there is an empty cell.
const NO_NUMBER: &str = "–";

/// The text of a cell, not yet escaped.
pub(super) fn shown(cell: &Cell<'_>, column: &Column, lang: Lang) -> String {
    let number = |value: &Exact| column.decimals.map_or_else(|| lang.number(value), |decimals| lang.fixed(value, decimals));
    match cell {
        Cell::Missing => if column.numeric { NO_NUMBER } else { "" }.to_owned(),
        Cell::Text(text) => (*text).to_owned(),
        Cell::Rank { rank, tied } => format!("{rank}{}", if *tied { "=" } else { "" }),
        Cell::Exact(value) => number(value),
        Cell::Signed(value) => {
            let text = number(value);
            // A difference that the rounding shows as zero has no sign.
            let positive = !value.is_negative() && text.contains(|ch: char| matches!(ch, '1'..='9'));
            if positive { Lang::plus(&text) } else { text }
        }
        Cell::Count(count) => lang.count(*count),
        Cell::Word { say, .. } => say().text(lang),
        Cell::Say(say) => say.text(lang),
    }
}
