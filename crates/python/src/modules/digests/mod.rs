//! `_hashlib`: the digests that `hashlib` offers, of bytes given at once.

mod blake2;

use std::rc::Rc;

use loopglass_trace::Limit;
use md5::Md5;
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512, Sha512_256};
use sha3::digest::{ExtendableOutput, XofReader};
use sha3::{Digest, Sha3_224, Sha3_256, Sha3_384, Sha3_512, Shake128, Shake256};

use crate::builtins::bytes::bytes_like;
use crate::builtins::install::functions;
use crate::dict::Dict;
use crate::error::{PyResult, Raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

/// Fills the module's names.
pub fn fill(_: &mut Machine, dict: &Rc<Dict>) {
    functions(
        dict,
        "_hashlib",
        &[("digest", digest), ("extended", extended), ("blake2", blake), ("pbkdf2", pbkdf2)],
    );
}

fn bytes_of(value: Option<&Value>) -> PyResult<Vec<u8>> {
    match value.and_then(bytes_like) {
        Some(data) => Ok(data),
        None => type_error("bytes were expected"),
    }
}

/// The digest of a name, with the size of its blocks.
fn digest_of(name: &str, data: &[u8]) -> Option<(Vec<u8>, usize)> {
    Some(match name {
        "md5" => (Md5::digest(data).to_vec(), 64),
        "sha1" => (Sha1::digest(data).to_vec(), 64),
        "sha224" => (Sha224::digest(data).to_vec(), 64),
        "sha256" => (Sha256::digest(data).to_vec(), 64),
        "sha384" => (Sha384::digest(data).to_vec(), 128),
        "sha512" => (Sha512::digest(data).to_vec(), 128),
        "sha512_256" => (Sha512_256::digest(data).to_vec(), 128),
        "sha3_224" => (Sha3_224::digest(data).to_vec(), 144),
        "sha3_256" => (Sha3_256::digest(data).to_vec(), 136),
        "sha3_384" => (Sha3_384::digest(data).to_vec(), 104),
        "sha3_512" => (Sha3_512::digest(data).to_vec(), 72),
        _ => return None,
    })
}

fn name_of(args: &Args) -> PyResult<Rc<crate::sequence::Str>> {
    match args.positional.first().and_then(Value::as_str) {
        Some(name) => Ok(name.clone()),
        None => type_error("a name was expected"),
    }
}

/// `digest(name, data)`
fn digest(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let name = name_of(args)?;
    match digest_of(name.as_str(), &bytes_of(args.positional.get(1))?) {
        Some((digest, _)) => done(Value::bytes(digest)),
        None => value_error(format!("unsupported hash type {}", name.as_str())),
    }
}

/// The most blocks of a hash that one call of `pbkdf2` may make.
const MOST_ROUNDS: i64 = 20_000_000;

/// `pbkdf2(name, password, salt, iterations, size)`: RFC 8018, with HMAC.
fn pbkdf2(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let name = name_of(args)?;
    let name = name.as_str();
    let (mut key, salt) = (bytes_of(args.positional.get(1))?, bytes_of(args.positional.get(2))?);
    let [iterations, size] = [3, 4].map(|at| args.positional.get(at).cloned().unwrap_or_default());
    let (iterations, size) = (machine.index(&iterations)?, machine.index(&size)?);
    let Some((shortened, block)) = digest_of(name, &key) else {
        return value_error(format!("unsupported hash type {name}"));
    };
    if !(1..LONGEST).contains(&size)
        || iterations.saturating_mul(size / shortened.len() as i64 + 1) > MOST_ROUNDS
    {
        return Err(Box::new(Raise::Limit(Limit::Steps)));
    }
    if key.len() > block {
        key = shortened;
    }
    key.resize(block, 0);
    let keyed = |pad: u8, data: &[u8]| {
        let mut all: Vec<u8> = key.iter().map(|byte| byte ^ pad).collect();
        all.extend_from_slice(data);
        digest_of(name, &all).unwrap_or_default().0
    };
    let hmac = |data: &[u8]| keyed(0x5c, &keyed(0x36, data));
    let mut out = Vec::new();
    for number in 1u32.. {
        if out.len() >= size as usize {
            break;
        }
        let mut last = hmac(&[salt.as_slice(), &number.to_be_bytes()].concat());
        let mut sum = last.clone();
        for _ in 1..iterations {
            last = hmac(&last);
            sum.iter_mut().zip(&last).for_each(|(sum, byte)| *sum ^= byte);
        }
        out.extend(sum);
    }
    out.truncate(size as usize);
    done(Value::bytes(out))
}

fn shake(mut hasher: impl ExtendableOutput, data: &[u8], size: usize) -> Vec<u8> {
    hasher.update(data);
    let mut out = vec![0; size];
    hasher.finalize_xof().read(&mut out);
    out
}

/// The most bytes a digest of any length may have.
const LONGEST: i64 = 1 << 24;

/// `extended(name, data, size)`: of `shake_128` and `shake_256`.
fn extended(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let data = bytes_of(args.positional.get(1))?;
    let size = machine.index(args.positional.get(2).unwrap_or(&Value::None))?;
    if !(0..LONGEST).contains(&size) {
        return value_error(if size < 0 { "value must be positive" } else { "length is too large" });
    }
    let is_128 = args.positional[0].as_str().is_some_and(|name| name.as_str() == "shake_128");
    let size = size as usize;
    done(Value::bytes(if is_128 {
        shake(Shake128::default(), &data, size)
    } else {
        shake(Shake256::default(), &data, size)
    }))
}

/// `blake2(is_b, data, size, key, salt, person)`: the lengths are checked by who calls.
fn blake(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let [wide, _, size, ..] = &args.positional[..] else { return type_error("arguments are missing") };
    let wide = matches!(wide, Value::Bool(true));
    let size = machine.index(size)? as usize;
    let mut parts = [1, 3, 4, 5].into_iter().map(|at| bytes_of(args.positional.get(at)));
    let mut part = || parts.next().unwrap_or_else(|| type_error("arguments are missing"));
    let (data, key, salt, person) = (part()?, part()?, part()?, part()?);
    let digest = if wide {
        blake2::blake2b(&data, size, &key, &salt, &person)
    } else {
        blake2::blake2s(&data, size, &key, &salt, &person)
    };
    done(Value::bytes(digest))
}
