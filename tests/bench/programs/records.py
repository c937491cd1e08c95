# Lines and calls that do not repeat: nothing of its trace is folded.
SIZE = 250_000  # quick: 25_000


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount
        return self.balance


def work():
    accounts = [Account(f"a{number}") for number in range(100)]
    state = 1
    for _ in range(SIZE):
        state = state * 1103515245 % 2147483648
        account = accounts[state >> 16 & 63]
        account.deposit(state & 255)
    return sum(account.balance for account in accounts)


print(work())
