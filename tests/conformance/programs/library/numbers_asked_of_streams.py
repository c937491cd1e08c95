"""What streams say of a size or a place that is no number, of one that stands for a number, and of ends beyond theirs."""
import io

with open("lines.txt", "w") as file:
    file.write("abc\ndef\n")


class Two:
    def __index__(self):
        return 2


made = {
    "StringIO": lambda: io.StringIO("abc\ndef\n"),
    "BytesIO": lambda: io.BytesIO(b"abc\ndef\n"),
    "text": lambda: open("lines.txt"),
    "buffer": lambda: open("lines.txt", "rb"),
    "raw": lambda: open("lines.txt", "rb", buffering=0),
}
asked = ["read('x')", "read(None)", "read(Two())", "read(1.5)", "readline('x')", "readline(Two())", "readlines('x')",
         "readlines(3)", "seek('x')", "seek(0, 'x')", "seek(Two())", "truncate('x')", "write(None)", "writelines(5)"]
for name, make in made.items():
    for call in asked:
        try:
            with make() as stream:
                print(f"{name}.{call}: {eval('stream.' + call)!r}")
        except (TypeError, ValueError, OSError) as error:
            print(f"{name}.{call}: {type(error).__name__}: {error}")
for name, call in [("StringIO", "seek(0, 7)"), ("BytesIO", "seek(0, 7)"), ("text", "seek(0, 7)"), ("buffer", "seek(0, 7)"),
                   ("buffer", "read(-2)"), ("BytesIO", "read(-2)"), ("text", "readline(None)"), ("buffer", "read1('x')")]:
    try:
        with made[name]() as stream:
            print(f"{name}.{call}: {eval('stream.' + call)!r}")
    except (TypeError, ValueError, OSError) as error:
        print(f"{name}.{call}: {type(error).__name__}: {error}")
