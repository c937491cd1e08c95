import decimal

attempts = [
    (int, "1.5"), (int, ""), (int, " "), (int, "1 2"), (int, None), (int, []), (int, "0x1f"), (int, b"12x"),
    (float, ""), (float, "1,5"), (float, None), (float, [1]), (float, "in f"), (complex, "1+"), (complex, None),
    (bool, "False"), (str, b"x"), (list, 5), (tuple, None), (set, 3.5), (dict, "ab"), (dict, [1]), (dict, 5),
    (bytes, "x"), (bytes, [300]), (bytes, -1), (chr, 1114112), (chr, "a"), (ord, ""), (ord, 5), (range, 1.5),
    (iter, 5), (next, [1]), (len, 5), (sum, 5), (sum, ["a", "b"]), (max, []), (min, 5), (sorted, 5), (sorted, [1, "a"]),
    (abs, None), (round, "x"), (hash, {}), (enumerate, 5), (reversed, {1}), (zip, 5), (map, len), (isinstance, 1),
    (int, 10 ** 400 * 1.0 if False else float("nan")), (int, "9" * 5000), (str, 10 ** 5000), (divmod, 1),
    (hex, 1.5), (bin, "1"), (open, 1.5), (memoryview, "x"), (frozenset, 1), (type, 1), (vars, 1), (id,),
]
for function, *arguments in attempts:
    try:
        result = function(*arguments)
        print(function.__name__, "gives", result if len(repr(result)) < 40 else "much")
    except Exception as error:
        print(function.__name__, type(error).__name__, "|", error)
