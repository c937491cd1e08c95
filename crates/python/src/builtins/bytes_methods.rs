//! The methods that `bytes` and `bytearray` share with `str`: searching, cutting, joining, padding, case.

use std::rc::Rc;

use super::arguments::{Given, method};
use super::bytes::{bytes_like, receiver, required_bytes};
use super::slice_ops::byte_of;
use crate::class::Class;
use crate::error::{PyResult, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done, ops};
use crate::sequence::Bytes;
use crate::text::str_index::adjust;
use crate::value::Value;

/// Enters the names in one of the two classes.
pub fn install(class: &Rc<Class>, owner: &'static str) {
    super::install::methods(
        class,
        owner,
        &[
            ("count", count),
            ("find", find),
            ("rfind", rfind),
            ("index", index),
            ("rindex", rindex),
            ("startswith", starts_with),
            ("endswith", ends_with),
            ("join", join),
            ("split", split),
            ("rsplit", rsplit),
            ("splitlines", split_lines),
            ("partition", partition),
            ("rpartition", rpartition),
            ("replace", replace),
            ("strip", |m, a| stripped(m, a, "strip", true, true)),
            ("lstrip", |m, a| stripped(m, a, "lstrip", true, false)),
            ("rstrip", |m, a| stripped(m, a, "rstrip", false, true)),
            ("removeprefix", remove_prefix),
            ("removesuffix", remove_suffix),
            ("ljust", |m, a| padded(m, a, "ljust")),
            ("rjust", |m, a| padded(m, a, "rjust")),
            ("center", |m, a| padded(m, a, "center")),
            ("zfill", zfill),
        ],
    );
}

/// Whether a byte is white space.
pub fn is_space(byte: &u8) -> bool {
    byte.is_ascii_whitespace() || *byte == 0x0b
}

/// Makes a value of the receiver's type.
type Make = fn(Vec<u8>) -> Value;

/// What a method of both classes was given.
pub fn of_either<'a>(args: &'a Args, name: &'static str) -> Given<'a> {
    let mutable =
        matches!(args.positional.first().map(Value::base_value), Some(Value::Bytes(bytes)) if bytes.mutable);
    method(args, name).of(if mutable { "bytearray" } else { "bytes" })
}

/// The receiver's bytes, and what makes a value of its type from bytes.
fn own(machine: &Machine, args: &Args, name: &str) -> PyResult<(Vec<u8>, Make)> {
    let bytes = receiver(machine, args, name)?;
    let make: fn(Vec<u8>) -> Value =
        if bytes.mutable { |data| Value::Bytes(Rc::new(Bytes::new(data, true))) } else { Value::bytes };
    let data = bytes.borrow().clone();
    Ok((data, make))
}

fn position(data: &[u8], wanted: &[u8]) -> Option<usize> {
    if wanted.is_empty() {
        return Some(0);
    }
    data.windows(wanted.len()).position(|window| window == wanted)
}

fn last_position(data: &[u8], wanted: &[u8]) -> Option<usize> {
    if wanted.is_empty() {
        return Some(data.len());
    }
    data.windows(wanted.len()).rposition(|window| window == wanted)
}

/// The part of the receiver to search, where it begins, and what to look for.
fn search(machine: &mut Machine, args: &Args, name: &'static str) -> PyResult<(Vec<u8>, usize, Vec<u8>)> {
    let (data, _) = own(machine, args, name)?;
    let given = of_either(args, name).between(1, 3)?;
    let (start, end) = super::strings::search_bounds(machine, given)?;
    let wanted = match bytes_like(&given[0]) {
        Some(wanted) => wanted,
        None if ops::as_big(&given[0]).is_some() => vec![byte_of(machine, &given[0])?],
        None => {
            let kind = machine.types.name_of(&given[0]);
            return type_error(format!("argument should be integer or bytes-like object, not '{kind}'"));
        }
    };
    let (start, end) = adjust(data.len(), start, end);
    if start > end {
        // Nothing is found, not even nothing itself.
        return Ok((Vec::new(), 0, if wanted.is_empty() { vec![0] } else { wanted }));
    }
    Ok((data[start..end].to_vec(), start, wanted))
}

fn count(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, _, wanted) = search(machine, args, "count")?;
    if wanted.is_empty() {
        return done(data.len() as i64 + 1);
    }
    let (mut count, mut rest) = (0, &data[..]);
    while let Some(at) = position(rest, &wanted) {
        count += 1;
        rest = &rest[at + wanted.len()..];
    }
    done(count)
}

fn find(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, offset, wanted) = search(machine, args, "find")?;
    done(position(&data, &wanted).map_or(-1, |at| (at + offset) as i64))
}

fn rfind(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, offset, wanted) = search(machine, args, "rfind")?;
    done(last_position(&data, &wanted).map_or(-1, |at| (at + offset) as i64))
}

fn index(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, offset, wanted) = search(machine, args, "index")?;
    match position(&data, &wanted) {
        Some(at) => done((at + offset) as i64),
        None => value_error("subsection not found"),
    }
}

