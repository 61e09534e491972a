"""One address decides how the site is deployed; what is not safe is refused in words."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from local_offer.deployment import Deployment, secret_key_kept_in

ROOT = Path(__file__).resolve().parents[2]
REAL = "https://localoffer.example.gov.uk"


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Another process, which knows of this one only what it is told."""
    own = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env={**own, **environment}, capture_output=True, text=True
    )


def test_a_real_site_passes_every_check_before_deployment(tmp_path: Path) -> None:
    done = python(
        "manage.py", "check", "--deploy", "--fail-level", "WARNING", SITE_URL=REAL, VAR_DIR=str(tmp_path)
    )
    assert done.returncode == 0, done.stderr
    assert "System check identified no issues (0 silenced)." in done.stdout


def test_plain_http_for_the_public_is_refused_in_words(tmp_path: Path) -> None:
    done = python("manage.py", "check", SITE_URL="http://localoffer.example.gov.uk", VAR_DIR=str(tmp_path))
    assert done.returncode != 0
    assert "is plain http, which is allowed only on this machine itself. Use https." in done.stderr


@pytest.mark.parametrize(
    "address", ["localoffer.example.gov.uk", "ftp://example.org", "https://", "", "//example.org"]
)
def test_an_address_that_is_not_whole_is_refused_in_words(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must be a whole address"):
        Deployment.at(address)


@pytest.mark.parametrize("address", ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000"])
def test_this_machine_itself_may_use_plain_http(address: str) -> None:
    found = Deployment.at(address)
    assert not found.https
    assert set(found.hosts) == {"localhost", "127.0.0.1", "[::1]"}
    assert "upgrade-insecure-requests" not in found.public_content_security_policy()["DIRECTIVES"]


@pytest.mark.parametrize(
    "address", ["http://localhost.example.org", "http://127.0.0.1.example.org", "http://0.0.0.0"]
)
def test_no_other_machine_passes_for_this_one(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="plain http"):
        Deployment.at(address)


def test_a_real_site_answers_to_its_own_name_alone() -> None:
    found = Deployment.at(f"{REAL}:8443/ignored")
    assert (found.origin, found.hosts) == (f"{REAL}:8443", ["localoffer.example.gov.uk"])
    assert found.public_content_security_policy()["DIRECTIVES"]["upgrade-insecure-requests"]


def test_everything_else_follows_from_https(tmp_path: Path) -> None:
    names = "SECURE_SSL_REDIRECT SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SECURE_HSTS_SECONDS DEBUG"
    code = f"from local_offer import settings as s; print(*[int(getattr(s, n)) for n in {names.split()}])"
    assert python("-c", code, SITE_URL=REAL, VAR_DIR=str(tmp_path)).stdout.split() == [
        "1",
        "1",
        "1",
        "31536000",
        "0",
    ]
    assert python("-c", code, VAR_DIR=str(tmp_path)).stdout.split() == ["0", "0", "0", "0", "0"]


def test_the_secret_key_is_made_once_and_for_this_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "secret_key"
    key = secret_key_kept_in(path)
    assert len(key) >= 64
    assert secret_key_kept_in(path) == key
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


def test_processes_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    code = f"""
import pathlib, time
from local_offer.deployment import secret_key_kept_in
while not pathlib.Path({str(tmp_path / "go")!r}).exists():
    time.sleep(0.001)
print(secret_key_kept_in(pathlib.Path({str(tmp_path / "secret_key")!r})))
"""
    started = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    (tmp_path / "go").touch()
    keys = {process.communicate()[0] for process in started}
    assert len(keys) == 1
    assert len(keys.pop().strip()) >= 64


def test_two_sites_have_two_keys(tmp_path: Path) -> None:
    assert secret_key_kept_in(tmp_path / "one") != secret_key_kept_in(tmp_path / "two")


def test_the_log_of_requests_holds_a_path_and_nothing_of_who_asked_for_what() -> None:
    config: dict[str, str] = {}
    exec((ROOT / "gunicorn.conf.py").read_text(), config)  # it is Python for gunicorn, and no module
    said = set(re.findall(r"%\((.+?)\)s", config["access_log_format"]))
    assert said <= {"t", "m", "U", "s", "B", "M"}
