//! What a format spec makes of an integer, a float, a string or a complex number: `format(value, spec)` and
//! the fields of f-strings. Messages name the type as the caller gives it (`bool`, a subclass, …).

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::complex::Complex;
use super::float::{self, Flags, Layout};
use super::float_arith;
use super::format_spec::{Align, Defaults, Grouping, SignStyle, Spec, parse, unknown_kind};
use super::int_text;
use super::raise::{ErrorClass, Outcome, Raise};

const NUMBER: Defaults = Defaults { kind: None, align: Align::Right };
const INTEGER: Defaults = Defaults { kind: Some('d'), align: Align::Right };
const STRING: Defaults = Defaults { kind: Some('s'), align: Align::Left };

/// Fields and fractions longer than this are refused with `MemoryError` instead of being built.
const MAX_FIELD: usize = 1 << 26;

/// `format(value, spec)` of a string.
pub fn format_str(value: &str, spec: &str, type_name: &str) -> Outcome<String> {
    if spec.is_empty() {
        return Ok(value.to_owned());
    }
    let spec = parse(spec, type_name, STRING)?;
    if let Some(kind) = spec.kind.filter(|&kind| kind != 's') {
        return Err(unknown_kind(kind, type_name));
    }
    let refuse = |what: &str| Err(Raise::value(format!("{what} not allowed in string format specifier")));
    match spec.sign {
        Some(SignStyle::Space) => return refuse("Space"),
        Some(_) => return refuse("Sign"),
        None => {}
    }
    if spec.no_negative_zero {
        return refuse("Negative zero coercion (z)");
    }
    if spec.alternate {
        return refuse("Alternate form (#)");
    }
    if spec.align == Align::AfterSign {
        return refuse("'=' alignment");
    }
    let end =
        spec.precision.and_then(|most| value.char_indices().nth(most)).map_or(value.len(), |(at, _)| at);
    padded(&value[..end], &spec)
}

/// `format(value, spec)` of a 64-bit integer; `bool` comes here too once its spec is not empty.
pub fn format_i64(value: i64, spec: &str, type_name: &str) -> Outcome<String> {
    if spec.is_empty() {
        return Ok(value.to_string());
    }
    format_int(&BigInt::from(value), spec, type_name)
}

/// `format(value, spec)` of an integer.
pub fn format_int(value: &BigInt, spec: &str, type_name: &str) -> Outcome<String> {
    if spec.is_empty() {
        return int_text::to_decimal(value);
    }
    let spec = parse(spec, type_name, INTEGER)?;
    match spec.kind.unwrap_or('d') {
        'b' | 'c' | 'd' | 'n' | 'o' | 'x' | 'X' => integer(value, &spec),
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => real(float_arith::from_big_int(value)?, &spec),
        kind => Err(unknown_kind(kind, type_name)),
    }
}

/// `format(value, spec)` of a float.
pub fn format_float(value: f64, spec: &str, type_name: &str) -> Outcome<String> {
    if spec.is_empty() {
        return Ok(float::repr(value));
    }
    let spec = parse(spec, type_name, NUMBER)?;
    check_float_kind(&spec, type_name, true)?;
    real(value, &spec)
}

/// `format(value, spec)` of a complex number.
pub fn format_complex(value: Complex, spec: &str, type_name: &str) -> Outcome<String> {
    if spec.is_empty() {
        return Ok(super::complex::repr(value));
    }
    let spec = parse(spec, type_name, NUMBER)?;
    check_float_kind(&spec, type_name, false)?;
    complex(value, &spec)
}

fn check_float_kind(spec: &Spec, type_name: &str, percent: bool) -> Outcome<()> {
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n') => Ok(()),
        Some('%') if percent => Ok(()),
        Some(kind) => Err(unknown_kind(kind, type_name)),
    }
}

fn check_field(size: Option<usize>) -> Outcome<usize> {
    let size = size.unwrap_or(0);
    if size > MAX_FIELD { Err(Raise::new(ErrorClass::Memory, "")) } else { Ok(size) }
}

