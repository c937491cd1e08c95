"""What a text stream says of the ends of lines that it has read: until it is put elsewhere, or for good in memory."""
import io

with open("ends.txt", "wb") as file:
    file.write(b"a\nb\r\nc\rd")
for newline in (None, "", "\n", "\r\n"):
    with open("ends.txt", newline=newline) as file:
        seen = [file.newlines, file.read(), file.newlines, file.seek(0), file.newlines]
    print(f"{newline!r}: {seen}")
with open("own.txt", "w+", newline="") as file:
    print(file.write("q\r\n"), file.newlines, file.seek(0), file.read(), file.newlines, end="")
    print(file.seek(0), file.truncate(1), file.read(), file.newlines)
for newline in ("", None, "\n", "\r\n", "\r"):
    text = io.StringIO("x\r\ny\nz", newline=newline)
    seen = [text.newlines, text.read(), text.write("\n\r"), text.newlines, text.seek(0), text.getvalue()]
    print(f"{newline!r}: {seen}")
try:
    io.StringIO("", newline="\t")
except ValueError as error:
    print(error)
