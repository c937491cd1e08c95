//! The ladder with all that is inside asyncio. Few readers look at it, and the other one takes a good part of what
//! recording takes: so this one is built once somebody asks for it, as far as the trace has come.

use super::Trace;
use crate::ladder::{Detail, Ladder};
use crate::world::World;
use std::cell::Ref;
use std::ops::Deref;

/// The ladder, and the world after the last event that it has seen.
#[derive(Clone, Debug)]
pub(super) struct Exact {
    world: World,
    ladder: Ladder,
}

impl Default for Exact {
    fn default() -> Self {
        Exact { world: World::default(), ladder: Ladder::new(Detail::Exact) }
    }
}

/// A ladder to read.
pub enum LadderRef<'a> {
    /// One that was built while the run was recorded.
    Built(&'a Ladder),
    /// One that was built when it was asked for.
    Asked(Ref<'a, Ladder>),
}

impl Deref for LadderRef<'_> {
    type Target = Ladder;

    fn deref(&self) -> &Ladder {
        match self {
            LadderRef::Built(ladder) => ladder,
            LadderRef::Asked(ladder) => ladder,
        }
    }
}

impl Trace {
    /// The ladder of who has control.
    pub fn ladder(&self, detail: Detail) -> LadderRef<'_> {
        if detail == Detail::Essentials {
            return LadderRef::Built(&self.index.essentials);
        }
        // It is being read already: then it was brought up to date, and the trace cannot have grown since.
        if let Ok(mut exact) = self.exact.try_borrow_mut() {
            self.bring_up(&mut exact);
        }
        LadderRef::Asked(Ref::map(self.exact.borrow(), |exact| &exact.ladder))
    }

    fn bring_up(&self, exact: &mut Exact) {
        if exact.world.events == 0 {
            exact.ladder = Ladder::like(&self.index.essentials, Detail::Exact);
        }
        while (exact.world.events as usize) < self.index.seen() {
            let from = exact.world.events as usize;
            if let Some((stretch, start, end)) = self.stretch_at(from) {
                let end = end.min(self.index.seen());
                exact.world.jump(start, stretch.frame(), &stretch.jump(end - start));
                continue;
            }
            let until = self.events.next_made(from).min(self.index.seen());
            for event in self.events.iter_from(from).take(until - from) {
                let index = exact.world.events;
                exact.world.apply(&event, &self.tables);
                exact.ladder.see(index, &event, &exact.world, &self.tables);
            }
        }
    }
}
