"""Each policy has its own current loop; None puts a new default one in force."""
import asyncio
import warnings

warnings.simplefilter("ignore")


class Mine(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("new loop of mine")
        return super().new_event_loop()


def current():
    try:
        return asyncio.get_event_loop() is loop
    except RuntimeError as error:
        return str(error)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
first = asyncio.get_event_loop_policy()
print(current())
asyncio.set_event_loop_policy(first)
print(current())
mine = Mine()
asyncio.set_event_loop_policy(mine)
print(current())
asyncio.set_event_loop(loop)
print(current())
asyncio.set_event_loop_policy(None)
print(current(), asyncio.get_event_loop_policy() is first)
asyncio.set_event_loop_policy(first)
print(current())
asyncio.set_event_loop_policy(mine)
print(current())


async def main():
    return asyncio.get_running_loop() is loop, asyncio.get_event_loop() is asyncio.get_running_loop()


print(asyncio.run(main()))
print(current())
asyncio.set_event_loop_policy(first)
print(current(), loop.run_until_complete(main()))
loop.close()
asyncio.set_event_loop_policy(3)
