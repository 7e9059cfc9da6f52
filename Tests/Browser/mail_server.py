"""A real SMTP server of the test's own, with the manners that the test asks for."""

import socket

from aiosmtpd.controller import Controller


class Manners:
    """Answers as it is told to, and keeps what it took."""

    def __init__(self, rcpt=None, data=None):
        self.rcpt, self.data = rcpt, data
        self.taken = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.rcpt:
            return self.rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.data:
            return self.data
        self.taken.append(envelope)
        return "250 OK"


def free_port():
    """A port of this machine on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def start(manners, port=None, **more):
    """Listens on this machine; `port` says where."""
    # The controller visits itself once it listens, so it has to know the port beforehand.
    controller = Controller(manners, hostname="127.0.0.1", port=port or free_port(), **more)
    controller.start()
    return controller
