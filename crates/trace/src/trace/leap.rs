//! Leaps: while events repeat, the index need not look at each of them. What it would come to at the end of any
//! repetition is known ([`Growth`]): the world, the stops, the ladder, the histories. So it waits at the end of one, and
//! leaps to the last when somebody wants to read, or when the repetitions are over. A seek leaps in the same way.

use super::index::Index;
use crate::event::Event;
use crate::fold::{Repeat, Sequence};
use crate::ids::FutureId;
use crate::ladder::Builder;
use crate::tables::Tables;
use crate::world::{FutureState, Growth, Period, World, changing, grown};
use std::rc::Rc;

/// So many repetitions, and so many events of a fold, go by before the index tries to leap.
const REPETITIONS: usize = 6;
const EVENTS: usize = 2048;
/// A run has at most so many leaps; what repeats after that is gone through.
const MOST: usize = 1024;

/// Tells the worlds up to some moment from those after it.
pub(super) type IsSuch<'a> = &'a dyn Fn(&World) -> bool;

/// The ways to leap. Whoever records asks for them ([`Trace::fold`](super::Trace::fold)); a page that only shows what was
/// recorded elsewhere need not load them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaping {
    /// [`Index::see_all`]
    pub(super) see_all: fn(&mut Index, &[Event], &Tables),
    /// [`Index::look_ahead`]
    pub(super) look_ahead: fn(&mut Index, &Sequence<Event>),
    /// [`Index::repetition_ends`]
    pub(super) repetition_ends: fn(&mut Index),
    /// [`Index::leap`]
    pub(super) leap: fn(&mut Index, usize),
    /// [`Leap::nearest`]
    pub(super) nearest: fn(&Leap, usize) -> World,
    /// [`Leap::latest`]
    pub(super) latest: fn(&Leap, IsSuch) -> World,
}

/// Those there are.
const LEAPING: Leaping = Leaping {
    see_all: Index::see_all,
    look_ahead: Index::look_ahead,
    repetition_ends: Index::repetition_ends,
    leap: Index::leap,
    nearest: Leap::nearest,
    latest: Leap::latest,
};

/// Part of a trace that may be leapt over.
#[derive(Clone, Debug)]
pub(super) struct Leap {
    /// What is true where it begins.
    pub(super) world: World,
    growth: Rc<Growth>,
    /// The index of the event before which it ends, as far as is known.
    pub(super) end: usize,
}

/// What the index does about the fold under way.
#[derive(Clone, Debug, Default)]
pub(super) enum Ahead {
    /// Nothing.
    #[default]
    No,
    /// It goes through what repeats, and keeps what is true at the ends of four repetitions.
    Trying(Box<Trying>),
    /// It waits.
    Waiting(Box<Waiting>),
}

/// What is kept until four repetitions have passed.
#[derive(Clone, Debug)]
pub(super) struct Trying {
    fold: usize,
    period: Period,
    moments: Vec<Moment>,
    /// The number of events at the end of the next repetition.
    next: usize,
}

/// The index at one moment.
#[derive(Clone, Debug)]
struct Moment {
    world: World,
    control: Builder,
    states: Vec<Option<FutureState>>,
    last_task: [Option<FutureId>; 2],
    /// How long its lists are.
    lengths: Vec<usize>,
}

/// What is known while the index waits.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    /// Where the fold begins.
    pub(super) fold: usize,
    growth: Rc<Growth>,
    first: Moment,
    control: Box<[[u64; 2]]>,
    states: Box<[[u64; 2]]>,
    /// How many items each list gets with a repetition.
    counts: Vec<usize>,
}

/// A list beside the events.
trait Grows {
    fn length(&self) -> usize;
    fn expect(&mut self, from: usize, period: usize) -> bool;
    fn foresee(&mut self, count: usize);
}

impl<T: Repeat> Grows for Sequence<T> {
    fn length(&self) -> usize {
        self.len()
    }

