"""Words that pages say about themselves, in the languages of the news."""

from collections.abc import Iterator
from typing import Final

from factcheck.reading.segmentation.languages import LANGUAGES


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_SHORT_MONTHS: Final = (3, 4)
"""Letters to which calendars cut the names of months and days."""


def _calendar() -> Iterator[str]:
    for words in LANGUAGES.values():
        for name in words.calendar.split():
            yield name
            yield from (name[:length] for length in _SHORT_MONTHS)


def _phrases(table: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in map(str.strip, table.split("|")) if phrase)


DATE_WORDS: Final = frozenset(_calendar()) | _words(
    """am pm a p m gmt utc et est edt ct cst cdt mt pt pst pdt cet cest eet eest bst ist jst
    kst msk at on of the in ago min mins minute minutes hour hours day days week weeks month
    months year years read views view comments comment shares share likes updated update
    published posted modified last first edited date time sept tues thurs st nd rd th today
    yesterday mon tue wed thu fri sat sun uhr um vor stand aktualisiert veröffentlicht
    stunden minuten tagen lesezeit kommentare mo di mi do fr sa so mrz okt dez le la à h
    publié mis jour modifié il y heures jours lecture vues commentaires de del el las los a
    hace horas días actualizado publicado lectura visitas comentarios ore alle aggiornato
    pubblicato fa minuti commenti às atrás atualizado leitura comentários г года год в часов
    минут назад обновлено опубликовано просмотров комментариев мск р року о год годин хвилин
    тому оновлено опубліковано переглядів коментарів година ч часа минути преди обновена
    публикувана прочетена коментара коментари r godz roku temu aktualizacja opublikowano
    komentarze 年 月 日 时 分 時 发布 更新"""
)
"""What stands in a line that only says when, how long or how often."""

AUTHOR_LABELS: Final = _phrases(
    """written by | reporting by | reported by | story by | edited by | editing by | text by
    | words by | posted by | by | von | par | por | di | a cura di | door | autor | autorin
    | autorka
    | auteur | autore | redacción | tekst | text | автор | авторка | текст | от | av | af | yazan
    | szerző | author | reporter"""
)
"""What names an author."""

AGENCIES: Final = _words(
    """reuters ap afp tass upi dpa apa ansa efe interfax ukrinform bloomberg cnn bbc tanjug bta
    xinhua yonhap kyodo unian тасс риа интерфакс укринформ укрінформ унян бта бгнес"""
)
"""News agencies and broadcasters that stand where an author would."""

CAPTION_LABELS: Final = _phrases(
    """photo | photos | photograph | photographs | image | images | picture | pictures | file photo
    | foto | fotos | bild | bilder | fotografía | imagen | immagine | crédit | crédits
    | crédit photo
    | credit | photo credit | image credit | zdjęcie | fot | снимка | снимки | фото | видео
    | graphic | illustration | video | getty images | ap photo | reuters photo | afp photo"""
)
"""What stands before a picture's description or credit."""

PAGE_PHRASES: Final = _phrases(
    """read also | read more | read next | read on | read our | see also | also read | share this
    | share on | share via | subscribe | sign up | sign in | log in | login | follow us
    | advertisement | sponsored | newsletter | accept cookies | accept all cookies | cookie
    | privacy policy | terms of use | terms of service | all rights reserved | copyright | ©
    | skip to | back to top | back to home | most read | most popular | most viewed | top stories
    | top news | last news | latest news | latest stories | breaking news | more news | more stories
    | more from | more on | more in | other news | recent posts | recent comments | related articles
    | related stories | related news | related topics | related posts | trending | recommended
    | editor's picks | editors' picks | filed under | leave a comment | leave a reply | print this
    | loading | click here | continue reading | show more | load more | view all | view more
    | download the app | download our app | listen to this | watch also | watch more | watch now
    | lesen sie auch | lesen sie mehr | mehr zum thema | auch interessant | abonnieren
    | lire aussi | lire la suite | à lire | partager | s'abonner | abonnez-vous
    | lea también | lea más | leer más | compartir | suscríbete | te puede interesar
    | leggi anche | leggi tutto | condividi | iscriviti | leia também | leia mais | compartilhe
    | compartilhar | lees ook | lees meer | czytaj także | czytaj też | zobacz także | zobacz też
    | udostępnij | читайте также | читать далее | смотрите также | поделиться | подписаться
    | подпишитесь | последние новости | читайте також | поділитися | підписатися | підпишіться
    | останні новини | прочетете още | прочетете също | вижте още | вижте също | още по темата
    | още новини | сподели | последни новини | абонирайте се"""
)
"""What menus, buttons and notices begin with."""

PAGE_LINES: Final = frozenset(
    _phrases(
        """share | menu | home | search | related | tags | tag | topics | comments | print | watch
        | watch live | live | news | facebook | twitter | x | whatsapp | telegram | email | contact
        | contact us | about | about us | anzeige | werbung | teilen | publicité | publicidad
        | pubblicità | publicidade | reklama | реклама | начало | меню | головна | главная"""
    )
)
"""What menus and buttons say and nothing more."""
