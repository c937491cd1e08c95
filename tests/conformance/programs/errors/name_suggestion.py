class Box:
    def __init__(self):
        self.content = 1


counter = 1
for action in (lambda: Box().contnet, lambda: countr, lambda: [].apend):
    try:
        action()
    except (AttributeError, NameError) as error:
        print(error)
print(countr)
