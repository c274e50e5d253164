//! The JSON Schema (draft-07) of the files people write, made from the same key table as the walker.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::model::keys::{Key, Kind, Need, Shape};

/// The schema of a file whose root is `shape`.
pub fn schema(shape: &'static Shape, id: &str) -> Value {
    let mut definitions = BTreeMap::new();
    let mut root = object(shape, &mut definitions);
    let mut out = Map::new();
    out.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    out.insert("$id".into(), json!(format!("{id}.schema.json")));
    out.insert("title".into(), json!(shape.name));
    out.append(&mut root);
    out.insert("definitions".into(), Value::Object(definitions.into_iter().collect()));
    Value::Object(out)
}

fn object(shape: &'static Shape, definitions: &mut BTreeMap<String, Value>) -> Map<String, Value> {
    let properties: Map<String, Value> = shape.keys.iter().map(|key| (key.name.to_owned(), property(key, definitions))).collect();
    let required: Vec<&str> = shape.keys.iter().filter(|key| key.need == Need::Required).map(|key| key.name).collect();
    let mut out = Map::new();
    out.insert("description".into(), json!(both(&shape.doc)));
    out.insert("type".into(), json!("object"));
    out.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        out.insert("required".into(), json!(required));
    }
    out.insert("additionalProperties".into(), json!(false));
    let one_of: Vec<Value> =
        shape.keys.iter().filter(|key| key.need == Need::OneOf).map(|key| json!({ "required": [key.name] })).collect();
    if !one_of.is_empty() {
        out.insert("oneOf".into(), json!(one_of));
    }
    out
}

/// French, then English: an editor shows one description to readers of both.
fn both(doc: &crate::text::Pair) -> String {
    format!("{}\n\n{}", doc.fr, doc.en)
}

fn property(key: &'static Key, definitions: &mut BTreeMap<String, Value>) -> Value {
    let mut value = kind(key.kind, definitions);
    let Value::Object(map) = &mut value else { return value };
    if map.contains_key("$ref") {
        // Beside a reference draft-07 ignores every other word; one level more keeps the description.
        let reference = std::mem::take(map);
        map.insert("allOf".into(), json!([reference]));
    }
    map.insert("description".into(), json!(both(&key.doc)));
    if let Need::Default(default) = key.need
        && let Ok(default) = serde_json::from_str::<Value>(default)
    {
        map.insert("default".into(), default);
    }
    value
}

fn kind(kind: Kind, definitions: &mut BTreeMap<String, Value>) -> Value {
    match kind {
        Kind::Text => filled(),
        Kind::Label => {
            let text = filled();
            json!({ "anyOf": [
                text,
                { "type": "object", "properties": { "fr": text, "en": text }, "additionalProperties": false, "minProperties": 1 }
            ] })
        }
        Kind::Id => json!({ "type": "string", "pattern": "^[a-z]([a-z0-9-]{0,62}[a-z0-9])?$" }),
        Kind::Number => json!({ "type": "number" }),
        Kind::Whole => json!({ "type": "integer", "minimum": 0 }),
        Kind::WholeOr(words) => {
            json!({ "anyOf": [self::kind(Kind::Whole, definitions), self::kind(Kind::Word(words), definitions)] })
        }
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Date => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Kind::Word(words) => json!({ "type": "string", "enum": words }),
        Kind::Scalar => json!({ "type": ["string", "number", "boolean"] }),
        Kind::List(inner) => json!({ "type": "array", "items": self::kind(*inner, definitions) }),
        Kind::OneOrList(inner) => {
            let one = self::kind(*inner, definitions);
            json!({ "anyOf": [one, { "type": "array", "items": one }] })
        }
        Kind::Map(inner) => json!({ "type": "object", "additionalProperties": self::kind(*inner, definitions) }),
        Kind::Table(shape) => defined(shape, definitions),
        Kind::IdOr(shapes) => {
            let mut variants = vec![self::kind(Kind::Id, definitions)];
            variants.extend(shapes.iter().map(|shape| defined(shape, definitions)));
            json!({ "anyOf": variants })
        }
        Kind::Variant(shapes) => {
            let variants: Vec<Value> = shapes.iter().map(|shape| defined(shape, definitions)).collect();
            json!({ "oneOf": variants })
        }
    }
}

/// A text with something in it besides spaces.
fn filled() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

/// A reference to a table, which is defined once however often it is used: conditions hold conditions.
fn defined(shape: &'static Shape, definitions: &mut BTreeMap<String, Value>) -> Value {
    let words = shape.name.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    if !definitions.contains_key(&name) {
        definitions.insert(name.clone(), Value::Null);
        let table = Value::Object(object(shape, definitions));
        definitions.insert(name.clone(), table);
    }
    json!({ "$ref": format!("#/definitions/{name}") })
}
