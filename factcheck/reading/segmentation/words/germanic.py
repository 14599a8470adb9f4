"""English, German, Dutch and the languages of Scandinavia."""

from typing import Final

from factcheck.reading.segmentation.vocabulary import Words

ENGLISH: Final = Words(
    function="""
    the a an this that these those there here he she it they we you i his her hers its their our
    your my mine who whom whose what when where why how which if as at by for from in into of off on
    onto to with without within about above across against along among around behind below beneath
    beside besides between beyond down during except inside near outside over past since through
    throughout toward towards under until unlike up upon via and or but nor so yet after before
    because although though while whereas unless despite whether both each either neither every some
    any many most much more several few such no not yes all another other others one two three
    however moreover meanwhile instead then thus therefore hence now today yesterday tomorrow also
    even still just only perhaps maybe never always often sometimes later earlier once again is are
    was were be been do does did can could will would shall should may might must has have had let
    let's don't it's he's she's they're we're i'm i've i'll that's there's what's according further
    finally first second third last next nobody nothing none everyone everybody everything someone
    something anyone anything please thank thanks ok okay oh well""",
    never="""
    mr mrs ms mx messrs mmes dr drs prof rev revd fr hon gov govs Gen gens Lt Col Maj Capt Cmdr cmdr
    Sgt sgt Cpl cpl Pvt Adm adm Brig brig Rep reps Sen sens Pres pres Supt supt Det det Insp insp
    Const Amb asst assoc Atty atty Dir dep mt mts vs v viz e.g i.e eg ie cf ca c approx a.k.a d.b.a
    f.k.a esp incl excl resp Msgr msgr Mgr Fr Ven Gov.Gen op Op Comdr Mme Mlle M Ste Spc Pfc pfc
    Sec.Gen Lt.Col Lt.Gen Maj.Gen Brig.Gen Rt N.B n.b Archbp Abp Bp Secy Cllr Pte Lieut Flt Sqn Cdr
    Cdre Ens Ofc Dep Lcpl L.Cpl Staff.Sgt Civ Crim Supp Cong orig temp misc attn p.s""",
    reference="""
    no nos fig figs p pp vol vols ch chap sec sect art arts para paras eq eqs ex pt pts app n°
    ver jan feb Mar Apr Jun Jul Aug aug sept sep oct nov dec Mon mon Tue tue tues Wed thu thur
    thurs Fri Sat Sun hr hrs min mins secs ft oz lb lbs yd yds mi km cm mm kg mph bn tn mln bln
    al b d fl r col tel ext apt rm bldg fol ll ser ed nr § bk bks cl est avg max bbl gal qt tbsp
    tsp wt Matt Cor Thess Isa Ps Deut Rom Eph cir tit reg""",
    name="""
    jr sr st bros u.s u.k u.n u.s.a u.s.s.r u.a.e d.c l.a n.y n.j p.r Univ Assn
    Ft Pt Hwy Intl Natl Bros Mfg Pkwy Twp""",
    company="""
    inc co corp ltd llc plc cos ph.d esq e.u Ave Blvd Rd Dept Ala Ariz Ark Calif Colo Conn Del Fla
    Ga Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Penn Que Tenn Tex Va Vt Wash
    Wis Wyo Alta Sask""",
    time="a.m p.m",
    calendar="""
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday""",
    articles="the a an",
)

