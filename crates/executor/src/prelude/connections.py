"""How an event loop makes connections, servers and datagram endpoints. Loaded when a script first asks for one."""

from itertools import chain, zip_longest
import errno
import os
import socket

import _network
from . import base_events, refusals, tasks
from .server import Server
from .selector_events import BaseSelectorEventLoop


def _check_tls(ssl, name, **timeouts):
    """There is no TLS; without it its timeouts mean nothing."""
    if ssl:
        raise refusals.error(name, 'tls')
    for timeout, value in timeouts.items():
        if value is not None:
            raise ValueError(f'{timeout} is only meaningful with ssl')


def _check_kind(sock):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')


def _check_unix(sock):
    if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What `getaddrinfo` would say of an address that is written as numbers; else None."""
    if host is None or proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP):
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    if port in (None, '', b''):
        port = 0
    else:
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    if isinstance(host, bytes):
        host = host.decode('ascii')
    if '%' in host:
        return None
    for known in (socket.AF_INET, socket.AF_INET6) if family == socket.AF_UNSPEC else (family,):
        try:
            socket.inet_pton(known, host)
        except OSError:
            continue
        rest = (flowinfo, scopeid) if known == socket.AF_INET6 else ()
        return known, type, proto, '', (host, port, *rest)
    return None


def _interleave_addrinfos(addrinfos, first_address_family_count=1):
    """The addresses of the families in turn."""
    by_family = {}
    for info in addrinfos:
        by_family.setdefault(info[0], []).append(info)
    lists = list(by_family.values())
    first = lists[0][:first_address_family_count - 1]
    lists[0] = lists[0][len(first):]
    return first + [info for info in chain.from_iterable(zip_longest(*lists)) if info is not None]


class BaseEventLoop:
    """The part of the loop that makes connections; its methods become those of the loop's class of this name."""

    # Addresses.

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """The addresses of a host and a port; a worker looks them up."""
        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)  # at 936

    async def getnameinfo(self, sockaddr, flags=0):
        """The names of an address and a port."""
        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)  # at 940

    async def _ensure_resolved(self, address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0, loop):
        host, port = address[:2]
        known = _ipaddr_info(host, port, family, type, proto, *address[2:])
        if known is not None:
            return [known]
        return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)  # at 1505

    # Connections.

    async def _connect_sock(self, exceptions, addr_info, local_addr_infos=None):
        """A socket that is connected to one address."""
        mine = []
        exceptions.append(mine)
        family, kind, proto, _, address = addr_info
        sock = None
        try:
            try:
                sock = socket.socket(family=family, type=kind, proto=proto)
                sock.setblocking(False)
                if local_addr_infos is not None:
                    _bind_one(sock, local_addr_infos, family, mine)
                await self.sock_connect(sock, address)  # at 1042
                return sock
            except OSError as failed:
                mine.append(failed)
                raise
        except:
            if sock is not None:
                sock.close()
            raise
        finally:
            exceptions = mine = None

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                                sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
                                all_errors=False):
        """A transport and a protocol, connected to a host and a port."""
        if server_hostname is not None and not ssl:
            raise ValueError('server_hostname is only meaningful with ssl')
        _check_tls(ssl, 'loop.create_connection(ssl=...)', ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            wanted = {'family': family, 'type': socket.SOCK_STREAM, 'proto': proto, 'flags': flags}
            infos = await self._ensure_resolved((host, port), loop=self, **wanted)  # at 1119
            if not infos:
                raise OSError('getaddrinfo() returned empty list')
            local = None
            if local_addr is not None:
                local = await self._ensure_resolved(local_addr, loop=self, **wanted)  # at 1126
                if not local:
                    raise OSError('getaddrinfo() returned empty list')
            if interleave is None and happy_eyeballs_delay is not None:
                interleave = 1
            if interleave:
                infos = _interleave_addrinfos(infos, interleave)
            failures = []
            if happy_eyeballs_delay is None:
                for info in infos:
                    try:
                        sock = await self._connect_sock(failures, info, local)  # at 1143
                        break
                    except OSError:
                        continue
            else:
                from . import staggered
                attempts = [lambda info=info: self._connect_sock(failures, info, local) for info in infos]
                sock = (await staggered.staggered_race(attempts, happy_eyeballs_delay, loop=self))[0]  # at 1149
            if sock is None:
                failures = [failed for some in failures for failed in some]
                try:
                    _raise_of(failures, all_errors)
                finally:
                    failures = None
        else:
            if sock is None:
                raise ValueError('host and port was not specified and no sock specified')
            _check_kind(sock)
        return await self._create_connection_transport(sock, protocol_factory)  # at 1198

    async def _create_connection_transport(self, sock, protocol_factory):
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_socket_transport(sock, protocol, waiter)
        try:
            await waiter  # at 1231
        except:
            transport.close()
            raise
        return transport, protocol

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):
        """A transport and a protocol for a connection that was accepted elsewhere."""
        _check_kind(sock)
        _check_tls(ssl, 'loop.connect_accepted_socket(ssl=...)', ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        return await self._create_connection_transport(sock, protocol_factory)  # at 1679

    # Servers.

    async def _create_server_getaddrinfo(self, host, port, family, flags):
        infos = await self._ensure_resolved(  # at 1509
            (host, port), family=family, type=socket.SOCK_STREAM, flags=flags, loop=self)
        if not infos:
            raise OSError(f'getaddrinfo({host!r}) returned empty list')
        return infos

    async def create_server(self, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                            flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None,
                            reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                            start_serving=True):
        """A server at a host and a port."""
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')
        _check_tls(ssl, 'loop.create_server(ssl=...)', ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            from collections.abc import Iterable
            if host == '':
                hosts = [None]
            elif isinstance(host, str) or not isinstance(host, Iterable):
                hosts = [host]
            else:
                hosts = host
            lookups = [self._create_server_getaddrinfo(one, port, family=family, flags=flags) for one in hosts]
            infos = await tasks.gather(*lookups)  # at 1578
            # Each address once; CPython takes them in any order.
            infos = list(dict.fromkeys(chain.from_iterable(infos)))
            sockets = []
            try:
                for info in infos:
                    _open_listener(sockets, info, reuse_address is None or reuse_address, reuse_port, keep_alive)
                if not sockets:
                    raise OSError(f'could not bind on any address out of {[info[4] for info in infos]!r}')
            except:
                for sock in sockets:
                    sock.close()
                raise
        else:
            if sock is None:
                raise ValueError('Neither host/port nor sock were specified')
            _check_kind(sock)
            sockets = [sock]
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, backlog)
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)  # at 1655
        return server

    # Datagrams.

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                       flags=0, reuse_port=None, allow_broadcast=None, sock=None):
        """A transport and a protocol for datagrams."""
        far = None
        if sock is not None:
            if sock.type == socket.SOCK_STREAM:
                raise ValueError(f'A datagram socket was expected, got {sock!r}')
            given = {'local_addr': local_addr, 'remote_addr': remote_addr, 'family': family, 'proto': proto,
                     'flags': flags, 'reuse_port': reuse_port, 'allow_broadcast': allow_broadcast}
            if problems := ', '.join(f'{name}={value}' for name, value in given.items() if value):
                raise ValueError('socket modifier keyword arguments can not be used when sock is specified. '
                                 f'({problems})')
            sock.setblocking(False)
        else:
            if not (local_addr or remote_addr):
                if family == 0:
                    raise ValueError('unexpected address family')
                pairs = [((family, proto), (None, None))]
            elif family == socket.AF_UNIX:
                if any(addr is not None and not isinstance(addr, str) for addr in (local_addr, remote_addr)):
                    raise TypeError('string is expected')
                if local_addr:
                    _remove_stale(local_addr)
                pairs = [((family, proto), (local_addr, remote_addr))]
            else:
                found = {}
                for place, addr in enumerate((local_addr, remote_addr)):
                    if addr is None:
                        continue
                    if not (isinstance(addr, tuple) and len(addr) == 2):
                        raise TypeError('2-tuple is expected')
                    infos = await self._ensure_resolved(  # at 1418
                        addr, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags, loop=self)
                    if not infos:
                        raise OSError('getaddrinfo() returned empty list')
                    for known, _, number, _, address in infos:
                        found.setdefault((known, number), [None, None])[place] = address
                pairs = [(key, pair) for key, pair in found.items()
                         if not (local_addr and pair[0] is None or remote_addr and pair[1] is None)]
                if not pairs:
                    raise ValueError('can not get address information')
            failures = []
            for (family, proto), (near, far) in pairs:
                sock = None
                try:
                    sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
                    if reuse_port:
                        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                    if allow_broadcast:
                        sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                    sock.setblocking(False)
                    if local_addr:
                        sock.bind(near)
                    if remote_addr and not allow_broadcast:
                        await self.sock_connect(sock, far)  # at 1459
                    break
                except OSError as failed:
                    if sock is not None:
                        sock.close()
                    failures.append(failed)
                except:
                    if sock is not None:
                        sock.close()
                    raise
            else:
                raise failures[0]
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_datagram_transport(sock, protocol, far if remote_addr else None, waiter)
        try:
            await waiter  # at 1489
        except:
            transport.close()
            raise
        return transport, protocol


