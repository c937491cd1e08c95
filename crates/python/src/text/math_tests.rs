//! `math` against what CPython 3.14 printed.

use super::super::float::repr;
use super::super::math_functions::{self as functions, Base};
use super::*;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;
const NO_LIMIT: u64 = 1 << 30;

fn float(outcome: Outcome<f64>) -> String {
    outcome.map_or_else(|raise| raise.to_string(), repr)
}

fn whole(outcome: Outcome<BigInt>) -> String {
    outcome.map_or_else(|raise| raise.to_string(), |number| number.to_string())
}

#[test]
fn functions_of_one_float() {
    type Function = fn(f64) -> Outcome<f64>;
    let log: Function = |x| functions::log(x, Base::E);
    let log2: Function = |x| functions::log(x, Base::Two);
    let log10: Function = |x| functions::log(x, Base::Ten);
    let table: [(Function, f64, &str); 209] = [
        (functions::sqrt, 0.0, "0.0"),
        (functions::sqrt, -1.0, "ValueError: expected a nonnegative input, got -1.0"),
        (functions::sqrt, 1.0, "1.0"),
        (functions::sqrt, 0.5, "0.7071067811865476"),
        (functions::sqrt, 2.0, "1.4142135623730951"),
        (functions::sqrt, -2.5, "ValueError: expected a nonnegative input, got -2.5"),
        (functions::sqrt, 1000.0, "31.622776601683793"),
        (functions::sqrt, INF, "inf"),
        (functions::sqrt, -INF, "ValueError: expected a nonnegative input, got -inf"),
        (functions::sqrt, NAN, "nan"),
        (functions::sqrt, 172.0, "13.114877048604"),
        (functions::sin, 0.0, "0.0"),
        (functions::sin, -1.0, "-0.8414709848078965"),
        (functions::sin, 1.0, "0.8414709848078965"),
        (functions::sin, 0.5, "0.479425538604203"),
        (functions::sin, 2.0, "0.9092974268256817"),
        (functions::sin, -2.5, "-0.5984721441039564"),
        (functions::sin, 1000.0, "0.8268795405320025"),
        (functions::sin, INF, "ValueError: expected a finite input, got inf"),
        (functions::sin, -INF, "ValueError: expected a finite input, got -inf"),
        (functions::sin, NAN, "nan"),
        (functions::sin, 172.0, "0.7086591401823227"),
        (functions::cos, 0.0, "1.0"),
        (functions::cos, -1.0, "0.5403023058681398"),
        (functions::cos, 1.0, "0.5403023058681398"),
        (functions::cos, 0.5, "0.8775825618903728"),
        (functions::cos, 2.0, "-0.4161468365471424"),
        (functions::cos, -2.5, "-0.8011436155469337"),
        (functions::cos, 1000.0, "0.562379076290703"),
        (functions::cos, INF, "ValueError: expected a finite input, got inf"),
        (functions::cos, -INF, "ValueError: expected a finite input, got -inf"),
        (functions::cos, NAN, "nan"),
        (functions::cos, 172.0, "-0.7055510066862999"),
        (functions::tan, 0.0, "0.0"),
        (functions::tan, -1.0, "-1.5574077246549023"),
        (functions::tan, 1.0, "1.5574077246549023"),
        (functions::tan, 0.5, "0.5463024898437905"),
        (functions::tan, 2.0, "-2.185039863261519"),
        (functions::tan, -2.5, "0.7470222972386603"),
        (functions::tan, 1000.0, "1.4703241557027185"),
        (functions::tan, INF, "ValueError: expected a finite input, got inf"),
        (functions::tan, -INF, "ValueError: expected a finite input, got -inf"),
        (functions::tan, NAN, "nan"),
        (functions::tan, 172.0, "-1.0044052569786848"),
        (functions::asin, 0.0, "0.0"),
        (functions::asin, -1.0, "-1.5707963267948966"),
        (functions::asin, 1.0, "1.5707963267948966"),
        (functions::asin, 0.5, "0.5235987755982989"),
        (functions::asin, 2.0, "ValueError: expected a number in range from -1 up to 1, got 2.0"),
        (functions::asin, -2.5, "ValueError: expected a number in range from -1 up to 1, got -2.5"),
        (functions::asin, 1000.0, "ValueError: expected a number in range from -1 up to 1, got 1000.0"),
        (functions::asin, INF, "ValueError: expected a number in range from -1 up to 1, got inf"),
        (functions::asin, -INF, "ValueError: expected a number in range from -1 up to 1, got -inf"),
        (functions::asin, NAN, "nan"),
        (functions::asin, 172.0, "ValueError: expected a number in range from -1 up to 1, got 172.0"),
        (functions::acos, 0.0, "1.5707963267948966"),
        (functions::acos, -1.0, "3.141592653589793"),
        (functions::acos, 1.0, "0.0"),
        (functions::acos, 0.5, "1.0471975511965979"),
        (functions::acos, 2.0, "ValueError: expected a number in range from -1 up to 1, got 2.0"),
        (functions::acos, -2.5, "ValueError: expected a number in range from -1 up to 1, got -2.5"),
        (functions::acos, 1000.0, "ValueError: expected a number in range from -1 up to 1, got 1000.0"),
        (functions::acos, INF, "ValueError: expected a number in range from -1 up to 1, got inf"),
        (functions::acos, -INF, "ValueError: expected a number in range from -1 up to 1, got -inf"),
        (functions::acos, NAN, "nan"),
        (functions::acos, 172.0, "ValueError: expected a number in range from -1 up to 1, got 172.0"),
        (functions::acosh, 0.0, "ValueError: expected argument value not less than 1, got 0.0"),
        (functions::acosh, -1.0, "ValueError: expected argument value not less than 1, got -1.0"),
        (functions::acosh, 1.0, "0.0"),
        (functions::acosh, 0.5, "ValueError: expected argument value not less than 1, got 0.5"),
        (functions::acosh, 2.0, "1.3169578969248166"),
        (functions::acosh, -2.5, "ValueError: expected argument value not less than 1, got -2.5"),
        (functions::acosh, 1000.0, "7.600902209541989"),
        (functions::acosh, INF, "inf"),
        (functions::acosh, -INF, "ValueError: expected argument value not less than 1, got -inf"),
        (functions::acosh, NAN, "nan"),
        (functions::acosh, 172.0, "5.840633206752488"),
        (functions::atanh, 0.0, "0.0"),
        (functions::atanh, -1.0, "ValueError: expected a number between -1 and 1, got -1.0"),
        (functions::atanh, 1.0, "ValueError: expected a number between -1 and 1, got 1.0"),
        (functions::atanh, 0.5, "0.5493061443340548"),
        (functions::atanh, 2.0, "ValueError: expected a number between -1 and 1, got 2.0"),
        (functions::atanh, -2.5, "ValueError: expected a number between -1 and 1, got -2.5"),
        (functions::atanh, 1000.0, "ValueError: expected a number between -1 and 1, got 1000.0"),
        (functions::atanh, INF, "ValueError: expected a number between -1 and 1, got inf"),
        (functions::atanh, -INF, "ValueError: expected a number between -1 and 1, got -inf"),
        (functions::atanh, NAN, "nan"),
        (functions::atanh, 172.0, "ValueError: expected a number between -1 and 1, got 172.0"),
        (functions::log1p, 0.0, "0.0"),
        (functions::log1p, -1.0, "ValueError: expected argument value > -1, got -1.0"),
        (functions::log1p, 1.0, "0.6931471805599453"),
        (functions::log1p, 0.5, "0.4054651081081644"),
        (functions::log1p, 2.0, "1.0986122886681096"),
        (functions::log1p, -2.5, "ValueError: expected argument value > -1, got -2.5"),
        (functions::log1p, 1000.0, "6.90875477931522"),
        (functions::log1p, INF, "inf"),
        (functions::log1p, -INF, "ValueError: expected argument value > -1, got -inf"),
        (functions::log1p, NAN, "nan"),
        (functions::log1p, 172.0, "5.153291594497779"),
        (functions::exp, 0.0, "1.0"),
        (functions::exp, -1.0, "0.36787944117144233"),
        (functions::exp, 1.0, "2.718281828459045"),
        (functions::exp, 0.5, "1.6487212707001282"),
        (functions::exp, 2.0, "7.38905609893065"),
        (functions::exp, -2.5, "0.0820849986238988"),
        (functions::exp, 1000.0, "OverflowError: math range error"),
        (functions::exp, INF, "inf"),
        (functions::exp, -INF, "0.0"),
        (functions::exp, NAN, "nan"),
        (functions::exp, 172.0, "4.996327379507578e+74"),
        (functions::exp2, 0.0, "1.0"),
        (functions::exp2, -1.0, "0.5"),
        (functions::exp2, 1.0, "2.0"),
        (functions::exp2, 0.5, "1.4142135623730951"),
        (functions::exp2, 2.0, "4.0"),
        (functions::exp2, -2.5, "0.1767766952966369"),
        (functions::exp2, 1000.0, "1.0715086071862673e+301"),
        (functions::exp2, INF, "inf"),
        (functions::exp2, -INF, "0.0"),
        (functions::exp2, NAN, "nan"),
        (functions::exp2, 172.0, "5.986310706507379e+51"),
        (functions::expm1, 0.0, "0.0"),
        (functions::expm1, -1.0, "-0.6321205588285577"),
        (functions::expm1, 1.0, "1.718281828459045"),
        (functions::expm1, 0.5, "0.6487212707001282"),
        (functions::expm1, 2.0, "6.38905609893065"),
        (functions::expm1, -2.5, "-0.9179150013761013"),
        (functions::expm1, 1000.0, "OverflowError: math range error"),
        (functions::expm1, INF, "inf"),
        (functions::expm1, -INF, "-1.0"),
        (functions::expm1, NAN, "nan"),
        (functions::expm1, 172.0, "4.996327379507578e+74"),
        (functions::sinh, 0.0, "0.0"),
        (functions::sinh, -1.0, "-1.1752011936438014"),
        (functions::sinh, 1.0, "1.1752011936438014"),
        (functions::sinh, 0.5, "0.5210953054937474"),
        (functions::sinh, 2.0, "3.626860407847019"),
        (functions::sinh, -2.5, "-6.0502044810397875"),
        (functions::sinh, 1000.0, "OverflowError: math range error"),
        (functions::sinh, INF, "inf"),
        (functions::sinh, -INF, "-inf"),
        (functions::sinh, NAN, "nan"),
        (functions::sinh, 172.0, "2.498163689753789e+74"),
        (functions::cosh, 0.0, "1.0"),
        (functions::cosh, -1.0, "1.5430806348152437"),
        (functions::cosh, 1.0, "1.5430806348152437"),
        (functions::cosh, 0.5, "1.1276259652063807"),
        (functions::cosh, 2.0, "3.7621956910836314"),
        (functions::cosh, -2.5, "6.132289479663686"),
        (functions::cosh, 1000.0, "OverflowError: math range error"),
        (functions::cosh, INF, "inf"),
        (functions::cosh, -INF, "inf"),
        (functions::cosh, NAN, "nan"),
        (functions::cosh, 172.0, "2.498163689753789e+74"),
        (functions::gamma, 0.0, "ValueError: expected a noninteger or positive integer, got 0.0"),
        (functions::gamma, -1.0, "ValueError: expected a noninteger or positive integer, got -1.0"),
        (functions::gamma, 1.0, "1.0"),
        (functions::gamma, 0.5, "1.7724538509055159"),
        (functions::gamma, 2.0, "1.0"),
        (functions::gamma, -2.5, "-0.9453087204829417"),
        (functions::gamma, 1000.0, "OverflowError: math range error"),
        (functions::gamma, INF, "inf"),
        (functions::gamma, -INF, "ValueError: expected a noninteger or positive integer, got -inf"),
        (functions::gamma, NAN, "nan"),
        (functions::gamma, 172.0, "OverflowError: math range error"),
        (functions::lgamma, 0.0, "ValueError: expected a noninteger or positive integer, got 0.0"),
        (functions::lgamma, -1.0, "ValueError: expected a noninteger or positive integer, got -1.0"),
        (functions::lgamma, 1.0, "0.0"),
        (functions::lgamma, 0.5, "0.5723649429247004"),
        (functions::lgamma, 2.0, "0.0"),
        (functions::lgamma, -2.5, "-0.05624371649767457"),
        (functions::lgamma, 1000.0, "5905.220423209181"),
        (functions::lgamma, INF, "inf"),
        (functions::lgamma, -INF, "inf"),
        (functions::lgamma, NAN, "nan"),
        (functions::lgamma, 172.0, "711.71472580229"),
        (log, 0.0, "ValueError: expected a positive input, got 0.0"),
        (log, -1.0, "ValueError: expected a positive input, got -1.0"),
        (log, 1.0, "0.0"),
        (log, 0.5, "-0.6931471805599453"),
        (log, 2.0, "0.6931471805599453"),
        (log, -2.5, "ValueError: expected a positive input, got -2.5"),
        (log, 1000.0, "6.907755278982137"),
        (log, INF, "inf"),
        (log, -INF, "ValueError: expected a positive input, got -inf"),
        (log, NAN, "nan"),
        (log, 172.0, "5.147494476813453"),
        (log2, 0.0, "ValueError: expected a positive input, got 0.0"),
        (log2, -1.0, "ValueError: expected a positive input, got -1.0"),
        (log2, 1.0, "0.0"),
        (log2, 0.5, "-1.0"),
        (log2, 2.0, "1.0"),
        (log2, -2.5, "ValueError: expected a positive input, got -2.5"),
        (log2, 1000.0, "9.965784284662087"),
        (log2, INF, "inf"),
        (log2, -INF, "ValueError: expected a positive input, got -inf"),
        (log2, NAN, "nan"),
        (log2, 172.0, "7.426264754702098"),
        (log10, 0.0, "ValueError: expected a positive input, got 0.0"),
        (log10, -1.0, "ValueError: expected a positive input, got -1.0"),
        (log10, 1.0, "0.0"),
        (log10, 0.5, "-0.3010299956639812"),
        (log10, 2.0, "0.3010299956639812"),
        (log10, -2.5, "ValueError: expected a positive input, got -2.5"),
        (log10, 1000.0, "3.0"),
        (log10, INF, "inf"),
        (log10, -INF, "ValueError: expected a positive input, got -inf"),
        (log10, NAN, "nan"),
        (log10, 172.0, "2.2355284469075487"),
    ];
    for (function, x, expected) in table {
        assert_eq!(float(function(x)), expected, "of {x:?}");
    }
}

