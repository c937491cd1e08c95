//! Finalizers: what runs when the last reference to an object goes.

use std::collections::VecDeque;
use std::rc::Rc;

use loopglass_trace::Event;

use crate::builtins::uncaught::{Doing, print_error_native, report_unraisable, warning_text};
use crate::class::Instance;
use crate::error::{Exc, PyResult};
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::function::Args;
use crate::generator::{Generator, State};
use crate::graveyard::Grave;
use crate::machine::exception::exception_data;
use crate::machine::{Flow, Machine};
use crate::symbol::{Sym, names};
use crate::value::Value;

/// Below a finalizer: puts back what waited meanwhile, and reports what the finalizer raised.
struct Finalizer {
    waiting: Waiting,
    /// What was finalized, for the report and to keep it alive so long.
    object: Value,
    doing: Doing,
}

impl NativeFrame for Finalizer {
    fn resume(self: Box<Self>, machine: &mut Machine, outcome: Outcome) -> PyResult<Flow> {
        let closing = self.doing == Doing::Closing;
        if closing {
            machine.record_dropped(&self.object);
        }
        let raised = match outcome {
            Outcome::Raise(exception) => {
                let quiet = closing
                    && (machine.is_exception(&exception, Exc::GeneratorExit)
                        || machine.is_exception(&exception, Exc::StopIteration));
                (!quiet).then_some(exception)
            }
            Outcome::Yield(_) | Outcome::AsyncYield(_) if closing => {
                let message = match &self.object {
                    Value::Generator(generator) if generator.is_coroutine() => {
                        "coroutine ignored GeneratorExit"
                    }
                    Value::Generator(generator) if generator.is_async_generator() => {
                        "async generator ignored GeneratorExit"
                    }
                    _ => "generator ignored GeneratorExit",
                };
                let error = machine.new_exception(Exc::RuntimeError, vec![Value::str(message)]);
                let here = machine.traceback_here(true);
                if let Some(data) = exception_data(&error) {
                    data.traceback.replace(here);
                }
                Some(error)
            }
            _ => None,
        };
        if let Some(exception) = raised {
            return report_unraisable(machine, self.doing, exception, self.object, self.waiting);
        }
        let Finalizer { waiting, object, .. } = *self;
        drop(object);
        waiting.put_back(machine);
        Ok(Flow::Pushed)
    }
}

/// What waits until a finalizer is through.
pub struct Waiting {
    /// The outcome that comes after it.
    outcome: Option<Outcome>,
    /// Objects whose last references went together with this one's. What goes with this one comes before them.
    rest: VecDeque<Grave>,
}

impl Waiting {
    /// Goes on where the finalizer came in between.
    pub(crate) fn put_back(self, machine: &mut Machine) {
        machine.graveyard.put_back(self.rest);
        machine.pending = self.outcome;
    }
}

impl Machine {
    /// Attends to the next object in the graveyard.
    pub(crate) fn finalize_next(&mut self) {
        let Some(grave) = self.graveyard.exhume() else { return };
        match grave {
            Grave::Generator(generator) => self.finalize_generator(generator),
            Grave::Instance(instance) => self.finalize_instance(instance),
            Grave::NeverAwaited(generator, method) => self.warn_of_method(generator, method),
            Grave::WeakCallback(callback, reference) => {
                self.run_finalizer(callback.clone(), Doing::WeakCallback, |machine| {
                    machine.call(&callback, Args::one(reference))
                });
            }
        }
    }

    /// A generator that was closed has left its frame by an exception, unless it had none to leave or refused.
    fn record_dropped(&mut self, closed: &Value) {
        let Value::Generator(generator) = closed else { return };
        if let Some(id) = generator.frame_id.get()
            && generator.state.get() != State::Closed
        {
            self.recorder.event(Event::FrameDropped { frame: id });
        }
    }

