"""Pages and replies: plain functions of a turn and typed arguments, found by name."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Concatenate, Generic, ParamSpec, overload

from markupsafe import Markup

from handlers.kit.links import Awaited, Link, Signature
from handlers.kit.screen import Screen
from handlers.kit.turn import Sort, Turn

P = ParamSpec("P")
Run = Callable[Concatenate[Turn, P], Screen]


@dataclass(frozen=True)
class Opening(Generic[P]):
    """Something a link leads to. `was` are names it once had: old buttons never die."""

    name: str
    run: Run[P]
    finder: str
    was: tuple[str, ...] = ()

    @cached_property
    def signature(self) -> Signature:
        """How the arguments travel."""
        return Signature(self.run, self.finder)


@dataclass(frozen=True)
class Page(Opening[P]):
    """A screen that a button, the clock or an invitation can open.

    Who replies to a message that shows it has `answered` a question about the same things.
    """

    answered: "Reply[P] | None" = None

    def __call__(self, turn: Turn, *args: P.args, **kwargs: P.kwargs) -> Screen:
        screen = self.run(turn, *args, **kwargs)
        return screen if screen.here else replace(screen, here=self.link(*args, **kwargs))

    def link(self, *args: P.args, **kwargs: P.kwargs) -> Link:
        """The link that opens this page with these arguments."""
        return Link(self.signature.write(self.name, (*args, *kwargs.values())))


@dataclass(frozen=True)
class Reply(Opening[P]):
    """What takes a person's own words. Only the person's `awaits` leads here, never a button.

    `takes` are the sorts of message that answer its question.
    """

    takes: tuple[Sort, ...] = (Sort.TEXT,)

    def __call__(self, turn: Turn, *args: P.args, **kwargs: P.kwargs) -> Screen:
        return self.run(turn, *args, **kwargs)

    def link(self, *args: P.args, **kwargs: P.kwargs) -> Awaited:
        """What a screen awaits when it asks the question of this reply."""
        return Awaited(self.signature.write(self.name, (*args, *kwargs.values())))


@dataclass(frozen=True)
class Tap(Generic[P]):
    """What a press in a group chat does. Only whoever pressed reads, for a moment, what it says."""

    name: str
    run: Callable[Concatenate[Turn, P], Markup]

    @cached_property
    def signature(self) -> Signature:
        """How the arguments travel; a group finds only what is posted in it."""
        return Signature(self.run, "posted_in")

    def __call__(self, turn: Turn, *args: P.args, **kwargs: P.kwargs) -> Markup:
        return self.run(turn, *args, **kwargs)

    def link(self, *args: P.args, **kwargs: P.kwargs) -> Link:
        """What a button in a group carries."""
        return Link(self.signature.write(self.name, (*args, *kwargs.values())))


@dataclass(frozen=True)
class Errand(Generic[P]):
    """What the clock does for nobody in particular: it shows nothing. Safe to run twice."""

    name: str
    run: Callable[Concatenate[Turn, P], None]

    @cached_property
    def signature(self) -> Signature:
        """How the arguments travel; no reader is asked, because no press ever leads here."""
        return Signature(self.run, "kept")

    def __call__(self, turn: Turn, *args: P.args, **kwargs: P.kwargs) -> None:
        self.run(turn, *args, **kwargs)

    def link(self, *args: P.args, **kwargs: P.kwargs) -> Link:
        """What is planned of it."""
        return Link(self.signature.write(self.name, (*args, *kwargs.values())))


@dataclass
class Topic:
    """A subject of conversation: the pages, replies, taps and errands of one module, named after it.

    On a topic for `coordinators` every argument is found through the programmes they coordinate. A
    topic on the `doorstep` is open to those who have not finished joining; all others are not.
    """

    name: str
    coordinators: bool = False
    doorstep: bool = False
    pages: list[Page[...]] = field(default_factory=list)
    replies: list[Reply[...]] = field(default_factory=list)
    taps: list[Tap[...]] = field(default_factory=list)
    errands: list[Errand[...]] = field(default_factory=list)

    @overload
    def page(self, run: Run[P], *, was: tuple[str, ...] = ()) -> Page[P]: ...

    @overload
    def page(self, run: None = None, *, was: tuple[str, ...] = ()) -> Callable[[Run[P]], Page[P]]: ...

    @overload
    def page(
        self, run: None = None, *, was: tuple[str, ...] = (), answered: Reply[P]
    ) -> Callable[[Run[P]], Page[P]]: ...

    def page(
        self, run: Run[P] | None = None, *, was: tuple[str, ...] = (), answered: Reply[P] | None = None
    ) -> Page[P] | Callable[[Run[P]], Page[P]]:
        """Make a function a page of this topic. A renamed page keeps its old names with `was=`.

        `answered=` is the reply that takes what somebody replies to a message which shows it.
        """
        if run is None:
            return lambda run: self._page(run, was, answered)
        return self._page(run, was, answered)

    @overload
    def reply(self, run: Run[P], *, takes: tuple[Sort, ...] = ..., was: tuple[str, ...] = ()) -> Reply[P]: ...

    @overload
    def reply(
        self, run: None = None, *, takes: tuple[Sort, ...] = ..., was: tuple[str, ...] = ()
    ) -> Callable[[Run[P]], Reply[P]]: ...

    def reply(
        self,
        run: Run[P] | None = None,
        *,
        takes: tuple[Sort, ...] = (Sort.TEXT,),
        was: tuple[str, ...] = (),
    ) -> Reply[P] | Callable[[Run[P]], Reply[P]]:
        """Make a function a reply of this topic; `takes=` says which sorts of message answer it.

        Somebody may be in the middle of it when it is renamed: then it keeps its old names with `was=`.
        """
        if run is None:
            return lambda run: self._reply(run, takes, was)
        return self._reply(run, takes, was)

    def tap(self, run: Callable[Concatenate[Turn, P], Markup]) -> Tap[P]:
        """Make a function a tap of this topic."""
        tap = Tap(f"{self.name}.{run.__name__}", run)
        self.taps.append(tap)
        return tap

    def errand(self, run: Callable[Concatenate[Turn, P], None]) -> Errand[P]:
        """Make a function an errand of this topic."""
        errand = Errand(f"{self.name}.{run.__name__}", run)
        self.errands.append(errand)
        return errand

    def _page(self, run: Run[P], was: tuple[str, ...], answered: Reply[P] | None) -> Page[P]:
        page = Page(f"{self.name}.{run.__name__}", run, self._finder, was, answered)
        self.pages.append(page)
        return page

    def _reply(self, run: Run[P], takes: tuple[Sort, ...], was: tuple[str, ...]) -> Reply[P]:
        reply = Reply(f"{self.name}.{run.__name__}", run, self._finder, was, takes)
        self.replies.append(reply)
        return reply

    @property
    def _finder(self) -> str:
        return "coordinated_by" if self.coordinators else "seen_by"
