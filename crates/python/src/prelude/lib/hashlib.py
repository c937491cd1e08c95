# Digests. A hash object keeps what it was given; `_hashlib`, in Rust, makes the digest of all of it.

import _hashlib

algorithms_guaranteed = {'blake2b', 'blake2s', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha3_224', 'sha3_256',
                         'sha3_384', 'sha3_512', 'sha512', 'shake_128', 'shake_256'}
algorithms_available = set(algorithms_guaranteed)
_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128),
          'sha512': (64, 128), 'sha512_256': (32, 128), 'sha3_224': (28, 144), 'sha3_256': (32, 136),
          'sha3_384': (48, 104), 'sha3_512': (64, 72), 'shake_128': (0, 168), 'shake_256': (0, 136)}

__all__ = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_224', 'sha3_256',
           'sha3_384', 'sha3_512', 'shake_128', 'shake_256', 'new', 'algorithms_guaranteed', 'algorithms_available',
           'file_digest', 'pbkdf2_hmac')


def _given(data):
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if hasattr(data, 'tobytes'):
        return data.tobytes()
    if isinstance(data, str):
        raise TypeError('Strings must be encoded before hashing')
    raise TypeError('object supporting the buffer API required')


class HASH:
    __module__ = '_hashlib'

    def __init__(self, name, data):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._data = _given(data)

    def update(self, data, /):
        self._data += _given(data)

    def digest(self):
        return _hashlib.digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        return other

    def __repr__(self):
        return f'<{self.name} _hashlib.{type(self).__name__} object @ 0x{id(self):x}>'


class HASHXOF(HASH):
    __module__ = '_hashlib'

    def digest(self, length):
        return _hashlib.extended(self.name, self._data, length)

    def hexdigest(self, length):
        return self.digest(length).hex()


class _Blake2(HASH):
    def __init__(self, data=b'', /, *, digest_size=None, key=b'', salt=b'', person=b'', fanout=1, depth=1,
                 leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True,
                 string=None):
        if digest_size is None:
            digest_size = self.MAX_DIGEST_SIZE
        if not 1 <= digest_size <= self.MAX_DIGEST_SIZE:
            raise ValueError(f'digest_size for {self._name.capitalize()} must be between 1 and {self.MAX_DIGEST_SIZE} bytes, '
                             f'here it is {digest_size}')
        if len(salt) > self.SALT_SIZE:
            raise ValueError(f'maximum salt length is {self.SALT_SIZE} bytes')
        if len(person) > self.PERSON_SIZE:
            raise ValueError(f'maximum person length is {self.PERSON_SIZE} bytes')
        if len(key) > self.MAX_KEY_SIZE:
            raise ValueError(f'maximum key length is {self.MAX_KEY_SIZE} bytes')
        if (fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node) != (1, 1, 0, 0, 0, 0, False):
            raise NotImplementedError('Loopglass has no tree hashing')
        self.name = self._name
        self.digest_size = digest_size
        self.block_size = 2 * self.MAX_DIGEST_SIZE
        self._data = _given(data if string is None else string)
        self._rest = bytes(key), bytes(salt), bytes(person)

    def digest(self):
        return _hashlib.blake2(self._name == 'blake2b', self._data, self.digest_size, *self._rest)


class blake2b(_Blake2):
    __module__ = '_blake2'
    _name = 'blake2b'
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16


class blake2s(_Blake2):
    __module__ = '_blake2'
    _name = 'blake2s'
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8


def new(name, data=b'', *, usedforsecurity=True, string=None, **options):
    if not isinstance(name, str):
        raise TypeError(f'new() argument 1 must be str, not {type(name).__name__}')
    known = name.lower().replace('-', '_') if name.lower().startswith('sha3') else name.lower().replace('-', '')
    if known in ('blake2b', 'blake2s'):
        return globals()[known](data, **options)
    if known not in _SIZES:
        raise ValueError(f'unsupported hash type {name}')
    kind = HASHXOF if known.startswith('shake') else HASH
    return kind(known, data if string is None else string)


def _constructor(name):
    kind = HASHXOF if name.startswith('shake') else HASH

    def construct(data=b'', *, usedforsecurity=True, string=None):
        return kind(name, data if string is None else string)
    construct.__name__ = construct.__qualname__ = f'openssl_{name}'
    return construct


for _name in _SIZES:
    globals()[_name] = _constructor(_name)
del _name


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    size = new(hash_name).digest_size
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    if dklen is None:
        dklen = size
    if dklen < 1:
        raise ValueError('key length must be greater than 0.')
    return _hashlib.pbkdf2(hash_name.lower(), bytes(password), bytes(salt), iterations, dklen)


def scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64):
    raise NotImplementedError('Loopglass has no scrypt; use hashlib.pbkdf2_hmac()')


def file_digest(fileobj, digest, /, **options):
    made = new(digest) if isinstance(digest, str) else digest()
    made.update(fileobj.read())
    return made
