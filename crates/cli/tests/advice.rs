//! What the page advises where a limit ended a run is a comment that the executor takes, and it helps.

use loopglass_executor::{Session, Settings};
use loopglass_picture::{Notice, notice};

#[test]
fn what_a_notice_says_to_put_into_the_script_lets_it_run_on() {
    for (limit, script) in [
        ("steps=20_000", "for i in range(20_000):\n    len(str(i))\n"),
        ("events=100", "import random\nfor i in range(20_000):\n    x = str(random.random())\n"),
        ("output=100", "for i in range(20_000):\n    print(i)\n"),
        ("time=10s", "import time\ntime.sleep(60)\n"),
    ] {
        let limited = format!("# loopglass: {limit}\n{script}");
        let raise = advice(&limited).unwrap_or_else(|| panic!("{limit} ends nothing"));
        assert_eq!(advice(&format!("{limited}{raise}\n")), None, "{raise} does not help");
    }
}

#[test]
fn who_wants_to_leave_the_page_is_told_where_servers_are() {
    let to = |host: &str| {
        said(&format!("import asyncio\nasyncio.run(asyncio.open_connection({host:?}, 80))\n"))
            .unwrap_or_else(|| panic!("{host} can be reached"))
    };
    for (host, error) in [
        ("example.com", "gaierror: [Errno -2] Name or service not known."),
        ("93.184.216.34", "OSError: [Errno 101] Network is unreachable."),
    ] {
        let text = to(host);
        assert!(text.starts_with(error), "{text}");
        assert!(text.contains("`localhost`"), "{text}");
    }
    let refused = to("localhost");
    assert!(!refused.contains("outside"), "{refused}");
}

#[test]
fn an_error_of_the_system_is_told_by_its_number_and_its_file() {
    let text = said("open('missing.txt')\n").expect("it ends with an exception");
    assert!(
        text.starts_with("FileNotFoundError: [Errno 2] No such file or directory: 'missing.txt'."),
        "{text}"
    );
}

/// What is said to raise the limit that ends the script, if one does.
fn advice(source: &str) -> Option<String> {
    ended(source)?.raise
}

/// What is said of how the script ends, if anything.
fn said(source: &str) -> Option<String> {
    Some(ended(source)?.text)
}

fn ended(source: &str) -> Option<Notice> {
    let mut session = Session::new(source, Settings::default()).expect("the comment is understood");
    session.run();
    notice(session.trace())
}
