class Rock:
    def __await__(self):
        value_sent_in = yield 7
        print(f"the rock wakes with {value_sent_in}")
        return value_sent_in

async def main():
    print("main begins")
    rock = Rock()
    value_from_rock = await rock
    print(f"the rock gave {value_from_rock}")
    return 23

coroutine = main()
intermediate_result = coroutine.send(None)
print(f"paused, and out came {intermediate_result}")

try:
    coroutine.send(42)
except StopIteration as stop:
    returned_value = stop.value
print(f"main returned {returned_value}")
