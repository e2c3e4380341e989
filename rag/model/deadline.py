"""A time within which everything that is read from slow sources must have come."""

from collections.abc import Callable, Iterator
from queue import SimpleQueue
from threading import Event, Lock, Thread, Timer
from typing import Self

from corpus.errors import ModelError


class _End:
    """The end of what a source gave, with the error it ended in."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error


class Deadline:
    """A time from entering the context on, for all that is read in it, however it trickles in.

    The source is read in a thread of its own, which is left behind when the time is over and ends at its next piece.
    """

    def __init__(self, seconds: float) -> None:
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True
        self._lock, self._over = Lock(), False
        self._reading: tuple[SimpleQueue[str | _End], Event] | None = None

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def read(self, source: Callable[[], Iterator[str]]) -> Iterator[str]:
        """The pieces of a source as they come; raises its errors, and ModelError when the time is over."""
        queue: SimpleQueue[str | _End] = SimpleQueue()
        stopped = Event()
        with self._lock:
            if self._over:
                raise ModelError("late")
            self._reading = queue, stopped
        Thread(target=_pump, args=(source, queue, stopped), daemon=True).start()
        try:
            while not isinstance(piece := queue.get(), _End):
                yield piece
            if piece.error is not None:
                raise piece.error
        finally:
            stopped.set()

    def _end(self) -> None:
        with self._lock:
            self._over = True
            if self._reading is not None:
                queue, stopped = self._reading
                stopped.set()
                queue.put(_End(ModelError("late")))


def _pump(source: Callable[[], Iterator[str]], queue: "SimpleQueue[str | _End]", stopped: Event) -> None:
    try:
        for piece in source():
            if stopped.is_set():
                return
            queue.put(piece)
    except Exception as error:  # it is raised again where the pieces are read
        queue.put(_End(error))
    else:
        queue.put(_End())
