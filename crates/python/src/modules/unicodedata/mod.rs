//! `unicodedata`: what Unicode says of characters. The properties come from tables, the normal forms from the crate
//! that the parser has for names; of the names of characters only the common ones are known.

mod tables;

use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;

use crate::builtins::arguments::{Given, function};
use crate::builtins::install::functions;
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::text::unicode::{decimal_value, is_digit};
use crate::value::Value;

use tables::{CATEGORIES, CATEGORY, COMBINING, MIRRORED, NUMERIC, WIDTH, WIDTHS};

/// Fills the module's names.
pub fn fill(_: &mut Machine, dict: &Rc<Dict>) {
    functions(
        dict,
        "unicodedata",
        &[
            ("bidirectional", bidirectional),
            ("category", category),
            ("combining", combining),
            ("decimal", decimal),
            ("decomposition", decomposition),
            ("digit", digit),
            ("east_asian_width", east_asian_width),
            ("is_normalized", is_normalized),
            ("lookup", lookup),
            ("mirrored", mirrored),
            ("name", name),
            ("normalize", normalize),
            ("numeric", numeric),
        ],
    );
    dict.set_str("unidata_version", Value::str("16.0.0"));
}

/// What a table says of a character.
fn found(table: &[u32], c: char) -> usize {
    let at = table.partition_point(|&run| run >> 8 <= c as u32);
    at.checked_sub(1).map_or(0, |at| (table[at] & 0xff) as usize)
}

fn character(machine: &Machine, value: &Value, function: &str, place: &str) -> PyResult<char> {
    let Some(text) = value.as_str() else {
        let kind = machine.types.name_of(value);
        return type_error(format!("{function}() argument{place} must be a unicode character, not {kind}"));
    };
    let mut chars = text.as_str().chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(c),
        _ => type_error(format!(
            "{function}(): argument{place} must be a unicode character, not a string of length {}",
            text.len()
        )),
    }
}

/// The one character that a function takes.
fn only(machine: &Machine, args: &Args, name: &'static str) -> PyResult<char> {
    let given: Given = function(args, name);
    given.no_keywords()?;
    match &args.positional[..] {
        [value] => character(machine, value, name, ""),
        other => {
            type_error(format!("unicodedata.{name}() takes exactly one argument ({} given)", other.len()))
        }
    }
}

fn category(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let c = only(machine, args, "category")?;
    done(Value::str(CATEGORIES[found(CATEGORY, c)]))
}

fn bidirectional(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    only(machine, args, "bidirectional")?;
    raise(Exc::NotImplementedError, "Loopglass has no table of the directions of characters")
}

fn east_asian_width(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let c = only(machine, args, "east_asian_width")?;
    done(Value::str(WIDTHS[found(WIDTH, c)]))
}

fn combining(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let c = only(machine, args, "combining")?;
    done(found(COMBINING, c) as i64)
}

fn mirrored(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let c = only(machine, args, "mirrored")?;
    done(found(MIRRORED, c) as i64)
}

fn decomposition(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    only(machine, args, "decomposition")?;
    raise(Exc::NotImplementedError, "Loopglass has no table of decompositions; use normalize('NFD', …)")
}

/// A character, and what is given for it if it has no value.
fn with_default<'a>(
    machine: &Machine,
    args: &'a Args,
    name: &'static str,
) -> PyResult<(char, Option<&'a Value>)> {
    let given = function(args, name).between(1, 2)?;
    Ok((character(machine, &given[0], name, " 1")?, given.get(1)))
}

fn or_default(value: Option<Value>, default: Option<&Value>, refusal: &str) -> PyResult<Flow> {
    match value.or_else(|| default.cloned()) {
        Some(value) => done(value),
        None => value_error(refusal),
    }
}

/// A numeric value as a fraction.
fn fraction(c: char) -> Option<(i64, i64)> {
    let at = NUMERIC.partition_point(|&(first, ..)| first <= c as u32).checked_sub(1)?;
    let (first, count, denominator, numerator) = NUMERIC[at];
    let step = c as u32 - first;
    let denominator = i64::from(denominator);
    (step < count.into()).then_some((numerator + i64::from(step) * denominator, denominator))
}

fn decimal(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (c, default) = with_default(machine, args, "decimal")?;
    or_default(decimal_value(c).map(|value| Value::Int(value.into())), default, "not a decimal")
}

