"""Directories and what they hold: `os`, `os.path`, `pathlib`, `glob`, `stat`."""
import glob
import os
import stat
from pathlib import Path


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {getattr(error, 'strerror', None) or error}"


base = Path("tree")
print(base.exists(), base.mkdir(), base.is_dir(), tried(base.mkdir), base.mkdir(exist_ok=True), tried(Path("a/b").mkdir))
(base / "src" / "deep").mkdir(parents=True)
print((base / "a.txt").write_text("alpha\nbeta\n"), (base / "src" / "b.py").write_bytes(b"print(1)\n"))
(base / "src" / "deep" / "c.py").touch()
(base / ".hidden").write_text("")
(base / "src" / "data.txt").write_text("x" * 100)
print(sorted(os.listdir("tree")), sorted(path.name for path in base.iterdir()), sorted(path.as_posix() for path in base.glob("*")))
print(sorted(map(str, base.rglob("*.py"))), sorted(map(str, base.glob("**/*.txt"))), sorted(map(str, base.glob("**"))))
print(sorted(map(str, base.glob("*/d*"))), sorted(map(str, base.glob("src/*/"))), list(base.glob("zzz*")))
print(sorted(glob.glob("tree/*")), sorted(glob.glob("tree/**/*.py", recursive=True)), sorted(glob.glob("**", root_dir="tree", recursive=True)))
print(sorted(glob.glob("tree/[a-c]*")), glob.glob("none/*"), glob.escape("a[1]*"), sorted(glob.glob("tree/**/", recursive=True)))
for folder, folders, files in sorted(os.walk("tree")):
    print(folder, sorted(folders), sorted(files))
for path, folders, files in base.walk(top_down=False):
    print(path.name, len(folders), len(files), end="; ")
print()
with os.scandir("tree/src") as entries:
    print(sorted((entry.name, entry.path, entry.is_file(), entry.is_dir(), entry.is_file() and entry.stat().st_size) for entry in entries))
print(os.path.getsize("tree/src/data.txt"), Path("tree/a.txt").stat().st_size, stat.S_ISDIR(os.stat("tree").st_mode), os.path.isfile("tree"), os.path.isdir("tree/src"), os.path.exists("tree/none"))
print((base / "a.txt").read_text().splitlines(), Path("tree/none").is_file(), (base / "src" / "b.py").read_bytes())
print(tried(Path("tree/none").read_text), tried(os.remove, "tree/none"), tried(os.rmdir, "tree"), tried(os.listdir, "none"))
print(tried(os.listdir, "tree/a.txt"), tried(open, "tree/a.txt/x"), tried(os.mkdir, "tree"), tried(os.rename, "none", "x"), tried(Path("tree").write_text, "x"))
print((base / "a.txt").rename(base / "z.txt"), os.replace("tree/z.txt", "tree/src/z.txt"), os.path.exists("tree/src/z.txt"))
print((base / "none").unlink(missing_ok=True), tried((base / "none").unlink), (base / "src" / "z.txt").unlink())
os.makedirs("tree/p/q/r")
os.makedirs("tree/p/q/r", exist_ok=True)
print(tried(os.makedirs, "tree/p/q/r"), os.removedirs("tree/p/q/r"), os.path.exists("tree/p"))
here = os.getcwd()
os.chdir("tree/src")
print(os.getcwd() == here + "/tree/src", Path.cwd().name, Path("b.py").exists(), Path("..").resolve().name, os.path.abspath("b.py") == os.path.join(os.getcwd(), "b.py"))
os.chdir("../..")
print(os.getcwd() == here, Path("tree/src/../src/b.py").resolve() == Path.cwd() / "tree" / "src" / "b.py", Path("x").absolute().parent == Path.cwd())
print(os.path.samefile("tree", "./tree"), Path("tree").samefile("tree/src/.."), stat.filemode(0o100644), stat.filemode(os.stat("tree").st_mode)[0])
total = sum(path.stat().st_size for path in base.rglob("*") if path.is_file())
print(total, Path("tree/src/data.txt").open().read(3), {path.suffix for path in base.rglob("*.*")} >= {".py", ".txt"})
with (base / "log.txt").open("w") as file:
    print("logged", file=file)
print((base / "log.txt").read_text(), tried(Path("tree/src/b.py").rmdir), tried(os.unlink, "tree/src"))
os.environ["X_DIR"] = "tree"
print(os.path.expandvars("$X_DIR/a"), os.path.getmtime("tree") > 0, os.access("tree", os.R_OK), os.access("none", os.R_OK), os.fspath(base))
