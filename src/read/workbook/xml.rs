//! The XML of a part, event by event. Entities that a part declares itself are never followed.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use super::package::Trouble;

/// A part being read.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
}

impl<'a> Xml<'a> {
    /// Reads `text`, a stretch of the part with that name.
    pub(super) fn new(text: &'a str, part: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        // An element without content is read as one with an empty content.
        reader.config_mut().expand_empty_elements = true;
        Self { reader, part }
    }

    /// The next event; the end of the part is one too.
    pub(super) fn next(&mut self) -> Result<Event<'a>, Trouble> {
        self.reader.read_event().map_err(|error| self.damaged(&error.to_string()))
    }

    /// Goes to the end of an element that has just begun.
    pub(super) fn skip(&mut self, start: &BytesStart<'_>) -> Result<(), Trouble> {
        self.reader.read_to_end(start.name()).map_err(|error| self.damaged(&error.to_string()))?;
        Ok(())
    }

    /// Where the next event begins.
    pub(super) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// Adds what an event says as text, if it does.
    pub(super) fn push(&self, event: &Event<'_>, out: &mut String) -> Result<(), Trouble> {
        match event {
            Event::Text(text) => out.push_str(&text.xml10_content()),
            Event::CData(text) => out.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                if let Some(known) = resolve_xml_entity(reference) {
                    out.push_str(known);
                } else {
                    let character = reference.resolve_char_ref().map_err(|error| self.damaged(&error.to_string()))?;
                    out.push(character.ok_or_else(|| self.damaged(&format!("&{};", &**reference)))?);
                }
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) fn damaged(&self, detail: &str) -> Trouble {
        Trouble::Damaged(format!("{}, {detail}", self.part))
    }

    /// The end of the part, where an element should have ended first.
    pub(super) fn cut(&self) -> Trouble {
        Trouble::Damaged(self.part.to_owned())
    }
}

/// An attribute of an element, by its name without prefix; as it is written.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, local: &str) -> Option<Cow<'e, str>> {
    let mut attributes = element.attributes();
    attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == local)
        .map(|found| found.value)
}

/// An attribute that is a text for people.
pub(super) fn text_attribute(element: &BytesStart<'_>, local: &str) -> Option<String> {
    let raw = attribute(element, local)?;
    Some(unescape(&raw).map_or_else(|_| raw.clone().into_owned(), Cow::into_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_of_a_part_are_not_followed() {
        let text = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
        let mut xml = Xml::new(text, "p");
        let mut out = String::new();
        let found = loop {
            match xml.next() {
                Ok(Event::Eof) => break None,
                Ok(event) => {
                    if let Err(trouble) = xml.push(&event, &mut out) {
                        break Some(trouble);
                    }
                }
                Err(trouble) => break Some(trouble),
            }
        };
        assert!(matches!(found, Some(Trouble::Damaged(detail)) if detail == "p, &b;"));
    }

    #[test]
    fn texts_and_references() {
        let mut xml = Xml::new("<a x:n='1 &amp; 2'>l&apos;&#233;t&#xe9; &lt;<![CDATA[<&]]></a>", "p");
        let Ok(Event::Start(start)) = xml.next() else { panic!("an element") };
        assert_eq!(text_attribute(&start, "n").as_deref(), Some("1 & 2"));
        let mut out = String::new();
        while let Ok(event) = xml.next() {
            if matches!(event, Event::Eof) {
                break;
            }
            xml.push(&event, &mut out).unwrap();
        }
        assert_eq!(out, "l'été <<&");
    }
}
