//! The language, chosen before the arguments are parsed: the parser's own messages need it.

use std::ffi::{OsStr, OsString};

use crate::text::Lang;

/// The locale's variables, in the order POSIX looks at them for messages.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// `--lang`, else the locale, else English.
pub fn choose(args: &[OsString], env: impl Fn(&str) -> Option<OsString>) -> Lang {
    early_value(args, "--lang").and_then(Lang::from_code).unwrap_or_else(|| {
        let locale = LOCALE.into_iter().filter_map(env).find(|value| !value.is_empty());
        locale.map_or(Lang::En, |locale| Lang::from_locale(&locale.to_string_lossy()))
    })
}

/// The value of a long option, looked up without the parser; nothing counts after `--`.
pub(super) fn early_value<'a>(args: &'a [OsString], flag: &str) -> Option<&'a str> {
    let mut args = args.iter().map(OsString::as_os_str).take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        if arg == flag {
            return args.next().and_then(OsStr::to_str);
        }
        if let Some(value) = arg.to_str().and_then(|arg| arg.strip_prefix(flag)).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &[&str], env: &[(&str, &str)]) -> Lang {
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        choose(&args, |name| env.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value)))
    }

    #[test]
    fn the_flag_wins_anywhere_then_the_locale_in_posix_order() {
        let french = [("LC_ALL", "fr_CA.UTF-8"), ("LANG", "en_CA.UTF-8")];
        assert_eq!(chosen(&["rank"], &french), Lang::Fr);
        assert_eq!(chosen(&["rank", "--lang", "en"], &french), Lang::En);
        assert_eq!(chosen(&["--lang=en", "rank"], &french), Lang::En);
        assert_eq!(chosen(&["rank", "--", "--lang", "en"], &french), Lang::Fr);
        assert_eq!(chosen(&["--lang", "de"], &french), Lang::Fr, "the parser will refuse it, in the locale's language");
        assert_eq!(chosen(&["--lang"], &french), Lang::Fr);
        assert_eq!(chosen(&[], &[("LC_ALL", ""), ("LC_MESSAGES", "fr"), ("LANG", "en")]), Lang::Fr);
        assert_eq!(chosen(&[], &[("LC_ALL", "C"), ("LANG", "fr_CA")]), Lang::En);
        assert_eq!(chosen(&[], &[]), Lang::En);
    }
}
