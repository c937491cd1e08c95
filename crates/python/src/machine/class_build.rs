//! Making classes: `class` statements and `type(name, bases, namespace)`, the MRO, and the hooks of both.

use std::rc::Rc;

use crate::class::{Class, ClassParts, Layout};
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, raise_object, type_error, value_error};
use crate::function::{Args, NativeFn};
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// `__build_class__(function, name, *bases, metaclass=…, **keywords)`
pub fn build_class(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let (Some(Value::Function(body)), Some(name)) = (args.positional.first(), args.positional.get(1)) else {
        return type_error("__build_class__: func must be a function");
    };
    let body = body.clone();
    let original: Vec<Value> = args.positional[2..].to_vec();
    let bases = resolve_bases(machine, &original)?;
    let mut keywords = args.keywords.clone();
    let explicit =
        keywords.iter().position(|(key, _)| *key == names::metaclass).map(|at| keywords.remove(at).1);
    let metaclass = choose_metaclass(machine, explicit, &bases)?;
    let namespace = match &metaclass {
        Value::Class(meta) if meta.id == machine.types.type_.id => {
            machine.once(|_| Ok(Value::Dict(Rc::default())))?
        }
        meta => match machine.find_attribute(meta, names::prepare)? {
            Some(prepare) => {
                let mut call = Args::two(name.clone(), Value::tuple(bases.clone()));
                call.keywords = keywords.clone();
                machine.ask(&prepare, call)?
            }
            None => machine.once(|_| Ok(Value::Dict(Rc::default())))?,
        },
    };
    let run = Value::Native(Rc::new(crate::function::Native {
        name: Sym::new("class body"),
        owner: "",
        kind: crate::function::NativeKind::Function,
        function: run_body,
        setter: None,
        receiver: Value::Null,
    }));
    let cell = machine.ask(&run, Args::two(Value::Function(body), namespace.clone()))?;
    if (original.len() != bases.len() || original.iter().zip(&bases).any(|(a, b)| !a.is(b)))
        && let Value::Dict(dict) = namespace.base_value()
    {
        dict.set(names::orig_bases, Value::tuple(original));
    }
    let mut call = Args::three(name.clone(), Value::tuple(bases), namespace);
    call.keywords = keywords;
    let class = machine.ask(&metaclass, call)?;
    if let (Value::Cell(cell), Value::Class(_)) = (&cell, &class) {
        let set = cell.get();
        if !set.is(&class) {
            let name = name.as_str().map_or("", |name| name.as_str());
            let shown = machine.repr_of(&class)?;
            let class = shown.as_str().map_or("", |shown| shown.as_str());
            if set.is_null() {
                return raise(
                    Exc::RuntimeError,
                    format!(
                        "__class__ not set defining '{name}' as {class}. Was __classcell__ propagated to type.__new__?"
                    ),
                );
            }
            let shown = machine.repr_of(&set)?;
            let set = shown.as_str().map_or("", |shown| shown.as_str());
            return type_error(format!("__class__ set to {set} defining '{name}' as {class}"));
        }
    }
    done(class)
}

fn run_body(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match &args.positional[0] {
        Value::Function(body) => machine.push_class_body(&body.clone(), args.positional[1].clone()),
        _ => done(Value::None),
    }
}

fn resolve_bases(machine: &mut Machine, original: &[Value]) -> PyResult<Vec<Value>> {
    let mut bases = Vec::with_capacity(original.len());
    for base in original {
        if matches!(base, Value::Class(_)) {
            bases.push(base.clone());
            continue;
        }
        match machine.find_attribute(base, names::mro_entries)? {
            Some(method) => {
                let entries = machine.ask(&method, Args::one(Value::tuple(original.to_vec())))?;
                match entries {
                    Value::Tuple(entries) => bases.extend(entries.iter().cloned()),
                    _ => return type_error("__mro_entries__ must return a tuple"),
                }
            }
            None => bases.push(base.clone()),
        }
    }
    Ok(bases)
}

fn choose_metaclass(machine: &mut Machine, explicit: Option<Value>, bases: &[Value]) -> PyResult<Value> {
    let mut winner = match explicit {
        Some(Value::Class(meta)) => meta,
        Some(other) => return Ok(other),
        None => bases.first().map_or_else(|| machine.types.type_.clone(), |base| machine.types.of(base)),
    };
    for base in bases {
        let meta = machine.types.of(base);
        if winner.is_subclass(&meta) {
            continue;
        }
        if meta.is_subclass(&winner) {
            winner = meta;
            continue;
        }
        return type_error(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
        );
    }
    Ok(Value::Class(winner))
}

