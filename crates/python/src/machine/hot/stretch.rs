//! What a hot loop leaves in the trace: no events, but moments from which it can be run again. Reading an event
//! runs the loop from the nearest moment before it.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use loopglass_trace::{Event, FrameId, Jump, Made, Picture, Stretch, TextId};

use super::program::{Plain, Program, Record};
use super::run::{Left, Setting, Sink, State, run};

/// Events between two moments that are kept, in a short trace.
const SPACING: usize = 1 << 16;
/// In a long trace, there are about so many moments.
const MOMENTS: usize = 8192;
/// With so many moments in one stretch every other one is given up.
const MOST_MOMENTS: usize = 4096;
/// One of so many moments has the random generator, which is large; from there it is moved on to the others.
const GENERATORS: usize = 16;
/// Words of the generator that a number takes.
const WORDS: u64 = 2;
/// Events between two states that are kept where reading was last, between two moments.
const STRIDE: usize = 1 << 13;
/// So many states are kept where reading began or stopped.
const READERS: usize = 2;

/// A stretch of a run in one hot loop.
pub(super) struct Hot {
    pub(super) program: Rc<Program>,
    pub(super) setting: Setting,
    frame: FrameId,
    /// The names of the variables that it binds.
    names: Vec<Option<TextId>>,
    moments: RefCell<Vec<Moment>>,
    spacing: Cell<usize>,
    /// How far the loop has been run.
    end: RefCell<State>,
    /// Where reading began and stopped last: the next reading as a rule goes on from one of those.
    readers: RefCell<VecDeque<State>>,
    near: RefCell<Near>,
}

/// States on the way from a moment to where reading was last, since one step of a person reads before and after it.
#[derive(Default)]
struct Near {
    /// The events at the moment.
    begin: usize,
    /// One after each [`STRIDE`] of events, as far as was read.
    states: Vec<State>,
}

/// The beginning of a turn.
struct Moment {
    /// Without its generator, but for one of [`GENERATORS`].
    state: State,
    /// Which lines begin before the next moment, a bit each.
    lines: u64,
}

impl std::fmt::Debug for Hot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hot").field("frame", &self.frame).finish_non_exhaustive()
    }
}

/// Runs the loop for the first time.
struct Live<'a> {
    hot: &'a Hot,
    goal: u64,
    keep_at: usize,
    lines: u64,
}

impl Sink for Live<'_> {
    fn line(&mut self, _: u32, place: u8) {
        self.lines |= 1 << place;
    }

    fn bound(&mut self, _: u16, _: Record, _: Plain) {}

    fn enough(&self, _: &State) -> bool {
        false
    }

    fn turn(&mut self, state: &State) -> bool {
        if state.events >= self.keep_at {
            self.hot.keep(state, std::mem::take(&mut self.lines));
            self.keep_at = state.events + self.hot.spacing.get();
        }
        state.steps >= self.goal
    }
}

/// Runs it again to some event, and takes note of the events from another one on.
struct Again<'a> {
    until: Until,
    tell: &'a mut dyn FnMut(Event),
    hot: &'a Hot,
}

/// Runs it again to some event.
struct Skip {
    until: Until,
    /// States on the way.
    kept: Vec<State>,
    keep_at: usize,
}

#[derive(Clone, Copy)]
enum Until {
    Events(usize),
    Lines(usize),
    /// Past a time, in nanoseconds.
    Clock(u64),
}

impl Sink for Again<'_> {
    fn line(&mut self, line: u32, _: u8) {
        (self.tell)(Event::Line { line });
    }

    fn bound(&mut self, variable: u16, record: Record, value: Plain) {
        let frame = if record == Record::Main { FrameId(0) } else { self.hot.frame };
        if let Some(name) = self.hot.names[variable as usize] {
            (self.tell)(Event::LocalBound { frame, name, value: picture(value) });
        }
    }

    #[inline]
    fn enough(&self, state: &State) -> bool {
        self.until.reached(state)
    }

    fn turn(&mut self, _: &State) -> bool {
        false
    }
}

