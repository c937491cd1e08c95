//! What asyncio's own callbacks are for, by their qualified names in CPython.

use crate::messages::handles as say;

/// The reason for a callback of asyncio's own, if its name is known.
pub(super) fn why(name: &str) -> Option<&'static str> {
    let message = match name {
        "_run_until_complete_cb" => say::INTERNAL_RUN_UNTIL_COMPLETE,
        _ if is_sleep(name) => say::INTERNAL_SLEEP,
        "_release_waiter" => say::INTERNAL_WAITER,
        _ if name.contains("gather") => say::INTERNAL_GATHER,
        _ if name.contains("_on_completion") => say::INTERNAL_WAIT,
        _ if name.contains("_on_task_done") => say::INTERNAL_GROUP,
        _ if is_timeout(name) => say::INTERNAL_TIMEOUT,
        _ if name.contains("shield") => say::INTERNAL_SHIELD,
        _ if name.ends_with("set_result") => say::INTERNAL_SET_RESULT,
        _ if name.ends_with(".stop") => say::INTERNAL_STOP,
        _ => return None,
    };
    Some(message)
}

/// Whether this is the callback by which `asyncio.sleep` ends.
pub(super) fn is_sleep(name: &str) -> bool {
    name.ends_with("_set_result_unless_cancelled")
}

/// Whether this is the callback of an `asyncio.timeout` whose time is up.
pub(super) fn is_timeout(name: &str) -> bool {
    name.ends_with("_on_timeout")
}
