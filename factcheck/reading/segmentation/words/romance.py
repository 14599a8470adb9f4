"""French, Spanish, Italian, Portuguese, Catalan and Romanian."""

from typing import Final

from factcheck.reading.segmentation.vocabulary import Words

FRENCH: Final = Words(
    function="""
    le la les l un une des du de d au aux ce cet cette ces il elle ils elles on nous vous je tu
    son sa ses leur leurs notre nos votre mon ma mes qui que quoi dont où quand comment pourquoi
    quel quelle quels quelles et ou mais donc or ni car si dans en sur sous avec sans pour par
    contre entre vers chez depuis pendant après avant selon malgré comme lorsque puisque ainsi
    alors aussi cependant toutefois enfin puis ici là aujourd'hui hier demain est sont était
    étaient fut a ont avait avaient sera peut doit ne pas plus très tout tous toute toutes
    plusieurs chaque aucun c c'est ça cela ceci y se s n qu j m t oui non même j'ai n'ai n'est
    n'a n'ont c'était l'a d'un d'une qu'il qu'elle qu'on rien personne jamais seront ayant s'est""",
    never="""
    M MM mm mme mlle mgr dr pr me st ste cf ex p.ex env éd hab i.e c.-à-d av apr Gén Cdt Col adj dir
    prof boul bd all trad mmes mlles mrs lt lieut sgt adjt gal gén cne capt prés secr dép sén préf
    ing arch vve sr vs card pt""",
    reference="""
    art fig vol chap p pp n no nos n° t l al janv févr fév avr juil sept oct nov déc tél h min sec §
    éd coll liv par ann réf""",
    name="jr j.-c",
    company="cie sté s.a s.a.s s.a.r.l inc ltd co",
    time="a.m p.m",
    calendar="janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    articles="le la les un une des du au aux",
)

SPANISH: Final = Words(
    function="""
    el la los las lo un una unos unas de del al a en con sin por para sobre bajo entre hacia hasta
    desde durante según contra tras ante y e o u pero sino ni que si como cuando donde quien quienes
    cual cuales cuyo porque aunque mientras este esta esto estos estas ese esa eso esos esas aquel
    aquella su sus mi mis tu tus nuestro nuestra él ella ellos ellas yo tú nosotros usted ustedes se
    le les me te nos no sí también además así luego entonces ahora hoy ayer mañana aquí allí ya muy
    más menos todo todos toda todas otro otra es son era eran fue fueron ha han había está están ser
    hay qué cómo cuándo dónde quién por""",
    never="""
    sr sra srta sres dr dra d D dña dª prof profa lic ing arq gral cnel tte cap cmdte pbro mons
    fr st sto sta excmo excma ilmo ilma p.ej ej aprox cf vs i.e ud uds vd vds avda av admón
    depto dpto avd alm vicealm brig comdte lcda lcdo ldo lda licda mtro mtra pdte pte pdta presb
    rvdo rvda sgto subte tcnel urb vda izq dcha pza plza ctra edif ntra ntro Gob Min Dip Sen Gen
    comis insp fdo rte""",
    reference="""
    art arts pág págs p pp núm núms nº n vol fig cap tel ene feb mar abr may jun jul ago sept sep
    oct nov dic h min seg km s ss § ed""",
    name="jr ee.uu rr hh jj ff aa a.c d.c n.e a.C d.C ff.aa cc.oo rr.hh jj.oo aa.vv ss.mm",
    company="s.a s.l cía inc corp ltd co s.a.u s.r.l",
    time="a.m p.m",
    calendar="""
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre""",
    articles="el la los las un una unos unas del al",
)

