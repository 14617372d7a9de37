"""The files people and the bot have sent, kept in memory under the names Telegram gives them."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

from bot.playground.pictures import picture_size, picture_type
from bot.playground.refusals import Refusal, Why

MEGABYTE = 1024 * 1024
MOST_PHOTO_BYTES = 10 * MEGABYTE
MOST_DOWNLOAD_BYTES = 20 * MEGABYTE
MOST_UPLOAD_BYTES = 50 * MEGABYTE
MOST_KEPT_BYTES = 256 * MEGABYTE

Kind = Literal["photo", "video", "document", "voice", "sticker"]
_FOLDERS = {
    "photo": "photos",
    "video": "videos",
    "document": "documents",
    "voice": "voice",
    "sticker": "stickers",
}
_ENDINGS = {"photo": ".jpg", "video": ".mp4", "document": "", "voice": ".oga", "sticker": ".webp"}


@dataclass(frozen=True, slots=True)
class Upload:
    """Bytes as they came in, with the name and type their sender gave them."""

    data: bytes
    name: str = "file"
    mime: str = "application/octet-stream"
    duration: int = 1


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A kept file; width and height in pixels for a picture, duration in seconds for a voice or video."""

    number: int
    kind: Kind
    upload: Upload
    width: int = 0
    height: int = 0

    @property
    def file_id(self) -> str:
        return f"pocket-{self.kind}-{self.number:06}"

    @property
    def unique_id(self) -> str:
        return f"u{self.number:06}"

    @property
    def path(self) -> str:
        """Where the bot downloads it, below `/file/bot<token>/`."""
        name = self.upload.name.rpartition(".")
        ending = _ENDINGS[self.kind] or (f".{name[2]}" if name[1] and name[2].isalnum() else "")
        return f"{_FOLDERS[self.kind]}/file_{self.number}{ending}"

    @property
    def url(self) -> str:
        """Where a phone fetches it."""
        return f"/files/{self.number}"

    @property
    def mime(self) -> str:
        """The type it is served as."""
        match self.kind:
            case "photo":
                return picture_type(self.upload.data)
            case "voice":
                return self.upload.mime if self.upload.mime.startswith("audio/") else "audio/ogg"
            case "video":
                return self.upload.mime if self.upload.mime.startswith("video/") else "video/mp4"
            case _:
                return self.upload.mime

    @property
    def size(self) -> int:
        return len(self.upload.data)


class Files:
    """Finds files by number, id and path; lets the oldest go when memory fills up."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, StoredFile] = OrderedDict()
        self._bytes = 0
        self._last = 0

    def keep(self, kind: Kind, upload: Upload) -> StoredFile:
        """Raises `Refusal` for what Telegram would not take as this kind of file."""
        width, height = _checked(kind, upload)
        self._last += 1
        stored = StoredFile(self._last, kind, upload, width, height)
        self._kept[stored.number] = stored
        self._bytes += stored.size
        while self._bytes > MOST_KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].size
        return stored

    def by_number(self, number: int) -> StoredFile | None:
        return self._kept.get(number)

    def by_id(self, file_id: str) -> StoredFile | None:
        number = file_id.rpartition("-")[2]
        stored = self._kept.get(int(number)) if number.isdecimal() else None
        return stored if stored and stored.file_id == file_id else None

    def by_path(self, path: str) -> StoredFile | None:
        number = path.rpartition("file_")[2].partition(".")[0]
        stored = self._kept.get(int(number)) if number.isdecimal() else None
        return stored if stored and stored.path == path else None


def _checked(kind: Kind, upload: Upload) -> tuple[int, int]:
    if not upload.data and kind != "sticker":
        raise Refusal(Why.FILE_EMPTY)
    if len(upload.data) > MOST_UPLOAD_BYTES:
        raise Refusal(Why.FILE_TOO_BIG)
    return _checked_photo(upload) if kind == "photo" else (0, 0)


def _checked_photo(upload: Upload) -> tuple[int, int]:
    """At most 10 MB, width and height at most 10 000 together, and no more than 20 to 1."""
    if len(upload.data) > MOST_PHOTO_BYTES:
        raise Refusal(Why.PHOTO_TOO_BIG)
    size = picture_size(upload.data)
    if size is None:
        raise Refusal(Why.NOT_AN_IMAGE)
    if not min(size) or sum(size) > 10_000 or max(size) > 20 * min(size):
        raise Refusal(Why.PHOTO_DIMENSIONS)
    return size
