//! Locks, events, conditions, semaphores, queues and barriers.

messages! {
    LOCK_CREATED: "A lock is created, free.";
    WHY_LOCK: "One [task] at a time can hold it. `acquire` waits while another one does.";
    EVENT_CREATED: "An `asyncio.Event` is created, not set.";
    WHY_EVENT: "Any number of [tasks|task] can `wait` for it; `set` releases them all. It has nothing to do with the [event loop].";
    CONDITION_CREATED: "A condition is created.";
    WHY_CONDITION: "A [task] that holds its lock can `wait` until another one calls `notify`.";
    SEMAPHORE_CREATED: "A semaphore is created, with room for {value}.";
    WHY_SEMAPHORE: "So many [tasks|task] can be inside at a time. `acquire` waits when no permit is left.";
    QUEUE_CREATED: "A queue is created, without a bound.";
    QUEUE_CREATED_BOUNDED: "A queue is created, bounded at {value}.";
    WHY_QUEUE: "`get` waits while it is empty, and `put` while it is full. It is the program's own, and has nothing to do with the [ready queue].";
    BARRIER_CREATED: "A barrier is created, for {value} parties.";
    WHY_BARRIER: "Whoever arrives waits until all have.";

    LOCK_TAKEN: "{holder} takes {primitive}.";
    WHY_LOCK_TAKEN: "Whoever calls `acquire` from here on has to wait until it is free.";
    LOCK_FREED: "{holder} frees {primitive}.";
    WHY_LOCK_FREED: "Nobody waits for it.";
    WHY_LOCK_FREED_WAITERS: "Whoever has waited longest for it is woken, by way of the [ready queue].";
    EVENT_SET: "{holder} sets {primitive}.";
    WHY_EVENT_SET: "All who wait for it are woken, {count} now. Whoever waits later goes through at once.";
    EVENT_CLEARED: "{holder} clears {primitive}.";
    WHY_EVENT_CLEARED: "Whoever waits for it from here on waits until it is set again.";
    SEMAPHORE_TAKEN: "{holder} takes a permit of {primitive}, which leaves {value}.";
    WHY_SEMAPHORE_TAKEN: "While a permit is left, `acquire` does not wait.";
    WHY_SEMAPHORE_EMPTY: "The next one who calls `acquire` has to wait.";
    SEMAPHORE_FREED: "{holder} gives a permit back to {primitive}, which makes {value} free.";
    WHY_SEMAPHORE_FREED: "If someone waits, the first of them is woken, by way of the [ready queue].";
    ITEM_PUT: "{holder} puts {item} into {primitive}, which holds {value} now.";
    ITEM_TAKEN: "{holder} takes {item} out of {primitive}, which holds {value} now.";
    QUEUE_GREW: "{holder} puts an item into {primitive}, which holds {value} now.";
    WHY_QUEUE_GREW: "If someone waits in `get`, the first of them is woken, by way of the [ready queue].";
    QUEUE_SHRANK: "{holder} takes an item out of {primitive}, which holds {value} now.";
    WHY_QUEUE_SHRANK: "If someone waits in `put`, the first of them is woken, by way of the [ready queue].";
    BARRIER_CHANGED: "The number of those who have arrived at {primitive} is {value}.";
    WHY_BARRIER_CHANGED: "They go on together when the last one arrives.";

    WAITER_ADDED: "{task} joins those who wait for {primitive}, with {future}.";
    WAITER_ADDED_BARE: "{future} joins the waiters of {primitive}.";
    WHY_WAITER_FIRST: "A wait is a [future] of its own, which {primitive} will mark as done. It is first in line.";
    WHY_WAITER_BEHIND: "A wait is a [future] of its own, which {primitive} will mark as done. It is number {count} in line.";
    WAITER_REMOVED: "{future} leaves the waiters of {primitive}.";
    WHY_WAITER_REMOVED: "Its wait is over; still in line: {count}.";
}
