//! `random.Random`: integers, choices and samples drawn from the [`Mersenne`] Twister exactly as CPython 3.14
//! draws them. Sequences are answered by index, so the machine picks the objects. The distributions are in
//! `distributions`.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::elementary;
use super::mersenne::Mersenne;
use super::raise::{ErrorClass, Outcome, Raise};

/// A random number generator.
#[derive(Clone, PartialEq, Debug)]
pub struct Random {
    /// Where the randomness comes from.
    pub core: Mersenne,
    /// The second number of the pair that `gauss` makes, kept for its next call.
    pub gauss_next: Option<f64>,
}

/// The `TypeError` for a seed that is no number, text or bytes.
pub fn seed_type_error() -> Raise {
    Raise::type_error("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
}

impl Random {
    /// A generator on a freshly seeded core.
    pub fn new(core: Mersenne) -> Random {
        Random { core, gauss_next: None }
    }

    /// `random()`.
    pub fn random(&mut self) -> f64 {
        self.core.random()
    }

    /// `getrandbits(bits)`.
    pub fn getrandbits(&mut self, bits: i64) -> Outcome<BigUint> {
        let bits = u64::try_from(bits).map_err(|_| Raise::value("Cannot convert negative int"))?;
        if bits > 1 << 32 {
            return Err(Raise::new(ErrorClass::Memory, ""));
        }
        Ok(self.core.bits(bits))
    }

    fn below(&mut self, limit: &BigInt) -> BigInt {
        BigInt::from(self.core.below_big(limit.magnitude()))
    }

    /// `randrange(start)`.
    pub fn randrange_to(&mut self, stop: &BigInt) -> Outcome<BigInt> {
        if stop.is_positive() {
            Ok(self.below(stop))
        } else {
            Err(Raise::value("empty range for randrange()"))
        }
    }

    /// `randrange(start, stop, step)`.
    pub fn randrange(&mut self, start: &BigInt, stop: &BigInt, step: &BigInt) -> Outcome<BigInt> {
        let width = stop - start;
        if step.is_one() {
            if width.is_positive() {
                return Ok(start + self.below(&width));
            }
            return Err(Raise::value(format!("empty range in randrange({start}, {stop})")));
        }
        if step.is_zero() {
            return Err(Raise::value("zero step for randrange()"));
        }
        let count = (width + step - step.signum()).div_floor(step);
        if !count.is_positive() {
            return Err(Raise::value(format!("empty range in randrange({start}, {stop}, {step})")));
        }
        Ok(start + step * self.below(&count))
    }

    /// `randint(low, high)`.
    pub fn randint(&mut self, low: &BigInt, high: &BigInt) -> Outcome<BigInt> {
        if high < low {
            return Err(Raise::value(format!("empty range in randint({low}, {high})")));
        }
        Ok(low + self.below(&(high - low + 1)))
    }

    /// `randbytes(count)`.
    pub fn randbytes(&mut self, count: i64) -> Outcome<Vec<u8>> {
        let mut bytes = self.getrandbits(count.saturating_mul(8))?.to_bytes_le();
        bytes.resize(usize::try_from(count).unwrap_or(0), 0);
        Ok(bytes)
    }

    /// The index that `choice` picks from a sequence of this length.
    pub fn choice(&mut self, length: usize) -> Outcome<usize> {
        if length == 0 {
            return Err(Raise::new(ErrorClass::Index, "Cannot choose from an empty sequence"));
        }
        Ok(self.core.below(length as u64) as usize)
    }

    /// `shuffle(items)`.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.core.below(last as u64 + 1) as usize);
        }
    }

    /// A whole number below `limit`, which must not be 0.
    pub fn below_small(&mut self, limit: u64) -> u64 {
        self.core.below(limit)
    }

    /// The indexes that `sample` picks, `count` of a population of `length`.
    pub fn sample(&mut self, length: usize, count: i64) -> Outcome<Vec<usize>> {
        let count = usize::try_from(count).ok().filter(|&count| count <= length);
        let count = count.ok_or_else(|| Raise::value("Sample larger than population or is negative"))?;
        // CPython keeps the cheaper of a list of what is left and a set of what was chosen; they draw unlike.
        let mut set_size = 21;
        if count > 5 {
            let power = (elementary::log(count as f64 * 3.0) / elementary::log(4.0)).ceil();
            set_size += 4_usize.saturating_pow(power as u32);
        }
        if length <= set_size {
            Ok(self.sample_pool(length, count))
        } else {
            Ok(self.sample_set(length, count))
        }
    }

    fn sample_pool(&mut self, length: usize, count: usize) -> Vec<usize> {
        let mut pool: Vec<usize> = (0..length).collect();
        let mut draw = |taken: usize| {
            let left = length - taken;
            let at = self.core.below(left as u64) as usize;
            let index = pool[at];
            pool[at] = pool[left - 1];
            index
        };
        (0..count).map(&mut draw).collect()
    }

    fn sample_set(&mut self, length: usize, count: usize) -> Vec<usize> {
        let mut selected = std::collections::BTreeSet::new();
        let mut draw = |_| loop {
            let at = self.core.below(length as u64) as usize;
            if selected.insert(at) {
                return at;
            }
        };
        (0..count).map(&mut draw).collect()
    }

    /// The indexes that `sample(population, count, counts=…)` picks, where an item is there several times.
    pub fn sample_counted(&mut self, length: usize, counts: &[i64], count: i64) -> Outcome<Vec<usize>> {
        if counts.len() != length {
            return Err(Raise::value("The number of counts does not match the population"));
        }
        let mut total = 0_i64;
        let ends: Vec<i64> = counts
            .iter()
            .map(|count| {
                total = total.saturating_add(*count);
                total
            })
            .collect();
        let total = usize::try_from(total).map_err(|_| Raise::value("Counts must be non-negative"))?;
        let before_last = ends.len().saturating_sub(1);
        let picked = self.sample(total, count)?;
        Ok(picked
            .into_iter()
            .map(|at| ends[..before_last].partition_point(|&end| end <= at as i64))
            .collect())
    }

    /// An index that `choices` picks when it has no weights; the population must not be empty.
    pub fn choices_index(&mut self, length: usize) -> usize {
        (self.random() * length as f64).floor() as usize
    }

    /// An index that `choices` picks by cumulative weights that [`check_weights`] has accepted.
    pub fn weighted_index(&mut self, cumulative: &[f64]) -> usize {
        let last = cumulative.len().saturating_sub(1);
        let total = cumulative.last().copied().unwrap_or(0.0);
        let at = self.random() * total;
        cumulative[..last].partition_point(|&weight| weight <= at)
    }
}

/// `itertools.accumulate(weights)` of floats.
pub fn accumulate(weights: &[f64]) -> Vec<f64> {
    let mut total = None;
    let add = |&weight: &f64| {
        let sum = total.map_or(weight, |total: f64| total + weight);
        total = Some(sum);
        sum
    };
    weights.iter().map(add).collect()
}

/// Checks the cumulative weights of `choices` for a population of `length`.
pub fn check_weights(cumulative: &[f64], length: usize) -> Outcome<()> {
    if cumulative.len() != length {
        return Err(Raise::value("The number of weights does not match the population"));
    }
    let Some(&total) = cumulative.last() else {
        return Err(Raise::new(ErrorClass::Index, "list index out of range"));
    };
    if total <= 0.0 {
        return Err(Raise::value("Total of weights must be greater than zero"));
    }
    if !total.is_finite() {
        return Err(Raise::value("Total of weights must be finite"));
    }
    Ok(())
}

#[cfg(test)]
#[path = "random_tests.rs"]
mod tests;
