"""Compares what nodes were told of their appends with the log that is left, in linear time."""
from collections import Counter, namedtuple

Event = namedtuple("Event", "seq stream version value")
ANSWERS = {"ok", "resolved", "conflict", "failed", "full", "unknown"}
REFUSED = {"conflict", "failed", "full"}
QUOTA = "quota"


def place_of(value, places):
    """Which place of the quota an operation asks for, as the nodes draw it."""
    return value * 0x9E3779B97F4A7C15 % (1 << 64) % places


class Operation:
    """What one node sent, and the last that it was answered."""

    def __init__(self, stream, value, floor, turn):
        self.stream, self.value, self.floor, self.begun = stream, value, floor, turn
        self.answer, self.seq, self.was_unknown = None, None, False


def operations(told, turns, heard):
    """Of one node, by number. The floor of one is the last event that was told before it began.

    `turns` says at which turn of reading all nodes each line was seen; `heard` takes the last event
    that was told in each turn.
    """
    found, floor = {}, 0
    for line, turn in zip(told, turns):
        what, number, *more = line.split()
        if what == "begin":
            assert number not in found, f"two operations {number}"
            found[number] = Operation(more[0], int(more[1]), floor, turn)
            continue
        assert what in ANSWERS, f"an unknown answer: {line}"
        one = found[number]
        assert one.answer in (None, "unknown"), f"answered twice: {line}, was {one.answer}"
        one.answer = what
        if what == "unknown": one.was_unknown = True
        if more:
            one.seq = int(more[0])
            floor = max(floor, one.seq)
            heard[turn] = max(heard.get(turn, 0), one.seq)
    return found


class Judgement:
    """`nodes` has the lines of each node in their order, `rows` the events, `size` is the head's;
    `turns` has for each line the turn in which it was read.

    `verdicts` names each property and what breaks it.
    """

    def __init__(self, nodes, rows, size, places, turns=None):
        self.rows, self.size, self.places = rows, size, places
        self.done, self.heard = {}, {}
        for told, turn in zip(nodes, turns or [[0] * len(told) for told in nodes]):
            self.done |= operations(told, turn, self.heard)
        self.by_value = {row.value: row for row in rows}
        self.verdicts = {}
        for check in (self.dense, self.versions, self.once, self.kept, self.refused, self.begun,
                      self.streams, self.ordered, self.ordered_for_all, self.quota, self.filled):
            self.verdicts[check.__doc__] = list(check())[:20]

    @property
    def faults(self):
        return {name: found for name, found in self.verdicts.items() if found}

    @property
    def acknowledged(self):
        """What was told, by number."""
        return {number: one for number, one in self.done.items() if one.seq is not None}

    @property
    def lost(self):
        """What was told and is not there, or not at the place that was told."""
        at = {row.seq: row for row in self.rows}
        return [f"{number} was told {one.seq}, where {at.get(one.seq)} is"
                for number, one in self.acknowledged.items()
                if one.seq not in at or at[one.seq].value != one.value]

    def dense(self):
        """the log has no gap and is as long as its head says"""
        for place, row in enumerate(self.rows, 1):
            if row.seq != place: yield f"event {row.seq} stands at {place}"; break
        if len(self.rows) != self.size: yield f"{len(self.rows)} events, head {self.size}"

    def versions(self):
        """the versions of every stream have no gap"""
        last = Counter()
        for row in self.rows:
            if row.version != last[row.stream] + 1:
                yield f"{row.stream} at {row.seq}: {row.version} after {last[row.stream]}"
            last[row.stream] = row.version

    def once(self):
        """no operation is there twice"""
        for value, many in Counter(row.value for row in self.rows).items():
            if many > 1: yield f"{value} is there {many} times"

    def kept(self):
        """everything acknowledged is there, at the place that was told"""
        return self.lost

    def refused(self):
        """nothing of what was refused is there"""
        there = self.by_value
        for number, one in self.done.items():
            if one.answer in REFUSED and one.value in there:
                yield f"{number} {one.answer}, is {there[one.value]}"

    def begun(self):
        """nothing is there that nobody sent"""
        values = {one.value for one in self.done.values()}
        for row in self.rows:
            if row.value not in values: yield row

    def streams(self):
        """each operation is in the stream that it was sent to"""
        there, names = self.by_value, {}
        for number, one in self.done.items():
            row = there.get(one.value)
            # Each that asks for a place of the quota has a stream of its own.
            stream = (one.stream, number if one.stream == QUOTA else "")
            if row and names.setdefault(stream, row.stream) != row.stream:
                yield f"{number} for {one.stream} is in {row.stream}"
        if len(set(names.values())) != len(names): yield "two streams are one"

    def ordered(self):
        """what began after an answer stands after it, on one node"""
        there = self.by_value
        for number, one in self.done.items():
            row = there.get(one.value)
            if row and row.seq <= one.floor: yield f"{number} at {row.seq}, began after {one.floor}"

    def ordered_for_all(self):
        """what began after an answer stands after it, on other nodes too"""
        there, floors, floor = self.by_value, {}, 0
        # Begun where one turn did not see it yet, told where the turn before that did.
        for turn in range(max([0, *self.heard, *(one.begun for one in self.done.values())]) + 1):
            floor = max(floor, self.heard.get(turn - 2, 0))
            floors[turn] = floor
        for number, one in self.done.items():
            row = there.get(one.value)
            if row and row.seq <= floors[one.begun]:
                yield f"{number} at {row.seq}, began after {floors[one.begun]}"

    @property
    def taken(self):
        """Who has which place of the quota: numbers of operations by place."""
        there, found = self.by_value, {}
        for number, one in self.done.items():
            if one.stream == QUOTA and one.value in there:
                found.setdefault(place_of(one.value, self.places), []).append(number)
        return found

    def quota(self):
        """no place of the quota is taken twice"""
        for place, numbers in self.taken.items():
            if len(numbers) > 1: yield f"place {place} is taken by {numbers}"

    def filled(self):
        """who was told that a place is taken was told the truth"""
        taken = self.taken
        for number, one in self.done.items():
            if one.answer == "full" and place_of(one.value, self.places) not in taken:
                yield f"{number}: place {place_of(one.value, self.places)} is free"


