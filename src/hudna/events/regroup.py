"""Weighing again after some documents changed: only what they can touch is placed, moved and weighed anew.

The outcome is exactly what weighing everything from the beginning would give (a property test says so). What is needed
of before is asked piece by piece of an archive, so the cost follows what changed and what stands around it, not how
much there is.
"""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from hudna.events.answers import answer_moves, may_answer
from hudna.events.board import Archive, Board, Room
from hudna.events.causes import cause_moves, gather, is_violence, sort_of
from hudna.events.families import CASUALTIES
from hudna.events.ground import Ground
from hudna.events.groups import Group
from hudna.events.linkage import units_of
from hudna.events.moments import Days
from hudna.events.profile import Profile
from hudna.events.weigh import Scales, event_id, in_order, placings_of, wholes_of
from hudna.events.wishes import Wishes
from hudna.knowledge import Knowledge
from hudna.model import Corrections, Event, Judgement, Move, Placing


class Regrouped(msgspec.Struct, frozen=True):
    """What changes: things to put, and names of things that are gone. What is not named stays as it was."""

    events: tuple[Event, ...]
    """New, changed, or weighed again with the same outcome."""
    events_gone: tuple[str, ...]
    placings: tuple[Placing, ...]
    placings_gone: tuple[str, ...]
    """Claims that stand in no group any more."""
    moves: tuple[Move, ...]
    moves_gone: tuple[str, ...]
    """Groups that go nowhere any more."""


def regroup(
    archive: Archive, changed: Collection[str], judgements: Sequence[Judgement], knowledge: Knowledge
) -> Regrouped:
    """What changes in the events when some documents are new, changed or gone.

    Args:
        archive: What was weighed before, with the same judgements and knowledge; its texts are those of now.
        changed: Ids of the documents.
        judgements: As in `group_claims`.
        knowledge: As in `group_claims`.
    """
    names = _names(archive, judgements)
    docs = frozenset(changed) | frozenset(doc for _, doc in names.values())
    corrections = Corrections(judgements)
    claims = [corrections.apply(claim) for doc in sorted(docs) for claim in archive.text(doc)[1]]
    wishes = Wishes(judgements, {name: claim for name, (claim, _) in names.items()}, wholes_of(claims))
    return _Regrouping(archive, docs, wishes, Ground(knowledge)).run(judgements, knowledge)


def _names(archive: Archive, judgements: Sequence[Judgement]) -> dict[str, tuple[str, str]]:
    """What judgements name, to claim and document: claims by their ids, and by those of the events that they found."""
    wanted = {about for judgement in judgements for about in judgement.about}
    if not wanted:
        return {}
    pairs = ((name, claim, doc) for claim, doc in archive.claim_docs() for name in (event_id(claim), claim))
    return {name: (claim, doc) for name, claim, doc in pairs if name in wanted}