fn padded(text: &str, spec: &Spec) -> Outcome<String> {
    let missing = check_field(spec.width)?.saturating_sub(text.chars().count());
    let left = match spec.align {
        Align::Left | Align::AfterSign => 0,
        Align::Right => missing,
        Align::Center => missing / 2,
    };
    let mut out = String::with_capacity(text.len() + missing);
    out.extend(std::iter::repeat_n(spec.fill, left));
    out.push_str(text);
    out.extend(std::iter::repeat_n(spec.fill, missing - left));
    Ok(out)
}

/// A number taken apart for its field: `[sign][prefix][whole][.fraction][tail]`.
struct Parts<'a> {
    negative: bool,
    prefix: &'a str,
    whole: &'a str,
    fraction: Option<&'a str>,
    tail: &'a str,
}

/// Puts a number into its field, with its separators; zeros that pad are grouped too.
fn number(parts: &Parts<'_>, group_size: usize, spec: &Spec) -> Outcome<String> {
    let width = check_field(spec.width)?;
    let sign = match (parts.negative, spec.sign) {
        (true, _) => "-",
        (false, Some(SignStyle::Plus)) => "+",
        (false, Some(SignStyle::Space)) => " ",
        (false, _) => "",
    };
    let mut rest = String::new();
    if let Some(fraction) = parts.fraction {
        rest.push('.');
        push_grouped_fraction(fraction, spec.fraction_grouping, &mut rest);
    }
    rest.push_str(parts.tail);
    let around = sign.len() + parts.prefix.len() + rest.chars().count();
    let zeros_fill = spec.fill == '0' && spec.align == Align::AfterSign;
    let least = if zeros_fill { width.saturating_sub(around) } else { 0 };
    let whole = if parts.whole.is_empty() {
        String::new()
    } else {
        grouped(parts.whole, group_size, spec.grouping.map(Grouping::separator), least)
    };
    if spec.align == Align::AfterSign {
        let missing = width.saturating_sub(around + whole.chars().count());
        let fill: String = std::iter::repeat_n(spec.fill, missing).collect();
        return Ok(format!("{sign}{}{fill}{whole}{rest}", parts.prefix));
    }
    padded(&format!("{sign}{}{whole}{rest}", parts.prefix), spec)
}

/// The digits in groups from the right, with leading zeros until they are at least `least` characters wide.
fn grouped(digits: &str, size: usize, separator: Option<char>, least: usize) -> String {
    let Some(separator) = separator else {
        return format!("{digits:0>least$}");
    };
    let digits = digits.as_bytes();
    let mut remaining = digits.len();
    let mut least = least as i64;
    let mut reversed = Vec::new();
    loop {
        let length = size.min(remaining.max(usize::try_from(least).unwrap_or(0)).max(1));
        for _ in 0..length {
            reversed.push(if remaining > 0 { char::from(digits[remaining - 1]) } else { '0' });
            remaining = remaining.saturating_sub(1);
        }
        least -= length as i64;
        if remaining == 0 && least <= 0 {
            return reversed.into_iter().rev().collect();
        }
        least -= 1;
        reversed.push(separator);
    }
}

fn push_grouped_fraction(digits: &str, grouping: Option<Grouping>, out: &mut String) {
    for (at, digit) in digits.chars().enumerate() {
        if let Some(grouping) = grouping.filter(|_| at > 0 && at % 3 == 0) {
            out.push(grouping.separator());
        }
        out.push(digit);
    }
}

