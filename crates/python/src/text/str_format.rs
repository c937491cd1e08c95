//! The template language of `str.format`, step by step: [`Template`] reads literal text and fields one at a
//! time, [`Numbering`] gives fields without a name their numbers, [`Path`] walks the attributes and items of a
//! field's name. CPython finds faults only as it gets to them, and so does this.

use super::raise::{ErrorClass, Outcome, Raise};
use super::unicode::decimal_value;

/// How deeply format specs may hold fields: a field in a spec may not have a field in its own spec.
pub const MAX_DEPTH: u32 = 2;

/// A piece of a template: some text and perhaps the field that follows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Text with its doubled braces made single.
    pub literal: String,
    /// The field after it.
    pub field: Option<Field>,
}

/// A replacement field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// What stands before `!`, `:` or `}`.
    pub name: String,
    /// The character after `!`; checked by [`conversion`] once the value is known.
    pub conversion: Option<char>,
    /// What stands after `:`.
    pub spec: String,
    /// Whether the spec is itself a template that must be expanded first.
    pub nested: bool,
}

/// A template, read from the front.
#[derive(Clone, Debug)]
pub struct Template {
    chars: Vec<char>,
    position: usize,
}

impl Template {
    /// A reader of `text`, which stands in `depth` templates counting itself; [`MAX_DEPTH`] is the most.
    pub fn new(text: &str, depth: u32) -> Outcome<Template> {
        if depth > MAX_DEPTH {
            return Err(Raise::value("Max string recursion exceeded"));
        }
        Ok(Template { chars: text.chars().collect(), position: 0 })
    }

    fn take(&mut self) -> Option<char> {
        let c = self.chars.get(self.position).copied();
        self.position += usize::from(c.is_some());
        c
    }

    fn text(&self, start: usize, end: usize) -> String {
        self.chars.get(start..end).unwrap_or_default().iter().collect()
    }

    /// The next piece; `None` at the end.
    #[expect(clippy::should_implement_trait, reason = "after an error there is no next piece")]
    pub fn next(&mut self) -> Option<Outcome<Piece>> {
        if self.position >= self.chars.len() { None } else { Some(self.piece()) }
    }

    fn piece(&mut self) -> Outcome<Piece> {
        let start = self.position;
        let rest = &self.chars[start..];
        let Some(length) = rest.iter().position(|&c| matches!(c, '{' | '}')) else {
            self.position = self.chars.len();
            return Ok(Piece { literal: self.text(start, self.position), field: None });
        };
        let brace = rest[length];
        let follows = rest.get(length + 1).copied();
        self.position = start + length + 1;
        if follows == Some(brace) {
            self.position += 1;
            return Ok(Piece { literal: self.text(start, start + length + 1), field: None });
        }
        if brace == '}' || follows.is_none() {
            return Err(Raise::value(format!("Single '{brace}' encountered in format string")));
        }
        let literal = self.text(start, start + length);
        Ok(Piece { literal, field: Some(self.field()?) })
    }

    fn field(&mut self) -> Outcome<Field> {
        let start = self.position;
        let end = loop {
            match self.take() {
                Some('{') => return Err(Raise::value("unexpected '{' in field name")),
                Some('[') => {
                    // Anything may stand in brackets; the closing one is read with the rest.
                    let closing = self.chars[self.position..].iter().position(|&c| c == ']');
                    self.position = closing.map_or(self.chars.len(), |at| self.position + at);
                }
                Some(end @ ('}' | ':' | '!')) => break end,
                Some(_) => {}
                None => return Err(Raise::value("expected '}' before end of string")),
            }
        };
        let name = self.text(start, self.position - 1);
        let mut field = Field { name, conversion: None, spec: String::new(), nested: false };
        if end == '}' {
            return Ok(field);
        }
        if end == '!' {
            let missing = || Raise::value("end of string while looking for conversion specifier");
            field.conversion = Some(self.take().ok_or_else(missing)?);
            match self.take() {
                Some('}') => return Ok(field),
                Some(':') | None => {}
                Some(_) => return Err(Raise::value("expected ':' after conversion specifier")),
            }
        }
        self.spec(&mut field)?;
        Ok(field)
    }

