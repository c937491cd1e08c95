//! The `%` operator of strings, step by step: [`Template`] reads one piece at a time (as CPython does, so a
//! fault late in the template comes after the effects of what stands before it), [`Arguments`] says which
//! argument is next, and the `format_*` functions lay out a value once the machine has it.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::float::{self, Flags, Layout};
use super::int_text;
use super::raise::{ErrorClass, Outcome, Raise};

/// A field wider than this is refused with `MemoryError` instead of being built.
const MAX_FIELD: usize = 1 << 26;

/// A width or precision in a template.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// None is written.
    Absent,
    /// A number.
    Number(usize),
    /// `*`: the next argument has it, see [`star_width`] and [`star_precision`].
    Argument,
}

/// A piece of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Text that stays as it is.
    Literal(String),
    /// A conversion.
    Field(Field),
}

/// A conversion such as `%-5.2f` or `%(name)s`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// The key in parentheses.
    pub key: Option<String>,
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A blank.
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The least width; asked for before the precision.
    pub width: Size,
    /// The digits, or the most characters; asked for before the value.
    pub precision: Size,
    /// The conversion's letter.
    pub conversion: char,
    /// The index of that letter in the template, for the error message.
    index: usize,
}

/// A template, read from the front.
#[derive(Clone, Debug)]
pub struct Template {
    chars: Vec<char>,
    position: usize,
}

impl Template {
    /// A reader of `text`.
    pub fn new(text: &str) -> Template {
        Template { chars: text.chars().collect(), position: 0 }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.position).copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.position += usize::from(found);
        found
    }

    /// The next piece; `None` at the end.
    #[expect(clippy::should_implement_trait, reason = "after an error there is no next piece")]
    pub fn next(&mut self) -> Option<Outcome<Piece>> {
        let start = self.position;
        let rest = self.chars.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|&c| c == '%').unwrap_or(rest.len());
        if length > 0 {
            self.position += length;
            return Some(Ok(Piece::Literal(self.chars[start..start + length].iter().collect())));
        }
        self.position += 1;
        if self.take('%') {
            return Some(Ok(Piece::Literal("%".to_owned())));
        }
        Some(self.field().map(Piece::Field))
    }

    fn field(&mut self) -> Outcome<Field> {
        let key = if self.take('(') { Some(self.key()?) } else { None };
        let mut field = Field {
            key,
            left: false,
            plus: false,
            space: false,
            alternate: false,
            zero: false,
            width: Size::Absent,
            precision: Size::Absent,
            conversion: '%',
            index: 0,
        };
        loop {
            match self.peek() {
                Some('-') => field.left = true,
                Some('+') => field.plus = true,
                Some(' ') => field.space = true,
                Some('#') => field.alternate = true,
                Some('0') => field.zero = true,
                _ => break,
            }
            self.position += 1;
        }
        field.width = self.size(i64::MAX as u64, "width too big")?;
        if self.take('.') {
            field.precision = match self.size(i32::MAX as u64, "precision too big")? {
                Size::Absent => Size::Number(0),
                size => size,
            };
        }
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.position += 1;
        }
        field.index = self.position;
        field.conversion = self.peek().ok_or_else(|| Raise::value("incomplete format"))?;
        self.position += 1;
        Ok(field)
    }

    /// The key up to the parenthesis that closes it; parentheses inside must match.
    fn key(&mut self) -> Outcome<String> {
        let start = self.position;
        let mut open = 1;
        while open > 0 {
            match self.peek() {
                Some('(') => open += 1,
                Some(')') => open -= 1,
                Some(_) => {}
                None => return Err(Raise::value("incomplete format key")),
            }
            self.position += 1;
        }
        Ok(self.chars[start..self.position - 1].iter().collect())
    }

    fn size(&mut self, most: u64, too_big: &str) -> Outcome<Size> {
        if self.take('*') {
            return Ok(Size::Argument);
        }
        let mut size = None;
        while let Some(digit) = self.peek().filter(char::is_ascii_digit).and_then(|c| c.to_digit(10)) {
            let next =
                size.unwrap_or(0_u64).checked_mul(10).and_then(|tens| tens.checked_add(u64::from(digit)));
            size = Some(next.filter(|&next| next <= most).ok_or_else(|| Raise::value(too_big))?);
            self.position += 1;
        }
        Ok(size.and_then(|size| usize::try_from(size).ok()).map_or(Size::Absent, Size::Number))
    }
}

/// Where the next argument is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Argument {
    /// The item of the tuple at the right of `%`.
    Item(usize),
    /// The object at the right of `%` itself.
    Whole,
    /// The value that the last key gave.
    Keyed,
}

