//! The built-in functions, types and their methods. One file a type or topic; each has an `install` that enters
//! its names, called from here.

pub mod arguments;
pub mod bytes;
pub mod bytes_case;
pub mod bytes_methods;
pub mod classes;
pub mod code_attributes;
pub mod descriptors;
pub mod dicts;
mod evaluate;
pub mod exception_group;
pub mod exception_kinds;
pub mod exceptions;
pub mod format;
pub mod function_attributes;
pub mod functions;
pub mod generators;
pub mod install;
pub mod iteration;
pub mod iterator_types;
pub mod lists;
pub mod mapping_proxy;
pub mod meant;
pub mod members;
mod memory_format;
pub mod memory_view;
mod module_object;
pub mod naming;
mod new_function;
pub mod number_types;
pub mod numbers;
pub mod object;
mod order;
pub mod origin;
pub mod percent;
pub mod prelude;
pub mod ranges;
pub mod reflection;
pub mod report;
pub mod repr;
pub mod sequence_ops;
pub mod set_methods;
pub mod sets;
pub mod slice_ops;
pub mod slots;
pub mod sort;
pub mod str_format;
pub mod stream;
pub mod strings;
pub mod super_;
pub mod traceback_functions;
pub mod tracebacks;
pub mod type_object;
pub mod typing_intrinsics;
pub mod uncaught;

use std::rc::Rc;

pub use install::install;

/// The candidate that CPython would suggest for a name that was not found, if one is close enough.
pub fn suggestion(wrong: &str, candidates: &[Rc<str>]) -> Option<String> {
    let candidates: Vec<&str> = candidates.iter().map(|name| &**name).collect();
    crate::text::suggest::nearest(wrong, &candidates).map(str::to_string)
}
