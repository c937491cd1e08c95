# Logging set up from a dict: formatters, filters, handlers and loggers by their names.

import logging
import sys


def fileConfig(fname, *args, **kwargs):
    raise NotImplementedError('fileConfig() is not supported; hand the settings to logging.config.dictConfig()')


def _resolved(path):
    # The object of a dotted name; modules on the way are imported.
    parts = path.split('.')
    found, name = __import__(parts[0]), parts[0]
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
        self.formatters = self._all('formatters', 'formatter', self._formatter)
        self.filters = self._all('filters', 'filter', self._filter)
        self.handlers = {}
        self._all('handlers', 'handler', self._handler, self.handlers)
        before = dict(logging.root.manager.loggerDict)
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
        for name in sorted(self.config.get(part, {})):
            try:
                made[name] = make(dict(self.config[part][name]))
                if what == 'handler':
                    made[name].name = name
            except Exception as error:
                raise ValueError(f'Unable to configure {what} {name!r}') from error
        return made

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
            formatter = self.formatters[formatter]
        if '()' in given:
            made = self._custom(given)
        else:
            kind = _resolved(given.pop('class'))
            for name in ('target', 'handlers'):
                if isinstance(given.get(name), str):
                    given[name] = self.handlers[given[name]]
            attributes = given.pop('.', None)
            made = kind(**{key: self.convert(value) for key, value in given.items()})
            for name, value in (attributes or {}).items():
                setattr(made, name, value)
        if formatter is not None:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(level)
        self._add_filters(made, filters)
        return made

    def _add_filters(self, target, filters):
        for one in filters or ():
            target.addFilter(one if callable(one) or hasattr(one, 'filter') else self.filters[one])

    def _level(self, logger, given):
        if given.get('level') is not None:
            logger.setLevel(given['level'])

    def _logger(self, logger, given):
        self._level(logger, given)
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in given.get('handlers') or ():
            logger.addHandler(self.handlers[name])
        self._add_filters(logger, given.get('filters'))
        if given.get('propagate') is not None:
            logger.propagate = given['propagate']
        logger.disabled = False
