//! Modules that scripts import, that cannot be had here, and that have a reason in common. Those with a word of
//! advice of their own are in the table of `mod.rs`.

use crate::machine::import::ModuleTable;

/// Enters the reasons.
pub fn install(table: &mut ModuleTable) {
    for (why, names) in REFUSED {
        for name in *names {
            table.refuse(name, why);
        }
    }
}

/// Reasons, and the modules that have them.
const REFUSED: &[(&str, &[&str])] = &[
    (
        "Loopglass has no packages, only the standard library",
        &[
            "PIL",
            "attr",
            "attrs",
            "bs4",
            "click",
            "cryptography",
            "curio",
            "discord",
            "django",
            "dotenv",
            "fastapi",
            "flask",
            "lxml",
            "loguru",
            "matplotlib",
            "nest_asyncio",
            "pydantic",
            "pygame",
            "quart",
            "rich",
            "scipy",
            "sklearn",
            "sniffio",
            "sqlalchemy",
            "starlette",
            "tenacity",
            "tensorflow",
            "torch",
            "tornado",
            "tqdm",
            "typer",
            "typing_extensions",
            "uvicorn",
            "yaml",
        ],
    ),
    (
        "Loopglass has no packages and no network; use asyncio.sleep() to stand for a slow query",
        &[
            "aiomysql",
            "aiopg",
            "aioredis",
            "aiosqlite",
            "asyncpg",
            "motor",
            "psycopg",
            "psycopg2",
            "pymongo",
            "redis",
            "websockets",
        ],
    ),
    (
        "Loopglass has no network yet; use asyncio.sleep() to stand for a slow answer",
        &[
            "ftplib",
            "http.cookiejar",
            "http.cookies",
            "http.server",
            "imaplib",
            "poplib",
            "smtplib",
            "socketserver",
            "urllib.robotparser",
            "wsgiref",
            "xmlrpc",
        ],
    ),
    (
        "Loopglass has files in memory, as they are: neither archives nor databases",
        &[
            "bz2",
            "dbm",
            "filecmp",
            "fileinput",
            "gzip",
            "lzma",
            "mimetypes",
            "mmap",
            "shelve",
            "tarfile",
            "zipfile",
        ],
    ),
    ("Loopglass has no databases; use asyncio.sleep() to stand for a slow query", &["sqlite3"]),
    ("Loopglass has no compression", &["compression"]),
    ("Loopglass has no terminal", &["curses", "pty", "readline", "termios", "tty"]),
    (
        "Loopglass has no operating system below",
        &["ctypes", "fcntl", "grp", "psutil", "pwd", "resource", "syslog"],
    ),
    (
        "Loopglass runs instructions of its own, not CPython's",
        &["code", "dis", "opcode", "symtable", "token", "tokenize"],
    ),
    (
        "Loopglass reads json, csv, toml and ini; for other texts there is re",
        &["email", "html.entities", "mailbox", "netrc", "plistlib", "pyexpat", "quopri", "xml"],
    ),
    ("Loopglass reads the options of a command line with argparse and getopt", &["optparse"]),
    (
        "Loopglass runs the one script in the editor; a second file of it is a tab there",
        &[
            "compileall",
            "importlib.abc",
            "importlib.machinery",
            "importlib.resources",
            "ensurepip",
            "idlelib",
            "modulefinder",
            "pkgutil",
            "py_compile",
            "pyclbr",
            "runpy",
            "site",
            "sysconfig",
            "tabnanny",
            "turtledemo",
            "venv",
            "zipapp",
            "zipimport",
        ],
    ),
    (
        "Loopglass records each line by itself; step through the run instead",
        &["bdb", "faulthandler", "trace"],
    ),
    (
        "Loopglass does not have this part of the standard library",
        &[
            "antigravity",
            "codeop",
            "encodings",
            "genericpath",
            "gettext",
            "ntpath",
            "nturl2path",
            "pickletools",
            "posix",
            "posixpath",
            "pstats",
            "pydoc",
            "rlcompleter",
            "stringprep",
            "this",
            "wave",
        ],
    ),
    ("Loopglass has no windows", &["turtle", "webbrowser"]),
];
