"""Lines between nodes and servers that can be reset, or fall silent in one direction or both."""
import asyncio, socket, struct, threading

THERE, BACK = 0, 1
BOTH = (THERE, BACK)


class Exchange:
    """Carries all lines, in a thread of its own."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        threading.Thread(target=self.loop.run_forever, daemon=True).start()

    def do(self, work):
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)

    def line(self, port):
        return Line(self, port)


class Line:
    """An address of its own, `here`, before one server; what is told holds for all who use it.

    What is said while it is silent is kept and carried afterwards: a commit that everybody gave up
    long ago arrives after all, which is worse than one that never does.
    """

    def __init__(self, exchange, port):
        self.exchange, self.port, self.carried = exchange, port, set()
        ears = socket.create_server(("127.0.0.1", 0), backlog=200)
        ears.setblocking(False)
        self.here = ears.getsockname()[1]
        exchange.do(self.begin(ears))

    def silent(self, *directions):
        self.exchange.do(self.told(directions or BOTH, False))

    def speaks(self):
        self.exchange.do(self.told(BOTH, True))

    def cut(self):
        """Resets everything that runs over it; gives how many that were."""
        return self.exchange.do(self.reset())

    async def begin(self, ears):
        self.open = [asyncio.Event(), asyncio.Event()]
        for direction in self.open: direction.set()
        self.listener = asyncio.create_task(self.listen(ears))

    async def told(self, directions, passes):
        for direction in directions:
            if passes: self.open[direction].set()
            else: self.open[direction].clear()

    async def reset(self):
        for task in list(self.carried): task.cancel()
        return len(self.carried)

    async def listen(self, ears):
        while True:
            near, _ = await self.exchange.loop.sock_accept(ears)
            task = asyncio.create_task(self.carry(near))
            self.carried.add(task)
            task.add_done_callback(self.carried.discard)

    async def carry(self, near):
        ends, ended = [near], False
        try:
            for direction in BOTH: await self.open[direction].wait()
            far = socket.socket()
            ends.append(far)
            for end in ends:
                end.setblocking(False)
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            await self.exchange.loop.sock_connect(far, ("127.0.0.1", self.port))
            await self.both_ways(near, far)
            ended = True
        except (OSError, ExceptionGroup):
            pass
        finally:
            for end in ends:
                # Nobody says goodbye on a line that is gone.
                if not ended: end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                             struct.pack("ii", 1, 0))
                end.close()

    async def both_ways(self, near, far):
        async with asyncio.TaskGroup() as group:
            group.create_task(self.pump(near, far, THERE))
            group.create_task(self.pump(far, near, BACK))

    async def pump(self, source, target, direction):
        loop, said = self.exchange.loop, None
        while said != b"":
            try:
                said = await loop.sock_recv(source, 65536)
            except OSError:
                # Not even that the other end is gone is told over a silent line.
                await self.open[direction].wait()
                raise
            await self.open[direction].wait()
            if said: await loop.sock_sendall(target, said)
        target.shutdown(socket.SHUT_WR)