    fn run_finalizer(
        &mut self,
        object: Value,
        doing: Doing,
        start: impl FnOnce(&mut Machine) -> PyResult<Flow>,
    ) {
        let waiting = Waiting { outcome: self.pending.take(), rest: self.graveyard.take_rest() };
        self.frames.push(Frame::Native(Box::new(Finalizer { waiting, object, doing })));
        let result = start(self);
        match result {
            Ok(Flow::Value(value)) => self.pending = Some(Outcome::Value(value)),
            Ok(Flow::Pushed) => {}
            Err(raised) => match *raised {
                // A limit met here is met again by the main loop.
                crate::error::Raise::Limit(_) | crate::error::Raise::End(_) | crate::error::Raise::Ask => {
                    self.pending = Some(Outcome::Value(Value::None));
                }
                _ => {
                    let exception = self.exception_object(raised);
                    self.pending = Some(Outcome::Raise(exception));
                }
            },
        }
    }

    fn finalize_generator(&mut self, generator: Rc<Generator>) {
        if generator.is_coroutine() && generator.state.get() == State::Created {
            if let Some(id) = generator.frame_id.get() {
                self.recorder.event(Event::FrameDropped { frame: id });
            }
            generator.state.set(State::Closed);
            let name = generator.qualname.borrow().clone();
            let origin = crate::builtins::origin::describe(self, &generator.origin.borrow());
            let message = format!("coroutine '{}' was never awaited{origin}", text_of(&name));
            self.warn_of_dropped(generator, &message, Doing::FinalizingCoroutine);
            return;
        }
        let object = Value::Generator(generator.clone());
        // One that has been asked to close is not handed to the loop a second time.
        if generator.is_async_generator() && !generator.async_closed.get() {
            let finalizer = generator.finalizer.borrow().clone();
            if !finalizer.is_null() && !finalizer.is_none() {
                self.run_finalizer(object.clone(), Doing::Finalizing, |machine| {
                    machine.call(&finalizer, Args::one(object))
                });
                return;
            }
        }
        if generator.state.get() == State::Created {
            generator.state.set(State::Closed);
            return;
        }
        self.run_finalizer(object, Doing::Closing, |machine| {
            let exit = machine.new_exception(Exc::GeneratorExit, Vec::new());
            machine.throw_into(&generator, exit)
        });
    }

    /// An `asend`, `athrow` or `aclose` that nobody awaited is gone.
    fn warn_of_method(&mut self, generator: Rc<Generator>, method: &str) {
        let name = generator.qualname.borrow().clone();
        let message = format!("coroutine method '{method}' of '{}' was never awaited", text_of(&name));
        self.warn_of_dropped(generator, &message, Doing::FinalizingMethod);
    }

    fn warn_of_dropped(&mut self, generator: Rc<Generator>, message: &str, doing: Doing) {
        let line = self.script_caller().map_or(0, |frame| i64::from(frame.line));
        match self.warner() {
            Some(warner) => self.run_finalizer(Value::Generator(generator.clone()), doing, |machine| {
                let source = Value::Generator(generator);
                machine.call(&warner, Args::three(Value::str(message), Value::Int(line), source))
            }),
            None => {
                let Some(text) = warning_text(self, Exc::RuntimeWarning, message, true) else { return };
                self.run_finalizer(Value::Generator(generator), doing, |machine| {
                    machine.call_native(print_error_native, Args::one(Value::string(text)))
                });
            }
        }
    }

    /// What warns of coroutines by the script's own filters, once it has imported `warnings`.
    fn warner(&self) -> Option<Value> {
        match self.modules.loaded("warnings") {
            Some(Value::Instance(warnings)) => warnings.get(Sym::new("_unawaited")),
            _ => None,
        }
    }

    fn finalize_instance(&mut self, instance: Rc<Instance>) {
        let object = Value::Instance(instance.clone());
        let Some(method) = instance.class.lookup(names::del) else { return };
        self.run_finalizer(method.clone(), Doing::Deallocating, |machine| {
            let bound = machine.bind_special(&method, &object, &instance.class)?;
            machine.call(&bound, Args::none())
        });
    }
}

fn text_of(name: &Value) -> &str {
    name.as_str().map_or("", |name| name.as_str())
}
