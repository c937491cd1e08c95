//! The class `str`. Its methods take the pure text functions of `text::str_*` to values.

use std::rc::Rc;

use super::arguments::{Given, method, wrong_receiver};
use super::slots::{class_of_new, wrap};
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done, ops};
use crate::sequence::Str;
use crate::text::str_pad::{self, Translation};
use crate::text::str_split::{self, Ends};
use crate::text::{self, codec, str_case, str_index};
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    use super::install::{methods, static_methods};
    let class = machine.types.str_.clone();
    static_methods(&class, "str", &[("__new__", new_str), ("maketrans", make_trans)]);
    methods(
        &class,
        "str",
        &[
            ("capitalize", |m, a| mapped(m, a, "capitalize", str_case::capitalize)),
            ("casefold", |m, a| mapped(m, a, "casefold", str_case::casefold)),
            ("lower", |m, a| mapped(m, a, "lower", str_case::lower)),
            ("swapcase", |m, a| mapped(m, a, "swapcase", str_case::swapcase)),
            ("title", |m, a| mapped(m, a, "title", str_case::title)),
            ("upper", |m, a| mapped(m, a, "upper", str_case::upper)),
            ("isalnum", |m, a| tested(m, a, "isalnum", str_case::is_alnum)),
            ("isalpha", |m, a| tested(m, a, "isalpha", str_case::is_alpha)),
            ("isascii", |m, a| tested(m, a, "isascii", str::is_ascii)),
            ("isdecimal", |m, a| tested(m, a, "isdecimal", str_case::is_decimal)),
            ("isdigit", |m, a| tested(m, a, "isdigit", str_case::is_digit)),
            ("isidentifier", |m, a| tested(m, a, "isidentifier", str_case::is_identifier)),
            ("islower", |m, a| tested(m, a, "islower", str_case::is_lowercase)),
            ("isnumeric", |m, a| tested(m, a, "isnumeric", str_case::is_numeric)),
            ("isprintable", |m, a| tested(m, a, "isprintable", str_case::is_printable)),
            ("isspace", |m, a| tested(m, a, "isspace", str_case::is_space)),
            ("istitle", |m, a| tested(m, a, "istitle", str_case::is_titlecase)),
            ("isupper", |m, a| tested(m, a, "isupper", str_case::is_uppercase)),
            ("center", |m, a| padded(m, a, "center", str_pad::center)),
            ("ljust", |m, a| padded(m, a, "ljust", str_pad::ljust)),
            ("rjust", |m, a| padded(m, a, "rjust", str_pad::rjust)),
            ("zfill", zfill),
            ("expandtabs", expand_tabs),
            ("count", count),
            ("find", find),
            ("index", index),
            ("rfind", rfind),
            ("rindex", rindex),
            ("startswith", starts_with),
            ("endswith", ends_with),
            ("replace", replace),
            ("removeprefix", remove_prefix),
            ("removesuffix", remove_suffix),
            ("strip", |m, a| stripped(m, a, "strip", Ends::Both)),
            ("lstrip", |m, a| stripped(m, a, "lstrip", Ends::Left)),
            ("rstrip", |m, a| stripped(m, a, "rstrip", Ends::Right)),
            ("split", split),
            ("rsplit", rsplit),
            ("splitlines", split_lines),
            ("partition", partition),
            ("rpartition", rpartition),
            ("join", join),
            ("translate", translate),
            ("encode", encode),
            ("format", super::str_format::format),
            ("format_map", super::str_format::format_map),
        ],
    );
}

fn new_str(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = class_of_new(machine, args, "str")?;
    if args.positional.len() > 4 {
        let given = args.positional.len() - 1;
        return type_error(format!("str expected at most 3 arguments, got {given}"));
    }
    let [object, encoding, errors] = method(args, "str").named(["object", "encoding", "errors"], 0, 0, 3)?;
    let made = match (object, encoding.or(errors)) {
        (None, _) => Value::str(""),
        (Some(value), None) => machine.str_of(value)?,
        (Some(value), Some(_)) => {
            super::bytes::codec_arguments(machine, "str", encoding, errors)?;
            let Some(data) = super::bytes::bytes_like(value) else {
                let kind = machine.types.name_of(value);
                return type_error(match value.as_str() {
                    Some(_) => "decoding str is not supported".to_string(),
                    None => format!("decoding to str: need a bytes-like object, {kind} found"),
                });
            };
            super::bytes::decoded(machine, &data, encoding, errors)?
        }
    };
    done(if class.heap { wrap(&class, made.base_value().clone()) } else { made })
}

