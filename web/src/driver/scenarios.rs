//! The catalogue of example programs, as the page shows it.

/// An example program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scenario {
    /// A short name that does not change.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What the menu groups it under.
    pub group: &'static str,
    /// One line on what to watch.
    pub watch: &'static str,
    /// The script.
    pub source: &'static str,
}

/// All of them, in reading order; the first is what the page opens with.
pub fn catalogue() -> &'static [Scenario] {
    &[Scenario {
        id: "triple",
        title: "Following control: triple",
        group: "Control",
        watch: "Who has control, row by row, when one task awaits another.",
        source: "\
import asyncio

async def triple(val: int):
    return val * 3

async def main():
    triple_task = asyncio.Task(coro=triple(val=5))
    tripled_val = await triple_task
    return tripled_val + 2

loop = asyncio.new_event_loop()
main_task = asyncio.Task(main(), loop=loop)
loop.run_forever()
",
    }]
}
