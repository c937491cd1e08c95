//! Calls that come and go: when the frame of a plain function has returned, all that it leaves behind is time that has
//! passed and lines to stop at. Where such a call lies whole among the events at hand, the index need not go through it.

use super::RECENT;
use super::index::Index;
use crate::event::{Event, FrameKind, Picture};
use crate::ids::FrameId;
use crate::tables::Tables;

/// Which of some events begin a call that comes and goes among them.
struct Calls {
    /// For each event that does, how many come before the first one after the call; zero for all others.
    ends: [u16; RECENT],
    /// So many of the events were looked at.
    scanned: usize,
    /// The calls that are under way where it looks.
    open: Vec<Open>,
}

struct Open {
    frame: FrameId,
    begin: usize,
    entered: bool,
}

/// Whether to bind a value to a variable changes nothing but the variable.
fn names_nothing(value: &Picture) -> bool {
    !matches!(value, Picture::Future(_) | Picture::Primitive(_))
}

impl Calls {
    /// Before which event the call is over that begins with this one, if it is.
    fn end(&mut self, events: &[Event], begin: usize) -> Option<usize> {
        if begin >= self.scanned {
            self.scanned = begin + self.scan(events, begin);
        }
        self.ends.get(begin).map(|end| usize::from(*end)).filter(|end| *end > 0)
    }

    /// Looks at the events from a call on until it is over, or something else happens in it; tells how many these are.
    fn scan(&mut self, events: &[Event], begin: usize) -> usize {
        self.open.clear();
        for (at, event) in events.iter().enumerate().skip(begin) {
            let top = self.open.last_mut();
            match (event, top) {
                (Event::Line { .. } | Event::ExceptionRaised { .. }, Some(top)) if top.entered => {}
                (Event::LocalBound { frame, value, .. }, Some(top))
                    if top.frame == *frame && names_nothing(value) => {}
                (Event::LocalUnbound { frame, .. }, Some(top)) if top.frame == *frame => {}
                (Event::FrameEntered { frame, resumed: false }, Some(top))
                    if top.frame == *frame && !top.entered =>
                {
                    top.entered = true;
                }
                (Event::FrameReturned { frame, .. } | Event::FrameRaised { frame, .. }, Some(top))
                    if top.frame == *frame && top.entered =>
                {
                    self.ends[top.begin] = (at + 1) as u16;
                    self.open.pop();
                    if self.open.is_empty() {
                        return at + 1 - begin;
                    }
                }
                (Event::FrameCreated { frame, kind: FrameKind::Function, .. }, top)
                    if top.as_ref().is_none_or(|top| top.entered) =>
                {
                    self.open.push(Open { frame: *frame, begin: at, entered: false });
                }
                _ => return at - begin,
            }
        }
        events.len() - begin
    }
}

impl Index {
    /// Takes note of the next events, passing by calls that come and go.
    pub(super) fn see_all(&mut self, events: &[Event], tables: &Tables) {
        for events in events.chunks(RECENT) {
            let mut calls = Calls { ends: [0; RECENT], scanned: 0, open: Vec::new() };
            let mut at = 0;
            while let Some(event) = events.get(at) {
                if let Event::FrameCreated { kind: FrameKind::Function, .. } = event
                    && let Some(end) = calls.end(events, at)
                    && self.passes_by(end - at)
                {
                    self.pass_by(&events[at..end], tables);
                    at = end;
                    continue;
                }
                self.see(event, tables);
                at += 1;
            }
        }
    }

    /// Whether a call of so many events can be passed by: nothing is due before it is over, and nobody looks at whether
    /// control is kept.
    fn passes_by(&mut self, events: usize) -> bool {
        self.seen() + events < self.next_due as usize
            && self.world.is_plain()
            && self.essentials.parts().1.is_settled()
    }

    fn pass_by(&mut self, events: &[Event], tables: &Tables) {
        let (mut lines, mut calls) = (0, 0);
        for (event, index) in events.iter().zip(self.world.events..) {
            match event {
                Event::Line { .. } => {
                    self.stops.lines.push(index);
                    lines += 1;
                }
                Event::FrameEntered { .. } => calls += 1,
                _ => {}
            }
        }
        self.world.passed(events.len() as u32, lines, tables);
        self.essentials.parts().1.passed(calls);
    }
}
