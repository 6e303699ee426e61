"""The part of all claims that something new can touch, and the placing of its units anew.

Units are placed in one order (see `linkage`), and where a unit goes depends only on the groups around it as they stood
when its turn came. So after a change only those units are looked at again whose surroundings changed before their turn:
a heap of them, in that order, until none is left. What lies elsewhere is never loaded. The outcome is the same as
placing everything from the beginning (tests/events/test_regroup.py).
"""

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from hudna.events.breath import Breath
from hudna.events.ground import Ground
from hudna.events.groups import Group, Link, face_of
from hudna.events.linkage import Order, Unit, choose, links_of, unit_rank
from hudna.events.moments import COARSE, Days
from hudna.events.profile import Profile, profiles_of
from hudna.events.shelf import CROWD, Key, filing_keys, narrow_keys, search_keys
from hudna.events.wishes import Wishes
from hudna.model import Claim, Document, Event, Move, Placing

_YEAR = 366
"""Days of the buckets in which spans of more than a month are filed (`shelf`)."""


class Archive(Protocol):
    """What was weighed before, asked for piece by piece."""

    def placed_on(self, first: int, last: int, *, coarse: bool) -> Iterable[Placing]:
        """Claims that are looked for on these days; `coarse`: those of spans of more than 31 days, else the others."""

    def placed_in(self, rooms: Collection[str]) -> Iterable[Placing]:
        """Claims of these groups."""

    def placed_of(self, docs: Collection[str]) -> Iterable[Placing]:
        """Claims of these documents."""

    def moves_at(self, rooms: Collection[str]) -> Iterable[Move]:
        """Moves from or to these groups."""

    def text(self, doc: str) -> tuple[Document | None, Sequence[Claim]]:
        """A document and its claims as they are now; None and nothing when it is gone."""

    def events_with(self, claims: Collection[str]) -> Iterable[Event]:
        """Events that hold any of these claims; those that held a claim of a changed document may be gone already."""

    def claim_docs(self) -> Iterable[tuple[str, str]]:
        """Every claim's id with its document, as they are now."""


class Room:
    """A group on the board: its units in the order of their placing."""

    def __init__(self, was: str | None = None) -> None:
        self.units: list[Seat] = []
        self.was = was
        """Its name of before; None for a new one."""

    @property
    def name(self) -> str:
        """The head of the unit that founded it."""
        return self.units[0].head

    def group(self, before: Order | None = None) -> Group:
        """Its claims as a group; only those placed before a turn when one is named."""
        seats = [seat for seat in self.units if before is None or seat.rank < before]
        group = Group((one for seat in seats for one in seat.unit), name=self.name)
        group.links = [link for seat in seats for link in links_of(seat.unit, seat.link)]
        return group


class Seat:
    """A unit on the board."""

    def __init__(self, head: str, unit: Unit, rank: Order) -> None:
        self.head = head
        self.unit = unit
        self.rank = rank
        self.room: Room | None = None
        self.link: Link | None = None
        self.filed = frozenset(key for one in unit for key in filing_keys(one))
        self.searched = frozenset((*search_keys(unit[0]), *narrow_keys(unit[0])))

    def days(self) -> Iterator[Days]:
        """The days on which its claims are looked for."""
        yield from (days for one in self.unit if (days := one.days or one.told) is not None)


