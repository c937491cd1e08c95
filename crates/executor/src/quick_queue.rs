//! `Queue.put` and `get` where nothing has to be waited for: what the Python in `prelude/queues.py` does for a queue
//! whose methods are all its own, without the calls. Where anything is out of the ordinary nothing is done here.

use std::rc::Rc;

use loopglass_python::class::{Class, Instance};
use loopglass_python::code::Origin;
use loopglass_python::error::PyResult;
use loopglass_python::function::Args;
use loopglass_python::machine::{Flow, Machine, done};
use loopglass_python::sequence::List;
use loopglass_python::shape;
use loopglass_python::symbol::{Sym, names};
use loopglass_python::value::Value;

use crate::event_loop::{LoopData, as_loop, has_own_call_soon};
use crate::future::{as_future, create_future, set_result};
use crate::items;
use crate::primitive;
use crate::scripted::is_prelude;
use crate::state::Asyncio;

/// The attributes of a queue that are looked at, in the order of [`Kind::places`].
const ATTRIBUTES: [&str; 7] =
    ["_maxsize", "_getters", "_putters", "_unfinished_tasks", "_finished", "_queue", "_is_shutdown"];
/// The methods that must be those of `Queue` itself.
const METHODS: [&str; 12] = [
    "put_nowait",
    "get_nowait",
    "full",
    "empty",
    "qsize",
    "_put",
    "_get",
    "_wakeup_next",
    "_changed",
    "_waiter_removed",
    "_join_line",
    "_get_loop",
];
const MAXSIZE: usize = 0;
const GETTERS: usize = 1;
const PUTTERS: usize = 2;
const UNFINISHED: usize = 3;
const FINISHED: usize = 4;
const QUEUE: usize = 5;
const IS_SHUTDOWN: usize = 6;

/// The last kind of queue that was found to be an ordinary one: its class, the shape of its attributes, and where
/// they are.
#[derive(Clone, Copy, Default)]
pub struct Kind {
    class: u32,
    shape: u32,
    places: [u32; ATTRIBUTES.len()],
}

/// An ordinary queue.
struct Plain<'a> {
    instance: &'a Rc<Instance>,
    kind: Kind,
}

impl Plain<'_> {
    fn get(&self, attribute: usize) -> Value {
        self.instance.dict().value_at(self.kind.places[attribute] as usize)
    }

    fn set(&self, attribute: usize, value: Value) {
        let _old = self.instance.dict().replace_at(self.kind.places[attribute] as usize, value);
    }
}

/// The queue, if it is an ordinary one.
fn plain<'a>(machine: &mut Machine, value: &'a Value) -> Option<Plain<'a>> {
    let Value::Instance(instance) = value else { return None };
    let asyncio = Asyncio::of(machine);
    let known = asyncio.queue_kind.get();
    let (class, shape) = (instance.class.tag(), instance.dict_if_any()?.shape());
    if known.class == class && known.shape == shape {
        return Some(Plain { instance, kind: known });
    }
    let kind = Kind { class, shape, places: places(instance)? };
    asyncio.queue_kind.set(kind);
    Some(Plain { instance, kind })
}

fn places(instance: &Instance) -> Option<[u32; ATTRIBUTES.len()]> {
    let dict = instance.dict_if_any()?;
    let own = |name: &&str| is_own(&instance.class, Sym::new(name)) && dict.get(Sym::new(name)).is_none();
    if instance.class.has_getattribute() || !shape::is_shared(dict.shape()) || !METHODS.iter().all(own) {
        return None;
    }
    let mut places = [0; ATTRIBUTES.len()];
    for (place, name) in places.iter_mut().zip(ATTRIBUTES) {
        if instance.class.lookup(Sym::new(name)).is_some() {
            return None;
        }
        *place = dict.find_name(Sym::new(name))? as u32;
    }
    Some(places)
}

