# A line or two of each of the smaller modules.

import copy, weakref, operator, bisect, heapq, string, array, graphlib, struct, base64, hashlib, uuid, random, textwrap, pprint, reprlib, warnings, types, io, sys

class Node:

    def __init__(self, v):
        self.v = v
        self.kids = []

    def __copy__(self):
        print('copy')
        n = Node(self.v)
        n.kids = self.kids
        return n

    def __deepcopy__(self, memo):
        print('deep', len(memo))
        n = Node(copy.deepcopy(self.v, memo))
        memo[id(self)] = n
        n.kids = copy.deepcopy(self.kids, memo)
        return n

    def __del__(self):
        print('del', self.v)

    def __repr__(self):
        return f'N{self.v}'

n = Node([1])
n.kids.append(n)
c = copy.copy(n)
d = copy.deepcopy(n)
print(c.v is n.v, d.v is n.v, d.kids[0] is d)
del c
n.kids.clear()
d.kids.clear()
r = weakref.ref(n, lambda r: print('gone', r() is None))
p = weakref.proxy(d)
print(p.v, r() is n)
del n
print(r())
f = weakref.finalize(d, print, 'finalized', 1)
print(f.alive)
del d
print(f.alive)
try:
    p.v
except ReferenceError as e:
    print(e)
try:
    weakref.ref(5)
except TypeError as e:
    print(e)
wd = weakref.WeakValueDictionary()
k = Node(9)
wd['a'] = k
print(dict(wd))
del k
print(dict(wd), len(wd))
print(operator.attrgetter('real', 'imag')(3), operator.itemgetter(1, 0)('ab'), operator.methodcaller('upper')('x'), operator.attrgetter('a.b'), operator.itemgetter(1), operator.methodcaller('f', 1, k=2), operator.concat([1], [2]), operator.indexOf('abc', 'c'), operator.truth([]), operator.countOf([1, 1], 1), operator.length_hint(iter([1, 2])))
l = [1, 3, 5]
bisect.insort(l, 4)
print(l, bisect.bisect(l, 3), bisect.bisect_left(l, 3), bisect.bisect([('a', 1), ('b', 2)], 'a', key=lambda t: t[0]))
h = [5, 1, 4]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), heapq.heappushpop(h, 9), heapq.nlargest(2, h), heapq.nsmallest(2, 'hello', key=ord), list(heapq.merge([1, 4], [2, 3], reverse=False)), heapq.heapreplace(h, 7))
t = string.Template('$who likes ${what} $$5 $missing')
print(t.safe_substitute(who='I', what='it'), t.get_identifiers())
try:
    t.substitute(who='x')
except KeyError as e:
    print('KeyError', e)
try:
    string.Template('$ x').substitute()
except ValueError as e:
    print(e)
print(string.ascii_letters, string.punctuation, string.capwords('a bc  d'), list(string.Formatter().parse('a{b!r:>{w}}c')), string.Formatter().format('{0}{x}', 1, x=2))
a = array.array('i', [1, 2, 3])
a.append(4)
print(a, a.typecode, a.itemsize, a.tolist(), a[1:], a.tobytes()[:4], sum(a))
try:
    a.append('x')
except TypeError as e:
    print(e)
ts = graphlib.TopologicalSorter({'d': {'b', 'c'}, 'b': {'a'}, 'c': {'a'}})
print([sorted(x) for x in iter(lambda: (lambda r: (ts.done(*r), r)[1])(ts.get_ready()) if ts.is_active() else None, None)] if ts.prepare() is None else 0)
try:
    list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())
except graphlib.CycleError as e:
    print(e.args[0], sorted(set(e.args[1])))
print(struct.pack('>IhB', 1, -2, 3), struct.unpack('<f', struct.pack('<f', 1.5)), struct.calcsize('iq'), list(struct.iter_unpack('BB', b'abcd')))
try:
    struct.pack('B', 300)
except struct.error as e:
    print(e)
print(base64.b64encode(b'hello\xff'), base64.urlsafe_b64encode(b'\xfb\xff'), base64.b32encode(b'a'), base64.b16encode(b'\x0f'), base64.b85encode(b'abc'), hashlib.md5(b'a').hexdigest(), hashlib.sha256(b'a').hexdigest()[:16], hashlib.new('sha1', b'x').name, hashlib.blake2b(b'', digest_size=4).hexdigest())
try:
    base64.b64decode('abc')
except Exception as e:
    print(type(e), e)
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.UUID(int=5), uuid.UUID('{12345678-1234-5678-1234-567812345678}').hex, repr(uuid.UUID(int=1)), uuid.uuid3(uuid.NAMESPACE_URL, 'x').version)
random.seed(42)
print(random.random(), random.randint(1, 6), random.choice('abc'), random.sample(range(100), 4), random.shuffle((x := [1, 2, 3, 4])), x, random.uniform(1, 2), random.gauss(0, 1), random.choices('ab', [1, 9], k=5), random.randrange(0, 10, 3), random.expovariate(2), random.betavariate(1, 2), random.triangular(), random.getrandbits(40), random.randbytes(3))
rng = random.Random('seed')
print(rng.random(), rng.normalvariate(), rng.binomialvariate(10, 0.3))
print(textwrap.fill('The quick brown fox jumped over the lazy dog and ran away very-quickly indeed', 20, initial_indent='* ', subsequent_indent='  '), textwrap.shorten('Hello there world', 12), textwrap.dedent('  a\n    b\n\n  c'), textwrap.indent('a\n\nb', '> '), textwrap.wrap('', 5), textwrap.wrap('supercalifragilistic x', 8))
pprint.pprint({'name': 'x' * 30, 'list': list(range(30)), 'nested': {'a': {'b': [1, 2, {'c': 'd' * 50}]}}, 's': {3, 1, 2}, 't': (1,)}, width=60)
pprint.pp({'z': 1, 'a': [1] * 40}, compact=True)
pprint.pprint(['word ' * 20], width=30)
print(pprint.pformat([1, [2, [3, [4]]]], depth=2), pprint.isreadable(object()))
print(reprlib.repr(list(range(50))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(9)}))

class R:

    @reprlib.recursive_repr('<...>')
    def __repr__(self):
        return f'R({self.x})'

r = R()
r.x = [r]
print(r)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('one', UserWarning)
    warnings.warn('two', DeprecationWarning)
    print(len(w), w[0].category, w[1].message, w[0].lineno)
warnings.filterwarnings('error', category=RuntimeWarning)
try:
    warnings.warn('bad', RuntimeWarning)
except RuntimeWarning as e:
    print('caught', e)

@warnings.deprecated('use g')
def old():
    return 1

warnings.simplefilter('default')
old()
warnings.warn('shown')
warnings.warn('shown')
b = io.BytesIO(b'abc\ndef')
print(b.readline(), b.tell(), b.seek(0, 2), b.getvalue(), b.write(b'!'), b.getbuffer()[:2].tobytes(), b.read())
s = io.StringIO('a\nb\nc')
print(s.readlines(), s.seek(2), s.read(1), s.truncate(), s.getvalue())
print('x', 'y', sep='|', end='$\n', file=s, flush=True)
sys.displayhook(5)
print(sys.getsizeof(0) > 0, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.implementation.name, sys.version_info[:2], sys.getrecursionlimit(), sys.byteorder, sys.argv, sys.intern('a'), sys.platform != '', sys.flags.optimize)
