"""Settings: the only reader of the environment and of `.env`; secrets never reach a print or a log."""

import re
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PLAYGROUND = "sqlite:///playground.db"
"""The database of the playground, made anew at each start."""

TOKEN = re.compile(r"\d+:[\w-]{8,}")
ORIGIN = re.compile(r"https?://[^/\s]+")
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


class Settings(BaseSettings):
    """What an association may set. Everything has a default but the token of its bot."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    telegram_token: SecretStr | None = None
    telegram_api: str = "https://api.telegram.org"
    database_url: SecretStr = SecretStr("sqlite:///passerelle.db")
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    port: Annotated[int, Field(ge=1, le=65535)] = 8080
    log_level: str = "INFO"
    translation_url: str | None = None
    translation_key: SecretStr | None = None
    translation_kind: Literal["libretranslate", "deepl"] = "libretranslate"

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("should look like 123456:ABC-def, as BotFather gives it")
        return token

    @field_validator("telegram_api")
    @classmethod
    def _origin(cls, origin: str) -> str:
        if not ORIGIN.fullmatch(origin.rstrip("/")):
            raise ValueError("should be an origin such as https://api.telegram.org, without a path")
        return origin.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: SecretStr) -> SecretStr:
        if not url.get_secret_value().startswith(("sqlite:///", "postgresql://", "postgres://")):
            raise ValueError("should begin with sqlite:/// or postgresql://")
        return SecretStr(url.get_secret_value().replace("postgres://", "postgresql://", 1))

    @field_validator("translation_url")
    @classmethod
    def _engine_url(cls, url: str | None) -> str | None:
        if url and not re.fullmatch(r"https?://[^\s?#]+", url):
            raise ValueError("should be an address such as https://translate.example.org")
        return url.rstrip("/") if url else None

    @field_validator("log_level")
    @classmethod
    def _level(cls, level: str) -> str:
        if level.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("should be DEBUG, INFO, WARNING or ERROR")
        return level.upper()

    @model_validator(mode="after")
    def _webhook(self) -> "Settings":
        if self.webhook_url is None:
            return self
        if not self.webhook_url.startswith("https://") and not self._on_loopback:
            raise ValueError("WEBHOOK_URL should begin with https://")
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        if not SECRET.fullmatch(secret):
            raise ValueError("WEBHOOK_SECRET should be 16 to 256 of A-Z a-z 0-9 _ - when WEBHOOK_URL is set")
        return self

    @model_validator(mode="after")
    def _engine_key(self) -> "Settings":
        if self.translation_url and self.translation_kind == "deepl" and not self.translation_key:
            raise ValueError("TRANSLATION_KEY is needed with TRANSLATION_KIND=deepl")
        return self

    @property
    def _on_loopback(self) -> bool:
        return (self.webhook_url or "").startswith(("http://127.0.0.1", "http://localhost"))


def complaints(error: ValidationError) -> list[str]:
    """What is wrong, a readable line each; never the value, which may be a secret."""
    found = error.errors(include_input=False, include_url=False)
    return [
        " ".join([*(str(part).upper() for part in each["loc"]), each["msg"].removeprefix("Value error, ")])
        for each in found
    ]