/// Whether the class has this method from `Queue`, or from what `Queue` derives from.
fn is_own(class: &Class, name: Sym) -> bool {
    match class.lookup(name) {
        Some(Value::Native(_)) => true,
        Some(Value::Function(function)) => {
            let owner = function.code.qualname.text();
            let owner = owner.strip_suffix(&*name.text()).unwrap_or_default();
            function.code.origin == Origin::Hidden && matches!(owner, "Queue." | "_LoopBoundMixin.")
        }
        _ => false,
    }
}

/// What a deque without limit holds, and itself.
pub(crate) fn deque_items(value: &Value) -> Option<(&Rc<Instance>, Rc<List>)> {
    let Value::Instance(deque) = value else { return None };
    let ours = deque.class.hidden && deque.class.name() == names::deque;
    if !ours {
        return None;
    }
    match (deque.slot_near(names::items, 0)?, deque.slot_near(names::limit, 1)?) {
        (Value::List(items), Value::None) => Some((deque, items)),
        _ => None,
    }
}

/// Whether a queue puts its items in and takes them out as `Queue` itself does: first in, first out.
pub(crate) fn gives_in_order(queue: &Value) -> bool {
    let Value::Instance(queue) = queue else { return false };
    ["_put", "_get", "_init"].iter().all(|name| is_own(&queue.class, Sym::new(name)))
}

/// Counts a change of a deque, as its own methods do: an iteration over it notices.
fn changed(deque: &Instance) {
    if let Some(Value::Int(count)) = deque.slot_near(names::changes, 2) {
        let _old = deque.set_slot_near(names::changes, 2, Value::Int(count.wrapping_add(1)));
    }
}

/// `Event._value`, which as a rule is the second attribute.
fn value_of(event: &Instance) -> Option<Value> {
    let near = event.dict_if_any().and_then(|dict| dict.get_hinted(names::value_attribute, 1));
    near.or_else(|| event.get(names::value_attribute))
}

/// Whether waking the next of a line of waiters calls nothing of the script's.
fn can_wake(machine: &mut Machine, line: &Value) -> bool {
    let Value::List(waiters) = line else { return false };
    if waiters.is_empty() {
        return true;
    }
    let future = Asyncio::of(machine).classes().future.clone();
    let waiters = waiters.borrow();
    let upto = waiters.iter().position(|waiter| as_future(waiter).is_none_or(|future| !future.is_done()));
    let upto = upto.map_or(waiters.len(), |place| place + 1);
    waiters[..upto].iter().all(|waiter| {
        let is_plain = matches!(waiter, Value::Instance(instance) if Rc::ptr_eq(&instance.class, &future));
        is_plain && as_future(waiter).is_some_and(|waiter| !has_own_call_soon(&waiter.loop_object.borrow()))
    })
}

/// `Queue._wakeup_next`
fn wake_next(machine: &mut Machine, queue: &Value, line: &Value) -> PyResult<()> {
    let Value::List(waiters) = line else { return Ok(()) };
    loop {
        if waiters.is_empty() {
            return Ok(());
        }
        let waiter = waiters.borrow_mut().remove(0);
        primitive::record_waiter_removed(machine, queue, &waiter);
        if as_future(&waiter).is_some_and(|future| !future.is_done()) {
            return set_result(machine, &waiter, Value::None);
        }
    }
}

/// `_put_at_once(queue, item)`: puts an item in, if there is a place; false where that is to be done step by step.
pub fn put_at_once(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [this, item] = &args.positional[..] else { return done(false) };
    let Some(queue) = plain(machine, this) else { return done(false) };
    let (line, inner) = (queue.get(GETTERS), queue.get(QUEUE));
    let (Some((deque, items)), Value::Int(unfinished)) = (deque_items(&inner), queue.get(UNFINISHED)) else {
        return done(false);
    };
    let has_place = match queue.get(MAXSIZE) {
        Value::Int(most) => most <= 0 || (items.len() as i64) < most,
        _ => false,
    };
    let finished_is_clear = match &queue.get(FINISHED) {
        Value::Instance(event) => matches!(value_of(event), Some(Value::Bool(false))),
        _ => false,
    };
    let is_open = matches!(queue.get(IS_SHUTDOWN), Value::Bool(false));
    if !has_place || !finished_is_clear || !is_open || !can_wake(machine, &line) {
        return done(false);
    }
    items.push(item.clone());
    changed(deque);
    items::record_put(machine, this, item, items.len());
    queue.set(UNFINISHED, Value::Int(unfinished + 1));
    wake_next(machine, this, &line)?;
    done(true)
}

