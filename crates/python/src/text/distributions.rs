//! The distributions of `random.Random`, drawn from `random()` by the algorithms that CPython 3.14 uses, with
//! the same number of draws in the same order.

use super::elementary::{acos, cos, exp, log, log2, sin};
use super::float_arith::{self, Power};
use super::gamma::lgamma;
use super::raise::{Outcome, Raise};
use super::random::Random;

const TAU: f64 = std::f64::consts::TAU;

/// `base ** exponent` for a base that is not negative.
fn real_pow(base: f64, exponent: f64) -> Outcome<f64> {
    Ok(match float_arith::pow(base, exponent)? {
        Power::Real(value) => value,
        Power::Complex(value) => value.real,
    })
}

impl Random {
    /// `uniform(low, high)`.
    pub fn uniform(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.random()
    }

    /// `triangular(low, high, mode)`.
    pub fn triangular(&mut self, low: f64, high: f64, mode: Option<f64>) -> f64 {
        let u = self.random();
        let c = match mode {
            None => 0.5,
            Some(_) if high - low == 0.0 => return low,
            Some(mode) => (mode - low) / (high - low),
        };
        if u > c {
            high + (low - high) * ((1.0 - u) * (1.0 - c)).sqrt()
        } else {
            low + (high - low) * (u * c).sqrt()
        }
    }

    /// `normalvariate(mu, sigma)`, by Kinderman and Monahan's ratio of uniforms.
    pub fn normalvariate(&mut self, mu: f64, sigma: f64) -> f64 {
        let magic = 4.0 * exp(-0.5) / 2.0_f64.sqrt();
        loop {
            let u1 = self.random();
            let u2 = 1.0 - self.random();
            let z = magic * (u1 - 0.5) / u2;
            if z * z / 4.0 <= -log(u2) {
                return mu + z * sigma;
            }
        }
    }

    /// `gauss(mu, sigma)`, by Box and Muller's pairs.
    pub fn gauss(&mut self, mu: f64, sigma: f64) -> f64 {
        let z = self.gauss_next.take().unwrap_or_else(|| {
            let angle = self.random() * TAU;
            let radius = (-2.0 * log(1.0 - self.random())).sqrt();
            self.gauss_next = Some(sin(angle) * radius);
            cos(angle) * radius
        });
        mu + z * sigma
    }

    /// `lognormvariate(mu, sigma)`.
    pub fn lognormvariate(&mut self, mu: f64, sigma: f64) -> Outcome<f64> {
        let power = self.normalvariate(mu, sigma);
        let result = exp(power);
        if result.is_infinite() && power.is_finite() {
            Err(Raise::overflow("math range error"))
        } else {
            Ok(result)
        }
    }

    /// `expovariate(lambd)`.
    pub fn expovariate(&mut self, lambd: f64) -> Outcome<f64> {
        float_arith::true_div(-log(1.0 - self.random()), lambd)
    }

    /// `vonmisesvariate(mu, kappa)`.
    pub fn vonmisesvariate(&mut self, mu: f64, kappa: f64) -> Outcome<f64> {
        if kappa <= 1e-6 {
            return Ok(TAU * self.random());
        }
        let s = 0.5 / kappa;
        let r = s + (1.0 + s * s).sqrt();
        let z = loop {
            let z = cos(std::f64::consts::PI * self.random());
            let d = z / (r + z);
            let u = self.random();
            if u < 1.0 - d * d || u <= (1.0 - d) * exp(d) {
                break z;
            }
        };
        let q = 1.0 / r;
        let f = (q + z) / (1.0 + q * z);
        let angle = if self.random() > 0.5 { mu + acos(f) } else { mu - acos(f) };
        float_arith::modulo(angle, TAU)
    }

    /// `gammavariate(alpha, beta)`.
    pub fn gammavariate(&mut self, alpha: f64, beta: f64) -> Outcome<f64> {
        if alpha <= 0.0 || beta <= 0.0 {
            return Err(Raise::value("gammavariate: alpha and beta must be > 0.0"));
        }
        if alpha > 1.0 {
            Ok(self.gamma_above_1(alpha, beta))
        } else if alpha == 1.0 {
            Ok(-log(1.0 - self.random()) * beta)
        } else {
            self.gamma_below_1(alpha, beta)
        }
    }

