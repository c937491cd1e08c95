//! The built-in functions, types and their methods. One file a type or topic; each has an `install` that enters
//! its names, called from here.

pub mod classes;
pub mod code_attributes;
pub mod descriptors;
pub mod exception_group;
pub mod exception_kinds;
pub mod exceptions;
pub mod format;
pub mod function_attributes;
pub mod functions;
pub mod generators;
pub mod install;
pub mod mapping_proxy;
pub mod meant;
pub mod naming;
pub mod object;
pub mod report;
pub mod repr;
pub mod sequence_ops;
pub mod sets;
pub mod super_;
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
