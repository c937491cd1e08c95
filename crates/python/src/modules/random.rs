//! `random`: CPython's Mersenne Twister. The module's functions belong to one `Random` that starts as after
//! `random.seed(seed)` with the seed of the run.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use num_bigint::BigInt;

use super::random_arguments::check;
use crate::builtins::install::{class_methods, methods, property, static_methods};
use crate::class::{Instance, Layout, NativeData, Payload};
use crate::dict::Dict;
use crate::error::{Exc, PyResult, raise, type_error, value_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::symbol::{Sym, names};
use crate::text::mersenne::Mersenne;
use crate::text::random::{Random, accumulate, check_weights, seed_type_error};
use crate::value::Value;

struct Generator(RefCell<Random>);

impl NativeData for Generator {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The state of a generator, if the value is one.
pub(crate) fn state(value: &Value) -> Option<Random> {
    let Value::Instance(instance) = value else { return None };
    instance.native::<Generator>().map(|generator| generator.0.borrow().clone())
}

/// Gives a generator a state.
pub(crate) fn set_state(value: &Value, state: &Random) {
    if let Value::Instance(instance) = value
        && let Some(generator) = instance.native::<Generator>()
    {
        *generator.0.borrow_mut() = state.clone();
    }
}

/// Fills the module's names.
pub fn fill(machine: &mut Machine, dict: &Rc<Dict>) {
    let object = machine.types.object.clone();
    let class = machine.types.define("Random", Layout::Native("Random"), &object, true);
    class.dict.set(names::module, Value::str("random"));
    static_methods(&class, "Random", &[("__new__", new)]);
    methods(&class, "Random", METHODS);
    class_methods(&class, "Random", &[("__init_subclass__", init_subclass)]);
    property(&class, "Random", "gauss_next", gauss_next, set_gauss_next);
    class.dict.set_str("VERSION", Value::Int(3));
    let core = Mersenne::from_int(&BigInt::from(machine.settings.seed));
    let payload = Payload::Native(Box::new(Generator(RefCell::new(Random::new(core)))));
    let shared = Value::Instance(Instance::new(class.clone(), payload));
    for (name, _) in METHODS.iter().filter(|(name, _)| !name.starts_with("__")) {
        if let Some(method) = class.dict.get_str(name) {
            dict.set_str(name, machine.bind(&method, &shared));
        }
    }
    for (name, value) in CONSTANTS {
        dict.set_str(name, Value::Float(*value));
    }
    dict.set_str("BPF", Value::Int(53));
    let public = METHODS.iter().map(|(name, _)| *name).filter(|name| !name.starts_with("__"));
    let mut public: Vec<&str> = public.chain(["Random", "SystemRandom"]).collect();
    public.sort_unstable();
    dict.set(names::all, Value::list(public.into_iter().map(Value::str).collect()));
    dict.set_str("Random", Value::Class(class.clone()));
    let system = machine.types.define("SystemRandom", Layout::Native("Random"), &class, true);
    system.dict.set(names::module, Value::str("random"));
    methods(
        &system,
        "SystemRandom",
        &[("seed", |_, _| done(Value::None)), ("getstate", no_state), ("setstate", no_state)],
    );
    dict.set_str("SystemRandom", Value::Class(system));
}

const CONSTANTS: &[(&str, f64)] = &[
    ("TWOPI", std::f64::consts::TAU),
    ("LOG4", 2.0 * std::f64::consts::LN_2),
    ("NV_MAGICCONST", 1.715_527_769_921_413_5),
    ("SG_MAGICCONST", 2.504_077_396_776_274),
    ("RECIP_BPF", 1.0 / 9_007_199_254_740_992.0),
];

fn no_state(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    raise(Exc::NotImplementedError, "System entropy source does not have state.")
}

const METHODS: crate::builtins::install::Table = &[
    ("__init__", init),
    ("seed", seed),
    ("random", random),
    ("getrandbits", getrandbits),
    ("randrange", randrange),
    ("randint", randint),
    ("randbytes", randbytes),
    ("choice", choice),
    ("shuffle", shuffle),
    ("sample", sample),
    ("choices", choices),
    ("uniform", uniform),
    ("triangular", triangular),
    ("gauss", gauss),
    ("normalvariate", normalvariate),
    ("lognormvariate", lognormvariate),
    ("expovariate", expovariate),
    ("vonmisesvariate", vonmisesvariate),
    ("gammavariate", gammavariate),
    ("betavariate", betavariate),
    ("paretovariate", paretovariate),
    ("weibullvariate", weibullvariate),
    ("binomialvariate", binomialvariate),
    ("getstate", getstate),
    ("setstate", setstate),
    ("__getstate__", getstate),
    ("__setstate__", setstate),
    ("__reduce__", reduce),
];

fn this(args: &Args) -> PyResult<&Generator> {
    match args.positional.first() {
        Some(Value::Instance(instance)) => match instance.native() {
            Some(generator) => Ok(generator),
            None => type_error("a Random was expected"),
        },
        _ => type_error("a Random was expected"),
    }
}

/// An argument by position (from 1, after the receiver) or by name.
fn argument(args: &Args, at: usize, name: &str) -> Option<Value> {
    args.positional.get(at).cloned().or_else(|| {
        let symbol = Sym::find(name)?;
        args.keywords.iter().find(|(key, _)| *key == symbol).map(|(_, value)| value.clone())
    })
}

/// As [`argument`], for what [`check`] has seen to be there.
fn required(args: &Args, at: usize, name: &str) -> Value {
    argument(args, at, name).unwrap_or_default()
}

fn float(machine: &mut Machine, value: &Value) -> PyResult<f64> {
    match value.base_value() {
        Value::Float(value) => Ok(*value),
        Value::Int(value) => Ok(*value as f64),
        Value::Bool(value) => Ok(f64::from(u8::from(*value))),
        other => {
            let kind = machine.types.name_of(other);
            type_error(format!("must be real number, not {kind}"))
        }
    }
}

fn float_or(machine: &mut Machine, args: &Args, at: usize, name: &str, default: f64) -> PyResult<f64> {
    match argument(args, at, name) {
        Some(value) => float(machine, &value),
        None => Ok(default),
    }
}

fn big(machine: &mut Machine, value: &Value) -> PyResult<BigInt> {
    let value = machine.index_value(value)?;
    Ok(crate::machine::ops::as_big(&value).unwrap_or_default())
}

fn core_of(machine: &mut Machine, seed: Option<&Value>, version: i64) -> PyResult<Mersenne> {
    Ok(match seed.map(Value::base_value) {
        Some(Value::Str(text)) if version == 1 => Mersenne::from_int(&first_hash(text.as_str().chars())),
        Some(Value::Bytes(bytes)) if version == 1 => {
            Mersenne::from_int(&first_hash(bytes.borrow().iter().copied().map(char::from)))
        }
        None | Some(Value::None) => Mersenne::from_int(&BigInt::from(machine.settings.seed)),
        Some(value @ (Value::Int(_) | Value::Big(_) | Value::Bool(_))) => {
            Mersenne::from_int(&crate::machine::ops::as_big(value).unwrap_or_default())
        }
        Some(Value::Float(value)) => Mersenne::from_float(*value),
        Some(Value::Str(text)) => Mersenne::from_bytes(text.as_str().as_bytes()),
        Some(Value::Bytes(bytes)) => Mersenne::from_bytes(&bytes.borrow()),
        Some(_) => return Err(seed_type_error().into()),
    })
}

fn new(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(Value::Class(class)) = args.positional.first() else {
        return type_error("a class was expected");
    };
    let class = class.clone();
    let core = core_of(machine, None, 2)?;
    let payload = Payload::Native(Box::new(Generator(RefCell::new(Random::new(core)))));
    machine.once(|_| Ok(Value::Instance(Instance::new(class, payload)))).map(Flow::Value)
}

/// `Random.__init__(x=None)`: whatever `seed` is in its class is called.
fn init(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "__init__")?;
    let Some(this) = args.positional.first() else { return type_error("a Random was expected") };
    let seed = machine.get_attribute(this, Sym::new("seed"))?;
    machine.ask(&seed, Args::one(argument(args, 1, "x").unwrap_or(Value::None)))?;
    done(Value::None)
}

/// A subclass that draws its numbers itself gets methods that ask it for them.
fn init_subclass(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(class @ Value::Class(made)) = args.positional.first() else { return done(Value::None) };
    let draws = ["random", "getrandbits"].iter().any(|name| made.dict.get_str(name).is_some());
    if draws {
        let methods = machine.import("_random_methods")?;
        let fit = machine.get_attribute(&methods, Sym::new("fit"))?;
        machine.ask(&fit, Args::one(class.clone()))?;
    }
    crate::machine::class_build::object_init_subclass(machine, args)
}

/// The number that a text stands for as a seed of version 1: all arithmetic is within 64 bits.
fn first_hash(letters: impl Iterator<Item = char>) -> BigInt {
    let letters: Vec<u64> = letters.map(|letter| u64::from(u32::from(letter))).collect();
    let mut hash = letters.first().map_or(0, |first| first << 7);
    for letter in &letters {
        hash = hash.wrapping_mul(1_000_003) ^ letter;
    }
    BigInt::from(hash ^ letters.len() as u64)
}

fn gauss_next(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(this(args)?.0.borrow().gauss_next.map_or(Value::None, Value::Float))
}

fn set_gauss_next(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    this(args)?.0.borrow_mut().gauss_next = match args.positional.get(1) {
        Some(Value::Float(next)) => Some(*next),
        _ => None,
    };
    done(Value::None)
}

fn seed(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "seed")?;
    let version = match argument(args, 2, "version") {
        Some(version) => machine.index(&version)?,
        None => 2,
    };
    let core = core_of(machine, argument(args, 1, "a").as_ref(), version)?;
    *this(args)?.0.borrow_mut() = Random::new(core);
    done(Value::None)
}

