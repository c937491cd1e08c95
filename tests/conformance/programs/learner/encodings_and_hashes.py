# JSON with types of its own and back, ciphers, hashes, a chain of blocks, packed bytes.
import base64, binascii, collections, dataclasses, datetime, decimal, enum, hashlib, hmac, itertools, json, random, secrets, string, struct, uuid, zlib, copy, pickle, io, operator


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


@dataclasses.dataclass
class Node:
    id: uuid.UUID
    when: datetime.datetime
    level: Level
    data: bytes = b""
    kids: list["Node"] = dataclasses.field(default_factory=list)
    price: decimal.Decimal = decimal.Decimal("1.10")


class Codec(json.JSONEncoder):
    def default(self, o):
        match o:
            case datetime.datetime():
                return {"$date": o.isoformat()}
            case uuid.UUID(hex=h):
                return {"$uuid": h}
            case bytes():
                return {"$b64": base64.b64encode(o).decode()}
            case decimal.Decimal():
                return {"$dec": str(o)}
            case set() | frozenset():
                return sorted(o)
            case _ if dataclasses.is_dataclass(o):
                return {
                    "$type": type(o).__name__,
                    **{f.name: getattr(o, f.name) for f in dataclasses.fields(o)},
                }
        return super().default(o)


def hook(d):
    match d:
        case {"$date": s}:
            return datetime.datetime.fromisoformat(s)
        case {"$uuid": h}:
            return uuid.UUID(h)
        case {"$b64": s}:
            return base64.b64decode(s)
        case {"$dec": s}:
            return decimal.Decimal(s)
        case {"$type": "Node", **rest}:
            return Node(**rest)
    return d


ns = uuid.NAMESPACE_DNS
n = Node(
    uuid.uuid5(ns, "a.org"),
    datetime.datetime(2024, 1, 2, 3, 4),
    Level.HIGH,
    b"\x00\xff",
    [Node(uuid.uuid3(ns, "b"), datetime.datetime(2000, 1, 1), Level.LOW)],
)
text = json.dumps(n, cls=Codec, indent=1)
print(text)
back = json.loads(text, object_hook=hook)
print(back == n, back.kids[0].level, type(back.level), back)
print(
    json.dumps(
        {"s": {3, 1}, "e": Level.LOW, Level.HIGH: 1, None: 0, 1.5: "f", True: []}, cls=Codec, sort_keys=False
    )
)
for bad in ('{"a": 1,}', "[1, 2", '{"a" 1}', "tru", '"\t"', '{"a": 01}', "[]]", '{"k": "\\x"}', "\ufeff{}"):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(f"{e} | {e.msg} {e.pos} {e.lineno}:{e.colno}")
for bad in ({1, 2}, {"x": object}, {(1, 2): 3}, float("nan"), b"x", 1j):
    try:
        print(json.dumps(bad, allow_nan=False))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e, getattr(e, "__notes__", None))


def caesar(s, k):
    return s.translate(
        str.maketrans(
            string.ascii_letters,
            string.ascii_lowercase[k:]
            + string.ascii_lowercase[:k]
            + string.ascii_uppercase[k:]
            + string.ascii_uppercase[:k],
        )
    )


def vigenere(s, key, sign=1):
    ks = itertools.cycle(key)
    return "".join(
        chr((ord(c) - 65 + sign * (ord(next(ks)) - 65)) % 26 + 65) if c.isalpha() else c for c in s
    )


print(
    caesar("Hello, World", 3),
    caesar(caesar("Hello", 3), -3),
    vigenere("ATTACK AT DAWN", "LEMON"),
    vigenere(vigenere("ATTACK", "LEMON"), "LEMON", -1),
)
xor = lambda d, k: bytes(a ^ b for a, b in zip(d, itertools.cycle(k)))
c = xor(b"secret message", b"key")
print(
    c,
    c.hex("-", 2),
    xor(c, b"key").decode(),
    base64.b32encode(c),
    base64.b85encode(c),
    base64.a85encode(c),
    base64.b16encode(c)[:8],
    base64.urlsafe_b64encode(c),
)
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2s"):
    h = hashlib.new(name, b"abc")
    print(f"{h.name:<9}{h.digest_size:>3}{h.block_size:>4} {h.hexdigest()[:32]}")


