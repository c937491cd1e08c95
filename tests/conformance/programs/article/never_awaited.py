# A coroutine object that nobody starts is reported when it goes.
async def special_fella(magic_number: int):
    print("never printed", magic_number)


special_fella(3)
print("after")
