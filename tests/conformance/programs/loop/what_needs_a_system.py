# Names that are there to be found; what needs a real system is in docs/limitations.
import asyncio
import inspect

for name in ("open_connection", "start_server", "create_subprocess_exec", "create_subprocess_shell"):
    print(name, inspect.iscoroutinefunction(getattr(asyncio, name)))
loop = asyncio.new_event_loop()
for name in ("create_connection", "create_server", "getaddrinfo", "sock_recv", "sock_sendall", "subprocess_exec"):
    print(name, inspect.iscoroutinefunction(getattr(loop, name)))
for name in ("add_reader", "add_writer", "remove_reader", "add_signal_handler", "remove_signal_handler"):
    print(name, callable(getattr(loop, name)))
loop.close()
print(sorted(set(asyncio.__all__) - {"open_unix_connection", "start_unix_server"}))
