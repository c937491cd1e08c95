//! The standard library: modules in Rust here, those in Python in `prelude/lib/`, and the table of both. A module
//! in Python that needs something of Rust imports it from a module of the same name with an underscore.

mod binascii;
mod build;
mod data;
mod datetime;
mod digests;
mod gc;
mod math;
pub(crate) mod random;
mod random_arguments;
mod refused;
mod regex;
pub(crate) mod struct_;
mod struct_time;
mod sys;
mod time;
pub mod unicodedata;
pub mod weakref;

use crate::machine::Machine;
use crate::machine::import::ModuleSource;

/// Enters the modules.
pub fn install(machine: &mut Machine) {
    let table = &mut machine.modules;
    table.register("datetime", ModuleSource { native: Some(datetime::fill), python: None });
    table.register("random", ModuleSource { native: Some(random::fill), python: None });
    table.register("weakref", ModuleSource { native: Some(weakref::fill), python: Some(WEAKREF) });
    table.register("sys", ModuleSource { native: Some(sys::fill), python: Some(SYS) });
    table.register("time", ModuleSource { native: Some(time::fill), python: None });
    table.register("_gc", ModuleSource { native: Some(gc::fill), python: None });
    table.register("_build", ModuleSource { native: Some(build::fill), python: None });
    table.register("unicodedata", ModuleSource { native: Some(unicodedata::fill), python: None });
    table.register("math", ModuleSource { native: Some(math::fill), python: None });
    refused::install(table);
    data::install(table);
    for (name, text) in IN_PYTHON {
        table.register(name, ModuleSource { native: None, python: Some(text) });
    }
    for (name, why) in REFUSED {
        table.refuse(name, why);
    }
}

/// The parts of `sys` and `weakref` that are Python.
const SYS: &str = include_str!("../prelude/lib/sys.py");
const WEAKREF: &str = include_str!("../prelude/lib/weakref.py");

macro_rules! in_python {
    ($($name:literal)*) => {
        /// The modules that are written in Python.
        const IN_PYTHON: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../prelude/lib/", $name, ".py")))),*];
    };
}

in_python! {
    "__future__" "_argparse_actions" "_argparse_help" "_byte_string" "_collections" "_compat_pickle" "_enum_checks" "_enum_globals" "_enum_names" "_inspect_signature" "_inspect_source" "_long_range"
    "_codecs" "_csv_sniffer" "_files" "_io_files" "_io_protocols" "_os_files" "_pickle_opcodes" "_protocols" "_random_methods" "_signatures" "_statistics_kernels" "_stdlib_names" "_thread" "_typing_records" "_unpickler" "abc" "codecs" "copyreg" "annotationlib"
    "argparse" "array" "atexit" "bisect" "cmd" "collections" "collections.abc" "colorsys" "configparser" "contextlib" "copy" "dataclasses"
    "difflib" "doctest" "enum" "functools" "gc" "getopt" "glob" "graphlib" "heapq" "importlib" "importlib.metadata" "importlib.util"
    "inspect" "io" "ipaddress" "itertools" "json" "json.decoder" "json.encoder" "keyword" "linecache" "locale" "_logging_formats" "logging" "logging.config"
    "logging.handlers" "operator" "os" "os.path" "pickle" "platform" "pprint" "queue" "reprlib" "sched" "shlex" "shutil"
    "signal" "stat" "statistics" "string" "tempfile" "textwrap" "threading" "timeit" "tomllib" "traceback" "tracemalloc" "types" "typing"
    "unittest" "unittest._assertions" "unittest._autospec" "unittest._calls" "unittest._contexts"
    "unittest._log" "unittest._magic" "unittest._mock_open" "unittest._patch" "unittest._specs"
    "unittest.async_case" "unittest.case" "unittest.loader" "unittest.main" "unittest.mock" "unittest.result"
    "unittest.runner" "unittest.signals" "unittest.suite" "unittest.util" "uuid" "warnings" "zoneinfo"
}

/// Modules that scripts of this kind import and that cannot be had here, with what to do instead.
const REFUSED: &[(&str, &str)] = &[
    ("ssl", "Loopglass has no network yet; use asyncio.sleep() to stand for a slow answer"),
    ("http.client", "Loopglass has no network yet; use asyncio.sleep() to stand for a slow request"),
    ("urllib.request", "Loopglass has no network yet; use asyncio.sleep() to stand for a slow request"),
    ("aiohttp", "Loopglass has no packages and no network; use asyncio.sleep() to stand for a slow request"),
    ("httpx", "Loopglass has no packages and no network; use asyncio.sleep() to stand for a slow request"),
    (
        "requests",
        "Loopglass has no packages and no network; use time.sleep() to stand for a blocking request",
    ),
    ("aiofiles", "Loopglass has no packages; use asyncio.to_thread(open, ...)"),
    ("cProfile", "Loopglass does not profile: its clock goes by lines, and its trace shows each of them"),
    ("profile", "Loopglass does not profile: its clock goes by lines, and its trace shows each of them"),
    ("pdb", "Loopglass is a debugger itself: step through the trace, back and forth"),
    ("getpass", "Loopglass has no keyboard to read from"),
    ("ctypes", "Loopglass runs no machine code"),
    ("marshal", "Loopglass has no compiled files"),
    ("multiprocessing", "Loopglass shows one process; use asyncio.to_thread() for work elsewhere"),
    ("subprocess", "Loopglass runs no other programs; use asyncio.sleep() to stand for a slow one"),
    ("numpy", "Loopglass has no packages; use the standard library"),
    ("pandas", "Loopglass has no packages; use the standard library"),
    ("pytest", "Loopglass has no packages; call the test functions from the script"),
    ("anyio", "Loopglass has no packages; use asyncio"),
    ("trio", "Loopglass has no packages; use asyncio"),
    ("uvloop", "Loopglass has no packages; it is an event loop itself"),
    ("tkinter", "Loopglass has no windows"),
];
