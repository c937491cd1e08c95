//! The format mini-language as text: `[[fill]align][sign][z][#][0][width][grouping][.precision][grouping][type]`
//! (the second grouping, of the fraction, is new in CPython 3.14). What a spec does is in `format_apply`.

use super::raise::{Outcome, Raise};
use super::unicode::decimal_value;

/// Where the text stands in its field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: the padding goes between the sign and the digits.
    AfterSign,
}

/// The separator between groups of digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grouping {
    /// `,`
    Comma,
    /// `_`
    Underscore,
}

impl Grouping {
    /// The separator itself.
    pub fn separator(self) -> char {
        match self {
            Grouping::Comma => ',',
            Grouping::Underscore => '_',
        }
    }
}

/// How numbers that are not negative begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SignStyle {
    /// `-`, or nothing written: with nothing.
    Minus,
    /// `+`
    Plus,
    /// A blank.
    Space,
}

/// A parsed format spec.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spec {
    /// What fills the field.
    pub fill: char,
    /// Where the text stands in it.
    pub align: Align,
    /// The sign as written; `None` if none was.
    pub sign: Option<SignStyle>,
    /// `z`
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least width of the field, in characters.
    pub width: Option<usize>,
    /// The grouping of the whole part.
    pub grouping: Option<Grouping>,
    /// The digits after the point, or the most characters of a string.
    pub precision: Option<usize>,
    /// The grouping of the fraction.
    pub fraction_grouping: Option<Grouping>,
    /// The presentation type as written.
    pub kind: Option<char>,
}

impl Default for Spec {
    fn default() -> Spec {
        Spec {
            fill: ' ',
            align: Align::Left,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: None,
            grouping: None,
            precision: None,
            fraction_grouping: None,
            kind: None,
        }
    }
}

/// What a type lays down for specs that leave it out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Defaults {
    /// The presentation type, which decides whether a grouping is allowed; `None` for floats.
    pub kind: Option<char>,
    /// [`Align::Right`] for numbers, [`Align::Left`] for strings.
    pub align: Align,
}

/// The characters of a spec, read from the front.
struct Reader<'a> {
    rest: std::str::Chars<'a>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.rest.next();
        }
        found
    }

    fn number(&mut self) -> Outcome<Option<usize>> {
        let mut value = None;
        while let Some(digit) = self.peek().and_then(decimal_value) {
            self.rest.next();
            // CPython counts in a signed machine word.
            let next =
                value.unwrap_or(0_i64).checked_mul(10).and_then(|tens| tens.checked_add(i64::from(digit)));
            value = Some(next.ok_or_else(|| Raise::value("Too many decimal digits in format string"))?);
        }
        Ok(value.and_then(|value| usize::try_from(value).ok()))
    }

    /// A separator, of which only one is allowed.
    fn grouping(&mut self) -> Outcome<Option<Grouping>> {
        let both = || Raise::value("Cannot specify both ',' and '_'.");
        let comma = self.take(',');
        let underscore = self.take('_');
        if underscore && (comma || self.peek() == Some(',')) {
            return Err(both());
        }
        Ok(match (comma, underscore) {
            (true, _) => Some(Grouping::Comma),
            (_, true) => Some(Grouping::Underscore),
            _ => None,
        })
    }
}

fn align_of(c: char) -> Option<Align> {
    match c {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Center),
        '=' => Some(Align::AfterSign),
        _ => None,
    }
}

/// Parses `text` for an object whose type is called `type_name`.
pub fn parse(text: &str, type_name: &str, defaults: Defaults) -> Outcome<Spec> {
    let mut spec = Spec { align: defaults.align, ..Spec::default() };
    let mut reader = Reader { rest: text.chars() };
    let mut start = text.chars();
    let (first, second) = (start.next(), start.next());
    let mut aligned = true;
    let mut filled = false;
    if let (Some(fill), Some(align)) = (first, second.and_then(align_of)) {
        (spec.fill, spec.align, filled) = (fill, align, true);
        reader.rest = start;
    } else if let Some(align) = first.and_then(align_of) {
        spec.align = align;
        reader.rest.next();
    } else {
        aligned = false;
    }
    spec.sign = [('+', SignStyle::Plus), ('-', SignStyle::Minus), (' ', SignStyle::Space)]
        .into_iter()
        .find_map(|(c, sign)| reader.take(c).then_some(sign));
    spec.no_negative_zero = reader.take('z');
    spec.alternate = reader.take('#');
    if !filled && reader.take('0') {
        spec.fill = '0';
        if !aligned && defaults.align == Align::Right {
            spec.align = Align::AfterSign;
        }
    }
    spec.width = reader.number()?;
    spec.grouping = reader.grouping()?;
    if reader.take('.') {
        spec.precision = reader.number()?;
        spec.fraction_grouping = reader.grouping()?;
        if spec.precision.is_none() && spec.fraction_grouping.is_none() {
            return Err(Raise::value("Format specifier missing precision"));
        }
    }
    spec.kind = reader.rest.next();
    if reader.rest.next().is_some() {
        return Err(Raise::value(format!(
            "Invalid format specifier '{text}' for object of type '{type_name}'"
        )));
    }
    check_grouping(&spec, defaults)?;
    Ok(spec)
}

fn check_grouping(spec: &Spec, defaults: Defaults) -> Outcome<()> {
    let kind = spec.kind.or(defaults.kind);
    let refused = match (spec.grouping, kind) {
        (Some(_), None | Some('d' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%')) => None,
        (Some(Grouping::Underscore), Some('b' | 'o' | 'x' | 'X')) => None,
        (grouping, _) => grouping,
    };
    let refused = refused.or(spec.fraction_grouping.filter(|_| kind == Some('n')));
    match (refused, kind) {
        (Some(grouping), Some(kind)) => Err(Raise::value(format!(
            "Cannot specify '{}' with '{}'.",
            grouping.separator(),
            shown_kind(kind)
        ))),
        _ => Ok(()),
    }
}

/// A presentation type in a message: itself if it is printable ASCII, else an escape.
fn shown_kind(kind: char) -> String {
    if kind > ' ' && (kind as u32) < 128 { kind.to_string() } else { format!("\\x{:x}", kind as u32) }
}

/// The error for a presentation type that the object's type does not know.
pub fn unknown_kind(kind: char, type_name: &str) -> Raise {
    Raise::value(format!("Unknown format code '{}' for object of type '{type_name}'", shown_kind(kind)))
}