impl Sink for Skip {
    fn line(&mut self, _: u32, _: u8) {}

    fn bound(&mut self, _: u16, _: Record, _: Plain) {}

    #[inline]
    fn enough(&self, state: &State) -> bool {
        self.until.reached(state)
    }

    #[inline]
    fn turn(&mut self, state: &State) -> bool {
        if state.events >= self.keep_at {
            self.kept.push(state.clone());
            self.keep_at = state.events + STRIDE;
        }
        false
    }
}

impl Until {
    #[inline]
    fn reached(self, state: &State) -> bool {
        match self {
            Until::Events(events) => state.events >= events,
            Until::Lines(lines) => state.lines >= lines,
            Until::Clock(clock_ns) => state.clock_ns > clock_ns,
        }
    }
}

fn picture(value: Plain) -> Picture {
    match value {
        Plain::Bool(value) => Picture::Bool(value),
        Plain::Int(value) => Picture::Int(value.into()),
        Plain::Float(value) => Picture::Float(value.into()),
        // What is not plain is never bound.
        Plain::None | Plain::Null | Plain::Callee(_) | Plain::Opaque => Picture::None,
    }
}

impl Hot {
    /// A stretch that begins with a state, in a trace of so many events.
    pub(super) fn new(
        program: Rc<Program>,
        setting: Setting,
        frame: FrameId,
        names: Vec<Option<TextId>>,
        begin: State,
        trace_len: usize,
    ) -> Hot {
        Hot {
            program,
            setting,
            frame,
            names,
            moments: RefCell::new(vec![Moment { state: begin.clone(), lines: 0 }]),
            spacing: Cell::new(SPACING.max(trace_len / MOMENTS)),
            end: RefCell::new(begin),
            readers: RefCell::default(),
            near: RefCell::default(),
        }
    }

    /// Runs on from the end until so many instructions are executed, or the loop is left; returns whether it is
    /// left.
    pub(super) fn run_on(&self, steps: u64, goal: u64) -> bool {
        let mut state = self.end.borrow().clone();
        state.steps = steps;
        let last = self.moments.borrow().last().map_or(0, |moment| moment.state.events);
        let mut live = Live { hot: self, goal, keep_at: last + self.spacing.get(), lines: 0 };
        let left = run(&self.program, &self.setting, &mut state, &mut live);
        let lines = live.lines;
        if let Some(last) = self.moments.borrow_mut().last_mut() {
            last.lines |= lines;
        }
        self.end.replace(state);
        left == Left::Instruction
    }

