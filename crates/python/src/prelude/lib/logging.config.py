# Logging set up from a dict: formatters, filters, handlers and loggers by their names.

import logging
import sys


def fileConfig(fname, *args, **kwargs):
    raise NotImplementedError('fileConfig() is not supported; hand the settings to logging.config.dictConfig()')


def _resolved(path):
    # The object of a dotted name; modules on the way are imported.
    parts = path.split('.')
    name = parts[0]
    try:
        found = __import__(name)
    except ImportError as error:
        raise ValueError(f'Cannot resolve {path!r}: {error}') from error
    for part in parts[1:]:
        name += f'.{part}'
        if not hasattr(found, part):
            try:
                __import__(name)
            except ImportError as error:
                raise ValueError(f'Cannot resolve {path!r}: {error}') from error
        found = getattr(found, part)
    return found


def dictConfig(config):
    if 'version' not in config:
        raise ValueError("dictionary doesn't specify a version")
    if config['version'] != 1:
        raise ValueError(f"Unsupported version: {config['version']}")
    DictConfigurator(config).configure()


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def convert(self, value):
        # `ext://` stands for an object of a module, `cfg://` for another part of the settings.
        if isinstance(value, str):
            kind, sign, rest = value.partition('://')
            if sign and kind == 'ext':
                return _resolved(rest)
            if sign and kind == 'cfg':
                found = self.config
                for part in rest.replace('[', '.').replace(']', '').split('.'):
                    found = found[int(part) if isinstance(found, (list, tuple)) else part]
                return found
        elif isinstance(value, dict):
            return {key: self.convert(one) for key, one in value.items()}
        elif isinstance(value, list):
            return [self.convert(one) for one in value]
        return value

    def configure(self):
        config = self.config
        if config.get('incremental'):
            for name, given in config.get('loggers', {}).items():
                self._level(logging.getLogger(name), given)
            if 'root' in config:
                self._level(logging.root, config['root'])
            return
        logging._named.clear()
        logging.shutdown(logging._handlerList[:])
        logging._handlerList.clear()
        self.formatters = self._all('formatters', 'formatter', self._formatter)
        self.filters = self._all('filters', 'filter', self._filter)
        self.handlers = {}
        self._all('handlers', 'handler', self._handler, self.handlers)
        before = {name: one for name, one in logging.root.manager.loggerDict.items() if isinstance(one, logging.Logger)}
        for name, given in config.get('loggers', {}).items():
            try:
                self._logger(logging.getLogger(name), given)
            except Exception as error:
                raise ValueError(f'Unable to configure logger {name!r}') from error
        if config.get('disable_existing_loggers', True):
            named = config.get('loggers', {})
            for name, logger in before.items():
                below = any([name.startswith(f'{one}.') for one in named])
                logger.disabled = name not in named and not below
        if 'root' in config:
            try:
                self._logger(logging.root, config['root'])
            except Exception as error:
                raise ValueError('Unable to configure root logger') from error

    def _all(self, part, what, make, into=None):
        made = {} if into is None else into
        names = sorted(self.config.get(part, {}))
        later = set()
        for name in names:
            try:
                if what == 'handler' and name not in later and not self._targets(name) <= set(made):
                    # After the one that it hands its records to.
                    later.add(name)
                    names.append(name)
                    continue
                made[name] = make(dict(self.config[part][name]))
                if what == 'handler':
                    made[name].name = name
            except Exception as error:
                raise ValueError(f'Unable to configure {what} {name!r}') from error
        return made

    def _targets(self, name):
        # The handlers of these settings that this one hands its records to.
        given = self.config['handlers'][name]
        found = {one for one in (given.get('target'), *(given.get('handlers') or ())) if isinstance(one, str)}
        return found & set(self.config['handlers'])

    def _known(self, what, among, name):
        try:
            return among[name]
        except KeyError as error:
            raise ValueError(f'Unable to {what} {name!r}') from error

    def _custom(self, given):
        factory = given.pop('()')
        factory = factory if callable(factory) else _resolved(factory)
        attributes = given.pop('.', None)
        made = factory(**{key: self.convert(value) for key, value in given.items()})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def _formatter(self, given):
        if '()' in given:
            if 'format' in given and not callable(given['()']):
                given['fmt'] = given.pop('format')
            return self._custom(given)
        kind = _resolved(given['class']) if given.get('class') else logging.Formatter
        options = {name: given[name] for name in ('validate', 'defaults') if name in given}
        return kind(given.get('format'), given.get('datefmt'), given.get('style', '%'), **options)

    def _filter(self, given):
        return self._custom(given) if '()' in given else logging.Filter(given.get('name', ''))

    def _handler(self, given):
        formatter, level, filters = [given.pop(name, None) for name in ('formatter', 'level', 'filters')]
        if formatter is not None:
            formatter = self._known('set formatter', self.formatters, formatter)
        if '()' in given:
            made = self._custom(given)
        else:
            kind = _resolved(given.pop('class', None))
            if isinstance(given.get('target'), str):
                given['target'] = self._known('set target handler', self.handlers, given['target'])
            if isinstance(given.get('flushLevel'), str):
                given['flushLevel'] = logging._checkLevel(given['flushLevel'])
            attributes = given.pop('.', None)
            listener = self._listener(kind, given)
            made = kind(**{key: self.convert(value) for key, value in given.items()})
            if listener is not None:
                made.listener = listener
            for name, value in (attributes or {}).items():
                setattr(made, name, value)
        if formatter is not None:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(level)
        self._add_filters(made, filters)
        return made

    def _listener(self, kind, given):
        # What takes from the queue of a handler that has one.
        from logging.handlers import QueueHandler, QueueListener
        if not (isinstance(kind, type) and issubclass(kind, QueueHandler)):
            return None
        queue = given.pop('queue', None)
        if queue is None:
            from queue import Queue
            queue = Queue()
        elif isinstance(queue, dict):
            queue = self._custom(dict(queue))
        elif isinstance(queue, str):
            queue = _resolved(queue)
            queue = queue() if callable(queue) else queue
        made = given.pop('listener', QueueListener)
        made = _resolved(made) if isinstance(made, str) else made
        names, respect = given.pop('handlers', ()), given.pop('respect_handler_level', False)
        given['queue'] = queue
        if not names:
            return None
        return made(queue, *[self._known('set listener handler', self.handlers, name) for name in names],
                    respect_handler_level=respect)

    def _add_filters(self, target, filters):
        for one in filters or ():
            target.addFilter(one if callable(one) or hasattr(one, 'filter') else self._known('add filter', self.filters, one))

    def _level(self, logger, given):
        if given.get('level') is not None:
            logger.setLevel(given['level'])

    def _logger(self, logger, given):
        self._level(logger, given)
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in given.get('handlers') or ():
            logger.addHandler(self._known('add handler', self.handlers, name))
        self._add_filters(logger, given.get('filters'))
        if given.get('propagate') is not None:
            logger.propagate = given['propagate']
        logger.disabled = False
