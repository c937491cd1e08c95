//! `type`: the attributes of classes.

use std::rc::Rc;

use crate::class::Class;
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

use super::function_attributes::annotated;
use super::install::{class_methods, getters, methods, property, slots, static_methods};

const OWNER: &str = "type";

/// Enters the names.
pub fn install(machine: &mut Machine) {
    let class = machine.types.type_.clone();
    static_methods(&class, OWNER, &[("__new__", crate::machine::class_build::type_new)]);
    slots(
        &class,
        OWNER,
        &[
            ("__init__", type_init),
            ("__call__", crate::machine::call::type_call),
            ("__repr__", type_repr),
            ("__or__", type_or),
            ("__ror__", type_ror),
        ],
    );
    methods(
        &class,
        OWNER,
        &[
            ("mro", mro_list),
            ("__subclasses__", subclasses),
            ("__instancecheck__", super::classes::type_instancecheck),
            ("__subclasscheck__", super::classes::type_subclasscheck),
            ("__dir__", type_dir),
        ],
    );
    class_methods(&class, OWNER, &[("__prepare__", prepare)]);
    getters(
        &class,
        OWNER,
        &[
            ("__base__", base),
            ("__mro__", mro),
            ("__dict__", dict),
            ("__flags__", flags),
            ("__basicsize__", basic_size),
        ],
    );
    property(&class, OWNER, "__name__", name, set_name);
    property(&class, OWNER, "__qualname__", qualname, set_qualname);
    property(&class, OWNER, "__module__", module, set_module);
    property(&class, OWNER, "__doc__", doc, set_doc);
    property(&class, OWNER, "__bases__", bases, set_bases);
    property(&class, OWNER, "__abstractmethods__", abstract_methods, set_abstract_methods);
    property(&class, OWNER, "__annotations__", annotations, set_annotations);
    property(&class, OWNER, "__annotate__", annotate, set_annotate);
    property(&class, OWNER, "__type_params__", type_params, set_type_params);
}

fn receiver<'a>(machine: &Machine, args: &'a Args, what: &str) -> PyResult<&'a Rc<Class>> {
    match args.positional.first() {
        Some(Value::Class(class)) => Ok(class),
        Some(other) => {
            let kind = machine.types.name_of(other);
            type_error(format!("descriptor '{what}' for 'type' objects doesn't apply to a '{kind}' object"))
        }
        None => type_error(format!("unbound method type.{what}() needs an argument")),
    }
}

/// A class that a script may change, or the TypeError.
fn changeable<'a>(machine: &Machine, args: &'a Args, what: &str) -> PyResult<&'a Rc<Class>> {
    let class = receiver(machine, args, what)?;
    if !class.heap {
        return type_error(format!(
            "cannot set '{what}' attribute of immutable type '{}'",
            class.shown_name()
        ));
    }
    if args.positional[1].is_null() && !matches!(what, "__abstractmethods__" | "__annotations__") {
        return type_error(format!("cannot delete '{what}' attribute of immutable type '{}'", class.name()));
    }
    Ok(class)
}

fn type_init(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    if !matches!(args.positional.len(), 2 | 4) {
        return type_error("type.__init__() takes 1 or 3 arguments");
    }
    done(Value::None)
}

fn type_repr(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = receiver(machine, args, "__repr__")?;
    done(format!("<class '{}'>", super::naming::qualified_class_name(class)))
}

fn type_or(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [left, right] = &args.positional[..] else { return type_error("expected 1 argument") };
    done(super::typing_intrinsics::union(machine, left, right)?.unwrap_or(Value::NotImplemented))
}

fn type_ror(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [right, left] = &args.positional[..] else { return type_error("expected 1 argument") };
    done(super::typing_intrinsics::union(machine, left, right)?.unwrap_or(Value::NotImplemented))
}

fn classes(all: Vec<Rc<Class>>) -> Vec<Value> {
    all.into_iter().map(Value::Class).collect()
}

fn mro(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::tuple(classes(receiver(machine, args, "__mro__")?.mro())))
}

fn mro_list(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::list(classes(receiver(machine, args, "mro")?.mro())))
}

fn subclasses(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::list(classes(receiver(machine, args, "__subclasses__")?.subclasses())))
}

fn type_dir(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    receiver(machine, args, "__dir__")?;
    done(Value::list(super::meant::attribute_names(machine, &args.positional[0])))
}

fn prepare(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done(Value::Dict(Rc::default()))
}

fn base(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = receiver(machine, args, "__base__")?;
    let bases = class.bases();
    // The base that decides the layout, else the first.
    let solid = bases.iter().find(|base| base.layout == class.layout).or(bases.first());
    done(solid.map_or(Value::None, |base| Value::Class(base.clone())))
}

fn bases(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::tuple(classes(receiver(machine, args, "__bases__")?.bases())))
}

fn set_bases(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    changeable(machine, args, "__bases__")?;
    type_error("__bases__ assignment is not supported here: a class keeps the bases it was made with")
}

