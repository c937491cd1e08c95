//! What the trace says of locks, queues and the like: the values that a card shows.

use loopglass_executor::Session;
use loopglass_python::machine::Settings;
use loopglass_trace::{Event, Trace};

fn trace(source: &str) -> Trace {
    let mut session = Session::new(source, Settings::default()).expect("it has no error");
    session.run();
    session.into_trace()
}

/// The values of the one synchronisation object of a script, in order.
fn values(source: &str) -> Vec<i64> {
    let trace = trace(source);
    (0..trace.len())
        .filter_map(|index| match trace.event(index)? {
            Event::PrimitiveChanged { value, .. } => Some(value),
            Event::ItemPut { .. } | Event::ItemTaken { .. } => {
                let world = trace.seek(index + 1);
                world.primitives.iter().next().map(|(_, queue)| queue.value)
            }
            _ => None,
        })
        .collect()
}

/// What the one queue of a script holds after each change; a number where only that is known.
fn held(source: &str) -> Vec<String> {
    let trace = trace(source);
    let is_change = |event: &Event| {
        matches!(event, Event::PrimitiveChanged { .. } | Event::ItemPut { .. } | Event::ItemTaken { .. })
    };
    let after = (1..=trace.len()).filter(|count| trace.event(count - 1).is_some_and(|it| is_change(&it)));
    after
        .filter_map(|count| {
            let world = trace.seek(count);
            let (_, queue) = world.primitives.iter().next()?;
            let items: Vec<String> =
                queue.items.iter().map(|item| item.text(&world, trace.tables()).to_string()).collect();
            let known = queue.items.len() as i64 == queue.value;
            Some(if known { items.join(" ") } else { queue.value.to_string() })
        })
        .collect()
}

/// A script that puts 3, 1, 2 and 3 into a queue, takes two out, puts 4 in, and takes all out.
fn puts_and_takes(class: &str) -> String {
    format!(
        "import asyncio\n\
         class Other(asyncio.Queue):\n    \
             def _init(self, maxsize):\n        \
                 self._queue = set()\n    \
             def _put(self, item):\n        \
                 self._queue.add(item)\n    \
             def _get(self):\n        \
                 return self._queue.pop()\n\
         async def main():\n    \
             queue = {class}()\n    \
             for item in (3, 1, 2, 3):\n        \
                 await queue.put(item)\n    \
             for _ in range(2):\n        \
                 await queue.get()\n    \
             queue.put_nowait(4)\n    \
             while not queue.empty():\n        \
                 queue.get_nowait()\n\
         asyncio.run(main())\n"
    )
}

#[test]
fn what_a_queue_holds_is_known_in_the_order_in_which_it_came() {
    let fifo = ["3", "3 1", "3 1 2", "3 1 2 3", "1 2 3", "2 3", "2 3 4", "3 4", "4", ""];
    assert_eq!(held(&puts_and_takes("asyncio.Queue")), fifo);
    let lifo = ["3", "3 1", "3 1 2", "3 1 2 3", "3 1 2", "3 1", "3 1 4", "3 1", "3", ""];
    assert_eq!(held(&puts_and_takes("asyncio.LifoQueue")), lifo);
    let least = ["3", "3 1", "3 1 2", "3 1 2 3", "3 2 3", "3 3", "3 3 4", "3 4", "4", ""];
    assert_eq!(held(&puts_and_takes("asyncio.PriorityQueue")), least);
}

#[test]
fn of_a_queue_that_does_not_keep_each_item_only_their_number_is_known() {
    let held = held(&puts_and_takes("Other"));
    assert_eq!(held[..4], ["3", "3 1", "3 1 2", "3"]);
    assert_eq!(held.last().map(String::as_str), Some(""));
}

#[test]
fn items_that_the_script_takes_away_by_itself_are_forgotten() {
    let script = "import asyncio\n\
        async def main():\n    \
            queue = asyncio.Queue()\n    \
            await queue.put('a')\n    \
            queue._queue.clear()\n    \
            await queue.put('b')\n    \
            await queue.get()\n    \
            await queue.put('c')\n    \
            queue.shutdown(immediate=True)\n\
        asyncio.run(main())\n";
    assert_eq!(held(script), ["'a'", "1", "", "'c'", ""]);
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
