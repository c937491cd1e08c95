async def special_fella(magic_number: int):
    print(f"I run at last, with {magic_number}.")
    return magic_number * 2

coroutine = special_fella(magic_number=3)
print("called, yet nothing ran:", type(coroutine).__name__)

try:
    coroutine.send(None)
except StopIteration as stop:
    print("finished, with", stop.value)