#[test]
fn functions_of_two_floats() {
    type Function = fn(f64, f64) -> Outcome<f64>;
    let table: [(Function, f64, f64, &str); 57] = [
        (functions::pow, 0.0, -1.0, "ValueError: math domain error"),
        (functions::pow, -8.0, 0.3333333333333333, "ValueError: math domain error"),
        (functions::pow, 10.0, 400.0, "OverflowError: math range error"),
        (functions::pow, -INF, 3.0, "-inf"),
        (functions::pow, 1.0, 0.0, "1.0"),
        (functions::pow, INF, 1.0, "inf"),
        (functions::pow, 5.0, INF, "inf"),
        (functions::pow, 5.0, 3.0, "125.0"),
        (functions::pow, 5.5, 2.0, "30.25"),
        (functions::pow, -5.5, 2.0, "30.25"),
        (functions::pow, 2.5, 1.0, "2.5"),
        (functions::pow, 3.5, 1.0, "3.5"),
        (functions::pow, -3.0, 2.0, "9.0"),
        (functions::pow, NAN, 1.0, "nan"),
        (functions::pow, 1.0, NAN, "1.0"),
        (functions::pow, 1e+300, 3e-05, "1.02093948370768"),
        (functions::pow, 7.0, -2.0, "0.02040816326530612"),
        (functions::pow, -0.0, 2.0, "0.0"),
        (functions::pow, 2.0, 10.0, "1024.0"),
        (functions::fmod, 0.0, -1.0, "0.0"),
        (functions::fmod, -8.0, 0.3333333333333333, "-4.440892098500626e-16"),
        (functions::fmod, 10.0, 400.0, "10.0"),
        (functions::fmod, -INF, 3.0, "ValueError: math domain error"),
        (functions::fmod, 1.0, 0.0, "ValueError: math domain error"),
        (functions::fmod, INF, 1.0, "ValueError: math domain error"),
        (functions::fmod, 5.0, INF, "5.0"),
        (functions::fmod, 5.0, 3.0, "2.0"),
        (functions::fmod, 5.5, 2.0, "1.5"),
        (functions::fmod, -5.5, 2.0, "-1.5"),
        (functions::fmod, 2.5, 1.0, "0.5"),
        (functions::fmod, 3.5, 1.0, "0.5"),
        (functions::fmod, -3.0, 2.0, "-1.0"),
        (functions::fmod, NAN, 1.0, "nan"),
        (functions::fmod, 1.0, NAN, "nan"),
        (functions::fmod, 1e+300, 3e-05, "1.1287082514303752e-05"),
        (functions::fmod, 7.0, -2.0, "1.0"),
        (functions::fmod, -0.0, 2.0, "-0.0"),
        (functions::fmod, 2.0, 10.0, "2.0"),
        (functions::remainder, 0.0, -1.0, "0.0"),
        (functions::remainder, -8.0, 0.3333333333333333, "-4.440892098500626e-16"),
        (functions::remainder, 10.0, 400.0, "10.0"),
        (functions::remainder, -INF, 3.0, "ValueError: math domain error"),
        (functions::remainder, 1.0, 0.0, "ValueError: math domain error"),
        (functions::remainder, INF, 1.0, "ValueError: math domain error"),
        (functions::remainder, 5.0, INF, "5.0"),
        (functions::remainder, 5.0, 3.0, "-1.0"),
        (functions::remainder, 5.5, 2.0, "-0.5"),
        (functions::remainder, -5.5, 2.0, "0.5"),
        (functions::remainder, 2.5, 1.0, "0.5"),
        (functions::remainder, 3.5, 1.0, "-0.5"),
        (functions::remainder, -3.0, 2.0, "1.0"),
        (functions::remainder, NAN, 1.0, "nan"),
        (functions::remainder, 1.0, NAN, "nan"),
        (functions::remainder, 1e+300, 3e-05, "1.1287082514303752e-05"),
        (functions::remainder, 7.0, -2.0, "-1.0"),
        (functions::remainder, -0.0, 2.0, "-0.0"),
        (functions::remainder, 2.0, 10.0, "2.0"),
    ];
    for (function, x, y, expected) in table {
        assert_eq!(float(function(x, y)), expected, "of {x:?}, {y:?}");
    }
}

