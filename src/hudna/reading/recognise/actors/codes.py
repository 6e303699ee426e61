"""Codes by composition: a country or group and a role make a code (docs/claim-record.md)."""

import re

from hudna.knowledge import Knowledge

_CODE = re.compile(r"[A-Z][A-Z0-9_]+(\.[A-Z][A-Z0-9_]*)+")
OFFICES = frozenset(
    (
        *(
            "PRES",
            "PM",
            "VP",
            "GOV",
            "PARL",
            "MFA",
            "STATE",
            "MOD",
            "MOI",
            "MOH",
            "MOJ",
            "MOE",
            "OMBUDSMAN",
            "PROSECUTOR",
        ),
        *("MIL", "POL", "PKF", "BORDER", "SECURITY", "ENVOY", "SG", "HR", "NSC", "CIA", "SL", "COM", "COUNCIL", "PC"),
    )
)
"""Roles that somebody holds for a time: without them a former holder is COUNTRY.person."""
MINISTRIES = frozenset(("MFA", "MOD", "MOI", "MOH", "MOJ", "STATE"))
_OF_BODIES = frozenset(("SG", "ENVOY", "PARL", "PKF", "CVL"))
_BODIES_OTHERWISE = {"MIL": "PKF", "MFA": "HR"}
"""The United Nations have peacekeepers where a country has an army, the European Union a High Representative."""


class Codes:
    """How owners and roles are put together under one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Learn who is a country or stands for one, and which codes have a name of their own."""
        self._actors = knowledge.actors
        ruling = (place.government or "" for place in knowledge.places.values())
        self._countries = {code for code, actor in knowledge.actors.items() if actor.sort == "country"}
        self._states = {
            *self._countries,
            *(code.partition(".")[0] for code in ruling if code),
        }
        self._otherwise = {
            alias: actor.code
            for actor in knowledge.actors.values()
            for alias in actor.aliases
            if _CODE.fullmatch(alias)
        }
        """«USA.MFA» among the aliases of USA.STATE says that composition means that."""
        self._roles: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        """Of codes that were asked for."""

    def is_country(self, code: str) -> bool:
        """Whether a code is a country."""
        return code in self._countries

    def is_state(self, code: str) -> bool:
        """Whether a code is a country, or a region's own actor (NKR)."""
        return code in self._states

    def state_of(self, code: str) -> str:
        """The country or body that a code begins with."""
        return code.partition(".")[0]

    def owner_of(self, code: str) -> str:
        """Whose office, force or person a code is: RUS for RUS.MOD.shoigu, YEM.HOUTHI for itself."""
        known = self._owners.get(code)
        if known is None:
            parts = [part for part in code.split(".") if not part.islower()]
            alone = len(parts) > 1 and (parts[1] in OFFICES or parts[1] == "CVL")
            known = self._owners[code] = parts[0] if alone else ".".join(parts[:2])
        return known

    def role_of(self, code: str) -> str:
        """MOD for RUS.MOD.shoigu; empty for a country, a group or a body."""
        known = self._roles.get(code)
        if known is None:
            parts = code.split(".")
            known = self._roles[code] = parts[1] if len(parts) > 1 and parts[1] in OFFICES else ""
        return known

    def compose(self, owner: str, role: str) -> str:
        """The code of an owner's role: RUS + MOD; a group keeps its own code, its people are its country's."""
        if not role or not owner:
            return owner
        if owner in self._states:
            code = f"{owner}.{role}"
            return self._otherwise.get(code, code)
        if "." in owner:
            return f"{self.state_of(owner)}.CVL" if role == "CVL" else owner
        code = f"{owner}.{_BODIES_OTHERWISE.get(role, role)}"
        known = code in self._actors or code.rpartition(".")[2] in _OF_BODIES
        body = self._actors.get(owner)
        return code if known and body is not None and body.sort == "organisation" else owner

    def former(self, code: str) -> str:
        """The code of a person who has left the office: ARM.PM.pashinyan becomes ARM.pashinyan."""
        parts = code.split(".")
        return f"{parts[0]}.{parts[-1]}" if len(parts) > 2 and parts[1] in OFFICES else code  # noqa: PLR2004
