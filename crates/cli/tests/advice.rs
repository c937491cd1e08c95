//! What the page advises where a limit ended a run is a comment that the executor takes, and it helps.

use loopglass_executor::{Session, Settings};
use loopglass_picture::notice;

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

/// What is said to raise the limit that ends the script, if one does.
fn advice(source: &str) -> Option<String> {
    let mut session = Session::new(source, Settings::default()).expect("the comment is understood");
    session.run();
    notice(session.trace())?.raise
}
