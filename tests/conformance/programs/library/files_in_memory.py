"""`open`: modes, places, lines, ends of lines, encodings, what is buffered, and what is said of mistakes."""
import io
import json
import csv


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {getattr(error, 'strerror', None) or error}"


with open("notes.txt", "w") as file:
    print(file, file.name, file.mode, file.encoding, file.write("one\ntwo\n"), file.writable(), file.readable())
    print("three", 4, sep="-", file=file)
    file.writelines(["five\n", "six"])
    print(tried(file.read), tried(file.write, b"x"), file.tell())
print(file.closed, tried(file.write, "x"), file)
with open("notes.txt") as file:
    print(repr(file.readline()), repr(file.read(3)), file.tell(), [line.rstrip() for line in file], file.read() == "")
    print(file.seek(4), next(file), tried(file.tell), file.seek(0), file.tell(), file.readlines(5), tried(file.write, "x"))
with open("notes.txt", "a+") as file:
    print(file.tell(), file.write("\nseven"), file.seek(0), file.readline())
with open("notes.txt", "r+") as file:
    print(file.read(4), file.write("ZWEI"), file.seek(0), file.read().split("\n"))
    print(file.truncate(6), file.seek(0), repr(file.read()))
print(tried(open, "notes.txt", "x"), tried(open, "missing.txt"), tried(open, "no/such/file", "w"), tried(open, "."))
for mode in ("rw", "z", "", "rb+t", "+"):
    print(repr(mode), tried(open, "notes.txt", mode))
print(tried(open, "a", "rb", encoding="utf-8"), tried(open, "a", buffering=0), tried(open, 1.5), tried(open, "notes.txt", encoding="nope"))

with open("data.bin", "wb") as file:
    print(file, file.write(bytes(range(10))), tried(file.write, "text"), tried(file.read))
with open("data.bin", "rb") as file:
    print(file, file.read(3), file.peek(2)[:2], file.seek(-2, 2), file.read(), file.read(1), file.seek(1), file.read1(2))
with open("data.bin", "r+b") as file:
    file.seek(4)
    file.write(b"....")
    file.seek(0)
    buffer = bytearray(6)
    print(file.readinto(buffer), buffer, file.tell(), type(file).__name__)
with open("data.bin", "rb", buffering=0) as file:
    print(type(file).__name__, file.readall(), file.mode)

with open("lines.txt", "w", newline="\r\n") as file:
    file.write("a\nb\n")
print(open("lines.txt", "rb").read(), repr(open("lines.txt").read()), repr(open("lines.txt", newline="").read()))
with open("lines.txt", newline="") as file:
    print(file.readlines(), repr(file.newlines))
open("lines.txt", "wb").write(b"x\ry\r\nz\n")
print(list(open("lines.txt")), list(open("lines.txt", newline="")), list(open("lines.txt", newline="\n")))
open("umlaut.txt", "w", encoding="latin-1").write("süß")
print(open("umlaut.txt", "rb").read(), open("umlaut.txt", encoding="latin-1").read(), open("umlaut.txt", errors="replace").read())
print(tried(lambda: open("umlaut.txt").read()))

first = open("shared.txt", "w")
first.write("not yet there")
print(repr(open("shared.txt").read()), end=" ")
first.flush()
print(repr(open("shared.txt").read()))
first.close()
open("dropped.txt", "w").write("closed when nobody has it")
print(open("dropped.txt").read())

with open("table.csv", "w", newline="") as file:
    writer = csv.DictWriter(file, ["name", "age"])
    writer.writeheader()
    writer.writerows([{"name": "Ann", "age": 3}, {"name": "Bo, jr", "age": 5}])
with open("table.csv", newline="") as file:
    print(list(csv.DictReader(file)), open("table.csv", "rb").read())
with open("data.json", "w") as file:
    json.dump({"a": [1, {"b": None}]}, file, indent=2)
with open("data.json") as file:
    print(json.load(file), len(open("data.json").readlines()))
print(isinstance(file, io.TextIOWrapper), isinstance(file, io.TextIOBase), isinstance(file.buffer, io.BufferedReader), file.isatty() if not file.closed else "closed")
with open(__file__) as file:
    print(file.readline()[:9])
raw = io.BytesIO()
text = io.TextIOWrapper(raw, encoding="utf-8", newline="\r\n")
text.write("é\n")
print(raw.getvalue(), end=" ")
text.flush()
print(raw.getvalue(), io.BufferedReader(io.BytesIO(b"abc\ndef")).readline(), io.TextIOWrapper(io.BytesIO(b"p\r\nq")).read())
try:
    open("missing.txt")
except FileNotFoundError as error:
    print(error.filename, error.strerror, isinstance(error, OSError), error.args[1:])
