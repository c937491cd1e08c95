//! Measures recording, folding and seeking on random runs: `cargo run --release -p loopglass-trace --features
//! samples --example measure`. Times are of this machine, printed and not judged.
#![allow(clippy::disallowed_types, reason = "it measures real time")]

use loopglass_trace::{Event, Settings, Trace, World, samples::simulated};
use std::hint::black_box;
use std::time::Instant;

fn main() {
    for (tasks, events) in [(10_000, 1_000_000), (3, 1_000_000), (100, 1_000_000)] {
        println!("{tasks} tasks, {events} events");
        let trace = simulated(1, tasks, events);
        let recorded: Vec<Event> = trace.events(0).collect();
        let each = |what: &str, start: Instant, count: usize| {
            println!("  {what:<28}{:>10.1} ns", start.elapsed().as_nanos() as f64 / count as f64);
        };

        let start = Instant::now();
        let mut copy = Trace::new("", "copy.py", Settings::default());
        recorded.iter().for_each(|event| copy.push(*event));
        each("push", start, black_box(copy.len()));

        let start = Instant::now();
        let mut world = World::default();
        recorded.iter().for_each(|event| world.apply(event, trace.tables()));
        each("apply", start, recorded.len());

        let start = Instant::now();
        (0..1_000).for_each(|_| drop(black_box(world.clone())));
        each("clone", start, 1_000);

        let mut indexed = trace.clone();
        drop(trace);
        indexed.forget_index();
        let before = resident_kb();
        let start = Instant::now();
        indexed.catch_up();
        each("catch_up", start, recorded.len());
        println!("  index {} kB", resident_kb().saturating_sub(before));
        let trace = indexed;

        let start = Instant::now();
        (0..300).for_each(|turn| drop(black_box(trace.seek(turn * 7_919 * 37 % trace.len()))));
        each("seek", start, 300);
        println!(
            "  frames {}, futures {}, handles {}",
            world.frames.len(),
            world.futures.len(),
            world.handles.len()
        );
    }
}

/// Memory of this process, where the system tells.
fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
