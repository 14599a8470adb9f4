"""From bytes to text: exactly, or not at all, and always with what was decided."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.errors import Unreadable
from factcheck.reading.decoding.encoding import beginning, decoded

UNHURRIED = settings(deadline=None)
"""The first example waits for the libraries to load."""
DETECTED = [
    ("windows-1252", "Der Bürgermeister sagte am Montag, die Ausgaben seien gestiegen."),
    ("windows-1252", "The café was closed."),
    ("windows-1252", "100 €"),
    ("windows-1252", "“Yes”"),
    ("windows-1252", "Il a été à Nîmes où il fait 5 °C."),
    ("windows-1252", "“We doubled spending,” the mayor said — a claim that’s disputed."),
    ("windows-1252", "Le président a déclaré lundi que les dépenses de santé avaient augmenté."),
    ("windows-1252", "Secondo il ministero la città perderà più di 4.000 abitanti."),
    ("windows-1252", "Según el ministerio, la población de la región disminuyó el año pasado."),
    ("windows-1250", "Prezydent podpisał ustawę o podwyższeniu płacy minimalnej."),
    ("iso-8859-2", "Ministr řekl, že výdaje se zdvojnásobily, což odborníci zpochybňují."),
    ("windows-1250", "A miniszter szerint a költségvetés kiadásai megkétszereződtek."),
    ("windows-1254", "Şehrin nüfusu geçen yıla göre azaldı ve işsizlik oranı yükseldi."),
    ("windows-1257", "Prezidentas pirmadienį pasirašė įstatymą, kuriuo alga didinama."),
    ("windows-1251", "Президент подписал указ о повышении зарплаты на 12 процентов."),
    ("windows-1251", "Міністр заявив, що видатки бюджету зросли вдвічі."),
    ("koi8-r", "По данным Росстата, население города сократилось."),
    ("koi8-u", "За даними статистики, населення міста скоротилося, а їхні доходи впали."),
    ("iso-8859-5", "Ещё в марте компания обещала построить три больницы."),
    ("cp866", "Пожар тушили 120 спасателей, пострадавших нет."),
    ("windows-1253", "Ο πρωθυπουργός ανακοίνωσε τη Δευτέρα αύξηση του μισθού."),
    ("windows-1255", "ראש הממשלה הודיע ביום שני על העלאת שכר המינימום."),
    ("windows-1256", "أعلن الرئيس يوم الاثنين رفع الحد الأدنى للأجور."),
    ("shift_jis", "首相は月曜日、最低賃金を引き上げると発表した。"),
    ("euc_jp", "市の人口は昨年、減少した。カフェの閉店も相次いだ。"),
    ("gb18030", "总统星期一签署法令，将最低工资提高百分之十二。"),
    ("big5", "總統星期一簽署法令，將最低工資提高百分之十二。"),
    ("euc_kr", "대통령은 월요일 최저임금을 12퍼센트 인상한다고 발표했다."),
]


@UNHURRIED
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\0")))
def test_utf8_is_read_exactly_with_and_without_a_mark(text: str) -> None:
    assert decoded(codecs.BOM_UTF8 + text.encode()).text == text
    assert decoded(text.encode(), encoding="utf-8").text == text


@UNHURRIED
@given(
    st.text(min_size=1).filter(lambda text: "\0" not in text),
    st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]),
)
def test_wide_text_with_a_mark_is_read_exactly(text: str, codec: str) -> None:
    content = ("\ufeff" + text).encode(codec)
    assert decoded(content) == (text, f"{codec}, byte order mark")


@UNHURRIED
@given(st.data(), st.sampled_from(["windows-1251", "koi8-r", "shift_jis", "gb18030", "euc_kr"]))
def test_a_declared_encoding_is_read_exactly(data: st.DataObject, codec: str) -> None:
    text = data.draw(st.text(st.characters(codec=codec, exclude_characters="\ufeff\0¥‾\u3164")))
    way = decoded(text.encode(codec), declared=codec)
    assert way.text == text or text.encode(codec).decode() == way.text


@UNHURRIED
@given(st.text(st.characters(codec="koi8-r")))
def test_what_the_user_says_is_obeyed(text: str) -> None:
    assert decoded(text.encode("koi8-r"), encoding="KOI8-R").text == text


@UNHURRIED
@given(st.binary())
def test_nothing_is_ever_replaced(content: bytes) -> None:
    try:
        text, encoding = decoded(content)
    except Unreadable:
        return
    assert content.endswith(text.encode(encoding.partition(",")[0]))


@pytest.mark.parametrize(("codec", "text"), DETECTED)
def test_a_sentence_says_by_its_letters_how_it_is_encoded(codec: str, text: str) -> None:
    assert decoded(text.encode(codec)).text == text
    assert decoded((text * 200).encode(codec)).text == text * 200


@pytest.mark.parametrize(
    ("content", "declared", "encoding"),
    [
        (b"plain", "", "utf-8"),
        (b"plain", "windows-1251", "windows-1251, declared"),
        (codecs.BOM_UTF8 + b"text", "windows-1251", "utf-8, byte order mark"),
        ("Größe, sagte er".encode("cp1252"), "", "windows-1252, detected"),
        ("Größe".encode("cp1252"), "utf-8", "windows-1252, detected"),
        ("“Größe”".encode("cp1252"), "iso-8859-1", "windows-1252, declared"),
        ("Größe".encode(), "iso-8859-1", "utf-8"),  # a server that is mistaken
        ("Größe".encode("latin-1"), "no-such", "windows-1252, detected"),
        ("Größe".encode("latin-1"), "unicode_escape", "windows-1252, detected"),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "iso2022-jp, declared"),
        ("Hi there, it is\r\n".encode("utf-16-le"), "", "utf-16-le, detected"),
        ("Доброе утро, мир\n".encode("utf-16-be"), "", "utf-16-be, detected"),
    ],
)
def test_what_was_decided_is_said(content: bytes, declared: str, encoding: str) -> None:
    assert decoded(content, declared=declared).encoding == encoding


@pytest.mark.parametrize(
    ("content", "encoding", "byte"),
    [
        (b"abc\xed\xa0\x80", "", 3),  # half of a surrogate pair
        (b"abc\xc0\xaf", "", 3),  # an overlong slash
        (codecs.BOM_UTF8 + b"ab\xff", "", 5),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8", "", 4),
        ("Größe".encode("latin-1"), "utf-8", 2),
        (b"abc\x98", "windows-1251", 3),
        (bytes(range(1, 256)), "", 127),
    ],
)
def test_the_byte_that_cannot_be_decoded_is_named(content: bytes, encoding: str, byte: int) -> None:
    with pytest.raises(Unreadable, match=rf"\(byte {byte}\)"):
        decoded(content, encoding=encoding)


@pytest.mark.parametrize("content", [b"abc\xed\xa0\x80", codecs.BOM_UTF8 + b"ab\xff"])
def test_only_who_can_name_an_encoding_is_told_to(content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"save it as UTF-8, or name it with --encoding$"):
        decoded(content, encoding="")
    with pytest.raises(Unreadable, match=r"save it as UTF-8$"):
        decoded(content)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_the_beginning_is_seen_however_the_text_is_encoded(codec: str) -> None:
    assert beginning("text\tGröße 👩".encode(codec), 9) == "text\tGröß"


@UNHURRIED
@given(st.binary(), st.integers(0, 9))
def test_any_bytes_have_a_beginning(content: bytes, length: int) -> None:
    assert len(beginning(content, length)) <= length


@pytest.mark.parametrize("name", ["rot13", "zlib", "idna", "unicode_escape", "", "x" * 500, "\0"])
def test_what_is_no_text_encoding_is_refused_where_the_user_names_it(name: str) -> None:
    if name:
        with pytest.raises(Unreadable, match="is no encoding"):
            decoded(b"abc", encoding=name)
    else:
        assert decoded(b"abc", encoding=name).text == "abc"
