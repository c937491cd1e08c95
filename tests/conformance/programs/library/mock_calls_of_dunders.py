"""`call` with the names of methods that tuples have, against what a mock noted."""

from unittest.mock import MagicMock, call

print(call.__len__(), call.a.__iter__(), call.__getitem__("k"), call.count(1), call.index)
mock = MagicMock(name="mock")
mock["key"]
len(mock)
mock.inner[1] = 2
print(mock.mock_calls)
print(mock.mock_calls == [call.__getitem__("key"), call.__len__(), call.inner.__setitem__(1, 2)])
mock.assert_has_calls([call.__getitem__("key"), call.__len__()])
try:
    mock.assert_has_calls([call.__contains__(3)])
except AssertionError as error:
    print(error)