fn digit(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (c, default) = with_default(machine, args, "digit")?;
    let value = fraction(c).filter(|_| is_digit(c)).map(|(value, _)| Value::Int(value));
    or_default(value, default, "not a digit")
}

fn numeric(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (c, default) = with_default(machine, args, "numeric")?;
    let value = fraction(c).map(|(above, below)| Value::Float(above as f64 / below as f64));
    or_default(value, default, "not a numeric character")
}

fn form_and_text(machine: &Machine, args: &Args, name: &'static str) -> PyResult<(String, String)> {
    let given = function(args, name).between(2, 2)?;
    let mut texts = given.iter().enumerate().map(|(at, value)| match value.as_str() {
        Some(text) => Ok(text.as_str().to_string()),
        None => {
            let kind = machine.types.name_of(value);
            type_error(format!("{name}() argument {} must be str, not {kind}", at + 1))
        }
    });
    match (texts.next(), texts.next()) {
        (Some(form), Some(text)) => Ok((form?, text?)),
        _ => type_error(format!("{name} expected 2 arguments")),
    }
}

fn normal(form: &str, text: &str) -> PyResult<String> {
    Ok(match form {
        "NFC" => text.nfc().collect(),
        "NFD" => text.nfd().collect(),
        "NFKC" => text.nfkc().collect(),
        "NFKD" => text.nfkd().collect(),
        _ => return value_error("invalid normalization form"),
    })
}

fn normalize(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (form, text) = form_and_text(machine, args, "normalize")?;
    done(Value::string(normal(&form, &text)?))
}

fn is_normalized(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (form, text) = form_and_text(machine, args, "is_normalized")?;
    done(normal(&form, &text)? == text)
}

/// The first consonants, vowels and last consonants that the syllables of Hangul are written with.
const SYLLABLES: [&[&str]; 3] = [
    &["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"],
    &[
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI",
        "YU", "EU", "YI", "I",
    ],
    &[
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B",
        "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
    ],
];

/// Whether a character has no name: it is a control, for private use, or none at all.
fn is_nameless(c: char) -> bool {
    matches!(CATEGORIES[found(CATEGORY, c)], "Cc" | "Cn" | "Co")
}

/// The names that follow from the number of the character.
fn computed_name(c: char) -> Option<String> {
    let code = c as u32;
    if is_nameless(c) {
        return None;
    }
    match code {
        0xac00..=0xd7a3 => {
            let at = (code - 0xac00) as usize;
            let [first, vowel, last] =
                [SYLLABLES[0][at / 588], SYLLABLES[1][at % 588 / 28], SYLLABLES[2][at % 28]];
            Some(format!("HANGUL SYLLABLE {first}{vowel}{last}"))
        }
        0x3400..=0x4dbf | 0x4e00..=0x9fff | 0x20000..=0x2ebe0 | 0x30000..=0x323af => {
            Some(format!("CJK UNIFIED IDEOGRAPH-{code:04X}"))
        }
        _ => None,
    }
}

/// The name of a character, if it has one and that is known.
pub fn known_name(c: char) -> Option<String> {
    computed_name(c).or_else(|| unicode_names2::name(c).filter(|_| !is_nameless(c)).map(str::to_string))
}

fn name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (c, default) = with_default(machine, args, "name")?;
    let known = known_name(c);
    if known.is_none() && !is_nameless(c) {
        return raise(
            Exc::NotImplementedError,
            format!("Loopglass knows the names of common characters only, not that of U+{:04X}", c as u32),
        );
    }
    or_default(known.map(Value::string), default, "no such name")
}

fn lookup(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "lookup").one()?;
    let Some(text) = given.as_str() else {
        let kind = machine.types.name_of(given);
        return type_error(format!("a bytes-like object is required, not '{kind}'"));
    };
    let upper = text.as_str().to_ascii_uppercase();
    let ideograph = || {
        let code = upper.strip_prefix("CJK UNIFIED IDEOGRAPH-")?;
        let c = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
        (computed_name(c)? == upper).then_some(c)
    };
    let syllable = || {
        upper.strip_prefix("HANGUL SYLLABLE ")?;
        ('\u{ac00}'..='\u{d7a3}').find(|&c| computed_name(c).as_deref() == Some(upper.as_str()))
    };
    match unicode_names2::character(&upper).or_else(ideograph).or_else(syllable) {
        Some(c) => done(Value::string(c.to_string())),
        None => raise(Exc::KeyError, format!("undefined character name '{}'", text.as_str())),
    }
}
