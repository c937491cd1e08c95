"""Bytes that come in parts: decoders that keep what is not whole yet, readers and writers of encodings."""
import asyncio
import codecs
import io


async def chunks(data, size):
    for start in range(0, len(data), size):
        await asyncio.sleep(0.01)
        yield data[start:start + size]


async def read(text, encoding, size, errors="strict"):
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    parts = [decoder.decode(chunk) async for chunk in chunks(text.encode(encoding, "surrogatepass"), size)]
    return parts + [decoder.decode(b"", final=True)]


async def main():
    print(await asyncio.gather(read("é😀€!", "utf-8", 1), read("é😀€!", "utf-8", 3), read("a😀", "utf-16-le", 3), read("né", "latin-1", 1)))


asyncio.run(main())
make = codecs.getincrementaldecoder("utf-8")
decoder = make()
print(repr(decoder.decode(b"\xc3")), decoder.getstate(), decoder.decode(b"\xa9"), decoder.errors, issubclass(make, codecs.IncrementalDecoder))
for errors, data in (("replace", b"\xff\xe2\x82\xacz"), ("ignore", b"a\xff\xe2"), ("strict", b"\xff")):
    try:
        print(repr(make(errors).decode(data)), repr(make(errors).decode(data, final=True)))
    except UnicodeDecodeError as error:
        print(error)
try:
    decoder.decode(b"\xe2\x82", final=True)
except UnicodeDecodeError as error:
    print(error)
decoder.reset()
print(decoder.decode(b"x"), codecs.getincrementalencoder("ascii")("replace").encode("é"))
print("".join(codecs.iterdecode([b"\xe2", b"\x82\xac", b"!"], "utf-8")), list(codecs.iterencode(["a", "é"], "utf-8")))
print(codecs.getreader("utf-8")(io.BytesIO("é\nb".encode())).readlines(), [line for line in codecs.getreader("ascii")(io.BytesIO(b"a\nb"))])
buffer = io.BytesIO()
writer = codecs.getwriter("utf-8")(buffer)
writer.write("é")
writer.writelines(["a", "b"])
print(buffer.getvalue(), codecs.decode("6162", "hex"), codecs.lookup("utf-8").incrementaldecoder().decode(b"q"))
try:
    codecs.getincrementaldecoder("nope")
except LookupError as error:
    print(error)
