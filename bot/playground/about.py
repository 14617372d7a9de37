"""What the bot says about itself, per language: its name, descriptions, commands and menu button."""

from dataclasses import dataclass, field
from typing import Any

Scope = tuple[str | int, ...]
"""`("default",)`, `("all_private_chats",)`, `("chat", id)`, `("chat_member", chat id, user id)` …"""


@dataclass(frozen=True, slots=True)
class Command:
    """A line of the command menu."""

    command: str
    description: str

    def api(self) -> dict[str, str]:
        return {"command": self.command, "description": self.description}


@dataclass(slots=True)
class About:
    """Texts by (which text, language) and commands by (scope, language); the language "" is for all."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], tuple[Command, ...]] = field(default_factory=dict)
    menu: dict[str, Any] = field(default_factory=lambda: {"type": "commands"})

    def text(self, which: str, language: str) -> str:
        return self.texts.get((which, language)) or self.texts.get((which, ""), "")

    def set_text(self, which: str, language: str, text: str) -> None:
        """An empty text takes the language's own text away."""
        if text:
            self.texts[which, language] = text
        else:
            self.texts.pop((which, language), None)

    def commands_for(self, scopes: list[Scope], language: str) -> tuple[Command, ...]:
        """The first set found: narrowest scope first, in each the person's language before all others."""
        for scope in scopes:
            for spoken in (language[:2], ""):
                if found := self.commands.get((scope, spoken)):
                    return found
        return ()
