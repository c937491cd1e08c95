//! What asyncio keeps per thread in CPython: the running loop, the current task of each loop, the counters.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use loopglass_python::class::{Class, Instance, Layout};
use loopglass_python::error::Exc;
use loopglass_python::machine::Machine;
use loopglass_python::symbol::names;
use loopglass_python::types::builtin_class;
use loopglass_python::value::Value;
use loopglass_trace::{FutureId, HandleId, LoopId, PrimitiveId};

use crate::context::Context;
use crate::event_loop::LoopData;
use crate::future::Gone;
use crate::workers::{Arrival, Outside};

/// The state of asyncio in one machine.
#[derive(Default)]
pub struct Asyncio {
    /// `_running_loop`, or Null.
    pub running_loop: RefCell<Value>,
    /// The loop set by `set_event_loop`, or Null.
    pub set_loop: RefCell<Value>,
    /// The current task of the running loop, or Null.
    pub current_task: RefCell<Value>,
    /// What was thrown into the step that has just ended: it lives until its handle has, and with it the frames of its
    /// traceback.
    pub thrown: RefCell<Value>,
    /// All tasks that are alive, in order of creation.
    pub tasks: RefCell<Vec<Weak<Instance>>>,
    /// The context that code runs in.
    pub context: RefCell<Rc<Context>>,
    /// The classes, once made.
    pub classes: RefCell<Option<Rc<Classes>>>,
    /// Number for the next default task name.
    pub next_task_name: Cell<u32>,
    /// Futures whose last reference went and that are not recorded as gone yet.
    pub gone: Rc<Gone>,
    /// What workers will have done, the first due first.
    pub arrivals: RefCell<Vec<Arrival>>,
    /// What was current outside the workers that run now.
    pub outside: RefCell<Vec<Outside>>,
    /// Whether the worker that runs lets others run while it waits.
    pub is_patient: Cell<bool>,
    /// The kind of queue that was last found to be an ordinary one.
    pub queue_kind: Cell<crate::quick_queue::Kind>,
    /// The tag of the class of loops that was last found to make futures in asyncio's own way.
    pub loop_class: Cell<u32>,
    /// Tasks that are not asyncio's own (`_register_task`).
    pub foreign_tasks: RefCell<Vec<Weak<Instance>>>,
    /// Loops that are not asyncio's own, with the data by which the trace knows them.
    foreign_loops: RefCell<Vec<(Weak<Instance>, Rc<LoopData>)>>,
    /// `asyncio.CancelledError` and `InvalidStateError`, once looked up.
    errors: RefCell<Option<(Rc<Class>, Rc<Class>)>>,
    next_future: Cell<u32>,
    next_handle: Cell<u32>,
    next_loop: Cell<u32>,
    next_primitive: Cell<u32>,
}

/// The classes implemented here.
pub struct Classes {
    /// `asyncio.Future`
    pub future: Rc<Class>,
    /// `asyncio.Task`
    pub task: Rc<Class>,
    /// `asyncio.Handle`
    pub handle: Rc<Class>,
    /// `asyncio.TimerHandle`
    pub timer_handle: Rc<Class>,
    /// `asyncio.events._ThreadSafeHandle`
    pub thread_safe_handle: Rc<Class>,
    /// `_asyncio.TaskStepMethWrapper`
    pub step_wrapper: Rc<Class>,
    /// The part of `BaseEventLoop` that is here.
    pub event_loop: Rc<Class>,
    /// A thread that waits.
    pub parked: Rc<Class>,
    /// `contextvars.Context`
    pub context: Rc<Class>,
    /// `contextvars.ContextVar`
    pub context_var: Rc<Class>,
    /// `contextvars.Token`
    pub token: Rc<Class>,
}

fn next(counter: &Cell<u32>) -> u32 {
    let number = counter.get();
    counter.set(number + 1);
    number
}

impl Asyncio {
    /// The state of a machine.
    pub fn of(machine: &mut Machine) -> Rc<Asyncio> {
        machine.extension::<Asyncio>()
    }

    /// The classes.
    pub fn classes(&self) -> Rc<Classes> {
        match &*self.classes.borrow() {
            Some(classes) => classes.clone(),
            None => unreachable!("the classes are made before any script runs"),
        }
    }

    fn errors(&self, machine: &Machine) -> (Rc<Class>, Rc<Class>) {
        let mut errors = self.errors.borrow_mut();
        errors
            .get_or_insert_with(|| {
                let make = |name, base: Exc| {
                    let base = machine.types.exception(base).clone();
                    let class = builtin_class(name, Layout::Exception, &[base], true, &machine.graveyard);
                    class.dict.set(names::module, Value::str("asyncio.exceptions"));
                    class
                };
                (make("CancelledError", Exc::BaseException), make("InvalidStateError", Exc::Exception))
            })
            .clone()
    }

    /// `asyncio.CancelledError`
    pub fn cancelled_error(&self, machine: &Machine) -> Rc<Class> {
        self.errors(machine).0
    }

    /// `asyncio.InvalidStateError`
    pub fn invalid_state_error(&self, machine: &Machine) -> Rc<Class> {
        self.errors(machine).1
    }

    /// The data of a loop that is not asyncio's own, once it is known.
    pub fn foreign_loop(&self, instance: &Rc<Instance>) -> Option<Rc<LoopData>> {
        let known = self.foreign_loops.borrow();
        known.iter().find(|(loop_, _)| loop_.as_ptr() == Rc::as_ptr(instance)).map(|(_, data)| data.clone())
    }

    /// Keeps the data of such a loop.
    pub fn keep_foreign_loop(&self, instance: &Rc<Instance>, data: Rc<LoopData>) {
        self.foreign_loops.borrow_mut().push((Rc::downgrade(instance), data));
    }

    /// A new future's number.
    pub fn future_id(&self) -> FutureId {
        FutureId(next(&self.next_future))
    }

    /// A new handle's number.
    pub fn handle_id(&self) -> HandleId {
        HandleId(next(&self.next_handle))
    }

    /// A new loop's number.
    pub fn loop_id(&self) -> LoopId {
        LoopId(next(&self.next_loop))
    }

    /// A new synchronisation object's number.
    pub fn primitive_id(&self) -> PrimitiveId {
        PrimitiveId(next(&self.next_primitive))
    }

    /// The default name of a new task: `Task-1` first.
    pub fn task_name(&self) -> String {
        format!("Task-{}", next(&self.next_task_name) + 1)
    }

    /// The tasks that are alive.
    pub fn live_tasks(&self) -> Vec<Rc<Instance>> {
        self.tasks.borrow().iter().filter_map(Weak::upgrade).collect()
    }

    /// Keeps a task in the list of all.
    pub fn register(&self, task: &Rc<Instance>) {
        let mut tasks = self.tasks.borrow_mut();
        if tasks.len() >= 64 && tasks.len() == tasks.capacity() {
            tasks.retain(|task| task.strong_count() > 0);
        }
        tasks.push(Rc::downgrade(task));
    }
}
