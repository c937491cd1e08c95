//! What can go wrong in a command, with the data that a person needs to put it right.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// A failure that ends a command. Its text says what, where, and what to do.
#[derive(Debug)]
pub enum Problem {
    /// The command line asks for something that does not exist.
    Usage(String),
    /// Another program has the port.
    PortInUse(u16),
    /// Something that must be there is not.
    Missing {
        /// What is missing.
        what: String,
        /// How to get it.
        help: String,
    },
    /// A program could not be started.
    NotStarted {
        /// The command as one would type it.
        command: String,
        /// Why, by the operating system.
        source: io::Error,
    },
    /// A program ended with an error; its own output has said which.
    Failed {
        /// The command as one would type it.
        command: String,
        /// Its exit status, in words.
        status: String,
    },
    /// A file could not be read or written.
    File {
        /// The file.
        path: PathBuf,
        /// Why, by the operating system.
        source: io::Error,
    },
    /// A file does not hold what it should.
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// Checks that ran to their end and found something; what they found is printed already.
    Found(String),
}

/// The result of a step of a command.
pub type Result<T> = std::result::Result<T, Problem>;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Found(text) => f.write_str(text),
            Self::PortInUse(port) => {
                write!(
                    f,
                    "port {port} is in use. Choose another with `--port`, or leave it out for a free one."
                )
            }
            Self::Missing { what, help } => write!(f, "{what} is missing. {help}"),
            Self::NotStarted { command, source } => write!(f, "`{command}` could not be started: {source}"),
            Self::Failed { command, status } => write!(f, "`{command}` ended with {status}"),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Malformed { path, what } => write!(f, "{}: {what}", path.display()),
        }
    }
}
