"""Finnish, Estonian, Hungarian, Turkish, Greek, Armenian, and languages without capitals."""

from typing import Final

from factcheck.reading.segmentation.vocabulary import Words

FINNISH: Final = Words(
    function="""
    ja on ei oli ovat olivat että se hän he ne me te minä sinä tämä tuo nämä joka jotka mikä mitä
    kuka kun jos vaan mutta tai sekä niin kuin myös vain vielä jo nyt sitten siellä täällä tänään
    eilen huomenna kuitenkin koska vaikka kanssa ennen jälkeen ilman mukaan olla ollut oman""",
    never="esim ns mm ts tri prof ent synt ks vrt",
    reference="nro s ss luku kpl klo puh milj mrd",
    calendar="""
    tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta
    lokakuuta marraskuuta joulukuuta""",
    ordinals=True,
)

ESTONIAN: Final = Words(
    function="""
    ja on ei oli olid et see ta tema nad nemad me meie te teie ma mina sa need kes mis kui aga või
    ning nii nagu ka veel juba nüüd siis seal siin täna eile homme siiski sest kuigi koos enne
    pärast ilma järgi olla olnud oma""",
    never="nt dr prof s.t sh",
    reference="nr lk tel",
    calendar="""
    jaanuaril veebruaril märtsil aprillil mail juunil juulil augustil septembril oktoobril novembril
    detsembril jaanuar veebruar märts""",
    ordinals=True,
)

HUNGARIAN: Final = Words(
    function="""
    a az egy és is hogy nem de vagy meg ha mert mint csak már még most akkor itt ott ez ezek azok ő
    ők én te mi ti aki ami amely ahol amikor miért hogyan ki mit volt van voltak lesz lett sem se
    után előtt alatt között szerint azonban ezért pedig el ma tegnap holnap""",
    never="dr prof ifj id özv pl ún ui vö gr",
    reference="sz old kb tel jan febr márc ápr máj jún júl aug szept okt nov dec",
    calendar="""
    január február március április május június július augusztus szeptember október november
    december""",
    ordinals=True,
)

TURKISH: Final = Words(
    function="""
    ve bir bu şu o da de ki ile için gibi kadar daha çok en ama fakat ancak veya ya ne nasıl neden
    niçin kim nerede hangi her bazı bütün tüm ben sen biz siz onlar onun değil var yok ise mi mı mu
    mü sonra önce göre olarak olan oldu olduğu dedi bugün dün yarın şimdi burada orada""",
    never="dr prof doç av sn bkz örn alb gen yrd öğr müh mim st hz",
    reference="no s sf cad sok mah apt tel yy",
    company="a.ş ltd şti",
    name="m.ö m.s",
    calendar="ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    ordinals=True,
)

GREEK: Final = Words(
    function="""
    ο η το οι τα του της των τον την τους τις ένας μια ένα και ή αλλά όμως να θα δεν μην με σε στο
    στη στην στον στους στις στα από για προς κατά μετά πριν μέχρι χωρίς που πως ότι αν όταν όπου
    γιατί ποιος τι αυτός αυτή αυτό αυτοί αυτά είναι ήταν έχει έχουν είχε ως όπως""",
    never="κ κα κκ κος δρ καθ αγ π.χ βλ δηλ λ.χ αρ",
    reference="αρ σελ τόμ άρθρ παρ τηλ εκ χιλ",
    name="π.χρ μ.χ",
    time="π.μ μ.μ",
    calendar="""
    ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου
    νοεμβρίου δεκεμβρίου""",
)

ARMENIAN: Final = Words(function="և է են որ այս այդ այն նա նրա նրանք մեր իր ու կամ բայց")

ARABIC: Final = Words(
    function="""
    في من إلى على عن أن إن التي الذي هذا هذه ذلك تلك كان كانت قد لا ما لم لن هو هي هم كما بعد قبل
    بين حتى أو ثم بل و مع عند كل غير منذ خلال وقال قال أي""",
    never="د أ م ص ج ا.د",
    calendar="يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
)

PERSIAN: Final = Words(
    function="""
    در به از که این را با است آن برای خود تا یک بر هم نیز شد می شده بود وی کرد کرده هر دو او ما اما
    یا اگر پس چه هیچ بین پیش گفت هستند باید کند شود دارد""",
    calendar="فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه ژوئن",
)

URDU: Final = Words(
    function="""
    کے کی میں ہے اور سے کا کو نے پر ہیں کہ یہ اس وہ ان تھا تھے تھی بھی نہیں ایک جو کر ہو گیا لیے
    ساتھ بعد""",
)

HEBREW: Final = Words(
    function="""
    של את על לא הוא היא הם זה זאת אני אנחנו כי גם אם או אבל עם בין כל יש אין היה הייתה היו אשר רק
    עוד כמו לפי אחרי לפני מה מי איך למה כאשר אל עד""",
    never="ד פרופ",
    calendar="ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
)

HINDI: Final = Words(
    function="""
    के की में है और से का को ने पर हैं कि यह इस वह उन था थे थी भी नहीं एक जो कर हो गया लिए साथ बाद
    """,
    never="डॉ प्रो श्री श्रीमती पं कु ए बी सी डी",
    reference="सं रु",
    calendar="जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
)
