"""Memory as numbers of several bytes: formats, shapes, what may be assigned, comparisons and refusals."""


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(range(16))
view = memoryview(data)
words = view.cast("I")
print(words.format, words.itemsize, len(words), words.shape, words.strides, words.nbytes, words.tolist())
words[0] = 0xDEADBEEF
print(data[:4], words[1:3].tolist(), words[::2].tolist(), words[-1], bytes(words[:2]), words.hex())
for value in (-1, 2 ** 32, "a", 1.5, True):
    attempt(words.__setitem__, 0, value)
print(view.cast("h").tolist(), view.cast("b")[0], view.cast("c")[1], view.cast("?").tolist()[:3], view.cast("@q").format)
for format in ("x", "<I", 5):
    attempt(view.cast, format)
attempt(view[1:].cast, "I")
attempt(view[::2].cast, "B")
attempt(words.cast, "h")
grid = view.cast("B", shape=[4, 4])
grid[2, 2] = 200
print(grid.ndim, grid.shape, grid.strides, grid[1, 2], grid.tolist(), len(grid), data[10])
attempt(lambda: grid[1])
attempt(lambda: grid[0, 9])
attempt(view.cast, "B", [3])
attempt(view.cast, "B", [0])
floats = memoryview(bytearray(16)).cast("d")
floats[0], floats[1] = 1.5, 3
print(list(floats), floats.tobytes()[:8])
print(memoryview(b"\1\0\2\0").cast("H") == memoryview(b"\1\2"), view == data, memoryview(b"ab").cast("c") == b"ab")
attempt(hash, memoryview(b"abcd").cast("I"))
read_only = view.toreadonly()
data[0] = 7
print(read_only.readonly, read_only.obj is data, read_only[0], view.count(7), view.index(7))
attempt(read_only.__setitem__, 0, 1)
attempt(view.index, 255)
attempt(view.__delitem__, 0)
attempt(words.__setitem__, slice(0, 1), b"abcd")
words[0:1] = memoryview(b"wxyz").cast("I")
print(data[:4])
