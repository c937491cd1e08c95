//! f-strings and t-strings.

use loopglass_trace::Span;
use ruff_python_ast::{
    self as ast, ConversionFlag, FStringPart, InterpolatedElement, InterpolatedStringElement,
    InterpolatedStringElements,
};

use crate::code::{Conversion, Intrinsic, Op};
use crate::symbol::Sym;

use super::collection::STACK_USE;
use super::constant::Constant;
use super::{Lowered, Lowerer};

/// Format specifications inside one another whose fields may have fields.
const MAXIMUM_SPECS: u32 = 2;

/// A piece of an interpolated string: text, or an expression to format.
enum Piece<'a> {
    Text(String, Span),
    Value(&'a InterpolatedElement),
}

impl<'a> Lowerer<'a> {
    pub(super) fn f_string(&mut self, node: &'a ast::ExprFString) -> Lowered {
        let mut pieces = Vec::new();
        for part in &node.value {
            match part {
                FStringPart::Literal(literal) => add_text(&mut pieces, &literal.value, self.at(literal)),
                FStringPart::FString(string) => self.gather(&mut pieces, &string.elements),
            }
        }
        self.joined(self.at(node), pieces)
    }

    /// The pieces of a string's elements; neighbouring texts are one, and `{x=}` brings its own text.
    fn gather(&self, pieces: &mut Vec<Piece<'a>>, elements: &'a InterpolatedStringElements) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => {
                    add_text(pieces, &literal.value, self.at(literal));
                }
                InterpolatedStringElement::Interpolation(value) => {
                    // `{x = }` shows the source from the brace through the equals sign.
                    if let Some(text) = &value.debug_text {
                        add_text(pieces, text.as_str(), self.at(value));
                    }
                    pieces.push(Piece::Value(value));
                }
            }
        }
    }

    fn joined(&mut self, at: Span, pieces: Vec<Piece<'a>>) -> Lowered {
        let count = pieces.len();
        self.joined_pieces(at, count, pieces, Self::piece)
    }

    /// Pieces, and what makes one string of them.
    pub(super) fn joined_pieces<P>(
        &mut self,
        at: Span,
        count: usize,
        pieces: Vec<P>,
        piece: impl Fn(&mut Self, P) -> Lowered,
    ) -> Lowered {
        if count > STACK_USE {
            self.constant(at, Constant::str(""));
            let join = self.unit().name_index(Sym::new("join"));
            self.op(at, Op::LoadMethod(join));
            self.op(at, Op::BuildList(0));
            for part in pieces {
                piece(self, part)?;
                self.op(at, Op::ListAppend(1));
            }
            self.op(at, Op::Call(1));
            return Ok(());
        }
        for part in pieces {
            piece(self, part)?;
        }
        match count {
            0 => self.constant(at, Constant::str("")),
            1 => {}
            _ => self.op(at, Op::BuildString(count as u32)),
        }
        Ok(())
    }

    fn piece(&mut self, piece: Piece<'a>) -> Lowered {
        match piece {
            Piece::Text(text, at) => {
                self.constant(at, Constant::str(text));
                Ok(())
            }
            Piece::Value(element) => self.formatted(element),
        }
    }

    fn formatted(&mut self, element: &'a InterpolatedElement) -> Lowered {
        let at = self.at(element);
        self.expression(&element.expression)?;
        if let Some(conversion) = conversion(element) {
            self.op(at, Op::Convert(conversion));
        }
        match &element.format_spec {
            Some(spec) => {
                self.format_spec(spec)?;
                self.op(at, Op::FormatWithSpec);
            }
            None => self.op(at, Op::FormatSimple),
        }
        Ok(())
    }

    /// A format specification, which may have fields of its own, and those again.
    fn format_spec(&mut self, spec: &'a ast::InterpolatedStringFormatSpec) -> Lowered {
        self.spec_depth += 1;
        if self.spec_depth > MAXIMUM_SPECS
            && spec.elements.interpolations().next().is_some()
            && let Some(failure) = crate::parse::rejected(self.places)
        {
            return Err(failure);
        }
        let mut pieces = Vec::new();
        self.gather(&mut pieces, &spec.elements);
        self.joined(self.at(spec), pieces)?;
        self.spec_depth -= 1;
        Ok(())
    }

    pub(super) fn t_string(&mut self, node: &'a ast::ExprTString) -> Lowered {
        let at = self.at(node);
        let mut pieces = Vec::new();
        for string in &node.value {
            self.gather(&mut pieces, &string.elements);
        }
        let mut strings = 0;
        let mut values = Vec::new();
        let mut after_value = true;
        for piece in pieces {
            match piece {
                Piece::Text(text, place) => {
                    self.constant(place, Constant::str(text));
                    strings += 1;
                    after_value = false;
                }
                Piece::Value(value) => {
                    if after_value {
                        self.constant(at, Constant::str(""));
                        strings += 1;
                    }
                    values.push(value);
                    after_value = true;
                }
            }
        }
        if after_value {
            self.constant(at, Constant::str(""));
            strings += 1;
        }
        self.op(at, Op::BuildTuple(strings));
        let count = values.len() as u32;
        for value in values {
            self.interpolation(value)?;
        }
        self.op(at, Op::BuildTuple(count));
        self.op(at, Op::Intrinsic(Intrinsic::Template));
        Ok(())
    }

    /// One interpolation of a t-string: value, source text, conversion, format spec.
    fn interpolation(&mut self, element: &'a InterpolatedElement) -> Lowered {
        let at = self.at(element);
        self.expression(&element.expression)?;
        let text = self.places.source[ruff_text_size::Ranged::range(&*element.expression)].to_owned();
        self.constant(at, Constant::str(text));
        let letter = conversion(element).map(|conversion| match conversion {
            Conversion::Str => "s",
            Conversion::Repr => "r",
            Conversion::Ascii => "a",
        });
        match letter {
            Some(letter) => self.constant(at, Constant::str(letter)),
            None => self.none(at),
        }
        match &element.format_spec {
            Some(spec) => self.format_spec(spec)?,
            None => self.constant(at, Constant::str("")),
        }
        self.op(at, Op::Intrinsic(Intrinsic::Interpolation));
        Ok(())
    }
}

/// `{x=}` without conversion or format shows `repr`.
fn conversion(element: &InterpolatedElement) -> Option<Conversion> {
    match element.conversion {
        ConversionFlag::Str => Some(Conversion::Str),
        ConversionFlag::Repr => Some(Conversion::Repr),
        ConversionFlag::Ascii => Some(Conversion::Ascii),
        ConversionFlag::None if element.debug_text.is_some() && element.format_spec.is_none() => {
            Some(Conversion::Repr)
        }
        ConversionFlag::None => None,
    }
}

fn add_text(pieces: &mut Vec<Piece<'_>>, text: &str, at: Span) {
    if text.is_empty() {
        return;
    }
    if let Some(Piece::Text(before, place)) = pieces.last_mut() {
        before.push_str(text);
        place.end_line = at.end_line;
        place.end_column = at.end_column;
        return;
    }
    pieces.push(Piece::Text(text.to_owned(), at));
}
