//! Which lines begin in which frame, and where each line begins. Only stepping over and breakpoints ask for that, so it
//! is built once one of them does, as far as the trace has come.

use super::Trace;
use crate::event::Event;
use crate::fold::Sequence;
use crate::ids::FrameId;
use crate::world::Control;
use std::cell::Ref;

/// A line number comes from a script whose size is bounded; a foreign trace's may not be.
const MOST_LINES: usize = 1 << 20;

/// What is known of the lines so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Lined {
    /// How many events it has seen.
    seen: usize,
    /// Who has control after them.
    control: Vec<Control>,
    /// The frame of each line event, by its number.
    frames: Sequence<u32>,
    /// By line number, the events where that line begins, other than in stretches.
    by_line: Vec<Sequence<u32>>,
}

impl Lined {
    /// The frame in which the line event of a number begins a line.
    pub(super) fn frame(&self, number: usize) -> Option<FrameId> {
        self.frames.get(number).map(FrameId)
    }

    /// The events where any of these lines begins, a list for each.
    pub(super) fn lists<'a>(&'a self, lines: &'a [u32]) -> impl Iterator<Item = &'a Sequence<u32>> {
        lines.iter().filter_map(|line| self.by_line.get(*line as usize))
    }

    fn see(&mut self, index: usize, event: &Event, pattern: &Sequence<u32>) {
        match *event {
            Event::Line { line } => {
                let frame = match self.control.last() {
                    Some(Control::Frame(frame)) => frame.0,
                    _ => u32::MAX,
                };
                self.frames.push(frame);
                let line = line as usize;
                if line < MOST_LINES {
                    if self.by_line.len() <= line {
                        self.by_line.resize_with(line + 1, || Sequence::like(pattern));
                    }
                    self.by_line[line].push(index as u32);
                }
            }
            Event::FrameEntered { frame, .. } => self.control.push(Control::Frame(frame)),
            Event::FrameSuspended { frame, .. }
            | Event::FrameReturned { frame, .. }
            | Event::FrameRaised { frame, .. } => self.leave(|holder| *holder == Control::Frame(frame)),
            Event::LoopEntered { event_loop } => self.control.push(Control::Loop(event_loop)),
            Event::LoopLeft { event_loop } => self.leave(|holder| *holder == Control::Loop(event_loop)),
            Event::HandleBegan { handle } => self.control.push(Control::Handle(handle)),
            Event::HandleEnded { handle } => self.leave(|holder| *holder == Control::Handle(handle)),
            Event::WorkerEntered { .. } => self.control.push(Control::Worker(0)),
            Event::WorkerLeft => self.leave(|holder| matches!(holder, Control::Worker(_))),
            _ => {}
        }
    }

    fn leave(&mut self, is_it: impl Fn(&Control) -> bool) {
        if let Some(place) = self.control.iter().rposition(is_it) {
            self.control.truncate(place);
        }
    }
}

impl Trace {
    /// What is known of the lines, up to the last event that [`Trace::catch_up`] saw.
    pub(super) fn lined(&self) -> Ref<'_, Lined> {
        // It is being read already: then it was brought up to date, and the trace cannot have grown since.
        if let Ok(mut lined) = self.lined.try_borrow_mut() {
            self.bring_up_lines(&mut lined);
        }
        self.lined.borrow()
    }

    fn bring_up_lines(&self, lined: &mut Lined) {
        let pattern = self.index.stops.none();
        if lined.seen == 0 {
            lined.frames = Sequence::like(pattern);
        }
        while lined.seen < self.index.seen() {
            let from = lined.seen;
            if let Some((stretch, start, end)) = self.stretch_at(from) {
                let end = end.min(self.index.seen());
                let lines = stretch.lines_before(end - start) - stretch.lines_before(from - start);
                lined.frames.push_times(stretch.frame().0, lines);
                lined.seen = end;
                continue;
            }
            lined.seen = self.events.next_made(from).min(self.index.seen());
            for (place, event) in self.events.iter_from(from).take(lined.seen - from).enumerate() {
                lined.see(from + place, &event, pattern);
            }
        }
    }
}
