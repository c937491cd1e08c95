import array
import graphlib
import importlib
import keyword
import sched
import shlex
import time
import timeit
from ipaddress import ip_address, ip_network

order = graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}})
print(sorted(list(order.static_order())[1:3]))
try:
    list(graphlib.TopologicalSorter({"a": ["b"], "b": ["a"]}).static_order())
except graphlib.CycleError as error:
    print(error.args[0], sorted(set(error.args[1])))
sorter = graphlib.TopologicalSorter()
sorter.add("late", "early")
sorter.prepare()
while sorter:
    ready = sorter.get_ready()
    print(ready)
    sorter.done(*ready)
print(keyword.iskeyword("await"), keyword.issoftkeyword("match"), len(keyword.kwlist))
planner = sched.scheduler(time.monotonic, time.sleep)
for delay, priority, what in ((2, 1, "late"), (1, 2, "second"), (1, 1, "first")):
    planner.enter(delay, priority, print, (what,))
planner.cancel(planner.enter(3, 1, print, ("never",)))
print(len(planner.queue), planner.empty())
planner.run()
print(shlex.split("a 'b c' \"d\\\"e\" f\\ g"), shlex.quote("it's"), shlex.join(["a b", "c"]))
for bad in ("'open", "back\\"):
    try:
        shlex.split(bad)
    except ValueError as error:
        print(error)
numbers = array.array("i", [3, 1, 2])
numbers.append(5)
numbers[0] = 9
print(numbers, numbers[1:3], numbers.tolist(), numbers.itemsize, array.array("d", [1.5, 2]), array.array("B", b"ab"))
for wrong in (lambda: numbers.append("x"), lambda: array.array("b", [300]), lambda: numbers[9], lambda: array.array("z")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(importlib.import_module("json").dumps([1]))
print(ip_address("192.168.0.1").is_private, ip_address("::1").is_loopback, ip_address("2001:db8::1"))
network = ip_network("10.0.0.0/29")
print(network, network.num_addresses, [str(host) for host in network.hosts()], ip_address("10.0.0.7") in network)
for bad in ("300.1.1.1", "10.0.0.1/8"):
    try:
        ip_network(bad)
    except ValueError as error:
        print(error)
print([str(one) for one in network.subnets(new_prefix=30)], network.netmask, network.broadcast_address)
print(timeit.timeit(lambda: None, number=10) >= 0, len(timeit.repeat("x = 1", number=3, repeat=2)))