GERMAN: Final = Words(
    function="""
    der die das den dem des ein eine einen einem einer eines kein keine er sie es wir ihr ich
    man dies diese dieser dieses diesen diesem jener jene sein seine ihre unser unsere mein
    meine und oder aber denn doch sondern sowie in im an am auf aus bei beim bis durch für gegen
    hinter mit nach neben ohne seit trotz über um unter von vom vor während wegen zu zum zur
    zwischen als wenn weil dass daß ob obwohl damit nachdem bevor sobald falls was wer wie wo
    wann warum wieso welche welcher welches nicht auch noch nur schon so dann da dort hier heute
    gestern morgen danach dabei dafür dagegen daher darum dazu deshalb jedoch allerdings
    außerdem zudem ist sind war waren wird werden wurde wurden hat haben hatte hatten kann
    können muss soll will alle alles viele einige mehr sich ja nein nun jetzt laut insgesamt
    zwar etwa vielleicht niemand nichts jeder jede ihm ihn ihnen uns euch mir dir mich dich
    jenem seinem seiner seinen meiner ihrem ihren ihres worden hätte hätten wäre könnte sollte
    wollte""",
    never="""
    dr prof dipl ing fa mio mrd tsd hr hrn fr frl mag lic bzw vgl z.b d.h u.a z.zt ca evtl ggf inkl
    exkl zzgl abzgl sog st geb gest verh gegr bes insb insbes ehem einschl jhr Gen Bez Reg präs abg
    vors stv stellv öffentl rd mind zb i.d.r i.v s.a s.o s.u o.g u.u z.t bspw h.c mult phil rer nat
    med jur habil Ing Kfm Hptm Univ Hl hl kath evang ev röm griech lat engl frz dt franz ital span
    amerik österr schweiz schwed russ poln tschech türk lt wg zus zw Frhr Obstlt Oberstlt Lt Maj
    Hptfw Uffz Komm Sen Staatssekr allg begr bzgl gem ders dgl eigtl etw europ ggfs hist i.a i.d.f
    i.h.v i.s.d i.s.v i.v.m int jap jüd kgl lfd m.e m.w milit näml nördl östl südl westl o.j pers
    polit priv prot Red staatl städt teilw theol u.e urspr v.a verst vorm wiss wirtsch z.h v u.v.a
    arab hebr Frh Dir""",
    reference="""
    nr nrn s abs art abb aufl bd bde kap ziff lit tab tel jan jän feb mär Apr Jun Jul aug sept sep
    okt nov dez mo di mi do fr sa so std min sek str § anm rn rdnr bl sp ff hrsg postf max""",
    name="jr sen jun str pl v.Chr n.Chr",
    company="inc corp ltd e.v mbh GmbH co KG AG KGaA OHG",
    calendar="""
    januar jänner februar märz april mai juni juli august september oktober november dezember""",
    articles="""
    der die das den dem des am im zum zur vom beim ins bis ab seit jeder jede jedes jeden ein eine
    einen einem einer dieser diese dieses diesen diesem unser unsere unserem mein sein seine seiner
    seinem seinen ihr ihre ihrer ihrem ihren als und oder auf in nach vor zwischen gegen vom bis
    rund fast mehr sein deren dessen jedem kein""",
    ordinals=True,
)

DUTCH: Final = Words(
    function="""
    de het een deze dit die dat hij zij ze wij we jij je u ik mijn zijn haar hun ons onze uw en of
    maar want dus in op aan bij naar van voor met om over onder door uit tegen tussen zonder sinds
    tijdens volgens als toen omdat hoewel terwijl wat wie waar wanneer waarom hoe welke niet ook nog
    al wel er daar hier nu dan vandaag gisteren is was waren wordt werd worden heeft hebben had kan
    moet zal zou geen alle veel meer te ook""",
    never="""
    dhr mevr mw mr dr drs ir ing prof ds st nl bijv bv o.a d.w.z m.b.t t.a.v i.p.v incl excl ca evt
    resp vgl zgn jhr Gen Kol lt sgt voorz secr gem prov pr n.a.v m.i.v m.n h.k.h z.m z.k.h kard mgr
    vz i.v.m t.o.v t.n.v m.u.v""",
    reference="nr nrs blz p art fig jan feb mrt apr jun jul aug sept sep okt nov dec",
    company="b.v n.v inc co ltd",
    calendar="""
    januari februari maart april mei juni juli augustus september oktober november december""",
    articles="de het een",
)

SWEDISH: Final = Words(
    function="""
    den det de en ett han hon vi ni jag man denna detta dessa som att och eller men så för i på av
    till från med om under över mellan genom utan mot vid efter innan när där här var vad vem hur
    varför inte också är var blev blir har hade kan ska skulle alla många sin sitt sina""",
    never="""
    dr prof t.ex bl.a d.v.s dvs s.k ca resp ang inkl exkl fr.o.m t.o.m st f.d n.k d.ä d.y bl kapt
    löjtn e.d m.a.o""",
    reference="nr s sid kap jan feb mar apr jun jul aug sept okt nov dec kl tel",
    company="inc co ltd",
    calendar="""
    januari februari mars april maj juni juli augusti september oktober november december""",
)

DANISH: Final = Words(
    function="""
    den det de en et han hun vi jeg man denne dette disse som at og eller men så for i på af til fra
    med om under over mellem gennem uden mod ved efter før når hvor hvad hvem hvordan hvorfor ikke
    også er var blev bliver har havde kan skal skulle alle mange sin sit sine""",
    never="""
    dr prof f.eks bl.a dvs d.v.s ca hhv inkl ekskl pga mht ang st hr fr cand kgl s.u s.å kapt f.x
    m.fl""",
    reference="nr s kap jan feb mar apr jun jul aug sept okt nov dec kl tlf",
    company="inc co ltd",
    calendar="januar februar marts april maj juni juli august september oktober november december",
    ordinals=True,
    articles="den det de en et på af til fra",
)

NORWEGIAN: Final = DANISH._replace(
    function="""
    den det de en et ei han hun vi jeg man denne dette disse som at og eller men så for i på av til
    fra med om under over mellom gjennom uten mot ved etter før når hvor hva hvem hvordan hvorfor
    ikke også er var ble blir har hadde kan skal skulle alle mange sin sitt sine""",
)
