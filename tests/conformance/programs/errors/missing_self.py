class Greeter:
    def greet():
        print("hi")

    def named(self, name):
        print(name)


try:
    Greeter.named("x")
except TypeError as error:
    print(error)
Greeter().greet()
