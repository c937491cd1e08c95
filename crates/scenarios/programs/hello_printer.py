def hello_printer():
    print("A plain function at your service:")
    print("call me, and I run. That is all.")

print("before the call")
hello_printer()
print("after the call")