/// Which arguments have been taken.
#[derive(Clone, Debug)]
pub struct Arguments {
    taken: usize,
    length: usize,
    tuple: bool,
    mapping: bool,
    keyed: bool,
}

impl Arguments {
    /// The arguments of `template % tuple`.
    pub fn of_tuple(length: usize) -> Arguments {
        Arguments { taken: 0, length, tuple: true, mapping: false, keyed: false }
    }

    /// The argument of `template % object`; `mapping` says that it can be indexed and is no string.
    pub fn of_object(mapping: bool) -> Arguments {
        Arguments { taken: 0, length: 1, tuple: false, mapping, keyed: false }
    }

    /// Must be called for a field with a key, before the mapping is indexed.
    pub fn take_key(&mut self) -> Outcome<()> {
        if !self.mapping {
            return Err(Raise::type_error("format requires a mapping"));
        }
        (self.taken, self.length, self.keyed) = (0, 1, true);
        Ok(())
    }

    /// The next argument.
    pub fn take(&mut self) -> Outcome<Argument> {
        if self.taken >= self.length {
            return Err(Raise::type_error("not enough arguments for format string"));
        }
        self.taken += 1;
        Ok(match (self.keyed, self.tuple) {
            (true, _) => Argument::Keyed,
            (_, true) => Argument::Item(self.taken - 1),
            _ => Argument::Whole,
        })
    }

    /// Must be called at the end of the template, which is a `string` or `bytes`.
    pub fn finish(&self, kind: &str) -> Outcome<()> {
        if self.taken < self.length && !self.mapping {
            return Err(Raise::type_error(format!("not all arguments converted during {kind} formatting")));
        }
        Ok(())
    }
}

/// What the machine must do with the value of a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    /// `str()`, then [`format_text`].
    Str,
    /// `repr()`, then [`format_text`].
    Repr,
    /// `ascii()`, then [`format_text`].
    Ascii,
    /// An integer, or what `int()` makes of a number, then [`format_int`].
    Decimal,
    /// An integer, then [`format_int`].
    Radix,
    /// A float, then [`format_float`].
    Float,
    /// An integer or a string of one character, then [`format_char`] or [`format_text`].
    Char,
}

impl Field {
    /// What the conversion's letter asks for; called after the argument has been taken.
    pub fn what(&self) -> Outcome<Conversion> {
        match self.conversion {
            's' => Ok(Conversion::Str),
            'r' => Ok(Conversion::Repr),
            'a' => Ok(Conversion::Ascii),
            'd' | 'i' | 'u' => Ok(Conversion::Decimal),
            'o' | 'x' | 'X' => Ok(Conversion::Radix),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => Ok(Conversion::Float),
            'c' => Ok(Conversion::Char),
            other => Err(Raise::value(format!(
                "unsupported format character '{}' ({:#x}) at index {}",
                if (' '..='~').contains(&other) { other } else { '?' },
                other as u32,
                self.index
            ))),
        }
    }

    /// The `TypeError` for a value of the wrong type.
    pub fn type_error(&self, type_name: &str) -> Raise {
        let letter = self.conversion;
        Raise::type_error(match letter {
            'd' | 'i' | 'u' => format!("%{letter} format: a real number is required, not {type_name}"),
            'o' | 'x' | 'X' => format!("%{letter} format: an integer is required, not {type_name}"),
            'c' => format!("%c requires an int or a unicode character, not {type_name}"),
            _ => format!("must be real number, not {type_name}"),
        })
    }

    fn size(size: Size) -> Outcome<Option<usize>> {
        match size {
            Size::Number(size) if size > MAX_FIELD => Err(Raise::new(ErrorClass::Memory, "")),
            Size::Number(size) => Ok(Some(size)),
            Size::Absent | Size::Argument => Ok(None),
        }
    }

    /// Pads `sign`, `prefix` and `body` to the width; with `0` the zeros go after the prefix.
    fn pad(&self, sign: &str, prefix: &str, body: &str, zeros: bool) -> Outcome<String> {
        let width = Field::size(self.width)?.unwrap_or(0);
        let missing = width.saturating_sub(sign.len() + prefix.len() + body.chars().count());
        let fill = |c: char| std::iter::repeat_n(c, missing).collect::<String>();
        Ok(match (self.left, zeros) {
            (true, _) => format!("{sign}{prefix}{body}{}", fill(' ')),
            (false, true) => format!("{sign}{prefix}{}{body}", fill('0')),
            (false, false) => format!("{}{sign}{prefix}{body}", fill(' ')),
        })
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.plus, self.space) {
            (true, ..) => "-",
            (_, true, _) => "+",
            (_, _, true) => " ",
            _ => "",
        }
    }
}

