# Calling a coroutine function runs nothing; what it gives is a coroutine object.
async def special_fella(magic_number: int):
    print(f"Started at last, with {magic_number}.")


fella = special_fella(magic_number=3)
print(type(fella).__name__, fella.__name__, fella.cr_running, fella.cr_frame.f_lineno)
fella.close()
print(fella.cr_frame)