ITALIAN: Final = Words(
    function="""
    il lo la i gli le l un uno una un' di a da in con su per tra fra del dello della dei degli delle
    dell al allo alla ai agli alle all dal dalla dai dalle nel nello nella nei nelle nell sul sulla
    sui sulle e ed o ma però se che chi cui quando dove come perché anche non più meno molto tutto
    tutti tutte questo questa questi queste quello quella quelli quelle suo sua suoi sue loro mio io
    tu lui lei noi voi si ci ne mi ti vi è sono era erano fu ha hanno aveva essere stato stata già
    ancora poi così quindi oggi ieri domani qui secondo dopo prima mentre durante senza""",
    never="""
    sig sigg sig.ra sigra sig.na dott dott.ssa dottssa dr prof prof.ssa ing avv arch geom rag on sen
    mons gen col cap ten magg card don s ss ca circa ecc.ma es p.es cfr vs vd sec spett egr gent
    pres dir sig.ri dott.ri avv.ti on.le cav uff comm gen.le brig amm rev p.le p.za v.le c.so l.go
    f.lli prov loc segr vicepres trad Min Gen cap.no m.llo proc""",
    reference="""
    art artt pag pagg p pp n nn num vol fig cap tel gen feb mar apr mag giu lug ago set sett ott nov
    dic h min sec lett co ed""",
    name="jr a.c d.c a.C d.C",
    company="s.p.a spa s.r.l srl s.n.c inc corp ltd s.a.s soc coop",
    time="a.m p.m",
    calendar="""
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
    """,
    articles="il lo la i gli le un uno una del della dei dal dalla al alla",
)

PORTUGUESE: Final = Words(
    function="""
    o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela pelos
    pelas para com sem sob sobre entre até desde durante segundo contra após e ou mas porém nem que
    se como quando onde quem qual cujo porque embora enquanto este esta isto estes estas esse essa
    isso esses essas aquele aquela seu sua seus suas meu minha nosso ele ela eles elas eu tu nós
    você vocês não sim também além assim então agora hoje ontem amanhã aqui já muito mais menos todo
    todos toda todas outro outra é são era eram foi foram há tem têm tinha está estão ser lhe me""",
    never="""
    sr sra srta srs dr dra drs d profa prof eng arq gen cel ten cap maj sgt mons pe st sto sta exmo
    exma aprox p.ex ex cf vs i.e av dep min.º v.exa ilmo ilma r pç eng.º arq.º Min gov Sen pres
    vice-pres brig alm ten-cel tte cb sd dr.ª sr.ª prof.ª fr pr des insp adv""",
    reference="""
    art arts pág págs p pp n nº núm vol fig cap tel jan fev mar abr mai jun jul ago set out nov dez
    h min seg km ed""",
    name="jr a.c d.c eua a.C d.C",
    company="s.a ltda cia inc corp ltd lda s.a.r.l",
    time="a.m p.m",
    calendar="""
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro""",
    articles="o a os as um uma do da dos das ao",
)

CATALAN: Final = Words(
    function="""
    el la els les l un una uns unes de del dels d a al als en amb sense per sobre entre fins des i o
    però ni que si com quan on qui perquè aquest aquesta aquests aquestes seu seva ell ella ells jo
    no també així ara avui ahir aquí ja molt més tot tots és són era va van ha han hi es""",
    never="sr sra dr dra prof p.ex aprox cf st av avda pl c gral mn il·lm exc",
    reference="art pàg p núm vol fig cap tel",
    name="ee.uu",
    calendar="gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
)

ROMANIAN: Final = Words(
    function="""
    un o al a ai ale cel cea cei cele de din la în pe cu fără pentru prin despre între până după
    înainte și sau dar însă nici că să dacă când unde cine care ce cum acest această acești aceste
    el ea ei ele eu tu noi voi lui său sa nu da mai foarte tot toți este sunt era au fost fi va vor
    aici acum azi ieri astfel""",
    never="""
    dl dna dr prof ing gen col st ex cca univ conf lect lt mr cpt cms av bd str jud mun d-na d-l
    acad pr""",
    reference="art alin nr pag p vol fig cap tel ian feb mar apr iun iul aug sept oct nov dec",
    company="s.a s.r.l",
    calendar="""
    ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie
    decembrie""",
)