fn is_type_new(new: &Value) -> bool {
    matches!(new, Value::Native(native) if std::ptr::fn_addr_eq(native.function, type_new as NativeFn))
}

/// `type.__new__(metaclass, name, bases, namespace, **keywords)`
pub fn type_new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(meta)) = args.positional.first() else {
        return type_error("type.__new__(X): X is not a type object");
    };
    let meta = meta.clone();
    let [_, name, bases, namespace] = &args.positional[..] else {
        return type_error("type() takes 1 or 3 arguments");
    };
    let Some(name) = name.as_str().map(|name| name.symbol()) else {
        let kind = machine.types.name_of(name);
        return type_error(format!("type.__new__() argument 1 must be str, not {kind}"));
    };
    if name.text().contains('\0') {
        return value_error("type name must not contain null characters");
    }
    let Value::Tuple(bases) = bases else {
        let kind = machine.types.name_of(bases);
        return type_error(format!("type.__new__() argument 2 must be tuple, not {kind}"));
    };
    let Value::Dict(namespace) = namespace.base_value() else {
        let kind = machine.types.name_of(namespace);
        return type_error(format!("type.__new__() argument 3 must be dict, not {kind}"));
    };
    let bases = bases.to_vec();
    let real: Vec<Value> = bases.iter().filter(|base| matches!(base, Value::Class(_))).cloned().collect();
    let winner = choose_metaclass(machine, Some(Value::Class(meta.clone())), &real)?;
    let meta = match winner {
        Value::Class(winner) if winner.id != meta.id => {
            // A base has a metaclass that knows better, and may make the class in its own way.
            let own = winner.lookup(names::new).filter(|new| !is_type_new(new));
            if let Some(new) = own {
                let mut given = args.clone();
                given.positional[0] = Value::Class(winner.clone());
                let new = machine.unwrap_static(&new);
                return machine.call(&new, given);
            }
            winner
        }
        _ => meta,
    };
    let namespace = namespace.clone();
    let slot_names = match namespace.get(names::slots) {
        Some(listed) => {
            let fixed = [Layout::Int, Layout::Bytes, Layout::Tuple, Layout::Type];
            let base = bases.iter().find_map(|base| match base {
                Value::Class(base) if fixed.contains(&base.layout) => Some(base.name()),
                _ => None,
            });
            let listed = match base {
                Some(_) if listed.as_str().is_none() => Value::tuple(machine.collect(&listed)?),
                _ => listed,
            };
            if let Some(base) = base
                && !matches!(&listed, Value::Tuple(none) if none.is_empty())
            {
                return type_error(format!("nonempty __slots__ not supported for subtype of '{base}'"));
            }
            crate::builtins::members::slot_names(machine, name, &listed)?
        }
        None => Vec::new(),
    };
    let class_value = machine.once(|machine| {
        make_class(machine, &meta, name, &bases, &namespace, &slot_names).map(Value::Class)
    })?;
    let Value::Class(class) = &class_value else { return done(class_value) };
    call_set_name(machine, class)?;
    call_init_subclass(machine, class, &args.keywords)?;
    done(class_value.clone())
}

