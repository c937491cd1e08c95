//! The built-in functions on numbers, text and single objects: `print`, `len`, `repr`, `abs`, `round`, `chr` …

use loopglass_trace::{Event, Stream};

use super::arguments::{function, unexpected_keyword};
use super::stream;
use crate::code::{BinaryOp, Conversion};
use crate::error::{Exc, PyResult, raise_object, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done, ops};
use crate::symbol::{Sym, names};
use crate::text::{self, float_arith, int_text};
use crate::value::Value;

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let builtins = machine.builtins.clone();
    super::install::functions(
        &builtins,
        "builtins",
        &[
            ("__build_class__", crate::machine::class_build::build_class),
            ("abs", absolute),
            ("ascii", ascii),
            ("bin", |m, a| with_prefix(m, a, "bin", 2)),
            ("breakpoint", breakpoint),
            ("callable", callable),
            ("chr", chr),
            ("divmod", divmod),
            ("exit", exit),
            ("format", format),
            ("hash", hash),
            ("help", help),
            ("hex", |m, a| with_prefix(m, a, "hex", 16)),
            ("id", id),
            ("input", input),
            ("len", len),
            ("oct", |m, a| with_prefix(m, a, "oct", 8)),
            ("open", open),
            ("ord", ord),
            ("pow", power),
            ("print", print),
            ("quit", exit),
            ("repr", repr),
            ("round", round),
        ],
    );
    builtins.set_str("NotImplemented", Value::NotImplemented);
    builtins.set_str("Ellipsis", Value::Ellipsis);
    builtins.set_str("__debug__", Value::Bool(true));
    builtins.set_str("__name__", Value::str("builtins"));
    for alias in ["EnvironmentError", "IOError"] {
        builtins.set_str(alias, Value::Class(machine.types.exception(Exc::OSError).clone()));
    }
}

fn print(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (mut separator, mut end, mut file, mut flush) = (None, None, None, false);
    for (keyword, value) in &args.keywords {
        match &*keyword.text() {
            "sep" => separator = text_option(machine, value, "sep")?,
            "end" => end = text_option(machine, value, "end")?,
            "file" => file = Some(value.clone()).filter(|file| !file.is_none()),
            "flush" => flush = machine.truth(value)?,
            other => return unexpected_keyword("print()", other, &["sep", "end", "file", "flush"]),
        }
    }
    let separator = separator.unwrap_or_else(|| " ".to_string());
    let end = end.unwrap_or_else(|| "\n".to_string());
    let file = match file {
        Some(file) => file,
        None => match redirected(machine) {
            None => return print_out(machine, args, &separator, &end, Stream::Out),
            Some(Value::None) => return done(Value::None),
            Some(file) => file,
        },
    };
    if let Some(stream) = stream::as_standard(&file) {
        return print_out(machine, args, &separator, &end, stream);
    }
    let write = machine.get_attribute(&file, names::write)?;
    for (index, value) in args.positional.iter().enumerate() {
        if index > 0 {
            machine.ask(&write, Args::one(Value::str(&separator)))?;
        }
        let part = machine.str_of(value)?;
        machine.ask(&write, Args::one(part))?;
    }
    machine.ask(&write, Args::one(Value::string(end)))?;
    if flush {
        let flush = machine.get_attribute(&file, Sym::new("flush"))?;
        machine.ask(&flush, Args::none())?;
    }
    done(Value::None)
}

/// What `sys.stdout` was set to, if it was set to something else.
fn redirected(machine: &Machine) -> Option<Value> {
    match machine.modules.loaded("sys") {
        Some(Value::Instance(sys)) => {
            let file = sys.get(names::stdout)?;
            (stream::as_standard(&file) != Some(Stream::Out)).then_some(file)
        }
        _ => None,
    }
}

