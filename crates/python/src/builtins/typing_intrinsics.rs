//! Type parameters, `type` statements, unions and t-strings.

use std::rc::Rc;

use crate::class::Class;
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

macro_rules! passing {
    ($($name:ident)*) => {$(
        /// See [`crate::code::Intrinsic`].
        pub fn $name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
            done(args.positional.first().cloned().unwrap_or_default())
        }
    )*};
}

passing! {
    type_var type_var_with_bound type_var_with_constraints param_spec type_var_tuple set_default type_alias set_function_type_params
    subscript_generic interpolation template
}

/// `left | right` of classes; `None` where they are none.
pub fn union(_machine: &mut Machine, _left: &Value, _right: &Value) -> PyResult<Option<Value>> {
    Ok(None)
}

/// `class[key]`
pub fn subscript_class(_machine: &mut Machine, class: &Rc<Class>, _key: &Value) -> PyResult<Flow> {
    type_error(format!("type '{}' is not subscriptable", class.name()))
}
