//! Where lines begin, against CPython 3.14: for every code object of the programs in `cases/lines.txt`, the
//! lines of the instructions at which CPython's instrumentation makes line events, in the order of the code.

use std::rc::Rc;

use loopglass_python::code::{Code, Op, Origin};
use loopglass_python::lower::{compile, disassemble};

/// The programs, each with what is expected of its code objects.
fn cases() -> Vec<(Vec<String>, String)> {
    let text = include_str!("cases/lines.txt");
    let mut cases: Vec<(Vec<String>, String)> = Vec::new();
    let mut in_head = false;
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("=== ") {
            Some(head) => {
                if !in_head {
                    cases.push((Vec::new(), String::new()));
                }
                in_head = true;
                if let Some((heads, _)) = cases.last_mut() {
                    heads.push(head.trim_end().to_owned());
                }
            }
            None => {
                in_head = false;
                if let Some((_, source)) = cases.last_mut() {
                    source.push_str(line);
                }
            }
        }
    }
    cases
}

/// The lines that begin in a code object and in those made in it; equal ones count once, as CPython shares
/// them.
fn beginnings(code: &Rc<Code>, found: &mut Vec<String>) {
    let lines = code.ops.iter().filter_map(|op| match op {
        Op::Line(line) | Op::LineAgain(line) => Some(line.to_string()),
        _ => None,
    });
    let lines = format!("{}: {}", code.qualname, lines.collect::<Vec<_>>().join(" "));
    if !found.contains(&lines) {
        found.push(lines);
    }
    for child in &code.children {
        beginnings(child, found);
    }
}

#[test]
fn begin_where_cpython_has_them() {
    for (mut expected, source) in cases() {
        let code = compile(&source, "script.py", Origin::Script).expect("the programs are valid");
        let mut found = Vec::new();
        beginnings(&code, &mut found);
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "in\n{source}\n{}", disassemble(&code));
    }
}

#[test]
fn hidden_code_has_none() {
    let code = compile("def f():\n    return 1\n", "prelude.py", Origin::Hidden).expect("valid");
    let mut found = Vec::new();
    beginnings(&code, &mut found);
    assert_eq!(found, ["<module>: ", "f: "]);
}
