//! The English of the narration, one template a message. A `WHY_` message says what an event means for what
//! comes next; the others say what happened. The names of the arguments are those of [`crate::explain`].

/// Names templates, and lists them for the tests.
macro_rules! messages {
    ($($name:ident: $text:literal;)*) => {
        $(pub(crate) const $name: &str = $text;)*

        #[cfg(test)]
        pub(crate) const ALL: &[&str] = &[$($name),*];
    };
}

pub(crate) mod cancellation;
pub(crate) mod event_loop;
pub(crate) mod frames;
pub(crate) mod futures;
pub(crate) mod handles;
pub(crate) mod hints;
pub(crate) mod primitives;
pub(crate) mod program;

/// So many handles, in words.
pub(crate) fn handle_count(count: usize) -> String {
    const IN_WORDS: [&str; 10] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    match (IN_WORDS.get(count), count) {
        (_, 1) => "one handle".to_owned(),
        (Some(word), _) => format!("{word} handles"),
        (None, _) => format!("{count} handles"),
    }
}

/// What a thing without a name is called.
pub(crate) const THE_PROGRAM: &str = "the program";
/// See [`THE_PROGRAM`].
pub(crate) const THE_EVENT_LOOP: &str = "the event loop";
/// See [`THE_PROGRAM`].
pub(crate) const THE_FRAME: &str = "the frame";
/// See [`THE_PROGRAM`].
pub(crate) const ITS_COROUTINE: &str = "its coroutine";
/// See [`THE_PROGRAM`].
pub(crate) const SOMETHING: &str = "something";

/// See [`THE_PROGRAM`].
pub(crate) const A_WORKER: &str = "the worker thread";

/// See [`THE_PROGRAM`].
pub(crate) const ITS_OWN_CALLBACK: &str = "a callback of asyncio's own";

/// Until when one waits in line at a lock or the like.
pub(crate) const WHEN_ITS_TURN: &str = "when its turn has come";
/// The same of an event.
pub(crate) const WHEN_SET: &str = "when that is set";
/// The same of a barrier.
pub(crate) const WHEN_ALL_ARRIVED: &str = "when the last one has arrived";
/// The same of `Queue.put`.
pub(crate) const WHEN_ROOM: &str = "as soon as there is room for its item";
/// The same of `Queue.get`.
pub(crate) const WHEN_ITEM: &str = "as soon as there is an item for it";
/// The same of `Queue.join`.
pub(crate) const WHEN_ALL_DONE: &str = "when all its items are done with";

/// See [`THE_PROGRAM`].
pub(crate) const AN_EXCEPTION: &str = "an exception";

/// What a script calls for the timer of this callback, if it is one of asyncio's own.
pub(crate) fn its_timer(callback: &str) -> Option<&'static str> {
    match callback {
        "_set_result_unless_cancelled" => Some("sleep"),
        "Timeout._on_timeout" => Some("timeout"),
        "_release_waiter" => Some("wait"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::{Part, parts};

    fn all() -> impl Iterator<Item = &'static str> {
        [
            cancellation::ALL,
            event_loop::ALL,
            frames::ALL,
            futures::ALL,
            handles::ALL,
            hints::ALL,
            primitives::ALL,
            program::ALL,
        ]
        .into_iter()
        .flatten()
        .copied()
    }

    #[test]
    fn every_term_is_in_the_glossary() {
        for template in all() {
            for part in parts(template) {
                if let Part::Term { key, .. } = part {
                    assert!(crate::term(key).is_some(), "`{key}` is not in the glossary: {template}");
                }
            }
        }
    }

    #[test]
    fn every_message_is_whole_sentences() {
        for template in all() {
            assert!(template.ends_with(['.', '?']), "no full stop: {template}");
            assert!(!template.contains("  ") && template.trim() == template, "stray blanks: {template}");
            let lower = template.to_lowercase();
            for word in ["you", "your", "we", "our"] {
                let says = lower.split(|c: char| !c.is_alphabetic()).any(|other| other == word);
                assert!(!says, "`{word}` addresses the reader: {template}");
            }
        }
    }
}
