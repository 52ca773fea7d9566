"""Releases as downloaded are opened wherever their files lie, and never at the risk of the one who opens them."""

import gzip
import random
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import pytest

from ontology.errors import InputError, MissingFileError, UnreadableError
from ontology.identifiers import Identifiers
from standards.archives import Archive, only_file
from standards.unpacking import Limits, refuse_bomb


def zipped(path: Path, members: dict[str, bytes], mode: int = 0) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = mode << 16
            archive.writestr(member, content)
    return path


def raising(error: BaseException) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "Skills.txt").write_bytes(b"a\tb\n")
    (tmp_path / "in" / ".DS_Store").write_bytes(b"x")
    return tmp_path


def test_a_folder_and_a_zip_hold_the_same_files(folder: Path) -> None:
    packed = zipped(folder / "db.zip", {"db_29_3/Skills.txt": b"a\tb\n", "__MACOSX/Skills.txt": b"x"})
    found = [Archive([path]) for path in (folder / "in", packed)]

    assert [[(file.name, file.read()) for file in archive] for archive in found] == [[("Skills.txt", b"a\tb\n")]] * 2
    assert {archive["Skills.txt"].described(Identifiers(), "onet") for archive in found} == {
        found[0]["Skills.txt"].described(Identifiers(), "onet")
    }


def test_a_file_is_described_by_its_content(folder: Path) -> None:
    file = Archive([folder / "in" / "Skills.txt"])["Skills.txt"].described(Identifiers(), "onet")

    assert (file.name, file.size, file.sha256) == ("Skills.txt", 4, sha256(b"a\tb\n").hexdigest())


def test_several_paths_are_one_archive(folder: Path) -> None:
    other = zipped(folder / "more.zip", {"Knowledge.txt": b"k"})

    archive = Archive([folder / "in", other])

    assert [file.name for file in archive] == ["Knowledge.txt", "Skills.txt"]
    assert archive.find("Abilities.txt", "Knowledge.txt") is archive["Knowledge.txt"]
    assert archive.find("Abilities.txt") is None
    assert "Abilities.txt" not in archive


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "wages.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n"))
    (file,) = Archive([path])

    assert (file.plain_name, file.read()) == ("wages.csv", b"a,b\n")


def test_the_same_file_twice_is_one(folder: Path) -> None:
    again = zipped(folder / "again.zip", {"Skills.txt": b"a\tb\n"})

    assert len(list(Archive([folder / "in", again]))) == 1


def test_two_files_of_one_name_are_refused(folder: Path) -> None:
    other = zipped(folder / "other.zip", {"Skills.txt": b"other"})

    with pytest.raises(InputError, match=r"Skills\.txt is there twice"):
        Archive([folder / "in", other])


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="nowhere is missing"):
        Archive([tmp_path / "nowhere"])
    with pytest.raises(MissingFileError, match="there are no files"):
        Archive([tmp_path])


@pytest.mark.parametrize("name", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:\\evil.txt"])
def test_members_that_climb_out_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError, match="points out of it"):
        Archive([zipped(tmp_path / "bad.zip", {name: b"x"})])


def test_links_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="points out of it"):
        Archive([zipped(tmp_path / "bad.zip", {"link.txt": b"/etc/passwd"}, stat.S_IFLNK | 0o777)])


def test_encrypted_members_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", {"a.txt": b"x"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    with pytest.raises(UnreadableError, match=r"bad\.zip is encrypted"):
        Archive([path])


def test_a_zip_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "cut.zip", {"a.txt": b"x" * 5000})
    path.write_bytes(path.read_bytes()[:-30])

    with pytest.raises(UnreadableError, match=r"cut\.zip is broken or cut short"):
        Archive([path])


def test_a_member_that_is_damaged_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", {"a.txt": bytes(range(256)) * 20})
    data = bytearray(path.read_bytes())
    data[45:55] = b"\xff" * 10
    path.write_bytes(data)
    (file,) = Archive([path])

    with pytest.raises(UnreadableError, match=r"bad\.zip is broken or cut short"):
        file.read()


def test_a_gzip_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n" * 1000)[:-10])
    (file,) = Archive([path])

    with pytest.raises(UnreadableError, match=r"a\.csv\.gz is broken or cut short"):
        file.read()


def test_bombs_are_refused_while_unpacking(tmp_path: Path) -> None:
    zeros = b"\0" * (20 << 20)
    packed = zipped(tmp_path / "bomb.zip", {"a.txt": zeros})
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress(zeros))

    for path in (packed, tmp_path / "b.csv.gz"):
        (file,) = Archive([path])
        with pytest.raises(UnreadableError, match="far beyond its size"):
            file.read()
    with pytest.raises(UnreadableError, match="far beyond its size"):
        refuse_bomb(packed.read_bytes(), "book.xlsx")


