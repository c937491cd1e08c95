//! `_re`: what `re` needs of Rust. Patterns are parsed and matched by our own matcher, since no crate has the
//! semantics, the messages and the size that are wanted at once (`docs/limitations/re.md` says more).

mod charset;
mod escape;
mod group;
mod matcher;
mod parse;
mod program;
mod source;
mod tree;

#[cfg(test)]
mod tests;

use std::any::Any;
use std::rc::Rc;

use loopglass_trace::Limit;

use self::matcher::{Matcher, Mode, Subject, TooLong, UNSET};
use self::program::Program;
use self::tree::PatternFault;
use crate::builtins::install::functions;
use crate::class::{Instance, Layout, NativeData, Payload};
use crate::dict::Dict;
use crate::error::{Exc, PyResult, Raise, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// How many steps one call may take.
const STEPS: u64 = 50_000_000;

struct Compiled {
    program: Program,
    is_text: bool,
}

impl NativeData for Compiled {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Fills the module's names.
pub fn fill(machine: &mut Machine, dict: &Rc<Dict>) {
    let object = machine.types.object.clone();
    let class = machine.types.define("re.Compiled", Layout::Native("Compiled"), &object, false);
    dict.set_str("Compiled", Value::Class(class));
    functions(dict, "_re", &[("compile", compile), ("find", find), ("scan", scan), ("findall", findall)]);
}

/// `compile(pattern, flags)`: the program, the flags, the number of groups, names and numbers of groups, and
/// warnings; for a wrong pattern, the message and the place only.
fn compile(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [pattern, Value::Int(given), ..] = &args.positional[..] else {
        return type_error("a pattern and flags were expected");
    };
    let (text, is_text): (Vec<char>, bool) = match pattern.base_value() {
        Value::Str(text) => (text.as_str().chars().collect(), true),
        Value::Bytes(bytes) => (bytes.borrow().iter().map(|byte| char::from(*byte)).collect(), false),
        _ => return type_error("first argument must be string or compiled pattern"),
    };
    let compiled = parse::parse(&text, is_text, *given as u32).and_then(|pattern| {
        let program = program::compile(&pattern.body, pattern.groups, &pattern.widths, is_text)?;
        Ok((pattern, program))
    });
    let (pattern, program) = match compiled {
        Ok(compiled) => compiled,
        Err(PatternFault::Error(message, place)) => {
            let place = place.map_or(Value::None, |place| Value::Int(place as i64));
            return done(Value::tuple(vec![Value::string(message), place]));
        }
        Err(PatternFault::Value(message, false)) => return value_error(message),
        Err(PatternFault::Value(message, true)) => return raise(Exc::OverflowError, message),
    };
    let names: Rc<Dict> = Rc::default();
    for (name, group) in &pattern.names {
        names.set_str(name, Value::Int(i64::from(*group)));
    }
    let class = machine.types.named("re.Compiled");
    let compiled = Instance::new(class, Payload::Native(Box::new(Compiled { program, is_text })));
    done(Value::tuple(vec![
        Value::Instance(compiled),
        Value::Int(i64::from(pattern.flags)),
        Value::Int(i64::from(pattern.groups)),
        Value::Dict(names),
        Value::list(pattern.warnings.into_iter().map(Value::string).collect()),
    ]))
}

/// A text to be matched.
enum Text {
    /// A `str` of ASCII characters.
    Ascii(Rc<crate::sequence::Str>),
    /// Any `str`.
    Wide(Vec<char>),
    /// `bytes` or `bytearray`.
    Bytes(Vec<u8>),
}

impl Text {
    fn slice(&self, start: usize, end: usize) -> Value {
        match self {
            Text::Ascii(text) => Value::str(text.slice(start, end)),
            Text::Wide(chars) => Value::string(chars[start..end].iter().collect()),
            Text::Bytes(bytes) => Value::bytes(bytes[start..end].to_vec()),
        }
    }
}

/// What a call is about: the pattern, the text, from where and up to where.
struct Request<'a> {
    compiled: &'a Compiled,
    text: Text,
    start: usize,
    end: usize,
}

fn request<'a>(machine: &Machine, args: &'a Args) -> PyResult<Request<'a>> {
    let [Value::Instance(compiled), subject, start, end, ..] = &args.positional[..] else {
        return type_error("a pattern, a text and two places were expected");
    };
    let Some(compiled) = compiled.native::<Compiled>() else { return type_error("a pattern was expected") };
    let (text, length) = match subject.base_value() {
        Value::Str(_) if !compiled.is_text => {
            return type_error("cannot use a bytes pattern on a string-like object");
        }
        Value::Bytes(_) if compiled.is_text => {
            return type_error("cannot use a string pattern on a bytes-like object");
        }
        Value::Str(text) if text.is_ascii() => (Text::Ascii(text.clone()), text.len()),
        Value::Str(text) => (Text::Wide(text.as_str().chars().collect()), text.len()),
        Value::Bytes(bytes) => {
            let bytes = bytes.borrow().clone();
            let length = bytes.len();
            (Text::Bytes(bytes), length)
        }
        other => match crate::builtins::memory_view::shown_bytes(other) {
            Some(_) if compiled.is_text => {
                return type_error("cannot use a string pattern on a bytes-like object");
            }
            Some(bytes) => {
                let length = bytes.len();
                (Text::Bytes(bytes), length)
            }
            None => {
                let kind = machine.types.name_of(subject);
                return type_error(format!("expected string or bytes-like object, got '{kind}'"));
            }
        },
    };
    let place = |value: &Value| match value.base_value() {
        Value::Int(place) => Ok((*place).clamp(0, length as i64) as usize),
        Value::Bool(place) => Ok(usize::from(*place).min(length)),
        Value::Big(place) => Ok(if place.sign() == num_bigint::Sign::Minus { 0 } else { length }),
        other => {
            let kind = machine.types.name_of(other);
            type_error(format!("'{kind}' object cannot be interpreted as an integer"))
        }
    };
    Ok(Request { compiled, text, start: place(start)?, end: place(end)? })
}

