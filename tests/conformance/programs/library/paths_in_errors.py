"""Errors about files name them as text, though they were asked for by `Path`; `shutil` in part otherwise."""
import os
import shutil
from pathlib import Path

Path("full/inner").mkdir(parents=True)
Path("file").write_text("text")
missing = Path("missing")


def tell(what, function):
    try:
        function()
    except OSError as error:
        print(what, type(error).__name__, error.strerror, repr(error.filename), repr(error.filename2))


tell("unlink", missing.unlink)
tell("stat", missing.stat)
tell("rmdir", Path("full").rmdir)
tell("rmdir", Path("file").rmdir)
tell("mkdir", Path("full").mkdir)
tell("mkdir", Path("a/b").mkdir)
tell("iterdir", lambda: list(missing.iterdir()))
tell("rename", lambda: missing.rename(Path("other")))
tell("touch", lambda: Path("file").touch(exist_ok=False))
tell("read_text", missing.read_text)
for function in (os.listdir, os.chdir, os.path.getsize, os.makedirs, os.remove, os.stat, shutil.rmtree):
    tell(function.__name__, lambda: function(Path("full") if function is os.makedirs else missing))
tell("copy", lambda: shutil.copy(missing, Path("other")))
tell("move", lambda: shutil.move(missing, Path("other")))
tell("open", lambda: open(Path("full") / "none" / "file"))
tell("bytes", lambda: os.remove(b"missing"))
shutil.move(Path("file"), Path("full"))
print(sorted(path.as_posix() for path in Path("full").iterdir()))
