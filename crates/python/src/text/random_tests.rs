//! Draws compared with those of CPython 3.14 from the same seeds.

use super::*;

fn seeded(seed: i64) -> Random {
    Random::new(Mersenne::from_int(&seed.into()))
}

#[test]
fn seeds() {
    for (seed, expected) in [
        ("0", 0.8444218515250481),
        ("1", 0.13436424411240122),
        ("-1", 0.13436424411240122),
        ("42", 0.6394267984578837),
        ("4294967296", 0.11299430095636409),
        ("18446744073709551621", 0.5105783769365112),
        ("-1000000000000000000000000000000", 0.9341508484568806),
        (
            "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
            0.8135685746877673,
        ),
    ] {
        let seed: BigInt = seed.parse().unwrap_or_default();
        assert_eq!(Mersenne::from_int(&seed).random(), expected, "{seed}");
    }
    for (seed, expected) in
        [("", 0.9602256525641875), ("hello", 0.3537754404730722), ("\u{e9}\u{2603}", 0.7036224017270832)]
    {
        assert_eq!(Mersenne::from_bytes(seed.as_bytes()).random(), expected, "{seed:?}");
    }
    // 64-bit CPython hashes 2.5 to 1152921504606846978.
    assert_eq!(Mersenne::from_float(2.5), Mersenne::from_int(&1_152_921_504_606_846_978_i64.into()));
}

#[test]
fn bits_and_integers() {
    let mut random = seeded(42);
    let bits: Vec<String> =
        [0, 1, 5, 31, 32, 33, 64, 65, 100].map(|bits| random.core.bits(bits).to_string()).to_vec();
    assert_eq!(
        bits,
        [
            "0",
            "1",
            "3",
            "53710184",
            "3184935163",
            "1181241943",
            "2574020394472462046",
            "20337446297558147241",
            "122436551213992682217031886515"
        ]
    );
    let ranges: Vec<String> = [(0, 10, 1), (5, -5, -1), (1, 100, 7), (-3, 3, 2), (0, 1_i64 << 40, 1)]
        .map(|(start, stop, step)| random.randrange(&start.into(), &stop.into(), &step.into()))
        .map(|outcome| outcome.map_or_else(|raise| raise.to_string(), |number| number.to_string()))
        .to_vec();
    assert_eq!(ranges, ["9", "-1", "1", "-3", "477143787866"]);
    let huge = BigInt::from(10).pow(30);
    assert_eq!(
        random.randint(&-&huge, &huge).map(|number| number.to_string()),
        Ok("-952303162230752218482457204200".to_owned())
    );
    assert_eq!(random.randbytes(5), Ok(vec![166, 193, 173, 143, 50]));
    let said = |outcome: Outcome<BigInt>| outcome.map_or_else(|raise| raise.to_string(), |_| String::new());
    let (one, five) = (BigInt::one(), BigInt::from(5));
    assert_eq!(said(random.randint(&five, &one)), "ValueError: empty range in randint(5, 1)");
    assert_eq!(said(random.randrange(&five, &one, &one)), "ValueError: empty range in randrange(5, 1)");
    assert_eq!(said(random.randrange(&five, &one, &five)), "ValueError: empty range in randrange(5, 1, 5)");
    assert_eq!(said(random.randrange(&five, &one, &BigInt::ZERO)), "ValueError: zero step for randrange()");
    assert_eq!(said(random.randrange_to(&BigInt::ZERO)), "ValueError: empty range for randrange()");
}

#[test]
fn sequences() {
    let mut random = seeded(7);
    let mut items: Vec<u32> = (0..12).collect();
    random.shuffle(&mut items);
    assert_eq!(items, [7, 11, 3, 10, 8, 4, 9, 1, 0, 6, 2, 5]);
    assert_eq!(random.sample(10, 4), Ok(vec![8, 3, 0, 7]));
    assert_eq!(random.sample(1000, 8), Ok(vec![444, 428, 71, 246, 92, 564, 434, 60]));
    assert_eq!(
        random.sample(100, 30),
        Ok(vec![
            72, 15, 28, 80, 96, 74, 7, 73, 94, 50, 6, 97, 5, 71, 17, 37, 53, 18, 69, 98, 92, 39, 86, 23, 13,
            91, 79, 24, 47, 12
        ])
    );
    assert_eq!(random.sample_counted(3, &[4, 2, 5], 6), Ok(vec![2, 0, 0, 0, 2, 1]));
    let plain: Vec<usize> = (0..6).map(|_| random.choices_index(5)).collect();
    assert_eq!(plain, [2, 3, 2, 4, 1, 1]);
    let weights = accumulate(&[5.0, 1.0, 0.0, 3.0]);
    assert_eq!(check_weights(&weights, 4), Ok(()));
    let weighted: Vec<usize> = (0..8).map(|_| random.weighted_index(&weights)).collect();
    assert_eq!(weighted, [0, 3, 0, 0, 0, 0, 0, 1]);
    let picked: Vec<usize> = (0..5).filter_map(|_| random.choice(9).ok()).collect();
    assert_eq!(picked, [1, 1, 8, 6, 2]);
    assert!(random.choice(0).is_err() && random.sample(3, 4).is_err());
}

