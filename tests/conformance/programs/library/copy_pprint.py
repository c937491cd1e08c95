import copy
import pprint

original = {"a": [1, 2, {"b": (3, [4])}], "self": None}
original["self"] = original["a"]
shallow, deep = copy.copy(original), copy.deepcopy(original)
original["a"][0] = 99
print(shallow["a"][0], deep["a"][0], deep["self"] is deep["a"], deep["a"][2]["b"][1] is original["a"][2]["b"][1])


class Node:
    def __init__(self, value):
        self.value, self.next = value, None

    def __deepcopy__(self, memo):
        print("deepcopy", self.value)
        return Node(self.value + 1)


node = Node(1)
print(copy.copy(node).value, copy.deepcopy([node, node])[0].value)
data = {"name": "a long enough value", "items": list(range(30)), "nested": {"k" * 10: ["v" * 20] * 3}}
pprint.pprint(data)
pprint.pprint([1, 2], width=5)
print(pprint.pformat({"b": 1, "a": 2}), pprint.pformat({"b": 1, "a": 2}, sort_dicts=False))
