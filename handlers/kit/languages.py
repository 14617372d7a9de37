"""Languages people speak, each named in its own script, the more frequent ones first.

The list is ours because no library names all of them as their speakers do.
"""

NAMES = {
    "ar": "العربية",
    "fr": "Français",
    "en": "English",
    "fa_AF": "دری",
    "ps": "پښتو",
    "fa": "فارسی",
    "tr": "Türkçe",
    "uk": "Українська",
    "ru": "Русский",
    "es": "Español",
    "pt": "Português",
    "it": "Italiano",
    "kab": "Taqbaylit",
    "zdj": "Shikomori",
    "so": "Soomaali",
    "ti": "ትግርኛ",
    "am": "አማርኛ",
    "ku": "Kurdî",
    "ckb": "کوردی",
    "hy": "Հայերեն",
    "ka": "ქართული",
    "sq": "Shqip",
    "ro": "Română",
    "bg": "Български",
    "wo": "Wolof",
    "ff": "Pulaar",
    "bm": "Bamanankan",
    "snk": "Sooninkanxanne",
    "ln": "Lingála",
    "sw": "Kiswahili",
    "mg": "Malagasy",
    "bn": "বাংলা",
    "ur": "اردو",
    "ta": "தமிழ்",
    "zh": "中文",
    "vi": "Tiếng Việt",
    "el": "Ελληνικά",
    "nb": "Norsk",
}


def name(code: str) -> str:
    """A language's own name; the code where we do not know it."""
    return NAMES.get(code, code)
