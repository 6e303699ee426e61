"""The navigation: which pages stand in it, in which groups, in the order of an analyst's evening."""

NAVIGATION: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("day", ("today", "timeline", "map")),
    ("told", ("events", "contradictions", "casualties", "search")),
    ("duty", ("agreement", "breaches")),
    ("people", ("review",)),
    ("ground", ("documents", "sources", "issues", "names")),
)
"""(group, pages). The words are `nav_group.GROUP` and `nav.PAGE`."""
