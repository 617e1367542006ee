"""What a process does that touches the library first from many threads, and then from processes: run by `test_stress`."""

import multiprocessing
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

THREADS = 16


def answers() -> tuple[object, ...]:
    """Ask for something of every wing."""
    import datetime as dt  # noqa: PLC0415 - the first touch is what is tried

    import trilateral as tri  # noqa: PLC0415

    record = tri.record()
    first = tri.board_on(dt.date(2025, 9, 4), agreement=tri.AGREEMENT_2010)
    return (record, record.history, first, tri.boards(until=dt.date(2100, 1, 1)), tri.export.to_json(record), tri.timeline())


def touched_at_once(barrier: Barrier) -> tuple[object, ...]:
    """Ask at the same moment as all others."""
    barrier.wait()
    return answers()


def in_threads() -> list[tuple[object, ...]]:
    """Ask from many threads at once, before anything has been asked."""
    barrier = Barrier(THREADS)
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(touched_at_once, [barrier] * THREADS))


if __name__ == "__main__":
    sys.setswitchinterval(1e-6)
    before = multiprocessing.get_context("fork").Pool(2)  # forked before anything has been asked
    found = in_threads()
    assert all(each[0] is found[0][0] for each in found), "there must be one record in a process"
    assert all(each == found[0] for each in found), "every thread must get the same answers"
    after = (multiprocessing.get_context(method).Pool(2) for method in ("fork", "spawn"))
    for pool in (before, *after):
        with pool:
            assert all(each == found[0] for each in pool.starmap(answers, [()] * 4)), "every process must get the same answers"