class _Known:
    """Whole rooms as groups, made once while no unit moves: losses of one season have the same violence around them."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[Room, int, Group, bool]] = {}
        """By room: it, how many units it had, its group, and whether that is violence."""

    def group(self, room: Room) -> Group:
        """Its claims as a group, which must not be changed."""
        return self._of(room)[2]

    def violence(self, rooms: Iterable[Room]) -> list[Group]:
        """Those that losses can come from."""
        return [group for _, _, group, violent in map(self._of, rooms) if violent]

    def _of(self, room: Room) -> tuple[Room, int, Group, bool]:
        made = self._made.get(id(room))
        if made is None or made[1] != len(room.units):
            group = room.group()
            made = self._made[id(room)] = (room, len(room.units), group, is_violence(group))
        return made


class _Regrouping:
    """One weighing again."""

    def __init__(self, archive: Archive, docs: frozenset[str], wishes: Wishes, ground: Ground) -> None:
        self._archive, self._docs, self._wishes, self._ground = archive, docs, wishes, ground
        self._board = Board(archive, docs, ground, wishes)
        self._old = list(archive.placed_of(docs))
        self._decided: dict[int, Move | None] = {}
        """By room."""
        self._known: dict[int, Room] = {}
        """The rooms of `_decided`."""
        self._old_names: set[str] = set()
        """What the rooms that changed were called."""
        self._old_moves: list[Move] = []
        """Moves of before from or to them."""

    def run(self, judgements: Sequence[Judgement], knowledge: Knowledge) -> Regrouped:
        board = self._board
        profiles = [profile for doc in sorted(self._docs) for profile in board.read(doc)]
        board.take_out(self._old)
        board.put_in((self._wishes.head(unit[0].claim.id), unit) for unit in units_of(profiles, self._wishes))
        board.settle()
        board.complete(list(board.touched.values()))
        self._old_names = {room.was for room in board.touched.values() if room.was is not None}
        self._old_moves = list(self._archive.moves_at(self._old_names))
        touched = [room for room in board.touched.values() if room.units]
        self._decide_causes(touched)
        self._decide_answers(touched)
        rooms, gone = self._close(touched)
        scales = Scales(board.documents, self._ground, knowledge, judgements, self._wishes.accepted)
        groups = gather([room.group() for room in rooms], self._moves_among(rooms), self._wishes)
        events = sorted((scales.weigh(group) for group in groups), key=in_order)
        return self._outcome(events, gone, touched, profiles)

    # --- where losses and answers go ----------------------------------------------------------------------------------

    def _decide_causes(self, touched: Sequence[Room]) -> None:
        """Losses that changed, and losses that may see changed violence."""
        spans = [days for room in touched for seat in room.units for days in seat.days()]
        spans += [
            Days(first=one.first, last=one.last) for one in self._old if one.first is not None and one.last is not None
        ]
        docs = {one.claim.doc for room in touched for seat in room.units for one in seat.unit} | self._docs
        pulled = [move.room for move in self._old_moves if move.to in self._old_names]
        known = _Known()
        for room in [*self._board.around(spans, docs), *self._board.rooms(pulled)]:
            group = known.group(room)
            if sort_of(group) == CASUALTIES and id(room) not in self._decided:
                moves = cause_moves([group], known.violence(self._around(room)), self._board.breath, self._wishes)
                self._decide(room, next(iter(moves), None))

    def _around(self, room: Room) -> list[Room]:
        spans = [days for seat in room.units for days in seat.days()]
        return self._board.around(spans, {one.claim.doc for seat in room.units for one in seat.unit})

    def _decide_answers(self, touched: Sequence[Room]) -> None:
        """Answers in all texts that have a claim in a room that changed."""
        docs = {one.claim.doc for room in touched for seat in room.units for one in seat.unit} | self._docs
        for room in self._board.rooms_in(docs):  # an answer told in several texts is judged with all of them
            if may_answer(room.group()):
                docs |= _texts(room)
        rooms = self._board.rooms_in(docs)
        moves = {move.room: move for move in answer_moves([room.group() for room in rooms], self._board.breath)}
        for room in rooms:
            if id(room) not in self._decided and _texts(room) <= docs:
                self._decide(room, moves.get(room.name))

    def _decide(self, room: Room, move: Move | None) -> None:
        self._decided[id(room)], self._known[id(room)] = move, room

    def _move_of(self, room: Room) -> Move | None:
        """Where a room goes, as decided now or, where nothing around it changed, before."""
        if id(room) in self._decided:
            return self._decided[id(room)]
        return next((move for move in self._before(room) if move.room == room.was), None)

    def _before(self, room: Room) -> list[Move]:
        return list(self._archive.moves_at((room.was,))) if room.was is not None else []

    # --- which events are weighed again -------------------------------------------------------------------------------

    def _close(self, touched: Sequence[Room]) -> tuple[list[Room], set[str]]:
        """All rooms whose events change, with everything that goes to them; and the ids of their events of before."""
        removed = {placing.claim for placing in self._old}
        wanted = {id(room): room for room in touched}
        # an event that leaned on claims that are gone may be gone itself, so its other rooms are found by their moves
        wanted |= {id(room): room for room in self._board.rooms(self._ends_of_old_moves())}
        for room in self._known.values():
            before = next((move for move in self._before(room) if move.room == room.was), None)
            if before != self._move_of(room):
                wanted[id(room)] = room
        gone: set[str] = set()
        while True:
            claims = {one.claim.id for room in wanted.values() for seat in room.units for one in seat.unit}
            events = list(self._archive.events_with(claims | removed))
            gone.update(event.id for event in events)
            others = {claim for event in events for claim in event.claims} - claims - removed
            self._board.rooms_in(doc for event in events for doc in event.documents)
            found = [self._board.home[claim].room for claim in others]
            found += [end for room in list(wanted.values()) for end in self._ends(room)]
            fresh = {id(room): room for room in found if room is not None and id(room) not in wanted}
            if not fresh:
                return sorted(wanted.values(), key=lambda room: room.units[0].rank), gone
            self._board.complete(fresh.values())
            wanted.update(fresh)

    def _ends_of_old_moves(self) -> list[str]:
        return sorted({name for move in self._old_moves for name in (move.room, move.to)})

    def _ends(self, room: Room) -> list[Room]:
        """The room that it goes to, and those that come to it."""
        names = {room.name, room.was}
        found = [
            one for one in self._known.values() if (move := self._decided[id(one)]) is not None and move.to in names
        ]
        found += self._board.rooms(move.room for move in self._before(room) if move.to == room.was)
        move = self._move_of(room)
        if move is not None:
            found += [one for one in self._named(move.to) if one.name == move.to]
        return [one for one in found if one is not room and self._linked(one, room)]

    def _named(self, name: str) -> list[Room]:
        """Rooms that bear a name now."""
        changed = [one for one in self._board.touched.values() if one.units and one.name == name]
        return changed or self._board.rooms([name])

    def _linked(self, one: Room, other: Room) -> bool:
        there, back = self._move_of(one), self._move_of(other)
        return (there is not None and there.to == other.name) or (back is not None and back.to == one.name)

    def _moves_among(self, rooms: Iterable[Room]) -> list[Move]:
        return [move for room in rooms if (move := self._move_of(room)) is not None]

    # --- what came of it ----------------------------------------------------------------------------------------------

    def _outcome(
        self, events: Sequence[Event], gone: set[str], touched: Sequence[Room], profiles: Sequence[Profile]
    ) -> Regrouped:
        home = self._board.home
        placings = [
            placing for room in touched for placing in placings_of(room.group(), lambda claim: home[claim].head)
        ]
        standing = {profile.claim.id for profile in profiles}
        decided = [(room, self._decided[key]) for key, room in self._known.items()]
        names = self._old_names | {room.was for room, _ in decided if room.was is not None}
        moves = {move.room: move for _, move in decided if move is not None}
        return Regrouped(
            events=tuple(events),
            events_gone=tuple(sorted(gone - {event.id for event in events})),
            placings=tuple(placings),
            placings_gone=tuple(sorted({placing.claim for placing in self._old} - standing)),
            moves=tuple(moves[name] for name in sorted(moves)),
            moves_gone=tuple(sorted(names - moves.keys())),
        )


def _texts(room: Room) -> set[str]:
    return {one.claim.doc for seat in room.units for one in seat.unit}
