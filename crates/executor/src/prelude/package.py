"""The asyncio package: the names that every script needs. The others are loaded when they are first asked for."""

from .exceptions import (BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError,
                         LimitOverrunError, SendfileNotAvailableError, TimeoutError)
from .events import (AbstractEventLoop, AbstractServer, Handle, TimerHandle, _get_running_loop, _set_running_loop,
                     get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop, set_event_loop,
                     set_event_loop_policy)
from .futures import Future, isfuture, wrap_future
from .coroutines import iscoroutine, iscoroutinefunction
from .base_events import BaseEventLoop, EventLoop, SelectorEventLoop
from .runners import Runner, run
from .tasks import (_enter_task, _leave_task, _register_task, _unregister_task)
from .tasks import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed,
                    create_eager_task_factory, create_task, current_task, eager_task_factory, ensure_future, gather,
                    run_coroutine_threadsafe, shield, sleep, wait, wait_for)
from _asyncio import _package_dir as __dir__, _package_getattr as __getattr__