class _UnixSelectorEventLoop:
    """The same for Unix sockets."""

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                     ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """A transport and a protocol, connected to a path."""
        assert server_hostname is None or isinstance(server_hostname, str)
        if not ssl and server_hostname is not None:
            raise ValueError('server_hostname is only meaningful with ssl')
        _check_tls(ssl, 'loop.create_unix_connection(ssl=...)', ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            path = os.fspath(path)
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, path)  # at 252
            except:
                sock.close()
                raise
        else:
            if sock is None:
                raise ValueError('no path and sock were specified')
            _check_unix(sock)
            sock.setblocking(False)
        return await self._create_connection_transport(sock, protocol_factory)  # at 266

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
                                 cleanup_socket=True):
        """A server at a path."""
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')
        _check_tls(ssl, 'loop.create_unix_server(ssl=...)', ssl_handshake_timeout=ssl_handshake_timeout,
                   ssl_shutdown_timeout=ssl_shutdown_timeout)
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            path = os.fspath(path)
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            _remove_stale(path)
            try:
                sock.bind(path)
            except OSError as failed:
                sock.close()
                if failed.errno == errno.EADDRINUSE:
                    raise OSError(errno.EADDRINUSE, f'Address {path!r} is already in use') from None
                raise
            except:
                sock.close()
                raise
        else:
            if sock is None:
                raise ValueError('path was not specified, and no sock specified')
            _check_unix(sock)
        if cleanup_socket and _is_in_files(path := sock.getsockname()):
            self._unix_server_sockets[sock] = path
        sock.setblocking(False)
        server = Server(self, [sock], protocol_factory, backlog)
        if start_serving:
            server._start_serving()
            await tasks.sleep(0)  # at 350
        return server

    def _stop_serving(self, sock):
        path = self._unix_server_sockets.pop(sock, None)
        end = sock._end
        BaseSelectorEventLoop._stop_serving(self, sock)
        if path is not None and _network.name_file(path) is end:
            _network.remove_name(path)


