# Calling a plain function runs its body at once.
def hello_printer():
    print(
        "Hello from a plain function: "
        "calling me is running me -- \nnothing else happens."
    )


hello_printer()
print(hello_printer.__name__, hello_printer())
