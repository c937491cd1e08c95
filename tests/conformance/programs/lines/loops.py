for i in range(2):
    pass
for i in range(3):
    if i == 1:
        continue
    print(i)
else:
    print("else")
while i:
    i -= 1
while True:
    i += 1
    if i > 2:
        break
for a in [1]: print(a)
for a in []:
    print("never")
for (a,
     b) in [(1, 2),
            (3, 4)]:
    print(
        a,
        b)
while (i
       > 0):
    i -= 2
n = 3
while n: n -= 1
for x in range(2):
    for y in range(2):
        if x == y:
            break
    else:
        print("not reached")
