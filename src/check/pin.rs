//! The pin of a call: which grid it was when the call opened.

use super::said::Said;
use crate::model::{Fields, Findings, Placed, rule};
use crate::text::Message;

/// What a call says its grid was when it opened.
#[derive(Debug, Clone)]
pub struct Pin {
    /// Its version.
    pub version: Said<String>,
    /// The SHA-256 of its file: 64 lower-case digits.
    pub sha256: Said<String>,
    /// A copy of its file.
    pub copy: Option<Said<String>>,
}

impl Pin {
    /// What a `[pin]` table says; `None` where a finding says why it says nothing.
    pub(super) fn from_fields(fields: &Fields, findings: &mut Findings) -> Option<Self> {
        let owned = |placed: Placed<&str>| Said::placed(Placed { value: placed.value.to_owned(), span: placed.span });
        let sha256 = fields.text("sha256")?;
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if sha256.value.len() != 64 || !sha256.value.bytes().all(digit) {
            findings
                .push(&rule::PIN, &sha256.span, Message::PinForm { value: sha256.value.to_owned() })
                .help(Message::PinFormHelp { command: "grille pin".to_owned() });
            return None;
        }
        Some(Self { version: owned(fields.text("version")?), sha256: owned(sha256), copy: fields.text("copy").map(owned) })
    }
}
