//! Writes one flat JSON object, field by field, into a string.

use crate::event::Picture;
use crate::ids::TextId;
use crate::picture::float_text;
use crate::tables::Tables;
use std::fmt::Write;

/// An object under way; [`Object::end`] closes it.
pub(super) struct Object<'a> {
    out: String,
    tables: &'a Tables,
}

impl<'a> Object<'a> {
    pub(super) fn new(tables: &'a Tables) -> Object<'a> {
        Object { out: "{".to_owned(), tables }
    }

    pub(super) fn end(mut self) -> String {
        self.out.push('}');
        self.out
    }

    pub(super) fn number(&mut self, key: &str, value: impl Into<i128>) -> &mut Self {
        self.key(key);
        self.digits(value.into());
        self
    }

    pub(super) fn flag(&mut self, key: &str, value: bool) -> &mut Self {
        self.key(key);
        self.out.push_str(if value { "true" } else { "false" });
        self
    }

    pub(super) fn string(&mut self, key: &str, value: &str) -> &mut Self {
        self.key(key);
        self.quote(value);
        self
    }

    pub(super) fn text(&mut self, key: &str, value: TextId) -> &mut Self {
        self.string(key, self.tables.text(value))
    }

    pub(super) fn optional_text(&mut self, key: &str, value: Option<TextId>) -> &mut Self {
        match value {
            Some(value) => self.text(key, value),
            None => {
                self.key(key);
                self.out.push_str("null");
                self
            }
        }
    }

    /// A value: JSON's own where it has one, a string of its `repr` otherwise, and for what has an id an
    /// object such as `{"future": 3}`.
    pub(super) fn picture(&mut self, key: &str, value: Picture) -> &mut Self {
        self.key(key);
        match value {
            Picture::None => self.out.push_str("null"),
            Picture::Bool(value) => self.out.push_str(if value { "true" } else { "false" }),
            Picture::Int(value) => self.digits(value.get().into()),
            Picture::Float(value) if value.get().is_finite() => self.out.push_str(&float_text(value.get())),
            Picture::Float(value) => self.quote(&float_text(value.get())),
            Picture::Text(text) => self.quote(self.tables.text(text)),
            Picture::Future(future) => self.reference("future", future.0),
            Picture::Coroutine(frame) => self.reference("frame", frame.0),
            Picture::Primitive(primitive) => self.reference("primitive", primitive.0),
            Picture::Loop(event_loop) => self.reference("loop", event_loop.0),
        }
        self
    }

    fn reference(&mut self, kind: &str, id: u32) {
        self.out.push('{');
        self.quote(kind);
        self.out.push(':');
        self.digits(id.into());
        self.out.push('}');
    }

    fn key(&mut self, key: &str) {
        if self.out.len() > 1 {
            self.out.push(',');
        }
        self.quote(key);
        self.out.push(':');
    }

    fn digits(&mut self, value: i128) {
        // Writing to a string cannot fail.
        let _ = write!(self.out, "{value}");
    }

    fn quote(&mut self, text: &str) {
        quote(&mut self.out, text);
    }
}

/// Writes a JSON string.
pub(super) fn quote(out: &mut String, text: &str) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", control as u32);
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