fn integer(value: &BigInt, spec: &Spec) -> Outcome<String> {
    let kind = spec.kind.unwrap_or('d');
    if spec.precision.is_some() {
        return Err(Raise::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(Raise::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if kind == 'c' {
        return character(value, spec);
    }
    let (radix, prefix, digits) = int_text::magnitude(value, kind)?;
    let parts = Parts {
        negative: value.sign() == Sign::Minus,
        prefix: if spec.alternate { prefix } else { "" },
        whole: &digits,
        fraction: None,
        tail: "",
    };
    number(&parts, if radix == 10 { 3 } else { 4 }, spec)
}

fn character(value: &BigInt, spec: &Spec) -> Outcome<String> {
    if spec.sign.is_some() {
        return Err(Raise::value("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(Raise::value("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let code = value.to_i64().ok_or_else(|| Raise::overflow("Python int too large to convert to C long"))?;
    let code = u32::try_from(code).ok().filter(|&code| code < 0x11_0000);
    let code = code.ok_or_else(|| Raise::overflow("%c arg not in range(0x110000)"))?;
    // A lone surrogate has no place in our text.
    let c = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER).to_string();
    let parts = Parts { negative: false, prefix: "", whole: "", fraction: None, tail: &c };
    number(&parts, 3, spec)
}

/// The layout, precision and flags that a spec asks for.
fn float_style(spec: &Spec) -> Outcome<(Layout, usize, Flags)> {
    let flags = Flags {
        alternate: spec.alternate,
        no_negative_zero: spec.no_negative_zero,
        upper: matches!(spec.kind, Some('E' | 'F' | 'G')),
        add_dot_0: spec.kind.is_none(),
    };
    if spec.precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(Raise::value("precision too big"));
    }
    let layout = match (spec.kind, spec.precision) {
        (Some('e' | 'E'), _) => Layout::Exponent,
        (Some('f' | 'F' | '%'), _) => Layout::Fixed,
        (None, None) => Layout::Shortest,
        _ => Layout::General,
    };
    Ok((layout, if spec.precision.is_some() { check_field(spec.precision)? } else { 6 }, flags))
}

/// Takes the text of a float (without its sign) apart.
fn float_parts(text: &str, negative: bool) -> Parts<'_> {
    let digits_end = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = text.split_at(digits_end(text));
    let (fraction, tail) = match rest.strip_prefix('.') {
        Some(rest) => {
            let (fraction, tail) = rest.split_at(digits_end(rest));
            (Some(fraction), tail)
        }
        None => (None, rest),
    };
    Parts { negative, prefix: "", whole, fraction, tail }
}

fn real(value: f64, spec: &Spec) -> Outcome<String> {
    let percent = spec.kind == Some('%');
    let (layout, precision, flags) = float_style(spec)?;
    let mut text = float::format(if percent { value * 100.0 } else { value }, layout, precision, flags);
    if percent {
        text.push('%');
    }
    match text.strip_prefix('-') {
        Some(text) => number(&float_parts(text, true), 3, spec),
        None => number(&float_parts(&text, false), 3, spec),
    }
}

fn complex(value: Complex, spec: &Spec) -> Outcome<String> {
    if spec.fill == '0' {
        return Err(Raise::value("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Align::AfterSign {
        return Err(Raise::value("'=' alignment flag is not allowed in complex format specifier"));
    }
    let (layout, precision, mut flags) = float_style(spec)?;
    flags.add_dot_0 = false;
    let plain = spec.kind.is_none();
    let skip_real = plain && value.real == 0.0 && value.real.is_sign_positive();
    let part = |part: f64, sign: Option<SignStyle>| {
        let text = float::format(part, layout, precision, flags);
        let inner = Spec { sign, width: None, align: Align::Left, fill: ' ', ..spec.clone() };
        match text.strip_prefix('-') {
            Some(text) => number(&float_parts(text, true), 3, &inner),
            None => number(&float_parts(&text, false), 3, &inner),
        }
    };
    let text = if skip_real {
        format!("{}j", part(value.imag, spec.sign)?)
    } else {
        let both = format!("{}{}j", part(value.real, spec.sign)?, part(value.imag, Some(SignStyle::Plus))?);
        if plain { format!("({both})") } else { both }
    };
    padded(&text, spec)
}

#[cfg(test)]
#[path = "format_tests.rs"]
mod tests;
