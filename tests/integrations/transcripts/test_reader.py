"""Transcripts of meetings in the layouts that programs write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halfhour.integrations.refused import Refused
from halfhour.integrations.transcripts.reader import read_transcript

J, T = "Jane Doe", "Tom Lee"


def turns(name: str, text: str) -> list[tuple[str | None, str]]:
    return [(t.speaker, t.text) for t in read_transcript(name, text.encode()).turns]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("a.vtt", "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\n<v Jane Doe>Hello &amp; <b>welcome</b></v>\n\n00:02.000 --> 00:04.000\n<v.loud Tom Lee>Thanks.\n", [(J, "Hello & welcome"), (T, "Thanks.")], id="voice tags"),
        pytest.param("a.vtt", "WEBVTT\r\n\r\n1\r\n00:00:00.000 --> 00:00:02.000\r\nJane Doe: Hello\r\n\r\n2\r\n00:00:02.000 --> 00:00:04.000\r\nTom Lee: Hi: there\r\n", [(J, "Hello"), (T, "Hi: there")], id="names before the words"),
        pytest.param("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Jane Doe>Hello</v> <v Tom Lee>Hi</v>\n", [(J, "Hello"), (T, "Hi")], id="two voices in one cue"),
        pytest.param("a.vtt", "WEBVTT - Meeting\nKind: captions\n\nNOTE a remark\nover lines\n\nSTYLE\n::cue { color: red }\n\nid 1\n00:00.000 --> 00:01.000 align:start\nHello\n", [(None, "Hello")], id="notes and styles"),
        pytest.param("a.vtt", "WEBVTT\n", [], id="nothing said"),
        pytest.param("a.srt", "1\n00:00:00,000 --> 00:00:02,000\n[SPEAKER_00]: Hello\n\n2\n00:00:02,000 --> 00:00:04,000\n[SPEAKER_01]: Hi\n", [("SPEAKER_00", "Hello"), ("SPEAKER_01", "Hi")], id="srt, boxed speakers"),
        pytest.param("a.srt", "1\n00:00:00,000 --> 00:00:02,000\n>> JANE: HELLO\n\n2\n00:00:02,000 --> 00:00:04,000\nAND MORE\n\n3\n00:00:05,000 --> 00:00:06,000\n>> TOM: HI\n", [("JANE", "HELLO"), ("JANE", "AND MORE"), ("TOM", "HI")], id="srt, speaker goes on"),
        pytest.param("a.srt", "1\n00:00:00,000 --> 00:00:02,000\n{\\an8}<i>Note: careful</i>\n\n2\n00:00:02,000 --> 00:00:03,000\nyes\n\n3\n00:00:03,000 --> 00:00:04,000\nno\n", [(None, "Note: careful"), (None, "yes"), (None, "no")], id="a label is no speaker"),
        pytest.param("a.sbv", "0:00:00.378,0:00:11.378\nJane: Hello\n\n0:00:11.378,0:00:12.305\nTom: Hi\n", [("Jane", "Hello"), ("Tom", "Hi")], id="sbv"),
        pytest.param("a.txt", "Jane Doe  0:05  \nHello there, how are you?\n\nTom Lee  0:12  \nFine. I work at Acme: it is great.\n\nTranscribed by https://otter.ai\n", [(J, "Hello there, how are you?"), (T, "Fine. I work at Acme: it is great.")], id="name and time above"),
        pytest.param("a.txt", "Date: 3 May\nAttendees: A, B\n\nJane: Hello\nand more\nTom: Hi\n", [("Jane", "Hello and more"), ("Tom", "Hi")], id="names before, head left out"),
        pytest.param("a.txt", "[00:00:01] Jane: Hello\n00:00:05 Tom Lee: Hi\n", [("Jane", "Hello"), (T, "Hi")], id="times before"),
        pytest.param("a.txt", "Speaker 1 (00:00):\nHello there.\n\nSpeaker 2 (00:04):\nHi.\n\nMore.\n", [("Speaker 1", "Hello there."), ("Speaker 2", "Hi. More.")], id="time in brackets"),
        pytest.param("a.md", "# Interview\n\n**Jane:** Hello\n\n**Tom Lee:** Hi\n", [("Jane", "Hello"), (T, "Hi")], id="markdown"),
        pytest.param("a.txt", "10:02:11 From Jane Doe to Everyone: Hello\n10:02:15\t From  Tom : Hi\n", [(J, "Hello"), ("Tom", "Hi")], id="chat"),
        pytest.param("a.txt", "[00:00.000 --> 00:04.000]  SPEAKER_00: Hello\n[00:04.000 --> 00:06.000]  SPEAKER_01: Hi\n", [("SPEAKER_00", "Hello"), ("SPEAKER_01", "Hi")], id="arrows in boxes"),
        pytest.param("a.txt", "Jane Doe\n0 minutes 5 seconds0:05\nHello there\nTom Lee\n0 minutes 9 seconds0:09\nHi\n", [(J, "Hello there"), (T, "Hi")], id="times in words"),
        pytest.param("a.txt", "JANE\nHello there.\n\nTOM\nHi.\n\nJANE\nBye.\n", [("JANE", "Hello there."), ("TOM", "Hi."), ("JANE", "Bye.")], id="names on lines of their own"),
        pytest.param("a.txt", "Q: What do you do?\nA: I design lamps.\n", [("Q", "What do you do?"), ("A", "I design lamps.")], id="question and answer"),
        pytest.param("a.txt", "I met her at noon. She said: it is fine.\n\nThen we left.\n", [(None, "I met her at noon. She said: it is fine."), (None, "Then we left.")], id="prose"),
        pytest.param("a.txt", "Ada and Jane\nMon, Nov 23, 2026 10:00AM • 21:04\nSUMMARY KEYWORDS\nlamps, light\n\nJane Doe  00:02\nHello\n\nTom Lee  00:05\nHi\n", [(J, "Hello"), (T, "Hi")], id="a date is no speaker"),
        pytest.param("a.txt", "Recording\nNovember 23, 2026, 10:00AM\n21m 4s\n\nJane Doe started transcription\n\nJane Doe   0:03\nHello\n\nTom Lee   0:05\nHi\n\nJane Doe stopped transcription\n", [(J, "Hello"), (T, "Hi")], id="head and foot of a meeting program"),
        pytest.param("a.txt", "00:00:00\nJane Doe: Hello\nTom Lee: Hi\nTranscription ended after 00:21:04\n", [(J, "Hello"), (T, "Hi")], id="how it ended"),
        pytest.param("a.txt", "[Jane Doe] 10:02:11\nHello\n\n[Tom Lee] 10:02:15\nHi\n", [(J, "Hello"), (T, "Hi")], id="boxed name and time above"),
        pytest.param("a.txt", "Jane: We said 9:30. Is that fine?\nTom Lee: Yes, 9:30 --> 10:00 is fine: really.\n", [("Jane", "We said 9:30. Is that fine?"), (T, "Yes, 9:30 --> 10:00 is fine: really.")], id="times in what is said"),
        pytest.param("a.txt", "INTERVIEWER: Hello\n\nDR. LEE: Hi. My boss said: go home.\n", [("INTERVIEWER", "Hello"), ("DR. LEE", "Hi. My boss said: go home.")], id="a title in capitals"),
        pytest.param("a.txt", "00:00:01\tJane Doe\tHello\n00:00:05\tTom Lee\tHi\n", [(J, "Hello"), (T, "Hi")], id="columns"),
        pytest.param("a.txt", "jane: hello there\ntom: hi\nand more\njane: yes\ntom: no\n", [("jane", "hello there"), ("tom", "hi and more"), ("jane", "yes"), ("tom", "no")], id="names without a capital"),
        pytest.param("a.txt", "she told me two things: it is hard.\nand then: it is good.\nthe end.\n", [(None, "she told me two things: it is hard. and then: it is good. the end.")], id="lines with a colon are no names"),
        pytest.param("a.txt", "[23.11.26, 10:02:11] Jane Doe: Hello\nand more\n[23.11.26, 10:03:11] Tom Lee: Hi\n", [(J, "Hello and more"), (T, "Hi")], id="a day and a time in a box"),
        pytest.param("a.txt", "11/23/26, 10:02 AM - Jane Doe: Hello\n11/23/26, 10:03 AM - Tom Lee: Hi\n", [(J, "Hello"), (T, "Hi")], id="a day and a time before"),
        pytest.param("a.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nTom Lee (he/him) | Acme: Hello\n\n00:04.000 --> 00:05.000\nJane's phone: Hi\n", [("Tom Lee (he/him) | Acme", "Hello"), ("Jane's phone", "Hi")], id="names with a badge"),
        pytest.param("a.vtt", "WEBVTT\n\n00:01.000 --> 00:05.000\n<v Jane Doe>So what did</v>\n\n00:03.000 --> 00:06.000\n<v Tom Lee>Yes?</v>\n", [(J, "So what did"), (T, "Yes?")], id="two at one time"),
        pytest.param("a.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Tom <b>Lee</b>><img src=x onerror=alert(1)>Hi &lt;script&gt;</v>\n\n00:05.000 --> 00:06.000\n<v \">Yes\n", [("Tom <b", "Lee>Hi <script>"), (None, "Yes")], id="tags where a name should be"),
        pytest.param("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nJANE: Hello\n\n2\n00:00:02,000 --> 00:00:03,000\nTOM: Hi\n\n3\n00:00:03,000 --> 00:00:04,000\n- Right.\n- Yes.\n", [("JANE", "Hello"), ("TOM", "Hi"), (None, "Right."), (None, "Yes.")], id="dashes for two voices"),
        pytest.param("a.txt", "Jane Doe\n0 minutes 3 seconds0:03\nJane Doe 0 minutes 3 seconds\nHello\nTom Lee\n0 minutes 8 seconds0:08\nTom Lee 0 minutes 8 seconds\nHi\n", [(J, "Hello"), (T, "Hi")], id="copied out of Teams, each name twice"),
        pytest.param("a.txt", "Jane Doe: Hello\nTom Lee: Hi\nMeeting ended after 00:20:11\n", [(J, "Hello"), (T, "Hi")], id="the last line of Meet"),
        pytest.param("a.txt", "Jane Doe: Hello\nTom Lee: Hi\nThe meeting ended after lunch\n", [(J, "Hello"), (T, "Hi The meeting ended after lunch")], id="no last line of Meet"),
        pytest.param("a.json", '{"segments": [{"start": 0, "text": " Hello", "speaker": "A"}, {"start": 1.5, "text": "Hi", "speaker": "B"}]}', [("A", "Hello"), ("B", "Hi")], id="json segments"),
    ],
)  # fmt: skip
def test_layouts(name: str, text: str, expected: list[tuple[str | None, str]]) -> None:
    assert turns(name, text) == expected


def test_times_and_what_was_left_out() -> None:
    found = read_transcript(
        "a.vtt",
        b"WEBVTT\n\n01:00:02.500 --> 01:00:03.000\nHello\n\n00:00:0x.000 --> 00:00:02.000\nlost\n\n00:04.000 --> 00:05.000\n\n",
    )
    assert [(t.text, t.starts_seconds) for t in found.turns] == [("Hello", 3602.5)]
    assert [line for line, _ in found.problems] == [6, 9]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_code_pages(encoding: str) -> None:
    [turn] = read_transcript(
        "a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Zoë>Grüße\n".encode(encoding)
    ).turns
    assert (turn.speaker, turn.text) == ("Zoë", "Grüße")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.vtt", b""),
        ("head-lost.vtt", b"00:00:00.500 --> 00:00:07.000\nHello\n"),
        ("other-head.vtt", b"WEBVTTX\n\n00:00.000 --> 00:01.000\nHi"),
        ("bad-times.srt", b"1\n00:00:aa,000 --> 00:00:02,000\nHi"),
        ("no-times.srt", b"hello"),
        ("no-words.srt", b"1\n00:00:00,000 --> 00:00:02,000\n\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("page.vtt", b"<!DOCTYPE html><html><body>Sign in</body></html>"),
        ("bytes.txt", bytes(range(1, 32)) * 4),
        ("zeros.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nHi\x00\n"),
        ("other.json", b'{"a": 1}'),
        ("document.docx", b"PK\x03\x04"),
    ],
)
def test_refusals(name: str, data: bytes) -> None:
    with pytest.raises(Refused, match=name):
        read_transcript(name, data)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["WEBVTT\n\n", "", "1\n00:00:00,000 --> 00:00:01,000\n", "Jane: "]), st.text(max_size=200)
)
def test_any_text_is_read_or_refused(head: str, rest: str) -> None:
    try:
        read_transcript("a.txt", (head + rest).encode("utf-8", "surrogatepass"))
    except Refused as reason:
        assert str(reason)