#[test]
fn logarithms_of_integers() {
    for (x, e, two, ten) in [
        (
            "0",
            "ValueError: expected a positive input",
            "ValueError: expected a positive input",
            "ValueError: expected a positive input",
        ),
        (
            "-5",
            "ValueError: expected a positive input",
            "ValueError: expected a positive input",
            "ValueError: expected a positive input",
        ),
        ("1", "0.0", "0.0", "0.0"),
        ("1000", "6.907755278982137", "9.965784284662087", "3.0"),
        (
            "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
            "921.0340371976182",
            "1328.771237954945",
            "400.0",
        ),
        (
            "141246703213942603683520966701614733366889617518454111681368808585711816984270751255808912631671152637335603208431366082764203838069979338335971185726639923431051777851865399011877999645131707069373498212631323752553111215372844035950900535954860733418453405575566736801565587405464699640499050849699472357900905617571376618228216434213181520991556677126498651782204174061830939239176861341383294018240225838692725596147005144243281075275629495339093813198966735633606329691023842454125835888656873133981287240980008838073668221804264432910894030789020219440578198488267339768238872279902157420307247570510423845868872596735891805818727796435753018518086641356012851302546726823009250218328018251907340245449863183265637987862198511046362985461949587281119139907228004385942880953958816554567625296086916885774828934449941362416588675326940332561103664556982622206834474219811081872404929503481991376740379825998791411879802717583885498575115299471743469241117070230398103378615232793710290992656444842895511830355733152020804157920090041811951880456705515468349446182731742327685989277607620709525878318766488368348965015474997864119765441433356928012344111765735336393557879214937004347568208665958717764059293592887514292843557047089164876483116615691886203812997555690171892169733755224469032475078797830901321579940127337210694377283439922280274060798234786740434893458120198341101033812506720046609891160700284002100980452964039788704335302619337597862052192280371481132164147186514169090917191909376",
            "3465.7359027997263",
            "5000.0",
            "1505.1499783199058",
        ),
        (
            "9657802140591758043812442031522928437371194636776843099838260055342219733688083412928987321682880332396927287242805644548901834234972280564072880735127568242460394336247761481999342991210220561304479523441956128812808859393388776484808811910915541232693035534590226711458043242074211993816993921587180335757972232760635320184916654001",
            "769.0286020676768",
            "1109.4737505048092",
            "333.9848783037637",
        ),
        (
            "179769313486231590772930519078902473361797697894230657273430081157732675805500963132708477322407536021120113879871393357658789768814416622492847430639474124377767893424865485276302219601246094119453082952085005768838150682342462881473913110540827237163350510684586298239947245938479716304835356329624224137215",
            "709.782712893384",
            "1024.0",
            "308.25471555991675",
        ),
        (
            "114813069527425452423283320117768198402231770208869520047764273682576626139237031385665948631650626991844596463898746277344711896086305533142593135616665318539129989145312280000688779148240044871428926990063486244781615463646388363947317026040466353970904996558162398808944629605623311649536164221970332681344168908984458505602379484807914058900934776500429002716706625830522008132236281291761267883317206598995396418127021779858404042159853183251540889433902091920554957783589672039160081957216630582755380425583726015528348786419432054508915275783882625175435528800822842770817965453762184851149029375",
            "1386.2943611198907",
            "2000.0",
            "602.0599913279624",
        ),
    ] {
        let x: BigInt = x.parse().unwrap_or_default();
        assert_eq!(float(functions::log_int(&x, Base::E)), e);
        assert_eq!(float(functions::log_int(&x, Base::Two)), two);
        assert_eq!(float(functions::log_int(&x, Base::Ten)), ten);
    }
}

