# A function inside a function that calls itself is a cycle through the script's globals: what they hold is still
# reported at the end.
import asyncio


async def never():
    pass


def depth(tree):
    def visit(node):
        return 1 + max(map(visit, node), default=0)

    return visit(tree)


print(depth([[], [[], []]]))
forgotten = never()