/// Twenty draws of a distribution from seed 3, and what they sum to.
fn sum(draw: impl Fn(&mut Random) -> f64) -> f64 {
    let mut random = seeded(3);
    (0..20).fold(0.0, |sum, _| sum + draw(&mut random))
}

#[test]
fn distributions() {
    let or_nan = |outcome: Outcome<f64>| outcome.unwrap_or(f64::NAN);
    assert_eq!(sum(|random| random.uniform(-2.0, 7.5)), 56.21017526018939, "uniform(-2.0, 7.5)");
    assert_eq!(sum(|random| random.triangular(1.0, 4.0, None)), 50.17205888947127, "triangular(1.0, 4.0)");
    assert_eq!(
        sum(|random| random.triangular(1.0, 4.0, Some(1.5))),
        43.41747104360997,
        "triangular(1.0, 4.0, 1.5)"
    );
    assert_eq!(sum(|random| random.normalvariate(1.0, 2.0)), 26.25879545612139, "normalvariate(1.0, 2.0)");
    assert_eq!(sum(|random| random.gauss(1.0, 2.0)), 17.655808173527696, "gauss(1.0, 2.0)");
    assert_eq!(
        sum(|random| or_nan(random.lognormvariate(0.1, 0.5))),
        26.54086828810567,
        "lognormvariate(0.1, 0.5)"
    );
    assert_eq!(sum(|random| or_nan(random.expovariate(1.5))), 13.820368617162105, "expovariate(1.5)");
    assert_eq!(
        sum(|random| or_nan(random.vonmisesvariate(1.0, 2.0))),
        33.34474173918462,
        "vonmisesvariate(1.0, 2.0)"
    );
    assert_eq!(
        sum(|random| or_nan(random.gammavariate(2.5, 1.5))),
        80.4933481681926,
        "gammavariate(2.5, 1.5)"
    );
    assert_eq!(
        sum(|random| or_nan(random.gammavariate(1.0, 1.5))),
        31.09582938861473,
        "gammavariate(1.0, 1.5)"
    );
    assert_eq!(
        sum(|random| or_nan(random.gammavariate(0.5, 1.5))),
        17.130379616585707,
        "gammavariate(0.5, 1.5)"
    );
    assert_eq!(
        sum(|random| or_nan(random.betavariate(2.0, 3.0))),
        9.143532714015302,
        "betavariate(2.0, 3.0)"
    );
    assert_eq!(sum(|random| or_nan(random.paretovariate(2.5))), 35.78208584053067, "paretovariate(2.5)");
    assert_eq!(
        sum(|random| or_nan(random.weibullvariate(1.0, 1.5))),
        18.404262912781235,
        "weibullvariate(1.0, 1.5)"
    );
    assert_eq!(
        sum(|random| random.binomialvariate(10, 0.3).map_or(f64::NAN, |n| n as f64)),
        68.0,
        "binomialvariate(10, 0.3)"
    );
    assert_eq!(
        sum(|random| random.binomialvariate(1000, 0.4).map_or(f64::NAN, |n| n as f64)),
        8040.0,
        "binomialvariate(1000, 0.4)"
    );
    assert_eq!(
        sum(|random| random.binomialvariate(100, 0.9).map_or(f64::NAN, |n| n as f64)),
        1795.0,
        "binomialvariate(100, 0.9)"
    );
}

#[test]
fn state_round_trip() {
    let mut random = seeded(1);
    random.random();
    let (words, index) = random.core.state();
    assert_eq!((words[0], words[623], index), (2145931878, 3656373148, 2));
    let mut again =
        Mersenne::from_state(&words, index as i64).unwrap_or_else(|_| Mersenne::from_int(&BigInt::one()));
    assert_eq!(again.random(), random.random());
    assert!(Mersenne::from_state(&words[1..], 0).is_err() && Mersenne::from_state(&words, 700).is_err());
}