    /// Cheng's algorithm.
    fn gamma_above_1(&mut self, alpha: f64, beta: f64) -> f64 {
        let magic = 1.0 + log(4.5);
        let root = (2.0 * alpha - 1.0).sqrt();
        let b = alpha - log(4.0);
        let c = alpha + root;
        loop {
            let u1 = self.random();
            if !(1e-7 < u1 && u1 < 0.999_999_9) {
                continue;
            }
            let u2 = 1.0 - self.random();
            let v = log(u1 / (1.0 - u1)) / root;
            let x = alpha * exp(v);
            let z = u1 * u1 * u2;
            let r = b + c * v - x;
            if r + magic - 4.5 * z >= 0.0 || r >= log(z) {
                return x * beta;
            }
        }
    }

    /// Ahrens and Dieter's algorithm.
    fn gamma_below_1(&mut self, alpha: f64, beta: f64) -> Outcome<f64> {
        loop {
            let u = self.random();
            let b = (std::f64::consts::E + alpha) / std::f64::consts::E;
            let p = b * u;
            let x = if p <= 1.0 { real_pow(p, 1.0 / alpha)? } else { -log((b - p) / alpha) };
            let u1 = self.random();
            let accepted = if p > 1.0 { u1 <= real_pow(x, alpha - 1.0)? } else { u1 <= exp(-x) };
            if accepted {
                return Ok(x * beta);
            }
        }
    }

    /// `betavariate(alpha, beta)`.
    pub fn betavariate(&mut self, alpha: f64, beta: f64) -> Outcome<f64> {
        let y = self.gammavariate(alpha, 1.0)?;
        if y == 0.0 { Ok(0.0) } else { Ok(y / (y + self.gammavariate(beta, 1.0)?)) }
    }

    /// `paretovariate(alpha)`.
    pub fn paretovariate(&mut self, alpha: f64) -> Outcome<f64> {
        let u = 1.0 - self.random();
        real_pow(u, float_arith::true_div(-1.0, alpha)?)
    }

    /// `weibullvariate(alpha, beta)`.
    pub fn weibullvariate(&mut self, alpha: f64, beta: f64) -> Outcome<f64> {
        let u = 1.0 - self.random();
        Ok(alpha * real_pow(-log(u), float_arith::true_div(1.0, beta)?)?)
    }

    /// `binomialvariate(n, p)`.
    pub fn binomialvariate(&mut self, n: i64, p: f64) -> Outcome<i64> {
        if n < 0 {
            return Err(Raise::value("n must be non-negative"));
        }
        if p == 0.0 || p == 1.0 {
            return Ok(if p == 0.0 { 0 } else { n });
        }
        if !(0.0..=1.0).contains(&p) {
            return Err(Raise::value("p must be in the range 0.0 <= p <= 1.0"));
        }
        if n == 1 {
            return Ok(i64::from(self.random() < p));
        }
        if p > 0.5 {
            return Ok(n - self.binomialvariate(n, 1.0 - p)?);
        }
        if n as f64 * p < 10.0 { Ok(self.binomial_few(n, p)) } else { Ok(self.binomial_many(n, p)) }
    }

    /// Devroye's method of geometric gaps.
    fn binomial_few(&mut self, n: i64, p: f64) -> i64 {
        let c = log2(1.0 - p);
        let (mut successes, mut position) = (0, 0_i64);
        if c == 0.0 {
            return successes;
        }
        loop {
            let gap = (log2(self.random()) / c).floor() as i64;
            position = position.saturating_add(gap).saturating_add(1);
            if position > n {
                return successes;
            }
            successes += 1;
        }
    }

    /// Hörmann's transformed rejection with squeeze.
    fn binomial_many(&mut self, n: i64, p: f64) -> i64 {
        let count = n as f64;
        let deviation = (count * p * (1.0 - p)).sqrt();
        let b = 1.15 + 2.53 * deviation;
        let a = -0.0873 + 0.0248 * b + 0.01 * p;
        let c = count * p + 0.5;
        let squeeze = 0.92 - 4.2 / b;
        let alpha = (2.83 + 5.1 / b) * deviation;
        let log_odds = log(p / (1.0 - p));
        let mode = ((count + 1.0) * p).floor();
        let height = lgamma(mode + 1.0) + lgamma(count - mode + 1.0);
        loop {
            let u = self.random() - 0.5;
            let us = 0.5 - u.abs();
            let k = ((2.0 * a / us + b) * u + c).floor();
            if k < 0.0 || k > count {
                continue;
            }
            let v = self.random();
            if us >= 0.07 && v <= squeeze {
                return k as i64;
            }
            let v = v * (alpha / (a / (us * us) + b));
            if log(v) <= height - lgamma(k + 1.0) - lgamma(count - k + 1.0) + (k - mode) * log_odds {
                return k as i64;
            }
        }
    }
}
