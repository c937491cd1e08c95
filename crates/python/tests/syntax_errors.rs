//! Syntax errors against CPython 3.14: message, class and place of every case in `cases/syntax_errors.txt`,
//! which CPython's own compiler gave.

use loopglass_python::code::Origin;
use loopglass_python::lower::compile;

/// One case: the head after `=== `, and the source.
fn cases() -> Vec<(String, String)> {
    let text = include_str!("cases/syntax_errors.txt");
    let mut cases: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("=== ") {
            Some(head) => cases.push((head.trim_end().to_owned(), String::new())),
            None => {
                if let Some((_, source)) = cases.last_mut() {
                    source.push_str(line);
                }
            }
        }
    }
    cases
}

#[test]
fn equal_those_of_cpython() {
    let mut different = Vec::new();
    let cases = cases();
    for (expected, source) in &cases {
        let got = match compile(source, "script.py", Origin::Script) {
            Ok(_) => "no error".to_owned(),
            Err(failure) => format!(
                "{} {} {} {} {}: {}",
                failure.span.line,
                failure.offsets.0,
                failure.span.end_line,
                failure.offsets.1,
                failure.class.name(),
                failure.message
            ),
        };
        if got != *expected {
            different.push(format!("{source:?}\n  ours    {got}\n  CPython {expected}"));
        }
    }
    assert!(cases.len() > 600, "the cases are missing");
    assert!(different.is_empty(), "{} of {} differ:\n{}", different.len(), cases.len(), different.join("\n"));
}

/// A source must be refused, not exhaust the stack.
fn refused(source: String) {
    let failure = compile(&source, "script.py", Origin::Script);
    let start: String = source.chars().take(20).collect();
    assert!(failure.is_err(), "{start}… was accepted");
}

#[test]
fn hostile_nesting_is_refused() {
    let many = 20_000;
    refused(format!("x = {}1{}", "(".repeat(many), ")".repeat(many)));
    refused(format!("x = {}1", "(".repeat(many)));
    refused(format!("x = {}1", "-".repeat(many)));
    refused(format!("x = {}1", "not ".repeat(many)));
    refused(format!("x = {}1", "lambda: ".repeat(many)));
    refused(format!("x = {}1", "1 if a else ".repeat(many)));
    refused(format!("x = a{}", ".b".repeat(many)));
    refused(format!("x = a{}", "()".repeat(many)));
    refused(format!("x = a{}", "**a".repeat(many)));
    refused(format!("f\"{}\"", "{f'".repeat(many)));
    refused((0..many / 10).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect());
    refused(format!("x = {}", "9".repeat(many)));
}

#[test]
fn long_is_not_deep() {
    let accepted = |source: String| {
        let start: String = source.chars().take(20).collect();
        assert!(compile(&source, "script.py", Origin::Script).is_ok(), "{start}… was refused");
    };
    accepted(format!("x = a{}\n", " + a".repeat(10_000)));
    accepted(format!("x = a{}\n", " and a".repeat(10_000)));
    accepted(format!("x = a{}\n", " < a".repeat(10_000)));
    accepted(format!("x = [{}]\n", "f(a.b, -c), ".repeat(10_000)));
    accepted(format!("if a: pass\n{}", "elif b: pass\n".repeat(5_000)));
    accepted("x = a.b(c)[d] or not e\n".repeat(10_000));
}