#[test]
fn counting() {
    for (n, k, combinations, permutations) in [
        ("5", "7", "0", "0"),
        (
            "-1",
            "2",
            "ValueError: n must be a non-negative integer",
            "ValueError: n must be a non-negative integer",
        ),
        (
            "5",
            "-2",
            "ValueError: k must be a non-negative integer",
            "ValueError: k must be a non-negative integer",
        ),
        ("5", "2", "10", "20"),
        (
            "1000000000000000000000000000000",
            "3",
            "166666666666666666666666666666166666666666666666666666666667000000000000000000000000000000",
            "999999999999999999999999999997000000000000000000000000000002000000000000000000000000000000",
        ),
        (
            "100",
            "50",
            "100891344545564193334812497256",
            "3068518756254966037202730459529469739228459721684688959447786986982158958772355072000000000000",
        ),
        ("0", "0", "1", "1"),
        ("52", "5", "2598960", "311875200"),
        (
            "60",
            "60",
            "1",
            "8320987112741390144276341183223364380754172606361245952449277696409600000000000000",
        ),
        (
            "18446744073709551619",
            "4",
            "4824670384888174810884733142541999685001159468375703568094979909203710181376",
            "115792089237316195461233595421007992440027827241016885634279517820889044353024",
        ),
    ] {
        let (n, k): (BigInt, BigInt) = (n.parse().unwrap_or_default(), k.parse().unwrap_or_default());
        assert_eq!(whole(comb(&n, &k, NO_LIMIT)), combinations, "comb({n}, {k})");
        assert_eq!(whole(perm(&n, &k, NO_LIMIT)), permutations, "perm({n}, {k})");
    }
    assert_eq!(whole(factorial(&30.into(), NO_LIMIT)), "265252859812191058636308480000000");
    assert_eq!(whole(factorial(&0.into(), NO_LIMIT)), "1");
    assert_eq!(
        whole(factorial(&(-1).into(), NO_LIMIT)),
        "ValueError: factorial() not defined for negative values"
    );
    assert_eq!(whole(factorial(&1_000_000_000.into(), NO_LIMIT)), "MemoryError: ");
    assert_eq!(whole(isqrt(&BigInt::from(10).pow(41))), "316227766016837933199");
    assert_eq!(whole(isqrt(&(-1).into())), "ValueError: isqrt() argument must be nonnegative");
    let numbers: Vec<BigInt> = [12, -18, 0].map(BigInt::from).to_vec();
    assert_eq!((gcd(&numbers), lcm(&numbers[..2]), lcm(&numbers)), (6.into(), 36.into(), 0.into()));
}