fn rindex(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, offset, wanted) = search(machine, args, "rindex")?;
    match last_position(&data, &wanted) {
        Some(at) => done((at + offset) as i64),
        None => value_error("subsection not found"),
    }
}

fn affix(
    machine: &mut Machine,
    args: &Args,
    name: &'static str,
    test: fn(&[u8], &[u8]) -> bool,
) -> PyResult<Flow> {
    let (data, _) = own(machine, args, name)?;
    let given = of_either(args, name).between(1, 3)?;
    let (start, end) = super::strings::search_bounds(machine, given)?;
    let (start, end) = adjust(data.len(), start, end);
    let part = data.get(start..end);
    let candidates = match given[0].base_value() {
        Value::Tuple(all) => all.to_vec(),
        _ => vec![given[0].clone()],
    };
    for candidate in &candidates {
        let Some(affix) = bytes_like(candidate) else {
            let kind = machine.types.name_of(candidate);
            return type_error(format!("{name} first arg must be bytes or a tuple of bytes, not {kind}"));
        };
        if part.is_some_and(|part| test(part, &affix)) {
            return done(true);
        }
    }
    done(false)
}

fn starts_with(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    affix(machine, args, "startswith", |data, affix| data.starts_with(affix))
}

fn ends_with(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    affix(machine, args, "endswith", |data, affix| data.ends_with(affix))
}

fn join(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (separator, make) = own(machine, args, "join")?;
    let iterable = of_either(args, "join").one()?;
    if !ops::is_iterable(machine, iterable) {
        return type_error("can only join an iterable");
    }
    let items = machine.collect(iterable)?;
    let mut data = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(part) = bytes_like(item) else {
            let kind = machine.types.name_of(item);
            return type_error(format!("sequence item {index}: expected a bytes-like object, {kind} found"));
        };
        if index > 0 {
            data.extend_from_slice(&separator);
        }
        data.extend(part);
    }
    done(make(data))
}

fn cut(machine: &mut Machine, args: &Args, name: &'static str, from_right: bool) -> PyResult<Flow> {
    let (data, make) = own(machine, args, name)?;
    let [separator, limit] = method(args, name).named(["sep", "maxsplit"], 0, 0, 2)?;
    let limit = match limit {
        Some(limit) => machine.index(limit)?,
        None => -1,
    };
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut parts: Vec<Vec<u8>> = Vec::new();
    match separator {
        None | Some(Value::None) => {
            let mut rest = &data[..];
            loop {
                let trimmed = if from_right {
                    trim(rest, false, true, is_space)
                } else {
                    trim(rest, true, false, is_space)
                };
                if trimmed.is_empty() {
                    break;
                }
                if parts.len() >= limit {
                    let last = if from_right { trim(trimmed, false, true, is_space) } else { trimmed };
                    parts.push(last.to_vec());
                    break;
                }
                if from_right {
                    let from = trimmed.iter().rposition(is_space).map_or(0, |at| at + 1);
                    parts.push(trimmed[from..].to_vec());
                    rest = &trimmed[..from];
                } else {
                    let to = trimmed.iter().position(is_space).unwrap_or(trimmed.len());
                    parts.push(trimmed[..to].to_vec());
                    rest = &trimmed[to..];
                }
            }
        }
        Some(separator) => {
            let separator = required_bytes(machine, separator)?;
            if separator.is_empty() {
                return value_error("empty separator");
            }
            let mut rest = &data[..];
            while parts.len() < limit {
                let found =
                    if from_right { last_position(rest, &separator) } else { position(rest, &separator) };
                let Some(at) = found else { break };
                let (before, after) = (&rest[..at], &rest[at + separator.len()..]);
                parts.push(if from_right { after } else { before }.to_vec());
                rest = if from_right { before } else { after };
            }
            parts.push(rest.to_vec());
        }
    }
    if from_right {
        parts.reverse();
    }
    done(Value::list(parts.into_iter().map(make).collect()))
}

fn split(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    cut(machine, args, "split", false)
}

fn rsplit(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    cut(machine, args, "rsplit", true)
}

fn split_lines(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, make) = own(machine, args, "splitlines")?;
    let [keep] = method(args, "splitlines").named(["keepends"], 0, 0, 1)?;
    let keep = match keep {
        Some(keep) => machine.truth(keep)?,
        None => false,
    };
    let mut lines = Vec::new();
    let mut rest = &data[..];
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let (line, after) = match end {
            None => (rest.len(), rest.len()),
            Some(at) if rest[at..].starts_with(b"\r\n") => (at, at + 2),
            Some(at) => (at, at + 1),
        };
        lines.push(make(rest[..if keep { after } else { line }].to_vec()));
        rest = &rest[after..];
    }
    done(Value::list(lines))
}

