"""The least a bot can be: python-telegram-bot as its first example has it, saying back what was said."""

import os

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message:
        await update.message.reply_text(update.message.text or "")


def main() -> None:
    origin = os.environ["TELEGRAM_API"]
    application = ApplicationBuilder().token(os.environ["TELEGRAM_TOKEN"]).base_url(f"{origin}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
