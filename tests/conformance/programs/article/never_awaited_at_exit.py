# The same, but the object lives until the interpreter ends.
async def special_fella(magic_number: int):
    print("never printed", magic_number)


fella = special_fella(5)
print("end of script")
