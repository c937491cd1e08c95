# Accounts with a descriptor, observers, and a transaction as a context manager.

from __future__ import annotations
import random
from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Iterator, Protocol

class InsufficientFunds(Exception):

    def __init__(self, need: Decimal, have: Decimal) -> None:
        self.need, self.have = (need, have)
        super().__init__(f'need {need} but only have {have}')

class Observer(Protocol):

    def notify(self, event: str, **data: object) -> None:
        ...

class Log:

    def __init__(self):
        self.lines: list[str] = []

    def notify(self, event, **data):
        self.lines.append(f'{event}: ' + ', '.join((f'{k}={v}' for k, v in sorted(data.items()))))

class Money:
    """A descriptor that only takes amounts."""

    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        try:
            value = Decimal(str(value))
        except InvalidOperation:
            raise TypeError(f'{self.name[1:]} must be a number, not {value!r}') from None
        if value < 0:
            raise ValueError(f'{self.name[1:]} cannot be negative: {value}')
        setattr(obj, self.name, value)

class Account:
    balance = Money()
    _next_id = 100

    def __init__(self, owner: str, balance=0):
        self.owner, self.balance = (owner, balance)
        self.id = Account._next_id
        Account._next_id += 1
        self._observers: list[Observer] = []
        self.history: list[tuple[str, Decimal]] = []

    def watch(self, o: Observer) -> Observer:
        self._observers.append(o)
        return o

    def _tell(self, event, **data):
        for o in self._observers:
            o.notify(event, id=self.id, **data)

    def deposit(self, amount) -> Account:
        self.balance += Decimal(amount)
        self.history.append(('deposit', Decimal(amount)))
        self._tell('deposit', amount=amount)
        return self

    def withdraw(self, amount) -> Account:
        amount = Decimal(amount)
        if amount > self.balance:
            raise InsufficientFunds(amount, self.balance)
        self.balance -= amount
        self.history.append(('withdraw', amount))
        self._tell('withdraw', amount=amount)
        return self

    def __iter__(self) -> Iterator[tuple[str, Decimal]]:
        yield from self.history

    def __repr__(self):
        return f'<Account {self.id} {self.owner}: {self.balance:.2f}>'

    def __eq__(self, other):
        return isinstance(other, Account) and self.id == other.id

    def __hash__(self):
        return hash(self.id)

    def __bool__(self):
        return self.balance > 0

    def __contains__(self, kind):
        return any((k == kind for k, _ in self))

    def __getitem__(self, i):
        return self.history[i]

    def __len__(self):
        return len(self.history)

    def __call__(self, **kw):
        return {**kw, 'id': self.id}

    def __enter__(self):
        self._saved = self.balance
        return self

    def __exit__(self, t, v, tb):
        if t is not None:
            self.balance = self._saved
            print(f'rolled back after {t.__name__}: {v}')
        return t is InsufficientFunds

a, b = (Account('Ann', 100), Account('Bob'))
log = a.watch(Log())
a.deposit('50.25').withdraw(20)
try:
    b.withdraw(5)
except InsufficientFunds as e:
    print(type(e).__name__, e, e.need - e.have)
with a:
    a.withdraw(30)
    a.withdraw(10 ** 6)
print(a, bool(b), 'deposit' in a, a[0], a[-1:], len(a), a(x=1), {a: 1}[a], a == b, list(a))
for bad in ('x', -5):
    try:
        b.balance = bad
    except (TypeError, ValueError) as e:
        print(repr(e))
print(*log.lines, sep='\n')
print(Account.balance.__class__.__name__, Account.__annotations__ if hasattr(Account, '__annotations__') else None, Account.deposit.__annotations__)
random.seed(7)
totals = defaultdict(Decimal)
start = datetime(2024, 1, 30)
for n in range(6):
    day = start + timedelta(days=n * 3)
    amount = Decimal(random.randrange(1, 1000)) / 100
    totals[day.strftime('%b')] += amount
for m, t in totals.items():
    print(f'{m:<5}{t:>8}')
print(sum(totals.values()), max(totals, key=totals.get))
with b:
    1 / 0
