//! A call of `print` is one event, so that it is one stop and one line of the console, whatever was imported.

use loopglass_executor::Session;
use loopglass_python::machine::Settings;
use loopglass_trace::{Event, Stream};

fn printed(source: &str) -> Vec<(Stream, String)> {
    let mut session = Session::new(source, Settings::default()).expect("it can be lowered");
    session.run();
    let trace = session.into_trace();
    let text = |event| match event {
        Event::Printed { stream, text } => Some((stream, trace.tables().text(text).to_owned())),
        _ => None,
    };
    trace.events(0).filter_map(text).collect()
}

#[test]
fn a_print_is_one_event_with_sys_imported_and_without() {
    let line = vec![(Stream::Out, "a 1-\n".to_owned())];
    assert_eq!(printed("print('a', 1, end='-\\n')"), line);
    assert_eq!(printed("import sys\nprint('a', 1, end='-\\n')"), line);
    assert_eq!(printed("import sys\nprint('a', 1, end='-\\n', file=sys.stdout)"), line);
    assert_eq!(
        printed("import asyncio\nasync def f():\n    print('a', 1, end='-\\n')\nasyncio.run(f())"),
        line
    );
}

#[test]
fn a_stream_of_ones_own_is_written_to_part_by_part() {
    let own =
        "import sys\nclass Loud:\n    def write(self, text):\n        sys.__stdout__.write(text.upper())\n";
    let parts = printed(&format!("{own}sys.stdout = Loud()\nprint('a', 'b')"));
    let texts: Vec<&str> = parts.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["A", " ", "B", "\n"]);
    assert_eq!(printed("import sys\nprint('no', file=sys.stderr)"), [(Stream::Err, "no\n".to_owned())]);
}
