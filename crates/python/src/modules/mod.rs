//! The standard library: modules in Rust here, those in Python in `prelude/`, and the table of both. A module may
//! have both parts: Rust fills its names first, then its Python source runs.

mod random;
mod sys;
mod time;
mod weakref;

use crate::machine::Machine;
use crate::machine::import::ModuleSource;

/// Enters the modules.
pub fn install(machine: &mut Machine) {
    let table = &mut machine.modules;
    table.register("random", ModuleSource { native: Some(random::fill), python: None });
    table.register("weakref", ModuleSource { native: Some(weakref::fill), python: None });
    table.register("sys", ModuleSource { native: Some(sys::fill), python: None });
    table.register("time", ModuleSource { native: Some(time::fill), python: None });
    for (name, why) in REFUSED {
        table.refuse(name, why);
    }
}

/// Modules that scripts of this kind import and that cannot be had here, with what to do instead.
const REFUSED: &[(&str, &str)] = &[
    ("socket", "Loopglass has no network yet; use asyncio.sleep() to stand for a slow answer"),
    ("select", "Loopglass has no network yet; the event loop's own select is shown as its waiting"),
    ("selectors", "Loopglass has no network yet; the event loop's own select is shown as its waiting"),
    ("ssl", "Loopglass has no network yet; use asyncio.sleep() to stand for a slow answer"),
    ("http", "Loopglass has no network yet; use asyncio.sleep() to stand for a slow request"),
    ("http.client", "Loopglass has no network yet; use asyncio.sleep() to stand for a slow request"),
    ("urllib", "Loopglass has no network yet; use asyncio.sleep() to stand for a slow request"),
    ("urllib.request", "Loopglass has no network yet; use asyncio.sleep() to stand for a slow request"),
    ("aiohttp", "Loopglass has no packages and no network; use asyncio.sleep() to stand for a slow request"),
    ("httpx", "Loopglass has no packages and no network; use asyncio.sleep() to stand for a slow request"),
    (
        "requests",
        "Loopglass has no packages and no network; use time.sleep() to stand for a blocking request",
    ),
    ("aiofiles", "Loopglass has no files; use asyncio.sleep() to stand for slow reading"),
    ("threading", "Loopglass shows one thread; use asyncio.to_thread() for work on another"),
    ("multiprocessing", "Loopglass shows one process; use asyncio.to_thread() for work elsewhere"),
    ("subprocess", "Loopglass runs no other programs; use asyncio.sleep() to stand for a slow one"),
    ("pathlib", "Loopglass has no files"),
    ("tempfile", "Loopglass has no files"),
    ("shutil", "Loopglass has no files"),
    ("numpy", "Loopglass has no packages; use the standard library"),
    ("pandas", "Loopglass has no packages; use the standard library"),
    ("pytest", "Loopglass has no packages; call the test functions from the script"),
    ("anyio", "Loopglass has no packages; use asyncio"),
    ("trio", "Loopglass has no packages; use asyncio"),
    ("uvloop", "Loopglass has no packages; it is an event loop itself"),
    ("tkinter", "Loopglass has no windows"),
];