fn receiver(machine: &Machine, args: &Args, name: &str) -> PyResult<Rc<Str>> {
    match args.positional.first() {
        Some(Value::Str(text)) => Ok(text.clone()),
        Some(value) => match value.as_str() {
            Some(text) => Ok(text.clone()),
            None => wrong_receiver(machine, args, "str", name),
        },
        None => wrong_receiver(machine, args, "str", name),
    }
}

fn mapped(machine: &Machine, args: &Args, name: &'static str, map: fn(&str) -> String) -> PyResult<Flow> {
    let text = receiver(machine, args, name)?;
    no_arguments(args, name)?;
    done(map(text.as_str()))
}

fn tested(machine: &Machine, args: &Args, name: &'static str, test: fn(&str) -> bool) -> PyResult<Flow> {
    let text = receiver(machine, args, name)?;
    no_arguments(args, name)?;
    done(test(text.as_str()))
}

fn no_arguments(args: &Args, name: &'static str) -> PyResult<()> {
    if args.positional.len() == 1 && args.keywords.is_empty() {
        return Ok(());
    }
    let given = args.positional.len() - 1;
    if args.keywords.is_empty() {
        return type_error(format!("str.{name}() takes no arguments ({given} given)"));
    }
    type_error(format!("str.{name}() takes no keyword arguments"))
}

/// The text of an argument, which must be a `str`.
pub fn text_argument(machine: &Machine, value: &Value, function: &str, which: &str) -> PyResult<Rc<Str>> {
    match value.as_str() {
        Some(text) => Ok(text.clone()),
        None => {
            let kind = argument_kind(machine, value);
            type_error(format!("{function}() {which} must be str, not {kind}"))
        }
    }
}

/// A type's name as messages about arguments give it.
pub fn argument_kind(machine: &Machine, value: &Value) -> Rc<str> {
    if value.is_none() { "None".into() } else { machine.types.name_of(value) }
}

fn padded(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    pad: fn(&str, i64, char) -> text::Outcome<String>,
) -> PyResult<Flow> {
    let text = receiver(machine, args, name)?;
    let given = method(args, name).of("str").between(1, 2)?;
    let width = machine.index(&given[0])?;
    let fill = match given.get(1) {
        None => ' ',
        Some(fill) => match fill.as_str() {
            Some(fill) if fill.len() == 1 => fill.char_at(0).unwrap_or(' '),
            Some(_) => return Err(str_pad::fill_type_error().into()),
            None => {
                let kind = machine.types.name_of(fill);
                return type_error(format!("The fill character must be a unicode character, not {kind}"));
            }
        },
    };
    done(pad(text.as_str(), width, fill)?)
}

fn zfill(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "zfill")?;
    let width = machine.index(method(args, "str.zfill").one()?)?;
    done(str_pad::zfill(text.as_str(), width)?)
}

fn expand_tabs(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "expandtabs")?;
    let [size] = method(args, "str.expandtabs").named(["tabsize"], 0, 0, 1)?;
    let size = match size {
        Some(size) => machine.index(size)?,
        None => 8,
    };
    done(str_pad::expandtabs(text.as_str(), size)?)
}

/// An index that may be far out of range.
pub fn clamped_index(machine: &mut Machine, value: &Value) -> PyResult<i64> {
    if !machine.can_be_index(value) {
        return type_error("slice indices must be integers or have an __index__ method");
    }
    match machine.index_value(value)? {
        Value::Int(index) => Ok(index),
        Value::Big(index) if index.sign() == num_bigint::Sign::Minus => Ok(i64::MIN / 2),
        _ => Ok(i64::MAX / 2),
    }
}