fn make_class(
    machine: &mut Machine,
    meta: &Rc<Class>,
    name: Sym,
    bases: &[Value],
    namespace: &Rc<Dict>,
    slot_names: &[Sym],
) -> PyResult<Rc<Class>> {
    let mut classes = Vec::new();
    for base in bases {
        match base {
            Value::Class(class) => classes.push(class.clone()),
            base if machine.types.of(base).id == machine.types.object.id => {
                return type_error("bases must be types");
            }
            base if machine.types.of(base).lookup(Sym::new("__mro_entries__")).is_some() => {
                return type_error("type() doesn't support MRO entry resolution; use types.new_class()");
            }
            _ => {
                return type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
                );
            }
        }
    }
    if classes.is_empty() {
        classes.push(machine.types.object.clone());
    }
    for (index, class) in classes.iter().enumerate() {
        if classes[..index].iter().any(|earlier| earlier.id == class.id) {
            return type_error(format!("duplicate base class {}", class.name()));
        }
    }
    let layout = best_layout(&classes)?;
    one_has_the_slots(&classes)?;
    let rest = merge_mro(&classes)?;
    let dict = Rc::new(namespace.copy());
    if let Some(Value::Cell(cell)) = dict.remove(Sym::new("__classdictcell__")) {
        // What looked into the namespace looks into the class from now on, and the namespace can go.
        let _namespace = cell.set(Value::Dict(dict.clone()));
    }
    let slots = dict.get(names::slots);
    let hidden = machine.caller().is_some_and(|frame| !frame.is_shown());
    let qualname = dict.remove(names::qualname).unwrap_or_else(|| Value::Str(name.key()));
    let has_dict = slots.is_none()
        || slots.as_ref().is_some_and(|slots| lists(slots, "__dict__"))
        || classes.iter().any(|base| base.has_dict && base.id != machine.types.object.id);
    let cell = dict.remove(names::classcell);
    if let Some(other) = cell.as_ref().filter(|cell| !matches!(cell, Value::Cell(_))) {
        let kind = machine.types.of(other).shown_name();
        return type_error(format!("__classcell__ must be a nonlocal cell, not <class '{kind}'>"));
    }
    if dict.get(names::module).is_none() {
        let module = machine.caller().and_then(|frame| frame.globals.get(names::name));
        dict.set(names::module, module.unwrap_or_else(|| Value::str("builtins")));
    }
    for special in [names::new, names::init_subclass, names::class_getitem] {
        if let Some(function @ Value::Function(_)) = dict.get(special) {
            let wrapped = if special == names::new {
                crate::builtins::descriptors::make_static_method(machine, function)
            } else {
                crate::builtins::descriptors::make_class_method(machine, function)
            };
            dict.set(special, wrapped);
        }
    }
    crate::builtins::members::add_members(machine, name, &dict, slot_names)?;
    if has_dict {
        crate::builtins::members::add_dict(machine, name, &dict, &classes);
    }
    if slots.as_ref().is_some_and(|slots| lists(slots, "__weakref__")) {
        crate::builtins::members::add_weakref(name, &dict);
    }
    if dict.get(names::doc).is_none() {
        dict.set(names::doc, Value::None);
    }
    if dict.get(names::eq).is_some() && dict.get(names::hash).is_none() {
        dict.set(names::hash, Value::None);
    }
    let metaclass = (meta.id != machine.types.type_.id).then(|| meta.clone());
    let graveyard = machine.graveyard.clone();
    let class = Class::new(
        ClassParts {
            name,
            qualname,
            dict,
            bases: classes,
            rest_of_mro: rest,
            metaclass,
            layout,
            heap: true,
            hidden,
            has_dict,
        },
        &graveyard,
    );
    if let Some(Value::Cell(cell)) = cell {
        cell.set(Value::Class(class.clone()));
    }
    Ok(class)
}

/// Whether `__slots__` lists a name.
fn lists(slots: &Value, name: &str) -> bool {
    let is_it = |value: &Value| value.as_str().is_some_and(|text| text.as_str() == name);
    match slots {
        Value::Tuple(items) => items.iter().any(is_it),
        Value::List(items) => items.borrow().iter().any(is_it),
        other => is_it(other),
    }
}

fn best_layout(classes: &[Rc<Class>]) -> PyResult<Layout> {
    let mut best = Layout::Object;
    for class in classes {
        const FINAL: [&str; 5] = ["datetime.timezone", "memoryview", "Context", "ContextVar", "Token"];
        if matches!(class.layout, Layout::Sealed)
            || matches!(class.layout, Layout::Native(name) if FINAL.contains(&name))
            || &*class.name().text() == "bool" && !class.heap
        {
            return type_error(format!("type '{}' is not an acceptable base type", class.shown_name()));
        }
        if class.layout == Layout::Object || class.layout == best {
            continue;
        }
        if best != Layout::Object {
            return type_error("multiple bases have instance lay-out conflict");
        }
        best = class.layout;
    }
    Ok(best)
}

/// Whether a class adds slots to what its bases have.
fn adds_slots(class: &Rc<Class>) -> bool {
    let named = |value: &Value| {
        value.as_str().is_some_and(|text| !matches!(text.as_str(), "__dict__" | "__weakref__"))
    };
    match class.dict.get(names::slots).filter(|_| class.heap && !class.hidden) {
        Some(Value::Tuple(listed)) => listed.iter().any(named),
        Some(Value::List(listed)) => listed.borrow().iter().any(named),
        Some(Value::Dict(listed)) => listed.keys().iter().any(named),
        Some(other) => named(&other),
        None => false,
    }
}

