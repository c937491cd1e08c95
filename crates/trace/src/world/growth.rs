//! Growth: how a world changes in each repetition of the same events. What comes into being in one and is gone before
//! long is, in the next, another thing of the same kind, with an id so much greater; what was there before stays, and its
//! numbers grow. So the world after any number of repetitions is known without going through them.
//!
//! It is found by comparing the worlds at the ends of four repetitions in a row. That what held for these holds for all
//! that follow is so because [`World::apply`] decides by which ids are equal, and by nothing that grows otherwise: events
//! for which that is not so ([`Period::of`]) are not gone past.

use super::numbered::{Numbered, Own};
use super::{Frame, Future};
use super::{Handle, LoopState, Place, Primitive, Timer, World};
use crate::event::Event;
use crate::fold::{Change, Counts, Repeat, total};
use crate::ids::{FrameId, FutureId, HandleId, PrimitiveId, TextId};
use crate::persist::{IdMap, Key};

/// What an id is that stands for nothing.
const NOBODY: u64 = u32::MAX as u64;

/// What a repetition of events does to ids: those of what it makes are greater in the next one.
#[derive(Clone, Debug)]
pub(crate) struct Period {
    /// How many events it consists of.
    pub(crate) events: usize,
    /// For frames, futures and handles: the first that a repetition has made, and how many each makes.
    made: [(u64, u64); 3],
}

/// By how much a number grows the first time, and how much more each time after that.
type Growing = [u64; 2];

/// Something in a world that changes.
#[derive(Clone, Debug)]
struct Changing {
    /// The integer that its id stands for.
    index: usize,
    /// Whether another thing takes its place in each repetition.
    moves: bool,
    numbers: Box<[Growing]>,
}

/// How a world changes in each repetition.
#[derive(Clone, Debug)]
pub(crate) struct Growth {
    pub(crate) period: Period,
    own: Box<[Growing]>,
    frames: Vec<Changing>,
    futures: Vec<Changing>,
    handles: Vec<Changing>,
    primitives: Vec<Changing>,
    labels: Vec<Changing>,
    /// By how many places the ready queue of each loop moves on.
    queues: Vec<usize>,
}

/// Notes numbers and leaves them as they are.
#[derive(Default)]
struct Noted(Vec<(Counts, u64)>);

impl Change for Noted {
    fn change(&mut self, counts: Counts, number: u64) -> u64 {
        self.0.push((counts, number));
        number
    }
}

/// Makes numbers what they are after so many repetitions.
struct Grow<'a> {
    numbers: std::slice::Iter<'a, Growing>,
    times: u64,
}

impl Change for Grow<'_> {
    fn change(&mut self, _: Counts, number: u64) -> u64 {
        let [growth, bend] = self.numbers.next().copied().unwrap_or_default();
        number.wrapping_add(total(growth, bend, self.times))
    }
}

fn kind(counts: Counts) -> Option<usize> {
    match counts {
        Counts::Frames => Some(0),
        Counts::Futures => Some(1),
        Counts::Handles => Some(2),
        Counts::Fixed | Counts::Amount => None,
    }
}

impl Period {
    /// What so many repetitions of events from `start` on do, if they are such that all worlds after them can be known.
    /// `event` gives an event by its index.
    pub(crate) fn of(
        start: usize,
        events: usize,
        times: usize,
        event: impl Fn(usize) -> Option<Event>,
    ) -> Option<Period> {
        let mut period = Period { events, made: [(u64::MAX, 0); 3] };
        for index in start..start + events {
            let made = match event(index)? {
                Event::FrameCreated { frame, .. } | Event::FutureAwaitCreated { frame, .. } => (0, frame.0),
                Event::FutureCreated { future, .. } => (1, future.0),
                Event::HandleCreated { handle, .. } => (2, handle.0),
                other if is_steady(&other) => continue,
                _ => return None,
            };
            let (first, count) = &mut period.made[made.0];
            *first = (*first).min(made.1.into());
            *count += 1;
        }
        for index in start..start + events {
            let [before, now, after] = [3, 2, 1].map(|back| event(index + times.checked_sub(back)? * events));
            let [before, now, after] = [numbers_of(before?), numbers_of(now?), numbers_of(after?)];
            for (((counts, old), (_, new)), (_, next)) in before.into_iter().zip(now).zip(after) {
                let growth = new.wrapping_sub(old);
                let bend = next.wrapping_sub(new).wrapping_sub(growth);
                if !period.admits(counts, old, [growth, bend]) {
                    return None;
                }
            }
        }
        Some(period)
    }

    /// Whether a number of some world or event may grow so.
    fn admits(&self, counts: Counts, number: u64, [growth, bend]: Growing) -> bool {
        let Some(kind) = kind(counts) else { return counts == Counts::Amount || (growth | bend) == 0 };
        let (first, count) = self.made[kind];
        let stays = growth == 0 && (number < first || number == NOBODY);
        let moves = growth == count && count > 0 && number >= first && number != NOBODY;
        bend == 0 && (stays || moves)
    }
}

