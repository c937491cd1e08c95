//! The built-in classes, and which of them a value belongs to.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::class::{Class, ClassParts, Layout};
use crate::code::CodeKind;
use crate::error::Exc;
use crate::function::NativeKind;
use crate::graveyard::Graveyard;
use crate::symbol::Sym;
use crate::value::Value;

macro_rules! types {
    ($($field:ident = $name:literal, $layout:expr;)*) => {
        /// The built-in classes.
        #[allow(missing_docs)]
        pub struct Types {
            $(pub $field: Rc<Class>,)*
            exceptions: Vec<Rc<Class>>,
            named: RefCell<BTreeMap<&'static str, Rc<Class>>>,
            graveyard: Rc<Graveyard>,
        }

        impl Types {
            /// Makes the classes, still without attributes.
            pub fn new(graveyard: &Rc<Graveyard>) -> Types {
                let object = builtin_class("object", Layout::Object, &[], false, graveyard);
                let mut types = Types {
                    $($field: if $name == "object" {
                        object.clone()
                    } else {
                        let own_dict = $name == "module";
                        builtin_class($name, $layout, std::slice::from_ref(&object), own_dict, graveyard)
                    },)*
                    exceptions: Vec::new(),
                    named: RefCell::default(),
                    graveyard: graveyard.clone(),
                };
                types.bool_ = builtin_class("bool", Layout::Int, &[types.int.clone()], false, graveyard);
                for kind in Exc::ALL {
                    let base = types.exceptions.iter().find(|class| &*class.name().text() == kind.base());
                    let base = base.cloned().unwrap_or_else(|| object.clone());
                    let class = builtin_class(kind.name(), Layout::Exception, &[base], true, graveyard);
                    types.exceptions.push(class);
                }
                types
            }

            /// All classes that a script can name, apart from exceptions.
            pub fn all(&self) -> Vec<Rc<Class>> {
                vec![$(self.$field.clone()),*]
            }
        }
    };
}

types! {
    object = "object", Layout::Object;
    type_ = "type", Layout::Type;
    int = "int", Layout::Int;
    bool_ = "bool", Layout::Int;
    float = "float", Layout::Float;
    complex = "complex", Layout::Complex;
    str_ = "str", Layout::Str;
    bytes = "bytes", Layout::Bytes;
    bytearray = "bytearray", Layout::ByteArray;
    tuple = "tuple", Layout::Tuple;
    list = "list", Layout::List;
    dict = "dict", Layout::Dict;
    set = "set", Layout::Set;
    frozenset = "frozenset", Layout::FrozenSet;
    range = "range", Layout::Sealed;
    slice = "slice", Layout::Sealed;
    none = "NoneType", Layout::Sealed;
    not_implemented = "NotImplementedType", Layout::Sealed;
    ellipsis = "ellipsis", Layout::Sealed;
    function = "function", Layout::Sealed;
    native_function = "builtin_function_or_method", Layout::Sealed;
    native_method = "method_descriptor", Layout::Sealed;
    native_slot = "wrapper_descriptor", Layout::Sealed;
    native_bound_slot = "method-wrapper", Layout::Sealed;
    native_class_method = "classmethod_descriptor", Layout::Sealed;
    getset = "getset_descriptor", Layout::Sealed;
    method = "method", Layout::Sealed;
    generator = "generator", Layout::Sealed;
    coroutine = "coroutine", Layout::Sealed;
    async_generator = "async_generator", Layout::Sealed;
    cell = "cell", Layout::Sealed;
    code = "code", Layout::Sealed;
    module = "module", Layout::Native("module");
    property = "property", Layout::Native("property");
    staticmethod = "staticmethod", Layout::Native("staticmethod");
    classmethod = "classmethod", Layout::Native("classmethod");
    super_ = "super", Layout::Native("super");
    traceback = "traceback", Layout::Native("traceback");
    frame = "frame", Layout::Native("frame");
    mapping_proxy = "mappingproxy", Layout::Native("mappingproxy");
    memory_view = "memoryview", Layout::Native("memoryview");
}

