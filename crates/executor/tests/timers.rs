//! Timers at times that CPython's loop log cannot show.

use loopglass_executor::Session;
use loopglass_python::machine::Settings;
use loopglass_trace::Event;

/// `nan >= end_time` is false, so CPython runs a timer that is due at NaN as soon as it is the first of the heap.
#[test]
fn a_timer_that_is_due_at_no_time_does_not_hold_up_the_loop() {
    let source = "import asyncio\n\
                  async def main():\n    \
                      asyncio.get_running_loop().call_later(float('nan'), print, 'at no time')\n    \
                      await asyncio.sleep(1)\n    \
                      print('slept')\n\
                  asyncio.run(main())\n";
    let mut session = Session::new(source, Settings::default()).expect("it can be lowered");
    session.run();
    let trace = session.into_trace();
    let text = |event| match event {
        Event::Printed { text, .. } => Some(trace.tables().text(text).to_owned()),
        _ => None,
    };
    let printed: Vec<String> = trace.events(0).filter_map(text).collect();
    assert_eq!(printed, ["at no time\n", "slept\n"]);
}
