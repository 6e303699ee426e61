"""Every sentence of the rules has its Arabic, and nothing else stands in the catalogue."""

import ast
import errno
import os
import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest
from markupsafe import escape

import hudna
import hudna.publish.report as room
from hudna.events import says
from hudna.intake.formats import FORMATS, foreign
from hudna.intake.problems import PROBLEMS, problem
from hudna.knowledge import load_knowledge
from hudna.model import Count
from hudna.model.claim import BOUNDS
from hudna.publish.report.corrected import Telling
from hudna.publish.report.counting import figure_words
from hudna.publish.report.dating import Dating
from hudna.publish.report.names import Names
from hudna.publish.report.reasons import Reasons, patterns
from hudna.publish.report.wording import Words

SRC = Path(hudna.__file__).parent
RULES = (
    *("events/answers.py", "events/casualties.py", "events/causes.py", "events/likeness.py", "events/linkage.py"),
    *("events/weigh.py", "model/correction.py", "reading/recognise/docdate/weigh.py"),
    *("compliance/breaches.py", "compliance/deadlines.py", "compliance/hold.py", "compliance/leaning.py"),
    *("compliance/obligations.py", "compliance/signed.py", "compliance/statuses.py"),
    *(f"reading/recognise/docdate/{name}.py" for name in ("events", "page", "solve", "spoken")),
)
"""Files whose sentences reach a page or a report, all of them."""
DOORS = tuple(f"intake/{name}.py" for name in ("metadata", "page/meta", "page/several", "formats/mail", "formats/feed"))
"""Files that say what gave a date: of their sentences those that say so."""
NO_SENTENCES = {
    "{} to {}": "an interval, read whole",
    "{} is {}, {}; read as {}": "a word on a claim, which `hudna explain` alone shows",
    "at different places": "refuses a claim: events compares it, nobody reads it",
    "between different sides": "refuses a claim: events compares it, nobody reads it",
    "by date": "the name of a group of evidence",
    "by weekday": "the name of a group of evidence",
}