/// The start and end of a search, of which either may be None.
pub fn search_bounds(machine: &mut Machine, given: &[Value]) -> PyResult<(Option<i64>, Option<i64>)> {
    let mut bound = |value: Option<&Value>| -> PyResult<Option<i64>> {
        match value {
            None | Some(Value::None) => Ok(None),
            Some(value) if !machine.can_be_index(value) => {
                type_error("slice indices must be integers or None or have an __index__ method")
            }
            Some(value) => clamped_index(machine, value).map(Some),
        }
    };
    Ok((bound(given.get(1))?, bound(given.get(2))?))
}

/// What `find` and its like were given: the text, what to look for, and the bounds.
type Search = (Rc<Str>, Rc<Str>, Option<i64>, Option<i64>);

fn search(machine: &mut Machine, args: &Args, name: &'static str) -> PyResult<Search> {
    let text = receiver(machine, args, name)?;
    let given = method(args, name).of("str").between(1, 3)?;
    let wanted = text_argument(machine, &given[0], name, "argument 1")?;
    let (start, end) = search_bounds(machine, given)?;
    Ok((text, wanted, start, end))
}

fn count(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (text, wanted, start, end) = search(machine, args, "count")?;
    done(str_index::count(text.as_str(), wanted.as_str(), start, end) as i64)
}

fn place(found: Option<usize>) -> PyResult<Flow> {
    done(found.map_or(-1, |at| at as i64))
}

fn required_place(found: Option<usize>) -> PyResult<Flow> {
    match found {
        Some(at) => done(at as i64),
        None => value_error("substring not found"),
    }
}

fn find(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (text, wanted, start, end) = search(machine, args, "find")?;
    place(str_index::find(text.as_str(), wanted.as_str(), start, end))
}

fn rfind(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (text, wanted, start, end) = search(machine, args, "rfind")?;
    place(str_index::rfind(text.as_str(), wanted.as_str(), start, end))
}

fn index(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (text, wanted, start, end) = search(machine, args, "index")?;
    required_place(str_index::find(text.as_str(), wanted.as_str(), start, end))
}

fn rindex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (text, wanted, start, end) = search(machine, args, "rindex")?;
    required_place(str_index::rfind(text.as_str(), wanted.as_str(), start, end))
}

fn affix(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    test: fn(&str, &str, Option<i64>, Option<i64>) -> bool,
) -> PyResult<Flow> {
    let text = receiver(machine, args, name)?;
    let given = method(args, name).of("str").between(1, 3)?;
    let (start, end) = search_bounds(machine, given)?;
    match given[0].base_value() {
        Value::Str(affix) => done(test(text.as_str(), affix.as_str(), start, end)),
        Value::Tuple(all) => {
            for item in all.iter() {
                let Some(affix) = item.as_str() else {
                    let kind = machine.types.name_of(item);
                    return type_error(format!("tuple for {name} must only contain str, not {kind}"));
                };
                if test(text.as_str(), affix.as_str(), start, end) {
                    return done(true);
                }
            }
            done(false)
        }
        _ => {
            let kind = machine.types.name_of(&given[0]);
            type_error(format!("{name} first arg must be str or a tuple of str, not {kind}"))
        }
    }
}

fn starts_with(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    affix(machine, args, "startswith", str_index::starts_with)
}

fn ends_with(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    affix(machine, args, "endswith", str_index::ends_with)
}

/// A text that a method made from its receiver: the receiver itself where nothing changed.
fn changed(args: &Args, made: impl Into<String> + AsRef<str>) -> PyResult<Flow> {
    match args.positional.first() {
        Some(own @ Value::Str(text)) if text.as_str() == made.as_ref() => done(own.clone()),
        _ => done(made.into()),
    }
}

fn replace(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "replace")?;
    let [old, new, count] = method(args, "str.replace").named(["old", "new", "count"], 2, 2, 3)?;
    let old = text_argument(machine, old.unwrap_or(&Value::None), "replace", "argument 1")?;
    let new = text_argument(machine, new.unwrap_or(&Value::None), "replace", "argument 2")?;
    let count = match count {
        Some(count) => machine.index(count)?,
        None => -1,
    };
    let replaced = str_index::replace(text.as_str(), old.as_str(), new.as_str(), count);
    super::sequence_ops::check_size(replaced.len(), machine.settings.limits.items)?;
    changed(args, replaced)
}

