//! Integer arithmetic where Python's rules are its own: flooring division, correctly rounded true division,
//! powers and shifts with their errors, and exact comparison with floats. The `i64` forms answer `None` where
//! the result leaves 64 bits, and the caller goes on with [`BigInt`].

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::float_arith::{decompose, scaled};
use super::raise::{ErrorClass, Outcome, Raise};

/// The `ZeroDivisionError` of `/`, `//`, `%` and `divmod`.
pub fn division_by_zero() -> Raise {
    Raise::zero_division("division by zero")
}

fn too_large() -> Raise {
    Raise::new(ErrorClass::Memory, "")
}

/// `divmod(left, right)` in 64 bits; `right` must not be zero.
pub fn div_mod_i64(left: i64, right: i64) -> Option<(i64, i64)> {
    let quotient = left.checked_div(right)?;
    let remainder = left.wrapping_sub(quotient.wrapping_mul(right));
    // Truncation went up where the signs differ and something was left.
    if remainder != 0 && (remainder < 0) != (right < 0) {
        Some((quotient - 1, remainder + right))
    } else {
        Some((quotient, remainder))
    }
}

/// `left * right`, if it fits. Whether it does is asked only where it may not: WebAssembly has no instruction for that.
#[inline]
pub fn mul_i64(left: i64, right: i64) -> Option<i64> {
    let small = (left.unsigned_abs() | right.unsigned_abs()) >> 31 == 0;
    if small { Some(left.wrapping_mul(right)) } else { left.checked_mul(right) }
}

/// `divmod(left, right)`.
pub fn div_mod(left: &BigInt, right: &BigInt) -> Outcome<(BigInt, BigInt)> {
    if right.is_zero() { Err(division_by_zero()) } else { Ok(left.div_mod_floor(right)) }
}

/// `left // right`.
pub fn floor_div(left: &BigInt, right: &BigInt) -> Outcome<BigInt> {
    if right.is_zero() { Err(division_by_zero()) } else { Ok(left.div_floor(right)) }
}

/// `left % right`.
pub fn modulo(left: &BigInt, right: &BigInt) -> Outcome<BigInt> {
    if right.is_zero() { Err(division_by_zero()) } else { Ok(left.mod_floor(right)) }
}

/// `left / right` in 64 bits.
pub fn true_div_i64(left: i64, right: i64) -> Outcome<f64> {
    const EXACT: u64 = 1 << 53;
    if right == 0 {
        return Err(division_by_zero());
    }
    if left.unsigned_abs() <= EXACT && right.unsigned_abs() <= EXACT {
        return Ok(left as f64 / right as f64);
    }
    true_div(&BigInt::from(left), &BigInt::from(right))
}

/// `left / right`, correctly rounded however large the operands are.
pub fn true_div(left: &BigInt, right: &BigInt) -> Outcome<f64> {
    if right.is_zero() {
        return Err(division_by_zero());
    }
    let (a, b) = (left.magnitude(), right.magnitude());
    // A quotient of at least 65 bits leaves the rest to one sticky bit.
    let shift = 66 + b.bits() as i64 - a.bits() as i64;
    let (quotient, remainder) = if shift >= 0 { (a << shift).div_rem(b) } else { a.div_rem(&(b << -shift)) };
    let magnitude = scaled(&quotient, !remainder.is_zero(), -shift);
    if magnitude.is_infinite() {
        return Err(Raise::overflow("integer division result too large for a float"));
    }
    // A zero takes its sign from the other operand, as a float zero would.
    let negative = left.is_negative() != right.is_negative();
    Ok(if negative { -magnitude } else { magnitude })
}

/// `base ** exponent` in 64 bits; the exponent must not be negative.
pub fn pow_i64(base: i64, exponent: i64) -> Option<i64> {
    match (base, u32::try_from(exponent)) {
        (0 | 1, Err(_)) => Some(base),
        (-1, Err(_)) => Some(if exponent & 1 == 0 { 1 } else { -1 }),
        (_, exponent) => base.checked_pow(exponent.ok()?),
    }
}

