import string
import textwrap

print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords("hello big world"))
print(string.Template("$who likes ${what}s $$5").substitute(who="ann", what="cat"))
text = "The quick brown fox jumps over the lazy dog. " * 2
print(textwrap.fill(text, width=30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.dedent("""
    indented
      more
    back
""").strip(), textwrap.shorten(text, 25), textwrap.wrap("aaa bbb ccc", 7))
print(textwrap.indent("a\nb\n\nc", "> "))
try:
    string.Template("$missing").substitute()
except KeyError as error:
    print("missing", error)
