"""Small modules that others lean on."""
import asyncio
import errno
import fnmatch
from decimal import Decimal, getcontext
from http import HTTPMethod, HTTPStatus

print(HTTPStatus.OK, repr(HTTPStatus(404)), HTTPStatus.NOT_FOUND.phrase, HTTPStatus.IM_A_TEAPOT.value, HTTPStatus(503).is_server_error, HTTPStatus["CREATED"] == 201, f"{HTTPStatus.OK}", len(HTTPStatus))
print(HTTPMethod.GET, repr(HTTPMethod.POST), HTTPMethod("PUT") == "PUT", HTTPStatus.OK.is_success)
print(fnmatch.filter(["a.py", "b.txt", "c.PY", "ab.py"], "?.py"), fnmatch.fnmatch("data7.csv", "data[0-9].*"), fnmatch.fnmatchcase("x", "[!a-c]"), fnmatch.fnmatch("a*b", "a[*]b"), fnmatch.fnmatch("[", "["))
print(errno.errorcode[errno.EINVAL] if errno.EINVAL in errno.errorcode else "", isinstance(errno.ECONNREFUSED, int))
try:
    HTTPStatus(299)
except ValueError as error:
    print(error)


async def third(digits):
    getcontext().prec = digits
    await asyncio.sleep(0)
    return Decimal(1) / 3


async def main():
    print(await asyncio.gather(third(3), third(5), third(7)))
    print(getcontext().prec)


asyncio.run(main())
