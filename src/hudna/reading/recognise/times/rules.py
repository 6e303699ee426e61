"""The catalogue of what is read as a time: every rule with examples that it reads and examples that it leaves alone.

The examples stand on Wednesday 14 October 2020 and run as tests. `reads` is «words → from..to», or `…s` for a length.
"""

from hudna.model import Example, Rule

EXAMPLE_DAY = "2020-10-14"


def _rule(name: str, reason: str, reads: dict[str, str], *ignores: str) -> Rule:
    examples = tuple(Example(text=text, reads=value) for text, value in reads.items())
    return Rule(name=name, reason=reason, reads=examples, ignores=ignores)


RULES: tuple[Rule, ...] = (
    _rule(
        "day and month",
        "A number or an ordinal before a month name; a month may be named twice in two systems.",
        {
            "سقطت قذائف في 5 تموز": "5 تموز → 2020-07-05..2020-07-05",
            "وقع الهجوم في الحادي عشر من نيسان/أبريل": "الحادي عشر من نيسان/أبريل → 2020-04-11..2020-04-11",
            "مهرجان فبراير 20": "فبراير 20 → 2020-02-20..2020-02-20",
        },
        "وصل في يناير 15 شخصا إلى المعبر",
        "اعتصموا في ميدان 25 يناير",
        "ثلاثة مارسوا الضغط",
    ),
    _rule(
        "day and month and year",
        "The year follows, with or without «عام», also in words.",
        {
            "وقع في 9 تشرين الثاني/نوفمبر 2019": "9 تشرين الثاني/نوفمبر 2019 → 2019-11-09..2019-11-09",
            "في الثاني من أيار من عام 2018": "الثاني من أيار من عام 2018 → 2018-05-02..2018-05-02",
        },
        "في 9 تشرين الثاني قتل 2000",
    ),
    _rule(
        "numeric date",
        "Day first, as Arabic writes, unless it cannot be; two numbers alone need a word that asks for a date.",
        {
            "حرر بتاريخ 03/02/2019": "03/02/2019 → 2019-02-03..2019-02-03",
            "نشر 2019-12-31": "2019-12-31 → 2019-12-31..2019-12-31",
        },
        "ثلثا السكان أي 2/3 منهم",
        "انتهت المباراة 3-2",
        "الإصدار 3.2.1 من البرنامج",
    ),
    _rule(
        "numeric month and year",
        "«11/2019».",
        {"عدد 11/2019 من المجلة": "11/2019 → 2019-11-01..2019-11-30"},
        "القرار 13/2019",
    ),
    _rule(
        "month",
        "A month name alone; everyday words («مارس», «آب») need «في», «شهر», a year or a second name.",
        {
            "بدأت الحملة في آذار": "آذار → 2020-03-01..2020-03-31",
            "منعت الزيارات شهر آب": "شهر آب → 2020-08-01..2020-08-31",
        },
        "مارس الضغط على الطرفين",
        "أب لثلاثة أطفال",
        "حركة أيلول",
    ),
    _rule(
        "day of a month",
        "A day of a month that is told from elsewhere.",
        {"اجتمعوا في 21 من الشهر الجاري": "21 من الشهر الجاري → 2020-10-21..2020-10-21"},
        "21 من سكان الشهر",
    ),
    _rule(
        "year",
        "«عام 2019», and a bare year where a preposition or a war, an election, a treaty calls for it.",
        {"غادر عام 2015": "عام 2015 → 2015-01-01..2015-12-31", "هدنة 2016 انهارت": "2016 → 2016-01-01..2016-12-31"},
        "أكثر من 2000 مدني",
        "الأمين العام 2",
        "رقم الهاتف 2015",
    ),
    _rule(
        "weekday",
        "In a report the nearest one past, today included; after a word of the future the next one.",
        {
            "وصل الوفد الاثنين": "الاثنين → 2020-10-12..2020-10-12",
            "سيصل الوفد الاثنين": "الاثنين → 2020-10-19..2020-10-19",
        },
        "أحد الجنود",
        "الحوار بين الاثنين صعب",
        "عبد الأحد",
    ),
    _rule(
        "weekday and direction",
        "«الماضي» is strictly before the document's day, «المقبل» strictly after.",
        {
            "قتل الأربعاء الماضي": "الأربعاء الماضي → 2020-10-07..2020-10-07",
            "يبدأ الجمعة المقبل": "الجمعة المقبل → 2020-10-16..2020-10-16",
        },
        "الجمعة في الماضي البعيد",
    ),
    _rule(
        "weekday of a week",
        "A week runs Sunday to Saturday.",
        {"اجتمعوا الأحد من الأسبوع الماضي": "الأحد من الأسبوع الماضي → 2020-10-04..2020-10-04"},
        "الأحد يوم عطلة",
    ),
    _rule(
        "weekday by number",
        "«أول جمعة من تموز».",
        {"خرجوا في آخر جمعة من أيلول": "آخر جمعة من أيلول → 2020-09-25..2020-09-25"},
        "أول جمعة بعد الحرب",
    ),
    _rule(
        "counted day",
        "«اليوم», «أمس», «غدا» and their like, with the weekday that stands beside them.",
        {"وصل أمس الثلاثاء": "أمس الثلاثاء → 2020-10-13..2020-10-13", "يعود بعد غد": "بعد غد → 2020-10-16..2020-10-16"},
        "اليوم الثاني على التوالي",
        "وكالة «روسيا اليوم»",
        "صحيفة المصري اليوم",
    ),
    _rule(
        "counted night",
        "The night before the document's day, tonight.",
        {"سقط صاروخ الليلة الماضية": "الليلة الماضية → 2020-10-13T20:00..2020-10-13T23:59"},
        "ألف ليلة وليلة",
    ),
    _rule(
        "part of a day",
        "«فجر الثلاثاء», «مساء أمس»; «فجر» and «ظهر» without a day are verbs.",
        {"بدأ القصف فجر الثلاثاء": "فجر الثلاثاء → 2020-10-13T03:00..2020-10-13T05:59"},
        "فجر انتحاري نفسه",
        "ظهر المتحدث على الشاشة",
        "أصيب في الظهر",
    ),
    _rule(
        "night between two days",
        "«ليل السبت الأحد» is one night.",
        {"قصفت ليل السبت الأحد": "ليل السبت الأحد → 2020-10-10T20:00..2020-10-11T05:59"},
        "ليل السبت وصباح الأحد",
    ),
    _rule(
        "clock time",
        "With «الساعة», a colon, a part of the day, a half or quarter, or a zone.",
        {
            "عند الساعة الثامنة والنصف مساء": "الساعة الثامنة والنصف مساء → 2020-10-14T20:30..2020-10-14T20:30",
            "في 13:45 بتوقيت غرينتش": "13:45 بتوقيت غرينتش → 2020-10-14T13:45..2020-10-14T13:45",
        },
        "المرة الثامنة والأخيرة",
        "قتل خمسة مساء أمس",
        "في السابعة من عمره",
    ),
    _rule(
        "unit and direction",
        "«الأسبوع الماضي» is the whole week before.",
        {"ارتفعت الأسعار الأسبوع الماضي": "الأسبوع الماضي → 2020-10-04..2020-10-10"},
        "المدير العام السابق",
        "الرأي العام المقبل على الانتخابات",
    ),
    _rule(
        "this unit",
        "«هذا الشهر».",
        {"ينعقد هذا الشهر": "هذا الشهر → 2020-10-01..2020-10-31"},
        "هذا العامل",
    ),
    _rule(
        "same unit",
        "Counted from the time told last.",
        {"في 3 آذار ثم الشهر نفسه": "الشهر نفسه → 2020-03-01..2020-03-31"},
        "الرجل نفسه",
    ),
    _rule(
        "unit by number",
        "Quarters, halves, weeks and days of a period; a week belongs to the period in which it begins.",
        {"في الربع الأول من 2019": "الربع الأول من 2019 → 2019-01-01..2019-03-31"},
        "الربع الأول من المقاعد",
        "اليوم الأول من الهدنة",
    ),
    _rule(
        "late part of",
        "The end of a month is from the 21st, of a year its last third.",
        {"انسحبوا أواخر أيلول": "أواخر أيلول → 2020-09-21..2020-09-30"},
        "أواخر المقاتلين",
    ),
    _rule(
        "early part of",
        "The beginning of a month is its first ten days, of a decade its years 0 to 3.",
        {"في أوائل الستينيات": "أوائل الستينيات → 1960-01-01..1963-12-31"},
        "بداية الأزمة",
    ),
    _rule(
        "middle part of", "The second ten days.", {"في منتصف آب": "منتصف آب → 2020-08-11..2020-08-20"}, "منتصف الطريق"
    ),
    _rule(
        "so long ago",
        "«قبل يومين» is a day, «قبل أيام» only an end.",
        {"اعتقل قبل يومين": "قبل يومين → 2020-10-12..2020-10-12", "اعتقل قبل أيام": "قبل أيام → ..2020-10-14"},
        "قبل الحرب",
        "يوما بعد يوم",
    ),
    _rule(
        "since so long",
        "«منذ ثلاثة أيام» is a point, «منذ أشهر» has no start that could be told.",
        {"مفقود منذ ثلاثة أيام": "منذ ثلاثة أيام → 2020-10-11..2020-10-11"},
        "منذ الحرب",
    ),
    _rule(
        "so long after",
        "Counted from the day told before it, or from the document's day after a word of the future.",
        {
            "انسحبوا في 3 آذار وعادوا بعد يومين": "بعد يومين → 2020-03-05..2020-03-05",
            "سيعودون بعد أسبوع": "بعد أسبوع → 2020-10-21..2020-10-21",
        },
        "بعد الاجتماع",
    ),
    _rule(
        "a happening",
        "Counted from something whose date only the reader knows: found, not resolved.",
        {"انهارت الهدنة بعد ساعات من توقيعها": "بعد ساعات → .."},
        "بعد ساعات",
    ),
    _rule(
        "so long before or after that",
        "«بعد ذلك بيومين».",
        {"في 3 آذار وبعد ذلك بأسبوع": "وبعد ذلك بأسبوع → 2020-03-10..2020-03-10"},
        "بعد ذلك بقليل",
    ),
    _rule(
        "last or next units",
        "«الأيام الثلاثة الماضية» end the day before; «الأيام الماضية» have no start that could be told.",
        {"خلال الأيام الخمسة الماضية": "الأيام الخمسة الماضية → 2020-10-09..2020-10-13"},
        "الأيام الجميلة",
    ),
    _rule(
        "within so long",
        "Ahead after a word of the future, else a length.",
        {"سيغادرون خلال يومين": "خلال يومين → 2020-10-14..2020-10-16", "ثاني هجوم خلال يومين": "خلال يومين → 172800s"},
        "خلال المؤتمر",
    ),
    _rule(
        "duration",
        "A month counts 30 days, a year 365; ages are no durations.",
        {"استمر القصف ساعتين": "ساعتين → 7200s", "على مدى 6 أسابيع": "على مدى 6 أسابيع → 3628800s"},
        "يبلغ من العمر 20 عاما",
        "مرة ثانية",
        "أحمد (35 عاما)",
    ),
    _rule(
        "range",
        "Both ends belong to it; what only one end says holds for both.",
        {
            "بين 3 و12 أيلول": "بين 3 و12 أيلول → 2020-09-03..2020-09-12",
            "من عام 1992 إلى 1995": "من عام 1992 إلى 1995 → 1992-01-01..1995-12-31",
            "يومي الأحد والاثنين": "يومي الأحد والاثنين → 2020-10-11..2020-10-12",
        },
        "بين 3 و12 قتيلا",
        "من 20 إلى 30 مقاتلا",
    ),
    _rule(
        "since",
        "Open towards now.",
        {"منذ نهاية تموز الماضي": "منذ نهاية تموز الماضي → 2020-07-21.."},
        "منذ انتهاء الحرب",
    ),
    _rule("until", "Open towards before.", {"حتى 20 تموز": "حتى 20 تموز → ..2020-07-20"}, "حتى الرئيس"),
    _rule("before", "Ends the day before.", {"قبل 20 تموز": "قبل 20 تموز → ..2020-07-19"}, "قبل الرئيس"),
    _rule("after", "Begins the day after.", {"بعد 20 تموز": "بعد 20 تموز → 2020-07-21.."}, "بعد الرئيس"),
    _rule(
        "season",
        "Autumn is September to November.",
        {"في خريف 2019": "خريف 2019 → 2019-09-01..2019-11-30"},
        "الربيع العربي",
        "ربيع المدينة",
    ),
    _rule(
        "decade",
        "From year 0 to year 9.",
        {
            "خلال السبعينيات": "السبعينيات → 1970-01-01..1979-12-31",
            "تسعينيات القرن الماضي": "تسعينيات القرن الماضي → 1990-01-01..1999-12-31",
        },
        "رجل في الستينيات من عمره",
    ),
    _rule(
        "century",
        "From year 00 to year 99.",
        {"في القرن التاسع عشر": "القرن التاسع عشر → 1800-01-01..1899-12-31"},
        "القرن الأفريقي",
    ),
    _rule(
        "holiday",
        "By a table of rules; Hijri holidays by Umm al-Qura.",
        {"في عيد الفطر الماضي": "عيد الفطر الماضي → 2020-05-24..2020-05-26"},
        "عيد ميلاده",
        "أداء مناسك الحج",
    ),
    _rule(
        "weekend",
        "Friday and Saturday, the end of a week from Sunday.",
        {"تظاهروا نهاية الأسبوع الماضي": "نهاية الأسبوع الماضي → 2020-10-09..2020-10-10"},
        "نهاية الأسبوعية",
    ),
    _rule(
        "rest of a unit",
        "From now to its end.",
        {"بقية هذا الشهر": "بقية هذا الشهر → 2020-10-14..2020-10-31"},
        "بقية السكان",
    ),
    _rule("now", "The document's day.", {"يقيمون حاليا في المخيم": "حاليا → 2020-10-14..2020-10-14"}, "الحالي"),
)
"""All rules of time, by their names as they stand in a find's `rule`."""
