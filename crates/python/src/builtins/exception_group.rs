//! `BaseExceptionGroup` and `ExceptionGroup`, and what `except*` does with them.

use std::rc::Rc;

use crate::class::{Class, ClassParts, Layout};
use crate::error::{Exc, PyResult, raise, type_error};
use crate::function::Args;
use crate::machine::exception::{exception_data, exception_field, make_exception, set_exception_field};
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

use super::install::{getters, methods, slots, static_methods};

const OWNER: &str = "BaseExceptionGroup";

/// Enters the names, and makes `ExceptionGroup`, which has two bases.
pub fn install(machine: &mut Machine) {
    let base = machine.types.exception(Exc::BaseExceptionGroup).clone();
    static_methods(&base, OWNER, &[("__new__", new)]);
    slots(&base, OWNER, &[("__init__", init), ("__str__", str_of_group)]);
    methods(&base, OWNER, &[("derive", derive), ("split", split), ("subgroup", subgroup)]);
    getters(&base, OWNER, &[("message", message), ("exceptions", exceptions)]);
    let exception = machine.types.exception(Exc::Exception).clone();
    let mut rest = vec![base.clone(), exception.clone()];
    rest.extend(exception.rest_of_mro().iter().cloned());
    let class = Class::new(
        ClassParts {
            name: Sym::new("ExceptionGroup"),
            qualname: Value::str("ExceptionGroup"),
            dict: Rc::default(),
            bases: vec![base, exception],
            rest_of_mro: rest,
            metaclass: None,
            layout: Layout::Exception,
            heap: false,
            hidden: true,
            has_dict: true,
        },
        &machine.graveyard.clone(),
    );
    machine.types.keep("ExceptionGroup", &class);
    machine.builtins.set(class.name(), Value::Class(class));
}

/// The exceptions directly inside, if the value is a group.
pub fn members(machine: &Machine, exception: &Value) -> Option<Vec<Value>> {
    if !machine.is_exception(exception, Exc::BaseExceptionGroup) {
        return None;
    }
    match exception_field(exception, names::exceptions) {
        Some(Value::Tuple(items)) => Some(items.to_vec()),
        _ => Some(Vec::new()),
    }
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("BaseExceptionGroup.__new__(X): X is not a type object");
    };
    let [_, message, sequence] = &args.positional[..] else {
        return type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
            args.positional.len() - 1
        ));
    };
    if message.as_str().is_none() {
        let kind = machine.types.name_of(message);
        return type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {kind}"));
    }
    let is_sequence = match sequence.base_value() {
        Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_) => true,
        Value::Instance(instance) => instance.class.lookup(names::getitem).is_some(),
        _ => false,
    };
    if !is_sequence {
        return type_error("second argument (exceptions) must be a sequence");
    }
    let items = machine.collect(sequence)?;
    if items.is_empty() {
        return raise(Exc::ValueError, "second argument (exceptions) must be a non-empty sequence");
    }
    let mut nested_base = false;
    for (index, item) in items.iter().enumerate() {
        if !machine.is_exception(item, Exc::BaseException) {
            let message = format!("Item {index} of second argument (exceptions) is not an exception");
            return raise(Exc::ValueError, message);
        }
        nested_base |= !machine.is_exception(item, Exc::Exception);
    }
    let mut class = class.clone();
    let plain = machine.types.named("ExceptionGroup");
    if class.id == machine.types.exception(Exc::BaseExceptionGroup).id {
        if !nested_base {
            class = plain;
        }
    } else if nested_base && class.id == plain.id {
        return type_error("Cannot nest BaseExceptions in an ExceptionGroup");
    } else if nested_base && class.is_subclass(machine.types.exception(Exc::Exception)) {
        return type_error(format!("Cannot nest BaseExceptions in '{}'", class.name()));
    }
    let group = make_exception(class, vec![message.clone(), sequence.clone()]);
    set_exception_field(&group, names::message, message.clone());
    set_exception_field(&group, names::exceptions, Value::tuple(items));
    done(group)
}

fn init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    super::exceptions::base_init(machine, args)?;
    done(Value::None)
}

fn message(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(exception_field(&args.positional[0], names::message).unwrap_or(Value::None))
}

fn exceptions(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(exception_field(&args.positional[0], names::exceptions).unwrap_or(Value::None))
}

fn str_of_group(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let group = &args.positional[0];
    let message = exception_field(group, names::message).unwrap_or(Value::None);
    let count = members(machine, group).map_or(0, |members| members.len());
    let message = machine.str_of(&message)?;
    done(counted(message.as_str().map_or("", |text| text.as_str()), count))
}

fn counted(message: &str, count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{message} ({count} sub-exception{plural})")
}

/// What `str` gives of an exception group, without script code; of anything else, nothing.
pub fn text(machine: &Machine, exception: &Value) -> Option<String> {
    let members = members(machine, exception)?;
    match exception_field(exception, names::message) {
        Some(Value::Str(message)) => Some(counted(message.slice(0, 200), members.len())),
        _ => None,
    }
}