/// `_get_at_once(queue)`: takes an item out, if there is one; NotImplemented where that is to be done step by step.
pub fn get_at_once(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [this] = &args.positional[..] else { return done(Value::NotImplemented) };
    let Some(queue) = plain(machine, this) else { return done(Value::NotImplemented) };
    let (line, inner) = (queue.get(PUTTERS), queue.get(QUEUE));
    let Some((deque, items)) = deque_items(&inner) else { return done(Value::NotImplemented) };
    if matches!(items.borrow().first(), None | Some(Value::NotImplemented)) || !can_wake(machine, &line) {
        return done(Value::NotImplemented);
    }
    let item = items.borrow_mut().remove(0);
    changed(deque);
    items::record_taken_first(machine, this, items.len());
    wake_next(machine, this, &line)?;
    done(item)
}

/// The running loop, if the queue is bound to it or may be now, and it makes futures in asyncio's own way.
fn loop_to_wait_in(machine: &mut Machine, queue: &Instance) -> Option<(Value, Rc<LoopData>)> {
    let asyncio = Asyncio::of(machine);
    let running = asyncio.running_loop.borrow().clone();
    let (Value::Instance(event_loop), data) = (&running, as_loop(&running)?) else { return None };
    let bound = match queue.get(names::own_loop) {
        Some(own) => own.is(&running),
        None => matches!(queue.class.lookup(names::own_loop), Some(Value::None)),
    };
    let class = event_loop.class.tag();
    if asyncio.loop_class.get() != class {
        let Some(Value::Function(made)) = event_loop.class.lookup(names::create_future) else { return None };
        if event_loop.class.has_getattribute() || !is_prelude(&made, "BaseEventLoop.create_future") {
            return None;
        }
        asyncio.loop_class.set(class);
    }
    let as_ever = bound && !data.debug.get() && event_loop.get(names::create_future).is_none();
    as_ever.then_some((running, data))
}

/// A new future at the end of a line of waiters, if the queue is an ordinary one and, but for being full or empty, in
/// order; else None.
fn join(
    machine: &mut Machine,
    this: &Value,
    line: usize,
    must_wait: fn(i64, &List) -> bool,
) -> PyResult<Flow> {
    let Some(queue) = plain(machine, this) else { return done(Value::None) };
    let (inner, Value::List(waiters), Value::Int(most)) =
        (queue.get(QUEUE), queue.get(line), queue.get(MAXSIZE))
    else {
        return done(Value::None);
    };
    let waits = deque_items(&inner).is_some_and(|(_, items)| must_wait(most, &items))
        && matches!(queue.get(IS_SHUTDOWN), Value::Bool(false));
    if !waits {
        return done(Value::None);
    }
    let Some((event_loop, data)) = loop_to_wait_in(machine, queue.instance) else { return done(Value::None) };
    if queue.instance.get(names::own_loop).is_none() {
        queue.instance.set(names::own_loop, event_loop.clone());
    }
    let waiter = create_future(machine, event_loop, &data);
    waiters.push(waiter.clone());
    primitive::record_waiter_added(machine, this, &waiter);
    done(waiter)
}

/// `_wait_for_place(queue)`: has the caller join those who wait for a place; None where that is to be done step by step.
pub fn wait_for_place(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [this] = &args.positional[..] else { return done(Value::None) };
    join(machine, this, PUTTERS, |most, items| most > 0 && items.len() as i64 >= most)
}

/// `_wait_for_item(queue)`: the same for an item.
pub fn wait_for_item(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [this] = &args.positional[..] else { return done(Value::None) };
    join(machine, this, GETTERS, |_, items| items.is_empty())
}
