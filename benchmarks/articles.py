"""Articles to measure with: our own sentences filled from our own packs, and filler words with a long tail.

Real newspapers use a few thousand words again and again and thousands more only once, and how fast a reader is depends
on how many words it meets for the first time. So a share of the filler words is drawn from thirty thousand made-up ones
whose frequencies fall as Zipf's law says. Everything follows from the seed: the same call gives the same texts.
"""

import itertools
import random
from collections.abc import Iterator, Sequence

from hudna.knowledge import Knowledge

WORDS = 400
"""Of one article, as the figures to reach say."""
EVENTS = 0.55
"""About as in articles of a theatre."""

_EVENTS = (
    "{said} {ministry} في بيان، {day}، إن {count} {soldiers} قُتلوا وأصيب آخرون في قصف مدفعي شنته {army} على {place}",
    "{said} {ministry} أن {army} قصفت {place} و{place}، ما أسفر عن مقتل {count} {civilians} وإصابة نحو {big} بجروح",
    "ونفت {country} أن تكون قواتها قد خرقت وقف إطلاق النار في {place}، متهمة {country} باستهداف مواقع مدنية",
    "{said} {person} خلال مؤتمر صحفي إن المحادثات مع {country} ستستأنف {later} في {place} بحضور {person}",
    "وأسفرت الاشتباكات التي اندلعت {day} قرب {place} عن سقوط ما لا يقل عن {count} قتيلا من {army} وعشرات الجرحى",
    "ودعا {person} الجانبين إلى وقف فوري لإطلاق النار واستئناف المفاوضات بوساطة {country}",
    "وسيطرت {army} على قرى في محيط {place}، بحسب ما أفاد به {source}، فيما نفى {person} ذلك",
    "وأضاف البيان أن {army} أسقطت طائرات مسيّرة فوق {place} قبل الساعة {clock}",
    "وتبادلت {country} و{country} أسرى الحرب عند معبر {place} بحضور ممثلين عن {country}",
    "وكانت {country} قد أعلنت في {date} هدنة إنسانية لم تصمد أكثر من {count} ساعات",
    "وأجلت فرق الإسعاف {big} مدنيا من {place}، فيما لا يزال كثيرون في عداد المفقودين",
    "وقال {source} إن قافلة مساعدات من {country} وصلت إلى {place} رغم معارضة {ministry}",
    "واتهم {person} قوات {country} بانتهاك الاتفاق الذي رعته {country}، ورفض {person} هذه الاتهامات",
)
_PLAIN = (
    "ويرى مراقبون أن {filler} {filler} {filler} لن تتغير قبل {filler} {filler}، خصوصا مع {filler} في {country}",
    "وتشهد {place} منذ سنوات {filler} {filler} متواصلة، كما أن {filler} {filler} {filler} ما زالت {filler}",
    "ومن جهته تحدث {person} عن {filler} {filler} و{filler}، مشيرا إلى {filler} {filler} التي {filler} {country}",
    "وجاء في {filler} {filler} أن {filler} {filler} {filler} بلغت {percent} في المئة من {filler} {filler} هذا العام",
    "ولم يتضح بعد ما إذا كانت {filler} {filler} ستؤثر في {filler} {filler}، لكن {filler} {filler} {filler} مستمرة",
    "وفي {filler} {filler} {filler}، بقيت {country} على {filler} {filler} رغم {filler} {filler} و{filler}",
)
_SAID = ("وقالت", "وأعلنت", "وأكدت", "وذكرت", "وأوضحت", "وأضافت")
_MINISTRIES = ("وزارة الدفاع", "وزارة الخارجية", "وزارة الداخلية", "رئاسة الأركان")
_SOLDIERS = ("جنود", "عسكريين", "من جنودها", "مقاتلين")
_CIVILIANS = ("مدنيين", "أشخاص", "من السكان", "أطفال")
_DAYS = ("أمس", "اليوم", "مساء أمس", "صباح الثلاثاء", "الأربعاء الماضي", "فجر الجمعة", "أول من أمس", "ليل الأحد")
_LATER = ("غدا", "الأسبوع المقبل", "بعد يومين", "الخميس المقبل", "في وقت لاحق")
_SOURCES = ("مصدر عسكري", "مراسلنا", "شهود عيان", "مسؤول محلي", "ناشطون", "مصادر طبية")
_MONTHS = ("سبتمبر", "أكتوبر", "تشرين الثاني", "نوفمبر/تشرين الثاني", "أيلول/سبتمبر", "آذار", "يونيو")
_LETTERS = "بتجحدرزسشصضطعغفقكلمنهوي"
_SHAPES = ("{0}{1}ا{2}", "م{0}{1}و{2}", "ت{0}{1}ي{2}", "ا{0}ت{1}ا{2}", "{0}ا{1}{2}ة", "{0}{1}{2}ات", "است{0}{1}ا{2}")
_OVERSHOOT = 16
"""Half a paragraph: so much the last one goes beyond."""
_TAIL = 30_000
_ZIPF = 1.07


