//! A moment of a run: the world after one event, and the pictures that panels draw of it. Moving to a
//! neighbouring moment applies the events between; anything else seeks a keyframe.

use crate::histories::Histories;
use crate::panels::RUNGS_AT_FIRST;
use crate::state::{
    self, CodePicture, ConsoleLine, Explanation, Hood, LOOKED_AT, Order, Passage, Rung, Rungs, Source,
    StagePicture, State, View, WRITES_AT_FIRST,
};
use crate::timeline::{Lanes, around};
use loopglass_trace::{FutureId, Trace, Who, World};
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
    /// How many writes the console shows.
    pub console_writes: usize,
    /// The ladder, as far as it is in view.
    pub rungs: Rc<Rungs>,
    /// How much of the stage is in view.
    pub view: View,
    /// Which rows of the ladder are in view, counted from the last.
    pub rungs_view: Range<usize>,
    /// Which of them are in view where the ladder is not scrolled: as many as its panel is high.
    pub rungs_at_end: Range<usize>,
    /// The task that runs.
    pub running: Option<FutureId>,
    /// The histories of the tasks, over the whole run.
    pub lanes: Rc<Lanes>,
    /// Which of them are in view.
    pub lanes_view: Range<usize>,
    histories: Histories,
    /// What has passed since the stop before.
    passage: Passage,
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
            console_writes: WRITES_AT_FIRST,
            rungs: Rc::default(),
            view: View::default(),
            rungs_view: RUNGS_AT_FIRST,
            rungs_at_end: RUNGS_AT_FIRST,
            running: None,
            lanes: Rc::default(),
            lanes_view: LANES_AT_FIRST,
            histories: Histories::default(),
            passage: Passage::default(),
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
        let order = Order::of(source);
        self.passage = state::passage(trace, since.as_ref(), state.cursor);
        self.stage = Rc::new(staged(source, &order, &self.view, &self.passage));
        let code = if state.edited() {
            CodePicture::default()
        } else {
            state::code(source, &order, &state.source, event.as_ref())
        };
        self.code = Rc::new(code);
        self.explanation = Rc::new(state::explain(source, trace, &before, state.cursor, since));
        self.hood = Rc::new(state::hood(source, trace, &before, state.cursor));
        self.look_at_console(state, trace);
        self.look_at_rungs(state, trace);
        self.count(state, trace);
        // The lane of what runs is scrolled into view: were it found then that it is not composed, all would be drawn twice.
        let place = self.running.and_then(|task| self.lanes.place(task));
        let there = self.lanes.first..self.lanes.first + self.lanes.lanes.len();
        if let Some(wanted) = place.and_then(|place| around(place, &there, self.lanes.count())) {
            self.lanes_view = wanted;
            self.draw_lanes(state, trace);
        }
    }

    /// Composes the stage anew: something else of it is in view.
    pub fn look_at_stage(&mut self, state: &State, trace: &Trace) {
        let source = Source { world: &self.world, tables: trace.tables(), detail: state.detail };
        self.stage = Rc::new(staged(source, &Order::of(source), &self.view, &self.passage));
    }

    /// Composes the console's last lines, as many as someone has scrolled back to.
    pub fn look_at_console(&mut self, state: &State, trace: &Trace) {
        let source = Source { world: &self.world, tables: trace.tables(), detail: state.detail };
        let (lines, earlier) = state::console(source, trace.marks(), self.console_writes);
        self.console = lines.into();
        self.console_earlier = earlier;
    }

    /// Takes over which rows of the ladder are in view.
    pub fn show_rungs(&mut self, view: Range<usize>) {
        if view.start == 0 {
            self.rungs_at_end = view.clone();
        }
        self.rungs_view = view;
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
    pub fn draw_lanes(&mut self, state: &State, trace: &Trace) {
        self.lanes = Rc::new(self.histories.lanes(state, trace, &self.lanes_view));
    }

    /// Forgets the run.
    pub fn forget(&mut self) {
        self.world = World::default();
        self.histories = Histories::default();
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

/// The stage, with what has passed.
fn staged(source: Source<'_>, order: &Order<'_>, view: &View, passage: &Passage) -> StagePicture {
    let mut stage = state::stage(source, order, view);
    stage.pass(passage);
    stage
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