def _sentences(path, *, raised=False):
    """Templates of the sentences of a file: strings of several words but docstrings, refusals, names and errors."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = {id(part) for node in ast.walk(tree) for part in _passed(node, raised=raised)}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if " " in text.strip() and re.search("[a-z]{2}", text):
            yield text


def _passed(node, *, raised):
    body = getattr(node, "body", None)
    for one in body if isinstance(body, list) else ():
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
            yield one.value
    named = {one.arg: one.value for one in node.keywords} if isinstance(node, ast.Call) else {}
    if (isinstance(node, ast.Raise) and not raised) or "refused" in named:
        yield from ast.walk(node)
    for name in ("group", "default"):
        yield from ast.walk(named[name]) if name in named else ()
    if isinstance(node, ast.JoinedStr):
        yield from (part for part in ast.walk(node) if part is not node)
    if isinstance(node, ast.Assign) and [getattr(one, "id", "") for one in node.targets] == ["group"]:
        yield from ast.walk(node)


def _template(key):
    return re.sub(r"\{\w+\}", "{}", key).replace("«-»", "«{}»")


def test_every_sentence_of_the_rules_is_in_the_catalogue_and_none_there_is_idle():
    written = {text for name in RULES for text in _sentences(SRC / name)}
    written |= {text for name in DOORS for text in _sentences(SRC / name) if " says {}" in text}
    known = {_template(key) for table in _tables("reasons").values() for key in table}
    assert written - NO_SENTENCES.keys() - known - {key.removesuffix("{}") for key in known} == set()
    words = {node.value for name in RULES for node in ast.walk(ast.parse((SRC / name).read_text(encoding="utf-8")))
             if isinstance(node, ast.Constant)}  # fmt: skip
    assert {key for key in known if key not in written | words and key.removesuffix("{}") not in written} == set()
    assert NO_SENTENCES.keys() - written == set()


def _tables(name):
    return tomllib.loads((Path(room.__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


def test_every_sentence_of_the_door_is_in_the_catalogue_and_none_there_is_idle():
    """But for those that are whole a sentence of another: `{how}` and `{hint}`."""
    others = [one for one in vars(foreign).values() if isinstance(one, foreign.Foreign)]
    reasons = {_template(one.reason) for one in PROBLEMS.values()}
    hints = {_template(one.hint) for one in PROBLEMS.values()} | {one.how for one in others}
    hints |= {text for text in _sentences(SRC / "intake/formats/zipped.py") if text.startswith("Save it")}
    known = {name: {_template(key) for key in table} for name, table in _tables("issues").items()}
    later = _later()
    assert known["reason"] - later == reasons
    assert known["hint"] - later == hints - {"{}"}
    assert {one.what for one in others} | {one.label for one in FORMATS} <= known["what"]
    files = list((SRC / "intake").rglob("*.py"))
    nodes = (node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    door = {node.value for node in nodes if isinstance(node, ast.Constant)}
    said = {text for path in files for text in _sentences(path)}
    assert known["what"] - door - said - later == set()


LATER = (
    "pipeline.py",
    "model/promises.py",
    *(f"reading/opinion/{name}.py" for name in ("accept", "ask", "proposal", "wire")),
)
"""Files that say what went wrong with one document after the door; what they raise becomes an issue, too."""
NO_ISSUES = {
    "{}, unanswered": "a mark of what a document was read with",
    "hudna second opinion": "the name of a thread",
    "Bearer {}": "a header",
    "proposed by a model, found by no rule: {} at {}, prompt {}": "a word on a claim: `hudna explain`",
    "checked: the quote stands in the text letter by letter, actors and places are named there, the figure is one of "
    "the quote's; not checked: kind, roles, when, who says so, modality, background": "the same",
    "not accepted: {}": "the same",
}
NO_WORDS = re.compile(
    r"Gate \| None|JSON-LD \w+|part \{\}|meta \{\}|hudna \w+ \{\}|\w+ \{\}|\w+ \{\} (fast|email|zlib|zipfile)"
    r"|Python \{\} email, \{\}|resiliparse .*|pypdf .*|lxml .*|aside, nav, footer|h1 a\[href\].*|\[itemprop.*|\(\?:.*"
)
"""Names of tools and of fields, addresses inside pages, patterns: nothing of the door that is a sentence."""


def _later():
    found = {text for name in LATER for text in _sentences(SRC / name, raised=True)}
    lost = (text for text in _sentences(SRC / "ledger/keeping.py", raised=True) if "read" in text and "{}" in text)
    return found | {text for text in lost if text.startswith("{} ")} | {"Run again when nobody is writing to it."}


def test_no_issue_of_a_later_step_is_left_in_english():
    known = {_template(key) for table in _tables("issues").values() for key in table}
    assert _later() - NO_ISSUES.keys() - known == set()
    assert NO_ISSUES.keys() - _later() == set()


REFUSALS = ("paging", "deciding", "connection")
"""Files of the ledger whose refusals a page tells."""


def _refusals():
    """What they say, but hints that name commands or options, which pages leave out."""
    said = {text for name in REFUSALS for text in _sentences(SRC / f"ledger/{name}.py", raised=True)}
    said |= {text for text in _sentences(SRC / "publish/web/app.py", raised=True) if text.startswith("this page")}
    sql = re.compile(r"SELECT|DELETE|CREATE|INSERT|PRAGMA|folded : |\{\}\?mode")
    return {text for text in said if not re.search("hudna [a-z]|--[a-z]", text) and not sql.match(text)}


def test_every_refusal_of_a_page_is_in_the_catalogue_and_none_there_is_idle():
    known = {_template(key) for key in _tables("issues")["trouble"]}
    whole = re.compile(r" (Say it with --value|Ids?: .*)$")
    right = {whole.sub("", text) for text in _refusals()}
    assert right - known - {_template(key) for key in _tables("issues")["hint"]} == set()
    trees = [ast.parse((SRC / f"ledger/{name}.py").read_text(encoding="utf-8")) for name in REFUSALS]
    single = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert known - right - single == set()


def test_nothing_that_the_door_says_is_left_in_english():
    """But for the names of a file's own making and of libraries, which stand in brackets of their own."""
    tables = [*_tables("issues").values(), *_tables("reasons").values()]
    known = {_template(key) for table in tables for key in table} | {"Its bytes are kept. {instead}"}
    known |= {text.removeprefix("Its bytes are kept. ") for text in known}
    files = [
        path for path in (SRC / "intake").rglob("*.py") if path.parent.name != "copies"
    ]  # their reasons are not shown
    said = {re.sub(r"\{\w+\}", "{}", text) for path in files for text in _sentences(path)}
    left = {text for text in said if not NO_WORDS.fullmatch(text)} - known - {"Its bytes are kept. {}"}
    assert {text for text in left if not text.endswith(" says {}")} == set()


def test_what_the_system_says_most_often_is_told_in_arabic(tell):
    codes = ["EACCES", "EPERM", "ENOENT", "EISDIR", "EIO", "ELOOP", "ENAMETOOLONG", "ENOSPC", "ESTALE", "ETIMEDOUT"]
    said = [os.strerror(getattr(errno, code)) for code in codes]
    assert set(_tables("issues")["system"]) == {*said}
    for one in said:
        assert not re.search("[a-z]", tell(problem("read_failed", "here", why=one).reason).striptags())