/// Makes a class of ours.
pub fn builtin_class(
    name: &str,
    layout: Layout,
    bases: &[Rc<Class>],
    has_dict: bool,
    graveyard: &Rc<Graveyard>,
) -> Rc<Class> {
    let mut rest: Vec<Rc<Class>> = Vec::new();
    if let Some(base) = bases.first() {
        rest.push(base.clone());
        rest.extend(base.rest_of_mro().iter().cloned());
    }
    Class::new(
        ClassParts {
            name: Sym::new(name),
            qualname: Value::Str(Sym::new(name).key()),
            dict: Rc::default(),
            bases: bases.to_vec(),
            rest_of_mro: rest,
            metaclass: None,
            layout,
            heap: false,
            hidden: true,
            has_dict,
        },
        graveyard,
    )
}

impl Types {
    /// A built-in exception class.
    pub fn exception(&self, kind: Exc) -> &Rc<Class> {
        &self.exceptions[kind as usize]
    }

    /// All built-in exception classes.
    pub fn exceptions(&self) -> &[Rc<Class>] {
        &self.exceptions
    }

    /// A class of ours by name, made when first asked for: those of iterators and of modules in Rust.
    pub fn named(&self, name: &'static str) -> Rc<Class> {
        let mut named = self.named.borrow_mut();
        let make = || {
            builtin_class(name, Layout::Sealed, std::slice::from_ref(&self.object), false, &self.graveyard)
        };
        named.entry(name).or_insert_with(make).clone()
    }

    /// Makes a class of ours that is implemented in Rust and keeps it under its name.
    pub fn define(&self, name: &'static str, layout: Layout, base: &Rc<Class>, has_dict: bool) -> Rc<Class> {
        let class = builtin_class(name, layout, std::slice::from_ref(base), has_dict, &self.graveyard);
        self.named.borrow_mut().insert(name, class.clone());
        class
    }

    /// Keeps a class of ours under its name.
    pub fn keep(&self, name: &'static str, class: &Rc<Class>) {
        self.named.borrow_mut().insert(name, class.clone());
    }

    /// `type(value)`
    pub fn of(&self, value: &Value) -> Rc<Class> {
        match value {
            Value::Instance(instance) => instance.class.clone(),
            Value::Iter(iterator) => self.named(iterator.type_name),
            Value::Class(class) => class.metaclass().unwrap_or(&self.type_).clone(),
            other => self.of_builtin(other).clone(),
        }
    }

    fn of_builtin(&self, value: &Value) -> &Rc<Class> {
        match value {
            Value::None | Value::Null => &self.none,
            Value::NotImplemented => &self.not_implemented,
            Value::Ellipsis => &self.ellipsis,
            Value::Bool(_) => &self.bool_,
            Value::Int(_) | Value::Big(_) => &self.int,
            Value::Float(_) => &self.float,
            Value::Complex(_) => &self.complex,
            Value::Str(_) => &self.str_,
            Value::Bytes(bytes) if bytes.mutable => &self.bytearray,
            Value::Bytes(_) => &self.bytes,
            Value::Tuple(_) => &self.tuple,
            Value::List(_) => &self.list,
            Value::Dict(_) => &self.dict,
            Value::Set(set) if set.frozen => &self.frozenset,
            Value::Set(_) => &self.set,
            Value::Range(_) => &self.range,
            Value::Slice(_) => &self.slice,
            Value::Function(_) => &self.function,
            Value::Native(native) => match native.kind {
                NativeKind::Getter => &self.getset,
                NativeKind::Slot if native.receiver.is_null() => &self.native_slot,
                NativeKind::Slot => &self.native_bound_slot,
                NativeKind::Method if native.receiver.is_null() => &self.native_method,
                NativeKind::ClassMethod if native.receiver.is_null() => &self.native_class_method,
                _ => &self.native_function,
            },
            Value::Method(_) => &self.method,
            Value::Generator(generator) => match generator.code.kind {
                CodeKind::Coroutine => &self.coroutine,
                CodeKind::AsyncGenerator => &self.async_generator,
                _ => &self.generator,
            },
            Value::Cell(_) => &self.cell,
            Value::Code(_) => &self.code,
            Value::Class(_) => &self.type_,
            Value::Instance(_) | Value::Iter(_) => &self.object,
        }
    }

    /// `type(value).__name__`
    pub fn name_of(&self, value: &Value) -> Rc<str> {
        match value {
            Value::Iter(iterator) => iterator.type_name.into(),
            _ => self.of(value).shown_name(),
        }
    }

    /// Whether the value's class is `class` or derives from it.
    pub fn is_instance(&self, value: &Value, class: &Class) -> bool {
        match value {
            Value::Instance(instance) => instance.class.is_subclass(class),
            _ => self.of(value).is_subclass(class),
        }
    }
}
