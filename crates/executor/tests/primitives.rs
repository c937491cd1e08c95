//! What the trace says of locks, queues and the like: the values that a card shows.

use loopglass_executor::Session;
use loopglass_python::machine::Settings;
use loopglass_trace::{Event, Trace};

/// The values of the one synchronisation object of a script, in order.
fn values(source: &str) -> Vec<i64> {
    let mut session = Session::new(source, Settings::default()).expect("it has no error");
    session.run();
    let trace: Trace = session.into_trace();
    (0..trace.len())
        .filter_map(|index| match trace.event(index)? {
            Event::PrimitiveChanged { value, .. } => Some(value),
            _ => None,
        })
        .collect()
}

#[test]
fn a_queue_counts_its_items_and_nothing_else() {
    let script = "import asyncio\n\
        async def main():\n    \
            queue = asyncio.Queue(2)\n    \
            await queue.put('a')\n    \
            await queue.put('b')\n    \
            for _ in range(2):\n        \
                await queue.get()\n        \
                queue.task_done()\n    \
            await queue.join()\n\
        asyncio.run(main())\n";
    assert_eq!(values(script), [1, 2, 1, 0]);
}

#[test]
fn a_condition_shows_its_own_lock() {
    let script = "import asyncio\n\
        async def main():\n    \
            condition = asyncio.Condition()\n    \
            async with condition:\n        \
                condition.notify_all()\n\
        asyncio.run(main())\n";
    assert_eq!(values(script), [1, 0]);
}
