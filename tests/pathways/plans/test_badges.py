import base64
import json
from typing import Any

import pytest

from ontology.errors import UnreadableError
from pathways.plans.badges import read_badge

THIRD: dict[str, Any] = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "validFrom": "2025-01-31T00:00:00Z",
    "validUntil": "2026-01-31T00:00:00Z",
    "credentialSubject": {
        "type": ["AchievementSubject"],
        "achievement": {
            "id": "https://badges.example/plc",
            "type": ["Achievement"],
            "name": "PLC Basics",
            "humanCode": "PLC-1",
            "alignment": [
                {
                    "type": ["Alignment"],
                    "targetName": "PLC Troubleshooting",
                    "targetUrl": "https://x.example/PG-INC-03",
                },
                {"targetCode": "PG-ELE-01"},
            ],
        },
    },
}
SECOND: dict[str, Any] = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "issuedOn": "2019-05-01T12:00:00+00:00",
    "expires": "2020-05-01T12:00:00+00:00",
    "revoked": True,
    "badge": {"id": "https://b.example/1", "name": "Safe Lifting", "alignment": {"targetName": "Rigging"}},
}


def test_an_open_badge_3_is_read() -> None:
    badge = read_badge(THIRD)

    assert (badge.version, badge.name, badge.address, badge.code) == (
        *("3.0", "PLC Basics", "https://badges.example/plc", "PLC-1"),
    )
    assert [(one.name, one.address, one.code) for one in badge.alignments] == [
        ("PLC Troubleshooting", "https://x.example/PG-INC-03", ""),
        ("", "", "PG-ELE-01"),
    ]
    assert [str(badge.earned), str(badge.expires)] == ["2025-01-31", "2026-01-31"]


def test_an_open_badge_2_is_read() -> None:
    badge = read_badge(SECOND)

    assert (badge.version, badge.name, badge.revoked, str(badge.expires)) == ("2.0", "Safe Lifting", True, "2020-05-01")
    assert [one.name for one in badge.alignments] == ["Rigging"]


@pytest.mark.parametrize("payload", [THIRD, {"vc": THIRD}])
def test_a_signed_token_is_read_without_its_signature(payload: dict[str, Any]) -> None:
    middle = base64.urlsafe_b64encode(json.dumps(payload).encode()).decode().rstrip("=")

    assert read_badge(f"eyJhbGciOiJSUzI1NiJ9.{middle}.forged") == read_badge(THIRD)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "neither a credentialSubject"),
        ({"credentialSubject": {"id": "did:x"}}, "holds no achievement"),
        ({"badge": "https://b.example/1"}, "nothing is fetched from elsewhere"),
        ("no token", "neither JSON nor a signed JSON Web Token"),
        ("a.WzFd.c", "no object"),
    ],
)
def test_what_is_no_badge_is_refused_with_the_remedy(given: dict[str, Any] | str, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read_badge(given)


def test_odd_values_of_a_badge_are_passed_over() -> None:
    odd = {
        "credentialSubject": [{"achievement": [{"name": {"en": "Welding"}, "alignment": ["x", {"targetName": 7}]}]}],
        "validUntil": "soon",
    }

    badge = read_badge(odd)

    assert (badge.name, badge.expires, [one.name for one in badge.alignments]) == ("Welding", None, [""])
