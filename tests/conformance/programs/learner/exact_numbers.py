# Decimals, fractions, statistics, complex numbers and the corners of floats.

from decimal import *
from fractions import Fraction as F
import statistics as st, math, cmath
print(Decimal('1.10') + Decimal('2.2'), Decimal(0.1), repr(Decimal('1E+3')), Decimal(10) / 3, Decimal('-0'), Decimal('3.14159').quantize(Decimal('0.01')), Decimal('2.5').quantize(Decimal('1'), ROUND_HALF_UP), round(Decimal('2.675'), 2), Decimal('1e-7'), Decimal('123456789.123').normalize(), Decimal('100').normalize(), f'{Decimal('1234567.891'):,.2f}', Decimal(2).sqrt(), Decimal('1.5') ** 2, Decimal(7) // 2, Decimal(-7) % 3, divmod(Decimal(7), 2))
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 7, ctx, Decimal(2).exp(), Decimal(10).ln())
with localcontext(prec=3, rounding=ROUND_DOWN):
    print(Decimal(2) / 3)
print(getcontext())
getcontext().prec = 10
print(Decimal(1) / 3)
for bad in (lambda: Decimal(1) / 0, lambda: Decimal('x'), lambda: Decimal(0) / 0, lambda: Decimal(1) + 1.0, lambda: Decimal('NaN') < 1, lambda: Decimal(-1).sqrt(), lambda: Decimal('1e99999999' * 2), lambda: int(Decimal('inf'))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
getcontext().traps[DivisionByZero] = False
print(Decimal(1) / 0, getcontext().flags[DivisionByZero])
print(Decimal('1.23').as_tuple(), Decimal('1.5').as_integer_ratio(), Decimal('Infinity'), Decimal('nan').is_nan(), Decimal('1.2').compare(Decimal('1.3')), Decimal('12.3').adjusted(), Decimal((0, (1, 2), -1)), Decimal('1_000'), hash(Decimal(1)) == hash(1), Decimal('1.0') == 1, sum([Decimal('0.1')] * 10), max(Decimal(1), Decimal(2)), Decimal('5E-3').to_eng_string(), Decimal.from_float(0.5), Decimal('3.7').to_integral_value(), math.floor(Decimal('-1.5')), Decimal('0.1').__float__())
print(F(1, 3) + F(1, 6), F('3/4'), F(0.5), F('1.25'), F(6, -8), F(7, 3) // 1, F(1, 3) ** 2, F(1, 3) ** (-1), F(1, 2) ** 0.5, float(F(1, 3)), F(3.14159).limit_denominator(100), repr(F(1, 2)), F(5, 2).numerator, round(F(7, 3), 1), math.floor(F(7, 3)), F(1, 2) == 0.5, F(1, 2) < 1, f'{F(1, 3):.3f}', F(1, 2) + 1.5, sum([F(1, 2)] * 3), divmod(F(7, 2), 1), F(Decimal('0.1')))
for bad in (lambda: F(1, 0), lambda: F('x'), lambda: F(1.5, 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.median(data), st.mode(data), st.stdev(data), st.pstdev(data), st.variance(data), st.quantiles(data, n=4), st.multimode('aabbc'), st.geometric_mean([1, 10, 100]), st.harmonic_mean([40, 60]), st.median_low(data), st.median_grouped(data), st.fmean(data, weights=range(8)), st.correlation([1, 2, 3], [1, 3, 2]), st.linear_regression([1, 2, 3], [2, 4, 7]), st.covariance([1, 2], [3, 5]))
for bad in (lambda: st.mean([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.median([]), lambda: st.mean(['a'])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
n = st.NormalDist(100, 15)
print(n, n.cdf(115), n.pdf(100), n + 5, n.zscore(130), st.NormalDist.from_samples([1, 2, 3]), n.overlap(st.NormalDist(110, 15)))
print(st.mean([F(1, 2), F(1, 3)]), st.mean([Decimal('1.5'), Decimal(2)]))
c = 3 + 4j
print(c, abs(c), c.conjugate(), c ** 2, c / (1 - 1j), complex('1+2j'), complex(-0.0, -0.0), repr(-1j), cmath.polar(c), cmath.sqrt(-1), cmath.exp(1j * math.pi), c.real, c == 3 + 4j, hash(c), f'{c:.2f}', 1j * 1j, complex(1, float('nan')), str(complex('inf')), cmath.phase(-1), c.imag.is_integer())
for bad in (lambda: c < 1, lambda: int(c), lambda: complex('x'), lambda: c // 1, lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: 0 ** (-1), lambda: 1 % 0, lambda: 1.0 // 0, lambda: int('12x'), lambda: float('abc'), lambda: int('z', 36 + 1), lambda: chr(-1), lambda: int('9' * 5000), lambda: str(10 ** 5000), lambda: 1 << -1, lambda: math.gcd(1.5), lambda: round('x'), lambda: pow(2, -1, 4)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
for x in (0.1, 1e+16, 1000000000000000.0, 1.2345678901234568e+17, 1e-05, 0.0001, 5e-324, 1.7976931348623157e+308, -0.0, float('inf'), 1 / 3, 2.5, 1e+22, 100.0):
    print(repr(x), f'{x:g} {x:.3e} {x:10.2f} {x:%} {x:,.1f} {x:+} {x:08.1f}', x.hex(), x.as_integer_ratio() if math.isfinite(x) else '')
print(2 ** 200, -7 // 2, -7 % 3, 7 % -3, divmod(-7, 2), 10 ** 30 // 7, int('ff', 16), bin(10), oct(8), hex(-255), f'{255:#x} {255:b} {1234567:,} {1234567:_} {-5:05d} {3:^7}|', 12345 .bit_length(), 255 .to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'), round(2.5), round(-1.5), round(1234, -2), 10 ** (-2), 7 .real, True + 1, math.isqrt(10 ** 20), math.comb(50, 25), math.perm(5, 2), math.prod([1, 2, 3]), math.lcm(4, 6), math.hypot(3, 4), math.dist([0, 0], [1, 1]), math.fsum([0.1] * 10), math.nextafter(1, 2), math.ulp(1), math.frexp(8), math.modf(-1.5), math.copysign(1, -0.0), math.sumprod([1, 2], [3, 4]), math.cbrt(27), math.trunc(-1.7))