fn random(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "random")?;
    done(this(args)?.0.borrow_mut().random())
}

fn getrandbits(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "getrandbits")?;
    let bits = machine.index(&required(args, 1, "k"))?;
    let drawn = this(args)?.0.borrow_mut().getrandbits(bits)?;
    done(Value::big(BigInt::from(drawn)))
}

fn randrange(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "randrange")?;
    let start = big(machine, &required(args, 1, "start"))?;
    let drawn = match argument(args, 2, "stop") {
        None | Some(Value::None) if !matches!(argument(args, 3, "step"), None | Some(Value::Int(1))) => {
            return type_error("Missing a non-None stop argument");
        }
        None | Some(Value::None) => this(args)?.0.borrow_mut().randrange_to(&start)?,
        Some(stop) => {
            let stop = big(machine, &stop)?;
            let step = match argument(args, 3, "step") {
                Some(step) => big(machine, &step)?,
                None => BigInt::from(1),
            };
            this(args)?.0.borrow_mut().randrange(&start, &stop, &step)?
        }
    };
    done(Value::big(drawn))
}

fn randint(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "randint")?;
    let low = big(machine, &required(args, 1, "a"))?;
    let high = big(machine, &required(args, 2, "b"))?;
    let drawn = this(args)?.0.borrow_mut().randint(&low, &high)?;
    done(Value::big(drawn))
}

