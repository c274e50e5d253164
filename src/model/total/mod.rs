//! Named totals: what stands beside the total of the weights, or ranks in its place. A form is one file here and one line
//! in [`FORMS`]: a named form, never a formula.

mod adjusted_price;
mod cost_per_point;
mod product;
mod weights;

use std::fmt::Debug;
use std::sync::Arc;

use super::best::Best;
use super::keys::{Kind, Shape};
use super::names::Names;
use super::subject::{Look, Subject};
use super::{Fields, Findings, Grid, Node};
use crate::number::{Decimal, Exact};
use crate::text::{Label, Message};

/// A total with a name.
#[derive(Debug, Clone)]
pub struct Total {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// How it comes about.
    pub form: Arc<dyn Form>,
    /// Which end is better.
    pub best: Best,
    /// The least value, below which a submission is excluded; included.
    pub at_least: Option<Decimal>,
    /// The greatest value, above which a submission is excluded; included.
    pub at_most: Option<Decimal>,
}

/// How a named total comes about.
pub trait Form: Debug + Send + Sync {
    /// Its value for one submission; `None` where something is missing, or where it divides by zero.
    fn value(&self, look: &dyn Look) -> Option<Exact>;

    /// Which end is better unless the grid says otherwise.
    fn best(&self) -> Best {
        Best::Highest
    }

    /// The lowest and the highest value there can be, where both are known.
    fn reach(&self) -> Option<(Exact, Exact)> {
        None
    }

    /// What it looks at.
    fn subjects(&self) -> Vec<Subject>;

    /// Whether it has weights of its own for what it adds up.
    fn weighs(&self) -> bool {
        false
    }

    /// It in words.
    fn describe(&self, grid: &Grid) -> Message;
}

/// A kind of form: its keys, and how a draft becomes one.
#[derive(Debug)]
pub struct FormKind {
    /// Its keys; the first tells it from the others.
    pub shape: &'static Shape,
    /// Builds it from keys that the walker has accepted, and says what is wrong with their values.
    pub compile: Compile,
}

/// From keys to a form, for a grid whose names are known.
type Compile = fn(&Node, &Fields, &Names<'_>, &mut Findings) -> Option<Box<dyn Form>>;

macro_rules! registry {
    ($($kind:ident;)*) => {
        /// Every form.
        pub static FORMS: &[FormKind] = &[$($kind::KIND),*];
        /// The forms in the key table.
        pub static FORM: Kind = Kind::Variant(&[$(&$kind::SHAPE),*]);
    };
}

registry! {
    weights;
    adjusted_price;
    cost_per_point;
    product;
}

/// The form that a draft describes; `None` where a finding says why not.
pub fn compile(node: &Node, names: &Names<'_>, findings: &mut Findings) -> Option<Box<dyn Form>> {
    let fields = node.table()?;
    let kind = FORMS.iter().find(|kind| kind.shape.keys.first().is_some_and(|key| fields.get(key.name).is_some()))?;
    (kind.compile)(node, fields, names, findings)
}

/// How a subject is called.
fn name_of(grid: &Grid, subject: &Subject) -> Message {
    grid.topic(subject).map_or(Message::Verbatim { text: String::new() }, |topic| topic.label)
}

/// The fact that `key` names, which must be a number.
fn price(fields: &Fields, key: &str, names: &Names<'_>, findings: &mut Findings) -> Option<Subject> {
    use super::{FactKind, rule};
    let id = fields.text(key)?;
    let index = names.fact(&id, findings)?;
    let fact = names.facts.get(index)?.as_ref()?;
    if matches!(fact.kind, FactKind::Number | FactKind::Count) {
        return Some(Subject::Fact(index));
    }
    findings
        .push(
            &rule::TEST_TYPE,
            &id.span,
            Message::TestType { test: key.to_owned(), fact: fact.id.clone(), kind: fact.kind.word().to_owned() },
        )
        .help(Message::PriceTypeHelp {});
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_in_the_key_table_under_its_own_first_key() {
        let Kind::Variant(shapes) = FORM else { unreachable!() };
        assert_eq!(shapes.len(), FORMS.len());
        for (kind, shape) in FORMS.iter().zip(shapes) {
            assert!(std::ptr::eq(kind.shape, *shape), "{}", shape.name);
        }
    }
}
