from unittest.mock import ANY, DEFAULT, Mock, call, sentinel


def told(function, *args, **kwargs):
    try:
        print("gives", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, ":", error)


post = Mock(name="post")
post(1, 2, a=3)
post.foo(4)
post.foo.bar(5).baz(6)
print(post.called, post.call_count, post.call_args, post.call_args_list)
print(post.mock_calls, post.method_calls)
print(post.mock_calls == [call(1, 2, a=3), call.foo(4), call.foo.bar(5), call.foo.bar().baz(6)])
told(post.assert_called_with, 1, 2, a=4)
told(post.assert_called_once)
told(post.assert_not_called)
told(post.assert_called_once_with, 1)
told(post.foo.assert_any_call, 7)
told(post.other.assert_called)
told(post.other.assert_called_with, 1)
told(post.assert_has_calls, [call(1, 2, a=3), call.foo(4)])
told(post.assert_has_calls, [call(9)])
told(post.assert_has_calls, [call.foo(4), call(9)], any_order=True)
post()
told(post.assert_called_once)
told(lambda: post.assertCalled)
told(lambda: post.called_once)
answers = Mock(return_value=3, side_effect=[1, ValueError("second"), DEFAULT])
for _ in range(4):
    told(answers)
told(Mock(side_effect=KeyError("k")))
told(Mock(side_effect=lambda x: x * 2), 4)
parent, child = Mock(), Mock(name="child")
parent.attach_mock(child, "kid")
child(1)
parent.kid.foo(2)
print(parent.mock_calls)
parent.reset_mock()
print(parent.mock_calls, child.called)
print(call(1, a=2), call.foo.bar(3), call().x(), call.a.b(1).c(2).call_list())
print(call(1) == call(1), call(1) == call(2), call(ANY) == call(5), call.foo == call.foo, call(1) == ((1,), {}))
print(call(1, 2, a=3).args, call(1, 2, a=3).kwargs, tuple(call(1)), sentinel.abc, ANY, DEFAULT)
nested = Mock(**{"a.b.return_value": 5, "x": 1})
print(nested.a.b(), nested.x)