/// `base ** exponent` for an exponent that is not negative; `MemoryError` if the result would have more than
/// `max_bits` bits.
pub fn pow(base: &BigInt, exponent: &BigInt, max_bits: u64) -> Outcome<BigInt> {
    let odd = exponent.is_odd();
    if exponent.is_zero() || base.is_one() {
        return Ok(BigInt::one());
    }
    if base.is_zero() {
        return Ok(BigInt::zero());
    }
    if base.magnitude().is_one() {
        return Ok(if odd { base.clone() } else { BigInt::one() });
    }
    let exponent = exponent.to_u32().ok_or_else(too_large)?;
    if (base.bits() - 1).saturating_mul(u64::from(exponent)) > max_bits {
        return Err(too_large());
    }
    Ok(base.pow(exponent))
}

/// `pow(base, exponent, modulus)`.
pub fn pow_mod(base: &BigInt, exponent: &BigInt, modulus: &BigInt) -> Outcome<BigInt> {
    if modulus.is_zero() {
        return Err(Raise::value("pow() 3rd argument cannot be 0"));
    }
    if !exponent.is_negative() {
        return Ok(base.modpow(exponent, modulus));
    }
    Ok(inverse(base, modulus)?.modpow(&-exponent, modulus))
}

/// The number that gives 1 modulo `modulus` when multiplied with `value`.
fn inverse(value: &BigInt, modulus: &BigInt) -> Outcome<BigInt> {
    let modulus = modulus.abs();
    let found = value.mod_floor(&modulus).extended_gcd(&modulus);
    if !found.gcd.is_one() {
        return Err(Raise::value("base is not invertible for the given modulus"));
    }
    Ok(found.x.mod_floor(&modulus))
}

fn negative_shift() -> Raise {
    Raise::value("negative shift count")
}

/// `value << count`; `MemoryError` beyond `max_bits` bits.
pub fn shift_left(value: &BigInt, count: &BigInt, max_bits: u64) -> Outcome<BigInt> {
    if count.is_negative() {
        return Err(negative_shift());
    }
    if value.is_zero() {
        return Ok(BigInt::zero());
    }
    let Some(count) = count.to_u64() else {
        return Err(Raise::overflow("too many digits in integer"));
    };
    if value.bits().saturating_add(count) > max_bits {
        return Err(too_large());
    }
    Ok(value << count)
}

/// `value << count` in 64 bits; the count must not be negative.
pub fn shift_left_i64(value: i64, count: i64) -> Option<i64> {
    let count = u32::try_from(count).ok().filter(|&count| count < 63);
    match count {
        _ if value == 0 => Some(0),
        Some(count) => Some(value << count).filter(|shifted| shifted >> count == value),
        None => None,
    }
}

/// `value >> count`, which rounds down.
pub fn shift_right(value: &BigInt, count: &BigInt) -> Outcome<BigInt> {
    if count.is_negative() {
        return Err(negative_shift());
    }
    match count.to_u64() {
        Some(count) if count < value.bits() => Ok(value >> count),
        _ => Ok(if value.is_negative() { -BigInt::one() } else { BigInt::zero() }),
    }
}

/// `value >> count` in 64 bits.
pub fn shift_right_i64(value: i64, count: i64) -> Outcome<i64> {
    match u32::try_from(count) {
        _ if count < 0 => Err(negative_shift()),
        Ok(count) => Ok(value >> count.min(63)),
        Err(_) => Ok(value >> 63),
    }
}

/// `value.bit_length()`.
pub fn bit_length(value: &BigInt) -> u64 {
    value.bits()
}

/// `value.bit_count()`.
pub fn bit_count(value: &BigInt) -> u64 {
    value.magnitude().iter_u64_digits().map(|digit| u64::from(digit.count_ones())).sum()
}

/// `round(value, digits)`: to a multiple of `10**-digits`, halves to even.
pub fn round(value: &BigInt, digits: i64) -> BigInt {
    if digits >= 0 {
        return value.clone();
    }
    // A power of ten with more digits than twice the value rounds it to zero.
    let places = digits.unsigned_abs();
    if places > value.bits() {
        return BigInt::zero();
    }
    let unit = BigInt::from(10).pow(places as u32);
    let (mut quotient, remainder) = value.div_mod_floor(&unit);
    let twice: BigInt = remainder * 2;
    if twice > unit || (twice == unit && quotient.is_odd()) {
        quotient += 1;
    }
    quotient * unit
}

