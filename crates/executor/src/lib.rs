//! asyncio on the Python machine. The loop, handles, futures and tasks are here, each module naming the CPython
//! class it models; coroutines such as `sleep` and `gather` are Python of ours in `prelude/`.
//! Invariant: the clock moves only as the run itself says, so every run of a script is the same.

mod arity;
pub mod asyncgen;
pub mod context;
pub mod current;
pub mod drift;
pub mod event_loop;
pub mod foreign;
mod future;
pub mod future_iter;
mod future_methods;
pub mod gathering;
mod handle;
mod items;
mod loop_methods;
pub mod module;
pub mod package;
pub mod pause;
pub mod primitive;
pub mod quick_queue;
pub mod report;
pub mod run_loop;
mod scripted;
pub mod session;
mod shown;
pub mod state;
pub mod step;
pub mod task;
pub mod texts;
mod timer_heap;
pub mod watching;
pub mod workers;

pub use loopglass_python::machine::Settings;
pub use loopglass_python::memory::measure_by as measure_memory_by;
pub use session::{Session, SessionError, Status};
