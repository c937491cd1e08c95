//! The Loopglass page: a learner's asyncio script, run, recorded and stepped through.

mod app;
mod driver;
mod editor;
mod moment;
mod panels;
mod stage;
mod state;
mod timeline;

fn main() {
    yew::Renderer::<app::App>::new().render();
}
