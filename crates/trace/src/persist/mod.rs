//! Small persistent containers: a clone shares everything, and a change copies only the path to what it
//! changes. They are what makes a [`World`](crate::World) cheap to keep at many moments of a run.

mod id_map;
mod list;
mod paged;
mod queue;
mod stack;
#[cfg(test)]
mod tests;
mod trie;

pub use id_map::{IdMap, Key};
pub use list::List;
pub use queue::Queue;
pub use stack::Stack;
