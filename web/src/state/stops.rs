//! Where one can stop in a recorded run, at each granularity.

use super::Rung;
use loopglass_trace::{Control, Event, Trace, World};

/// How far a step goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Granularity {
    /// To where control is handed over.
    Handoff,
    /// To the next line of the script.
    Line,
    /// To the next handle in the running slot.
    TaskStep,
    /// To the next iteration of the loop.
    Iteration,
}

/// A recorded run, as far as stepping needs it. A stop is the index of the event one stands after.
pub trait Stops {
    /// How many events there are.
    fn len(&self) -> usize;
    /// The first stop after `from`; at the last one, the end of the run if that is further.
    fn next(&self, from: usize, by: Granularity) -> Option<usize>;
    /// The last stop before `from`.
    fn previous(&self, from: usize, by: Granularity) -> Option<usize>;
    /// How many stops there are.
    fn count(&self, by: Granularity) -> usize;
    /// The stop of that number, from 0.
    fn nth(&self, number: usize, by: Granularity) -> Option<usize>;
    /// How many stops are at or before `from`.
    fn number(&self, from: usize, by: Granularity) -> usize;
    /// The next event that prints.
    fn next_print(&self, from: usize) -> Option<usize>;
    /// The event before that prints.
    fn previous_print(&self, from: usize) -> Option<usize>;
    /// The next event with which another task begins to run.
    fn next_task_change(&self, from: usize) -> Option<usize>;
}

/// The stops of a trace.
pub struct TraceStops<'a>(pub &'a Trace);

impl TraceStops<'_> {
    fn all(&self, by: Granularity) -> Vec<usize> {
        let stop = |event: &Event| match by {
            Granularity::Handoff => matches!(
                event,
                Event::RunStarted
                    | Event::FrameEntered { .. }
                    | Event::FrameSuspended { .. }
                    | Event::FrameReturned { .. }
                    | Event::HandleBegan { .. }
                    | Event::HandleEnded { .. }
                    | Event::LoopEntered { .. }
            ),
            Granularity::Line => matches!(event, Event::Line { .. }),
            Granularity::TaskStep => matches!(event, Event::HandleBegan { .. }),
            Granularity::Iteration => matches!(event, Event::IterationBegan { .. }),
        };
        let mut all: Vec<usize> =
            self.0.events(0).enumerate().filter(|(_, event)| stop(event)).map(|(at, _)| at).collect();
        let last = self.0.len().saturating_sub(1);
        if all.first() != Some(&0) {
            all.insert(0, 0);
        }
        if all.last() != Some(&last) {
            all.push(last);
        }
        all
    }

    fn find(&self, from: usize, wanted: impl Fn(&Event) -> bool) -> Option<usize> {
        self.0.events(from + 1).position(wanted).map(|at| from + 1 + at)
    }

    /// The rows of control up to an event.
    pub fn rungs(&self, to: usize) -> Vec<Rung> {
        let mut world = World::default();
        let mut rungs: Vec<Rung> = Vec::new();
        let tables = self.0.tables();
        for (at, event) in self.0.events(0).enumerate().take(to + 1) {
            world.apply(event, tables);
            let Some(top) = world.control.last() else { continue };
            let text = match *top {
                Control::Frame(frame) => match world.frames.get(frame).and_then(|frame| frame.code) {
                    Some(code) => format!("{}()", tables.function_name(code)),
                    None => "__await__".to_owned(),
                },
                Control::Loop(_) => "event-loop".to_owned(),
                Control::Handle(_) => "step".to_owned(),
            };
            let depth = world.control.len() - 1;
            if rungs.last().is_none_or(|last| last.text != text || last.depth != depth) {
                rungs.push(Rung { number: rungs.len() + 1, depth, text, event: at });
            }
        }
        rungs
    }
}

impl Stops for TraceStops<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn next(&self, from: usize, by: Granularity) -> Option<usize> {
        self.all(by).into_iter().find(|stop| *stop > from)
    }

    fn previous(&self, from: usize, by: Granularity) -> Option<usize> {
        self.all(by).into_iter().rev().find(|stop| *stop < from)
    }

    fn count(&self, by: Granularity) -> usize {
        self.all(by).len()
    }

    fn nth(&self, number: usize, by: Granularity) -> Option<usize> {
        self.all(by).get(number).copied()
    }

    fn number(&self, from: usize, by: Granularity) -> usize {
        self.all(by).partition_point(|stop| *stop <= from)
    }

    fn next_print(&self, from: usize) -> Option<usize> {
        self.find(from, |event| matches!(event, Event::Printed { .. }))
    }

    fn previous_print(&self, from: usize) -> Option<usize> {
        (0..from).rev().find(|at| matches!(self.0.event(*at), Some(Event::Printed { .. })))
    }

    fn next_task_change(&self, from: usize) -> Option<usize> {
        self.find(from, |event| matches!(event, Event::HandleBegan { .. }))
    }
}