def test_a_file_is_bounded_whatever_its_ratio(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"x" * 3000})
    (file,) = Archive([path], Limits(file=2000))

    with pytest.raises(UnreadableError, match=r"a\.txt in a\.zip unpacks to more than 2,000 bytes, .* name the folder"):
        file.read()
    with pytest.raises(UnreadableError, match="the most that is read of one file"):
        refuse_bomb(path.read_bytes(), "book.xlsx", Limits(file=2000))


def test_a_plain_file_is_bounded(tmp_path: Path) -> None:
    whole = tmp_path / "Skills.txt"
    whole.write_bytes(b"0123456789")

    assert Archive([whole], Limits(file=10))["Skills.txt"].read() == b"0123456789"
    bounded = Archive([tmp_path], Limits(file=9))["Skills.txt"]
    for read in (bounded.read, lambda: bounded.described(Identifiers(), "onet")):
        with pytest.raises(
            UnreadableError, match=r"Skills\.txt is larger than 9 bytes.* not read\. Leave out .* split"
        ):
            read()


def test_all_files_together_are_bounded_and_each_counts_once(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"x" * 3000, "b.txt": b"y" * 3000})
    first, second = Archive([path], Limits(archive=5000))

    assert [len(first.read()) for _ in range(3)] == [3000] * 3
    with pytest.raises(UnreadableError, match=r"b\.txt in a\.zip unpacks to more than 5,000 bytes together"):
        second.read()
    with pytest.raises(UnreadableError, match="together"):
        refuse_bomb(path.read_bytes(), "book.xlsx", Limits(archive=5000))


def test_the_bounds_fit_into_memory() -> None:
    assert (Limits().file, Limits().archive) == (512 << 20, 1 << 30)


def test_unpacking_makes_one_copy(tmp_path: Path) -> None:
    size = 32 << 20
    (file,) = Archive([zipped(tmp_path / "a.zip", {"a.txt": random.Random(1).randbytes(size // 16) * 16})])
    tracemalloc.start()
    file.read()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 1.6 * size


def test_a_lack_of_memory_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (file,) = Archive([zipped(tmp_path / "a.zip", {"a.txt": b"x"})])
    monkeypatch.setattr("standards.archives.read_counted", raising(MemoryError()))

    with pytest.raises(UnreadableError, match=r"a\.txt in a\.zip unpacks .* memory .* name the folder"):
        file.read()


@pytest.mark.parametrize("name", [".", "./."])
def test_a_member_without_a_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError, match=r"bad\.zip holds a file named '.*', which is no name"):
        Archive([zipped(tmp_path / "bad.zip", {name: b"x"})])


def test_a_damaged_member_packed_with_lzma_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", random.Random(1).randbytes(5000))
    data = bytearray(path.read_bytes())
    data[45:300] = b"\xff" * 255
    path.write_bytes(data)
    (file,) = Archive([path])

    with pytest.raises(UnreadableError, match=r"bad\.zip is broken or cut short"):
        file.read()


def test_a_file_that_may_not_be_read_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = zipped(folder / "db.zip", {"a.txt": b"x"})
    (file,) = Archive([folder / "in"])
    denied = PermissionError(13, "Permission denied")
    monkeypatch.setattr(Path, "open", raising(denied))
    monkeypatch.setattr(zipfile, "ZipFile", raising(denied))

    with pytest.raises(UnreadableError, match=r"db\.zip may not be read .*; give yourself the right"):
        Archive([packed])
    with pytest.raises(UnreadableError, match=r"Skills\.txt may not be read"):
        file.read()
    monkeypatch.setattr(Path, "iterdir", raising(denied))
    with pytest.raises(UnreadableError, match="in may not be read"):
        Archive([folder / "in"])


def test_the_sizes_in_the_header_are_not_believed(tmp_path: Path) -> None:
    path = zipped(tmp_path / "liar.zip", {"a.txt": b"\0" * (20 << 20)})
    data = bytearray(path.read_bytes())
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    (file,) = Archive([path])

    with pytest.raises(UnreadableError):
        file.read()


def test_the_only_file_of_a_zip_is_found_and_several_are_named(tmp_path: Path) -> None:
    one = zipped(tmp_path / "one.zip", {"in/a.csv": b"x"})
    two = zipped(tmp_path / "two.zip", {"a.csv": b"x", "b.csv": b"y"})

    assert only_file(one, "the list").name == "a.csv"
    with pytest.raises(InputError, match=r"two\.zip holds 2 files \(a\.csv, b\.csv\); take the one with the list out"):
        only_file(two, "the list")
