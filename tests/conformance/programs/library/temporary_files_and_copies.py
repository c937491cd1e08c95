"""`tempfile`, `shutil`, `contextlib.chdir`, `fileinput`-like loops, and descriptors of `os`."""
import contextlib
import os
import shutil
import tempfile
from pathlib import Path


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {getattr(error, 'strerror', None) or error}"


with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "note.txt")
    path.write_text("temporary")
    print(os.path.isdir(folder), path.exists(), os.path.dirname(folder) == tempfile.gettempdir(), os.path.basename(folder)[:3], len(os.path.basename(folder)))
    with contextlib.chdir(folder):
        print(os.listdir(), Path("note.txt").read_text(), os.getcwd() == folder)
print(os.path.exists(folder), path.exists(), os.getcwd() != folder)
with tempfile.NamedTemporaryFile("w+", suffix=".txt", prefix="pre_", delete=True) as file:
    file.write("line 1\nline 2\n")
    file.seek(0)
    print([line.strip() for line in file], os.path.exists(file.name), file.name.endswith(".txt"), os.path.basename(file.name).startswith("pre_"))
print(os.path.exists(file.name), file.closed)
with tempfile.TemporaryFile() as file:
    print(file.write(b"bytes"), file.seek(0), file.read())
with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as file:
    file.write("spooled")
    file.seek(0)
    print(file.read())
descriptor, name = tempfile.mkstemp(text=True)
os.write(descriptor, b"by hand")
os.close(descriptor)
print(Path(name).read_text(), os.remove(name), tried(os.close, descriptor))
with os.fdopen(os.open("raw.txt", os.O_WRONLY | os.O_CREAT), "w") as file:
    file.write("through a descriptor")
print(open("raw.txt").read())
folder = tempfile.mkdtemp(suffix="_x", prefix="y_")
print(os.path.basename(folder).startswith("y_"), folder.endswith("_x"), os.listdir(folder))

os.makedirs("src/sub")
Path("src/a.txt").write_text("A" * 10)
Path("src/sub/b.log").write_text("B")
print(shutil.copy("src/a.txt", "copy.txt"), shutil.copy2("src/a.txt", "src/sub"), shutil.copyfile("src/a.txt", "plain.txt"), tried(shutil.copyfile, "src/a.txt", "src/a.txt"))
print(shutil.copytree("src", "backup", ignore=shutil.ignore_patterns("*.log")), sorted(map(str, Path("backup").rglob("*"))), tried(shutil.copytree, "src", "backup"))
shutil.copytree("src", "backup", dirs_exist_ok=True)
print(sorted(map(str, Path("backup").rglob("*"))), shutil.move("copy.txt", "backup"), tried(shutil.move, "plain.txt", "none/x"), shutil.move("backup", "moved"), sorted(os.listdir("moved")))
print(shutil.rmtree("moved"), os.path.exists("moved"), tried(shutil.rmtree, "moved"), shutil.rmtree("moved", ignore_errors=True), tried(shutil.copy, "none", "x"))
with open("src/a.txt") as source, open("upper.txt", "w") as target:
    shutil.copyfileobj(source, target)
print(Path("upper.txt").read_text(), shutil.get_terminal_size(), shutil.get_terminal_size((60, 10)).columns)
with contextlib.ExitStack() as stack:
    files = [stack.enter_context(open(f"part{number}.txt", "w")) for number in range(3)]
    for number, file in enumerate(files):
        file.write(f"part {number}\n")
print([file.closed for file in files], "".join(open(f"part{number}.txt").read() for number in range(3)).split("\n"))
