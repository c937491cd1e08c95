# Policies are deprecated, and still decide which loop is made and which is current.
import asyncio
import warnings


class Counting(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        Counting.made += 1
        return super().new_event_loop()


async def main():
    return type(asyncio.get_running_loop()).__name__


print(asyncio.get_event_loop_policy() is asyncio.get_event_loop_policy())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.set_event_loop_policy(Counting())
    for warning in caught:
        print(warning.category.__name__, warning.message)
print(asyncio.run(main()), Counting.made)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.set_event_loop_policy(5)
except TypeError as error:
    print(error)
asyncio.set_event_loop_policy(None)
print(asyncio.run(main()), Counting.made)
for name in ("WindowsSelectorEventLoopPolicy", "nothing"):
    try:
        getattr(asyncio, name)
    except AttributeError as error:
        print(error)
