import asyncio


class InsufficientFunds(ValueError):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.missing = need - have


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.lock = asyncio.Lock()

    @property
    def balance(self):
        return self._balance

    async def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        await asyncio.sleep(0.01)
        self._balance -= amount

    async def deposit(self, amount):
        current = self._balance
        await asyncio.sleep(0.01)
        self._balance = current + amount

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self._balance})"


async def transfer(source, target, amount):
    async with source.lock, target.lock:
        await source.withdraw(amount)
        await target.deposit(amount)


async def main():
    a, b = Account("ann", 100), Account("bob")
    await asyncio.gather(*(transfer(a, b, 10) for _ in range(5)))
    print(a, b, a.balance + b.balance)
    try:
        await transfer(a, b, 80)
    except InsufficientFunds as error:
        print(error, error.missing)
    await asyncio.gather(*(b.deposit(10) for _ in range(3)))
    print("lost updates:", b)


asyncio.run(main())