/// What was found: the places of the groups, and the group closed last.
type Found = (Vec<usize>, Option<usize>);

impl Request<'_> {
    fn find(&self, mode: Mode) -> PyResult<Option<Found>> {
        let found = self.scan_with(mode, 1)?;
        Ok(found.into_iter().next())
    }

    /// All matches from left to right, at most so many.
    fn scan_with(&self, mode: Mode, most: usize) -> PyResult<Vec<Found>> {
        let found = match &self.text {
            Text::Ascii(text) => self.scan_in(text.as_str().as_bytes(), mode, most),
            Text::Wide(chars) => self.scan_in(chars.as_slice(), mode, most),
            Text::Bytes(bytes) => self.scan_in(bytes.as_slice(), mode, most),
        };
        found.map_err(|TooLong| Box::new(Raise::Limit(Limit::Steps)))
    }

    fn scan_in<S: Subject + ?Sized>(&self, text: &S, mode: Mode, most: usize) -> Result<Vec<Found>, TooLong> {
        let end = self.end.min(text.length());
        let mut matcher = Matcher::new(&self.compiled.program, text, end, STEPS);
        let mut all = Vec::new();
        let (mut start, mut not_empty) = (self.start, false);
        while all.len() < most && matcher.find(start, mode, not_empty)? {
            let places = matcher.places().to_vec();
            // After an empty match the next one may begin at the same place, but must take something.
            not_empty = places[0] == places[1];
            start = places[1];
            all.push((places, matcher.last_group()));
        }
        Ok(all)
    }
}

fn as_tuple((places, last): Found) -> Value {
    let place = |place: usize| Value::Int(if place == UNSET { -1 } else { place as i64 });
    let mut items = Vec::with_capacity(places.len() + 1);
    for pair in places.chunks(2) {
        // A group that was begun anew but not ended has not matched.
        let matched = pair.iter().all(|place| *place != UNSET);
        items.extend(pair.iter().map(|one| place(if matched { *one } else { UNSET })));
    }
    items.push(last.map_or(Value::None, |last| Value::Int(last as i64)));
    Value::tuple(items)
}

/// `find(program, text, pos, endpos, mode)`: the places of the groups and the last group closed, or None.
fn find(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mode = match args.positional.get(4) {
        Some(Value::Int(0)) => Mode::Search,
        Some(Value::Int(1)) => Mode::Match,
        _ => Mode::Full,
    };
    let found = request(machine, args)?.find(mode)?;
    done(found.map_or(Value::None, as_tuple))
}

/// `scan(program, text, pos, endpos, most)`: what `find` gives, for all matches, at most so many unless 0.
fn scan(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let most = match args.positional.get(4) {
        Some(Value::Int(most)) if *most > 0 => *most as usize,
        _ => usize::MAX,
    };
    let found = request(machine, args)?.scan_with(Mode::Search, most)?;
    done(Value::list(found.into_iter().map(as_tuple).collect()))
}

/// `findall(program, text, pos, endpos)`
fn findall(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let request = request(machine, args)?;
    let found = request.scan_with(Mode::Search, usize::MAX)?;
    let group = |places: &[usize], group: usize| match places.get(2 * group..2 * group + 2) {
        Some([start, end]) if *start != UNSET && *end != UNSET => request.text.slice(*start, *end),
        _ => request.text.slice(0, 0),
    };
    let items = found.iter().map(|(places, _)| match request.compiled.program.groups {
        0 => group(places, 0),
        1 => group(places, 1),
        count => Value::tuple((1..=count).map(|at| group(places, at)).collect()),
    });
    done(Value::list(items.collect()))
}