@pytest.mark.parametrize(
    ("sentence", "arabic"),
    [
        (
            "a claim (casualties.killed, rule r) was left out: its figure is too large",
            "تُركت إفادة (قتلى، القاعدة r): عددها أكبر مما يجوز",
        ),
        (
            (
                "model:m on «a b»: places «x.y»: in no pack, or not named in the text; "
                "count 3 to 5: no number of the quote says so"
            ),
            "model:m في «a b»: المكان «x.y»: ليس في أي حزمة، أو لم يُذكر في النص؛ العدد 3 to 5: لا يقوله عدد في الألفاظ",
        ),
        (
            "no second opinion: h.example answered with status 503: a <b> c",
            "لا رأي ثانيا: أجاب h.example بالحال 503: a &lt;b&gt; c",
        ),
        ("a proposal of model:m was left out: there is no kind «x»", "تُرك اقتراح من model:m: لا نوع باسم «x»"),
        (
            "the encoding is not declared; read as windows-1256: read so, 99% of its letters beyond ASCII are Arabic",
            "الترميز غير معلن؛ قُرئ على أنه windows-1256: بهذه القراءة 99% من حروفه غير اللاتينية عربية",
        ),
        ("c.eml can no longer be read: Permission denied", "لم تعد قراءة c.eml ممكنة: لا إذن"),
    ],
)
def test_what_stands_in_an_issue_is_told_in_arabic_too(tell, sentence, arabic):
    assert tell(sentence).striptags() == arabic.replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_issue_is_told_in_arabic(tell, code):
    """With whatever stands in it, in brackets of its own where it is a name of a file's own making."""
    row = PROBLEMS[code]
    names = {name for text in (row.reason, row.hint) for _, name, _, _ in Formatter().parse(text) if name}
    numbers = dict.fromkeys(names & {"count", "first", "limit", "offset", "page", "percent", "seen", "size"}, 12)
    words = dict.fromkeys(names, "<b>x</b>") | numbers
    words |= {"reason": "there is no text in it", "how": "Nothing to do.", "hint": "Nothing to do.", "unit": "bytes"}
    made = problem(code, "here", **words)
    for sentence in (made.reason, made.hint):
        told = tell(sentence)
        assert 'lang="en"' not in told, sentence
        assert "<b>" not in told
        assert re.search("[\u0621-\u064a]", told)
        assert tell(sentence, "en").striptags() == escape(sentence).striptags()


def test_every_sentence_has_the_same_values_in_both_languages():
    for one in patterns():
        for said in (one.arabic, one.english):
            assert set(re.findall(r"\{(\w+)\}", said)) == set(re.findall(r"\{(\w+)\}", one.key)), one.key
        assert re.search("[\u0621-\u064a]", one.arabic), one.key
        assert not re.search("[\u0621-\u064a]", one.english), one.key


@pytest.fixture(scope="module")
def tell():
    """The sentence in a language, without markup."""
    packs = load_knowledge(["karabakh"])

    def told(sentence, language="ar", called=str):
        words = Words(language)
        names = Names(packs, words, {}, {})
        return next(Reasons(Telling(words, names, Dating(words)), called)([sentence]))

    return told


@pytest.mark.parametrize(
    ("sentence", "arabic"),
    [
        (
            "c1 with c2: at the same place (sotk), done by AZE, ARM.MOD, told in one text (7 of 4.5 points)",
            (
                "c1 مع c2: في المكان نفسه (سوتك)، الفاعل أذربيجان، وزارة الدفاع الأرمينية، رُويا في نص واحد"
                " (النقاط 7، والمطلوب 4.5)"
            ),
        ),
        (
            "nothing read speaks of it; owed in parallel with NK20.3, which is in_progress",
            "لم يُقرأ شيء عنه؛ وهو واجب بالتوازي مع NK20.3، وحاله: قيد التنفيذ",
        ),
        (
            "the wording decides: «by»: planned (announced); «before»: overdue (not said to be done by 2020-11-19)",
            (
                "الصيغة تحسم: «في موعد أقصاه»: معلن عنه (معلن عنه)؛ «قبل»: متأخر"
                " (لا يُقال إنه تم حتى 19 نوفمبر/تشرين الثاني 2020)"
            ),
        ),
        ("done on 2020-11-20, after the last day that «before» allows (2020-11-19)",
         "تم في 20 نوفمبر/تشرين الثاني 2020، بعد آخر يوم تسمح به صيغة «قبل» (19 نوفمبر/تشرين الثاني 2020)"),
        ("done on 2020-11-19, by the last day that «-» allows (2020-11-20)",
         "تم في 19 نوفمبر/تشرين الثاني 2020، ضمن الموعد (20 نوفمبر/تشرين الثاني 2020)"),
        ("the assessors differ (ARM: overdue; source:interfax: met_on_time)",
         "تختلف جهات التقييم (أرمينيا: متأخر؛ إنترفاكس: نُفّذ في موعده)"),
        ("no rule decides between 32 (ARM.GOV), about 100 (AZE)",
         "لا قاعدة تحسم بين: 32 (الحكومة الأرمينية)، نحو 100 (أذربيجان)"),
        ("c1: places is goris, as N. Haddad corrected it on 2024-05-01 (as the text says, twice)",
         "c1: المكان هو goris، كما صححه N. Haddad في 1 مايو/أيار 2024 (as the text says, twice)"),
        ("«أمس» stands in a sentence that speaks of «حرب» (2020-09-27 to 2020-11-10), with its figures 12, 30",
         "ترد «أمس» في جملة تتحدث عن «حرب» (من 27 سبتمبر/أيلول 2020 إلى 10 نوفمبر/تشرين الثاني 2020)، بأرقامه 12, 30"),
        ("against it: «اليوم الاثنين»: it was written on a Monday", "يعارضه: «اليوم الاثنين»: كُتب يوم اثنين"),
        ("the evidence for 2020-11-10 is too light (3.2 less 1.0 against it, needed 4)",
         "الأدلة على 10 نوفمبر/تشرين الثاني 2020 أخف مما يلزم (3.2 ناقصا 1.0 مما يعارضه، والمطلوب 4)"),
    ],
)  # fmt: skip
def test_values_are_named_as_everywhere_else(tell, sentence, arabic):
    assert tell(sentence).striptags() == arabic