fn randbytes(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "randbytes")?;
    let count = machine.index(&required(args, 1, "n"))?;
    done(Value::bytes(this(args)?.0.borrow_mut().randbytes(count)?))
}

fn choice(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "choice")?;
    let sequence = required(args, 1, "seq");
    // CPython asks for the length twice: whether there is one, and to draw below it.
    let length = match machine.length(&sequence)? {
        0 => 0,
        _ => machine.length(&sequence)?,
    };
    let drawn = machine.once(|_| {
        let index = this(args)?.0.borrow_mut().choice(length)?;
        Ok(Value::Int(index as i64))
    })?;
    machine.call_native(crate::machine::ops::subscript, Args::two(sequence, drawn))
}

fn shuffle(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "shuffle")?;
    match required(args, 1, "x").base_value() {
        Value::List(list) => {
            let mut items = list.to_vec();
            this(args)?.0.borrow_mut().shuffle(&mut items);
            *list.borrow_mut() = items;
            done(Value::None)
        }
        _ => shuffle_items(machine, args),
    }
}

/// As [`shuffle`], of what has its own `__len__`, `__getitem__` and `__setitem__`.
fn shuffle_items(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let items = required(args, 1, "x");
    let length = machine.length(&items)?;
    let mut pairs = Vec::new();
    for last in (1..length).rev() {
        let other = this(args)?.0.borrow_mut().below_small(last as u64 + 1);
        pairs.push(Value::tuple(vec![Value::Int(last as i64), Value::Int(other as i64)]));
    }
    let swap = machine.prelude("swap_items");
    machine.call(&swap, Args::two(items, Value::list(pairs)))
}