    /// The state at the end.
    pub(super) fn end(&self) -> std::cell::Ref<'_, State> {
        self.end.borrow()
    }

    /// All its events, for a stretch that is too short to be one.
    pub(super) fn each(&self, mut tell: impl FnMut(Event)) {
        let end = self.end.borrow().events;
        if end > 0 {
            let state = self.restored(&self.moments.borrow(), 0);
            self.again(state, Until::Events(end), &mut tell);
        }
    }

    fn keep(&self, state: &State, lines: u64) {
        let mut moments = self.moments.borrow_mut();
        if let Some(last) = moments.last_mut() {
            last.lines |= lines;
        }
        let with_generator = moments.len().is_multiple_of(GENERATORS);
        let kept = if with_generator { state.clone() } else { state.without_generator() };
        moments.push(Moment { state: kept, lines: 0 });
        if moments.len() >= MOST_MOMENTS {
            let mut all = std::mem::take(&mut *moments).into_iter();
            while let Some(mut moment) = all.next() {
                moment.lines |= all.next().map_or(0, |next| next.lines);
                if !moments.len().is_multiple_of(GENERATORS) {
                    moment.state.random = None;
                }
                moments.push(moment);
            }
            self.spacing.set(self.spacing.get() * 2);
        }
    }

    /// The state at one of the moments, with its generator.
    fn restored(&self, moments: &[Moment], place: usize) -> Option<State> {
        let mut state = moments.get(place)?.state.clone();
        if state.random.is_none() {
            let known = moments[..place].iter().rev().find(|moment| moment.state.random.is_some());
            if let Some(known) = known.map(|moment| &moment.state) {
                state.random = known.random.clone();
                if let Some(random) = &mut state.random {
                    random.core.skip((state.draws - known.draws) * WORDS);
                }
            }
        }
        Some(state)
    }

    /// The nearest known state that is not beyond some measure, and the events at the moment before it.
    fn nearest<M: Ord>(&self, wanted: M, measure: impl Fn(&State) -> M) -> Option<(usize, State)> {
        let moments = self.moments.borrow();
        let after = moments.partition_point(|moment| measure(&moment.state) <= wanted);
        let place = after.checked_sub(1)?;
        let begin = moments.get(place)?.state.events;
        let near = self.near.borrow();
        let known = if near.begin == begin { near.states.as_slice() } else { &[] };
        let known = known[..known.partition_point(|state| measure(state) <= wanted)].last();
        let from = known.map_or(begin, |state| state.events);
        let reader = self.reader(|state| measure(state) <= wanted && state.events >= from);
        let state = reader.or_else(|| known.cloned()).or_else(|| self.restored(&moments, place))?;
        Some((begin, state))
    }

    /// The latest of such places where reading began or stopped.
    fn reader(&self, is_such: impl Fn(&State) -> bool) -> Option<State> {
        let mut readers = self.readers.borrow_mut();
        let such = readers.iter().enumerate().filter(|(_, state)| is_such(state));
        let (place, _) = such.max_by_key(|(_, state)| state.events)?;
        // The other one is given up for where this reading stops.
        let state = readers.remove(place)?;
        readers.push_back(state.clone());
        Some(state)
    }

    /// Keeps where a reading stopped.
    fn stopped(&self, state: State) {
        let mut readers = self.readers.borrow_mut();
        if readers.back().is_some_and(|last| last.events == state.events) {
            return;
        }
        if readers.len() >= READERS {
            readers.pop_front();
        }
        readers.push_back(state);
    }

    fn again(&self, state: Option<State>, until: Until, mut tell: impl FnMut(Event)) -> Option<State> {
        let mut state = state?;
        if !until.reached(&state) {
            run(&self.program, &self.setting, &mut state, &mut Again { until, tell: &mut tell, hot: self });
        }
        Some(state)
    }

    /// Runs on from a state that is nearest to what is wanted, and keeps what it passes.
    fn skip(&self, nearest: Option<(usize, State)>, until: Until) -> Option<State> {
        let (begin, mut state) = nearest?;
        if until.reached(&state) {
            return Some(state);
        }
        let mut near = self.near.borrow_mut();
        let known = if near.begin == begin { near.states.last() } else { None };
        let keep_at = known.map_or(begin, |state| state.events) + STRIDE;
        let mut skip = Skip { until, kept: Vec::new(), keep_at };
        run(&self.program, &self.setting, &mut state, &mut skip);
        if near.begin != begin && !skip.kept.is_empty() {
            *near = Near { begin, states: Vec::new() };
        }
        near.states.append(&mut skip.kept);
        Some(state)
    }

    fn state_after(&self, events: usize) -> Option<State> {
        self.skip(self.nearest(events, |state| state.events), Until::Events(events))
    }

    fn lines_bit(&self, line: u32) -> u64 {
        self.program.lines.iter().position(|other| *other == line).map_or(0, |place| 1 << place)
    }

    /// The events of the line, from a moment to the next one, told to `found` until it has enough.
    fn find_line(&self, moment: usize, line: u32, mut found: impl FnMut(usize)) {
        let moments = self.moments.borrow();
        let Some(Moment { state, lines }) = moments.get(moment) else { return };
        if lines & self.lines_bit(line) == 0 {
            return;
        }
        let until = moments.get(moment + 1).map_or(self.end.borrow().events, |next| next.state.events);
        let mut at = state.events;
        self.again(self.restored(&moments, moment), Until::Events(until), |event| {
            if event == (Event::Line { line }) {
                found(at);
            }
            at += 1;
        });
    }
}

