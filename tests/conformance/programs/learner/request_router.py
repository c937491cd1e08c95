import asyncio, json, time
from dataclasses import dataclass, asdict, field
from datetime import datetime, timedelta, timezone
from collections import deque


@dataclass(order=True)
class Request:
    priority: int
    path: str = field(compare=False)
    body: dict = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Response:
    status: int
    body: str = ""
    at: datetime = field(default_factory=lambda: datetime.now(timezone.utc))


class Router:
    def __init__(self):
        self.routes = {}

    def route(self, path, *, methods=("GET",)):
        def deco(fn):
            for m in methods:
                self.routes[m, path] = fn
            return fn

        return deco


app = Router()


@app.route("/hello")
async def hello(req):
    return Response(200, f"hi {req.body.get('name', 'you')}")


@app.route("/slow", methods=["GET", "POST"])
async def slow(req):
    await asyncio.sleep(1.5)
    return Response(201, json.dumps(asdict(req)))


async def worker(n, q, out):
    while True:
        req = await q.get()
        try:
            handler = app.routes["GET", req.path]
        except KeyError as e:
            out.append((n, Response(404, f"no {e.args[0][1]}")))
        else:
            out.append((n, await handler(req)))
        finally:
            q.task_done()


async def main():
    q = asyncio.PriorityQueue()
    out = deque()
    ws = [asyncio.create_task(worker(i, q, out)) for i in range(2)]
    for i, p in enumerate(["/slow", "/hello", "/nope", "/hello", "/slow"]):
        await q.put(Request(-i, p, {"name": f"n{i}"} if i % 2 else {}))
    await q.join()
    for w in ws:
        w.cancel()
    for n, r in out:
        print(n, r.status, r.body, r.at.isoformat(timespec="milliseconds"))
    d = datetime(2026, 2, 27, 22, 15)
    print(d + timedelta(days=2, hours=3), d.strftime("%A %d %B %Y %I:%M %p"), timedelta(seconds=90061.5))
    try:
        r.status = 5
    except Exception as e:
        print(type(e).__name__, e)
    print(
        datetime.strptime("2024-02-29", "%Y-%m-%d").date() + timedelta(365),
        r == r,
        Request(1, "a") < Request(2, "b"),
    )


asyncio.run(main())
