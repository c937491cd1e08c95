"""When a subclass of dict is asked by its own `get`, `keys` and `__getitem__`, and when it is read as a dict."""


class Told(dict):
    def keys(self):
        print("  keys")
        return super().keys()

    def get(self, key, default=None):
        print("  get", key)
        return super().get(key, default)

    def __getitem__(self, key):
        print("  getitem", key)
        return super().__getitem__(key)


class Iterated(Told):
    def __iter__(self):
        print("  iter")
        return super().__iter__()


def named(**names):
    return names


for kind in (Told, Iterated):
    table = kind(a=1, b=2)
    print(kind.__name__, dict(table), {**table}, named(**table))
    plain = {}
    plain.update(table)
    print(plain, table == plain, list(table), "a" in table, kind(table))
    match table:
        case {"c": _}:
            print("never")
        case {"a": 1, **rest}:
            print("rest", rest)


class Missing(dict):
    def __missing__(self, key):
        print("  missing", key)
        return key * 2


match Missing(a=1):
    case {"b": value}:
        print("never", value)
    case {"a": value}:
        print("a is", value)
print(Missing()["x"], Missing().get("x"), "{x}".format_map(Missing()))