/// Whether what an event does is the same each time but for ids and numbers that nothing depends on.
fn is_steady(event: &Event) -> bool {
    use Event::*;
    match event {
        FrameCreated { .. }
        | FutureAwaitCreated { .. }
        | FrameEntered { .. }
        | FrameSuspended { .. }
        | FrameReturned { .. }
        | FrameRaised { .. }
        | FrameDropped { .. }
        | Line { .. }
        | LocalBound { .. }
        | LocalUnbound { .. }
        | ExceptionRaised { .. }
        | IterationBegan { .. }
        | ClockAdvanced { .. }
        | HandleCreated { .. }
        | HandleReady { .. }
        | TimerScheduled { .. }
        | HandleCancelled { .. }
        | HandleDropped { .. }
        | HandleBegan { .. }
        | HandleEnded { .. }
        | FutureCreated { .. }
        | CallbackAdded { .. }
        | CallbackRemoved { .. }
        | FutureSettled { .. }
        | TaskWaits { .. }
        | FutureDropped { .. }
        | PrimitiveChanged { .. }
        | ItemPut { .. }
        | ItemTaken { .. }
        | WaiterAdded { .. }
        | WaiterRemoved { .. } => true,
        // What a task's name says is not a number, a task that is gone is shown for a while, what is printed is kept,
        // and a worker has a clock of its own.
        RunStarted
        | RunEnded { .. }
        | Breakpoint
        | LoopCreated { .. }
        | LoopEntered { .. }
        | LoopLeft { .. }
        | LoopClosed { .. }
        | WatchBegan { .. }
        | WatchEnded { .. }
        | WorkerEntered { .. }
        | WorkerLeft
        | SentByHand
        | TaskCreated { .. }
        | TaskRenamed { .. }
        | CancelRequested { .. }
        | CancelTakenBack { .. }
        | PrimitiveCreated { .. }
        | Printed { .. } => false,
    }
}

fn numbers_of(event: Event) -> Vec<(Counts, u64)> {
    let mut noted = Noted::default();
    let _same = event.map(&mut noted);
    noted.0
}

/// How something changes that was so at the ends of four repetitions in a row, if evenly.
pub(crate) fn changing<T: Numbered>(moments: [&T; 4], period: &Period) -> Option<Box<[[u64; 2]]>> {
    let [first, second, third, _] = moments.map(|moment| {
        let mut noted = Noted::default();
        moment.clone().renumber(&mut noted);
        noted.0
    });
    if second.len() != first.len() || third.len() != first.len() {
        return None;
    }
    let numbers = first.iter().zip(&second).zip(&third).map(|(((counts, old), (_, new)), (_, next))| {
        let growth = new.wrapping_sub(*old);
        let growing = [growth, next.wrapping_sub(*new).wrapping_sub(growth)];
        period.admits(*counts, *old, growing).then_some(growing)
    });
    let numbers: Box<[Growing]> = numbers.collect::<Option<_>>()?;
    let even = (1..).zip(&moments[1..]).all(|(times, moment)| grown(moments[0], &numbers, times) == **moment);
    even.then_some(numbers)
}

/// What something is after so many repetitions.
pub(crate) fn grown<T: Numbered>(first: &T, numbers: &[[u64; 2]], times: u64) -> T {
    let mut value = first.clone();
    value.renumber(&mut Grow { numbers: numbers.iter(), times });
    value
}

/// What changes in a map, if it does so evenly; `made` is of the kind of its keys.
fn changes<K: Key, T: Numbered>(
    maps: [&IdMap<K, T>; 4],
    (first, count): (u64, u64),
    period: &Period,
) -> Option<Vec<Changing>> {
    if maps.iter().any(|map| map.len() != maps[0].len()) {
        return None;
    }
    let mut found = Vec::new();
    for (id, value) in maps[0].iter() {
        let index = id.to_index();
        let moves = index as u64 >= first;
        if !moves && IdMap::share(maps, id) {
            continue;
        }
        let by = if moves { count as usize } else { 0 };
        let after = |times: usize| maps[times].get(K::from_index(index + by * times));
        let moments = [value, after(1)?, after(2)?, after(3)?];
        if moves || moments[1..].iter().any(|moment| *moment != value) {
            found.push(Changing { index, moves, numbers: changing(moments, period)? });
        }
    }
    Some(found)
}

/// Makes a map what it is after so many repetitions.
fn advance<K: Key, T: Numbered>(map: &mut IdMap<K, T>, changing: &[Changing], by: usize, times: u64) {
    let mut moved = Vec::new();
    for Changing { index, moves, numbers } in changing {
        let id = K::from_index(*index);
        let mut grow = Grow { numbers: numbers.iter(), times };
        if !moves {
            if let Some(value) = map.get_mut(id) {
                value.renumber(&mut grow);
            }
        } else if let Some(mut value) = map.remove(id) {
            value.renumber(&mut grow);
            moved.push((K::from_index(index + by), value));
        }
    }
    for (id, value) in moved {
        map.insert(id, value);
    }
}

