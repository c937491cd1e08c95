//! The table of the modules about patterns, bytes, exact numbers and tables.

use super::{binascii, digests, regex, struct_};
use crate::machine::import::{ModuleSource, ModuleTable};

/// Enters the modules.
pub fn install(table: &mut ModuleTable) {
    table.register("_re", ModuleSource { native: Some(regex::fill), python: None });
    table.register("_struct", ModuleSource { native: Some(struct_::fill), python: None });
    table.register("_binascii", ModuleSource { native: Some(binascii::fill), python: None });
    table.register("_hashlib", ModuleSource { native: Some(digests::fill), python: None });
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

in_python! {
    "_decimal_arithmetic" "_decimal_context" "_decimal_functions" "_decimal_text" "_fraction_format" "_user_collections" "ast" "base64"
    "binascii" "calendar" "cmath" "csv" "decimal" "errno" "fnmatch" "fractions" "hashlib" "hmac" "html" "html.entities" "html.parser" "http" "numbers"
    "pathlib" "re" "secrets" "struct" "urllib" "urllib.error" "urllib.parse" "zlib"
}