    fn expect(&mut self, from: usize, period: usize) -> bool {
        self.expect_period(from, period)
    }

    fn foresee(&mut self, count: usize) {
        self.push_foreseen(count);
    }
}

impl Leap {
    /// How many whole repetitions it goes on for.
    fn times(&self) -> u64 {
        self.after(self.end)
    }

    /// How many whole repetitions have passed after so many events.
    fn after(&self, events: usize) -> u64 {
        (events.saturating_sub(self.world.events as usize) / self.growth.period.events) as u64
    }

    /// The last world of at most so many events at the end of a repetition.
    fn nearest(&self, events: usize) -> World {
        self.world.after(&self.growth, self.after(events.min(self.end)))
    }

    /// The last world at the end of a repetition that is such a one, as all before it are.
    fn latest(&self, is_such: IsSuch) -> World {
        let (mut low, mut high) = (0, self.times());
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            if is_such(&self.world.after(&self.growth, middle)) { low = middle } else { high = middle - 1 }
        }
        self.world.after(&self.growth, low)
    }
}

impl Index {
    /// Folds what repeats in the lists, and leaps over it, from now on.
    pub(super) fn fold(&mut self) {
        self.stops.lists().into_iter().for_each(Sequence::fold);
        self.essentials.parts().0.fold();
        self.lanes.marks.fold();
        self.lanes.pattern.fold();
        self.leaping = Some(LEAPING);
    }

    /// The lists that grow with the events.
    fn lists(&mut self) -> impl Iterator<Item = &mut dyn Grows> {
        let (rows, _) = self.essentials.parts();
        let stops = self.stops.lists().into_iter().map(|list| list as &mut dyn Grows);
        let lanes = self.lanes.lanes.iter_mut().map(|lane| &mut lane.segments as &mut dyn Grows);
        stops.chain([rows as &mut dyn Grows, &mut self.lanes.marks]).chain(lanes)
    }

    fn moment(&mut self) -> Moment {
        Moment {
            lengths: self.lists().map(|list| list.length()).collect(),
            world: self.world.clone(),
            control: self.essentials.parts().1.clone(),
            states: self.lanes.states.clone(),
            last_task: self.stops.last_task,
        }
    }

    /// The fold that it waits in, if it does: where that begins.
    pub(super) fn waits_in(&self) -> Option<usize> {
        match &self.ahead {
            Ahead::Waiting(waiting) => Some(waiting.fold),
            Ahead::No | Ahead::Trying(_) => None,
        }
    }

    /// Takes note of the fold under way, having seen all events: begins to try to leap in it, if it has gone on for long.
    fn look_ahead(&mut self, events: &Sequence<Event>) {
        let open = events.open_fold();
        let fold = match &self.ahead {
            Ahead::No => None,
            Ahead::Trying(trying) => Some(trying.fold),
            Ahead::Waiting(waiting) => Some(waiting.fold),
        };
        if fold.is_some() {
            if open.map(|(start, _)| start) == fold {
                return;
            }
            self.give_up();
        }
        let Some((fold, period)) = open else { return };
        if self.refused.0 != fold {
            // To keep a moment takes the longer, the more tasks there were.
            let long = EVENTS.max(REPETITIONS * period).max(self.lanes.lanes.len());
            self.refused = (fold, fold + long);
        }
        if events.len() < self.refused.1 || self.leaps.len() >= MOST {
            return;
        }
        self.try_later(events.len());
        let times = (events.len() - fold) / period;
        if let Some(period) = Period::of(fold, period, times, |index| events.get(index)) {
            let next = fold + (events.len() - fold).div_ceil(period.events) * period.events;
            self.ahead = Ahead::Trying(Box::new(Trying { fold, period, moments: Vec::new(), next }));
            self.next_due = self.next_due.min(next as u32);
        }
    }

