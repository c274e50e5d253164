//! A value of a call and where it was said.

use crate::model::{At, Placed, Span};

/// A value and where it was said: in the call file, or (`None`) on the command line.
#[derive(Debug, Clone)]
pub struct Said<T> {
    /// The value.
    pub value: T,
    /// The place in `call.toml`.
    pub span: Option<Span>,
}

impl<T> Said<T> {
    pub(super) fn placed(placed: Placed<T>) -> Self {
        Self { value: placed.value, span: Some(placed.span) }
    }

    /// A value of the command line.
    pub const fn argument(value: T) -> Self {
        Self { value, span: None }
    }

    /// Where a finding about it points.
    pub fn at(&self) -> At {
        self.span.clone().map_or(At::Arguments, At::Span)
    }
}
