//! A script of several files in one text: one imports another, events count lines through the whole text, and what
//! Python tells speaks of the lines of a file.

use loopglass_executor::Session;
use loopglass_python::machine::Settings;
use loopglass_trace::Event;

const SCRIPT: &str = "\
import asyncio
import server
from client import ask

async def main():
    print(await ask(server.answer), server.__name__, server.__file__)
    print(__name__, server.count)
    await ask(server.fail)

asyncio.run(main())
# loopglass: file=server.py
import asyncio
print('loaded', __name__)
count = 3

async def answer():
    await asyncio.sleep(1)
    return 42

async def fail():
    raise ValueError('no answer')
# loopglass: file=client.py
import server

async def ask(what):
    return await what()
";

fn session(source: &str) -> Result<Session, loopglass_executor::SessionError> {
    let settings = Settings { file: "code/main.py".to_owned(), ..Settings::default() };
    let mut session = Session::new(source, settings)?;
    session.run();
    session.trace_mut().catch_up();
    Ok(session)
}

#[test]
fn one_file_imports_another() {
    let session = session(SCRIPT).expect("it is Python");
    assert_eq!(session.stdout(), "loaded server\n42 server code/server.py\n__main__ 3\n");
    let stderr = session.stderr();
    let end = "\
  File \"code/main.py\", line 8, in main
    await ask(server.fail)
  File \"code/client.py\", line 4, in ask
    return await what()
           ^^^^^^^^^^^^
  File \"code/server.py\", line 10, in fail
    raise ValueError('no answer')
ValueError: no answer
";
    assert!(stderr.ends_with(end), "{stderr}");
}

#[test]
fn lines_are_those_of_the_whole_text() {
    let session = session(SCRIPT).expect("it is Python");
    let trace = session.trace();
    let lines: Vec<u32> = (0..trace.len())
        .filter_map(|at| match trace.event(at) {
            Some(Event::Line { line }) => Some(line),
            _ => None,
        })
        .collect();
    let place = |text: &str| SCRIPT.lines().position(|line| line.contains(text)).expect("a line") as u32 + 1;
    for text in
        ["print('loaded'", "return 42", "raise ValueError", "return await what()", "asyncio.run(main())"]
    {
        assert!(lines.contains(&place(text)), "{text}: {lines:?}");
    }
    assert!(!lines.contains(&place("file=server.py")));
}

#[test]
fn what_is_wrong_with_a_file_is_told_in_its_place() {
    let source = "import broken\n# loopglass: file=broken.py\nx = 1\ndef (:\n";
    let Err(error) = session(source) else { panic!("it is not Python") };
    assert_eq!(error.diagnostics[0].span.line, 4);
    assert!(error.stderr.starts_with("  File \"code/broken.py\", line 2\n"), "{}", error.stderr);
}

#[test]
fn a_file_that_is_not_there_is_no_module() {
    let session = session("import server\n").expect("it is Python");
    assert!(session.stderr().ends_with("ModuleNotFoundError: No module named 'server'\n"));
}

/// What Python tells of lines in a file beside, by all the ways it has.
const TELLS: &str = "\
import helper
def here():
    pass
print(here.__code__.co_firstlineno)
helper.tell()
# loopglass: file=helper.py
import inspect, linecache, sys, traceback, warnings

class Thing:
    pass

def tell():
    print(tell.__code__.co_firstlineno, Thing.__firstlineno__, sys._getframe().f_lineno)
    print(inspect.getsource(Thing).splitlines(), linecache.getline(__file__, 4).strip())
    try:
        1 / 0
    except ZeroDivisionError as error:
        print(error.__traceback__.tb_lineno, traceback.extract_tb(error.__traceback__)[0].lineno)
        print(repr(tell.__code__).rsplit(', ', 2)[1:], inspect.currentframe().f_back.f_lineno)
    warnings.warn('old')
    if 1 is 1: pass
";

#[test]
fn what_python_tells_of_lines_counts_in_their_file() {
    for (head, main) in [("", "main.py"), ("# loopglass: file=start.py\n", "start.py")] {
        let session = session(&format!("{head}{TELLS}")).expect("it is Python");
        let told = "2\n6 3 7\n['class Thing:', '    pass'] pass\n10 10\n\
            ['file \"code/helper.py\"', 'line 6>'] 5\n";
        assert_eq!(session.stdout(), told, "{}", session.stderr());
        let stderr = session.stderr();
        assert!(stderr.contains("code/helper.py:15: SyntaxWarning: "), "{stderr}");
        assert!(stderr.contains("code/helper.py:14: UserWarning: old\n  warnings.warn('old')\n"), "{stderr}");
        assert_eq!(session.trace().file(), format!("code/{main}"));
        let json: Vec<String> = session.trace().json_lines().collect();
        let has = |part: &str| json.iter().any(|line| line.contains(part));
        assert!(has(r#""event":"line","function":"tell","line":7,"file":"helper.py","task":null"#));
        assert!(has(&format!(r#""line":5,"file":"{main}","#)));
        assert!(has(r#""function":"tell","qualname":"tell","first_line":6,"file":"helper.py""#));
    }
}
