"""Texts of our own, and a shelf in memory."""

import pytest

from hudna.intake.copies import Finder, MemoryShelf
from hudna.model import Document, Furniture, Published

WIRE = (
    "أفادت مصادر محلية بأن قافلة من عشر شاحنات محملة بالدقيق والأدوية دخلت المدينة المحاصرة صباح الخميس عبر الطريق "
    "الجبلي الوحيد، بعد انتظار دام ثلاثة أيام عند نقطة تفتيش، ورافقها مراقبون دوليون حتى مخازن البلدية."
)
OTHER = (
    "في شأن آخر عقد مجلس الوزراء جلسته الأسبوعية وبحث مشروع الموازنة وخطة إصلاح شبكة الكهرباء في الأقاليم الشمالية، "
    "وقرر تأجيل البت في رواتب المتقاعدين إلى الشهر المقبل لعدم اكتمال الدراسات المالية التي طلبها النواب."
)
THIRD = (
    "أعلن اتحاد كرة القدم تأجيل مباراة القمة بسبب سوء أحوال الطقس، وقال المتحدث باسمه إن التذاكر المبيعة تبقى صالحة، "
    "وإن موعدا جديدا سيحدد بعد التشاور مع الناديين والشرطة والجهة الناقلة للبطولة خلال الأسبوع."
)


@pytest.fixture
def made():
    """A document of a text."""

    def make(key, text, *, source=None, published=None, furniture=()):
        spans = tuple(Furniture(text.index(words), text.index(words) + len(words), "menu", "") for words in furniture)
        return Document(
            id=key,
            text=text,
            text_sha256="",
            bytes_sha256="",
            source=source,
            published=Published(published, published, "given") if published else Published(),
            furniture=spans,
        )

    return make


@pytest.fixture
def placed():
    """What is found of documents that come in this order, by pair, and the groups."""

    def run(*documents):
        shelf = MemoryShelf()
        finder = Finder(shelf)
        found = {}
        for document in documents:
            shelf.keep(document)
            found.update({(one.doc, one.other): one for one in finder.place(document).copied})
        return found, {document.id: shelf.group(document.id) for document in documents}

    return run


@pytest.fixture
def texts():
    return {"wire": WIRE, "other": OTHER, "third": THIRD}
