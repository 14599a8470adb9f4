"""Russian, Ukrainian, Bulgarian, Serbian, Croatian, Polish, Czech, Slovak and Slovene."""

from typing import Final

from factcheck.reading.segmentation.vocabulary import Words

RUSSIAN: Final = Words(
    function="""
    и в во не на я он она оно они мы вы ты что с со как это этот эта эти тот та те то по к ко но из
    изо у за от ото о об обо для до при без над под про через после перед между же бы ли если когда
    где куда откуда почему зачем кто чем чтобы потому хотя пока так также тоже уже ещё еще только
    даже все всё весь вся его её ее их мой наш ваш свой был была было были есть будет нет да или а
    ну вот тут там здесь теперь сейчас сегодня вчера завтра затем потом однако поэтому который
    которая которые никто ничего об среди согласно""",
    never="""
    т.е т.к т.н т.о т.наз напр см ср им проф акад доц д-р канд чл ул просп пр пер пл наб бул ш обл
    респ р-н пос дер с г-н г-жа гг-н тов гр ген подп кап лейт зам зав нач пред св преп о-в оз гос
    нем англ фр лат греч рус укр итал исп яп евр ок прибл букв соч изд-во т.ч адм и.о бывш быв назв
    соотв спец ред изд сост сокр воен сев юж вост зап науч техн деп архиеп еп митр прот иером архим
    свящ рожд род мкр пр-т ж.-д ауд м-р сер серж стар ген.-м экс пгт дир гл.ред б.м ап""",
    reference="""
    д кв корп стр с рис табл гл п пп ст № т тт вып тел янв фев апр авг сент сен окт нояб дек млн
    млрд тыс руб долл коп км м см мм кг га мин сек ч час экз чел эт оф каб влад пом разд прил кн №№
    """,
    year="г гг в вв",
    name="мл ст полк",
    time="н.э",
    company="долл.США т.д т.п др пр",
    calendar="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)

UKRAINIAN: Final = Words(
    function="""
    і й в у не на я він вона воно вони ми ви ти що з із зі як це цей ця ці той та те ті по до але за
    від о об для при без над під про через після перед між ж же б би чи якщо коли де куди звідки
    чому хто ніж щоб тому хоча поки так також теж вже ще тільки навіть усе все всі весь його її їх
    мій наш ваш свій був була було були є буде немає ні або а ну ось тут там тепер зараз сьогодні
    вчора завтра потім однак проте який яка яке які ніхто нічого серед згідно""",
    never="""
    т.е т.зв напр див пор ім проф акад доц д-р канд чл вул просп пр пров пл наб бул обл респ р-н сел
    смт с м г-н п тов гр ген підп кап лейт зам зав нач св о-в оз англ нім фр лат грец рос укр італ
    ісп бл прибл кн адм в.о колиш ред упоряд перекл заст деп архієп митр прот архім свящ мкр пр-т
    серж ген.-м дир півн півд зах сх""",
    reference="""
    буд кв корп стор стор с ст мал рис табл гл розд п пп № т тт вип тел січ лют бер квіт трав
    черв лип серп вер жовт лист груд млн млрд тис грн дол коп км см мм кг га хв сек год екз чол пов
    оф каб ч нар пом дод кн""",
    year="р рр",
    name="мол ст полк",
    time="н.е",
    company="дол.США т.д т.п ін",
    calendar="""
    січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня""",
)

BULGARIAN: Final = Words(
    function="""
    и в във не на аз той тя то те ние вие ти че с със как това този тази тези онзи по към но от за
    до при без над под през след пред между ли ако когато където защо кой коя кое кои какво за да
    докато така също вече още само дори всички всичко целия негов неговата нейния техния мой наш ваш
    свой беше бяха е са ще няма има или а ето тук там сега днес вчера утре после обаче затова който
    която което които никой нищо според сред се си бе щеше може""",
    never="""
    т.е т.нар напр вж ср им проф акад доц д-р инж арх бул ул пл кв жк общ обл гр с г-н г-жа г-ца св
    ген кап лейт зам мин англ нем фр лат гръц рус прибл ок чл.кор м-р подп подполк серж адм деп еп
    архим свещ пом изд прев съст респ съотв букв бълг рум сръб исп ит яп о.з ж.к м нач дир чл.-кор
    х-л т.к""",
    reference="""
    бл вх ет ап стр с фиг табл гл чл ал т бр № тел ян февр март апр авг септ окт ноем дек млн
    млрд хил лв ст км см мм кг мин сек ч кн прил разд к ул.№ р рег""",
    year="г гг в вв",
    name="мл ст полк",
    time="н.е",
    company="т.н др пр",
    calendar="януари февруари март април май юни юли август септември октомври ноември декември",
)

SERBIAN: Final = Words(
    function="""
    и у не на ја он она оно они ми ви ти што са с како то овај ова ово ови тај та те је су био била
    било били по од до за из о об при без над под после пре између ако када где зашто ко да или а
    али ни већ још само све сви његов њен њихов мој наш ваш свој који која које се ће није нису има
    према током према јер""",
    never="др проф инж тј нпр г-ђа г ул бр св ген пук мр",
    reference="бр стр чл ст тел јан феб апр авг септ окт нов дец хиљ мил",
    calendar="""
    јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра јануар
    фебруар март април мај јун јул август септембар октобар новембар децембар""",
    ordinals=True,
)

CROATIAN: Final = Words(
    function="""
    i u ne na ja on ona ono oni mi vi ti što sa s kako to ovaj ova ovo ovi taj ta te je su bio bila
    bilo bili po od do za iz o pri bez nad pod poslije posle prije pre između ako kada kad gdje gde
    zašto tko ko da ili a ali ni već još samo sve svi njegov njen njihov moj naš vaš svoj koji koja
    koje se će nije nisu ima prema tijekom tokom jer""",
    never="dr prof ing tj npr gđa g ul br sv gen puk mr",
    reference="br str čl st tel sij velj ožu tra svi lip srp kol ruj lis stu pro tis mil",
    calendar="""
    siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga
    studenog prosinca januara februara marta aprila maja juna jula avgusta septembra oktobra
    novembra decembra""",
    ordinals=True,
)

POLISH: Final = Words(
    function="""
    i w we nie na ja on ona ono oni one my wy ty że z ze jak to ten ta te ci tych tym po do ale za
    od o dla przy bez nad pod przez przed między czy jeśli kiedy gdy gdzie skąd dlaczego kto co żeby
    ponieważ choć tak także też już jeszcze tylko nawet wszystko wszyscy jego jej ich mój nasz swój
    był była było były jest są będzie nie lub albo a oraz oto tu tam teraz dziś wczoraj jutro potem
    jednak dlatego który która które którzy nikt nic według się""",
    never="""
    dr prof hab inż mgr doc ks św gen płk ppłk kpt por mjr dyr zob np tzn tzw m.in tj im ul al pl os
    woj pow gm bł hr red adm kard bp abp o.o ok ang niem franc łac ros j t.j p o ppor chor sierż asp
    insp nadinsp podinsp mł Min prez wicemin wiceprez prok kier z-ca zast pełn br śp m.st ww wym dz
    gł lit ukr wł hiszp sp pp ds wicedyr pos""",
    reference="""
    nr s str r rys tab art ust pkt poz tel t godz zł tys mln mld sty lut kwi cze lip sie wrz paź lis
    gru w""",
    name="proc",
    company="s.a sp",
    calendar="""
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada
    grudnia""",
    ordinals=True,
)

CZECH: Final = Words(
    function="""
    a i v ve ne na já on ona ono oni my vy ty že s se jak to ten ta ti ty tento tato toto po do ale
    za od o pro při bez nad pod přes před mezi zda jestli když kde kam proč kdo co aby protože
    ačkoli tak také už ještě jen jenom všechno všichni jeho její jejich můj náš svůj byl byla bylo
    byli je jsou bude není nebo tady tam teď dnes včera zítra pak však proto který která které kteří
    nikdo nic podle si být""",
    never="""
    dr prof doc ing mgr bc mudr judr rndr phdr csc gen plk kpt mjr por např tzn tzv tj sv ul nám tř
    resp popř angl něm fr lat cca p pí př mj npor ppor škpt brig stržm prap ing.arch vs zv sl""",
    reference="č str s obr tab čl odst písm tel hod min Kč tis mil mld sv roč led ún",
    company="a.s s.r.o v.o.s spol",
    calendar="ledna února března dubna května června července srpna září října listopadu prosince",
    ordinals=True,
)

SLOVAK: Final = CZECH._replace(
    function="""
    a i v vo nie na ja on ona ono oni my vy ty že s so sa ako to ten tá tí tento táto toto po do ale
    za od o pre pri bez nad pod cez pred medzi či ak keď kde kam prečo kto čo aby pretože hoci tak
    tiež už ešte len iba všetko všetci jeho jej ich môj náš svoj bol bola bolo boli je sú bude nie
    alebo tu tam teraz dnes včera zajtra potom však preto ktorý ktorá ktoré ktorí nikto nič podľa si
    byť""",
    calendar="""
    januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra""",
)

SLOVENE: Final = Words(
    function="""
    in v ne na jaz on ona ono oni mi vi ti da z s kot to ta te po do ali a pa za od o pri brez nad
    pod skozi pred med če ko kjer kam zakaj kdo kaj ker čeprav tako tudi že še samo vse vsi njegov
    njen njihov moj naš svoj bil bila bilo bili je so bo ni tu tam zdaj danes včeraj jutri potem
    vendar zato ki nihče nič se si biti""",
    never="dr prof mag inž npr tj oz sv ul gen polk t.i",
    reference="št str čl odst tel jan feb apr jun jul avg sept okt nov dec tis mio",
    calendar="""
    januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra
    """,
    ordinals=True,
)