def self_check():
    """Each fault of a made-up history is found, and none in a whole one."""
    told = [["begin 1 3 1", "ok 1 1", "begin 2 3 2", "begin 3 quota 3", "unknown 2", "ok 3 2",
             "begin 4 3 4", "resolved 2 3", "failed 4"],
            ["begin 11 5 11", "ok 11 4", "begin 12 5 12", "conflict 12", "begin 13 5 13",
             "unknown 13", "begin 14 quota 14", "full 14"]]
    rows = [Event(1, "c", 1, 1), Event(2, "q", 1, 3), Event(3, "c", 2, 2), Event(4, "e", 1, 11)]

    def found(rows=rows, told=told, size=None, places=1, turns=None):
        return set(Judgement(told, rows, len(rows) if size is None else size, places, turns).faults)
    name = {check: getattr(Judgement, check).__doc__ for check in dir(Judgement)}
    assert not found(), found()
    assert name["kept"] in found(rows[:3]), "a lost one"
    assert name["once"] in found([*rows, Event(5, "e", 2, 11)]), "a doubled one"
    assert name["kept"] in found([rows[0]._replace(value=11), *rows[1:3],
                                  rows[3]._replace(value=1)]), "two that changed places"
    late = [["begin 1 3 1", "ok 1 2", "begin 2 3 2", "unknown 2"]]
    swapped = [Event(1, "c", 1, 2), Event(2, "c", 2, 1)]
    assert found(swapped, late) == {name["ordered"]}, "a reordered one"
    late = [["begin 1 3 1", "ok 1 2"], ["begin 2 3 2", "unknown 2"]]
    assert found(swapped, late, turns=[[0, 1], [3, 3]]) == {name["ordered_for_all"]}, "over nodes"
    assert not found(swapped, late, turns=[[0, 1], [2, 3]]), "two at the same time"
    assert name["quota"] in found([*rows, Event(5, "q", 2, 15)],
                                  [*told, ["begin 15 quota 15", "ok 15 5"]]), "a place given twice"
    assert name["filled"] in found(told=[told[0], [*told[1], "begin 16 quota 16", "full 16"]],
                                places=500), "a place that is called taken and is free"
    assert name["dense"] in found(size=5) and name["dense"] in found(rows[1:]), "a gap"
    assert name["versions"] in found([*rows[:2], rows[2]._replace(version=3), rows[3]])
    assert name["refused"] in found([*rows, Event(5, "e", 2, 12)]), "a refused one"
    assert name["begun"] in found([*rows, Event(5, "e", 2, 99)]), "one from nowhere"
    assert name["streams"] in found([*rows[:2], Event(3, "d", 1, 2), rows[3]]), "another stream"
