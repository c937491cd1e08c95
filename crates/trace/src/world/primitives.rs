//! Locks, events, queues and the like: their value, who waits for them and who holds them. Who holds one is not an
//! event of its own; it follows from who had control when the value changed.

use super::World;
use crate::event::{Picture, PrimitiveKind};
use crate::ids::{FutureId, PrimitiveId, TextId};
use crate::persist::List;
use crate::tables::Tables;
use std::rc::Rc;

/// How many items of a queue are known: each moment that is kept has them all.
const ITEMS_KEPT: usize = 512;

/// A synchronisation object.
#[derive(Clone, Debug, PartialEq)]
pub struct Primitive {
    /// What it is.
    pub kind: PrimitiveKind,
    /// Its number among those of its kind, from 1.
    pub ordinal: u32,
    /// What it was created with; see [`Event::PrimitiveCreated`](crate::Event::PrimitiveCreated).
    pub start: i64,
    /// Its value now; see [`Event::PrimitiveChanged`](crate::Event::PrimitiveChanged).
    pub value: i64,
    /// The first variable it was bound to.
    pub variable: Option<TextId>,
    /// Whether another one, bound before, is called so.
    pub shares_name: bool,
    /// What a queue holds, in the order in which it was put in; less than its value says where that is not known.
    pub items: Rc<Vec<Picture>>,
    /// The futures that its waiters await, first come first.
    pub waiters: List<FutureId>,
    /// The tasks that hold a lock, or a permit of a semaphore, as often as they do. What was taken where no task ran
    /// is held by none.
    pub holders: List<FutureId>,
}

impl World {
    /// What a lock or the like is called: by its variable, with its number if an earlier one is called so, or by its kind
    /// and number.
    pub fn primitive_label(&self, id: PrimitiveId, tables: &Tables) -> String {
        match self.primitives.get(id) {
            Some(Primitive { variable: Some(name), shares_name: true, ordinal, .. }) => {
                format!("{}-{ordinal}", tables.text(*name))
            }
            Some(Primitive { variable: Some(name), .. }) => tables.text(*name).to_owned(),
            Some(primitive) => {
                format!("{}-{}", primitive.kind.name().to_ascii_lowercase(), primitive.ordinal)
            }
            None => "primitive".to_owned(),
        }
    }

    /// Gives it its name if this is the first variable that it is bound to.
    pub(super) fn name_primitive(&mut self, id: PrimitiveId, variable: TextId) {
        if self.primitives.get(id).is_none_or(|it| it.variable.is_some()) {
            return;
        }
        let shares_name = self.things.contains(variable);
        if !shares_name {
            self.things.insert(variable, id);
        }
        if let Some(primitive) = self.primitives.get_mut(id) {
            primitive.variable = Some(variable);
            primitive.shares_name = shares_name;
        }
    }

    pub(super) fn primitive_created(&mut self, id: PrimitiveId, kind: PrimitiveKind, value: i64) {
        // A bound or a number of parties is not yet how many there are.
        let now = match kind {
            PrimitiveKind::Queue | PrimitiveKind::Barrier => 0,
            _ => value,
        };
        let counter = &mut self.created.primitives[kind as usize];
        *counter += 1;
        let ordinal = *counter;
        let created = Primitive {
            kind,
            ordinal,
            start: value,
            value: now,
            variable: None,
            shares_name: false,
            items: Rc::default(),
            waiters: List::Empty,
            holders: List::Empty,
        };
        self.primitives.insert(id, created);
    }

    pub(super) fn primitive_changed(&mut self, id: PrimitiveId, value: i64) {
        let Some(known) = self.primitives.get(id) else { return };
        let (kind, before) = (known.kind, known.value);
        let (current, taker) = match kind {
            PrimitiveKind::Event | PrimitiveKind::Queue | PrimitiveKind::Barrier => (None, None),
            PrimitiveKind::Lock | PrimitiveKind::Condition => (None, self.current_task()),
            PrimitiveKind::Semaphore => {
                let current = self.current_task();
                (current, self.next_in_line(known).or(current))
            }
        };
        let Some(primitive) = self.primitives.get_mut(id) else { return };
        primitive.value = value;
        match kind {
            PrimitiveKind::Lock | PrimitiveKind::Condition if value == 0 => primitive.holders = List::Empty,
            PrimitiveKind::Lock | PrimitiveKind::Condition => {
                taker.into_iter().for_each(|task| primitive.holders.push(task))
            }
            PrimitiveKind::Semaphore if value < before => {
                taker.into_iter().for_each(|task| primitive.holders.push(task))
            }
            PrimitiveKind::Semaphore => {
                // Anyone may give a permit back: of one's own, else of whoever has held one for longest.
                if primitive.holders.remove_first(|holder| Some(*holder) == current).is_none() {
                    primitive.holders.remove_first(|_| true);
                }
            }
            // So many, but not which.
            PrimitiveKind::Queue => primitive.items = Rc::default(),
            PrimitiveKind::Event | PrimitiveKind::Barrier => {}
        }
    }

    pub(super) fn item_put(&mut self, id: PrimitiveId, item: Picture) {
        if let Some(queue) = self.primitives.get_mut(id) {
            // Behind items that are not known none has a place.
            if queue.items.len() as i64 == queue.value && queue.items.len() < ITEMS_KEPT {
                Rc::make_mut(&mut queue.items).push(item);
            }
            queue.value += 1;
        }
    }

    pub(super) fn item_taken(&mut self, id: PrimitiveId, place: usize) {
        if let Some(queue) = self.primitives.get_mut(id) {
            if place < queue.items.len() {
                Rc::make_mut(&mut queue.items).remove(place);
            }
            queue.value = (queue.value - 1).max(0);
        }
    }

    /// The task that a permit is taken for while others wait: the first of them, since nobody overtakes them.
    fn next_in_line(&self, primitive: &Primitive) -> Option<FutureId> {
        let waits =
            |waiter: &&FutureId| self.futures.get(**waiter).is_some_and(|future| !future.state.is_done());
        let future = self.futures.get(*primitive.waiters.iter().find(waits)?)?;
        future.callbacks.iter().find_map(|handle| self.handles.get(*handle)?.task())
    }
}
