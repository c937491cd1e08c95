"""Tables as Rust source, in lines of at most 110 characters."""


def show(head, items, tail):
    print(f"\n{head}")
    line = "   "
    for item in items:
        item = f" {item},"
        if len(line) + len(item) > 110:
            print(line)
            line = "   "
        line += item
    print(f"{line}\n{tail}")


def table(name, doc, numbers):
    show(f"/// {doc}\npub(super) const {name}: &[u32] = &[", [f"{n:#x}" for n in numbers], "];")
