//! The Loopglass page: a learner's asyncio script, run, recorded and stepped through.

mod app;
mod driver;
mod editor;
mod elements;
mod export;
mod histories;
mod moment;
mod panels;
mod stage;
mod state;
mod timeline;

use cap::Cap;
use std::alloc::System;

/// Counts what is allocated, for the limit of memory of a run.
#[global_allocator]
pub(crate) static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// Leaves the words of a panic where `web/js/rescue.mjs` finds them: what follows is a trap without any.
fn leave_last_words() {
    std::panic::set_hook(Box::new(|info| driver::dom::set_root_data("panic", &info.to_string())));
}

fn main() {
    leave_last_words();
    yew::Renderer::<app::App>::new().render();
}
