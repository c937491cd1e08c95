//! Lowering: from source text to code objects.

use std::rc::Rc;

use loopglass_trace::Diagnostic;

use crate::code::{Code, Origin};

/// Lowers a module.
pub fn lower_module(_source: &str, _file: &str, _origin: Origin) -> Result<Rc<Code>, Vec<Diagnostic>> {
    Err(Vec::new())
}