#[test]
fn sums() {
    for (values, exact, builtin) in [
        (&[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1][..], "1.0", "1.0"),
        (&[1e+308, 1e+308][..], "OverflowError: intermediate overflow in fsum", "inf"),
        (&[INF, -INF][..], "ValueError: -inf + inf in fsum", "nan"),
        (&[INF, 1.0][..], "inf", "inf"),
        (&[NAN][..], "nan", "nan"),
        (&[][..], "0.0", "0.0"),
        (&[1.0, 1e+100, 1.0, -1e+100][..], "2.0", "2.0"),
        (&[1e-16, 1.0, 1e+16][..], "1.0000000000000002e+16", "1e+16"),
        (&[0.1, 0.2, 0.3, -0.6][..], "2.7755575615628914e-17", "2.7755575615628914e-17"),
        (&[-0.0][..], "0.0", "0.0"),
        (
            &[
                -9.407568840284877e-13,
                2.2268633975498444e-10,
                75977444990.8767,
                -84493339.66541155,
                329526355454567.6,
                -2.448414908152628e+18,
                -4.9783626610538095e-11,
                -153540856.8635982,
                9.993029413485385e-11,
                -3.1589162662546214e-06,
                5.05531640260473e+16,
                1.6895476383407866e-17,
            ][..],
            "-2.3975321420317153e+18",
            "-2.3975321420317153e+18",
        ),
        (&[1.0, 1.1102230246251565e-16, 1.232595164407831e-32][..], "1.0000000000000002", "1.0"),
        (&[1e+16, 1.0, 1e-16][..], "1.0000000000000002e+16", "1e+16"),
    ] {
        let values: &[f64] = values;
        assert_eq!(float(fsum(values.iter().copied())), exact, "{values:?}");
        let mut sum = FloatSum::new(0.0);
        values.iter().for_each(|&value| sum.add(value));
        assert_eq!(repr(sum.value()), builtin, "{values:?}");
    }
    for (left, right, expected) in [
        (
            &[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1][..],
            &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0][..],
            "1.0",
        ),
        (&[1.0][..], &[1.0, 2.0][..], "ValueError: Inputs are not the same length"),
        (&[1e+308][..], &[10.0][..], "inf"),
        (&[1.5, 2.0][..], &[2.0, 3.0][..], "9.0"),
        (&[INF][..], &[0.0][..], "nan"),
        (&[1e+308, 1e+308, 1.0][..], &[10.0, -10.0, 1.0][..], "nan"),
        (&[1e+16, 1.0, -1e+16][..], &[1.0, 1.0, 1.0][..], "1.0"),
        (&[0.1, 0.2, 0.3][..], &[0.4, 0.5, 0.6][..], "0.32"),
    ] {
        assert_eq!(float(sumprod(left, right)), expected);
    }
}