fn dict(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = receiver(machine, args, "__dict__")?;
    let mut shown = class.dict.clone();
    if class.id == machine.types.object.id {
        // Here all classes find their instances' `__dict__`; in CPython it is in those that have one.
        shown = Rc::new(shown.copy());
        drop(shown.remove(names::dict));
    }
    done(super::mapping_proxy::proxy(machine, Value::Dict(shown)))
}

fn flags(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = receiver(machine, args, "__flags__")?;
    done(if class.heap { 5_634i64 } else { 5_378 })
}

fn basic_size(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    receiver(machine, args, "__basicsize__")?;
    done(16i64)
}

fn name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(Value::Str(receiver(machine, args, "__name__")?.name().key()))
}

fn set_name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = changeable(machine, args, "__name__")?;
    match args.positional[1].as_str() {
        Some(name) if name.as_str().contains('\0') => {
            value_error("type name must not contain null characters")
        }
        Some(name) => {
            class.set_name(name.symbol());
            done(Value::None)
        }
        None => wrong_text(machine, class, "__name__", &args.positional[1]),
    }
}

fn wrong_text(machine: &Machine, class: &Class, what: &str, value: &Value) -> PyResult<Flow> {
    let kind = machine.types.name_of(value);
    type_error(format!("can only assign string to {}.{what}, not '{kind}'", class.name()))
}

fn qualname(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(receiver(machine, args, "__qualname__")?.qualname())
}

fn set_qualname(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = changeable(machine, args, "__qualname__")?;
    match args.positional[1].as_str() {
        Some(_) => {
            class.set_qualname(args.positional[1].clone());
            done(Value::None)
        }
        None => wrong_text(machine, class, "__qualname__", &args.positional[1]),
    }
}

fn module(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = receiver(machine, args, "__module__")?;
    // In `type` itself stands this attribute.
    let own = class.dict.get(names::module).filter(|value| !matches!(value, Value::Native(_)));
    done(own.unwrap_or_else(|| Value::str("builtins")))
}

fn set_own(class: &Rc<Class>, name: Sym, value: Value) -> PyResult<Flow> {
    let old = class.set(name, value);
    drop(old);
    done(Value::None)
}

fn set_module(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = changeable(machine, args, "__module__")?;
    set_own(class, names::module, args.positional[1].clone())
}

fn doc(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(receiver(machine, args, "__doc__")?.dict.get(names::doc).unwrap_or(Value::None))
}

fn set_doc(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = changeable(machine, args, "__doc__")?;
    set_own(class, names::doc, args.positional[1].clone())
}

fn abstract_methods(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = receiver(machine, args, "__abstractmethods__")?;
    match class.dict.get(names::abstractmethods) {
        Some(value) => done(value),
        None => raise(Exc::AttributeError, "__abstractmethods__"),
    }
}

fn set_abstract_methods(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = changeable(machine, args, "__abstractmethods__")?;
    if args.positional[1].is_null() {
        drop(class.remove(names::abstractmethods));
        return done(Value::None);
    }
    set_own(class, names::abstractmethods, args.positional[1].clone())
}

fn type_params(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = receiver(machine, args, "__type_params__")?;
    // In `type` itself stands this attribute.
    let own = class.dict.get(names::type_params).filter(|value| !matches!(value, Value::Native(_)));
    done(own.unwrap_or_else(|| Value::tuple(Vec::new())))
}

fn set_type_params(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = changeable(machine, args, "__type_params__")?;
    set_own(class, names::type_params, args.positional[1].clone())
}

/// Where the function that evaluates a class's annotations is kept.
fn annotate_function(class: &Class) -> Option<Value> {
    class.dict.get_str("__annotate_func__").or_else(|| class.dict.get(names::annotate))
}

fn annotate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = receiver(machine, args, "__annotate__")?;
    done(annotate_function(class).unwrap_or(Value::None))
}

fn set_annotate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = changeable(machine, args, "__annotate__")?;
    drop(class.remove(Sym::new("__annotations_cache__")));
    set_own(class, Sym::new("__annotate_func__"), args.positional[1].clone())
}

/// `class.__annotations__`: evaluated when first asked for (PEP 649).
fn annotations(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = receiver(machine, args, "__annotations__")?;
    if !class.heap {
        return Err(machine.no_attribute(&args.positional[0], names::annotations));
    }
    let known = class.dict.get(names::annotations).or_else(|| class.dict.get_str("__annotations_cache__"));
    if let Some(known) = known {
        return done(known);
    }
    let made = annotated(machine, &annotate_function(class).unwrap_or_default())?;
    class.dict.set_str("__annotations_cache__", made.clone());
    done(made)
}

fn set_annotations(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let class = changeable(machine, args, "__annotations__")?;
    if args.positional[1].is_null() {
        drop(class.remove(names::annotations));
        drop(class.remove(Sym::new("__annotations_cache__")));
        return done(Value::None);
    }
    let own = class.dict.get(names::annotations).is_some();
    drop(class.remove(Sym::new("__annotate_func__")));
    let place = if own { names::annotations } else { Sym::new("__annotations_cache__") };
    set_own(class, place, args.positional[1].clone())
}