fn text_option(machine: &Machine, value: &Value, name: &str) -> PyResult<Option<String>> {
    match value.base_value() {
        Value::None => Ok(None),
        Value::Str(text) => Ok(Some(text.as_str().to_string())),
        _ => {
            let kind = machine.types.name_of(value);
            type_error(format!("{name} must be None or a string, not {kind}"))
        }
    }
}

fn print_out(
    machine: &mut Machine,
    args: &Args,
    separator: &str,
    end: &str,
    stream: Stream,
) -> PyResult<Flow> {
    let mut text = String::new();
    for (index, value) in args.positional.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        match value {
            Value::Str(part) => text.push_str(part.as_str()),
            value if index == 0 || !may_run_script(value) => {
                let part = machine.str_of(value)?;
                text.push_str(part.as_str().map_or("", |part| part.as_str()));
            }
            value => text = with_text_of(machine, stream, text, value)?,
        }
    }
    text.push_str(end);
    machine.recorder.print(stream, &text);
    done(Value::None)
}

/// Whether making a text of a value may run code of the script.
fn may_run_script(value: &Value) -> bool {
    !matches!(value, Value::None | Value::Bool(_) | Value::Int(_) | Value::Big(_) | Value::Float(_))
}

/// A text and the text of a value after it. If the script prints meanwhile, or raises, what was there before is
/// written first.
fn with_text_of(machine: &mut Machine, stream: Stream, text: String, value: &Value) -> PyResult<String> {
    machine.once(|machine| {
        machine.recorder.begin_print(stream, text);
        Ok(Value::None)
    })?;
    let made = machine.ask_caught(ops::convert_function(Conversion::Str), Args::one(value.clone()))?;
    let left = machine.once(|machine| Ok(Value::string(machine.recorder.take_print())))?;
    let left = left.as_str().map_or("", |left| left.as_str());
    match made {
        Ok(part) => Ok(format!("{left}{}", part.as_str().map_or("", |part| part.as_str()))),
        Err(exception) => {
            machine.recorder.print(stream, left);
            raise_object(exception)
        }
    }
}

fn len(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let length = machine.length(function(args, "len").one()?)?;
    done(length as i64)
}

fn repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(machine.repr_of(function(args, "repr").one()?)?)
}

fn ascii(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let text = machine.repr_of(function(args, "ascii").one()?)?;
    done(super::repr::to_ascii(&text))
}

fn format(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "format").between(1, 2)?;
    let spec = given.get(1).cloned().unwrap_or_else(|| Value::str(""));
    if spec.as_str().is_none() {
        let kind = if spec.is_none() { "None".into() } else { machine.types.name_of(&spec) };
        return type_error(format!("format() argument 2 must be str, not {kind}"));
    }
    super::format::format_value(machine, &given[0], &spec)
}

fn hash(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(machine.hash(function(args, "hash").one()?)?)
}

fn id(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let id = super::naming::id(machine, function(args, "id").one()?);
    done(id as i64)
}

fn callable(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(is_callable(function(args, "callable").one()?))
}

/// `callable(value)`
pub fn is_callable(value: &Value) -> bool {
    match value {
        Value::Function(_) | Value::Method(_) | Value::Class(_) => true,
        Value::Native(native) => native.kind != crate::function::NativeKind::Getter,
        Value::Instance(instance) => instance.class.lookup(names::call).is_some(),
        _ => false,
    }
}

fn chr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let code = machine.index_value(function(args, "chr").one()?)?;
    let code = super::numbers::small(&code).unwrap_or(-1);
    match u32::try_from(code) {
        Ok(code) if code < 0x11_0000 => match char::from_u32(code) {
            Some(c) => done(Value::str(c.encode_utf8(&mut [0; 4]))),
            None => value_error("chr() of a lone surrogate is not supported"),
        },
        _ => value_error("chr() arg not in range(0x110000)"),
    }
}

