//! The machinery of the message catalogue: an enum whose every variant can make a sample of itself, so that a test
//! can render all of them in both languages and see that no argument is lost.

use super::{Label, Lang, Message};
use crate::number::{Date, Exact};

/// One variant with recognisable arguments.
#[derive(Debug)]
pub struct Sample {
    /// The variant's name.
    pub name: &'static str,
    /// The variant with sample arguments.
    pub message: Message,
    /// Each argument's name, and how it is shown in French and in English.
    pub args: Vec<(&'static str, [String; 2])>,
}

/// A value that a sentence can carry.
pub trait Arg: Sized {
    /// A recognisable value for the argument called `name`.
    fn sample(name: &'static str) -> Self;
    /// The part of its rendering in `lang` that the sentence must contain.
    fn shown(&self, lang: Lang) -> String;
}

impl Arg for String {
    fn sample(name: &'static str) -> Self {
        format!("‹{name}›")
    }
    fn shown(&self, _: Lang) -> String {
        self.clone()
    }
}

impl Arg for usize {
    fn sample(name: &'static str) -> Self {
        700 + name.bytes().map(Self::from).sum::<Self>() % 200
    }
    fn shown(&self, lang: Lang) -> String {
        lang.count(*self)
    }
}

impl Arg for Exact {
    fn sample(name: &'static str) -> Self {
        let seed = name.bytes().map(i64::from).sum::<i64>();
        Self::ratio(seed * 10 + 5, 10).unwrap_or(Self::ONE)
    }
    fn shown(&self, lang: Lang) -> String {
        lang.number(self)
    }
}

impl Arg for Date {
    fn sample(_: &'static str) -> Self {
        Self::new(2031, 7, 23).unwrap_or_else(|| unreachable!("a day that exists"))
    }
    fn shown(&self, _: Lang) -> String {
        self.to_string()
    }
}

impl Arg for Label {
    fn sample(name: &'static str) -> Self {
        Self::new(Some(format!("‹{name} fr›")), Some(format!("‹{name} en›")))
    }
    fn shown(&self, lang: Lang) -> String {
        self.get(lang).to_owned()
    }
}

impl Arg for Vec<String> {
    fn sample(name: &'static str) -> Self {
        vec![format!("‹{name}›")]
    }
    fn shown(&self, lang: Lang) -> String {
        lang.list(self)
    }
}

impl Arg for Box<Message> {
    fn sample(name: &'static str) -> Self {
        Self::new(Message::Verbatim { text: format!("‹{name}›") })
    }
    fn shown(&self, lang: Lang) -> String {
        self.text(lang)
    }
}

impl Arg for Vec<Message> {
    fn sample(name: &'static str) -> Self {
        vec![Message::Verbatim { text: format!("‹{name}›") }]
    }
    fn shown(&self, lang: Lang) -> String {
        self.iter().map(|message| message.text(lang)).collect()
    }
}

impl<T: Arg> Arg for Option<T> {
    fn sample(name: &'static str) -> Self {
        Some(T::sample(name))
    }
    fn shown(&self, lang: Lang) -> String {
        self.as_ref().map_or_else(String::new, |value| value.shown(lang))
    }
}

/// Declares the enum of messages, by section; for each section the same variants by reference, so that a language can say
/// each in a file of its own; and the samples.
macro_rules! catalogue {
    ($(#[$meta:meta])* pub enum $Name:ident { $(
        $(#[$section_meta:meta])* $Section:ident { $( $Variant:ident { $($arg:ident: $Type:ty),* $(,)? } ),* $(,)? }
    )* }) => {
        $(#[$meta])*
        #[allow(missing_docs, reason = "the two catalogues say what each sentence is, in words")]
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $Name { $( $( $Variant { $($arg: $Type),* }, )* )* }

        /// A message, by the section it is in.
        pub(super) enum Said<'a> { $( $Section($Section<'a>), )* }

        $(
            $(#[$section_meta])*
            #[derive(Clone, Copy)]
            #[allow(clippy::enum_variant_names, reason = "the names are those of the sentences")]
            pub(super) enum $Section<'a> { $( $Variant { $($arg: &'a $Type),* } ),* }
        )*

        impl $Name {
            /// Itself by reference, in its section.
            pub(super) fn said(&self) -> Said<'_> {
                match self { $( $( Self::$Variant { $($arg),* } => Said::$Section($Section::$Variant { $($arg),* }), )* )* }
            }

            /// Every variant once, with recognisable arguments.
            pub fn samples() -> Vec<$crate::text::Sample> {
                vec![ $( $( {
                    $( let $arg = <$Type as $crate::text::Arg>::sample(stringify!($arg)); )*
                    $crate::text::Sample {
                        name: stringify!($Variant),
                        args: vec![ $( (stringify!($arg), $crate::text::Lang::ALL.map(|lang| $crate::text::Arg::shown(&$arg, lang))) ),* ],
                        message: $Name::$Variant { $($arg),* },
                    }
                }, )* )* ]
            }
        }
    };
}
pub(super) use catalogue;
