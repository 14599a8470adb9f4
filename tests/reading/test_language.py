"""A guess at the language: right where it is clear, silent where it is not."""

import time

import pytest

from factcheck.reading.language import language_of

SAMPLES = {
    "en": "The minister said that the talks would go on, but nobody knew for how long.",
    "de": "Der Minister sagte, dass die Gespräche nicht weitergehen und niemand etwas weiß.",
    "fr": "Le ministre a dit que les discussions ne sont pas finies et qu'il reste ici.",
    "es": "El ministro dijo que las conversaciones no han terminado y que la reunión sigue.",
    "it": "Il ministro ha detto che gli incontri non sono finiti e che la riunione è lunga.",
    "pt": "O ministro disse que as negociações não terminaram e que a reunião foi longa.",
    "nl": "De minister zei dat het overleg niet voorbij is en dat wij moeten wachten op een brief.",
    "pl": "Minister powiedział, że rozmowy się nie skończyły i że jest jeszcze nadzieja.",
    "uk": "Міністр сказав, що переговори ще не закінчилися і що вони будуть довгими.",
    "ru": "Министр сказал, что переговоры ещё не закончились и что они будут долгими.",
    "bg": "Министърът каза, че преговорите още не са приключили и че ще бъдат дълги.",
    "sr": "Министар је рекао да преговори још нису завршени и да ће бити дуги.",
    "cs": "Ministr řekl, že jednání ještě není u konce a že bude dlouhé.",
    "el": "Ο υπουργός είπε ότι οι συνομιλίες δεν τελείωσαν.",
    "tr": "Bakan görüşmelerin daha bitmediğini ve çok uzun olacağını söyledi.",
    "ar": "قال الوزير إن المحادثات لم تنته بعد وإنها قد تستمر.",
    "he": "השר אמר כי השיחות לא הסתיימו.",
    "fa": "وزیر گفت که مذاکرات هنوز تمام نشده است و باید ادامه پیدا کند.",
    "hi": "मंत्री ने कहा कि बातचीत अभी खत्म नहीं हुई है।",
    "zh": "部长说谈判还没有结束。",
    "ja": "大臣は交渉がまだ終わっていないと述べた。",
    "ko": "장관은 협상이 아직 끝나지 않았다고 말했다.",
    "th": "รัฐมนตรีกล่าวว่าการเจรจายังไม่สิ้นสุด",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_one_sentence_is_enough_to_know_a_language(language: str) -> None:
    assert language_of(SAMPLES[language]) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El Sr. Ruiz y la Sra. Paz, av. Mayor, pág. 5."),
        ("fr", "L'art. 3 n'existe pas. J'y vais."),
        ("bg", "Ген. Илиев има ок. 2 хил. войници."),
        ("uk", "Збитки — 3 млн. грн., вул. Нова."),
    ],
)
def test_abbreviations_and_elisions_tell_a_language(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", " ", "123 %", "OK", "Kim Jong Un", "\ud800", "😀"])
def test_nothing_is_said_where_nothing_can_be_known(text: str) -> None:
    assert language_of(text) == ""


def test_foreign_names_and_quotations_do_not_decide() -> None:
    assert language_of("The word “дача” is Russian, and “東京” is what they call it.") == "en"


def test_a_long_text_costs_no_more_than_its_beginning() -> None:
    begin = time.perf_counter()
    assert language_of(SAMPLES["en"] + " " + "слово " * 2_000_000) == language_of(
        SAMPLES["en"] + " " + "слово " * 2_000
    )
    assert time.perf_counter() - begin < 0.5