fn partition_at(machine: &mut Machine, args: &Args, name: &'static str, last: bool) -> PyResult<Flow> {
    let (data, make) = own(machine, args, name)?;
    let separator = required_bytes(machine, of_either(args, name).one()?)?;
    if separator.is_empty() {
        return value_error("empty separator");
    }
    let found = if last { last_position(&data, &separator) } else { position(&data, &separator) };
    let parts = match found {
        Some(at) => [data[..at].to_vec(), separator.clone(), data[at + separator.len()..].to_vec()],
        None if last => [Vec::new(), Vec::new(), data],
        None => [data, Vec::new(), Vec::new()],
    };
    done(Value::tuple(parts.into_iter().map(make).collect()))
}

fn partition(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    partition_at(machine, args, "partition", false)
}

fn rpartition(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    partition_at(machine, args, "rpartition", true)
}

fn replace(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, make) = own(machine, args, "replace")?;
    let given = of_either(args, "replace").between(2, 3)?;
    let (old, new) = (required_bytes(machine, &given[0])?, required_bytes(machine, &given[1])?);
    let limit = match given.get(2) {
        Some(limit) => machine.index(limit)?,
        None => -1,
    };
    let mut limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut result = Vec::with_capacity(data.len());
    let mut rest = &data[..];
    if old.is_empty() {
        for byte in &data {
            if limit > 0 {
                result.extend_from_slice(&new);
                limit -= 1;
            }
            result.push(*byte);
        }
        if limit > 0 {
            result.extend_from_slice(&new);
        }
        return done(make(result));
    }
    while limit > 0
        && let Some(at) = position(rest, &old)
    {
        result.extend_from_slice(&rest[..at]);
        result.extend_from_slice(&new);
        rest = &rest[at + old.len()..];
        limit -= 1;
    }
    result.extend_from_slice(rest);
    done(make(result))
}

fn trim(data: &[u8], left: bool, right: bool, gone: impl Fn(&u8) -> bool) -> &[u8] {
    let start = if left { data.iter().position(|byte| !gone(byte)).unwrap_or(data.len()) } else { 0 };
    let rest = &data[start..];
    let end =
        if right { rest.iter().rposition(|byte| !gone(byte)).map_or(0, |at| at + 1) } else { rest.len() };
    &rest[..end]
}

fn stripped(machine: &Machine, args: &Args, name: &'static str, left: bool, right: bool) -> PyResult<Flow> {
    let (data, make) = own(machine, args, name)?;
    let cut = match of_either(args, name).between(0, 1)? {
        [] | [Value::None] => trim(&data, left, right, is_space),
        [chars, ..] => {
            let chars = required_bytes(machine, chars)?;
            trim(&data, left, right, |byte| chars.contains(byte))
        }
    };
    if cut.len() == data.len()
        && let Value::Bytes(whole) = &args.positional[0]
        && !whole.mutable
    {
        return done(args.positional[0].clone());
    }
    done(make(cut.to_vec()))
}

fn remove_prefix(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, make) = own(machine, args, "removeprefix")?;
    let affix = required_bytes(machine, of_either(args, "removeprefix").one()?)?;
    done(make(data.strip_prefix(&affix[..]).unwrap_or(&data).to_vec()))
}

fn remove_suffix(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, make) = own(machine, args, "removesuffix")?;
    let affix = required_bytes(machine, of_either(args, "removesuffix").one()?)?;
    done(make(data.strip_suffix(&affix[..]).unwrap_or(&data).to_vec()))
}

fn padded(machine: &mut Machine, args: &Args, name: &'static str) -> PyResult<Flow> {
    let (data, make) = own(machine, args, name)?;
    let given = of_either(args, name).between(1, 2)?;
    let width = usize::try_from(machine.index(&given[0])?).unwrap_or(0);
    super::sequence_ops::check_size(width, machine.settings.limits.items)?;
    let fill = match given.get(1).map(bytes_like) {
        None => b' ',
        Some(Some(fill)) if fill.len() == 1 => fill[0],
        Some(Some(fill)) => {
            let (class, length) = (machine.types.name_of(&given[1]), fill.len());
            return type_error(format!(
                "{name}(): argument 2 must be a byte string of length 1, not a {class} object of length {length}"
            ));
        }
        Some(None) => {
            let kind = super::strings::argument_kind(machine, &given[1]);
            return type_error(format!("{name}() argument 2 must be a byte string of length 1, not {kind}"));
        }
    };
    let missing = width.saturating_sub(data.len());
    let left = match name {
        "ljust" => 0,
        "rjust" => missing,
        _ => missing / 2 + (missing & width & 1),
    };
    let mut result = vec![fill; left];
    result.extend(data);
    result.resize(result.len() + missing - left, fill);
    done(make(result))
}

fn zfill(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (data, make) = own(machine, args, "zfill")?;
    let width = usize::try_from(machine.index(of_either(args, "zfill").one()?)?).unwrap_or(0);
    super::sequence_ops::check_size(width, machine.settings.limits.items)?;
    let sign = usize::from(matches!(data.first(), Some(b'+' | b'-')));
    let mut result = data[..sign].to_vec();
    result.resize(sign + width.saturating_sub(data.len()), b'0');
    result.extend_from_slice(&data[sign..]);
    done(make(result))
}