fn ord(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = function(args, "ord").one()?;
    match value.base_value() {
        Value::Str(text) => done(i64::from(super::strings::single_char(text)? as u32)),
        Value::Bytes(bytes) => match bytes.borrow()[..] {
            [byte] => done(i64::from(byte)),
            ref data => {
                type_error(format!("ord() expected a character, but string of length {} found", data.len()))
            }
        },
        _ => {
            let kind = machine.types.name_of(value);
            type_error(format!("ord() expected string of length 1, but {kind} found"))
        }
    }
}

fn with_prefix(machine: &mut Machine, args: &Args, name: &'static str, radix: u32) -> PyResult<Flow> {
    let number = machine.index_value(function(args, name).one()?)?;
    match ops::as_big(&number) {
        Some(number) => done(int_text::with_prefix(&number, radix)),
        None => done(Value::None),
    }
}

/// `abs(value)`
pub fn absolute(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let value = function(args, "abs").one()?;
    done(match value {
        Value::Int(number) => match number.checked_abs() {
            Some(number) => Value::Int(number),
            None => Value::big(-num_bigint::BigInt::from(*number)),
        },
        Value::Bool(truth) => Value::Int(i64::from(*truth)),
        Value::Float(number) => Value::Float(number.abs()),
        Value::Big(number) => Value::big(num_traits::Signed::abs(&**number)),
        Value::Complex(pair) => {
            Value::Float(text::complex::abs(text::complex::Complex { real: pair.0, imag: pair.1 })?)
        }
        other => match machine.special(other, names::abs)? {
            Some(method) => return machine.call(&method, Args::none()),
            None => {
                let kind = machine.types.name_of(other);
                return type_error(format!("bad operand type for abs(): '{kind}'"));
            }
        },
    })
}

/// `divmod(a, b)`
pub fn divmod(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [a, b] = function(args, "divmod").between(2, 2)? else { return done(Value::None) };
    let real =
        |value: &Value| matches!(value, Value::Int(_) | Value::Bool(_) | Value::Big(_) | Value::Float(_));
    if real(a) && real(b) {
        if matches!(a, Value::Float(_)) || matches!(b, Value::Float(_)) {
            let (a, b) = (machine.float_of(a)?, machine.float_of(b)?);
            let (quotient, rest) = float_arith::div_mod(a, b)?;
            return done(Value::tuple(vec![Value::Float(quotient), Value::Float(rest)]));
        }
        let quotient = ops::numeric_binary(machine, BinaryOp::FloorDiv, a, b)?.unwrap_or_default();
        let rest = ops::numeric_binary(machine, BinaryOp::Mod, a, b)?.unwrap_or_default();
        return done(Value::tuple(vec![quotient, rest]));
    }
    for (receiver, other, name) in [(a, b, names::divmod), (b, a, names::rdivmod)] {
        if let Value::Instance(_) = receiver
            && let Some(method) = machine.special(receiver, name)?
        {
            let answer = machine.ask(&method, Args::one(other.clone()))?;
            if !matches!(answer, Value::NotImplemented) {
                return done(answer);
            }
        }
    }
    let (a, b) = (machine.types.name_of(a), machine.types.name_of(b));
    type_error(format!("unsupported operand type(s) for divmod(): '{a}' and '{b}'"))
}