    /// The fold is over in which it tried to leap, or did.
    fn give_up(&mut self) {
        if let Ahead::Waiting(waiting) = std::mem::take(&mut self.ahead) {
            let begin = waiting.first.world.events as usize;
            self.leaps.pop_if(|leap| leap.end - begin < EVENTS);
        }
    }

    /// Nothing is tried again before the fold is twice as long.
    fn try_later(&mut self, events: usize) {
        self.refused.1 = events + (events - self.refused.0).max(EVENTS);
    }

    /// When the next repetition ends that it wants to know of.
    pub(super) fn next_moment(&self) -> Option<usize> {
        match &self.ahead {
            Ahead::Trying(trying) => Some(trying.next),
            Ahead::No | Ahead::Waiting(_) => None,
        }
    }

    /// A repetition ends, if one does.
    fn repetition_ends(&mut self) {
        if self.next_moment() != Some(self.seen()) {
            return;
        }
        let moment = self.moment();
        let Ahead::Trying(trying) = &mut self.ahead else { return };
        trying.next += trying.period.events;
        trying.moments.push(moment);
        if trying.moments.len() < 4 {
            return;
        }
        if let Ahead::Trying(trying) = std::mem::take(&mut self.ahead)
            && let Some(waiting) = self.conclude(*trying)
        {
            let (world, end) = (waiting.first.world.clone(), self.seen());
            self.leaps.push(Leap { world, growth: waiting.growth.clone(), end });
            self.ahead = Ahead::Waiting(Box::new(waiting));
        }
    }

    /// What four repetitions tell of all that follow.
    fn conclude(&mut self, trying: Trying) -> Option<Waiting> {
        let moments: [Moment; 4] = trying.moments.try_into().ok()?;
        let [first, second, third, fourth] = &moments;
        let period = trying.period;
        let mut counts = Vec::with_capacity(first.lengths.len());
        for (place, list) in self.lists().enumerate() {
            let length = |moment: &Moment| moment.lengths.get(place).copied();
            let (a, b, c, d) = (length(first)?, length(second)?, length(third)?, length(fourth)?);
            let count = b - a;
            if c - b != count || d - c != count {
                return None;
            }
            // A fold that begins with three repetitions foresees all others.
            if count > 0 && !list.expect(a, count) {
                return None;
            }
            counts.push(count);
        }
        if moments.iter().any(|moment| moment.last_task != first.last_task) {
            return None;
        }
        let each = [first, second, third, fourth];
        let control = changing(each.map(|moment| &moment.control), &period)?;
        let states = changing(each.map(|moment| &moment.states), &period)?;
        let growth = Rc::new(Growth::of(each.map(|moment| &moment.world), period)?);
        let [first, ..] = moments;
        Some(Waiting { fold: trying.fold, growth, first, control, states, counts })
    }

    /// Leaps to the end of the last repetition in a fold that has come to `end`, if it has waited in that.
    fn leap(&mut self, end: usize) {
        let Ahead::Waiting(waiting) = std::mem::take(&mut self.ahead) else { return };
        let begin = waiting.first.world.events as usize;
        let events = waiting.growth.period.events;
        let times = end.saturating_sub(begin) / events;
        // What is near is gone through.
        if begin + times * events > self.seen() + events {
            self.leap_to(&waiting, times);
            if let Some(leap) = self.leaps.last_mut() {
                leap.end = begin + times * events;
            }
        }
        self.ahead = Ahead::Waiting(waiting);
    }

    fn leap_to(&mut self, waiting: &Waiting, times: usize) {
        let first = &waiting.first;
        self.world = first.world.after(&waiting.growth, times as u64);
        *self.essentials.parts().1 = grown(&first.control, &waiting.control, times as u64);
        self.lanes.states = grown(&first.states, &waiting.states, times as u64);
        for ((list, length), count) in self.lists().zip(&first.lengths).zip(&waiting.counts) {
            if *count > 0 {
                list.foresee((length + count * times).saturating_sub(list.length()));
            }
        }
    }
}
