//! The built-in functions that are written in Python (`prelude/builtins.py`), made when one is first needed.

use std::rc::Rc;

use crate::code::Code;
use crate::function::Function;
use crate::machine::Machine;
use crate::symbol::names;
use crate::value::Value;

const SOURCE: &str = include_str!("../prelude/builtins.py");

/// Fills the prelude's names. Nothing runs for it: the file holds nothing but plain functions.
pub fn load(machine: &Machine) {
    let prelude = &machine.modules.prelude;
    prelude.set(names::name, Value::str("builtins"));
    match crate::lower::lower_library("builtins", SOURCE) {
        Ok(module) => {
            for code in &module.children {
                prelude.set(code.name, plain_function(machine, code));
            }
        }
        Err(failure) => debug_assert!(false, "prelude/builtins.py: {failure:?}"),
    }
}

fn plain_function(machine: &Machine, code: &Rc<Code>) -> Value {
    let function =
        Function::new(code.clone(), machine.modules.prelude.clone(), Value::str("builtins"), Box::default());
    function.doc.replace(Value::None);
    Value::Function(Rc::new(function))
}