/// How an integer compares with a float, exactly; `None` for not-a-number.
pub fn compare_float(left: &BigInt, right: f64) -> Option<Ordering> {
    if right.is_nan() {
        return None;
    }
    if right.is_infinite() {
        return Some(if right > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let (mantissa, exponent) = decompose(right);
    let sign = if right < 0.0 { Sign::Minus } else { Sign::Plus };
    let right = BigInt::from_biguint(sign, BigUint::from(mantissa));
    Some(if exponent >= 0 { left.cmp(&(right << exponent)) } else { (left << -exponent).cmp(&right) })
}

/// How a 64-bit integer compares with a float, exactly.
pub fn compare_float_i64(left: i64, right: f64) -> Option<Ordering> {
    const EXACT: u64 = 1 << 53;
    if left.unsigned_abs() <= EXACT {
        return (left as f64).partial_cmp(&right);
    }
    compare_float(&BigInt::from(left), right)
}

/// `value.to_bytes(length, byteorder, signed=signed)`.
pub fn to_bytes(value: &BigInt, length: usize, big_endian: bool, signed: bool) -> Outcome<Vec<u8>> {
    if value.is_negative() && !signed {
        return Err(Raise::overflow("can't convert negative int to unsigned"));
    }
    let minimal = if signed { value.to_signed_bytes_le() } else { value.magnitude().to_bytes_le() };
    let mut bytes = if value.is_zero() { Vec::new() } else { minimal };
    if bytes.len() > length {
        return Err(Raise::overflow("int too big to convert"));
    }
    bytes.resize(length, if value.is_negative() { 0xff } else { 0 });
    if big_endian {
        bytes.reverse();
    }
    Ok(bytes)
}

/// `int.from_bytes(bytes, byteorder, signed=signed)`.
pub fn from_bytes(bytes: &[u8], big_endian: bool, signed: bool) -> BigInt {
    match (big_endian, signed) {
        (true, true) => BigInt::from_signed_bytes_be(bytes),
        (true, false) => BigInt::from_bytes_be(Sign::Plus, bytes),
        (false, true) => BigInt::from_signed_bytes_le(bytes),
        (false, false) => BigInt::from_bytes_le(Sign::Plus, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn big(text: &str) -> BigInt {
        text.parse().unwrap_or_default()
    }

    fn shown<T: ToString>(outcome: Outcome<T>) -> String {
        outcome.map_or_else(|raise| raise.to_string(), |value| value.to_string())
    }

    fn float(outcome: Outcome<f64>) -> String {
        outcome.map_or_else(|raise| raise.to_string(), super::super::float::repr)
    }

    #[test]
    fn division_is_cpythons() {
        for (left, right, quotient, remainder, ratio) in [
            ("7", "2", "3", "1", "3.5"),
            ("-7", "2", "-4", "1", "-3.5"),
            ("7", "-2", "-4", "-1", "-3.5"),
            ("-7", "-2", "3", "-1", "3.5"),
            ("6", "-3", "-2", "0", "-2.0"),
            ("0", "-5", "0", "0", "-0.0"),
            (
                "5",
                "0",
                "ZeroDivisionError: division by zero",
                "ZeroDivisionError: division by zero",
                "ZeroDivisionError: division by zero",
            ),
            ("1", "3", "0", "1", "0.3333333333333333"),
            (
                "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "1",
                "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "0",
                "OverflowError: integer division result too large for a float",
            ),
            (
                "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "10",
                "0",
                "10.0",
            ),
            (
                "-1000000000000000000000000000000",
                "7",
                "-142857142857142857142857142858",
                "6",
                "-1.4285714285714285e+29",
            ),
            ("9223372036854775807", "3", "3074457345618258602", "1", "3.0744573456182584e+18"),
            ("-9223372036854775808", "-1", "9223372036854775808", "0", "9.223372036854776e+18"),
            ("9007199254740993", "1", "9007199254740993", "0", "9007199254740992.0"),
            ("18014398509481987", "2", "9007199254740993", "1", "9007199254740994.0"),
            (
                "1",
                "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "0",
                "1",
                "0.0",
            ),
            (
                "1",
                "100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "0",
                "1",
                "1e-320",
            ),
            (
                "3",
                "100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
                "0",
                "3",
                "3e-320",
            ),
            (
                "202402253307310618352495346718917307049556649764142118356901358027430339567995346891960383701437124495187077864316811911389808737385793476867013399940738509921517424276566361364466907742093216341239767678472745068562007483424692698618103355649159556340810056512358769552333414615230502532186327508646006263307707741093494785",
                "40966672143876732145176228848043091143928566425868314369800638377010779053124493714260960149070292229477000187962034707314131344279013990700557084216067703100110397626915930050017669416781158249744236172365003101763600273594402063864722325201532144604115521818460662623935143647469165084514879475815880467163982182410113805509643338164835839186040845030529294117697218294439255325218264815180040054295920900280527835303063728875285777248462704511695944824230554347848626506942611938335291999257755662113691788246053880398723321865319809478918081631431889557552749507834196358292243660837246218506196446294893757162080795972525602568587162635206656",
                "0",
                "202402253307310618352495346718917307049556649764142118356901358027430339567995346891960383701437124495187077864316811911389808737385793476867013399940738509921517424276566361364466907742093216341239767678472745068562007483424692698618103355649159556340810056512358769552333414615230502532186327508646006263307707741093494785",
                "5e-324",
            ),
            (
                "179769313486231590772930519078902473361797697894230657273430081157732675805500963132708477322407536021120113879871393357658789768814416622492847430639474124377767893424865485276302219601246094119453082952085005768838150682342462881473913110540827237163350510684586298239947245938479716304835356329624224137215",
                "1",
                "179769313486231590772930519078902473361797697894230657273430081157732675805500963132708477322407536021120113879871393357658789768814416622492847430639474124377767893424865485276302219601246094119453082952085005768838150682342462881473913110540827237163350510684586298239947245938479716304835356329624224137215",
                "0",
                "OverflowError: integer division result too large for a float",
            ),
            ("9007199254740993", "9007199254740992", "1", "1", "1.0"),
            ("10000000000000000000000001", "1000", "10000000000000000000000", "1", "1e+22"),
            ("-4611686018427387905", "3", "-1537228672809129302", "1", "-1.5372286728091292e+18"),
        ] {
            let (a, b) = (big(left), big(right));
            assert_eq!(shown(floor_div(&a, &b)), quotient, "{left} // {right}");
            assert_eq!(shown(modulo(&a, &b)), remainder, "{left} % {right}");
            assert_eq!(float(true_div(&a, &b)), ratio, "{left} / {right}");
            if let (Some(a), Some(b)) = (a.to_i64(), b.to_i64()) {
                assert_eq!(float(true_div_i64(a, b)), ratio, "{left} / {right}");
                if let Some((q, m)) = div_mod_i64(a, b) {
                    assert_eq!((q.to_string(), m.to_string()), (quotient.to_owned(), remainder.to_owned()));
                }
            }
        }
        assert_eq!(div_mod_i64(i64::MIN, -1), None);
    }

    #[test]
    fn modular_powers_are_cpythons() {
        for (base, exponent, modulus, expected) in [
            (2, 10, 1000, "24"),
            (2, -1, 7, "4"),
            (2, -1, 4, "ValueError: base is not invertible for the given modulus"),
            (2, 3, 0, "ValueError: pow() 3rd argument cannot be 0"),
            (-3, 3, 7, "1"),
            (3, 5, -7, "-2"),
            (3, -2, -7, "-3"),
            (5, 0, 1, "0"),
            (5, 0, -1, "0"),
            (0, 0, 5, "1"),
            (7, -3, 1, "0"),
            (2, -3, -1, "0"),
        ] {
            assert_eq!(shown(pow_mod(&base.into(), &exponent.into(), &modulus.into())), expected);
        }
    }

    #[test]
    fn powers_and_shifts() {
        assert_eq!(pow_i64(3, 4), Some(81));
        assert_eq!(pow_i64(2, 63), None);
        assert_eq!(pow_i64(-1, i64::MAX), Some(-1));
        assert_eq!(shown(pow(&big("-7"), &big("3"), 100)), "-343");
        assert_eq!(shown(pow(&big("10"), &big("1000"), 100)), "MemoryError: ");
        assert_eq!(shown(pow(&big("-1"), &big("99999999999999999999"), 100)), "-1");
        assert_eq!(shift_left_i64(1, 62), Some(1 << 62));
        assert_eq!(shift_left_i64(1, 63), None);
        assert_eq!(shift_left_i64(-3, 5), Some(-96));
        assert_eq!(shown(shift_right_i64(-5, 1)), "-3");
        assert_eq!(shown(shift_right_i64(-5, 1000)), "-1");
        assert_eq!(shown(shift_right(&big("-100000000000000000000"), &big("3"))), "-12500000000000000000");
        assert_eq!(shown(shift_right(&big("-1"), &big("100000000000000000000"))), "-1");
        assert_eq!(shown(shift_left(&big("1"), &big("-1"), 9)), "ValueError: negative shift count");
        assert_eq!(
            shown(shift_left(&big("1"), &big("1180591620717411303424"), 9)),
            "OverflowError: too many digits in integer"
        );
        assert_eq!((bit_length(&big("-255")), bit_count(&big("-255"))), (8, 8));
    }

    #[test]
    fn rounding_to_powers_of_ten() {
        for (value, digits, expected) in [
            (15, -1, "20"),
            (25, -1, "20"),
            (-15, -1, "-20"),
            (-25, -1, "-20"),
            (1250, -2, "1200"),
            (1251, -2, "1300"),
            (5, -1, "0"),
            (6, -1, "10"),
            (5, -5, "0"),
            (123, 2, "123"),
            (-999, -3, "-1000"),
            (499, -3, "0"),
            (500, -3, "0"),
            (1500, -3, "2000"),
        ] {
            assert_eq!(round(&value.into(), digits).to_string(), expected, "round({value}, {digits})");
        }
    }

    #[test]
    fn comparison_with_floats_is_exact() {
        let equal = Some(Ordering::Equal);
        assert_eq!(compare_float_i64((1 << 53) + 1, 9_007_199_254_740_992.0), Some(Ordering::Greater));
        assert_eq!(compare_float_i64(i64::MAX, 9_223_372_036_854_775_808.0), Some(Ordering::Less));
        assert_eq!(compare_float_i64(i64::MIN, -9_223_372_036_854_775_808.0), equal);
        assert_eq!(compare_float_i64(2, f64::NAN), None);
        assert_eq!(compare_float(&BigInt::from(10).pow(400), f64::INFINITY), Some(Ordering::Less));
        assert_eq!(compare_float(&BigInt::from(10).pow(22), 1e22), equal);
        assert_eq!(compare_float(&BigInt::from(10).pow(23), 1e23), Some(Ordering::Greater));
    }

    #[test]
    fn bytes() {
        assert_eq!(to_bytes(&big("1024"), 2, true, false), Ok(vec![4, 0]));
        assert_eq!(to_bytes(&big("-2"), 3, false, true), Ok(vec![0xfe, 0xff, 0xff]));
        assert_eq!(to_bytes(&big("0"), 0, true, false), Ok(vec![]));
        let shown =
            |outcome: Outcome<Vec<u8>>| outcome.map_or_else(|raise| raise.to_string(), |_| String::new());
        assert_eq!(shown(to_bytes(&big("256"), 1, true, false)), "OverflowError: int too big to convert");
        assert_eq!(
            shown(to_bytes(&big("-1"), 1, true, false)),
            "OverflowError: can't convert negative int to unsigned"
        );
        assert_eq!(from_bytes(&[0xff, 0xfe], true, true), big("-2"));
        assert_eq!(from_bytes(&[0xff, 0xfe], false, false), big("65279"));
    }
}
