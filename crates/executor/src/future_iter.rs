//! What `await future` goes through: an iterator that yields the future until it is done (`_asyncio.FutureIter`).

use std::any::Any;
use std::cell::{Cell, RefCell};

use loopglass_python::error::{Exc, PyResult, Raise};
use loopglass_python::iterator::{HostIter, Sent};
use loopglass_python::machine::Machine;
use loopglass_python::traverse::References;
use loopglass_python::value::Value;
use loopglass_trace::{Event, FrameId, Picture};

use crate::future::{as_future, result};

/// `Future.__await__`: yields the future while it is pending, then gives its result.
pub struct FutureIter {
    future: RefCell<Value>,
    frame: FrameId,
    yielded: Cell<bool>,
}

impl FutureIter {
    /// Over a future, with the number of its frame in the trace.
    pub fn new(future: Value, frame: FrameId) -> FutureIter {
        FutureIter { future: RefCell::new(future), frame, yielded: Cell::new(false) }
    }

    fn finish(&self, machine: &mut Machine, future: &Value) -> PyResult<Sent> {
        self.future.replace(Value::Null);
        match result(machine, future) {
            Ok(value) => {
                let picture = machine.picture(&value);
                machine.recorder.event(Event::FrameReturned { frame: self.frame, value: picture });
                Ok(Sent::Return(value))
            }
            Err(raised) => Err(self.record_raise(machine, raised)),
        }
    }

    fn record_raise(&self, machine: &mut Machine, raised: Box<Raise>) -> Box<Raise> {
        let exception = machine.exception_object(raised);
        let text = machine.exception_text(&exception);
        machine.recorder.event(Event::FrameRaised { frame: self.frame, exception: text });
        Box::new(Raise::Object(exception))
    }
}

impl HostIter for FutureIter {
    fn type_name(&self) -> &'static str {
        "FutureIter"
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn traverse(&self, references: &mut References) {
        references.value(&self.future.borrow());
    }

    fn send(&self, machine: &mut Machine, _value: Value) -> PyResult<Sent> {
        let object = self.future.borrow().clone();
        let Some(future) = as_future(&object) else { return Ok(Sent::Return(Value::None)) };
        let resumed = self.yielded.get();
        machine.recorder.event(Event::FrameEntered { frame: self.frame, resumed });
        if future.is_done() {
            return self.finish(machine, &object);
        }
        // Who drives it takes the mark away again: an event loop does.
        if future.blocking.get() {
            let raised = Box::new(Raise::New(Exc::RuntimeError, "await wasn't used with future".to_string()));
            return Err(self.record_raise(machine, raised));
        }
        self.yielded.set(true);
        future.blocking.set(true);
        let picture = Picture::Future(future.number());
        machine.recorder.event(Event::FrameSuspended { frame: self.frame, value: picture });
        Ok(Sent::Yield(object))
    }

    fn throw(&self, machine: &mut Machine, exception: Value) -> PyResult<Sent> {
        self.future.replace(Value::Null);
        machine.recorder.event(Event::FrameEntered { frame: self.frame, resumed: self.yielded.get() });
        Err(self.record_raise(machine, Box::new(Raise::Object(exception))))
    }

    fn close(&self, machine: &mut Machine) -> PyResult<()> {
        self.future.replace(Value::Null);
        machine.recorder.event(Event::FrameDropped { frame: self.frame });
        Ok(())
    }
}
