# What is thrown into a generator or coroutine is chained to what that one handles itself, not to what its caller handles.
import asyncio
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager


def chain(error):
    parts = []
    while error is not None:
        parts.append(repr(error))
        error = error.__context__
    return ' <- '.join(parts)


def made():
    try:
        try:
            raise KeyError('inner')
        finally:
            raise IndexError('outer')
    except IndexError as error:
        return error


def plain():
    try:
        yield
    except BaseException as error:
        print('plain:', chain(error))


def handling():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            yield
        except BaseException as error:
            print('handling:', chain(error))


def delegating():
    try:
        {}['delegating']
    except KeyError:
        yield from passing()


def passing():
    try:
        yield
    finally:
        print('passing')


error = made()
try:
    raise ValueError('of the caller')
except ValueError:
    for make in plain, handling:
        for thrown in error, KeyError('fresh'), KeyError:
            generator = make()
            next(generator)
            try:
                generator.throw(thrown)
            except StopIteration:
                print('over')
        generator = make()
        next(generator)
        generator.close()
    generator = delegating()
    next(generator)
    try:
        generator.throw(KeyError('through'))
    except KeyError as error:
        print(chain(error))
    generator = plain()
    try:
        generator.throw(error)
    except KeyError as error:
        print('not begun:', chain(error))


@contextmanager
def room(number):
    try:
        yield
    finally:
        raise Exception(number)


@asynccontextmanager
async def hall(number):
    try:
        yield
    finally:
        raise Exception(number)


try:
    with ExitStack() as stack:
        for number in 4, 3, 2:
            stack.enter_context(room(number))
        raise Exception(1)
except Exception as error:
    print(chain(error))


async def sleeper():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print('sleeper:', chain(error))
        raise


async def in_a_handler():
    try:
        {}['asleep']
    except KeyError:
        await sleeper()


async def numbers():
    try:
        yield 1
    except IndexError as error:
        print('numbers:', chain(error))
        yield 2


async def main():
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(hall(3))
            stack.enter_context(room(2))
            await stack.enter_async_context(hall(1))
            raise Exception(0)
    except Exception as error:
        print(chain(error))
    task = asyncio.create_task(in_a_handler())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print('task:', chain(error))
    try:
        raise ValueError('of main')
    except ValueError:
        generator = numbers()
        print(await anext(generator), await generator.athrow(IndexError('thrown')))
        await generator.aclose()
        future = asyncio.get_running_loop().create_future()
        future.set_exception(made())
        try:
            await future
        except IndexError as error:
            print('done future:', chain(error))
        future = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_soon(future.set_exception, OSError('late'))
        try:
            await future
        except OSError as error:
            print('late future:', chain(error))


asyncio.run(main())
