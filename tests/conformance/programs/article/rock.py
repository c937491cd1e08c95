# No event loop at all: send, yield and StopIteration carry control and values.
class Rock:
    def __await__(self):
        value_sent_in = yield 7
        print(f"Rock resumes with {value_sent_in}")
        return value_sent_in


async def main():
    print("main begins")
    rock = Rock()
    print("about to await the rock")
    value_from_rock = await rock
    print(f"main got {value_from_rock}")
    return 23


coroutine = main()
intermediate_result = coroutine.send(None)
print(f"paused with {intermediate_result}")

print("sending 42")
try:
    coroutine.send(42)
except StopIteration as e:
    returned_value = e.value
print(f"finished with {returned_value}")
