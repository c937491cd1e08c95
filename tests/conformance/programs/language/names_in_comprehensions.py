# What eval(), locals(), dir() and exec() see inside a comprehension, in a module and in a function.
prices = {"tea": 3, "cake": 5}
count = 2
print([eval("price * count") for price in prices.values()])
print([locals()["name"] for name in prices])
print(["name" in dir() for name in prices], "name" in dir(), "name" in globals())
print({name: eval("name.upper()") for name in prices})
[exec("count = price") for price in prices.values()]
print(count)
print([vars()["row"] + eval("row * column") for row in (1, 2) for column in (10,)])
print(sorted({eval("letter + letter") for letter in "abc"}))


def order(names):
    total = 0
    lines = [f"{name}: {eval('prices[name]')}" for name in names]
    seen = [sorted(locals()) for name in names[:1]]
    exec("total = 99")
    return lines, seen, total, "name" in locals()


print(order(["tea", "cake"]))
print(list(eval("number") for number in range(3)))
locals()["added"] = "by locals()"
print(added)
try:
    [missing for name in prices if eval("name == 'cake'")]
except NameError as error:
    print(error)
