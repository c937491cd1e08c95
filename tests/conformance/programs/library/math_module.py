import math

print(math.pi, math.e, math.inf, -math.inf, math.nan, math.tau)
print(math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.factorial(20))
print(math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.prod([2, 3]))
print(math.fsum([0.1] * 10), math.hypot(3, 4), math.degrees(math.pi), math.isclose(0.1 + 0.2, 0.3))
print(math.log(8, 2), math.log2(8), math.log10(1000), math.exp(0), math.pow(2, 3), math.fmod(7, -3))
print(math.copysign(1, -0.0), math.modf(1.5), math.frexp(8), math.isnan(math.nan), math.dist([0, 0], [3, 4]))
for wrong in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
