import msgspec

from hudna.model import Contradiction, Count, Reading
from hudna.publish.report.figures import casualties, figure_table

from .conftest import claim, document, event, figure


def counted(desk, *counts, sort="exclusive"):
    """A desk on one event with these (speaker, count, more) figures."""
    words = [f"خبر {number}" for number in range(len(counts))]
    text = document("one.txt", " ثم ".join(words))
    claims = [
        claim(f"C{number}", text, words[number], f"casualties.{count.measure}", by=(speaker,), count=count)
        for number, (speaker, count, _) in enumerate(counts)
    ]
    figures = tuple(figure(one, speaker, **more) for one, (speaker, _, more) in zip(claims, counts, strict=True))
    gap = Contradiction("count.killed", sort, tuple(Reading("x", (), (one.id,)) for one in claims), "x")
    told = event("E1", claims, figures=figures, contradictions=(gap,))
    return desk("en", {"documents": (text,), "claims": claims, "events": (told,)})


def cells(row):
    return [
        [" ".join([one.figure.striptags(), *(note.striptags() for note in one.notes)]) for one in cell]
        for cell in row.cells
    ]


def test_a_row_for_each_speaker_and_a_column_for_each_measure(desk):
    (block,) = figure_table(desk()).blocks
    assert [row.speaker.striptags() for row in block.rows] == [
        "Government of Armenia", "Ruben Vardanyan (the Karabakh Armenian side)",
    ]  # fmt: skip
    assert [cells(row) for row in block.rows] == [[["32"], [], []], [["about 100"], [], []]]
    assert block.origins.striptags() == "2 independent origins"


def test_lowest_and_highest_are_chosen_never_averaged(desk):
    (block,) = figure_table(desk()).blocks
    assert [[one.striptags() for one in cell] for cell in block.spread] == [["lowest 32, highest 100"], [], []]


def test_an_open_figure_leaves_the_top_open(desk):
    made = counted(
        desk,
        ("ARM.GOV", Count("wounded", 200, None, "more_than"), {}),
        ("NKR.GOV", Count("wounded", 100, None, "hundreds"), {}),
    )
    (block,) = figure_table(made).blocks
    assert block.spread[1][0].striptags() == "lowest 100, highest 200, open upwards"


def test_losses_of_different_sides_and_parts_are_never_compared(desk):
    made = counted(
        desk,
        ("ARM.GOV", Count("killed", 49, 49, "exact", "soldier", "ARM"), {}),
        ("AZE.MOD", Count("killed", 50, 50, "exact", "soldier", "AZE"), {}),
        ("AZE.MOD", Count("killed", 7, 7, "exact", "civilian", None, "C1"), {}),
        sort="other_scope",
    )
    (block,) = figure_table(made).blocks
    assert not any(block.spread)
    assert cells(block.rows[1])[0] == ["50 soldiers Azerbaijan", "of these: 7 civilians"]


def test_an_earlier_figure_is_shown_as_such_and_not_compared(desk):
    made = counted(
        desk,
        ("ARM.GOV", Count("killed", 25, 25, "exact"), {"superseded_by": "C1"}),
        ("ARM.GOV", Count("killed", 32, 32, "exact"), {}),
        sort="series",
    )
    (block,) = figure_table(made).blocks
    assert cells(block.rows[0])[0] == ["25 earlier figure", "32"]
    assert not any(block.spread)


def test_the_same_figure_twice_is_one_entry_with_two_places(desk):
    made = counted(
        desk,
        ("ARM.GOV", Count("killed", 32, 32, "exact"), {}),
        ("ARM.GOV", Count("killed", 32, 32, "exact"), {}),
        ("AZE.MOD", Count("killed", 5, 5, "exact"), {}),
    )
    (block,) = figure_table(made).blocks
    (entry,) = block.rows[0].cells[0]
    assert [one.striptags() for one in entry.refs.shown] == ["[1.1]", "[1.2]"]


def test_a_part_beside_its_whole_is_no_disagreement(desk):
    made = counted(
        desk,
        ("ARM.GOV", Count("killed", 32, 32, "exact"), {}),
        ("ARM.GOV", Count("killed", 2, 2, "exact", "child", None, "C0"), {}),
        sort="part_whole",
    )
    assert figure_table(made).blocks == ()


def test_other_measures_have_their_name_in_the_cell(desk):
    made = counted(
        desk,
        ("RUS.PKF", Count("evacuated", 5000, 5000, "about", "civilian"), {}),
        ("RUS.PKF", Count("evacuated", 2000, None, "more_than", "civilian"), {}),
    )
    (block,) = figure_table(made).blocks
    assert cells(block.rows[0])[2] == ["evacuated: about 5,000 civilians", "evacuated: more than 2,000 civilians"]


def test_casualties_by_side_and_sort(desk):
    made = counted(
        desk,
        ("ARM.GOV", Count("killed", 49, 49, "exact", "soldier", "ARM"), {}),
        ("ARM.GOV", Count("wounded", 20, None, "dozens", "person", None), {}),
    )
    table = casualties(made)
    assert [one.striptags() for one in table.columns] == ["killed", "wounded"]
    (block,) = table.blocks
    assert [(row.side.striptags(), row.people.striptags(), cells(row)) for row in block.rows] == [
        ("Armenia", "soldiers", [["49"], []]),
        ("side not told", "people", [[], ["dozens"]]),
    ]


def test_targets_and_plans_are_no_casualties(desk):
    made = counted(desk, ("ARM.GOV", Count("killed", 49, 49, "exact"), {"modality": "negated"}))
    assert casualties(made).blocks == ()
    assert msgspec.structs.astuple(casualties(made))[0] == ()


def test_the_same_number_with_its_side_and_without_is_no_disagreement(desk):
    made = counted(
        desk,
        ("ARM.GOV", Count("killed", 49, 49, "exact", "soldier", "ARM"), {}),
        ("NKR.GOV", Count("killed", 49, 49, "exact"), {}),
        sort="other_scope",
    )
    assert figure_table(made).blocks == ()


def test_it_says_in_what_sense_they_differ(desk):
    (block,) = figure_table(desk()).blocks
    assert [one.striptags() for one in block.sorts] == ["cannot both be true"]