class Block:
    def __init__(self, i, data, prev):
        self.i, self.data, self.prev, self.nonce = i, data, prev, 0

    @property
    def hash(self):
        return hashlib.sha256(f"{self.i}{self.data}{self.prev}{self.nonce}".encode()).hexdigest()

    def mine(self, d=2):
        while not self.hash.startswith("0" * d):
            self.nonce += 1
        return self


chain = [Block(0, "genesis", "0" * 64).mine()]
for i, d in enumerate(("a->b 5", "b->c 2"), 1):
    chain.append(Block(i, d, chain[-1].hash).mine())
print(*[(b.i, b.nonce, b.hash[:12], b.prev[:8]) for b in chain], sep="\n")
chain[1].data = "a->b 500"
print([b.prev == a.hash for a, b in itertools.pairwise(chain)])
sig = hmac.new(b"k", b"msg", hashlib.sha256)
print(
    sig.hexdigest()[:16],
    sig.name,
    hmac.compare_digest(sig.digest(), hmac.digest(b"k", b"msg", "sha256")),
    zlib.crc32(b"hello"),
    binascii.crc32(b"hello") & 0xFFFFFFFF,
    zlib.adler32(b"abc"),
)
rng = random.Random("seed")
pw = "".join(rng.choices(string.ascii_letters + string.digits, k=12))
print(
    pw,
    uuid.UUID(int=rng.getrandbits(128), version=4),
    rng.sample(range(10**6), 3),
    rng.randbytes(4).hex(),
    len(secrets.token_hex(8)),
    secrets.choice([7]),
)
salt = bytes.fromhex("00112233")
print(hashlib.sha256(salt + pw.encode()).hexdigest()[:24])
print(
    struct.pack("<4sHIq?d", b"HEAD", 1, 2, -3, True, 1.5),
    struct.unpack(">hBf", b"\x00\x01\x02\x3f\xc0\x00\x00"),
    struct.calcsize("@ibq"),
    [struct.unpack_from("<H", b"abcdef", o)[0] for o in (0, 2)],
)


def fnv(s, h=0xCBF29CE484222325):
    for b in s.encode():
        h = (h ^ b) * 0x100000001B3 & (1 << 64) - 1
    return h


def luhn(n):
    d = [int(c) for c in str(n)][::-1]
    return (sum(d[::2]) + sum(sum(divmod(2 * x, 10)) for x in d[1::2])) % 10 == 0


def rle(s):
    return "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(s))


print(
    f"{fnv('hello'):016x}",
    luhn(4539578763621486),
    luhn(123),
    rle("aaabccd"),
    "".join(c * int(k) for k, c in itertools.batched(rle("aaab"), 2)),
)


def egcd(a, b):
    return (a, 1, 0) if not b else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))


p, q, e = 61, 53, 17
N = p * q
d = pow(e, -1, (p - 1) * (q - 1))
m = 65
print(N, d, pow(m, e, N), pow(pow(m, e, N), d, N), egcd(240, 46))
buf = io.BytesIO()
pickle.dump({"a": [1, (2, 3)], "s": {4}}, buf)
buf.seek(0)
print(pickle.load(buf), len(buf.getvalue()) > 10, pickle.loads(pickle.dumps(n)) == n)
deep = {"a": [1, {"b": (2, [3])}]}
cp = copy.deepcopy(deep)
cp["a"][1]["b"][1].append(4)
sh = copy.copy(deep)
sh["a"].append(9)
print(deep, cp, sh is deep)


def flatten(o, path=""):
    if isinstance(o, dict):
        for k, v in o.items():
            yield from flatten(v, f"{path}.{k}" if path else k)
    elif isinstance(o, (list, tuple)):
        for i, v in enumerate(o):
            yield from flatten(v, f"{path}[{i}]")
    else:
        yield path, o


print(
    dict(flatten(deep)),
    json.loads('[1e3, -0, 1E-2, 12345678901234567890, "\\u00e9\\ud83d\\ude00"]'),
    json.dumps("é😀"),
    json.dumps({"a": 1.0, "b": 1e100, "c": -1e-7}),
)
