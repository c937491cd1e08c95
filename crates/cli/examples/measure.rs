//! Runs a script with its trace recorded and prints what that took: `cargo run --release -p loopglass-cli
//! --example measure FILE`. `cargo xtask bench` reads it. What the script prints goes to standard output, the
//! figures to standard error.
#![allow(clippy::disallowed_types, reason = "it measures real time")]

use std::process::ExitCode;
use std::time::Instant;

use cap::Cap;
use loopglass_executor::{Session, Settings, Status};
use loopglass_trace::{Trace, World};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: Cap<MiMalloc> = Cap::new(MiMalloc, usize::MAX);

/// How many places are sought.
const SEEKS: usize = 1_000;
/// How often all of them are, one after the other: of each the best counts, since what else the machine does only makes
/// it longer.
const ROUNDS: usize = 3;

fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("usage: measure FILE");
        return ExitCode::from(2);
    };
    let source = match std::fs::read_to_string(&file) {
        Ok(source) => source,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::from(2);
        }
    };
    loopglass_python::memory::measure_by(|| ALLOCATOR.allocated());
    let before = ALLOCATOR.allocated();
    let begin = now_ms();
    let mut settings = Settings::default();
    settings.limits.steps = u64::MAX;
    let Ok(mut session) = Session::new(&source, settings) else {
        eprintln!("{file}: it cannot be run");
        return ExitCode::from(2);
    };
    let Status::Ended { status, .. } = session.run() else { return ExitCode::FAILURE };
    let took = now_ms() - begin;
    print!("{}", session.stdout());
    eprint!("{}", session.stderr());
    let trace = session.into_trace();
    let kept = ALLOCATOR.allocated().saturating_sub(before);
    eprintln!("ms {took}");
    eprintln!("events {}", trace.len());
    eprintln!("trace_bytes {}", trace.bytes());
    eprintln!("kept_bytes {kept}");
    measure_seeks(&trace);
    ExitCode::from(status)
}

fn measure_seeks(trace: &Trace) {
    let mut times = vec![f64::INFINITY; SEEKS];
    for _ in 0..ROUNDS {
        for (turn, best) in times.iter_mut().enumerate() {
            let index = (turn * 7_919 * 104_729 + 11) % trace.len().max(1);
            let begin = Instant::now();
            std::hint::black_box(trace.seek(index));
            *best = best.min(begin.elapsed().as_secs_f64() * 1e3);
        }
    }
    times.sort_by(f64::total_cmp);
    eprintln!("seek_median_ms {}", times[SEEKS / 2]);
    eprintln!("seek_p99_ms {}", times[SEEKS * 99 / 100]);
    let mut world = World::default();
    let steps = trace.len().min(200_000);
    let begin = now_ms();
    for _ in 0..steps {
        trace.step(&mut world);
    }
    eprintln!("step_us {}", (now_ms() - begin) * 1e3 / steps.max(1) as f64);
}

/// Processor time of this process where the system tells, else real time.
fn now_ms() -> f64 {
    let spent = std::fs::read_to_string("/proc/self/schedstat").ok();
    let spent = spent.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    match spent {
        Some(ns) => ns / 1e6,
        None => START.with(|start| start.elapsed().as_secs_f64() * 1e3),
    }
}

thread_local! {
    static START: Instant = Instant::now();
}
