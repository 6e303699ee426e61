"""The catalogue of what is read as an actor: every rule with examples that it reads and examples that it leaves alone.

The examples run as tests against the world and Karabakh packs, as of `EXAMPLE_DAY`. `reads` is «words → code», several
codes joined by `+`, `None` for somebody whom no pack knows.
"""

from hudna.model import Example, Rule

EXAMPLE_DAY = "2022-09-14"


def _rule(name: str, reason: str, reads: dict[str, str], *ignores: str) -> Rule:
    examples = tuple(Example(text=text, reads=value) for text, value in reads.items())
    return Rule(name=name, reason=reason, reads=examples, ignores=ignores)


RULES: tuple[Rule, ...] = (
    _rule(
        "name of the packs",
        "A name of a country, group, body, office or force; a shared one needs a cue. A group's «في X» stays a place.",
        {
            "أطلقت أذربيجان العملية": "أذربيجان → AZE",
            "قالت حركة حماس إنها وافقت": "حركة حماس → PSE.HAMAS",
            "دعا مجلس الأمن الدولي إلى هدنة": "مجلس الأمن الدولي → UN.SC",
            "قصف الجيش الوطني الليبي المطار": "الجيش الوطني الليبي → LBY.LNA",
            "السكان الأرمن في قره باغ": "السكان الأرمن → NKR.CVL",
            "قالت الخارجية الأميركية": "الخارجية الأميركية → USA.STATE",
            "استسلم الانفصاليون الأرمن في قره باغ": "الانفصاليون الأرمن → NKR",
        },
        "حضر مباراة الأمس",
        "في التركيبة السعودية الجديدة",
    ),
    _rule(
        "head with its nationality",
        "An office, a force or people with a nationality that agrees in its article, other adjectives between.",
        {
            "قالت وزارة الدفاع الكينية": "وزارة الدفاع الكينية → KEN.MOD",
            "وتابعت الدفاع الباكستانية": "الدفاع الباكستانية → PAK.MOD",
            "أعلنت القوات المسلحة السودانية الجديدة ذلك": "القوات المسلحة السودانية الجديدة → SDN.MIL",
            "مع قوات أرمينية": "قوات أرمينية → ARM.MIL",
            "نشر قوات كينية لحفظ السلام": "قوات كينية لحفظ السلام → KEN.PKF",
            "قالت الخارجية الهندية": "الخارجية الهندية → IND.MFA",
            "انسحاب القوات الأرمينية والأذربيجانية": "القوات الأرمينية والأذربيجانية → ARM.MIL+AZE.MIL",
            "المقاتلين الأرمن التابعين لإدارة قره باغ": "المقاتلين الأرمن التابعين لإدارة قره باغ → NKR.MIL",
        },
        "رفعوا أعلاما لبنانية",
        "بحركة أميركية سياسية",
        "قوات الأذربيجاني",
    ),
    _rule(
        "people of a force or group",
        "Fighters, experts, positions, spokes offices of a force or group that follows.",
        {
            "فرق من خبراء الجيش الجزائري": "فرق من خبراء الجيش الجزائري → DZA.MIL",
            "عناصر من حركة حماس": "عناصر من حركة حماس → PSE.HAMAS",
        },
        "عناصر الطبيعة",
    ),
    _rule(
        "head with its genitive",
        "An office or force of a country, of a region's actor, of a group, of another force, or at a seat.",
        {
            "تقدم جيش كينيا": "جيش كينيا → KEN.MIL",
            "وافقت سلطات “قره باغ”": "سلطات “قره باغ” → NKR.GOV",
            "أعلنت وزارة الدفاع في نيروبي": "وزارة الدفاع في نيروبي → KEN.MOD",
            "حكومة بكين": "حكومة بكين → CHN.GOV",
            "وزيرا دفاع كينيا ورواندا": "وزيرا دفاع كينيا ورواندا → KEN.MOD+RWA.MOD",
            "حكومة الرئيس محمود عباس": "حكومة الرئيس محمود عباس → PSE.GOV",
            "اجتماع مع ممثلين عن إقليم “قره باغ”": "ممثلين عن إقليم “قره باغ” → NKR.GOV",
        },
        "رئيس بلدة قانا",
        "حكومة رشيدة",
    ),
    _rule(
        "name of a person",
        "A person of the packs by name alone, in the office held on the document's day; without one, COUNTRY.person.",
        {
            "وقال “باشينيان” إن الاتفاق قريب": "باشينيان → ARM.PM.pashinyan",
            "اتصل بلينكن بنظيره": "بلينكن → USA.STATE.blinken",
            "صرح أوباما بذلك": "أوباما → USA.obama",
        },
        "بشكل سريع جدا",
        "قال رياض المالكي",
    ),
    _rule(
        "office with its holder",
        "An office takes the person of the packs who is named right after it, past a comma or a title.",
        {
            "وزير الخارجية الأميركي، أنتوني بلينكن، قال": "وزير الخارجية الأميركي، أنتوني بلينكن → USA.STATE.blinken",
            "أعلن المتحدث باسم الكرملين دميتري بيسكوف": "المتحدث باسم الكرملين دميتري بيسكوف → RUS.PRES.peskov",
            "بمشاركة الرئيس فلاديمير بوتين": "الرئيس فلاديمير بوتين → RUS.PRES.putin",
            "الرئيس الأميركي السابق دونالد ترامب": "الرئيس الأميركي السابق دونالد ترامب → USA.trump",
            "المبعوث الأممي إلى اليمن هانس غروندبرغ": "المبعوث الأممي إلى اليمن هانس غروندبرغ → UN.ENVOY.grundberg",
        },
        "أبلغ الرئيس الروسي ماكرون بذلك",
    ),
    _rule(
        "office with an unknown holder",
        "A first name and what follows it belong to the office when no pack knows the person; the office is the code.",
        {"قال وزير الدفاع الباكستاني أحمد رضا": "وزير الدفاع الباكستاني أحمد رضا → PAK.MOD"},
        "قال وزير الدفاع الباكستاني خلال مؤتمر",
        "كتب رئيس الوزراء على منصة",
    ),
    _rule(
        "spokesman of an actor",
        "«المتحدث باسم», «نائب», «مستشار» and others speak for the actor that follows.",
        {
            "قال متحدث باسم طالبان": "متحدث باسم طالبان → AFG.TALIBAN",
            "أكد نائب وزير الدفاع الروسي": "نائب وزير الدفاع الروسي → RUS.MOD",
            "أعلن المتحدث العسكري الإسرائيلي": "المتحدث العسكري الإسرائيلي → ISR.MIL",
        },
        "النائب في البرلمان",
        "مساعدة إسرائيل",
    ),
    _rule(
        "capital as its government",
        "A capital that no preposition of place governs is its government; `territory` keeps the place.",
        {"ورفضت يريفان العرض": "يريفان → ARM.GOV", "باكو تتهم يريفان": "باكو → AZE.GOV"},
        "وصل إلى باكو",
        "في مدينة باكو",
        "زار الوزير دمشق",
    ),
    _rule(
        "name of a source",
        "An agency or outlet with its noun, nationality and «للأنباء»; a name that is an ordinary word needs the noun.",
        {
            "ذكرت وكالة “إنترفاكس” الروسية للأنباء": "وكالة “إنترفاكس” الروسية للأنباء → interfax",
            "قال لرويترز": "لرويترز → reuters",
            "كتبت على فيسبوك": "فيسبوك → facebook",
            "نقلت قناة الجزيرة": "قناة الجزيرة → aljazeera",
        },
        "وصلوا إلى الجزيرة",
    ),
    _rule(
        "unnamed source",
        "«مصدر», «مصادر» and witnesses with their sort; a noun after them makes sources of something else.",
        {
            "وفق مصدر طبي": "مصدر طبي → SOURCE.MEDICAL",
            "قالت مصادر أمنية عراقية رفيعة": "مصادر أمنية عراقية رفيعة → SOURCE.SECURITY",
            "أفاد شهود عيان": "شهود عيان → SOURCE.WITNESS",
            "بحسب وسائل الإعلام": "وسائل الإعلام → SOURCE.PRESS",
            "قال مصدر في الشرطة": "مصدر → SOURCE.SECURITY",
        },
        "تلوث مصادر المياه",
        "المصدر: وكالات",
    ),
    _rule(
        "unnamed official",
        "An official of a nation speaks for its government, a military one for its army; else he is an unnamed source.",
        {
            "قال مسؤول أميركي كبير": "مسؤول أميركي كبير → USA.GOV",
            "أكد مسؤول عسكري إسرائيلي": "مسؤول عسكري إسرائيلي → ISR.MIL",
            "قال مسؤولون محليون": "مسؤولون محليون → SOURCE.LOCAL",
        },
        "مسؤول الإعلام",
    ),
    _rule(
        "source inside a body",
        "A source in a body that has a nation is that body's.",
        {"نقل عن مصدر في وزارة الدفاع الروسية": "مصدر في وزارة الدفاع الروسية → RUS.MOD"},
        "مصدر في المدينة",
    ),
    _rule(
        "source spoken of before",
        "«وأضاف المصدر» goes back to the unnamed source.",
        {"قال مصدر طبي ذلك. وأضاف المصدر أن القصف مستمر": "المصدر → SOURCE.MEDICAL"},
        "وأضاف المصدر أن القصف مستمر",
        "قال مصدر طبي ذلك. المصدر: وكالات",
    ),
    _rule(
        "both sides",
        "Two sides spoken of: a pair just named, else the theatre's parties; forces, presidents, people of both.",
        {
            "خاضت أرمينيا وأذربيجان حربا. وأعلن الجانبان هدنة": "الجانبان → ARM+AZE",
            "بين أرمينيا وأذربيجان. دارت معارك بين قوات البلدين": "قوات البلدين → ARM.MIL+AZE.MIL",
            "اتفاق بين الطرفين الأذري والأرميني": "الطرفين الأذري والأرميني → AZE+ARM",
            "اشتبك الجيش السوداني وقوات الدعم السريع. واتفق الطرفان": "الطرفان → SDN.MIL+SDN.RSF",
        },
        "بين إسرائيل وفلسطين على حل الدولتين",
        "أرمينيا وأذربيجان من البلدان النامية",
        "اتفق الطرفان",
    ),
    _rule(
        "possessive",
        "«جيشها», «بلاده» belong to the nearest fitting subject; after «مشيرة إلى» to the sentence's topic again.",
        {
            "أعلنت روسيا مقتل عدد من جنودها": "جنودها → RUS.MIL",
            "قالت روسيا إن أوكرانيا سحبت قواتها": "قواتها → UKR.MIL",
            "قالت وزارة الدفاع الأذرية إن القوات الأرمينية هاجمت، مشيرة إلى أن جيشها رد": "جيشها → AZE.MIL",
            "حث بلينكن علييف على الحوار وقال إن بلاده مستعدة": "بلاده → USA",
        },
        "في بلدة بعيدة",
        "انسحبت قواتها",
    ),
    _rule(
        "counterpart",
        "«نظيره» has the same office in the country that follows.",
        {
            "التقى وزير الدفاع التركي نظيره الروسي": "نظيره الروسي → RUS.MOD",
        },
        "لا نظيره في العالم",
    ),
    _rule(
        "office spoken of before",
        "An office alone is the last one of its role; after an agency's «عن» it is the agency's country's.",
        {
            "قال الجيش السوداني إنه تقدم. وأعلن الجيش لاحقا": "الجيش → SDN.MIL",
            "ذكرت وكالة إنترفاكس الروسية عن وزارة الدفاع": "وزارة الدفاع → RUS.MOD",
        },
        "فرض النظام والأمن",
        "المواصلات الداخلية",
    ),
    _rule(
        "office of the country spoken of",
        "An office alone, when none of its role was named: of the country spoken of last, with a low score.",
        {"تشهد جورجيا احتجاجات، ودعت الحكومة إلى الهدوء": "الحكومة → GEO.GOV"},
        "دعت الحكومة إلى الهدوء",
    ),
    _rule(
        "short form",
        "«الوزارة», «الوزير», «المتحدث» mean the last of their sort; «البيان» after a verb of saying the last body.",
        {
            "قالت وزارة الدفاع التركية ذلك. ونشرت الوزارة صورا": "الوزارة → TUR.MOD",
            "أصدرته وزارة الدفاع في يريفان. وقال البيان إن القصف مستمر": "البيان → ARM.MOD",
        },
        "نشرت الوزارة صورا",
        "قالت وزارة الدفاع التركية في البيان",
    ),
    _rule(
        "people of a nationality",
        "A definite plural of a nationality alone; in a region with an actor of its own its people.",
        {
            "تظاهر الأرمن في يريفان": "الأرمن → ARM",
            "آلاف الأرمن في مدينة شوشا": "الأرمن → NKR.CVL",
        },
        "خبراء روس",
        "المهندسين الروس",
    ),
    _rule(
        "unknown person",
        "A title and a first name are a person, kept without a code.",
        {"قال المحلل السياسي أحمد الخطيب": "المحلل السياسي أحمد الخطيب → None"},
        "قال المحلل السياسي أمس",
        "الشيخ على المنبر",
    ),
)