/// Whether an object is a sequence for `collections.abc`: built in, or of a class that is marked as one.
fn is_sequence(value: &Value) -> bool {
    match value.base_value() {
        Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_) | Value::Bytes(_) => true,
        Value::Instance(instance) => {
            let flags = instance.class.lookup(Sym::new("__abc_tpflags__"));
            matches!(flags, Some(Value::Int(flags)) if flags & 1 << 5 != 0)
        }
        _ => false,
    }
}

fn sample(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "sample")?;
    let population = required(args, 1, "population");
    if !is_sequence(&population) {
        return type_error("Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    let items = machine.collect(&population)?;
    let count = machine.index(&required(args, 2, "k"))?;
    let picked = match argument(args, usize::MAX, "counts") {
        None | Some(Value::None) => this(args)?.0.borrow_mut().sample(items.len(), count)?,
        Some(counts) => {
            let mut numbers = Vec::new();
            for value in machine.collect(&counts)? {
                numbers.push(machine.index(&value)?);
            }
            this(args)?.0.borrow_mut().sample_counted(items.len(), &numbers, count)?
        }
    };
    done(Value::list(picked.into_iter().map(|index| items[index].clone()).collect()))
}

fn choices(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "choices")?;
    let population = required(args, 1, "population");
    let length = machine.length(&population)?;
    let items = match population.base_value() {
        Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Range(_) | Value::Bytes(_) => {
            Some(machine.collect(&population)?)
        }
        _ => None,
    };
    let count = match argument(args, usize::MAX, "k") {
        Some(count) => machine.index(&count)?,
        None => 1,
    };
    let weights = argument(args, 2, "weights").filter(|value| !value.is_none());
    let cumulative = argument(args, usize::MAX, "cum_weights").filter(|value| !value.is_none());
    let numbers = match (&weights, &cumulative) {
        (Some(_), Some(_)) => return type_error("Cannot specify both weights and cumulative weights"),
        (Some(Value::Int(count)), None) => {
            return type_error(format!("The number of choices must be a keyword argument: k={count}"));
        }
        (Some(values), None) | (None, Some(values)) => {
            let mut numbers = Vec::new();
            for value in machine.collect(values)? {
                numbers.push(float(machine, &value)?);
            }
            let sums = if weights.is_some() { accumulate(&numbers) } else { numbers };
            check_weights(&sums, length)?;
            Some(sums)
        }
        (None, None) if length == 0 => return raise(Exc::IndexError, "list index out of range"),
        (None, None) => None,
    };
    let mut generator = this(args)?.0.borrow_mut();
    let picked = (0..count.max(0)).map(|_| match &numbers {
        Some(sums) => generator.weighted_index(sums),
        None => generator.choices_index(length),
    });
    if let Some(items) = items {
        return done(Value::list(picked.map(|index| items[index].clone()).collect()));
    }
    let places = Value::list(picked.map(|index| Value::Int(index as i64)).collect());
    drop(generator);
    let items_at = machine.prelude("items_at");
    machine.call(&items_at, Args::two(population, places))
}

fn uniform(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "uniform")?;
    let low = float(machine, &required(args, 1, "a"))?;
    let high = float(machine, &required(args, 2, "b"))?;
    done(this(args)?.0.borrow_mut().uniform(low, high))
}

fn triangular(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "triangular")?;
    let low = float_or(machine, args, 1, "low", 0.0)?;
    let high = float_or(machine, args, 2, "high", 1.0)?;
    let mode = match argument(args, 3, "mode") {
        Some(mode) if !mode.is_none() => Some(float(machine, &mode)?),
        _ => None,
    };
    done(this(args)?.0.borrow_mut().triangular(low, high, mode))
}

/// What a distribution gave, whether or not it can fail.
trait Drawn {
    fn drawn(self) -> PyResult<f64>;
}