    fn spec(&mut self, field: &mut Field) -> Outcome<()> {
        let start = self.position;
        let mut open = 1;
        loop {
            match self.take() {
                Some('{') => {
                    field.nested = true;
                    open += 1;
                }
                Some('}') if open == 1 => break,
                Some('}') => open -= 1,
                Some(_) => {}
                None => return Err(Raise::value("unmatched '{' in format spec")),
            }
        }
        field.spec = self.text(start, self.position - 1);
        Ok(())
    }
}

/// What to do with a field's value before it is formatted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// The meaning of the character after `!`.
pub fn conversion(c: char) -> Outcome<Conversion> {
    match c {
        's' => Ok(Conversion::Str),
        'r' => Ok(Conversion::Repr),
        'a' => Ok(Conversion::Ascii),
        '!'..='~' => Err(Raise::value(format!("Unknown conversion specifier {c}"))),
        _ => Err(Raise::value(format!("Unknown conversion specifier \\x{:x}", c as u32))),
    }
}

/// Whether fields are numbered by the template or by themselves; one for a whole `format` call, its specs
/// included.
#[derive(Clone, Default, Debug)]
pub struct Numbering {
    /// `Some(true)` once a field without a name was seen, `Some(false)` once a number was.
    automatic: Option<bool>,
    next: usize,
}

/// The argument that a field starts from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum First {
    /// A positional argument.
    Index(usize),
    /// A keyword argument.
    Name(String),
}

/// A step from a value to a part of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// `.name`
    Attribute(String),
    /// `[7]`
    Index(i64),
    /// `[name]`
    Key(String),
}

/// The rest of a field's name after its first part.
#[derive(Clone, Debug)]
pub struct Path {
    chars: Vec<char>,
    position: usize,
}

/// A name that is all decimal digits, of any script, as a number.
fn integer(name: &str) -> Outcome<Option<i64>> {
    let mut value = None;
    for c in name.chars() {
        let Some(digit) = decimal_value(c) else { return Ok(None) };
        let next = value.unwrap_or(0_i64).checked_mul(10).and_then(|tens| tens.checked_add(i64::from(digit)));
        value = Some(next.ok_or_else(|| Raise::value("Too many decimal digits in format string"))?);
    }
    Ok(value)
}

impl Numbering {
    /// Splits a field's name into the argument it starts from and the path from there.
    pub fn split(&mut self, name: &str) -> Outcome<(First, Path)> {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, rest) = name.split_at(end);
        let number = integer(first)?;
        let path = Path { chars: rest.chars().collect(), position: 0 };
        if number.is_none() && !first.is_empty() {
            return Ok((First::Name(first.to_owned()), path));
        }
        let automatic = first.is_empty();
        match self.automatic.replace(automatic) {
            Some(true) if !automatic => Err(Raise::value(
                "cannot switch from automatic field numbering to manual field specification",
            )),
            Some(false) if automatic => Err(Raise::value(
                "cannot switch from manual field specification to automatic field numbering",
            )),
            _ => {
                let index = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(self.next);
                self.next += usize::from(automatic);
                Ok((First::Index(index), path))
            }
        }
    }
}

impl Path {
    /// The next step; `None` at the end.
    #[expect(clippy::should_implement_trait, reason = "after an error there is no next step")]
    pub fn next(&mut self) -> Option<Outcome<Step>> {
        let lead = self.chars.get(self.position).copied()?;
        self.position += 1;
        let rest = &self.chars[self.position..];
        let step = match lead {
            '.' => {
                let length = rest.iter().position(|&c| matches!(c, '.' | '[')).unwrap_or(rest.len());
                let name: String = rest[..length].iter().collect();
                self.position += length;
                if name.is_empty() { Err(empty_attribute()) } else { Ok(Step::Attribute(name)) }
            }
            '[' => match rest.iter().position(|&c| c == ']') {
                Some(length) => {
                    let name: String = rest[..length].iter().collect();
                    self.position += length + 1;
                    item(name)
                }
                None => Err(Raise::value("Missing ']' in format string")),
            },
            _ => Err(Raise::value("Only '.' or '[' may follow ']' in format field specifier")),
        };
        Some(step)
    }
}

