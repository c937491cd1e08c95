//! A moment of a run: the world after one event, and the pictures that panels draw of it. Moving to a
//! neighbouring moment applies the events between; anything else seeks a keyframe.

use crate::panels::RUNGS_AT_FIRST;
use crate::state::{
    self, CodePicture, ConsoleLine, Explanation, Hood, Hue, LOOKED_AT, Rung, Rungs, Source, StagePicture,
    State, View,
};
use crate::timeline::{Folds, LaneView, Lanes};
use loopglass_trace::{Detail, FutureId, Lane, Trace, Who, World};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// How many rows of the ladder can be scrolled back to: browsers know no longer lists.
const RUNGS_KEPT: usize = 500_000;
/// The lanes that are composed before it is known how many are in view.
const LANES_AT_FIRST: Range<usize> = 0..34;
/// How far back a row's task is looked for.
const RUNGS_LOOKED_AT: usize = 400;

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
    /// The ladder, as far as it is in view.
    pub rungs: Rc<Rungs>,
    /// How much of the stage is in view.
    pub view: View,
    /// Which rows of the ladder are in view, counted from the last.
    pub rungs_view: Range<usize>,
    /// The task that runs.
    pub running: Option<FutureId>,
    /// The histories of the tasks, over the whole run.
    pub lanes: Rc<Lanes>,
    /// Which of them are in view.
    pub lanes_view: Range<usize>,
    /// The names of tasks of this run that had to be looked for.
    names: Vec<(FutureId, String, Hue)>,
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
            rungs: Rc::default(),
            view: View::default(),
            rungs_view: RUNGS_AT_FIRST,
            running: None,
            lanes: Rc::default(),
            lanes_view: LANES_AT_FIRST,
            names: Vec::new(),
            position: 0,
            count: 0,
            can_back: false,
            can_forward: false,
        }
    }

    /// Moves to where the state's cursor is, and composes all pictures anew.
    pub fn refresh(&mut self, state: &State, trace: &Trace) {
        let since = trace.previous_stop(state.cursor, state.granularity, state.detail);
        let (since, before) = self.travel(since, state.cursor, trace);
        let source = Source { world: &self.world, tables: trace.tables(), detail: state.detail };
        let event = trace.event(state.cursor);
        self.clock_ns = self.world.clock_ns;
        self.running = self.world.current_task();
        self.stage = Rc::new(state::stage(source, &self.view));
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
        self.look_at_rungs(state, trace);
        self.count(state, trace);
    }

    /// Composes the stage anew: something else of it is in view.
    pub fn look_at_stage(&mut self, state: &State, trace: &Trace) {
        let source = Source { world: &self.world, tables: trace.tables(), detail: state.detail };
        self.stage = Rc::new(state::stage(source, &self.view));
    }

    /// Composes the ladder's rows that are in view.
    pub fn look_at_rungs(&mut self, state: &State, trace: &Trace) {
        self.rungs = Rc::new(rungs(state, trace, &self.rungs_view));
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
        self.lanes = Rc::new(lanes(detail, trace, &self.lanes_view, &mut self.names));
    }

    /// Forgets the run.
    pub fn forget(&mut self) {
        self.world = World::default();
        self.names.clear();
        self.lanes_view = LANES_AT_FIRST;
    }

    /// Brings the world to what is true after event `to`. Returns what was true before it, and before that: what was
    /// true after event `since`, or so far back as is of interest.
    fn travel(&mut self, since: Option<usize>, to: usize, trace: &Trace) -> (Option<World>, World) {
        let since = since.filter(|since| *since < to).map(|since| {
            trace.move_to(&mut self.world, since.max(to.saturating_sub(LOOKED_AT)));
            self.world.clone()
        });
        if to == 0 {
            self.world = World::default();
        } else {
            trace.move_to(&mut self.world, to - 1);
        }
        let before = self.world.clone();
        trace.move_to(&mut self.world, to);
        (since, before)
    }
}

/// The rows of the ladder that are in view, counted from the last.
fn rungs(state: &State, trace: &Trace, view: &Range<usize>) -> Rungs {
    let ladder = trace.ladder(state.detail);
    let count = ladder.count_until(state.cursor);
    let kept = count.min(RUNGS_KEPT);
    let (after, until) = (view.start.min(kept), view.end.min(kept));
    let first = count - until;
    let looked = first.saturating_sub(RUNGS_LOOKED_AT);
    // A row belongs to the task whose step it lies under.
    let mut task = None;
    let rows =
        ladder.rows_from(looked).take(count - after - looked).zip(looked..).filter_map(|(row, index)| {
            task = match row.who {
                Who::Program | Who::EventLoop | Who::Callback { .. } => None,
                Who::Task { task, .. } => Some(task),
                Who::Frame { .. } | Who::FutureAwait { .. } => task,
            };
            (index >= first).then(|| Rung {
                number: index + 1,
                depth: usize::from(row.depth),
                text: row.text(trace.tables()),
                event: row.first_event as usize,
                task,
            })
        });
    Rungs { rows: rows.collect(), before: kept - until, after }
}

/// The lanes in `view`, of all that there are.
fn lanes(
    detail: Detail,
    trace: &Trace,
    view: &Range<usize>,
    names: &mut Vec<(FutureId, String, Hue)>,
) -> Lanes {
    let all: Vec<&Lane> =
        trace.lanes().iter().filter(|lane| detail == Detail::Exact || !lane.shutdown).collect();
    let first = view.start.min(all.len());
    let shown = all.get(first..view.end.min(all.len()).max(first)).unwrap_or_default();
    let mut places = BTreeMap::new();
    let mut lanes: Vec<LaneView> = Vec::new();
    for lane in shown {
        places.insert(lane.task, lanes.len());
        let (label, hue) = name_of(lane, trace, names);
        let segments = lane.segments.clone();
        lanes.push(LaneView { task: lane.task, label, hue, segments, marks: Vec::new() });
    }
    let labels: Vec<String> = lanes.iter().map(|lane| lane.label.clone()).collect();
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
    let tasks = all.iter().map(|lane| lane.task).collect();
    Lanes { tasks, first, lanes, len: trace.len(), end_ns: trace.latest().clock_ns, folds: Folds::of(trace) }
}

/// A task's number, to tell those apart that go by the same name.
fn number_of(lane: &Lane, trace: &Trace) -> u32 {
    trace.latest().futures.get(lane.task).map_or(lane.task.0, |future| future.ordinal)
}

/// A task's label and hue; if the end of the run has forgotten it, as it was when its state last changed, which takes a
/// while to find.
fn name_of(lane: &Lane, trace: &Trace, names: &mut Vec<(FutureId, String, Hue)>) -> (String, Hue) {
    let name = |world: &World| (world.label(lane.task, trace.tables()), state::hue(lane.task, world));
    if trace.latest().futures.contains(lane.task) {
        return name(trace.latest());
    }
    let last = lane.segments.last().map_or(0, |segment| segment.event as usize);
    if let Some((_, label, hue)) = names.iter().find(|(task, ..)| *task == lane.task) {
        return (label.clone(), *hue);
    }
    let (label, hue) = name(&trace.seek(last));
    names.push((lane.task, label.clone(), hue));
    (label, hue)
}
