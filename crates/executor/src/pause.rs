//! What `sleep(0)` awaits: it gives the loop one turn (`asyncio.tasks.__sleep0`).

use std::any::Any;

use loopglass_python::class::{Instance, Layout, NativeData, Payload};
use loopglass_python::error::PyResult;
use loopglass_python::iterator::Iter;
use loopglass_python::machine::Machine;
use loopglass_python::value::Value;

/// The object: one serves all.
struct Pause;

impl NativeData for Pause {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn awaited(&self, _: &mut Machine, _: &Value) -> Option<PyResult<Value>> {
        Some(Ok(Iter::pause()))
    }
}

/// What is awaited.
pub fn object(machine: &mut Machine) -> Value {
    let object = machine.types.object.clone();
    let class = machine.types.define("_Pause", Layout::Native("Pause"), &object, false);
    Value::Instance(Instance::new(class, Payload::Native(Box::new(Pause))))
}