def test_claims_are_called_by_their_numbers(tell):
    told = tell("c1 with c2: set together from the start", called={"c1": "[1.1]", "c2": "[1.2]"}.get)
    assert told.striptags() == "[1.1] مع [1.2]: وُضعا معا من البداية"


@pytest.mark.parametrize("bound", sorted(BOUNDS))
def test_every_bound_of_a_figure_is_read(tell, bound):
    words = Words("ar")
    for low, high in ((32, 32), (1_200, 1_200), (50, 60)):
        count = Count("killed", low, high, bound, "person")
        assert tell(f"all figures say {says(count)}").endswith(figure_words(count, words)), says(count)


@pytest.mark.parametrize("sentence", ["a sentence of tomorrow's rule", "c1 with c2: <b>of tomorrow</b>", "; owed "])
def test_a_sentence_that_is_not_there_is_told_in_english(tell, sentence):
    told = tell(sentence)
    assert told.startswith('<bdi lang="en" dir="ltr">')
    assert "<b>" not in told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("set together from the start", "set together from the start"),
        ("at the same place (sotk), done by AZE (7 of 4.5 points)",
         "at the same place (Sotk), done by Azerbaijan (7 of 4.5 points)"),
        ("nothing read speaks of it; owed after NK20.3, which is in_progress",
         "nothing read speaks of it; owed after NK20.3, which is in progress"),
        ("done on 2020-11-19 to 2020-11-20, after the last day that «-» allows (2020-11-15)",
         "done on 19–20 November 2020, after the day when it was due (15 November 2020)"),
    ],
)  # fmt: skip
def test_an_english_report_names_the_codes_of_a_sentence(tell, sentence, told):
    assert tell(sentence, "en").striptags() == told


@pytest.mark.parametrize(
    "sentence",
    [
        "c1 with c2: " + "between the same sides (A), " * 60 + "and more (1 of 2 points)",
        "the losses of it: " * 40 + "told in one text" + " (1 of 2 points)" * 39,
        "; owed " * 500,
        "told for 2020-13-45",
        "told for 0000",
        "it was read on 2020-11-10T99:99",
        "done on 2020-11 to 2020-12, after the last day that «-» allows (2020-11-01)",
        "done on 2020-11-31 to 2020-12-01, after the last day that «-» allows (2020-11-01)",
        "it speaks of «x» (yesterday)",
        "it speaks of «x» (2020-13-01 to 2020-14-01)",
        "all figures say ,,",
        "c1: line is x, as N. corrected it on 2020-01-01 (y)",
        "told in one text, " * 2_000 + "(1 of 2 points)",
    ],
)
def test_a_sentence_that_means_harm_is_told_as_it_is(tell, sentence):
    assert tell(sentence).striptags() == " ".join(sentence.split())


def test_what_people_wrote_is_escaped(tell):
    told = tell("signed by <script> on 2024-05-01: ruled_violation (<img src=x>)")
    assert "حُكم بأنه خرق" in told
    assert "<script>" not in told
    assert "<img" not in told


def test_an_arabic_report_of_the_sample_has_no_reason_in_english(street):
    desk = street.desk("ar")
    tell = Reasons(desk.telling)
    said = [*(why for event in desk.material.shown for why in (*event.why, *event.warnings))]
    said += [why for finding in desk.material.findings for why in finding.why]
    said += [why for document in desk.material.documents.values() for why in document.published.why]
    assert len(said) > 150
    assert [one for one, told in zip(said, tell(said), strict=True) if 'lang="en"' in told] == []
