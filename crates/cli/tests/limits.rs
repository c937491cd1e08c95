//! A script that takes too much ends with a sentence that says which limit, where, and how to raise it.

use std::process::Command;

fn run(name: &str, source: &str) -> (String, String) {
    let path = std::env::temp_dir().join(format!("loopglass-{}-{name}.py", std::process::id()));
    std::fs::write(&path, source).expect("the folder for temporary files can be written");
    let output = Command::new(env!("CARGO_BIN_EXE_loopglass")).arg("run").arg(&path).output();
    let output = output.expect("the command was built for this test");
    // A file that stays behind does no harm.
    let _ = std::fs::remove_file(&path);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

const MEMORY: &str = "the limit of memory; raise it with `# loopglass: memory=2GB` in the script\n";

#[test]
fn endless_memory_ends_at_the_limit() {
    for (name, line, source) in [
        (
            "lists",
            5,
            "# loopglass: memory=40MB\nprint('begun')\nkept = []\nwhile True:\n    kept.append([0] * 1000)\n",
        ),
        (
            "copies",
            5,
            "# loopglass: memory=40MB\nbig = [0] * 1_000_000\nkept = []\nwhile True:\n    kept.append(big[:])\n",
        ),
        ("text", 4, "# loopglass: memory=40MB\ntext = 'abc'\nwhile True:\n    text = text + text\n"),
        (
            "dict",
            4,
            "# loopglass: memory=40MB\nkept = {}\nfor number in range(10 ** 9):\n    kept[number] = str(number)\n",
        ),
        ("once", 2, "# loopglass: memory=40MB\nbig = [0] * 40_000_000\n"),
        ("range", 2, "# loopglass: memory=40MB\nbig = list(range(10 ** 7))\n"),
        ("count", 3, "# loopglass: memory=40MB\nimport itertools\nbig = sorted(itertools.count())\n"),
    ] {
        let (_, stderr) = run(name, source);
        assert_eq!(stderr, format!("loopglass: stopped at line {line} at {MEMORY}"), "{name}");
    }
}

#[test]
fn what_was_printed_before_the_limit_stays() {
    let (stdout, stderr) = run("steps", "# loopglass: steps=1_000_000\nprint('begun')\nwhile True: pass\n");
    assert_eq!(stdout, "begun\n");
    assert!(
        stderr.ends_with("the limit of instructions; raise it with `# loopglass: steps=N` in the script\n"),
        "{stderr}"
    );
}

#[test]
fn a_wait_without_end_ends_at_the_limit() {
    for (name, wait) in [
        ("for-ever", "asyncio.run(asyncio.sleep(float('inf')))"),
        ("for-ages", "asyncio.run(asyncio.sleep(10 ** 12))"),
        ("asleep", "time.sleep(9 * 10 ** 9)"),
    ] {
        let (stdout, stderr) = run(name, &format!("import asyncio, time\nprint('begun')\n{wait}\n"));
        assert_eq!(stdout, "begun\n", "{name}");
        let end =
            "at line 3 at the limit of virtual time; raise it with `# loopglass: time=Ns` in the script\n";
        assert_eq!(stderr, format!("loopglass: stopped {end}"), "{name}");
    }
}

#[test]
fn a_call_that_finds_no_end_is_an_error_of_recursion() {
    let source = "class Endless: pass\nEndless.__call__ = Endless()\ntry:\n    Endless()()\nexcept RecursionError as error:\n    print(error)\n";
    let (stdout, stderr) = run("calls", source);
    assert_eq!((&*stdout, &*stderr), ("maximum recursion depth exceeded\n", ""));
}
