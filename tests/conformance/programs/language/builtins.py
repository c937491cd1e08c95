print(abs(-2), all([1, 0]), any([0, 1]), bool([]), callable(print), divmod(7, 3))
print(list(filter(None, [0, 1, "", "a"])), list(map(str, [1, 2])), list(zip(*[(1, 2), (3, 4)])))
print(isinstance(1, (str, int)), isinstance([], list | None), type(3) is int, type(type))
print(sorted("hello"), max("abc", "b", key=len), min([], default="none"), sum([[1], [2]], []))
print(repr(print), len, int, type(None), NotImplemented, Ellipsis)
print(*[1, 2], sep="-", end="!\n")
print("a", "b", sep="", end="")
print(flush=True)
print(eval("1 + 2 * 3"), hasattr([], "append"), getattr("x", "upper")(), vars(type("T", (), {"a": 1}))["a"])
print(list(zip([1, 2], [3], strict=False)), range(5)[2], range(0, 10, 3), 6 in range(0, 10, 3), len(range(7)))
print(hash(1) == hash(1.0) == hash(True), id(None) == id(None), ord("€"), slice(1, 2), slice(None).indices(5))
for wrong in (lambda: list(zip([1], [1, 2], strict=True)), lambda: next(iter([])), lambda: max([]),
              lambda: sum(["a"]), lambda: ord("ab"), lambda: chr(-1), lambda: range(1, 2, 0),
              lambda: isinstance(1, 2), lambda: print(1, x=2), lambda: sorted([1], 2), lambda: undefined_name):
    try:
        wrong()
    except BaseException as error:
        print(type(error).__name__, error)
