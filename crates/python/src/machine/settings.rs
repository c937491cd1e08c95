//! What a run is started with: costs on the virtual clock, the seed, the limits.

/// Bounds on a run, so that a stranger's script ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Instructions.
    pub steps: u64,
    /// Room for events, counted in events that do not repeat; what is folded takes none.
    pub events: usize,
    /// Bytes that the script's objects take, where someone counts them ([`crate::memory`]).
    pub memory: usize,
    /// Nested calls of the script (`sys.getrecursionlimit`).
    pub recursion: u32,
    /// Bytes printed.
    pub output: usize,
    /// Virtual nanoseconds.
    pub time_ns: u64,
    /// Bits of an integer.
    pub integer_bits: u64,
    /// Items of a single list, string or the like.
    pub items: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            steps: 2_000_000_000,
            events: 20_000_000,
            memory: 1 << 30,
            recursion: 1_000,
            output: 4_000_000,
            time_ns: 366 * 86_400 * 1_000_000_000,
            integer_bits: 4_000_000,
            items: 50_000_000,
        }
    }
}

/// The settings of a run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Nanoseconds a line event adds to the clock.
    pub line_cost_ns: u64,
    /// Nanoseconds an iteration of the event loop adds.
    pub iteration_cost_ns: u64,
    /// `time.time()` at the start, in nanoseconds since 1970.
    pub epoch_ns: u64,
    /// `random` starts as after `random.seed(seed)`.
    pub seed: i64,
    /// The script's file name, for tracebacks and `__file__`.
    pub file: String,
    /// Whether events are recorded.
    pub record: bool,
    /// Whether loops of plain arithmetic are run without recording each event: those can be made again.
    pub fold: bool,
    /// Bounds.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            line_cost_ns: 20,
            iteration_cost_ns: 10_000,
            epoch_ns: 1_767_268_800_000_000_000,
            seed: 0,
            file: loopglass_trace::files::UNNAMED.to_owned(),
            record: true,
            fold: true,
            limits: Limits::default(),
        }
    }
}