fn remove_prefix(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "removeprefix")?;
    let affix = method(args, "str.removeprefix").one()?;
    let affix = text_argument(machine, affix, "removeprefix", "argument")?;
    changed(args, str_index::remove_prefix(text.as_str(), affix.as_str()))
}

fn remove_suffix(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "removesuffix")?;
    let affix = method(args, "str.removesuffix").one()?;
    let affix = text_argument(machine, affix, "removesuffix", "argument")?;
    changed(args, str_index::remove_suffix(text.as_str(), affix.as_str()))
}

fn stripped(machine: &Machine, args: &Args, name: &'static str, ends: Ends) -> PyResult<Flow> {
    let text = receiver(machine, args, name)?;
    let chars = match method(args, name).of("str").between(0, 1)? {
        [] | [Value::None] => None,
        [chars, ..] => match chars.as_str() {
            Some(chars) => Some(chars.clone()),
            None => return type_error(format!("{name} arg must be None or str")),
        },
    };
    changed(args, str_split::strip(text.as_str(), chars.as_ref().map(|chars| chars.as_str()), ends))
}

/// The separator and the limit of `split` and `rsplit`.
fn split_arguments(machine: &mut Machine, given: &Given) -> PyResult<(Option<Rc<Str>>, i64)> {
    let [separator, limit] = given.named(["sep", "maxsplit"], 0, 0, 2)?;
    let limit = match limit {
        Some(limit) => machine.index(limit)?,
        None => -1,
    };
    let separator = match separator {
        None | Some(Value::None) => None,
        Some(value) => match value.as_str() {
            Some(text) => Some(text.clone()),
            None => {
                let kind = machine.types.name_of(value);
                return type_error(format!("must be str or None, not {kind}"));
            }
        },
    };
    Ok((separator, limit))
}

fn strings<'a>(parts: impl IntoIterator<Item = &'a str>) -> Value {
    Value::list(parts.into_iter().map(Value::str).collect())
}

fn split(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "split")?;
    let (separator, limit) = split_arguments(machine, &method(args, "str.split"))?;
    done(strings(str_split::split(text.as_str(), separator.as_ref().map(|s| s.as_str()), limit)?))
}

fn rsplit(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "rsplit")?;
    let (separator, limit) = split_arguments(machine, &method(args, "str.rsplit"))?;
    done(strings(str_split::rsplit(text.as_str(), separator.as_ref().map(|s| s.as_str()), limit)?))
}

fn split_lines(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "splitlines")?;
    let [keep] = method(args, "str.splitlines").named(["keepends"], 0, 0, 1)?;
    let keep = match keep {
        Some(keep) => machine.truth(keep)?,
        None => false,
    };
    done(strings(str_split::split_lines(text.as_str(), keep)))
}

/// Cuts a text at a separator.
type Cut = for<'a> fn(&'a str, &'a str) -> text::Outcome<(&'a str, &'a str, &'a str)>;

fn partition_with(machine: &mut Machine, args: &Args, name: &'static str, cut: Cut) -> PyResult<Flow> {
    let text = receiver(machine, args, name)?;
    let value = method(args, name).of("str").one()?;
    let Some(separator) = value.as_str() else {
        let kind = machine.types.name_of(value);
        return type_error(format!("must be str, not {kind}"));
    };
    let (before, middle, after) = cut(text.as_str(), separator.as_str())?;
    done(Value::tuple(vec![Value::str(before), Value::str(middle), Value::str(after)]))
}

fn partition(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    partition_with(machine, args, "partition", str_split::partition)
}

fn rpartition(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    partition_with(machine, args, "rpartition", str_split::rpartition)
}

