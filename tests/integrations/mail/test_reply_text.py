"""Cutting what a person did not write: lines above quotations in many languages, headers, signatures."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.integrations.mail.reply_text import MAX_CHARACTERS, own_words, reply_text

ANSWER = "Ja, gern.\n\nDienstag passt."
ABOVE = [
    line for line in (Path(__file__).parent / "attributions.txt").read_text("utf-8").splitlines() if line
]
BLOCKS = {
    "de": "Von: Maya <m@example.org>\nGesendet: Montag, 3. Juni 2024 09:12\nAn: Tom\nBetreff: Re: X",
    "fr": "De : Maya <m@example.org>\nEnvoyé : lundi 3 juin 2024 09:12\nÀ : Tom\nObjet : X",
    "es": "De: Maya <m@example.org>\nEnviado: lunes, 3 de junio de 2024 9:12\nPara: Tom\nAsunto: X",
    "pt": "De: Maya <m@example.org>\nEnviada em: segunda-feira, 3 de junho de 2024 09:12\nPara: Tom\nAssunto: X",
    "it": "Da: Maya <m@example.org>\nInviato: lunedì 3 giugno 2024 09:12\nA: Tom\nOggetto: X",
    "nl": "Van: Maya <m@example.org>\nVerzonden: maandag 3 juni 2024 09:12\nAan: Tom\nOnderwerp: X",
    "da": "Fra: Maya <m@example.org>\nSendt: mandag 3. juni 2024 09:12\nTil: Tom\nEmne: X",
    "fi": "Lähettäjä: Maya <m@example.org>\nLähetetty: maanantai 3. kesäkuuta 2024 9.12\nVastaanottaja: Tom\nAihe: X",
    "cs": "Od: Maya <m@example.org>\nOdesláno: pondělí 3. června 2024 9:12\nKomu: Tom\nPředmět: X",
    "ru": "От: Maya <m@example.org>\nОтправлено: 3 июня 2024 г. 9:12\nКому: Tom\nТема: X",
    "tr": "Gönderen: Maya <m@example.org>\nGönderildi: 3 Haziran 2024 Pazartesi 09:12\nKime: Tom\nKonu: X",
    "zh": "发件人: Maya <m@example.org>\n发送时间: 2024年6月3日 9:12\n收件人: Tom\n主题: X",
    "ja": "差出人: Maya <m@example.org>\n送信日時: 2024年6月3日 9:12\n宛先: Tom\n件名: X",
    "ko": "보낸 사람: Maya <m@example.org>\n보낸 날짜: 2024년 6월 3일 월요일 오전 9:12\n받는 사람: Tom\n제목: X",
    "bold": "*From:* Maya <m@example.org>\n*Sent:* Monday, June 3, 2024 9:12 AM\n*To:* Tom\n*Subject:* X",
    "spaced": "From: Maya <m@example.org>\n\nSent: Monday, June 3, 2024 9:12 AM\n\nTo: Tom\n\nSubject: X",
    "folded": "From: Maya <m@example.org> on behalf of Someone\n<s@example.org>\nSent: 3 June 2024 09:12\nTo: A <a@example.org>;\nB <b@example.org>\nSubject: X",
}
PHONES = ["Sent from my iPhone", "Sent from Mail for Windows 10", "Get Outlook for iOS", "Get Outlook for Android<https://aka.ms/ghei36>", "Von meinem iPhone gesendet", "Gesendet von Mail für Windows", "Envoyé de mon iPhone", "Télécharger Outlook pour Android", "Enviado desde mi iPhone", "Enviado do meu iPhone", "Inviato da iPhone", "Verstuurd vanaf mijn iPhone", "Skickat från min iPhone", "Sendt fra min iPad", "Lähetetty iPhonesta", "Wysłane z iPhone'a", "Отправлено с iPhone", "iPhone'umdan gönderildi", "发自我的iPhone", "iPhoneから送信", "Sent from my phone, please excuse typos."]  # fmt: skip


@pytest.mark.parametrize("above", ABOVE, ids=range(len(ABOVE)))
@pytest.mark.parametrize(
    "quoted", ["\n> Hallo\n> noch was\n", "\n\nHallo, kannst du?\nMaya\n"], ids=["marked", "plain"]
)
def test_the_line_above_a_quotation(above: str, quoted: str) -> None:
    assert reply_text(f"{ANSWER}\n\n{above}\n{quoted}") == ANSWER


@pytest.mark.parametrize(
    "above", [a for a in ABOVE if "<" in a and len(a.split()) > 7 and not a.startswith("-")]
)
def test_the_line_above_a_quotation_folded_before_the_address(above: str) -> None:
    words = above.split(" ")
    at = next(n for n, word in enumerate(words) if "<" in word)
    folded = " ".join(words[:at]) + "\n" + " ".join(words[at:])
    assert reply_text(f"{ANSWER}\n\n{folded}\n\n> Hallo\n> noch was\n") == ANSWER


@pytest.mark.parametrize("before", ["", "________________________________\n", "-----Original Message-----\n"])
@pytest.mark.parametrize("language", BLOCKS)
def test_copied_headers(language: str, before: str) -> None:
    assert reply_text(f"{ANSWER}\n\n{before}{BLOCKS[language]}\n\nHallo, kannst du?\nMaya\n") == ANSWER


@pytest.mark.parametrize("line", PHONES)
def test_telephone_signatures(line: str) -> None:
    assert reply_text(f"{ANSWER}\n\n{line}\n") == ANSWER


@pytest.mark.parametrize(
    "line",
    [
        "Sent from my heart, I mean it: thank you for everything you did for us.",
        "On Tuesday I will call you: please be ready.",
        "From: what I can tell we are fine.",
        "Date: Tuesday 3 June\nTime: 15:00\nPlace: the café",
        "Thank you",
        "Best,\nTom",
        "-- first point\n-- second point",
        "The data comes From: our side",
    ],
)
def test_words_that_only_look_like_it_stay(line: str) -> None:
    text = f"Hello Maya\n\n{line}\n\nSee you soon, I hope."
    assert reply_text(text) == text


def test_answers_between_quoted_lines_keep_both_and_own_words_only_the_answers() -> None:
    text = "Hi\n\nOn Mon, 3 Jun 2024 Maya wrote:\n> When?\n\nTuesday.\n\n> Where?\n\nHere.\n"
    assert reply_text(text) == "Hi\n\n> When?\n\nTuesday.\n\n> Where?\n\nHere."
    assert own_words(text) == "Hi\n\n\nTuesday.\n\n\nHere."


def test_an_answer_below_the_quotation() -> None:
    assert reply_text("On Mon, 3 Jun 2024 Maya wrote:\n> When?\n\nTuesday.\n") == "Tuesday."


def test_a_card_below_a_polite_ending_goes_and_a_name_alone_stays() -> None:
    assert reply_text("Yes.\n\nKind regards,\n\nTom Doe\nSenior Engineer\nT +44 20 7946 0000") == "Yes."
    assert reply_text("Yes.\n\nKind regards,\nTom") == "Yes.\n\nKind regards,\nTom"


def test_what_gateways_and_lists_add_goes() -> None:
    text = "CAUTION: This email originated from outside of the organization. Do not click links.\n\nYes, gladly.\n\n_______________________________________________\nusers mailing list\nusers@example.org\n"
    assert reply_text(text) == "Yes, gladly."
    assert (
        reply_text(
            "Yes.\n\nThis e-mail and any attachments are confidential and intended solely for the addressee."
        )
        == "Yes."
    )


@pytest.mark.parametrize(
    "marker", ["--- Reply above this line ---", "##- Please type your reply above this line -##"]
)
def test_what_stands_below_the_marker_of_a_ticket_program_goes(marker: str) -> None:
    assert reply_text(f"{ANSWER}\n\n{marker}\n\nDear Dana\n") == ANSWER


def test_a_text_pasted_as_one_line() -> None:
    assert (
        reply_text("Yes, gladly. On Mon, 3 Jun 2024 Maya Lind <maya@example.org> wrote: Could we talk?")
        == "Yes, gladly."
    )


def test_nothing_is_lost_when_nothing_is_quoted() -> None:
    text = "Dear Maya,\n\nI read your letter.\n\n1. Yes\n2. Tuesday\n\nTom"
    assert reply_text(text) == text


@given(st.text(alphabet=st.sampled_from("On wrote:<>@\n -_*=From12/.éа我\t"), max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert isinstance(reply_text(text), str)


HOSTILE = [">", "On Mon, 3 Jun 2024\n", "From: a@b\n", "On ", "a ", "--\n", "x <x <x <\n", "Sent from ", "```\n", "\n", " ", "> ", "Regards,\n", "-- a\n", "____\nx\n", "On Mon, 3 Jun 2024 X wrote:\ntext\n> q\n", "<a@b> wrote:", "*", "=\n"]  # fmt: skip


@pytest.mark.timeout(60)  # a quadratic pattern would take minutes
@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_keeps_it_busy(piece: str) -> None:
    text = (piece * (MAX_CHARACTERS // len(piece) + 1))[:MAX_CHARACTERS]
    assert len(reply_text(text)) <= MAX_CHARACTERS
