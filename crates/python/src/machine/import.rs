//! `import`: the table of what can be imported, modules in Rust and in Python, and the diagnostics for the rest.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::class::{Instance, Payload};
use crate::dict::Dict;
use crate::error::{Exc, PyResult, Raise, raise};
use crate::frame::Frame;
use crate::function::Args;
use crate::machine::exception::set_exception_field;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// Where a module comes from. Both parts may be there: Rust fills the names first, then the Python source runs.
#[derive(Clone, Copy)]
pub struct ModuleSource {
    /// Fills the module's names.
    pub native: Option<fn(&mut Machine, &Rc<Dict>)>,
    /// The Python part.
    pub python: Option<&'static str>,
}

/// The modules of a machine.
#[derive(Default)]
pub struct ModuleTable {
    sources: BTreeMap<&'static str, ModuleSource>,
    /// What is loaded, by name: `sys.modules`.
    pub loaded: Rc<Dict>,
    /// Modules that are known but not to be had, and what to say.
    refused: BTreeMap<&'static str, &'static str>,
    /// The names of the builtins that are written in Python.
    pub prelude: Rc<Dict>,
    /// The modules that are files beside the script, by name: they come before all others.
    beside: BTreeMap<String, Beside>,
}

/// A file beside the script.
struct Beside {
    code: Rc<crate::code::Code>,
    /// What its compilation warns about, as it is printed when it is imported.
    warnings: String,
}

impl ModuleTable {
    /// Makes a module importable.
    pub fn register(&mut self, name: &'static str, source: ModuleSource) {
        self.sources.insert(name, source);
    }

    /// Says why a module cannot be imported.
    pub fn refuse(&mut self, name: &'static str, why: &'static str) {
        self.refused.insert(name, why);
    }

    /// Makes a file beside the script importable; the warnings are printed when it is.
    pub fn put_beside(&mut self, name: &str, code: Rc<crate::code::Code>, warnings: String) {
        self.beside.insert(name.to_owned(), Beside { code, warnings });
    }