impl Drawn for f64 {
    fn drawn(self) -> PyResult<f64> {
        Ok(self)
    }
}

impl Drawn for crate::text::raise::Outcome<f64> {
    fn drawn(self) -> PyResult<f64> {
        Ok(self?)
    }
}

macro_rules! two_floats {
    ($($name:ident($a:literal = $first:expr, $b:literal = $second:expr);)*) => {$(
        fn $name(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
            check(args, stringify!($name))?;
            let first = float_or(machine, args, 1, $a, $first)?;
            let second = float_or(machine, args, 2, $b, $second)?;
            done(this(args)?.0.borrow_mut().$name(first, second).drawn()?)
        }
    )*};
}

two_floats! {
    gauss("mu" = 0.0, "sigma" = 1.0);
    normalvariate("mu" = 0.0, "sigma" = 1.0);
    lognormvariate("mu" = 0.0, "sigma" = 1.0);
    vonmisesvariate("mu" = 0.0, "kappa" = 0.0);
    gammavariate("alpha" = 1.0, "beta" = 1.0);
    betavariate("alpha" = 1.0, "beta" = 1.0);
    weibullvariate("alpha" = 1.0, "beta" = 1.0);
}

fn expovariate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "expovariate")?;
    let rate = float_or(machine, args, 1, "lambd", 1.0)?;
    done(this(args)?.0.borrow_mut().expovariate(rate)?)
}

fn paretovariate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "paretovariate")?;
    let alpha = float(machine, &required(args, 1, "alpha"))?;
    done(this(args)?.0.borrow_mut().paretovariate(alpha)?)
}

fn binomialvariate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "binomialvariate")?;
    let n = match argument(args, 1, "n") {
        Some(n) => machine.index(&n)?,
        None => 1,
    };
    let p = float_or(machine, args, 2, "p", 0.5)?;
    done(this(args)?.0.borrow_mut().binomialvariate(n, p)?)
}

fn getstate(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "getstate")?;
    let generator = this(args)?.0.borrow();
    let (words, index) = generator.core.state();
    let words = words.iter().map(|word| Value::Int(i64::from(*word))).chain([Value::Int(index as i64)]);
    let gauss = generator.gauss_next.map_or(Value::None, Value::Float);
    done(Value::tuple(vec![Value::Int(3), Value::tuple(words.collect()), gauss]))
}

/// What a copy or a pickle is made of: the class, no arguments, and the state.
fn reduce(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Flow::Value(state) = getstate(machine, args)? else { return done(Value::None) };
    let class = Value::Class(machine.types.of(&args.positional[0]));
    done(Value::tuple(vec![class, Value::tuple(Vec::new()), state]))
}

fn setstate(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    check(args, "setstate")?;
    let state = machine.collect(&required(args, 1, "state"))?;
    let version = match state.first() {
        Some(version) => machine.index(version)?,
        None => return raise(Exc::IndexError, "tuple index out of range"),
    };
    if !(2..=3).contains(&version) {
        return value_error(format!("state with version {version} passed to Random.setstate() of version 3"));
    }
    let [_, words, gauss] = &state[..] else {
        let much = if state.len() < 3 { "not enough" } else { "too many" };
        let got = state.len();
        return value_error(format!("{much} values to unpack (expected 3, got {got})"));
    };
    let Value::Tuple(words) = words else { return type_error("state vector must be a tuple") };
    let mut numbers = Vec::with_capacity(words.len());
    for word in words.iter() {
        match word.base_value() {
            Value::Int(word) if *word >= 0 => numbers.push(*word),
            Value::Int(_) => {
                return raise(Exc::OverflowError, "can't convert negative value to unsigned int");
            }
            _ => return type_error("an integer is required"),
        }
    }
    let Some((index, words)) = numbers.split_last() else {
        return value_error("state vector is the wrong size");
    };
    let words: Vec<u32> = words.iter().map(|word| *word as u32).collect();
    let core = Mersenne::from_state(&words, *index)?;
    let gauss_next = match gauss {
        Value::Float(value) => Some(*value),
        _ => None,
    };
    *this(args)?.0.borrow_mut() = Random { core, gauss_next };
    done(Value::None)
}
