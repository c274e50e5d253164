//! How results name files: with `/`, and without steps that lead nowhere.

use std::path::Path;

/// A path as findings name it: `./a/../b/c.toml` is `b/c.toml`.
pub(super) fn name(path: &Path) -> String {
    tidy(&path.to_string_lossy())
}

/// A file that another one names, as seen from where the `prefix` of that one starts.
pub(super) fn under(prefix: &str, value: &str) -> String {
    if prefix.is_empty() {
        return value.replace('\\', "/");
    }
    let value = value.replace('\\', "/");
    // What stands at the root of a system is under nothing.
    if Path::new(&value).is_absolute() { value } else { tidy(&format!("{prefix}{value}")) }
}

/// What stands before the names of the files of a folder.
pub(super) fn prefix(folder: &Path) -> String {
    let name = name(folder);
    if name == "." { String::new() } else { format!("{}/", name.trim_end_matches('/')) }
}

fn tidy(path: &str) -> String {
    let path = path.replace('\\', "/");
    let root = if path.starts_with('/') { "/" } else { "" };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if !root.is_empty() => {}
            part => parts.push(part),
        }
    }
    let tidy = format!("{root}{}", parts.join("/"));
    if tidy.is_empty() { ".".to_owned() } else { tidy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_lead_nowhere_are_left_out() {
        for (path, named) in [
            ("./grids/a.toml", "grids/a.toml"),
            ("grids//b/../a.toml", "grids/a.toml"),
            ("../a.toml", "../a.toml"),
            ("a/../../b.toml", "../b.toml"),
            (".", "."),
            ("a/..", "."),
            ("grids/", "grids"),
            ("/a/../../b.toml", "/b.toml"),
            ("a\\b.toml", "a/b.toml"),
        ] {
            assert_eq!(name(Path::new(path)), named, "{path}");
        }
    }

    #[test]
    fn what_a_call_names_is_named_from_where_the_call_is() {
        assert_eq!(under("calls/x/", "../../grids/a.toml"), "grids/a.toml");
        assert_eq!(under("", "../grids/a.toml"), "../grids/a.toml", "relative to the call, as it is written");
        assert_eq!((prefix(Path::new(".")), prefix(Path::new("./calls/x/"))), (String::new(), "calls/x/".to_owned()));
    }
}
