"""The obvious build: python-telegram-bot's defaults and the async ORM on aiosqlite, a read and a write."""

import os
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, ContextTypes

ENGINE = create_async_engine("sqlite+aiosqlite:///obvious.db")
SESSIONS = async_sessionmaker(ENGINE, expire_on_commit=False)


class Base(DeclarativeBase):
    pass


class Step(Base):
    """The last step of somebody, who is known by the number of their chat."""

    __tablename__ = "steps"

    chat: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]


class Press(Base):
    """One press, kept."""

    __tablename__ = "presses"

    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[int]
    data: Mapped[str]


async def pressed(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query
    assert update.effective_chat
    await query.answer()
    async with SESSIONS() as session:
        text = await _turn(session, update.effective_chat.id, query.data or "")
        await session.commit()
    button = InlineKeyboardButton("Again", callback_data=query.data)
    await query.edit_message_text(text, reply_markup=InlineKeyboardMarkup([[button]]))


async def _turn(session: AsyncSession, chat: int, data: str) -> str:
    step = await session.scalar(select(Step).where(Step.chat == chat))
    session.add(Press(chat=chat, data=data))
    return step.words if step else "?"


async def prepare(_: Application[Any, Any, Any, Any, Any, Any]) -> None:
    async with ENGINE.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with SESSIONS.begin() as session:
        if not await session.scalar(select(func.count()).select_from(Step)):
            session.add_all(Step(chat=chat, words="Listen to one rehearsal") for chat in range(1, 1001))


def main() -> None:
    builder = ApplicationBuilder().token(os.environ["TELEGRAM_TOKEN"])
    application = builder.base_url(f"{os.environ['TELEGRAM_API']}/bot").post_init(prepare).build()
    application.add_handler(CallbackQueryHandler(pressed))
    application.run_polling()


if __name__ == "__main__":
    main()
