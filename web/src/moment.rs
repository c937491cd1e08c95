//! A moment of a run: the world after one event, and the pictures that panels draw of it. Moving to a
//! neighbouring moment applies the events between; anything else seeks.

use crate::state::{
    self, CodePicture, ConsoleLine, Explanation, Rung, Source, StagePicture, State, Stops, TraceStops,
};
use loopglass_trace::{Trace, World};
use std::rc::Rc;

/// How many events forward are applied one by one before seeking is quicker.
const STRIDE: usize = 2_000;
/// How many rows of the ladder are shown.
const RUNGS_SHOWN: usize = 300;

/// What the panels show of one moment.
pub struct Moment {
    world: World,
    at: usize,
    /// The stage.
    pub stage: Rc<StagePicture>,
    /// What the run adds to the source.
    pub code: Rc<CodePicture>,
    /// What happened.
    pub explanation: Rc<Explanation>,
    /// The console's last lines.
    pub console: Rc<[ConsoleLine]>,
    /// How many writes are not shown.
    pub console_earlier: usize,
    /// The ladder.
    pub rungs: Rc<[Rung]>,
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
            at: usize::MAX,
            stage: Rc::default(),
            code: Rc::default(),
            explanation: Rc::default(),
            console: Rc::new([]),
            console_earlier: 0,
            rungs: Rc::new([]),
            position: 0,
            count: 0,
            can_back: false,
            can_forward: false,
        }
    }

    /// Moves to where the state's cursor is, and composes all pictures anew.
    pub fn refresh(&mut self, state: &State, trace: &Trace) {
        self.travel(state.cursor, trace);
        let source = Source { world: &self.world, tables: trace.tables(), detail: state.detail };
        let event = trace.event(state.cursor);
        self.stage = Rc::new(state::stage(source));
        let code =
            if state.edited() { CodePicture::default() } else { state::code(source, &state.source, event) };
        self.code = Rc::new(code);
        self.explanation = Rc::new(state::explain(source, event));
        let (lines, earlier) = state::console(source);
        self.console = lines.into();
        self.console_earlier = earlier;
        let stops = TraceStops(trace);
        let rungs = stops.rungs(state.cursor);
        self.rungs = rungs[rungs.len().saturating_sub(RUNGS_SHOWN)..].into();
        self.count(state, trace);
    }

    /// Counts steps anew, without composing: the run has grown.
    pub fn count(&mut self, state: &State, trace: &Trace) {
        let stops = TraceStops(trace);
        self.position = stops.number(state.cursor, state.granularity);
        self.count = stops.count(state.granularity);
        self.can_back = state.cursor > 0;
        self.can_forward = state.cursor + 1 < trace.len();
    }

    /// Forgets the run.
    pub fn forget(&mut self) {
        self.at = usize::MAX;
    }

    fn travel(&mut self, to: usize, trace: &Trace) {
        if self.at == to {
            return;
        }
        if self.at < to && to - self.at <= STRIDE {
            for event in trace.events(self.at + 1).take(to - self.at) {
                self.world.apply(event, trace.tables());
            }
        } else {
            self.world = trace.seek(to);
        }
        self.at = to;
    }
}
