//! The hooks that a running loop sets around asynchronous generators (`sys.set_asyncgen_hooks`, PEP 525): it
//! keeps the live ones, to close them in `shutdown_asyncgens`.

use loopglass_python::machine::Machine;
use loopglass_python::symbol::Sym;
use loopglass_python::value::Value;

/// The first-iteration hook and the finalizer of a loop, bound to it.
pub fn hooks(machine: &mut Machine, event_loop: &Value) -> (Value, Value) {
    let class = machine.types.of(event_loop);
    let bound = |machine: &Machine, name: &str| match class.lookup(Sym::new(name)) {
        Some(function) => machine.bind(&function, event_loop),
        None => Value::None,
    };
    (bound(machine, "_asyncgen_firstiter_hook"), bound(machine, "_asyncgen_finalizer_hook"))
}