impl Made<Event> for Hot {
    fn read(&self, from: usize, count: usize, out: &mut Vec<Event>) {
        if let Some(state) = self.state_after(from) {
            self.stopped(state.clone());
            let state = self.again(Some(state), Until::Events(from + count), |event| out.push(event));
            state.into_iter().for_each(|state| self.stopped(state));
        }
    }

    fn bytes(&self) -> usize {
        let moments = self.moments.borrow();
        let first = moments.first().map(|moment| &moment.state);
        let state = first.map_or(0, |state| state.variables.len() * size_of::<Plain>());
        let random = first.and_then(|state| state.random.as_ref());
        let random = random.map_or(0, |random| size_of_val(&**random));
        let known = moments.len().div_ceil(GENERATORS);
        // The end, and where reading began and stopped, and what is near there.
        let more = 1 + READERS + self.near.borrow().states.len();
        (moments.len() + more) * (size_of::<Moment>() + state) + (known + more) * random
    }
}

impl Stretch for Hot {
    fn jump(&self, events: usize) -> Jump {
        let end = self.end.borrow();
        if events >= end.events {
            return self.jump_of(&end);
        }
        let Some(state) = self.state_after(events) else { return Jump::default() };
        let jump = self.jump_of(&state);
        self.stopped(state);
        jump
    }

    fn frame(&self) -> FrameId {
        self.frame
    }

    fn lines_before(&self, events: usize) -> usize {
        let end = self.end.borrow();
        if events >= end.events {
            return end.lines;
        }
        let Some(state) = self.state_after(events) else { return 0 };
        let lines = state.lines;
        self.stopped(state);
        lines
    }

    fn line_at(&self, number: usize) -> Option<usize> {
        let nearest = self.nearest(number, |state| state.lines);
        let state = self.skip(nearest, Until::Lines(number + 1))?;
        let found = (state.lines == number + 1).then(|| state.events.saturating_sub(1));
        self.stopped(state);
        found
    }

    fn events_until(&self, clock_ns: u64) -> usize {
        let end = self.end.borrow();
        if end.clock_ns <= clock_ns {
            return end.events;
        }
        let nearest = self.nearest(clock_ns, |state| state.clock_ns);
        let Some(state) = self.skip(nearest, Until::Clock(clock_ns)) else { return 0 };
        // The clock goes on where a line begins, and nothing is beyond that line yet.
        let events = state.events.saturating_sub(usize::from(state.clock_ns > clock_ns));
        self.stopped(state);
        events
    }

    fn next_of_line(&self, line: u32, from: usize) -> Option<usize> {
        let count = self.moments.borrow().len();
        let first = self.moments.borrow().partition_point(|moment| moment.state.events <= from);
        (first.saturating_sub(1)..count).find_map(|moment| {
            let mut next = None;
            self.find_line(moment, line, |event| {
                if event >= from && next.is_none() {
                    next = Some(event);
                }
            });
            next
        })
    }

    fn previous_of_line(&self, line: u32, before: usize) -> Option<usize> {
        let first = self.moments.borrow().partition_point(|moment| moment.state.events < before);
        (0..first).rev().find_map(|moment| {
            let mut last = None;
            self.find_line(moment, line, |event| {
                if event < before {
                    last = Some(event);
                }
            });
            last
        })
    }

    fn as_made(self: Rc<Self>) -> Rc<dyn Made<Event>> {
        self
    }
}

impl Hot {
    fn jump_of(&self, state: &State) -> Jump {
        let bound = (0..self.names.len()).filter(|variable| state.bound >> variable & 1 == 1).filter_map(
            |variable| {
                let main = state.in_main >> variable & 1 == 1;
                let frame = if main { FrameId(0) } else { self.frame };
                Some((frame, self.names[variable]?, picture(state.variables[variable])))
            },
        );
        Jump {
            events: state.events,
            lines: state.lines,
            clock_ns: state.clock_ns,
            line: (state.lines > 0).then_some(state.line),
            bound: bound.collect(),
        }
    }
}
