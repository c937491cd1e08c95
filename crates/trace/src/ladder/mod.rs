//! The ladder of who has control: program, event loop, `Task.step`, coroutine, `__await__`, and back. Each
//! handoff of control is a row; stepping by handoff is walking the rows.

mod build;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

use crate::event::Event;
use crate::fold::{Items, Sequence};
use crate::ids::{CodeId, FrameId, FutureId, HandleId, TextId};
use crate::tables::Tables;
use crate::world::{Label, World};

pub(crate) use build::Builder;

/// How much of asyncio's inside is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Detail {
    /// Without the tasks by which `asyncio.run` shuts down and without asyncio's internal callbacks; a
    /// wakeup is a step.
    #[default]
    Essentials,
    /// All of it, with CPython's names.
    Exact,
}

/// One handoff: who got control, and with which event.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Row {
    /// The index of the event that gave it control.
    pub first_event: u32,
    /// How far it is indented, from 0.
    pub depth: u16,
    /// Who it is.
    pub who: Who,
}

/// A holder of control, as a row names it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Who {
    /// The script's top level, and the plain functions that it calls.
    Program,
    /// The event loop.
    EventLoop,
    /// `Task.step`, or `Task.wakeup` in [`Detail::Exact`].
    Task {
        /// The task.
        task: FutureId,
        /// What it was called then.
        label: Label,
        /// The handle that runs.
        handle: HandleId,
        /// Whether the row is a wakeup's.
        wakeup: bool,
    },
    /// Another callback.
    Callback {
        /// The function's name.
        name: TextId,
        /// The handle that runs.
        handle: HandleId,
    },
    /// A coroutine, an asynchronous generator, or a script's own `__await__`.
    Frame {
        /// The frame.
        frame: FrameId,
        /// Its code.
        code: CodeId,
    },
    /// `Future.__await__`.
    FutureAwait {
        /// The frame of its iterator.
        frame: FrameId,
        /// The future.
        future: FutureId,
        /// What it was called then.
        label: Label,
    },
}

impl Row {
    /// The row's text, without indentation: `main_task.step`, `main()`, `triple_task.__await__`.
    pub fn text(&self, tables: &Tables) -> String {
        match self.who {
            Who::Program => "program".to_owned(),
            Who::EventLoop => "event-loop".to_owned(),
            Who::Task { label, wakeup, .. } => {
                let method = if wakeup { "wakeup" } else { "step" };
                format!("{}.{method}", label.text(tables))
            }
            Who::Callback { name, .. } => called(tables.text(name)),
            Who::Frame { code, .. } => called(tables.function_name(code)),
            Who::FutureAwait { label, .. } => format!("{}.__await__", label.text(tables)),
        }
    }
}

/// A function's name with the parentheses of its call; special methods go without, as people write them.
fn called(name: &str) -> String {
    if name.ends_with("__") || name.ends_with(')') { name.to_owned() } else { format!("{name}()") }
}

/// The rows of a trace so far, at one level of detail.
#[derive(Clone, Debug, Default)]
pub struct Ladder {
    rows: Sequence<Row>,
    builder: build::Builder,
}

impl Ladder {
    /// An empty ladder.
    pub fn new(detail: Detail) -> Ladder {
        Ladder { rows: Sequence::default(), builder: build::Builder::new(detail) }
    }

    /// An empty ladder, folded if another one is.
    pub(crate) fn like(other: &Ladder, detail: Detail) -> Ladder {
        Ladder { rows: Sequence::like(&other.rows), builder: build::Builder::new(detail) }
    }

    /// How many rows there are so far.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row of a number, counted from 0.
    pub fn row(&self, number: usize) -> Option<Row> {
        self.rows.get(number)
    }

    /// All rows so far.
    pub fn rows(&self) -> Items<'_, Row> {
        self.rows_from(0)
    }

    /// The rows from that number on.
    pub fn rows_from(&self, number: usize) -> Items<'_, Row> {
        self.rows.iter_from(number)
    }

    /// How many rows begin with event `index` or before it; the last of them has control then.
    pub fn count_until(&self, index: usize) -> usize {
        self.rows.partition_point(|row| row.first_event as usize <= index)
    }

    /// The first row after event `index`.
    pub fn row_after(&self, index: usize) -> Option<Row> {
        self.rows.get(self.count_until(index))
    }

    /// The last row that begins before event `index`.
    pub fn row_before(&self, index: usize) -> Option<Row> {
        self.rows.get(self.count_until(index.checked_sub(1)?).checked_sub(1)?)
    }

    /// About how many bytes the rows take.
    pub(crate) fn bytes(&self) -> usize {
        self.rows.bytes()
    }

    /// The rows, and what is known beside them of who has control.
    pub(crate) fn parts(&mut self) -> (&mut Sequence<Row>, &mut Builder) {
        (&mut self.rows, &mut self.builder)
    }

    /// Takes note of the event at `index`, given the world after it.
    #[inline]
    pub(crate) fn see(&mut self, index: u32, event: &Event, world: &World, tables: &Tables) {
        if build::is_handoff(event) || self.builder.passes_through() {
            self.builder.see(&mut self.rows, index, event, world, tables);
        }
    }
}
