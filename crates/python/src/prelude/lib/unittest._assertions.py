# The assertions of a test case: what they compare, and what they say where it does not hold.

from types import ModuleType

from ._contexts import (_AssertLogsContext, _AssertNotWarnsContext, _AssertRaisesContext, _AssertWarnsContext)
from .util import _common_shorten_repr, _count_differences, safe_repr

_SUBJECTS = {list: 'assertListEqual', tuple: 'assertTupleEqual', dict: 'assertDictEqual', set: 'assertSetEqual',
             frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}


def _first_of(given, holds):
    # Of a tuple, the member that is to blame; else what was given.
    if isinstance(given, tuple):
        for one in given:
            if holds(one):
                return one
    return given


def _among(given):
    return f'any of {given!r}' if isinstance(given, tuple) else repr(given)


def _owner(obj):
    if isinstance(obj, ModuleType):
        return f'module {obj.__name__!r}'
    if isinstance(obj, type):
        return f'type object {obj.__name__!r}'
    return f'{type(obj).__name__!r} object'


def _pretty_lines(value):
    from pprint import pformat
    return pformat(value).splitlines()


class _Assertions:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _diffThreshold = 65536

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f'{standardMsg} : {msg}'

    def _deny(self, msg, said):
        raise self.failureException(self._formatMessage(msg, said))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is not None and len(diff) > self.maxDiff:
            diff = f'\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it.'
        return message + diff

    def _with_diff(self, said, first, second, end):
        from difflib import ndiff
        return self._truncateMessage(said, '\n' + end.join(ndiff(first, second)))

    # Truth and identity.

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._deny(msg, f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._deny(msg, f'{safe_repr(expr)} is not false')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._deny(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._deny(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._deny(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._deny(msg, 'unexpectedly None')

    # Order and nearness.

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._deny(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._deny(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._deny(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._deny(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def _near(self, first, second, places, delta):
        # Whether they are near, how far apart they are, and what nearness meant.
        apart = abs(first - second)
        if delta is not None:
            return apart <= delta, apart, f'{safe_repr(delta)} delta'
        places = 7 if places is None else places
        return round(apart, places) == 0, apart, f'{places!r} places'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        near, apart, within = self._near(first, second, places, delta)
        if not near:
            self._deny(msg, f'{safe_repr(first)} != {safe_repr(second)} within {within} '
                            f'({safe_repr(apart)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        near, apart, within = self._near(first, second, places, delta)
        if near or first == second:
            more = '' if delta is None else f' ({safe_repr(apart)} difference)'
            self._deny(msg, f'{safe_repr(first)} == {safe_repr(second)} within {within}{more}')

    # Equality.

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._deny(msg, '{} != {}'.format(*_common_shorten_repr(first, second)))

    def _getAssertEqualityFunc(self, first, second):
        chosen = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if chosen is None:
            return self._baseAssertEqual
        return getattr(self, chosen) if isinstance(chosen, str) else chosen

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._deny(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = 'sequence' if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for which, value in (('First', seq1), ('Second', seq2)):
                if not isinstance(value, seq_type):
                    raise self.failureException(f'{which} sequence is not a {kind}: {safe_repr(value)}')
        said = self._sequence_difference(seq1, seq2, kind, seq_type is None)
        if said is not None:
            self._deny(msg, self._with_diff(said, _pretty_lines(seq1), _pretty_lines(seq2), '\n'))

    def _sequence_difference(self, seq1, seq2, kind, loose):
        lengths = []
        for which, value in (('First', seq1), ('Second', seq2)):
            try:
                lengths.append(len(value))
            except (TypeError, NotImplementedError):
                return f'{which} {kind} has no length.    Non-sequence?'
        if seq1 == seq2:
            return None
        said = '{}s differ: {} != {}\n'.format(kind.capitalize(), *_common_shorten_repr(seq1, seq2))
        for index in range(min(lengths)):
            items = []
            for which, value in (('first', seq1), ('second', seq2)):
                try:
                    items.append(value[index])
                except (TypeError, IndexError, NotImplementedError):
                    said += f'\nUnable to index element {index} of {which} {kind}\n'
                    break
            if len(items) < 2:
                break
            if items[0] != items[1]:
                said += '\nFirst differing element {}:\n{}\n{}\n'.format(index, *_common_shorten_repr(*items))
                break
        else:
            if loose and lengths[0] == lengths[1] and type(seq1) is not type(seq2):
                return None
        if lengths[0] != lengths[1]:
            which, value = ('first', seq1) if lengths[0] > lengths[1] else ('second', seq2)
            start = min(lengths)
            said += f'\n{which.capitalize()} {kind} contains {max(lengths) - start} additional elements.\n'
            try:
                said += f'First extra element {start}:\n{safe_repr(value[start])}\n'
            except (TypeError, IndexError, NotImplementedError):
                said += f'Unable to index element {start} of {which} {kind}\n'
        return said

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for one, other, here, there in ((set1, set2, 'first', 'second'), (set2, set1, 'second', 'first')):
            try:
                only = one.difference(other)
            except TypeError as error:
                self.fail(f'invalid type when attempting set difference: {error}')
            except AttributeError as error:
                self.fail(f'{here} argument does not support set difference: {error}')
            if only:
                lines.append(f'Items in the {here} set but not the {there}:')
                lines += [repr(item) for item in only]
        if lines:
            self._deny(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            said = '{} != {}'.format(*_common_shorten_repr(d1, d2))
            self._deny(msg, self._with_diff(said, _pretty_lines(d1), _pretty_lines(d2), '\n'))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        said = '{} != {}'.format(*_common_shorten_repr(first, second))
        # Where one text lacks its last newline, both get one more, so that the diff shows the difference.
        if any([text and text[-1] != '\n' for text in (first, second)]):
            first, second = [text + '\n' if text else text for text in (first, second)]
        self._deny(msg, self._with_diff(said, first.splitlines(True), second.splitlines(True), ''))

    def assertCountEqual(self, first, second, msg=None):
        found = _count_differences(list(first), list(second))
        if found:
            lines = ['First has %d, Second has %d:  %r' % one for one in found]
            self._deny(msg, self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines)))

    # Membership and kinds.

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._deny(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._deny(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._deny(msg, f'{safe_repr(obj)} is not an instance of {_among(cls)}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            cls = _first_of(cls, lambda one: isinstance(obj, one))
            self._deny(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    def _is_below(self, cls, superclass, msg):
        try:
            return issubclass(cls, superclass)
        except TypeError:
            if not isinstance(cls, type):
                self._deny(msg, f'{cls!r} is not a class')
            raise

    def assertIsSubclass(self, cls, superclass, msg=None):
        if not self._is_below(cls, superclass, msg):
            self._deny(msg, f'{cls!r} is not a subclass of {_among(superclass)}')

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        if self._is_below(cls, superclass, msg):
            superclass = _first_of(superclass, lambda one: issubclass(cls, one))
            self._deny(msg, f'{cls!r} is a subclass of {superclass!r}')

    def assertHasAttr(self, obj, name, msg=None):
        if not hasattr(obj, name):
            self._deny(msg, f'{_owner(obj)} has no attribute {name!r}')

    def assertNotHasAttr(self, obj, name, msg=None):
        if hasattr(obj, name):
            self._deny(msg, f'{_owner(obj)} has unexpected attribute {name!r}')

    # Text.

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
            import re
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._deny(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            import re
            unexpected_regex = re.compile(unexpected_regex)
        found = unexpected_regex.search(text)
        if found:
            part = text[found.start():found.end()]
            self._deny(msg, f'Regex matched: {part!r} matches {unexpected_regex.pattern!r} in {text!r}')

    def _holds_end(self, method, text, ends, msg):
        try:
            return getattr(text, method)(ends)
        except (AttributeError, TypeError):
            for end in ends if isinstance(ends, tuple) else (ends,):
                for name, kinds in (('str', str), ('bytes', (bytes, bytearray))):
                    if isinstance(end, kinds) and not isinstance(text, kinds):
                        self._deny(msg, f'Expected {name}, not {type(text).__name__}')
            raise

    def assertStartsWith(self, s, prefix, msg=None):
        if not self._holds_end('startswith', s, prefix, msg):
            self._deny(msg, f"{safe_repr(s, short=True)} doesn't start with {_among(prefix)}")

    def assertNotStartsWith(self, s, prefix, msg=None):
        if self._holds_end('startswith', s, prefix, msg):
            prefix = _first_of(prefix, s.startswith)
            self._deny(msg, f'{safe_repr(s, short=True)} starts with {safe_repr(prefix)}')

    def assertEndsWith(self, s, suffix, msg=None):
        if not self._holds_end('endswith', s, suffix, msg):
            self._deny(msg, f"{safe_repr(s, short=True)} doesn't end with {_among(suffix)}")

    def assertNotEndsWith(self, s, suffix, msg=None):
        if self._holds_end('endswith', s, suffix, msg):
            suffix = _first_of(suffix, s.endswith)
            self._deny(msg, f'{safe_repr(s, short=True)} ends with {safe_repr(suffix)}')

    # Exceptions, warnings and logs.

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(self, expected_exception)._begin('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _AssertRaisesContext(self, expected_exception, expected_regex)
        return context._begin('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(self, expected_warning)._begin('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _AssertWarnsContext(self, expected_warning, expected_regex)
        return context._begin('assertWarnsRegex', args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return _AssertNotWarnsContext(self, expected_warning)._begin('_assertNotWarns', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, True)