fn derive(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [group, exceptions] = &args.positional[..] else {
        return type_error(format!(
            "BaseExceptionGroup.derive() takes exactly one argument ({} given)",
            args.positional.len().saturating_sub(1)
        ));
    };
    let message = exception_field(group, names::message).unwrap_or(Value::None);
    let class = Value::Class(machine.types.exception(Exc::BaseExceptionGroup).clone());
    machine.call(&class, Args::two(message, exceptions.clone()))
}

/// How the exceptions of a group are told apart.
enum Matcher {
    /// By an exception class or a tuple of them.
    Kind(Value),
    /// By a callable of the script.
    Predicate(Value),
    /// Those with these addresses.
    Members(Vec<Value>),
}

fn matcher_of(machine: &mut Machine, value: &Value) -> PyResult<Matcher> {
    let base = machine.types.exception(Exc::BaseException).clone();
    let is_kind = |value: &Value| matches!(value, Value::Class(class) if class.is_subclass(&base));
    let expected = || {
        type_error(
            "expected an exception type, a tuple of exception types, or a callable (other than a class)",
        )
    };
    match value {
        Value::Class(_) if is_kind(value) => Ok(Matcher::Kind(value.clone())),
        Value::Class(_) => expected(),
        Value::Tuple(kinds) if kinds.iter().all(is_kind) => Ok(Matcher::Kind(value.clone())),
        Value::Function(_) | Value::Native(_) | Value::Method(_) => Ok(Matcher::Predicate(value.clone())),
        Value::Instance(instance) if instance.class.lookup(names::call).is_some() => {
            Ok(Matcher::Predicate(value.clone()))
        }
        _ => expected(),
    }
}

fn matches(machine: &mut Machine, exception: &Value, matcher: &Matcher) -> PyResult<bool> {
    match matcher {
        Matcher::Kind(kind) => machine.exception_matches(exception, kind),
        Matcher::Predicate(callable) => {
            let answer = machine.ask(callable, Args::one(exception.clone()))?;
            machine.truth(&answer)
        }
        Matcher::Members(members) => Ok(members.iter().any(|member| member.is(exception))),
    }
}

/// The part of a group that matches, and the rest; Null for an empty one.
fn split_by(
    machine: &mut Machine,
    exception: &Value,
    matcher: &Matcher,
    with_rest: bool,
) -> PyResult<(Value, Value)> {
    if matches(machine, exception, matcher)? {
        return Ok((exception.clone(), Value::Null));
    }
    let Some(inner) = members(machine, exception) else { return Ok((Value::Null, exception.clone())) };
    let (mut matching, mut rest) = (Vec::new(), Vec::new());
    for member in inner {
        let (yes, no) = split_by(machine, &member, matcher, with_rest)?;
        if !yes.is_null() {
            matching.push(yes);
        }
        if !no.is_null() {
            rest.push(no);
        }
    }
    let matching = subset(machine, exception, matching)?;
    let rest = if with_rest { subset(machine, exception, rest)? } else { Value::Null };
    Ok((matching, rest))
}

/// A group like the original, of some of its exceptions: made by its `derive`.
fn subset(machine: &mut Machine, original: &Value, some: Vec<Value>) -> PyResult<Value> {
    if some.is_empty() {
        return Ok(Value::Null);
    }
    let derive = machine.get_attribute(original, Sym::new("derive"))?;
    let list = machine.once(|_| Ok(Value::list(some)))?;
    let group = machine.ask(&derive, Args::one(list))?;
    if !machine.is_exception(&group, Exc::BaseExceptionGroup) {
        return type_error("derive must return an instance of BaseExceptionGroup");
    }
    if let (Some(from), Some(to)) = (exception_data(original), exception_data(&group)) {
        let traceback = from.traceback.borrow().clone();
        if !traceback.is_null() {
            let _old = to.traceback.replace(traceback);
        }
        let context = from.context.borrow().clone();
        let _old_context = to.context.replace(context);
        let cause = from.cause.borrow().clone();
        let _old_cause = to.cause.replace(cause);
        to.suppress_context.set(true);
    }
    if let (Value::Instance(from), Value::Instance(to)) = (original, &group)
        && let Some(notes @ (Value::List(_) | Value::Tuple(_))) = from.get(names::notes)
    {
        let notes = machine.collect(&notes)?;
        to.set(names::notes, Value::list(notes));
    }
    Ok(group)
}

fn one_argument<'a>(args: &'a Args, method: &str) -> PyResult<&'a Value> {
    match &args.positional[..] {
        [_, one] => Ok(one),
        other => type_error(format!(
            "BaseExceptionGroup.{method}() takes exactly one argument ({} given)",
            other.len().saturating_sub(1)
        )),
    }
}

