//! Plain code: lines, and variables that are bound. Where a frame goes on for some events with nothing else, what counts
//! in the end is its last line, the last value of each variable, the time that has passed, and where one may stop. Of a
//! plain function that is called and has returned only the time and the lines are left. So where such events are at hand
//! together, the index takes note of all of them at once.

use super::RECENT;
use super::index::Index;
use crate::event::{Event, FrameKind, Picture};
use crate::ids::{FrameId, TextId};
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

/// Whether an event may be one of plain code.
fn may_be_plain(event: &Event) -> bool {
    matches!(
        event,
        Event::Line { .. } | Event::LocalBound { .. } | Event::FrameCreated { kind: FrameKind::Function, .. }
    )
}

impl Index {
    /// Takes note of the next events, of plain code all at once.
    pub(super) fn see_all(&mut self, events: &[Event], tables: &Tables) {
        let mut bound = Vec::new();
        for events in events.chunks(RECENT) {
            let mut calls = Calls { ends: [0; RECENT], scanned: 0, open: Vec::new() };
            let mut rest = events;
            while let [event, after @ ..] = rest {
                let begins = match event {
                    Event::Line { .. } | Event::LocalBound { .. } => {
                        matches!(after, [next, ..] if may_be_plain(next))
                    }
                    Event::FrameCreated { kind, .. } => *kind == FrameKind::Function,
                    _ => false,
                };
                let at = events.len() - rest.len();
                let passed =
                    if begins { self.see_plain(events, at, &mut calls, &mut bound, tables) } else { 0 };
                rest = if passed > 0 { &rest[passed..] } else { after };
                if passed == 0 {
                    self.see(event, tables);
                }
            }
        }
    }

    /// Takes note of plain code that begins with an event, as far as nothing is due before it ends. Tells how many events
    /// these are: none, where somebody looks at whether control is kept.
    #[inline(never)]
    fn see_plain(
        &mut self,
        events: &[Event],
        begin: usize,
        calls: &mut Calls,
        bound: &mut Vec<(TextId, Picture)>,
        tables: &Tables,
    ) -> usize {
        if !self.world.is_plain() || !self.essentials.parts().1.is_settled() {
            return 0;
        }
        let Some(top) = self.world.top_frame() else { return 0 };
        let last = events.len().min(begin + (self.next_due as usize).saturating_sub(self.seen() + 1));
        let (mut at, mut last_line, mut lines, mut called) = (begin, None, 0, 0);
        bound.clear();
        while at < last {
            match &events[at] {
                Event::Line { line } => {
                    self.stops.lines.push(self.world.events + (at - begin) as u32);
                    lines += 1;
                    last_line = Some(*line);
                    at += 1;
                }
                Event::LocalBound { frame, name, value } if *frame == top && names_nothing(value) => {
                    match bound.iter_mut().find(|(known, _)| known == name) {
                        Some((_, known)) => *known = *value,
                        None => bound.push((*name, *value)),
                    }
                    at += 1;
                }
                Event::FrameCreated { kind: FrameKind::Function, .. } => {
                    let Some(end) = calls.end(events, at).filter(|end| *end <= last) else { break };
                    for (event, index) in
                        events[at..end].iter().zip(self.world.events + (at - begin) as u32..)
                    {
                        match event {
                            Event::Line { .. } => {
                                self.stops.lines.push(index);
                                lines += 1;
                            }
                            Event::FrameEntered { .. } => called += 1,
                            _ => {}
                        }
                    }
                    at = end;
                }
                _ => break,
            }
        }
        self.world.went_on(top, last_line, bound);
        self.world.passed((at - begin) as u32, lines, tables);
        self.essentials.parts().1.passed(called);
        at - begin
    }
}