    /// The names of all modules that can be imported, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.sources.keys().copied()
    }

    /// Why a module cannot be imported, where that is known.
    pub fn refusal(&self, name: &str) -> Option<&'static str> {
        self.refused.get(name).copied()
    }

    /// Whether a module can be imported.
    pub fn has(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    /// Whether a module has modules inside.
    pub fn is_package(&self, name: &str) -> bool {
        // `os.path` lies in `os`, which is a plain module all the same.
        if name == "os" {
            return false;
        }
        self.sources.keys().any(|other| other.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
    }

    /// A module that is already loaded.
    pub fn loaded(&self, name: &str) -> Option<Value> {
        self.loaded.get_str(name)
    }

    /// Enters a module as loaded.
    pub fn enter(&self, name: &str, module: Value) {
        self.loaded.set_str(name, module);
    }

    /// Takes a loaded module out.
    pub fn remove(&self, name: &str) -> Option<Value> {
        self.loaded.remove(Sym::new(name))
    }
}

impl Machine {
    /// A new module object with a dict of its own.
    pub fn new_module(&mut self, name: &str) -> Rc<Instance> {
        let module = Instance::new(self.types.module.clone(), Payload::None);
        let dict = module.dict();
        dict.set(names::name, Value::str(name));
        dict.set(names::doc, Value::None);
        dict.set(names::package, Value::str(""));
        dict.set(names::loader, Value::None);
        dict.set(names::spec, Value::None);
        module
    }

    /// Makes the names that every module sees importable as `builtins`.
    pub fn enter_builtins(&mut self) {
        let module = Instance::with_dict(self.types.module.clone(), self.builtins.clone());
        for (name, value) in [
            (names::name, Value::str("builtins")),
            (names::doc, Value::None),
            (names::package, Value::str("")),
            (names::loader, Value::None),
            (names::spec, Value::None),
        ] {
            self.builtins.set(name, value);
        }
        self.modules.enter("builtins", Value::Instance(module));
    }

    /// Begins to load a module: at once, or by pushing the frame of its Python part.
    fn load_module(&mut self, name: &str) -> PyResult<Flow> {
        if let Some(beside) = self.modules.beside.get(name) {
            let code = beside.code.clone();
            self.recorder.print(loopglass_trace::Stream::Err, &beside.warnings);
            return Ok(self.load_beside(name, code));
        }
        let known = self.modules.sources.get_key_value(name).map(|(name, source)| (*name, *source));
        let Some((name, source)) = known else { return self.missing_module(name) };
        let module = self.new_module(name);
        let dict = module.dict().clone();
        let package = match name.rsplit_once('.') {
            _ if self.modules.is_package(name) => name,
            Some((parent, _)) => parent,
            None => "",
        };
        dict.set(names::package, Value::str(package));
        if let Some(file) = crate::builtins::naming::file_of_module(self, name) {
            dict.set(names::file, Value::string(file));
        }
        self.modules.enter(name, Value::Instance(module.clone()));
        if let Some(native) = source.native {
            native(self, &dict);
        }
        if let Some((parent, child)) = name.rsplit_once('.')
            && let Some(Value::Instance(parent)) = self.modules.loaded(parent)
        {
            parent.set(Sym::new(child), Value::Instance(module.clone()));
        }
        match source.python {
            None => done(Value::Instance(module)),
            Some(text) => {
                dict.set(names::builtins, Value::None);
                let code = self.hidden_code(name, text)?;
                let frame = self.module_frame(code, dict);
                self.frames.push(Frame::Script(frame));
                Ok(Flow::Pushed)
            }
        }
    }

    /// Begins to run a file beside the script.
    fn load_beside(&mut self, name: &str, code: Rc<crate::code::Code>) -> Flow {
        let module = self.new_module(name);
        let dict = module.dict().clone();
        dict.set(names::builtins, self.modules.loaded("builtins").unwrap_or(Value::None));
        dict.set(names::file, Value::str(&code.file));
        dict.set(Sym::new("__cached__"), Value::None);
        self.modules.enter(name, Value::Instance(module.clone()));
        let frame = self.module_frame(code, dict);
        self.frames.push(Frame::Script(frame));
        Flow::Pushed
    }

    /// The code of Python source of ours.
    pub fn hidden_code(&mut self, name: &str, text: &'static str) -> PyResult<Rc<crate::code::Code>> {
        match crate::lower::lower_library(name, text) {
            Ok(code) => Ok(code),
            Err(failure) => {
                debug_assert!(false, "{name}: {failure:?}");
                raise(Exc::SystemError, format!("module {name} is broken: {failure:?}"))
            }
        }
    }

    fn missing_module<T>(&mut self, name: &str) -> PyResult<T> {
        let message = match self.modules.refusal(name) {
            Some(why) => format!("No module named '{name}': {why}"),
            None => match name.rsplit_once('.') {
                Some((parent, _)) if self.modules.has(parent) && !self.modules.is_package(parent) => {
                    format!("No module named '{name}'; '{parent}' is not a package")
                }
                _ => format!("No module named '{name}'"),
            },
        };
        let exception = self.new_exception(Exc::ModuleNotFoundError, vec![Value::string(message)]);
        set_exception_field(&exception, names::name_field, Value::str(name));
        Err(Box::new(Raise::Object(exception)))
    }

    /// A module, loaded when first asked for; may ask.
    pub fn import(&mut self, name: &str) -> PyResult<Value> {
        let mut prefix = String::new();
        for part in name.split('.') {
            if !prefix.is_empty() {
                prefix.push('.');
            }
            prefix.push_str(part);
            // Asked for even where it is loaded: when this starts again, the answers must come in the same order.
            self.ask_native(load_named, Args::one(Value::str(&prefix)))?;
        }
        Ok(self.modules.loaded(name).unwrap_or(Value::None))
    }
}

fn load_named(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    match args.positional[0].as_str() {
        Some(name) => match machine.modules.loaded(name.as_str()) {
            Some(module) => done(module),
            None => machine.load_module(name.as_str()),
        },
        None => done(Value::None),
    }
}

/// `[name, fromlist, level] → module`
pub fn import_name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(name) = args.positional[0].as_str() else { return done(Value::None) };
    let full = match &args.positional[2] {
        Value::Int(0) => name.as_str().to_string(),
        _ => {
            let package = machine.caller().and_then(|frame| frame.globals.get(names::package));
            match package.as_ref().and_then(Value::as_str) {
                Some(package) if !package.is_empty() && name.is_empty() => package.as_str().to_string(),
                Some(package) if !package.is_empty() => format!("{}.{}", package.as_str(), name.as_str()),
                _ => {
                    // Text without a name of its own is in no module at all.
                    let nameless =
                        machine.caller().is_some_and(|frame| frame.globals.get(names::name).is_none());
                    if nameless {
                        return raise(Exc::KeyError, "'__name__' not in globals");
                    }
                    return raise(Exc::ImportError, "attempted relative import with no known parent package");
                }
            }
        }
    };
    machine.import(&full)?;
    let wanted = match &args.positional[1] {
        Value::Tuple(names) if !names.is_empty() => {
            // `from package import submodule` loads the submodule.
            for part in names.iter().filter_map(Value::as_str) {
                let inner = format!("{full}.{}", part.as_str());
                if machine.modules.has(&inner) {
                    machine.import(&inner)?;
                }
            }
            full.as_str()
        }
        _ => full.split('.').next().unwrap_or_default(),
    };
    done(machine.modules.loaded(wanted).unwrap_or(Value::None))
}