impl Growth {
    /// How the world changes that was so at the ends of four repetitions in a row, if evenly.
    pub(crate) fn of(worlds: [&World; 4], period: Period) -> Option<Growth> {
        let [first, rest @ ..] = worlds;
        if !rest.iter().all(|world| stays(first, world)) {
            return None;
        }
        let owns = worlds.map(World::own);
        let queues =
            (0..first.loops.len()).map(|place| queue_moves(worlds.map(|it| &it.loops[place]), &period));
        let [of_frames, of_futures, of_handles] = period.made;
        let others = (u64::MAX, 0);
        Some(Growth {
            own: changing(owns.each_ref(), &period)?,
            frames: changes::<FrameId, Frame>(worlds.map(|it| &it.frames), of_frames, &period)?,
            futures: changes::<FutureId, Future>(worlds.map(|it| &it.futures), of_futures, &period)?,
            handles: changes::<HandleId, Handle>(worlds.map(|it| &it.handles), of_handles, &period)?,
            primitives: changes::<PrimitiveId, Primitive>(worlds.map(|it| &it.primitives), others, &period)?,
            labels: changes::<TextId, _>(worlds.map(|it| &it.labels), others, &period)?,
            queues: queues.collect::<Option<_>>()?,
            period,
        })
    }
}

/// Whether two worlds agree in what no repetition changes.
fn stays(a: &World, b: &World) -> bool {
    let alike = |(a, b): (&LoopState, &LoopState)| {
        (a.id, a.running, a.closed, a.timers.len()) == (b.id, b.running, b.closed, b.timers.len())
    };
    (a.shown_loop, a.end, a.console.len(), a.shelf.tail(), a.loops.len())
        == (b.shown_loop, b.end, b.console.len(), b.shelf.tail(), b.loops.len())
        && (&a.things, &a.workers, &a.watches, &a.gathered)
            == (&b.things, &b.workers, &b.watches, &b.gathered)
        && a.loops.iter().zip(b.loops.iter()).all(alike)
}

/// By how many places a loop's ready queue moves on, if evenly.
fn queue_moves(loops: [&LoopState; 4], period: &Period) -> Option<usize> {
    let queues = loops.map(|state| &state.ready);
    let by = queues[1].tail() - queues[0].tail();
    let places =
        queues.map(|queue| queue.places().map(|(place, handle)| (place, *handle)).collect::<Vec<_>>());
    let even = (1..4).all(|times| {
        queues[times].tail() == queues[0].tail() + by * times && places[times].len() == places[0].len()
    });
    let moves = |at: usize| {
        let moments = places.each_ref().map(|places| &places[at]);
        let in_line = (1..4).all(|times| moments[times].0 == moments[0].0 + by * times);
        in_line && changing(moments.map(|(_, handle)| handle), period).is_some()
    };
    (even && (0..places[0].len()).all(moves)).then_some(by)
}

impl World {
    /// What is true so many repetitions after this moment, which is the first of those that the growth was found by.
    pub(crate) fn after(&self, growth: &Growth, times: u64) -> World {
        let mut world = self.clone();
        let by = |kind: usize| (growth.period.made[kind].1 * times) as usize;
        let timers = |world: &World, by: usize| -> Vec<_> {
            let handles = growth
                .handles
                .iter()
                .map(|it| HandleId::from_index(it.index + if it.moves { by } else { 0 }));
            let timer = |id: HandleId| match world.handles.get(id)? {
                Handle { event_loop, place: Place::Timers(due_ns), .. } => {
                    Some((*event_loop, Timer { due_ns: *due_ns, handle: id }))
                }
                _ => None,
            };
            handles.filter_map(timer).collect()
        };
        for (event_loop, timer) in timers(&world, 0) {
            world.change_loop(event_loop, |state| state.timers.remove(timer));
        }
        let own: Own = grown(&world.own(), &growth.own, times);
        world.set_own(own);
        advance(&mut world.frames, &growth.frames, by(0), times);
        advance(&mut world.futures, &growth.futures, by(1), times);
        advance(&mut world.handles, &growth.handles, by(2), times);
        advance(&mut world.primitives, &growth.primitives, 0, times);
        advance(&mut world.labels, &growth.labels, 0, times);
        for (event_loop, timer) in timers(&world, by(2)) {
            world.change_loop(event_loop, |state| state.timers.insert(timer));
        }
        let first = growth.period.made[2].0;
        let moved = |HandleId(id)| HandleId(if u64::from(id) < first { id } else { id + by(2) as u32 });
        for (place, queue) in growth.queues.iter().enumerate().filter(|(_, queue)| **queue > 0) {
            let ready = world.loops[place].ready.moved(queue * times as usize, moved);
            if let Some(id) = world.loops[place].id {
                world.change_loop(id, |state| state.ready = ready);
            }
        }
        world
    }
}