fn item(name: String) -> Outcome<Step> {
    if name.is_empty() {
        return Err(empty_attribute());
    }
    Ok(integer(&name)?.map_or(Step::Key(name), Step::Index))
}

fn empty_attribute() -> Raise {
    Raise::value("Empty attribute in format string")
}

/// The `IndexError` for a positional argument that was not given.
pub fn index_error(index: usize) -> Raise {
    Raise::new(ErrorClass::Index, format!("Replacement index {index} out of range for positional args tuple"))
}

/// The `ValueError` of `format_map` for a field without a name.
pub fn positional_in_map() -> Raise {
    Raise::value("Format string contains positional fields")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Formats with positional integers and one keyword `a`, which is 7; paths are shown, not followed.
    fn run(text: &str, depth: u32, numbering: &mut Numbering, args: &[i64]) -> Outcome<String> {
        let mut template = Template::new(text, depth)?;
        let mut out = String::new();
        while let Some(piece) = template.next() {
            let piece = piece?;
            out.push_str(&piece.literal);
            let Some(field) = piece.field else { continue };
            let (first, mut path) = numbering.split(&field.name)?;
            let value = match first {
                First::Index(index) => *args.get(index).ok_or_else(|| index_error(index))?,
                First::Name(name) if name == "a" => 7,
                First::Name(name) => return Err(Raise::new(ErrorClass::Key, format!("'{name}'"))),
            };
            let mut steps = String::new();
            while let Some(step) = path.next() {
                steps.push_str(&format!("<{:?}>", step?));
            }
            if let Some(c) = field.conversion {
                conversion(c)?;
            }
            let spec = if field.nested { run(&field.spec, depth + 1, numbering, args)? } else { field.spec };
            out.push_str(&super::super::format_apply::format_i64(value, &spec, "int")?);
            out.push_str(&steps);
        }
        Ok(out)
    }

    fn shown(text: &str, args: &[i64]) -> String {
        run(text, 1, &mut Numbering::default(), args).unwrap_or_else(|raise| raise.to_string())
    }

    #[test]
    fn templates_are_cpythons() {
        for (text, args, expected) in [
            ("{", &[][..], "ValueError: Single '{' encountered in format string"),
            ("}", &[][..], "ValueError: Single '}' encountered in format string"),
            ("{}{", &[1][..], "ValueError: Single '{' encountered in format string"),
            ("a}b", &[][..], "ValueError: Single '}' encountered in format string"),
            ("{!}", &[1][..], "ValueError: unmatched '{' in format spec"),
            ("{!x}", &[1][..], "ValueError: Unknown conversion specifier x"),
            ("{!rr}", &[1][..], "ValueError: expected ':' after conversion specifier"),
            ("{!r:}", &[1][..], "1"),
            ("{!r :}", &[1][..], "ValueError: expected ':' after conversion specifier"),
            (
                "{0}{}",
                &[1, 2][..],
                "ValueError: cannot switch from manual field specification to automatic field numbering",
            ),
            (
                "{}{0}",
                &[1, 2][..],
                "ValueError: cannot switch from automatic field numbering to manual field specification",
            ),
            ("{}{}", &[1][..], "IndexError: Replacement index 1 out of range for positional args tuple"),
            ("{2}", &[1][..], "IndexError: Replacement index 2 out of range for positional args tuple"),
            ("{b}", &[][..], "KeyError: 'b'"),
            ("{a}", &[][..], "7"),
            ("{a[}", &[][..], "ValueError: expected '}' before end of string"),
            ("{a[0}", &[][..], "ValueError: expected '}' before end of string"),
            ("{:{}}", &[1, 5][..], "    1"),
            ("{:{a}}", &[1][..], "      1"),
            ("{:{:{}}}", &[1, 2, 3][..], "ValueError: Max string recursion exceeded"),
            ("{{}}", &[][..], "{}"),
            ("{{{}}}", &[1][..], "{1}"),
            ("{:}}", &[1][..], "ValueError: Single '}' encountered in format string"),
            ("{ }", &[1][..], "KeyError: ' '"),
            ("{0 }", &[1][..], "KeyError: '0 '"),
            ("{-1}", &[1][..], "KeyError: '-1'"),
            ("{:{{}}", &[1][..], "ValueError: unmatched '{' in format spec"),
            ("{!s", &[1][..], "ValueError: unmatched '{' in format spec"),
            ("{!", &[1][..], "ValueError: end of string while looking for conversion specifier"),
            ("{0!r!s}", &[1][..], "ValueError: expected ':' after conversion specifier"),
            ("{:", &[1][..], "ValueError: unmatched '{' in format spec"),
            ("{0:{1", &[1, 2][..], "ValueError: unmatched '{' in format spec"),
            ("{99999999999999999999}", &[1][..], "ValueError: Too many decimal digits in format string"),
            ("{:!r}", &[1][..], "ValueError: Invalid format specifier '!r' for object of type 'int'"),
            ("}}{{", &[][..], "}{"),
            (
                "{:{0}}",
                &[1, 5][..],
                "ValueError: cannot switch from automatic field numbering to manual field specification",
            ),
            ("{:{}}{}", &[1, 5, 6][..], "    16"),
            ("{0!}", &[1][..], "ValueError: unmatched '{' in format spec"),
            ("{0:}", &[1][..], "1"),
            ("{:a{}b}", &[1, 2][..], "ValueError: Invalid format specifier 'a2b' for object of type 'int'"),
            ("{:{{1}}}", &[5][..], "ValueError: Invalid format specifier '{1}' for object of type 'int'"),
            ("{!r}}", &[5][..], "ValueError: Single '}' encountered in format string"),
            ("{b{}}", &[5][..], "ValueError: unexpected '{' in field name"),
            ("{b!{}}", &[5][..], "KeyError: 'b'"),
            ("{\u{661}}", &[1, 2][..], "2"),
            ("{+1}", &[1, 2][..], "KeyError: '+1'"),
            ("{1_0}", &[1][..], "KeyError: '1_0'"),
            ("{!\u{e9}}", &[1][..], "ValueError: Unknown conversion specifier \\xe9"),
            ("{! }", &[1][..], "ValueError: Unknown conversion specifier \\x20"),
            ("\u{e9}{:>4}\u{2603}", &[1][..], "\u{e9}   1\u{2603}"),
            ("{:{}.{}}", &[1, 2, 3][..], "ValueError: Precision not allowed in integer format specifier"),
            ("{1}{0}", &[1, 2][..], "21"),
        ] {
            assert_eq!(shown(text, args), expected, "{text:?}");
        }
    }

    #[test]
    fn paths_are_read_step_by_step() {
        assert_eq!(shown("{a.b[0].c[k]}", &[]), r#"7<Attribute("b")><Index(0)><Attribute("c")><Key("k")>"#);
        assert_eq!(shown("{.x}{[-1]}", &[1, 2]), r#"1<Attribute("x")>2<Key("-1")>"#);
        assert_eq!(shown("{[a[b]}", &[1]), r#"1<Key("a[b")>"#);
        assert_eq!(shown("{a.}", &[]), "ValueError: Empty attribute in format string");
        assert_eq!(shown("{a[]}", &[]), "ValueError: Empty attribute in format string");
        assert_eq!(
            shown("{a[0]x}", &[]),
            "ValueError: Only '.' or '[' may follow ']' in format field specifier"
        );
    }
}
