//! The panels around the stage. Each is given what it shows and sends back commands; none knows a trace.

mod console;
mod control;
mod dialog;
mod explain;
mod guide;
mod hood;
mod icons;
mod keys;
mod masthead;
mod predict;
mod share;
mod transport;

pub use console::Console;
pub use control::{Control, RUNGS_AT_FIRST};
pub use explain::Explain;
pub use guide::Guide;
pub use hood::Hood;
pub use keys::Keys;
pub use masthead::Masthead;
pub use share::{File, Share};
pub use transport::Transport;
