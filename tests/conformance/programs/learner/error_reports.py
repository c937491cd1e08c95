# Exceptions that are chained, grouped, noted and printed.

import traceback, sys

class AppError(Exception):

    def __init__(self, code, msg='bad'):
        super().__init__(msg)
        self.code = code

    def __str__(self):
        return f'[{self.code}] {self.args[0]}'

def low(x):
    return {'a': 1}[x]

def mid(x):
    try:
        return low(x)
    except KeyError as e:
        raise AppError(404, 'not found') from e

def high(x):
    try:
        mid(x)
    except AppError:
        raise RuntimeError('high failed')

try:
    high('zz')
except RuntimeError as e:
    traceback.print_exc(file=sys.stdout)
    print(e.__context__, repr(e.__context__.__cause__), e.__cause__, e.__suppress_context__)
    print(traceback.extract_tb(e.__traceback__))
    for fr in traceback.extract_tb(e.__traceback__):
        print(fr.name, fr.lineno, fr.line, fr.colno, fr.end_colno)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('clean') from None
except ValueError as e:
    traceback.print_exception(e, file=sys.stdout)
e = ValueError('x')
e.add_note('note one')
e.add_note('note\ntwo')
try:
    raise e
except ValueError as ee:
    print(''.join(traceback.format_exception(ee)))
try:
    e.add_note(3)
except TypeError as t:
    print(t)

def grp():
    errs = []
    for f in (lambda: 1 / 0, lambda: int('q'), lambda: [][1], lambda: None.x):
        try:
            f()
        except Exception as x:
            errs.append(x)
    raise ExceptionGroup('several', errs + [ExceptionGroup('inner', [TypeError('t'), OSError('No such')])])

try:
    grp()
except* (ZeroDivisionError, ValueError) as eg:
    print('A', eg.exceptions)
except* OSError as eg:
    print('B', eg, eg.exceptions[0].exceptions)
except* Exception as eg:
    print('C', repr(eg))
    traceback.print_exception(eg, file=sys.stdout)
try:
    grp()
except ExceptionGroup as g:
    a, b = g.split(ValueError)
    print(a, '|', b, '|', g.subgroup(lambda x: isinstance(x, TypeError)))
    print(g.derive([ValueError()]), g.message, len(g.exceptions))

def rec(n):
    if n == 0:
        raise LookupError('deep')
    rec(n - 1)

try:
    rec(8)
except LookupError:
    traceback.print_exc(file=sys.stdout)

def f():
    try:
        return 'try'
    finally:
        print('finally')

print(f())
try:
    try:
        raise KeyError('one')
    finally:
        print('cleanup')
except KeyError as k:
    print(k, repr(k), k.args, str(k))
for ex in (UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'invalid start byte'), StopIteration(5), SystemExit(3), ImportError('m', name='n', path='p'), SyntaxError('s', ('f', 1, 2, 'x y', 1, 4)), AttributeError('a', name='b', obj=3), KeyError('a', 'b'), NameError('n', name='n')):
    print(repr(ex), '|', str(ex), '|', type(ex).__mro__[1].__name__)
try:
    raise
except RuntimeError as r:
    print(r)
try:
    raise 5
except TypeError as r:
    print(r)
try:
    raise ValueError from 5
except TypeError as r:
    print(r)
try:
    try:
        raise 1 if 0 else TypeError('a')
    except ValueErro:
        pass
except NameError as n:
    print(n)
    print(n.__context__)
print(traceback.format_exc())
te = traceback.TracebackException.from_exception(e, capture_locals=True)
print(list(te.format_exception_only()), te.exc_type_str)
sys.excepthook = lambda t, v, tb: print('HOOK', t.__name__, v, tb.tb_lineno)
mid('last')
