"""The resolver: looks each host up once in a run."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult

# Answers as `socket.getaddrinfo` gives them.
Lookup = Callable[[str, int], Awaitable[list[tuple[Any, ...]]]]
# The loop's own threads are few: some names that hang would keep all others waiting.
THREADS = 32


class Resolver(AbstractResolver):
    """Asks the system, or `lookup` in its place."""

    def __init__(self, lookup: Lookup | None = None) -> None:
        self.lookup = lookup or self._system
        self.threads = ThreadPoolExecutor(THREADS)

    async def _system(self, host: str, port: int) -> list[tuple[Any, ...]]:
        return await asyncio.get_running_loop().run_in_executor(
            self.threads, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self.lookup(host, port)
        return [
            ResolveResult(
                hostname=host,
                host=where[0],
                port=port,
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, where in found
            if family in {socket.AF_UNSPEC, kind}
        ]

    async def close(self) -> None:
        """Wait for nothing that hangs."""
        self.threads.shutdown(wait=False, cancel_futures=True)