fn split(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let matcher = matcher_of(machine, one_argument(args, "split")?)?;
    let (matching, rest) = split_by(machine, &args.positional[0], &matcher, true)?;
    done(Value::tuple(vec![matching.or_none(), rest.or_none()]))
}

fn subgroup(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let matcher = matcher_of(machine, one_argument(args, "subgroup")?)?;
    let (matching, _) = split_by(machine, &args.positional[0], &matcher, false)?;
    done(matching.or_none())
}

/// A group without a message of these exceptions.
fn unnamed_group(machine: &mut Machine, exceptions: Value) -> PyResult<Value> {
    let class = Value::Class(machine.types.exception(Exc::BaseExceptionGroup).clone());
    machine.ask(&class, Args::two(Value::str(""), exceptions))
}

/// `[exception, kind] → (rest, match)` for `except*`; either may be None.
pub fn match_group(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (exception, kind) = (&args.positional[0], &args.positional[1]);
    refuse_group_kinds(machine, kind)?;
    if exception.is_none() {
        return done(Value::tuple(vec![Value::None, Value::None]));
    }
    let group = members(machine, exception).is_some();
    if machine.exception_matches(exception, kind)? {
        let matching = if group {
            exception.clone()
        } else {
            let wrapped = unnamed_group(machine, Value::tuple(vec![exception.clone()]))?;
            let here = machine.traceback_here(false);
            if let Some(data) = exception_data(&wrapped) {
                let _old = data.traceback.replace(here);
            }
            wrapped
        };
        return done(Value::tuple(vec![Value::None, matching]));
    }
    if !group {
        return done(Value::tuple(vec![exception.clone(), Value::None]));
    }
    let split = machine.get_attribute(exception, Sym::new("split"))?;
    let pair = machine.ask(&split, Args::one(kind.clone()))?;
    let name = machine.types.name_of(exception);
    match &pair {
        Value::Tuple(parts) if parts.len() >= 2 => {
            done(Value::tuple(vec![parts[1].clone(), parts[0].clone()]))
        }
        Value::Tuple(parts) => {
            type_error(format!("{name}.split must return a 2-tuple, got tuple of size {}", parts.len()))
        }
        other => {
            let kind = machine.types.name_of(other);
            type_error(format!("{name}.split must return a tuple, not {kind}"))
        }
    }
}

fn refuse_group_kinds(machine: &Machine, kind: &Value) -> PyResult<()> {
    let exception = machine.types.exception(Exc::BaseException);
    let group = machine.types.exception(Exc::BaseExceptionGroup);
    let kinds = match kind {
        Value::Tuple(kinds) => kinds.to_vec(),
        one => vec![one.clone()],
    };
    for kind in &kinds {
        if !matches!(kind, Value::Class(class) if class.is_subclass(exception)) {
            return type_error("catching classes that do not inherit from BaseException is not allowed");
        }
    }
    for kind in &kinds {
        if matches!(kind, Value::Class(class) if class.is_subclass(group)) {
            return type_error("catching ExceptionGroup with except* is not allowed. Use except instead.");
        }
    }
    Ok(())
}

/// `[original, list] → exception or None` after `except*`.
pub fn prepare_reraise_star(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let original = &args.positional[0];
    let collected = match &args.positional[1] {
        Value::List(list) => list.to_vec(),
        _ => Vec::new(),
    };
    let left: Vec<Value> = collected.into_iter().filter(|value| !value.is_none()).collect();
    if left.is_empty() {
        return done(Value::None);
    }
    if members(machine, original).is_none() {
        return done(left[0].clone());
    }
    let (reraised, mut raised): (Vec<Value>, Vec<Value>) =
        left.into_iter().partition(|exception| same_origin(machine, exception, original));
    let mut leaves = Vec::new();
    for group in &reraised {
        collect_leaves(machine, group, &mut leaves);
    }
    let reraised = if leaves.is_empty() {
        Value::Null
    } else {
        split_by(machine, original, &Matcher::Members(leaves), false)?.0
    };
    if raised.is_empty() {
        return done(reraised.or_none());
    }
    if !reraised.is_null() {
        raised.push(reraised);
    }
    match &raised[..] {
        [one] => done(one.clone()),
        _ => done(unnamed_group(machine, Value::list(raised))?),
    }
}

/// Whether a group is what is left of the original: it has the same place in the chain and traceback.
fn same_origin(machine: &Machine, exception: &Value, original: &Value) -> bool {
    let (Some(_), Some(a), Some(b)) =
        (members(machine, exception), exception_data(exception), exception_data(original))
    else {
        return false;
    };
    a.traceback.borrow().is(&b.traceback.borrow())
        && a.cause.borrow().is(&b.cause.borrow())
        && a.context.borrow().is(&b.context.borrow())
}

fn collect_leaves(machine: &Machine, exception: &Value, leaves: &mut Vec<Value>) {
    match members(machine, exception) {
        Some(inner) => inner.iter().for_each(|member| collect_leaves(machine, member, leaves)),
        None => leaves.push(exception.clone()),
    }
}