class Board:
    """What was loaded, and what changed.

    Args:
        archive: What was weighed before.
        changed: Documents that are new, changed or gone, and those that judgements touch.
        ground: Places.
        wishes: What people decided, with the claims of all changed documents.
    """

    def __init__(self, archive: Archive, changed: Collection[str], ground: Ground, wishes: Wishes) -> None:
        self._archive, self._changed, self._ground, self._wishes = archive, frozenset(changed), ground, wishes
        self.documents: dict[str, Document] = {}
        self.breath = Breath(())
        self.home: dict[str, Seat] = {}
        """By claim."""
        self.touched: dict[int, Room] = {}
        """Rooms whose claims or reasons changed."""
        self._rooms: dict[str, Room] = {}
        """Rooms of before by their names of then."""
        self._whole: set[str] = set()
        self._filed: dict[Key, dict[str, Seat]] = {}
        self._searching: dict[Key, dict[str, Seat]] = {}
        self._texts: dict[str, dict[str, Seat]] = {}
        self._by_day: dict[int, dict[str, Seat]] = {}
        self._loaded: set[str] = set()
        self._days: set[int] = set()
        self._years: set[int] = set()
        self._heap: list[tuple[Order, str, Seat]] = []
        self._waiting: set[str] = set()

    # --- loading ------------------------------------------------------------------------------------------------------

    def load_days(self, days: Days, margin: int = 0) -> None:
        """Have everything that is looked for on these days."""
        if days.length > COARSE:
            years = set(range(days.first // _YEAR, days.last // _YEAR + 1)) - self._years
            self._years |= years
            for year in sorted(years):
                self._load(self._archive.placed_on(year * _YEAR, year * _YEAR + _YEAR - 1, coarse=True))
            return
        missing = set(range(days.first - margin, days.last + margin + 1)) - self._days
        for first, last in _runs(missing):
            self.load_days_between(first, last)

    def load_days_between(self, first: int, last: int) -> None:
        """Have everything of spans up to a month that is looked for on these days."""
        self._days.update(range(first, last + 1))
        self._load(self._archive.placed_on(first, last, coarse=False))

    def load_rooms(self, rooms: Iterable[str]) -> None:
        """Have all claims of these groups of before."""
        wanted = set(rooms) - self._whole
        if wanted:
            self._whole |= wanted
            self._load(self._archive.placed_in(wanted))

    def _load(self, placings: Iterable[Placing]) -> None:
        docs = {placing.doc for placing in placings} - self._loaded - self._changed
        for doc in sorted(docs):
            self._load_text(doc)

    def _load_text(self, doc: str) -> None:
        """An unchanged document whole, its claims where they stood."""
        self._loaded.add(doc)
        placed = {placing.claim: placing for placing in self._archive.placed_of((doc,))}
        units: dict[str, Unit] = {}
        for profile in self.read(doc):
            if profile.claim.id in placed:
                units.setdefault(placed[profile.claim.id].head, []).append(profile)
        for unit in units.values():
            unit.sort(key=lambda one: unit_rank([one], self._wishes)[1:])
            placing = placed[unit[0].claim.id]
            link = Link(placing.claim, placing.other, placing.why) if placing.other else None
            self._seat(placing.head, unit, self._was(placing.room), link)

    def _was(self, name: str) -> Room:
        return self._rooms.setdefault(name, Room(name))

    def read(self, doc: str) -> list[Profile]:
        """The claims of a document as people corrected them, ready to be compared, without those that were rejected."""
        document, claims = self._archive.text(doc)
        if document is not None:
            self.documents[doc] = document
            self.breath.learn(document)
        wishes = self._wishes
        kept = [wishes.corrections.apply(claim) for claim in claims if claim.id not in wishes.rejected]
        return profiles_of(kept, [document] if document is not None else [], self._ground)

    def _seat(self, head: str, unit: Unit, room: Room | None, link: Link | None) -> Seat:
        seat = Seat(head, unit, unit_rank(unit, self._wishes))
        for one in unit:
            self.home[one.claim.id] = seat
            self._texts.setdefault(one.claim.doc, {})[head] = seat
        for days in seat.days():
            if days.length <= COARSE:
                for day in range(days.first, days.last + 1):
                    self._by_day.setdefault(day, {})[head] = seat
        for key in seat.filed:
            self._filed.setdefault(key, {})[head] = seat
        for key in seat.searched:
            self._searching.setdefault(key, {})[head] = seat
        if room is not None:
            _insert(room, seat)
            seat.room, seat.link = room, link
        return seat

    # --- changing -----------------------------------------------------------------------------------------------------

    def take_out(self, placings: Sequence[Placing]) -> None:
        """Claims of before that are gone or changed: whoever may have met them is placed anew."""
        self.load_rooms(placing.room for placing in placings)
        for placing in placings:
            if placing.first is not None and placing.last is not None:
                self.load_days(Days(first=placing.first, last=placing.last), margin=1)
        for placing in placings:
            room = self._was(placing.room)
            self.touched[id(room)] = room
            for seat in self.seats():
                if seat.room is room or _meets(placing, seat):
                    self._push(seat)
            self._stir(room, None)

    def put_in(self, units: Iterable[tuple[str, Unit]]) -> None:
        """New units, with the names of their heads."""
        for head, unit in units:
            self._push(self._seat(head, unit, None, None))

    def settle(self) -> None:
        """Place everything that waits, in order, until nothing waits."""
        while self._heap:
            _, head, seat = heapq.heappop(self._heap)
            self._waiting.discard(head)
            self._place(seat)

    def _push(self, seat: Seat) -> None:
        if seat.head not in self._waiting:
            self._waiting.add(seat.head)
            heapq.heappush(self._heap, (seat.rank, seat.head, seat))

    def _place(self, seat: Seat) -> None:
        if seat.room is not None:
            self.complete([seat.room])
        near = self._near(seat)
        groups = [(number, room.group(seat.rank)) for number, room in enumerate(near)]
        number, link = choose(seat.unit, groups, self.breath, self._wishes)
        old = seat.room
        founder = old is not None and old.units[0] is seat
        new = near[number] if number is not None else old if founder and old is not None else Room()
        if new is old:
            if seat.link != link:
                seat.link = link
                self.touched[id(new)] = new
            return
        if old is not None:
            self._leave(seat, old)
        _insert(new, seat)
        seat.room, seat.link = new, link
        self.touched[id(new)] = new
        self._stir(new, seat)

    def _leave(self, seat: Seat, old: Room) -> None:
        """Tell those who met it there first: their turn comes after this one."""
        self._stir(old, seat)
        old.units.remove(seat)
        self.touched[id(old)] = old

    def _near(self, seat: Seat) -> list[Room]:
        """Groups that can hold a unit as they stood at its turn, in order of founding."""
        profile = seat.unit[0]
        self._surround(profile)
        found = self._under(search_keys(profile), seat.rank)
        if len(found) > CROWD:
            found = self._under(narrow_keys(profile), seat.rank)
        return sorted(found.values(), key=lambda room: room.units[0].rank)

    def _surround(self, profile: Profile) -> None:
        days = profile.days or profile.told
        if days is not None:
            self.load_days(days, margin=1)
        self.complete(self._under((*search_keys(profile), *narrow_keys(profile)), None).values())

    def _under(self, keys: Iterable[Key], before: Order | None) -> dict[int, Room]:
        found = {}
        for key in keys:
            for seat in self._filed.get(key, {}).values():
                if seat.room is not None and (before is None or seat.rank < before):
                    found[id(seat.room)] = seat.room
        return found

    def _stir(self, room: Room, seat: Seat | None) -> None:
        """Have those placed anew who may see a room otherwise since a seat in it was taken or left.

        Everybody who looks under the seat's own keys or shares its text; and, when the seat shows an account that no
        earlier one shows, everybody who looks under the keys of any claim of the room.
        """
        stirred = [seat] if seat is not None else []
        if seat is None or not self._wishes.free or _shows(seat, room):
            stirred.extend(room.units)
        for one in stirred:
            for days in one.days():
                self.load_days(days, margin=1)
        keys = {key for one in stirred for key in one.filed}
        texts = {one.claim.doc for one in seat.unit} if seat is not None else set()
        after = seat.rank if seat is not None else None
        around = [one for key in keys for one in self._searching.get(key, {}).values()]
        around += [one for doc in texts for one in self._texts.get(doc, {}).values()]
        for one in around:
            if one is not seat and (after is None or one.rank > after):
                self._push(one)

    # --- what stands around -------------------------------------------------------------------------------------------

    def rooms(self, names: Iterable[str]) -> list[Room]:
        """Whole rooms by their names of before, where they still have claims."""
        wanted = list(names)
        self.load_rooms(wanted)
        return [room for name in wanted if (room := self._rooms.get(name)) is not None and room.units]

    def complete(self, rooms: Iterable[Room]) -> None:
        """Have all claims of these rooms."""
        self.load_rooms(room.was for room in rooms if room.was is not None)

    def rooms_in(self, docs: Iterable[str]) -> list[Room]:
        """Whole rooms with claims of these documents, in order of founding."""
        wanted = set(docs)
        for doc in sorted(wanted - self._loaded - self._changed):
            self._load_text(doc)
        return self._whole_rooms(seat for doc in sorted(wanted) for seat in self._texts.get(doc, {}).values())

    def around(self, spans: Iterable[Days], docs: Iterable[str]) -> list[Room]:
        """Whole rooms with claims on these days (of spans up to a month) or in these texts, in order of founding."""
        days = {day for span in spans if span.length <= COARSE for day in range(span.first, span.last + 1)}
        for first, last in _runs(days - self._days):
            self.load_days_between(first, last)
        met = [seat for day in days for seat in self._by_day.get(day, {}).values()]
        return self._whole_rooms([*met, *(seat for doc in docs for seat in self._texts.get(doc, {}).values())])

    def _whole_rooms(self, seats: Iterable[Seat]) -> list[Room]:
        found = {id(seat.room): seat.room for seat in seats if seat.room is not None}
        self.complete(found.values())
        return sorted(found.values(), key=lambda room: room.units[0].rank)

    def seats(self) -> list[Seat]:
        """Everything that is loaded."""
        return list({id(seat): seat for seat in self.home.values()}.values())


def _runs(days: Collection[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring days together."""
    first = last = None
    for day in sorted(days):
        if first is None or last is None:
            first = last = day
        elif day == last + 1:
            last = day
        else:
            yield first, last
            first = last = day
    if first is not None and last is not None:
        yield first, last


def _insert(room: Room, seat: Seat) -> None:
    room.units.append(seat)
    room.units.sort(key=lambda one: one.rank)


def _meets(placing: Placing, seat: Seat) -> bool:
    """True when a unit may have met a claim that is gone: same family, same text or days beside its own."""
    for one in seat.unit:
        if one.family.name == placing.family:
            days = one.days or one.told
            if one.claim.doc == placing.doc:
                return True
            if days is not None and placing.first is not None and placing.last is not None:
                margin = 1 if max(days.length, placing.last - placing.first + 1) <= COARSE else _YEAR
                if days.first - margin <= placing.last and placing.first - margin <= days.last:
                    return True
    return False


def _shows(seat: Seat, room: Room) -> bool:
    """True when it is the first in its room with one of its accounts."""
    earlier = {face_of(one) for other in room.units if other.rank < seat.rank for one in other.unit}
    return any(face_of(one) not in earlier for one in seat.unit)