/// `[module, name] → value`
pub fn import_from(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let module = &args.positional[0];
    let Some(name) = args.positional[1].as_str().map(|name| name.symbol()) else { return done(Value::None) };
    if let Some(value) = machine.find_attribute(module, name)? {
        return done(value);
    }
    let module_name = match module {
        Value::Instance(instance) => instance.get(names::name).unwrap_or_default(),
        _ => Value::Null,
    };
    let shown =
        module_name.as_str().map_or_else(|| "<unknown module name>".to_string(), |n| n.as_str().to_string());
    if let Some(Value::Instance(submodule)) = machine.modules.loaded(&format!("{shown}.{name}")) {
        return done(Value::Instance(submodule));
    }
    let file = match module {
        Value::Instance(module) => module.get(names::file),
        _ => None,
    };
    let place = file.as_ref().and_then(Value::as_str);
    let place = place.as_ref().map_or("unknown location", |place| place.as_str());
    let message = format!("cannot import name '{name}' from '{shown}' ({place})");
    let exception = machine.new_exception(Exc::ImportError, vec![Value::string(message)]);
    set_exception_field(&exception, names::path_field, file.clone().unwrap_or(Value::None));
    set_exception_field(&exception, names::name_field, module_name);
    set_exception_field(&exception, names::name_from, Value::Str(name.key()));
    Err(Box::new(Raise::Object(exception)))
}

/// `[module]`: `from module import *` into the caller's globals.
pub fn import_star(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Value::Instance(module) = &args.positional[0] else { return done(Value::None) };
    let Some(globals) = machine.caller().map(|frame| frame.globals.clone()) else { return done(Value::None) };
    let listed = match module.get(names::all) {
        Some(all) => Some(machine.collect(&all)?),
        None => None,
    };
    if let Some(listed) = listed {
        for name in listed.iter().filter_map(Value::as_str) {
            let value = machine.get_attribute(&args.positional[0], name.symbol())?;
            globals.set(name.symbol(), value);
        }
        return done(Value::None);
    }
    for (key, value) in module.dict().to_vec() {
        if let Some(name) = key.as_str()
            && !name.as_str().starts_with('_')
        {
            globals.set(name.symbol(), value);
        }
    }
    done(Value::None)
}
