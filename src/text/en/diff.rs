//! English: what changed between two grids, and the grid that a call pins.

use super::{LANG, file, plural, texts};
use crate::text::message::Diff as M;

/// The sentence.
pub(super) fn sentence(message: M<'_>) -> String {
    match message {
        M::TitleDiff { grid } => format!("What changed: {}", grid.get(LANG)),
        M::DiffSides { old, old_version, new, new_version } => {
            format!("From {old} (version {old_version}) to {new} (version {new_version}).", old = file(old), new = file(new))
        }
        M::DiffSame {} => "Nothing differs: the two files are the same.".to_owned(),
        M::DiffLayout {} => "Nothing differs: the same grid, laid out otherwise.".to_owned(),
        M::DiffWording { count } => format!(
            "Only the wording differs, in {} {}: the same marks give the same results.",
            LANG.count(*count),
            plural(*count, "place", "places")
        ),
        M::DiffMeaning { meaning, wording } => format!(
            "The meaning differs: {} {}{}.",
            LANG.count(*meaning),
            plural(*meaning, "change", "changes"),
            if *wording == 0 { String::new() } else { format!(", and {} of wording", LANG.count(*wording)) }
        ),
        M::DiffNamesInFiles {} => {
            "A name has changed by which files may call a column or a value: files that use the old one must be changed too."
                .to_owned()
        }
        M::HeadingDiffMeaning {} => "Changes of meaning".to_owned(),
        M::HeadingDiffWording {} => "Changes of wording".to_owned(),
        M::HeadingDiffCall { call } => format!("What that does to the call: {}", call.get(LANG)),
        M::DiffLine { part, changes } => format!("{}: {}", part.text(LANG), texts(changes).join("; ")),
        M::DiffItem { label, id } => format!("{} ({id})", label.get(LANG)),
        M::DiffItemOf { section, label, id } => {
            format!("{section} {label} ({id})", section = section.get(LANG), label = LANG.quote(label.get(LANG)))
        }
        M::DiffHead {} => "the grid".to_owned(),
        M::DiffRules {} => "the rules".to_owned(),
        M::DiffChanged { what, old, new } => format!("{} {} → {}", what.get(LANG), old.text(LANG), new.text(LANG)),
        M::DiffLowered { what, old, new } => format!("{} lowered from {} to {}", what.get(LANG), old.text(LANG), new.text(LANG)),
        M::DiffRaised { what, old, new } => format!("{} raised from {} to {}", what.get(LANG), old.text(LANG), new.text(LANG)),
        M::DiffAdded { what, new } => format!("{} added, {}", what.get(LANG), new.text(LANG)),
        M::DiffRemoved { what, old } => format!("{} removed, it was {}", what.get(LANG), old.text(LANG)),
        M::DiffItemAdded { what, item, how } => {
            format!("{} added: {}{}", what.get(LANG), item.text(LANG), after_comma(&texts(how)))
        }
        M::DiffItemRemoved { what, item } => format!("{} removed: {}", what.get(LANG), item.text(LANG)),
        M::DiffRenamed { old, new } => format!("identifier {old} → {new}"),
        M::DiffOrder { what, ids } => format!("{} in another order, now {}", what.get(LANG), LANG.list(ids)),
        M::DiffText { what, language, old, new } => {
            format!("{} ({language}) {} → {}", what.get(LANG), LANG.quote(old), LANG.quote(new))
        }
        M::DiffNameMoved { name, old, new } => {
            format!("the name {name}, which called {old}, now calls {new}", name = LANG.quote(name))
        }
        M::DiffWeight { weight } => format!("weight {}", LANG.number(weight)),
        M::DiffQuoted { text } => LANG.quote(text.get(LANG)),
        M::DiffNothing {} => "nothing".to_owned(),
        M::DiffWithNew {} => "With the new grid".to_owned(),
        M::DiffWhy { command } => format!("Why, by criterion: {command}"),
        M::DiffCallOld {} => "the call cannot be ranked with the old grid; what stands above is without it".to_owned(),
        M::DiffCallNew {} => {
            "the call cannot be ranked with the new grid as its files stand; what stands above is without it".to_owned()
        }
        M::ColumnDiffKind {} => "Kind".to_owned(),
        M::ColumnDiffPart {} => "Part".to_owned(),
        M::ColumnDiffPath {} => "Key".to_owned(),
        M::ColumnDiffWhat {} => "Change".to_owned(),
        M::ColumnDiffOld {} => "Before".to_owned(),
        M::ColumnDiffNew {} => "After".to_owned(),
        M::PinComment {} => "# The grid as it was when the call opened. If it must change: grille pin.".to_owned(),
        M::PinForm { value } => format!("{} is not a SHA-256", LANG.quote(value)),
        M::PinFormHelp { command } => format!("it has 64 digits from 0 to 9 and a to f; `{command}` writes it"),
        M::PinVersion { pinned, version } => format!(
            "the grid with this SHA-256 is version {version}, and the pin says {pinned}",
            version = LANG.quote(version),
            pinned = LANG.quote(pinned)
        ),
        M::PinVersionHelp { command } => format!("correct the version that the pin says, or let `{command}` write the pin anew"),
        M::PinCopyOther { copy } => format!("{} is not a copy of the pinned grid: its SHA-256 is another", LANG.quote(copy)),
        M::PinCopyOtherHelp { command } => format!(
            "put the copy back as it was; where it is lost, delete it and this key, and `{command}` makes another once the grid is the one that was agreed upon"
        ),
        M::GridChanged { grid, pinned, pinned_sha256, version, sha256 } => format!(
            "{grid} has changed since the call pinned it: version {pinned} (SHA-256 {pinned_sha256}) was pinned, and the file now{version} has SHA-256 {sha256}",
            grid = file(grid),
            pinned = LANG.quote(pinned),
            version = version.as_ref().map_or_else(String::new, |version| format!(", version {},", LANG.quote(version)))
        ),
        M::GridChangedHelp { why, what, command } => format!(
            "{}. {}; or, once the committee has agreed to the change, `{command}` pins the grid as it now is",
            why.text(LANG),
            what.text(LANG)
        ),
        M::PinSince { count, changes, more } => format!(
            "{} {} of meaning since: {}{}",
            LANG.count(*count),
            plural(*count, "change", "changes"),
            texts(changes).join("; "),
            and_more(*more)
        ),
        M::PinSinceWording { changes, more } => {
            format!("only the wording differs: {}{}", texts(changes).join("; "), and_more(*more))
        }
        M::PinSinceNothing {} => "nothing differs but the layout".to_owned(),
        M::PinNoCopy { grid } => format!(
            "no copy of the pinned grid that can be read is at hand to tell what changed; where the grid is kept under version control, `git log -p {grid}` shows it, and so does `git show REVISION:{grid} | grille diff - {grid}`"
        ),
        M::PinInvalid {} => "what changed is told once the grid is valid again".to_owned(),
        M::PinGone { copy } => format!("Put the pinned grid back (its copy is {})", LANG.quote(copy)),
        M::PinBack {} => "Put the pinned grid back".to_owned(),
        M::PinDone { call, grid, version, sha256, copy } => format!(
            "{call} now pins {grid}: version {version}, SHA-256 {sha256}; a copy is in {copy}.",
            call = LANG.quote(call),
            grid = LANG.quote(grid),
            version = LANG.quote(version),
            copy = LANG.quote(copy)
        ),
        M::PinRenewed { call, grid, old, version, sha256, copy } => format!(
            "{call} now pins {grid} in version {version}, in place of version {old}: SHA-256 {sha256}; a copy is in {copy}.",
            call = LANG.quote(call),
            grid = LANG.quote(grid),
            version = LANG.quote(version),
            old = LANG.quote(old),
            copy = LANG.quote(copy)
        ),
        M::PinAlready { call, version, sha256 } => format!(
            "{call} pins this grid already: version {version}, SHA-256 {sha256}; nothing was written.",
            call = LANG.quote(call),
            version = LANG.quote(version)
        ),
        M::PinNotUtf8 { file } => format!(
            "{} cannot be changed in place: it is not plain UTF-8; save it as UTF-8 without a byte-order mark, and try again",
            LANG.quote(file)
        ),
        M::PinUnsafe { file, lines } => format!(
            "{file} is written in a way that cannot be changed safely, and was left alone; write this into it:\n{lines}",
            file = LANG.quote(file)
        ),
        M::PinCopyTaken { copy } => format!(
            "{} is there already and is no copy of the grid: nothing was written; move it, and try again",
            LANG.quote(copy)
        ),
    }
}

fn after_comma(parts: &[String]) -> String {
    if parts.is_empty() { String::new() } else { format!(", {}", parts.join(", ")) }
}

fn and_more(more: usize) -> String {
    if more == 0 { String::new() } else { format!("; and {} more", LANG.count(more)) }
}