/// Refuses bases that have slots, or a layout, that none of them shares.
fn one_has_the_slots(bases: &[Rc<Class>]) -> PyResult<()> {
    let mut best: Option<Rc<Class>> = None;
    for base in bases {
        let solid = base
            .mro()
            .into_iter()
            .find(|class| adds_slots(class) || !class.heap && class.layout != Layout::Object);
        match (&best, solid) {
            (_, None) => {}
            (Some(best), Some(solid)) if best.is_subclass(&solid) => {}
            (Some(old), Some(solid))
                if !solid.is_subclass(old) && (adds_slots(old) || adds_slots(&solid)) =>
            {
                return type_error("multiple bases have instance lay-out conflict");
            }
            (_, solid) => best = solid,
        }
    }
    Ok(())
}

/// The C3 linearisation of the bases: what follows the class itself in its MRO.
fn merge_mro(bases: &[Rc<Class>]) -> PyResult<Vec<Rc<Class>>> {
    let mut sequences: Vec<Vec<Rc<Class>>> = bases.iter().map(|base| base.mro()).collect();
    sequences.push(bases.to_vec());
    let mut merged = Vec::new();
    loop {
        sequences.retain(|sequence| !sequence.is_empty());
        if sequences.is_empty() {
            return Ok(merged);
        }
        let in_a_tail = |candidate: &Class| {
            sequences.iter().any(|sequence| sequence[1..].iter().any(|class| class.id == candidate.id))
        };
        let next =
            sequences.iter().map(|sequence| sequence[0].clone()).find(|candidate| !in_a_tail(candidate));
        let Some(next) = next else {
            let mut names: Vec<String> = Vec::new();
            for sequence in &sequences {
                let name = sequence[0].name().to_string();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            return type_error(format!(
                "Cannot create a consistent method resolution order (MRO) for bases {}",
                names.join(", ")
            ));
        };
        for sequence in &mut sequences {
            if sequence[0].id == next.id {
                sequence.remove(0);
            }
        }
        merged.push(next);
    }
}

fn call_set_name(machine: &mut Machine, class: &Rc<Class>) -> PyResult<()> {
    // Those of the class as it was made: a `__set_name__` may change it.
    let made = machine.once(|_| {
        let described =
            class.dict.to_vec().into_iter().filter(|(_, value)| matches!(value, Value::Instance(_)));
        Ok(Value::tuple(described.map(|(name, value)| Value::tuple(vec![name, value])).collect()))
    })?;
    let Value::Tuple(made) = made else { return Ok(()) };
    for pair in made.iter() {
        let Value::Tuple(pair) = pair else { continue };
        let [name, value] = &pair[..] else { continue };
        if let Value::Instance(_) = value {
            if let Some(parts) = crate::builtins::descriptors::plain_property(value) {
                parts.name.replace(name.clone());
                continue;
            }
            if let Some(method) = machine.special(value, names::set_name)? {
                let args = Args::two(Value::Class(class.clone()), name.clone());
                if let Err(exception) = machine.ask_call_caught(&method, args)? {
                    return set_name_failed(machine, class, name, value, exception);
                }
            }
        }
    }
    Ok(())
}

/// Notes on an exception which descriptor's `__set_name__` it came from, and raises it.
fn set_name_failed(
    machine: &mut Machine,
    class: &Rc<Class>,
    name: &Value,
    value: &Value,
    exception: Value,
) -> PyResult<()> {
    let kind = machine.types.name_of(value);
    let name = name.as_str().map_or("", |name| name.as_str());
    let note = format!("Error calling __set_name__ on '{kind}' instance '{name}' in '{}'", class.name());
    if let Value::Instance(instance) = &exception {
        match instance.get(names::notes) {
            Some(Value::List(notes)) => notes.push(Value::string(note)),
            _ => instance.set(names::notes, Value::list(vec![Value::string(note)])),
        }
    }
    raise_object(exception)
}

fn call_init_subclass(machine: &mut Machine, class: &Rc<Class>, keywords: &[(Sym, Value)]) -> PyResult<()> {
    let rest = class.rest_of_mro();
    let Some(found) = rest.iter().find_map(|base| base.dict.get(names::init_subclass)) else { return Ok(()) };
    let receiver = Value::Class(class.clone());
    let bound = machine.bind_special(&found, &receiver, class)?;
    let args = Args { keywords: keywords.to_vec(), ..Args::default() };
    machine.ask(&bound, args)?;
    Ok(())
}

/// `object.__init_subclass__`
pub fn object_init_subclass(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    if !args.keywords.is_empty() {
        let name = match args.positional.first() {
            Some(Value::Class(class)) => class.name().to_string(),
            _ => "object".to_string(),
        };
        let _ = machine;
        return raise(Exc::TypeError, format!("{name}.__init_subclass__() takes no keyword arguments"));
    }
    done(Value::None)
}
