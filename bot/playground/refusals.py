"""Every sentence with which Telegram refuses a call: one place, the real texts and codes."""

from enum import Enum


class Why(Enum):
    """Error code and description, as the Bot API server answers them (braces are filled in)."""

    UNAUTHORIZED = 401, "Unauthorized"
    NO_SUCH_METHOD = 404, "Not Found: method not found"
    NO_SUCH_FILE = 404, "Not Found"
    BODY_TOO_LARGE = 413, "Request Entity Too Large"
    UNREADABLE_BODY = 400, "Bad Request: can't parse request"
    FLOOD = 429, "Too Many Requests: retry after {seconds}"

    BLOCKED = 403, "Forbidden: bot was blocked by the user"
    DEACTIVATED = 403, "Forbidden: user is deactivated"
    NEVER_STARTED = 403, "Forbidden: bot can't initiate conversation with a user"
    KICKED = 403, "Forbidden: bot was kicked from the {kind} chat"
    NOT_A_MEMBER = 403, "Forbidden: bot is not a member of the {kind} chat"
    MIGRATED = 400, "Bad Request: group chat was upgraded to a supergroup chat"
    CHAT_ID_EMPTY = 400, "Bad Request: chat_id is empty"
    CHAT_NOT_FOUND = 400, "Bad Request: chat not found"
    USER_NOT_FOUND = 400, "Bad Request: user not found"
    NO_ADMINISTRATORS_IN_PRIVATE = 400, "Bad Request: there are no administrators in the private chat"
    CANNOT_LEAVE_PRIVATE = 400, "Bad Request: chat member status can't be changed in private chats"
    NOT_ENOUGH_RIGHTS_TO_PIN = 400, "Bad Request: not enough rights to manage pinned messages in the chat"

    NOT_ENOUGH_RIGHTS_TO_WRITE = 400, "Bad Request: not enough rights to send text messages to the chat"
    THREAD_NOT_FOUND = 400, "Bad Request: message thread not found"
    TOPIC_CLOSED = 400, "Bad Request: TOPIC_CLOSED"

    PARAMETER_REQUIRED = 400, 'Bad Request: parameter "{name}" is required'
    CANNOT_PARSE = 400, "Bad Request: can't parse {what}"
    TEXT_EMPTY = 400, "Bad Request: message text is empty"
    TEXT_BLANK = 400, "Bad Request: text must be non-empty"
    TEXT_TOO_LONG = 400, "Bad Request: message is too long"
    EDIT_OR_ANSWER_TOO_LONG = 400, "Bad Request: MESSAGE_TOO_LONG"
    CAPTION_TOO_LONG = 400, "Bad Request: message caption is too long"
    NOT_UTF8 = 400, "Bad Request: strings must be encoded in UTF-8"
    UNSUPPORTED_PARSE_MODE = 400, "Bad Request: unsupported parse_mode"
    ENTITIES = 400, "Bad Request: can't parse entities: {detail}"

    MARKUP_NOT_AN_OBJECT = 400, "Bad Request: object expected as reply markup"
    MARKUP_TOO_LONG = 400, "Bad Request: REPLY_MARKUP_TOO_LONG"
    MARKUP_NOT_INLINE = 400, "Bad Request: inline keyboard expected"
    BUTTON_NOT_AN_OBJECT = (
        400,
        "Bad Request: can't parse inline keyboard button: InlineKeyboardButton must be an Object",
    )
    BUTTON_WITHOUT_TEXT = (
        400,
        "Bad Request: can't parse inline keyboard button: Can't find field \"text\"",
    )
    BUTTON_WITHOUT_ACTION = (
        400,
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
    BUTTON_DATA_INVALID = 400, "Bad Request: BUTTON_DATA_INVALID"
    BUTTON_URL_INVALID = 400, "Bad Request: inline keyboard button URL '{url}' is invalid: {detail}"

    MESSAGE_ID_MISSING = 400, "Bad Request: message identifier is not specified"
    MESSAGE_ID_NOT_A_NUMBER = 400, "Bad Request: message identifier must be a Number"
    MESSAGE_IDS_MISSING = 400, "Bad Request: message identifiers are not specified"
    TOO_MANY_MESSAGE_IDS = 400, "Bad Request: too many message identifiers specified"
    NO_MESSAGE_TO_EDIT = 400, "Bad Request: message to edit not found"
    NO_MESSAGE_TO_DELETE = 400, "Bad Request: message to delete not found"
    NO_MESSAGE_TO_COPY = 400, "Bad Request: message to copy not found"
    NO_MESSAGE_TO_FORWARD = 400, "Bad Request: message to forward not found"
    NO_MESSAGE_TO_PIN = 400, "Bad Request: message to pin not found"
    NO_MESSAGE_TO_UNPIN = 400, "Bad Request: message to unpin not found"
    NO_MESSAGE_TO_REPLY = 400, "Bad Request: message to be replied not found"
    NOT_MODIFIED = (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message",
    )
    CANNOT_EDIT = 400, "Bad Request: message can't be edited"
    NO_TEXT_TO_EDIT = 400, "Bad Request: there is no text in the message to edit"
    NO_CAPTION_TO_EDIT = 400, "Bad Request: there is no caption in the message to edit"
    NO_MEDIA_TO_EDIT = 400, "Bad Request: there is no media in the message to edit"
    CANNOT_DELETE = 400, "Bad Request: message can't be deleted"
    TOO_OLD_TO_DELETE = 400, "Bad Request: message can't be deleted for everyone"
    CANNOT_COPY = 400, "Bad Request: message can't be copied"
    CANNOT_FORWARD = 400, "Bad Request: message can't be forwarded"

    QUERY_TOO_OLD = (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )

    NO_FILE_IN_REQUEST = 400, "Bad Request: there is no {kind} in the request"
    FILE_EMPTY = 400, "Bad Request: file must be non-empty"
    FILE_UNKNOWN = 400, "Bad Request: wrong file identifier/HTTP URL specified"
    FILE_ID_UNKNOWN = 400, "Bad Request: wrong file_id or the file is temporarily unavailable"
    FILE_ID_MISSING = 400, "Bad Request: file_id not specified"
    FILE_OF_OTHER_TYPE = 400, "Bad Request: can't use file of type {was} as {wanted}"
    FILE_TOO_BIG = 400, "Bad Request: file is too big"
    NOT_AN_IMAGE = 400, "Bad Request: IMAGE_PROCESS_FAILED"
    PHOTO_TOO_BIG = 400, "Bad Request: too big for a photo"
    PHOTO_DIMENSIONS = 400, "Bad Request: PHOTO_INVALID_DIMENSIONS"
    MEDIA_NOT_AN_ARRAY = 400, "Bad Request: expected an Array of InputMedia"
    MEDIA_NOT_AN_OBJECT = 400, "Bad Request: can't parse InputMedia: expected an Object"
    MEDIA_TYPE_UNSUPPORTED = 400, "Bad Request: can't parse InputMedia: unsupported type specified"
    ALBUM_EMPTY = 400, "Bad Request: there are no messages to send"
    ALBUM_TOO_LONG = 400, "Bad Request: too many messages to send as an album"
    ALBUM_MIXED = 400, "Bad Request: document can't be mixed with other media types"
    ALBUM_OF_OTHER_TYPE = 400, "Bad Request: can't change media type in the album"
    LATITUDE_EMPTY = 400, "Bad Request: latitude is empty"
    LONGITUDE_EMPTY = 400, "Bad Request: longitude is empty"
    WRONG_LOCATION = 400, "Bad Request: wrong location specified"
    WRONG_VENUE = 400, "Bad Request: wrong venue location specified"
    WRONG_ACTION = 400, "Bad Request: wrong parameter action in request"

    COMMANDS_NOT_AN_ARRAY = 400, "Bad Request: expected an Array of BotCommand"
    TOO_MANY_COMMANDS = 400, "Bad Request: BOT_COMMANDS_TOO_MUCH"
    COMMAND_EMPTY = 400, "Bad Request: command must be non-empty"
    COMMAND_TOO_LONG = 400, "Bad Request: command length must not exceed 32"
    COMMAND_INVALID = 400, "Bad Request: BOT_COMMAND_INVALID"
    COMMAND_DESCRIPTION_EMPTY = 400, "Bad Request: command description must be non-empty"
    COMMAND_DESCRIPTION_TOO_LONG = 400, "Bad Request: command description length must not exceed 256"
    SCOPE_INVALID = 400, "Bad Request: can't parse BotCommandScope: unsupported type specified"
    LANGUAGE_INVALID = 400, "Bad Request: invalid language code specified"
    ABOUT_TOO_LONG = 400, "Bad Request: bot {what} is too long"
    MENU_BUTTON_INVALID = 400, "Bad Request: can't parse menu button: MenuButton has unsupported type"

    OTHER_POLLER = (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    WEBHOOK_ACTIVE = (
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )
    WEBHOOK_SET = 409, "Conflict: terminated by setWebhook request"
    WEBHOOK_URL_INVALID = 400, "Bad Request: bad webhook: invalid webhook URL specified"
    SECRET_TOO_LONG = 400, "Bad Request: secret token is too long"
    SECRET_INVALID = 400, "Bad Request: secret token contains unallowed characters"


class Refusal(Exception):
    """A call is refused: carries what the Bot API puts into error_code, description and parameters.

    A fault may ask for a code and a description of its own.
    """

    def __init__(self, why: Why | tuple[int, str], **filled: str | int) -> None:
        self.code, sentence = why.value if isinstance(why, Why) else why
        self.description = sentence.format(**filled) if filled else sentence
        self.parameters: dict[str, int] = {}
        super().__init__(self.description)

    @classmethod
    def flood(cls, seconds: int) -> "Refusal":
        refusal = cls(Why.FLOOD, seconds=seconds)
        refusal.parameters["retry_after"] = seconds
        return refusal

    @classmethod
    def migrated(cls, to: int) -> "Refusal":
        refusal = cls(Why.MIGRATED)
        refusal.parameters["migrate_to_chat_id"] = to
        return refusal
