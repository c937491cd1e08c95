"""Bytes and byte arrays joined with views of memory."""
data = bytearray(b"head:")
view = memoryview(b"0123456789")
same = data
data += view[2:5]
print(data, same is data, bytes(data) + view[7:], bytearray(b"<") + view[:1] + b">")
for left, right in ((view, b"x"), (b"x", [1]), (bytearray(), "text"), (b"", None)):
    try:
        print(left + right)
    except TypeError as exc:
        print(exc)
try:
    data += 5
except TypeError as exc:
    print(exc, data)