#[test]
fn lengths() {
    for (coordinates, expected) in [
        (&[][..], "0.0"),
        (&[3.0, 4.0][..], "5.0"),
        (&[INF, NAN][..], "inf"),
        (&[NAN, 1.0][..], "nan"),
        (&[1e+200, 1e+200][..], "1.414213562373095e+200"),
        (&[1e+308, 1e+308][..], "1.4142135623730951e+308"),
        (&[1.0, 2.0, 3.0][..], "3.7416573867739413"),
        (&[1e-200, 1e-200][..], "1.414213562373095e-200"),
        (&[5e-324, 5e-324][..], "5e-324"),
        (&[-7.0][..], "7.0"),
        (&[0.1, 0.2, 0.3, 0.4][..], "0.5477225575051661"),
        (&[0.0, -0.0][..], "0.0"),
        (&[1e-310, 2e-310][..], "2.2360679774998e-310"),
        (&[123.456, 789.012][..], "798.6121211702211"),
    ] {
        assert_eq!(repr(hypot(coordinates)), expected, "{coordinates:?}");
    }
    assert_eq!(dist(&[1.0, 2.0], &[4.0, 6.0]), Ok(5.0));
    assert!(dist(&[1.0], &[]).is_err());
}

#[test]
fn bits_of_floats() {
    for (x, mantissa, exponent, fraction, integer, spacing) in [
        (0.75, 0.75, 0, "0.75", "0.0", 1.1102230246251565e-16),
        (0.0, 0.0, 0, "0.0", "0.0", 5e-324),
        (-0.0, -0.0, 0, "-0.0", "-0.0", 5e-324),
        (1.0, 0.5, 1, "0.0", "1.0", 2.220446049250313e-16),
        (-5e-324, -0.5, -1073, "-5e-324", "-0.0", 5e-324),
        (1.7e+308, 0.9456563898655606, 1024, "0.0", "1.7e+308", 1.99584030953472e+292),
        (2.2250738585072014e-308, 0.5, -1021, "2.2250738585072014e-308", "0.0", 5e-324),
        (-3.75, -0.9375, 2, "-0.75", "-3.0", 4.440892098500626e-16),
        (1e+22, 0.5293955920339377, 74, "0.0", "1e+22", 2097152.0),
    ] {
        assert_eq!(frexp(x), (mantissa, exponent));
        let parts = modf(x);
        assert_eq!((repr(parts.0).as_str(), repr(parts.1).as_str()), (fraction, integer));
        assert_eq!(ulp(x), spacing);
    }
    for (x, exponent, expected) in [
        (1.0, 2000_i64, "OverflowError: math range error"),
        (1.0, -2000_i64, "0.0"),
        (1.5, 3_i64, "12.0"),
        (INF, 10_i64, "inf"),
        (0.75, -1074_i64, "5e-324"),
        (1.0, 1000000000000_i64, "OverflowError: math range error"),
        (1.0, -1000000000000_i64, "0.0"),
        (-1.0, 1023_i64, "-8.98846567431158e+307"),
        (1.5, -1074_i64, "1e-323"),
        (2.5, -1075_i64, "5e-324"),
        (0.0, 5_i64, "0.0"),
    ] {
        assert_eq!(float(ldexp(x, &exponent.into())), expected, "ldexp({x:?}, {exponent})");
    }
    for (x, towards, steps, expected) in [
        (1.0, 2.0, 1, "1.0000000000000002"),
        (1.0, 2.0, 3, "1.0000000000000007"),
        (0.0, 1.0, 1, "5e-324"),
        (0.0, -1.0, 1, "-5e-324"),
        (-5e-324, 1.0, 1, "-0.0"),
        (5e-324, -1.0, 1, "0.0"),
        (-5e-324, 1.0, 2, "5e-324"),
        (1.0, INF, 1000000000, "1.000000222044605"),
        (1.0, 1.0, 5, "1.0"),
        (1.0, NAN, 1, "nan"),
        (NAN, 1.0, 1, "nan"),
        (1.0, 2.0, 0, "1.0"),
        (1.0, 2.0, -1, "ValueError: steps must be a non-negative integer"),
        (1.7976931348623157e+308, INF, 1, "inf"),
    ] {
        assert_eq!(float(nextafter(x, towards, &BigInt::from(steps))), expected, "{x:?} {towards:?} {steps}");
    }
    assert_eq!(isclose(1.0, 1.000_000_000_1, 1e-9, 0.0), Ok(true));
    assert_eq!(isclose(1.0, 1.1, 1e-9, 0.2), Ok(true));
    assert_eq!(isclose(INF, 1.0, 1e-9, 0.2), Ok(false));
    assert!(isclose(1.0, 1.0, -1.0, 0.0).is_err());
    assert_eq!(functions::degrees(std::f64::consts::PI), 180.0);
    assert_eq!(functions::radians(180.0), std::f64::consts::PI);
    assert_eq!(float(functions::fma(INF, 0.0, 1.0)), "ValueError: invalid operation in fma");
    assert_eq!(float(functions::fma(1e308, 10.0, 0.0)), "OverflowError: overflow in fma");
}
