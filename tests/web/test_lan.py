"""A phone on the same network: only when asked for, at one address, with the secret, and nobody else."""

import http.client
import socket
import threading
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from django.test import Client
from pytest_django import Settings

from halfhour.accounts.models import User
from halfhour.web import data_folder, lan, server
from halfhour.web.commands.start import command

ADDRESS, OTHER = "127.0.0.2", "127.0.0.3"  # every address of 127.0.0.0/8 is this machine's own


@pytest.fixture
def on_network(settings: Settings) -> str:
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "192.168.7.5"]
    return "192.168.7.5:8030"


def secret_path() -> str:
    return f"/start/{data_folder.secret('start-secret')}/"


@pytest.mark.django_db
def test_the_phone_comes_in_with_the_secret(on_network: str) -> None:
    phone = Client(HTTP_HOST=on_network)
    assert phone.get("/interview/").status_code == 403
    assert phone.get("/start/guessed/").status_code == 403
    assert phone.get(secret_path()).status_code == 302
    phone.get("/welcome/")
    assert phone.get("/interview/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["192.168.7.6:8030", "evil.example", "192.168.7.5.evil.example", "0.0.0.0"])
def test_another_host_name_is_refused(on_network: str, host: str) -> None:
    assert Client(HTTP_HOST=host).get(secret_path()).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("origin", "status"),
    [
        pytest.param("http://192.168.7.5:8030", 302, id="our own page"),
        pytest.param("http://192.168.7.6:8030", 403, id="another machine"),
        pytest.param("http://192.168.7.5:9999", 403, id="another program there"),
        pytest.param("https://evil.example", 403, id="another website"),
        pytest.param("null", 403, id="a page without an origin"),
    ],
)
def test_another_origin_changes_nothing(maya: User, on_network: str, origin: str, status: int) -> None:
    phone = Client(HTTP_HOST=on_network, enforce_csrf_checks=True)
    phone.force_login(maya)
    token = phone.get("/me/").cookies["halfhour_csrf"].value
    told = {"name": "Changed", "aim": "which_work", "timezone": "UTC", "country": "US"}
    answer = phone.post("/me/", {**told, "csrfmiddlewaretoken": token}, headers={"origin": origin})
    maya.seeker.refresh_from_db()
    assert (answer.status_code, maya.seeker.name == "Changed") == (status, status == 302)


@pytest.mark.django_db
def test_off_by_default(maya: User) -> None:
    assert lan.served_at() == ""
    assert Client(HTTP_HOST="192.168.7.5:8030").get("/").status_code == 400


@pytest.fixture
def listening() -> Iterator[int]:
    made = server.listen(_free_port(), ADDRESS)
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    yield server.port_of(made)
    made.close()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def livez(host: str, port: int) -> int:
    talk = http.client.HTTPConnection(host, port, timeout=10)
    try:
        talk.request("GET", "/livez", headers={"Host": "127.0.0.1"})
        return talk.getresponse().status
    finally:
        talk.close()


@pytest.mark.timeout(60)
def test_it_listens_at_that_address_and_at_no_other(listening: int) -> None:
    assert (livez("127.0.0.1", listening), livez(ADDRESS, listening)) == (200, 200)
    with pytest.raises(ConnectionRefusedError):
        livez(OTHER, listening)


def test_without_a_network_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "running_link", lambda: None)
    monkeypatch.setattr(lan, "own_address", lambda: None)
    said = CliRunner().invoke(command, ["--lan", "--no-browser"], standalone_mode=False)
    assert said.return_value == 1
    assert "no address on a private network" in said.stderr


def test_running_without_it_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "running_link", lambda: "http://127.0.0.1:8030/start/x/")
    said = CliRunner().invoke(command, ["--lan", "--no-browser"], standalone_mode=False)
    assert said.return_value == 1
    assert "start it again with --lan" in said.stderr


@pytest.mark.django_db
def test_the_page_explains_it_or_shows_the_code(as_maya: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "./run --lan" in as_maya.get("/phone/").content.decode()
    monkeypatch.setattr(lan, "_link", "http://192.168.7.5:8030/start/abc/")
    page = as_maya.get("/phone/").content.decode()
    assert "http://192.168.7.5:8030/start/abc/" in page
    assert 'src="data:image/svg+xml' in page
    assert len(lan.code_for_terminal("http://192.168.7.5:8030/start/abc/").splitlines()) > 15
