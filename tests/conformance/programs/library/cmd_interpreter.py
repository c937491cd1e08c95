"""An interpreter of lines made with `cmd.Cmd`: its help, its last command again, its hooks, what it does not know."""
import cmd
import io


class Shop(cmd.Cmd):
    intro = "Open."
    prompt = "shop> "
    use_rawinput = False

    def __init__(self, text):
        super().__init__(stdin=io.StringIO(text), stdout=io.StringIO())
        self.stock = {}

    def do_add(self, arg):
        """add NAME COUNT

        Adds to the stock."""
        name, count = arg.split()
        self.stock[name] = self.stock.get(name, 0) + int(count)

    def do_list(self, arg):
        "List the stock."
        for name, count in sorted(self.stock.items()):
            print(f"{name:<8}{count:>3}", file=self.stdout)

    def do_shell(self, arg):
        print("shell", arg, file=self.stdout)

    def do_EOF(self, arg):
        return True

    def help_colours(self):
        print("About colours.", file=self.stdout)

    def precmd(self, line):
        return line.lower() if line != "EOF" else line

    def postcmd(self, stop, line):
        print("[done]" if stop else "[more]", file=self.stdout)
        return stop


shop = Shop("add pear 3\n\nADD apple 1\nlist\nhelp\n?add\nhelp list\nhelp colours\nhelp shell\nhelp nothing\n!ls -l\nsell pear\n42\n")
shop.cmdqueue.append("list")
shop.cmdloop()
print(shop.stdout.getvalue())
print(shop.parseline("add pear 3"), shop.parseline("?x"), shop.parseline("  "), shop.lastcmd, shop.completenames("l"), shop.get_names()[-1])
shop.stdout = io.StringIO()
shop.columnize([f"topic{n}" * (n % 3 + 1) for n in range(9)], 50)
shop.columnize([])
print(shop.stdout.getvalue(), end="")
plain = cmd.Cmd(stdout=io.StringIO())
print(plain.onecmd("what now"), plain.onecmd(""), plain.stdout.getvalue(), plain.prompt, plain.use_rawinput)
