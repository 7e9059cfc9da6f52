"""A real SMTP server of the test's own, with the manners that the test asks for."""

import time

from aiosmtpd.controller import Controller


class Manners:
    """Answers as it is told to, and keeps what it took."""

    def __init__(self, rcpt=None, data=None, slow=0):
        self.rcpt, self.data, self.slow = rcpt, data, slow
        self.taken = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.rcpt:
            return self.rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.slow:
            time.sleep(self.slow)
        if self.data:
            return self.data
        self.taken.append(envelope)
        return "250 OK"


def start(manners, **more):
    """Listens on a free port of this machine; `port` says which."""
    controller = Controller(manners, hostname="127.0.0.1", port=0, **more)
    controller.start()
    controller.port = controller.server.sockets[0].getsockname()[1]
    return controller