/// `pow(base, exp, mod=None)`
pub fn power(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [base, exponent, modulus] = function(args, "pow").named(["base", "exp", "mod"], 2, 0, 3)?;
    let (Some(base), Some(exponent)) = (base, exponent) else { return done(Value::None) };
    let Some(modulus) = modulus.filter(|modulus| !modulus.is_none()) else {
        return done(ops::binary(machine, BinaryOp::Pow, base, exponent)?);
    };
    let mut order = [(base, names::pow, exponent), (exponent, names::rpow, base)];
    let (class, other_class) = (machine.types.of(base), machine.types.of(exponent));
    if other_class.id != class.id && other_class.is_subclass(&class) {
        order.reverse();
    }
    for (own, name, other) in order {
        if let Value::Instance(_) = own
            && let Some(method) = machine.special(own, name)?
        {
            let answer = machine.ask(&method, Args::two(other.clone(), modulus.clone()))?;
            if !matches!(answer, Value::NotImplemented) {
                return done(answer);
            }
        }
    }
    match (ops::as_big(base), ops::as_big(exponent), ops::as_big(modulus)) {
        (Some(a), Some(b), Some(m)) => done(Value::big(text::int::pow_mod(&a, &b, &m)?)),
        _ => {
            let numeric = [base, exponent, modulus]
                .iter()
                .all(|value| matches!(value.base_value(), Value::Float(_)) || ops::as_big(value).is_some());
            if numeric {
                return type_error("pow() 3rd argument not allowed unless all arguments are integers");
            }
            let (a, b, m) = (
                machine.types.name_of(base),
                machine.types.name_of(exponent),
                machine.types.name_of(modulus),
            );
            type_error(format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{m}'"))
        }
    }
}

fn round(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [number, digits] = function(args, "round").named(["number", "ndigits"], 1, 0, 2)?;
    let Some(number) = number else { return done(Value::None) };
    if let Value::Instance(_) = number
        && let Some(method) = machine.special(number, names::round)?
    {
        let digits = digits.filter(|digits| !digits.is_none());
        return machine.call(&method, Args::many(digits.cloned()));
    }
    round_number(machine, &Args::many([number.clone()].into_iter().chain(digits.cloned())))
}

/// `number.__round__(digits)` of `int` and `float`.
pub fn round_number(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [number, digits] = function(args, "round").named(["number", "ndigits"], 1, 0, 2)?;
    let Some(number) = number else { return done(Value::None) };
    let whole = ops::as_big(number);
    if whole.is_none() && !matches!(number.base_value(), Value::Float(_)) {
        let kind = machine.types.name_of(number);
        return type_error(format!("type {kind} doesn't define __round__ method"));
    }
    let digits = match digits {
        None | Some(Value::None) => None,
        Some(digits) => Some(machine.index_value(digits)?),
    };
    let digits = digits.as_ref().map(|digits| match digits {
        Value::Int(digits) => *digits,
        Value::Big(digits) if digits.sign() == num_bigint::Sign::Minus => i64::MIN + 1,
        _ => i64::MAX,
    });
    match (number.base_value(), digits) {
        (Value::Float(number), None) => done(Value::big(float_arith::round_to_int(*number)?)),
        (Value::Float(number), Some(digits)) => done(float_arith::round(*number, digits)?),
        (_, digits) => done(Value::big(text::int::round(&whole.unwrap_or_default(), digits.unwrap_or(0)))),
    }
}

fn breakpoint(machine: &mut Machine, _: &Args) -> PyResult<Flow> {
    machine.recorder.event(Event::Breakpoint);
    done(Value::None)
}

fn input(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let given = function(args, "input").between(0, 1)?;
    let input_line = machine.prelude("input_line");
    machine.call(&input_line, Args { positional: given.iter().cloned().collect(), ..Args::default() })
}

fn open(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let open_file = machine.prelude("open_file");
    machine.call(&open_file, Args { positional: args.positional.clone(), keywords: args.keywords.clone() })
}

fn exit(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let code = function(args, "exit").between(0, 1)?.first().cloned().unwrap_or(Value::None);
    Err(Box::new(crate::error::Raise::With(Exc::SystemExit, vec![code])))
}

fn help(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [object] = function(args, "help").between(0, 1)? else {
        machine.recorder.print(Stream::Out, "Interactive help is not available here.\n");
        return done(Value::None);
    };
    let doc = machine.find_attribute(object, names::doc)?.unwrap_or_default();
    let text = match doc.as_str() {
        Some(doc) => format!("{}\n", doc.as_str()),
        None => format!("No documentation found for {}.\n", machine.types.name_of(object)),
    };
    machine.recorder.print(Stream::Out, &text);
    done(Value::None)
}
