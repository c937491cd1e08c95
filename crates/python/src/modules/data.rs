//! The table of the modules about patterns, bytes and exact numbers.

use super::regex;
use crate::machine::import::{ModuleSource, ModuleTable};

/// Enters the modules.
pub fn install(table: &mut ModuleTable) {
    table.register("_re", ModuleSource { native: Some(regex::fill), python: None });
    for (name, text) in IN_PYTHON {
        table.register(name, ModuleSource { native: None, python: Some(text) });
    }
}

macro_rules! in_python {
    ($($name:literal)*) => {
        /// The modules that are written in Python.
        const IN_PYTHON: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../prelude/lib/", $name, ".py")))),*];
    };
}

in_python! { "re" }