def _is_in_files(path):
    """Whether a name of a Unix socket is a path, and not one of those that begin with a zero."""
    return path[:1] not in ('\0', b'\0', '', b'')


def _remove_stale(path):
    """A socket that was left behind makes room for a new one."""
    if _is_in_files(path):
        _network.remove_name(path)


def _bind_one(sock, infos, family, failures):
    """Binds to the first local address that can be had."""
    for known, _, _, _, address in infos:
        if known != family:
            continue
        try:
            sock.bind(address)
            return
        except OSError as failed:
            text = f'error while attempting to bind on address {address!r}: {str(failed).lower()}'
            failures.append(OSError(failed.errno, text))
    raise failures.pop() if failures else OSError(f'no matching local address with family={family!r} found')


def _raise_of(failures, all_errors):
    """What is said where no address could be connected to."""
    if all_errors:
        raise ExceptionGroup('create_connection failed', failures)
    if not failures:
        raise TimeoutError('create_connection failed')
    texts = [str(failed) for failed in failures]
    if all(text == texts[0] for text in texts):
        raise failures[0]
    raise OSError('Multiple exceptions: ' + ', '.join(texts))


def _open_listener(sockets, info, reuse_address, reuse_port, keep_alive):
    """Adds a socket that is bound to one address."""
    family, kind, proto, _, address = info
    sock = socket.socket(family, kind, proto)
    sockets.append(sock)
    if reuse_address:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
    if reuse_port and family in (socket.AF_INET, socket.AF_INET6):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    if keep_alive:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)
    if family == socket.AF_INET6:
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
    try:
        sock.bind(address)
    except OSError as failed:
        if failed.errno == errno.EADDRNOTAVAIL:
            sockets.pop().close()
            return
        text = f'error while attempting to bind on address {address!r}: {str(failed).lower()}'
        raise OSError(failed.errno, text) from None


base_events._with_methods(base_events.BaseEventLoop, BaseEventLoop)
base_events._with_methods(base_events._UnixSelectorEventLoop, _UnixSelectorEventLoop)
