//! The library's Python is lowered once a thread: whoever runs a script again and again waits for it only the first
//! time. What is kept is a cache that only grows, and no run can observe it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::mem::ManuallyDrop;
use std::rc::Rc;

use loopglass_trace::Diagnostic;

use super::compile_library;
use crate::code::Code;

/// By address and length of the text.
type Lowered = BTreeMap<(usize, usize), Rc<Code>>;

thread_local! {
    /// Never dropped: when a thread ends, what its values need for that may be gone already.
    static LOWERED: RefCell<ManuallyDrop<Lowered>> = const { RefCell::new(ManuallyDrop::new(BTreeMap::new())) };
}

/// The code of a module of ours, as if it were lowered just now.
pub fn lower_library(name: &str, text: &'static str) -> Result<Rc<Code>, Vec<Diagnostic>> {
    let place = (text.as_ptr().addr(), text.len());
    if let Some(code) = LOWERED.with(|lowered| lowered.borrow().get(&place).cloned()) {
        code.forget_hints();
        return Ok(code);
    }
    let code =
        compile_library(text, &format!("<frozen {name}>")).map_err(|failure| vec![failure.diagnostic()])?;
    LOWERED.with(|lowered| lowered.borrow_mut().insert(place, code.clone()));
    Ok(code)
}
