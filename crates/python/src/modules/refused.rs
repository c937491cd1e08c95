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
        "Loopglass has no files",
        &[
            "bz2",
            "dbm",
            "filecmp",
            "fileinput",
            "glob",
            "gzip",
            "lzma",
            "mimetypes",
            "mmap",
            "shelve",
            "stat",
            "tarfile",
            "zipfile",
        ],
    ),
    ("Loopglass has no databases; use asyncio.sleep() to stand for a slow query", &["sqlite3"]),
    ("Loopglass has no compression", &["compression"]),
    ("Loopglass has no terminal", &["cmd", "curses", "pty", "readline", "termios", "tty"]),
    (
        "Loopglass has no operating system below",
        &["ctypes", "fcntl", "grp", "psutil", "pwd", "resource", "syslog"],
    ),
    (
        "Loopglass runs instructions of its own, not CPython's",
        &["code", "dis", "opcode", "symtable", "token", "tokenize"],
    ),
    ("Loopglass has no tables of character names", &["unicodedata"]),
    ("Loopglass has no windows", &["turtle", "webbrowser"]),
];
