"""Every rule of one line, with lines that it reads and lines that it leaves."""

import pytest

from hudna.reading.normalise import fold_text
from hudna.reading.split import split_text
from hudna.reading.split.furniture.look import look_at
from hudna.reading.split.furniture.rules import mark_line
from hudna.reading.split.furniture.words import compiled

READS = [
    ("شارك الخبر", "share"),
    ("فيسبوك | تويتر | واتساب 12", "share"),
    ("طباعة", "tools"),
    ("4 دقائق قراءة", "tools"),
    ("الرئيسية / أخبار / هدنة في الوادي", "menu"),
    ("جميع الحقوق محفوظة لموقع السهل 2025", "menu"),
    ("تقدير موقف", "section_label"),
    ("رئيس التحرير: سالم الراوي", "masthead"),
    ("إعلان", "ad"),
    ("اقرأ أيضاً: لجنة المراقبة تزور الوادي", "read_also"),
    ("إقرأ المزيد", "read_also"),
    ("المزيد من سياسة", "read_also"),
    ("الوسوم: هدنة، مراقبة", "tags"),
    ("أخبارالواديالسهلالجبلالنهر", "tags"),
    ("لن يتم نشر عنوان بريدك الإلكتروني.", "comment_form"),
    ("اترك تعليقًا", "comment_form"),
    ("انضموا إلى قناتنا على تلغرام", "subscription"),
    ("نستخدم ملفات تعريف الارتباط لتحسين تجربتك", "cookie_notice"),
    ("مدخل الوادي بعد القصف (الصورة: أرشيف البلدية)", "caption"),
    ("تصوير: سالم الراوي", "caption"),
    ("جسر القرية - صورة أرشيفية", "caption"),
    ("المصدر: وكالات", "source_line"),
    ("(رويترز)", "source_line"),
    ("عدن – متابعات", "source_line"),
    ("كتب: سالم الراوي", "byline"),
    ("(تغطية سالم الراوي – تحرير منى الراوي)", "byline"),
    ("تاريخ النشر: 12/01/2025", "byline"),
    ("الأحد 3 نوفمبر / November 2024", "print_date"),
    ("29 رمضان 1435", "print_date"),
    ("4.14 جنيه مصري", "ticker"),
    ("0 17", "counter"),
    ("Spread the love", "leftover"),
    ("https://example.org/أخبار/هدنة-في-الوادي", "leftover"),
    ("خبر قصير pic.twitter.com/abc — غرفة (@example) May 1, 2023", "embed"),
]

LEAVES = [
    "شارك في الاجتماع ممثلون عن الطرفين",
    "تويتر تعلن حذف حسابات مرتبطة بالمعارك",
    "قراءة في اتفاق الهدنة",
    "رئيس التحرير السابق ينجو من قصف على مكتبه",
    "إعلان هدنة في وادي السدر",
    "المصدر الأمني أكد أن الطريق مفتوحة",
    "كتب الأهالي إلى اللجنة رسالة يطلبون فيها فتح الجسر",
    "الصورة تتضح بعد زيارة المراقبين",
    "في 27 سبتمبر 2020 بدأت المعارك في القرى القريبة من الحدود",
    "هدنة من 48 ساعة في الوادي",
    "بيان (رقم 3) من لجنة الهدنة",
    "تعليق القصف حتى الأحد",
    "أرمينيا وأذربيجان: هدنة جديدة",
    "وقالت وكالة (تاس) إن القصف توقف",
]


def mark_of(line: str):
    text = split_text(fold_text(line))
    return mark_line(text, look_at(text, 0), compiled())


@pytest.mark.parametrize(("line", "sort"), READS, ids=[line for line, _ in READS])
def test_reads(line, sort):
    mark = mark_of(line)
    assert mark is not None
    assert mark.sort == sort
    assert mark.why


@pytest.mark.parametrize("line", LEAVES)
def test_leaves(line):
    assert mark_of(line) is None
