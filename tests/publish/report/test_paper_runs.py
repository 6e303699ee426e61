from markupsafe import Markup

from hudna.publish.report.paper.blocks import Run
from hudna.publish.report.paper.runs import line


def test_phrases_become_runs_in_their_own_direction():
    phrase = Markup('قبل <bdi dir="ltr">a&lt;b.txt</bdi> و<bdi>42</bdi>')
    assert line(phrase) == (
        Run("قبل "),
        Run("a<b.txt", dir="ltr"),
        Run(" و"),
        Run("42", dir="auto"),
    )


def test_brackets_around_a_number_turn_with_their_line():
    phrase = Markup("<bdi> (<bdi>سابقا: </bdi><bdi>3</bdi>)</bdi>")
    assert [(run.text, run.dir) for run in line(phrase)] == [(" (", ""), ("سابقا: ", "auto"), ("3", "auto"), (")", "")]


def test_links_small_print_and_breaks_are_kept():
    phrase = Markup('<a href="#e1"><b>x</b></a><br><small>y</small>')
    assert line(phrase) == (Run("x", bold=True, link="#e1"), Run("\n"), Run("y", soft=True))


def test_only_the_web_and_the_paper_itself_are_linked():
    told = line(Markup('<a href="javascript:alert(1)">x</a><a href="https://a.example/">y</a>'))
    assert [run.link for run in told] == ["", "https://a.example/"]


def test_plain_words_are_words_whatever_they_look_like():
    assert line("<script>&amp;") == (Run("<script>&amp;", dir="auto"),)


def test_nothing_is_nothing():
    assert line(None, Markup("")) == ()
