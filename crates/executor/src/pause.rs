//! What `sleep(0)` awaits: it gives the loop one turn (`asyncio.tasks.__sleep0`).

use std::any::Any;
use std::cell::Cell;

use loopglass_python::class::{Instance, Layout, NativeData, Payload};
use loopglass_python::error::{PyResult, raise_object};
use loopglass_python::iterator::{HostIter, Iter, Sent};
use loopglass_python::machine::Machine;
use loopglass_python::value::Value;

/// The object: one serves all.
struct Pause;

/// One turn: yields nothing, once.
struct Turn(Cell<bool>);

impl NativeData for Pause {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn awaited(&self, _: &mut Machine, _: &Value) -> Option<PyResult<Value>> {
        Some(Ok(Iter::host(Turn(Cell::new(false)))))
    }
}

impl HostIter for Turn {
    fn type_name(&self) -> &'static str {
        "generator"
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn send(&self, _: &mut Machine, _: Value) -> PyResult<Sent> {
        Ok(if self.0.replace(true) { Sent::Return(Value::None) } else { Sent::Yield(Value::None) })
    }

    fn throw(&self, _: &mut Machine, exception: Value) -> PyResult<Sent> {
        raise_object(exception)
    }

    fn close(&self, _: &mut Machine) -> PyResult<()> {
        Ok(())
    }
}

/// What is awaited.
pub fn object(machine: &mut Machine) -> Value {
    let object = machine.types.object.clone();
    let class = machine.types.define("_Pause", Layout::Native("Pause"), &object, false);
    Value::Instance(Instance::new(class, Payload::Native(Box::new(Pause))))
}