def articles(
    knowledge: Knowledge, number: int, *, seed: int = 1, words: int = WORDS, events: float = EVENTS
) -> list[str]:
    """Texts of about `words` words each: a headline, paragraphs of one to three sentences, some furniture.

    Args:
        knowledge: The packs, for names.
        number: How many.
        seed: Other seeds give other texts; the filler words are the same for all.
        words: Of each.
        events: Share of sentences that tell of events.
    """
    writer = _Writer(knowledge, random.Random(seed), events)  # noqa: S311 - not for secrets
    return [writer.article(words) for _ in range(number)]


class _Writer:
    def __init__(self, knowledge: Knowledge, chance: random.Random, events: float) -> None:
        self._chance = chance
        self._events = events
        actors = list(knowledge.actors.values())
        countries = [one for one in actors if one.sort == "country"]
        parties = [one for theatre in knowledge.theatres for one in theatre.actors if one.code in theatre.parties]
        self._countries = [one.name_ar for one in [*parties * 40, *countries]]
        self._nations = [one.demonyms[1] for one in [*parties * 40, *countries] if len(one.demonyms) > 1]
        own = {one.code for theatre in knowledge.theatres[1:] for one in theatre.actors}
        people = [one for one in actors if one.sort in {"person", "office"}]
        self._people = [one.name_ar for one in people for _ in range(4 if one.code in own else 1)]
        near = [one for theatre in knowledge.theatres[1:] for one in theatre.places]
        self._places = [one.name_ar.split("/")[0] for one in [*near * 4, *knowledge.places.values()]]
        self._filler, self._weights = _filler(random.Random(0))  # noqa: S311

    def article(self, words: int) -> str:
        lines = [self._sentence(_EVENTS), "شارك", ""]
        count = len(lines[0].split())
        while count < words - _OVERSHOOT:
            paragraph = " ".join(f"{self._sentence(self._sort())}." for _ in range(self._chance.randint(1, 3)))
            lines += [paragraph, ""]
            count += len(paragraph.split())
        return "\n".join([*lines, "اقرأ أيضا"])

    def _sort(self) -> Sequence[str]:
        return _EVENTS if self._chance.random() < self._events else _PLAIN

    def _sentence(self, templates: Sequence[str]) -> str:
        parts = self._chance.choice(templates).split("{")
        return parts[0] + "".join(self._fill(*part.split("}", 1)) for part in parts[1:])

    def _fill(self, slot: str, rest: str) -> str:
        return getattr(self, f"_{slot}_words", lambda: self._listed(slot))() + rest

    def _listed(self, slot: str) -> str:
        lists = {
            "said": _SAID,
            "soldiers": _SOLDIERS,
            "civilians": _CIVILIANS,
            "day": _DAYS,
            "later": _LATER,
            "source": _SOURCES,
            "country": self._countries,
            "person": self._people,
            "place": self._places,
        }
        return self._chance.choice(lists[slot])

    def _ministry_words(self) -> str:
        return f"{self._chance.choice(_MINISTRIES)} {self._nation()}"

    def _army_words(self) -> str:
        return f"القوات {self._nation()}"

    def _nation(self) -> str:
        nation = self._chance.choice(self._nations)
        return nation if nation.startswith("ال") else f"ال{nation}"

    def _count_words(self) -> str:
        return str(self._chance.randint(3, 40)) if self._chance.random() < 0.7 else "خمسة"  # noqa: PLR2004

    def _big_words(self) -> str:
        return self._chance.choice(("120 ألفا", "مئتي", "1,250", "عشرات", "ثلاثة آلاف"))

    def _percent_words(self) -> str:
        return str(self._chance.randint(5, 80))

    def _clock_words(self) -> str:
        return f"{self._chance.randint(1, 12)}:{self._chance.randint(10, 59)}"

    def _date_words(self) -> str:
        return f"{self._chance.randint(1, 28)} {self._chance.choice(_MONTHS)} {self._chance.randint(2018, 2023)}"

    def _filler_words(self) -> str:
        (word,) = self._chance.choices(self._filler, cum_weights=self._weights)
        return word


def _filler(chance: random.Random) -> tuple[list[str], list[float]]:
    """Made-up words, and the sums of their weights."""
    found: dict[str, None] = {}
    for word in _shaped(chance):
        found.setdefault(word)
        if len(found) == _TAIL:
            break
    weights = (1 / rank**_ZIPF for rank in range(1, _TAIL + 1))
    return list(found), list(itertools.accumulate(weights))


def _shaped(chance: random.Random) -> Iterator[str]:
    """Three letters in a shape that Arabic words have, often with the article or «و» written onto it."""
    while True:
        word = chance.choice(_SHAPES).format(*chance.choices(_LETTERS, k=3))
        yield chance.choice(("", "", "ال", "ال", "و", "بال", "لل")) + word
