"""The catalogue of what is read as a place: every rule with examples that it reads and examples that it leaves alone.

The examples run as tests against the world and Karabakh packs. `reads` is «words → code», with `/within` where the name
is only part of something, and `None` for a place that no pack knows.
"""

from hudna.model import Example, Rule


def _rule(name: str, reason: str, reads: dict[str, str], *ignores: str) -> Rule:
    examples = tuple(Example(text=text, reads=value) for text, value in reads.items())
    return Rule(name=name, reason=reason, reads=examples, ignores=ignores)


RULES: tuple[Rule, ...] = (
    _rule(
        "name of the gazetteer",
        "A name or a variant of the packs, small words written onto it, in one word or two. A name that is an ordinary"
        " word too needs its cue near. What it is only part of is said: force, actor, document, anchor of direction.",
        {
            "وقع انفجار في سوتك": "سوتك → sotk",
            "تحدثت عن هجوم بلاتشين": "بلاتشين → lachin",
            "نزحوا من قرةباغ": "قرةباغ → karabakh",
            "قصف في ناغورني قرةباخ": "ناغورني قرةباخ → karabakh",
            "تقدم جيش قره باغ": "قره باغ → karabakh/force",
            "وافقت سلطات “قره باغ” على ذلك": "قره باغ → karabakh/actor",
            "بموجب اتفاق ستوكهولم": "ستوكهولم → stockholm/document",
            "دخلوا لاتشين غرب قره باغ": "قره باغ → karabakh/direction",
            "وصل الوفد إلى باكو": "باكو → baku",
            "قالت باكو إنها صدت الهجوم": "باكو → baku/actor",
            "فرضت عقوبات على موسكو": "موسكو → moscow/actor",
            "شنت غارة على دمشق": "دمشق → damascus",
            "سقط صاروخ في حجة شمالي اليمن": "حجة → hajjah",
            "عاد إلى مسقط بعد المحادثات": "مسقط → muscat",
        },
        "وصل إلى مسقط رأسه",
        "قال إن حجة الخصم ضعيفة",
        "بلغ المأرب بعد جهد",
        "بعد صلاة المغرب",
        "ذهب كل شيء في مسقط رأسه",
    ),
    _rule(
        "name after its sort",
        "A word that says what sort of place follows belongs to the name; after a plural or a dual comes a list.",
        {
            "عقد الاجتماع في مدينة يفلاخ": "مدينة يفلاخ → yevlakh",
            "في إقليم “قره باغ”": "إقليم “قره باغ” → karabakh",
            "في منطقة اقليم كاراباخ": "منطقة اقليم كاراباخ → karabakh",
            "قصف بلدات غوريس وسوتك وجيرموك": "وجيرموك → jermuk",
            "أغلق ممر “لاتشين”": "ممر “لاتشين” → lachin_corridor",
            "في تبليسي عاصمة جورجيا": "عاصمة جورجيا → tbilisi",
        },
        "دعا إلى مقاطعة أذربيجان",
        "تشهد المدينة هدوءا",
    ),
    _rule(
        "capital of a nationality",
        "«العاصمة السورية» is Damascus, whether the name follows or not.",
        {
            "دخلت القوات العاصمة السورية": "العاصمة السورية → damascus",
            "في العاصمة الأذرية باكو": "العاصمة الأذرية باكو → baku",
        },
        "في العاصمة الاقتصادية",
    ),
    _rule(
        "misprint of a name",
        "Right after a word that says the sort, a long word that differs in dots alone; for capitals in one letter.",
        {
            "خرجت مظاهرات في العاصمة بيروث": "العاصمة بيروث → beirut",
            "في مدينة ستيباتاكيرت": "مدينة ستيباتاكيرت → stepanakert",
        },
        "تحدث بيروث أمس",
        "في منطقة نائية",
    ),
    _rule(
        "unknown place",
        "«قرية», «بلدة», «حي» and others announce a name even when no pack knows it: it is kept without a code.",
        {
            "سقطت قذيفة على قرية تل الزهور": "قرية تل الزهور → None",
            "في بلدة “الرمانة” قرب الحدود": "بلدة “الرمانة” → None",
        },
        "في قرية حدودية",
        "دخلت كل قرية تسيطر عليها",
        "من معبر تجاري مهم",
        "آخر محافظة تستعيدها القوات",
        "في قرية أرمينية",
        "قاطعوا المنتجات في مقاطعة المنتجات",
    ),
    _rule(
        "reference back",
        "A definite word of a sort alone means the last place of that sort; «الجيب الانفصالي» the last region.",
        {
            "اندلع القتال في قره باغ. ثم هدأ الإقليم": "الإقليم → karabakh",
            "قصفت شوشا ثم خلت المدينة من أهلها": "المدينة → shusha",
            "هاجمت كاراباخ ثم حاصرت الجيب الانفصالي": "الجيب الانفصالي → karabakh",
        },
        "نزح سكان الإقليم",
        "توتر الشرق الأوسط كله والمنطقة",
    ),
    _rule(
        "border with its countries",
        "A border is the place between two countries that are named after it, or one named and one spoken of.",
        {
            "توتر على الحدود بين أرمينيا وأذربيجان": "الحدود بين أرمينيا وأذربيجان → arm_aze_border",
            "على الحدود السورية التركية": "الحدود السورية التركية → syr_tur_border",
            "قالت أرمينيا إن حدودها مع أذربيجان هادئة": "حدودها مع أذربيجان → arm_aze_border",
        },
        "على الحدود بين بيرو والصين",
    ),
    _rule(
        "border of the two spoken of",
        "«الحدود بين البلدين», «الحدود», «اشتباكات حدودية» after two countries with a border; parties first.",
        {
            "اتهمت أرمينيا أذربيجان بقصف قرى على الحدود بين البلدين": "الحدود بين البلدين → arm_aze_border",
            "تبادلت أرمينيا وأذربيجان النار على الحدود": "الحدود → arm_aze_border",
            "بين الهند وباكستان اشتباكات حدودية": "اشتباكات حدودية → ind_pak_border",
        },
        "خارج كل الحدود",
    ),
)
