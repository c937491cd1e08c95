"""Unique numbers."""
import copy
import uuid

u = uuid.UUID("{12345678-1234-5678-9234-567812345678}")
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.variant, u.version, u.time, u.clock_seq, u.node)
print(uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, uuid.UUID(int=u.int) == u, uuid.UUID(u.urn) == u, hash(u) == hash(u.int), int(u) == u.int)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://x"), uuid.uuid5(uuid.NAMESPACE_OID, b"bytes"), uuid.NIL, uuid.MAX)
for make, version in [(uuid.uuid1, 1), (uuid.uuid4, 4), (uuid.uuid6, 6), (uuid.uuid7, 7), (uuid.uuid8, 8)]:
    made = [make() for _ in range(5)]
    print(make.__name__, {one.version for one in made} == {version}, {one.variant for one in made} == {uuid.RFC_4122}, len(set(made)), len(str(made[0])))
ordered = [uuid.uuid7() for _ in range(5)]
print(ordered == sorted(ordered), uuid.uuid8(1, 2, 3), uuid.uuid1(node=5, clock_seq=7).node, uuid.uuid1(node=5, clock_seq=7).clock_seq, uuid.UUID(int=1) < u <= u)
print(copy.deepcopy(u) == u, {u: 1}[uuid.UUID(str(u))], sorted([uuid.MAX, uuid.NIL])[0], uuid.UUID(int=5, version=4), isinstance(uuid.getnode(), int), u.is_safe)
for wrong in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b"a"), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(int=1, version=9), lambda: uuid.UUID(fields=(1,)), lambda: uuid.UUID(fields=(1, 2, 3, 256, 0, 0)), lambda: setattr(u, "int", 1), lambda: uuid.UUID("z" * 32), lambda: u < 5):
    try:
        print(wrong())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
