# Logging configured by a dict: formatters, filters, adapters, queues and memory.

import logging, logging.config, sys, io
LOGGING = {'version': 1, 'disable_existing_loggers': False, 'formatters': {'plain': {'format': '%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(message)s'}, 'brace': {'format': '{levelname:>8} {name} {message}', 'style': '{'}}, 'filters': {'short': {'()': '__main__.Short', 'limit': 12}}, 'handlers': {'out': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'plain', 'level': 'DEBUG'}, 'err': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'brace', 'level': 'ERROR', 'filters': ['short']}}, 'loggers': {'app': {'handlers': ['out', 'err'], 'level': 'DEBUG', 'propagate': False}, 'app.db': {'level': 'WARNING'}}, 'root': {'level': 'INFO', 'handlers': ['out']}}

class Short(logging.Filter):

    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def filter(self, r):
        return len(r.getMessage()) < self.limit

logging.config.dictConfig(LOGGING)
app, db = (logging.getLogger('app'), logging.getLogger('app.db'))
app.debug('debug %s', 1)
app.info('hi %(a)d %(b)s', {'a': 1, 'b': 'x'})
db.info('no')
db.warning('yes')
db.error('a long long long message')
db.error('short')

def f():
    try:
        1 / 0
    except ZeroDivisionError:
        app.exception('boom')
        app.error('b', exc_info=True, stack_info=False)

f()
logging.getLogger('other').info('root %r', [1])
logging.debug('no')
print(app, db, logging.getLogger(), app.handlers, db.getEffectiveLevel(), db.isEnabledFor(20), app.hasHandlers())

class Adapter(logging.LoggerAdapter):

    def process(self, msg, kwargs):
        return (f'[{self.extra['id']}] {msg}', kwargs)

Adapter(app, {'id': 7}).info('adapted %s', 'ok')
logging.addLevelName(25, 'NOTICE')
app.log(25, 'notice')
print(logging.getLevelName(25), logging.getLevelName('NOTICE'), logging.getLevelName(99))
from logging.handlers import QueueHandler, QueueListener, MemoryHandler
import queue
q = queue.Queue()
h = QueueHandler(q)
lg = logging.getLogger('q')
lg.addHandler(h)
lg.propagate = False
lg.setLevel(logging.DEBUG)
buf = io.StringIO()
sh = logging.StreamHandler(buf)
sh.setFormatter(logging.Formatter('%(name)s:%(message)s'))
lg.warning('queued %d', 5)
print(q.get().getMessage())
mh = MemoryHandler(3, flushLevel=logging.ERROR, target=sh)
m2 = logging.getLogger('m')
m2.propagate = False
m2.addHandler(mh)
m2.warning('1')
m2.warning('2')
print(repr(buf.getvalue()))
m2.error('3')
print(repr(buf.getvalue()))

class JsonFormatter(logging.Formatter):

    def format(self, r):
        import json
        return json.dumps({'lvl': r.levelname, 'msg': r.getMessage(), 'args': r.args, 'x': getattr(r, 'x', None)})

sh.setFormatter(JsonFormatter())
m2.error('e %s', 'z', extra={'x': 4})
print(buf.getvalue().splitlines()[-1])
try:
    m2.error('q', extra={'message': 4})
except KeyError as e:
    print('KeyError', e)
try:
    logging.config.dictConfig({'version': 1, 'handlers': {'h': {'class': 'logging.Nope'}}})
except ValueError as e:
    print('ValueError', e, '|', repr(e.__cause__))
try:
    app.setLevel('LOUD')
except ValueError as e:
    print(e)
app.warning('bad %d', 'x')
print(logging.Formatter('%(asctime)s %(message)s').usesTime(), logging.getLevelNamesMapping())
rec = logging.LogRecord('n', 20, 'p/x.py', 5, 'm %s', ('a',), None)
print(rec, rec.module, rec.filename, rec.getMessage())
logging.shutdown()
