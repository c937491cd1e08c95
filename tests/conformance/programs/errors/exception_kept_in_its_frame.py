# A variable that still has an exception closes a cycle: exception, traceback, frame. What else the frame has lives as
# long, until cycles are collected or the interpreter shuts down.
import asyncio
import gc


class Guest:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'leaves')


def one():
    guest = Guest('one')
    try:
        int('one')
    except ValueError as error:
        kept = error
    return guest.name


def several(texts):
    guest = Guest('several')
    errors = []
    for text in texts:
        try:
            int(text)
        except ValueError as error:
            errors.append(error)
    return guest.name, len(errors)


def let_go():
    guest = Guest('let go')
    try:
        int('let go')
    except ValueError as error:
        kept = error
    kept = None
    return guest.name


def of_a_caller():
    guest = Guest('caller')

    def called():
        inner = Guest('called')
        raise KeyError(inner.name)

    try:
        called()
    except KeyError as error:
        kept = error
    return guest.name


async def worker():
    guest = Guest('worker')
    reason = None
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        reason = error
    raise reason


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')


for work in (one, lambda: several(['1', 'x', 'y']), let_go, of_a_caller):
    print(work(), 'is done')
    print('found some:', gc.collect() > 0)

asyncio.run(main())
print('end of the script')


def last():
    guest = Guest('last')
    try:
        raise ValueError('last')
    except ValueError as error:
        kept = error
    raise kept


last()
