//! A moment of a run: the world after one event, and the pictures that panels draw of it. Moving to a
//! neighbouring moment applies the events between; anything else seeks a keyframe.

use crate::state::{
    self, CodePicture, ConsoleLine, Explanation, Hood, Hue, Rung, Source, StagePicture, State,
};
use crate::timeline::{Folds, LaneView, Lanes};
use loopglass_trace::{Detail, Lane, Trace, Who, World};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many rows of the ladder are shown.
const RUNGS_SHOWN: usize = 120;
/// How many lanes the timeline has.
const LANES_SHOWN: usize = 24;

/// What the panels show of one moment.
pub struct Moment {
    world: World,
    /// The virtual clock, in nanoseconds.
    pub clock_ns: u64,
    /// The stage.
    pub stage: Rc<StagePicture>,
    /// What the run adds to the source.
    pub code: Rc<CodePicture>,
    /// What happened.
    pub explanation: Rc<Explanation>,
    /// What asyncio executes.
    pub hood: Rc<Option<Hood>>,
    /// The console's last lines.
    pub console: Rc<[ConsoleLine]>,
    /// How many writes are not shown.
    pub console_earlier: usize,
    /// The ladder.
    pub rungs: Rc<[Rung]>,
    /// The histories of the tasks, over the whole run.
    pub lanes: Rc<Lanes>,
    /// The number of the step, from 1.
    pub position: usize,
    /// How many steps there are.
    pub count: usize,
    /// Whether there is a step before.
    pub can_back: bool,
    /// Whether there is a step after.
    pub can_forward: bool,
}

impl Moment {
    /// The moment before anything was run.
    pub fn empty() -> Moment {
        Moment {
            world: World::default(),
            clock_ns: 0,
            stage: Rc::default(),
            code: Rc::default(),
            explanation: Rc::default(),
            hood: Rc::default(),
            console: Rc::new([]),
            console_earlier: 0,
            rungs: Rc::new([]),
            lanes: Rc::default(),
            position: 0,
            count: 0,
            can_back: false,
            can_forward: false,
        }
    }

    /// Moves to where the state's cursor is, and composes all pictures anew.
    pub fn refresh(&mut self, state: &State, trace: &Trace) {
        let before = self.travel(state.cursor, trace);
        let source = Source { world: &self.world, tables: trace.tables(), detail: state.detail };
        let event = trace.event(state.cursor);
        let since = trace.previous_stop(state.cursor, state.granularity, state.detail);
        self.clock_ns = self.world.clock_ns;
        self.stage = Rc::new(state::stage(source));
        let code = if state.edited() {
            CodePicture::default()
        } else {
            state::code(source, &state.source, event.as_ref())
        };
        self.code = Rc::new(code);
        self.explanation = Rc::new(state::explain(source, trace, &before, state.cursor, since));
        self.hood = Rc::new(state::hood(source, trace, &before, state.cursor));
        let (lines, earlier) = state::console(source, trace.marks());
        self.console = lines.into();
        self.console_earlier = earlier;
        self.rungs = rungs(state, trace);
        self.count(state, trace);
    }

    /// Counts steps anew, without composing: the run has grown.
    pub fn count(&mut self, state: &State, trace: &Trace) {
        self.position = trace.stop_number(state.cursor, state.granularity, state.detail);
        self.count = trace.stop_count(state.granularity, state.detail);
        self.can_back = state.cursor > 0;
        self.can_forward = state.cursor + 1 < trace.len();
    }

    /// Draws the lanes anew: the run has grown, or more or less of it is shown.
    pub fn draw_lanes(&mut self, detail: Detail, trace: &Trace) {
        self.lanes = Rc::new(lanes(detail, trace));
    }

    /// Forgets the run.
    pub fn forget(&mut self) {
        self.world = World::default();
    }

    /// Brings the world to what is true after event `to`, and returns what was before that event.
    fn travel(&mut self, to: usize, trace: &Trace) -> World {
        if self.world.events as usize > to {
            self.world = World::default();
        }
        if to > 0 {
            trace.move_to(&mut self.world, to - 1);
        }
        let before = self.world.clone();
        trace.move_to(&mut self.world, to);
        before
    }
}

fn rungs(state: &State, trace: &Trace) -> Rc<[Rung]> {
    let ladder = trace.ladder(state.detail);
    let count = ladder.count_until(state.cursor);
    let skipped = count.saturating_sub(RUNGS_SHOWN);
    // A row belongs to the task whose step it lies under.
    let mut task = None;
    ladder
        .rows_from(skipped)
        .take(count - skipped)
        .zip(skipped + 1..)
        .map(|(row, number)| {
            task = match row.who {
                Who::Program | Who::EventLoop | Who::Callback { .. } => None,
                Who::Task { task, .. } => Some(task),
                Who::Frame { .. } | Who::FutureAwait { .. } => task,
            };
            Rung {
                number,
                depth: usize::from(row.depth),
                text: row.text(trace.tables()),
                event: row.first_event as usize,
                task,
            }
        })
        .collect()
}

fn lanes(detail: Detail, trace: &Trace) -> Lanes {
    let shown: Vec<&Lane> = trace
        .lanes()
        .iter()
        .filter(|lane| detail == Detail::Exact || !lane.shutdown)
        .take(LANES_SHOWN)
        .collect();
    let mut places = BTreeMap::new();
    let mut lanes = Vec::new();
    for lane in &shown {
        places.insert(lane.task, lanes.len());
        let (label, hue) = name_of(lane, trace);
        lanes.push(LaneView {
            task: lane.task,
            label,
            hue,
            segments: lane.segments.clone(),
            marks: Vec::new(),
        });
    }
    let labels: Vec<String> = lanes.iter().map(|lane: &LaneView| lane.label.clone()).collect();
    for (lane, task) in lanes.iter_mut().zip(shown) {
        if labels.iter().filter(|label| **label == lane.label).count() > 1 {
            lane.label = format!("{} {}", lane.label, number_of(task, trace));
        }
    }
    for mark in trace.marks().iter() {
        let place = mark.task.and_then(|task| places.get(&task));
        if let Some(lane) = place.and_then(|place| lanes.get_mut(*place)) {
            lane.marks.push((mark.event, mark.clock_ns, mark.kind));
        }
    }
    Lanes { end_ns: trace.latest().clock_ns, lanes, len: trace.len(), folds: Folds::of(trace) }
}

/// A task's number, to tell those apart that go by the same name.
fn number_of(lane: &Lane, trace: &Trace) -> u32 {
    trace.latest().futures.get(lane.task).map_or(lane.task.0, |future| future.ordinal)
}

/// A task's label and hue; if the end of the run has forgotten it, as it was when its state last changed.
fn name_of(lane: &Lane, trace: &Trace) -> (String, Hue) {
    let name = |world: &World| (world.label(lane.task, trace.tables()), state::hue(lane.task, world));
    if trace.latest().futures.contains(lane.task) {
        return name(trace.latest());
    }
    let last = lane.segments.last().map_or(0, |segment| segment.event as usize);
    name(&trace.seek(last))
}
