//! How handles, values and times are written on the stage.

use crate::Source;
use crate::{Chip, ChipKind, Hue, Place};
use loopglass_trace::{Callee, Detail, FutureId, HandleId, Tables, World};

/// A short text of a value: at most `limit` characters.
pub fn short(text: String, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Nanoseconds as seconds with milliseconds, `1.000 s`.
pub fn seconds(ns: u64) -> String {
    format!("{}.{:03} s", ns / 1_000_000_000, ns / 1_000_000 % 1_000)
}

/// Nanoseconds as seconds, rounded to milliseconds.
pub fn rounded_seconds(ns: u64) -> String {
    seconds(ns + 500_000)
}

/// Nanoseconds as seconds with microseconds, `1.000010 s`.
pub fn exact_seconds(ns: u64) -> String {
    format!("{}.{:06} s", ns / 1_000_000_000, ns / 1_000 % 1_000_000)
}

/// The hue of a future: tasks take the hues in turn, others have none.
pub fn hue(future: FutureId, world: &World) -> Hue {
    match world.futures.get(future) {
        Some(it) if it.task.is_some() => Hue::of(it.ordinal),
        _ => Hue::NONE,
    }
}

/// A future's label.
pub fn label(future: FutureId, world: &World, tables: &Tables) -> String {
    world.label(future, tables)
}

/// A function's name with the parentheses of its call; special methods go without, as on the ladder.
pub fn called(name: &str) -> String {
    if name.ends_with("__") { name.to_owned() } else { format!("{name}()") }
}

/// What a callback is called in Essentials: one inside asyncio by what it does, one of the script without the function
/// that it was defined in.
pub fn plain_callback(name: &str) -> &str {
    match name {
        "_set_result_unless_cancelled" => "set_result",
        "Timeout._on_timeout" => "timeout",
        other => other.rsplit_once(".<locals>.").map_or(other, |(_, name)| name),
    }
}

/// What Essentials calls callbacks of asyncio's own for which it has no chip, if there are any: by whose they are, and
/// by how many.
pub fn left_out(source: Source<'_>, handles: impl Iterator<Item = HandleId>) -> Option<String> {
    let mut whose: Option<String> = None;
    let mut count = 0;
    for handle in handles {
        let owner = owner(source, handle);
        count += 1;
        whose = Some(match whose {
            Some(before) if before != owner => "asyncio".to_owned(),
            _ => owner,
        });
    }
    let whose = whose?;
    Some(if count == 1 { format!("{whose}'s callback") } else { format!("{count} callbacks of {whose}") })
}

/// Whose a callback of asyncio's own is.
fn owner(source: Source<'_>, handle: HandleId) -> String {
    let Source { world, tables, .. } = source;
    let handle = world.handles.get(handle);
    if let Some(gather) = handle.and_then(|handle| handle.gather) {
        return label(gather, world, tables);
    }
    let name = match handle.map(|handle| handle.callee) {
        Some(Callee::Internal(name)) => tables.text(name),
        _ => "",
    };
    let owners = ["TaskGroup", "gather", "shield", "run_until_complete", "wait"];
    owners.into_iter().find(|owner| name.contains(owner)).unwrap_or("asyncio").to_owned()
}

/// Whether a callback of asyncio's own is how something hears of the end of what it waits for.
pub fn listens(callback: &str) -> bool {
    ["TaskGroup.", "gather.", "_inner_done_callback"].into_iter().any(|part| callback.contains(part))
}

/// The chip of a handle.
pub fn chip(id: HandleId, place: Place, source: Source<'_>) -> Option<Chip> {
    let Source { world, tables, detail } = source;
    let handle = world.handles.get(id)?;
    let (text, kind, owner) = match handle.callee {
        Callee::Step(task) => (format!("{}.step", label(task, world, tables)), ChipKind::Step, Some(task)),
        Callee::Wakeup(task) => {
            (format!("{}.wakeup", label(task, world, tables)), ChipKind::Wakeup, Some(task))
        }
        Callee::Script(name) => {
            let name = tables.text(name);
            let name = if detail == Detail::Essentials { plain_callback(name) } else { name };
            (short(name.to_owned(), 40), ChipKind::Script, None)
        }
        Callee::Internal(name) => {
            let (owner, plain) = loopglass_narration::timer(handle, world, tables).unzip();
            let name = tables.text(name);
            let text = match (detail, plain) {
                (Detail::Essentials, Some(plain)) => plain,
                (Detail::Essentials, None) => plain_callback(name).to_owned(),
                (Detail::Exact, _) => name.to_owned(),
            };
            (short(text, 40), ChipKind::Internal, owner)
        }
    };
    let hue = owner.map_or(Hue::NONE, |task| hue(task, world));
    Some(Chip { handle: id, label: text, task: owner, hue, kind, place, cancelled: handle.cancelled })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_cut_not_rounded() {
        assert_eq!(seconds(1_999_999_999), "1.999 s");
        assert_eq!(exact_seconds(20_140), "0.000020 s");
    }

    #[test]
    fn long_texts_are_cut_at_a_character() {
        assert_eq!(short("äöü".to_owned(), 2), "äö…");
        assert_eq!(short("äöü".to_owned(), 3), "äöü");
    }
}