/// The `TypeError` of a `*` whose argument is no integer.
pub fn star_type_error() -> Raise {
    Raise::type_error("* wants int")
}

/// Sets the width to what a `*` found; a negative one turns the field to the left.
pub fn star_width(field: &mut Field, width: &BigInt) -> Outcome<()> {
    let width =
        width.to_i64().ok_or_else(|| Raise::overflow("Python int too large to convert to C ssize_t"))?;
    field.left |= width < 0;
    field.width = Size::Number(usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX));
    Ok(())
}

/// Sets the precision to what a `*` found; a negative one counts as 0.
pub fn star_precision(field: &mut Field, precision: &BigInt) -> Outcome<()> {
    let precision =
        precision.to_i32().ok_or_else(|| Raise::overflow("Python int too large to convert to C int"))?;
    field.precision = Size::Number(usize::try_from(precision).unwrap_or(0));
    Ok(())
}

/// Lays out what `str`, `repr` or `ascii` gave, or the one character of `%c`.
pub fn format_text(field: &Field, text: &str) -> Outcome<String> {
    let most = Field::size(field.precision)?.filter(|_| field.conversion != 'c');
    let end = most.and_then(|most| text.char_indices().nth(most)).map_or(text.len(), |(at, _)| at);
    field.pad("", "", &text[..end], false)
}

/// Lays out an integer for `%d`, `%i`, `%u`, `%o`, `%x` or `%X`.
pub fn format_int(field: &Field, value: &BigInt) -> Outcome<String> {
    let (_, prefix, digits) = int_text::magnitude(value, field.conversion)?;
    let least = Field::size(field.precision)?.unwrap_or(0);
    let digits = format!("{digits:0>least$}");
    let prefix = if field.alternate { prefix } else { "" };
    field.pad(field.sign(value.sign() == Sign::Minus), prefix, &digits, field.zero)
}

/// Lays out a float for `%e`, `%f`, `%g` and their capitals.
pub fn format_float(field: &Field, value: f64) -> Outcome<String> {
    let layout = match field.conversion.to_ascii_lowercase() {
        'e' => Layout::Exponent,
        'f' => Layout::Fixed,
        _ => Layout::General,
    };
    let flags = Flags {
        alternate: field.alternate,
        upper: field.conversion.is_ascii_uppercase(),
        ..Flags::default()
    };
    let text = float::format(value, layout, Field::size(field.precision)?.unwrap_or(6), flags);
    let body = text.trim_start_matches('-');
    field.pad(field.sign(body.len() < text.len()), "", body, field.zero)
}

/// Lays out the character with this code point for `%c`.
pub fn format_char(field: &Field, code: &BigInt) -> Outcome<String> {
    let code = code.to_u32().filter(|&code| code < 0x11_0000);
    let code = code.ok_or_else(|| Raise::overflow("%c arg not in range(0x110000)"))?;
    // A lone surrogate has no place in our text.
    let c = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    format_text(field, c.encode_utf8(&mut [0; 4]))
}

