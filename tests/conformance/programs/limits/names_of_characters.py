"""Names of characters that are not in the tables here."""
import unicodedata


def told(what, ask):
    try:
        print(f"{what}: {ask()}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


told("in a literal", lambda: ascii(eval(r'"\N{CUNEIFORM SIGN A}"')))
told("the name", lambda: unicodedata.name("\U00012000"))
told("by its name", lambda: ascii(unicodedata.lookup("CUNEIFORM SIGN A")))
told("which way it is read", lambda: unicodedata.bidirectional("a"))
told("what it is made of", lambda: unicodedata.decomposition("\xe9"))
told("Unicode 3.2", lambda: unicodedata.ucd_3_2_0.unidata_version)