fn join(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let separator = receiver(machine, args, "join")?;
    let iterable = method(args, "str.join").one()?;
    if !ops::is_iterable(machine, iterable) {
        return type_error("can only join an iterable");
    }
    let items = super::sequence_ops::collect_fast(machine, iterable)?;
    if let [only @ Value::Str(_)] = &items[..] {
        return done(only.clone());
    }
    let mut joined = String::new();
    for (index, item) in items.iter().enumerate() {
        let Some(item) = item.as_str() else {
            return Err(str_pad::join_type_error(index, &machine.types.name_of(item)).into());
        };
        if index > 0 {
            joined.push_str(separator.as_str());
        }
        joined.push_str(item.as_str());
        super::sequence_ops::check_size(joined.len(), machine.settings.limits.items)?;
    }
    done(joined)
}

fn translate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "translate")?;
    let table = method(args, "str.translate").one()?.clone();
    let translated = str_pad::translate(text.as_str(), |c| -> PyResult<Translation> {
        let call = Args::two(table.clone(), Value::Int(i64::from(c as u32)));
        let found = match machine.ask_caught(ops::subscript, call)? {
            Ok(found) => found,
            Err(exception) if machine.is_exception(&exception, Exc::LookupError) => {
                return Ok(Translation::Keep);
            }
            Err(exception) => return crate::error::raise_object(exception),
        };
        match found.base_value() {
            Value::None => Ok(Translation::Delete),
            Value::Str(text) => Ok(Translation::Replace(text.as_str().to_string())),
            Value::Int(code) => match u32::try_from(*code).ok().and_then(char::from_u32) {
                Some(c) => Ok(Translation::Replace(c.to_string())),
                None => value_error("character mapping must be in range(0x110000)"),
            },
            _ => type_error("character mapping must return integer, None or str"),
        }
    })?;
    done(translated)
}

fn make_trans(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = super::arguments::function(args, "str.maketrans").between(1, 3)?;
    let table: Rc<crate::dict::Dict> = Rc::default();
    let code = |c: char| Value::Int(i64::from(c as u32));
    if let [single] = given {
        let Value::Dict(source) = single.base_value() else {
            return type_error("if you give only one argument to maketrans it must be a dict");
        };
        for (key, value) in source.to_vec() {
            let key = match key.as_str() {
                Some(text) if text.len() == 1 => code(text.char_at(0).unwrap_or('\0')),
                Some(_) => return value_error("string keys in translate table must be of length 1"),
                None if ops::as_big(&key).is_some() => key,
                None => return type_error("keys in translate table must be strings or integers"),
            };
            machine.dict_set(&table, key, value)?;
        }
        return done(Value::Dict(table));
    }
    let from = text_argument(machine, &given[0], "maketrans", "argument 1")?;
    let to = text_argument(machine, &given[1], "maketrans", "argument 2")?;
    if from.len() != to.len() {
        return value_error("the first two maketrans arguments must have equal length");
    }
    for (a, b) in from.as_str().chars().zip(to.as_str().chars()) {
        machine.dict_set(&table, code(a), code(b))?;
    }
    if let Some(gone) = given.get(2) {
        let gone = text_argument(machine, gone, "maketrans", "argument 3")?;
        for c in gone.as_str().chars() {
            machine.dict_set(&table, code(c), Value::None)?;
        }
    }
    done(Value::Dict(table))
}

fn encode(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = receiver(machine, args, "encode")?;
    let [encoding, errors] = method(args, "str.encode").named(["encoding", "errors"], 0, 0, 2)?;
    let (encoding, errors) = super::bytes::codec_arguments(machine, "encode", encoding, errors)?;
    let found = super::bytes::codec_result(machine, codec::find_encoding(&encoding), None)?;
    let encoded = codec::encode(text.as_str(), found, &errors);
    let object = Value::Str(text.clone());
    done(Value::bytes(super::bytes::codec_result(machine, encoded, Some(object))?))
}

/// The code point of a string of one character, for `ord`.
pub fn single_char(text: &Str) -> PyResult<char> {
    match (text.len(), text.char_at(0)) {
        (1, Some(c)) => Ok(c),
        (length, _) => {
            raise(Exc::TypeError, format!("ord() expected a character, but string of length {length} found"))
        }
    }
}