/// The `TypeError` of `%c` for a string that is not one character long.
pub fn char_length_error(length: usize) -> Raise {
    Raise::type_error(format!("%c requires an int or a unicode character, not a string of length {length}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value as the machine would have it.
    #[derive(Clone, Copy)]
    enum Value {
        Int(i64),
        Float(f64),
        Text(&'static str),
    }
    use Value::{Float, Int, Text};

    fn apply(field: &Field, value: Value) -> Outcome<String> {
        match (field.what()?, value) {
            (Conversion::Float, Int(value)) => format_float(field, value as f64),
            (Conversion::Float, Float(value)) => format_float(field, value),
            (Conversion::Decimal, Float(value)) => {
                format_int(field, &super::super::float_arith::to_int(value)?)
            }
            (Conversion::Decimal | Conversion::Radix, Int(value)) => format_int(field, &value.into()),
            (Conversion::Char, Int(value)) => format_char(field, &value.into()),
            (Conversion::Char, Text(text)) if text.chars().count() == 1 => format_text(field, text),
            (Conversion::Char, Text(text)) => Err(char_length_error(text.chars().count())),
            (Conversion::Str, Text(text)) => format_text(field, text),
            (Conversion::Repr, Text(text)) => format_text(field, &super::super::repr::repr_str(text)),
            (Conversion::Ascii, Text(text)) => format_text(field, &super::super::repr::ascii_str(text)),
            (Conversion::Str | Conversion::Repr | Conversion::Ascii, Int(value)) => {
                format_text(field, &value.to_string())
            }
            (Conversion::Str | Conversion::Repr | Conversion::Ascii, Float(value)) => {
                format_text(field, &float::repr(value))
            }
            (_, Float(_)) => Err(field.type_error("float")),
            (_, Text(_)) => Err(field.type_error("str")),
        }
    }

    fn run(template: &str, mut arguments: Arguments, values: &[Value]) -> Outcome<String> {
        let mut template = Template::new(template);
        let mut out = String::new();
        let value = |argument: Argument| match argument {
            Argument::Item(index) => values[index],
            Argument::Whole | Argument::Keyed => values[0],
        };
        while let Some(piece) = template.next() {
            let mut field = match piece? {
                Piece::Literal(text) => {
                    out.push_str(&text);
                    continue;
                }
                Piece::Field(field) => field,
            };
            if field.key.is_some() {
                arguments.take_key()?;
            }
            if field.width == Size::Argument {
                let Int(width) = value(arguments.take()?) else { return Err(star_type_error()) };
                star_width(&mut field, &width.into())?;
            }
            if field.precision == Size::Argument {
                let Int(precision) = value(arguments.take()?) else { return Err(star_type_error()) };
                star_precision(&mut field, &precision.into())?;
            }
            let value = value(arguments.take()?);
            out.push_str(&apply(&field, value)?);
        }
        arguments.finish("string")?;
        Ok(out)
    }

    fn shown(outcome: Outcome<String>) -> String {
        outcome.unwrap_or_else(|raise| raise.to_string())
    }

    #[test]
    fn one_value() {
        for (template, value, expected) in [
            ("%y", Int(1), "ValueError: unsupported format character 'y' (0x79) at index 1"),
            ("a%", Int(1), "ValueError: incomplete format"),
            ("%(a)s", Int(5), "TypeError: format requires a mapping"),
            ("%s %s", Int(1), "TypeError: not enough arguments for format string"),
            ("%d", Text("x"), "TypeError: %d format: a real number is required, not str"),
            ("%x", Float(1.5), "TypeError: %x format: an integer is required, not float"),
            (
                "%c",
                Text("ab"),
                "TypeError: %c requires an int or a unicode character, not a string of length 2",
            ),
            ("%c", Float(1.5), "TypeError: %c requires an int or a unicode character, not float"),
            ("%c", Int(-1), "OverflowError: %c arg not in range(0x110000)"),
            ("%c", Int(1114112), "OverflowError: %c arg not in range(0x110000)"),
            ("%f", Text("x"), "TypeError: must be real number, not str"),
            ("%99999999999999999999d", Int(1), "ValueError: width too big"),
            ("%.99999999999999999999d", Int(1), "ValueError: precision too big"),
            ("%d%%", Int(5), "5%"),
            ("% d", Int(5), " 5"),
            ("%+d", Int(5), "+5"),
            ("%+ d", Int(5), "+5"),
            ("%-05d|", Int(5), "5    |"),
            ("%05d", Int(-5), "-0005"),
            ("%05s", Text("a"), "    a"),
            ("%.2s", Text("abc"), "ab"),
            ("%5.1r|", Text("abc"), "    '|"),
            ("%a", Text("\u{e9}"), "'\\xe9'"),
            ("%#x", Int(255), "0xff"),
            ("%#X", Int(255), "0XFF"),
            ("%#o", Int(8), "0o10"),
            ("%o", Int(-8), "-10"),
            ("%#08x", Int(255), "0x0000ff"),
            ("%#.5x", Int(255), "0x000ff"),
            ("%.5d", Int(-42), "-00042"),
            ("%08.5d", Int(-42), "-0000042"),
            ("%-8.5d|", Int(42), "00042   |"),
            ("%i", Float(3.7), "3"),
            ("%u", Int(3), "3"),
            ("%d", Float(-3.99), "-3"),
            ("%d", Float(f64::INFINITY), "OverflowError: cannot convert float infinity to integer"),
            ("%d", Float(f64::NAN), "ValueError: cannot convert float NaN to integer"),
            ("%5.1f|", Float(3.0625), "  3.1|"),
            ("%e", Float(12345.678), "1.234568e+04"),
            ("%g", Float(1e+20), "1e+20"),
            ("%#g", Float(1.0), "1.00000"),
            ("%.0f", Float(2.5), "2"),
            ("%#.0f", Float(2.5), "2."),
            ("%05f", Float(f64::INFINITY), "00inf"),
            ("%+05F", Float(f64::INFINITY), "+0INF"),
            ("%G", Float(1e-10), "1E-10"),
            ("%ld", Int(5), "5"),
            ("%Lf", Int(5), "5.000000"),
            ("%lld", Int(5), "ValueError: unsupported format character 'l' (0x6c) at index 2"),
            ("%c", Int(65), "A"),
            ("%5c|", Text("\u{e9}"), "    \u{e9}|"),
            ("%-5c|", Int(65), "A    |"),
            ("%.0c", Text("a"), "a"),
            ("%\u{e9}", Int(1), "ValueError: unsupported format character '?' (0xe9) at index 1"),
            ("%\u{a}", Int(1), "ValueError: unsupported format character '?' (0xa) at index 1"),
            ("%5.3d|", Int(7), "  007|"),
            ("%+.3d|", Int(7), "+007|"),
            ("%.3000000000f", Int(1), "ValueError: precision too big"),
            ("%#.3g", Float(10000000000.0), "1.00e+10"),
            ("%.3g", Int(123456), "1.23e+05"),
            ("%5", Int(1), "ValueError: incomplete format"),
            ("%-", Int(1), "ValueError: incomplete format"),
            ("%.", Int(1), "ValueError: incomplete format"),
            ("%.d", Int(5), "5"),
            ("%.f", Float(5.5), "6"),
            ("%h", Int(1), "ValueError: incomplete format"),
            ("%X", Text("a"), "TypeError: %X format: an integer is required, not str"),
            ("%e", Text("q"), "TypeError: must be real number, not str"),
            ("% 05d", Int(5), " 0005"),
            ("%-+5d|", Int(5), "+5   |"),
            ("%#s", Int(1), "1"),
            ("%#.3x", Int(0), "0x000"),
            ("%5%", Int(1), "ValueError: unsupported format character '%' (0x25) at index 2"),
            ("ab%-q", Int(5), "ValueError: unsupported format character 'q' (0x71) at index 4"),
            ("%05.1f", Float(-2.25), "-02.2"),
            ("%-8.2e|", Float(-0.0), "-0.00e+00|"),
            ("abc", Int(5), "TypeError: not all arguments converted during string formatting"),
            ("\u{e9}%d\u{2603}%s", Int(5), "TypeError: not enough arguments for format string"),
        ] {
            assert_eq!(shown(run(template, Arguments::of_object(false), &[value])), expected, "{template:?}");
        }
    }

    #[test]
    fn tuples() {
        for (template, values, expected) in [
            ("%s", &[Int(1), Int(2)][..], "TypeError: not all arguments converted during string formatting"),
            ("%*d", &[Text("a"), Int(1)][..], "TypeError: * wants int"),
            ("%.*f", &[Text("a"), Int(1)][..], "TypeError: * wants int"),
            ("%*d", &[Int(5), Int(1)][..], "    1"),
            ("%*d|", &[Int(-5), Int(1)][..], "1    |"),
            ("%.*f", &[Int(2), Float(1.5)][..], "1.50"),
            ("%.*f", &[Int(-2), Float(1.5)][..], "2"),
            ("%z", &[][..], "TypeError: not enough arguments for format string"),
            ("%5%", &[][..], "TypeError: not enough arguments for format string"),
            ("%%", &[][..], "%"),
            ("abc", &[][..], "abc"),
            ("abc", &[Int(1)][..], "TypeError: not all arguments converted during string formatting"),
            (
                "%d %y",
                &[Int(1), Int(2)][..],
                "ValueError: unsupported format character 'y' (0x79) at index 4",
            ),
            ("%s", &[][..], "TypeError: not enough arguments for format string"),
            ("%*.*f|", &[Int(8), Int(3), Float(2.5)][..], "   2.500|"),
            ("%s-%r", &[Text("a"), Text("b")][..], "a-'b'"),
            ("%*%", &[Int(1)][..], "TypeError: not enough arguments for format string"),
        ] {
            assert_eq!(
                shown(run(template, Arguments::of_tuple(values.len()), values)),
                expected,
                "{template:?}"
            );
        }
    }

    #[test]
    fn mappings() {
        let mapping = || Arguments::of_object(true);
        assert_eq!(shown(run("%(a)5d|%(b(c)d)s", mapping(), &[Int(7)])), "    7|7");
        assert_eq!(shown(run("abc", mapping(), &[])), "abc");
        assert_eq!(
            shown(run("%(a)s %s", mapping(), &[Int(7)])),
            "TypeError: not enough arguments for format string"
        );
        assert_eq!(shown(run("%(a", mapping(), &[Int(7)])), "ValueError: incomplete format key");
        assert_eq!(
            shown(run("%(a)s", Arguments::of_tuple(1), &[Int(7)])),
            "TypeError: format requires a mapping"
        );
    }
}
