// The phone's own words in the languages of its app, and dates as each language writes them.

export const LANGUAGES = {
  en: "English",
  fr: "Français",
  ar: "العربية",
  uk: "Українська",
  fa: "فارسی",
  ps: "پښتو",
  es: "Español",
  tr: "Türkçe",
  ru: "Русский",
  pt: "Português",
  el: "Ελληνικά",
  nb: "Norsk bokmål",
};

const RIGHT_TO_LEFT = new Set(["ar", "fa", "ps", "ur", "he", "ku", "ckb"]);

const SPOKEN = {
  en: ["Message", "Start", "edited", "bot", "members", "Nothing here yet", "You blocked this bot", "Unblock"],
  fr: ["Message", "Démarrer", "modifié", "bot", "membres", "Rien pour le moment", "Vous avez bloqué ce bot", "Débloquer"],
  ar: ["رسالة", "ابدأ", "معدّلة", "بوت", "أعضاء", "لا شيء هنا بعد", "لقد حظرت هذا البوت", "إلغاء الحظر"],
  uk: ["Повідомлення", "Почати", "змінено", "бот", "учасників", "Тут ще нічого немає", "Ви заблокували цього бота", "Розблокувати"],
  fa: ["پیام", "شروع", "ویرایش‌شده", "ربات", "عضو", "هنوز چیزی اینجا نیست", "این ربات را مسدود کرده‌اید", "رفع مسدودیت"],
  ps: ["پیغام", "پیل", "سم شوی", "بوټ", "غړي", "دلته لا څه نشته", "تاسو دا بوټ بند کړی", "خلاصول"],
  es: ["Mensaje", "Empezar", "editado", "bot", "miembros", "Aún no hay nada", "Has bloqueado este bot", "Desbloquear"],
  tr: ["Mesaj", "Başlat", "düzenlendi", "bot", "üye", "Burada henüz bir şey yok", "Bu botu engellediniz", "Engeli kaldır"],
  ru: ["Сообщение", "Начать", "изменено", "бот", "участников", "Здесь пока пусто", "Вы заблокировали этого бота", "Разблокировать"],
  pt: ["Mensagem", "Começar", "editada", "bot", "membros", "Ainda não há nada", "Bloqueou este bot", "Desbloquear"],
  el: ["Μήνυμα", "Έναρξη", "τροποποιήθηκε", "bot", "μέλη", "Τίποτα ακόμη", "Έχετε αποκλείσει αυτό το bot", "Άρση αποκλεισμού"],
  nb: ["Melding", "Start", "redigert", "bot", "medlemmer", "Ingenting her ennå", "Du har blokkert denne boten", "Opphev blokkering"],
};

const NAMES = ["message", "start", "edited", "bot", "members", "empty", "blocked", "unblock"];

const base = (language) => (language || "en").toLowerCase().split(/[-_]/)[0];

/** The phone's words by name (`message`, `start`, …), in English where the language is not known. */
export function wordsOf(language) {
  const spoken = SPOKEN[base(language)] ?? SPOKEN.en;
  return Object.fromEntries(NAMES.map((name, place) => [name, spoken[place]]));
}

export function languageName(language) {
  return LANGUAGES[base(language)] ?? language;
}

export function directionOf(language) {
  return RIGHT_TO_LEFT.has(base(language)) ? "rtl" : "ltr";
}

/** HH:mm in the zone (an IANA name; the browser's own when absent). */
export function timeOf(iso, zone) {
  return format("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }, iso);
}

/** Weekday and day in this language, Gregorian calendar and Western digits as on papers. */
export function dayOf(iso, language, zone) {
  return format(locale(language), { weekday: "long", day: "numeric", month: "long", timeZone: zone }, iso);
}

export function shortDayOf(iso, zone) {
  return format("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: zone }, iso);
}

function locale(language) {
  const spoken = base(language) === "en" ? "en-GB" : base(language);
  return `${spoken}-u-ca-gregory-nu-latn`;
}

function format(name, shape, iso) {
  const moment = new Date(iso);
  if (Number.isNaN(moment.valueOf())) return "";
  try {
    return new Intl.DateTimeFormat(name, shape).format(moment);
  } catch {
    return new Intl.DateTimeFormat("en-GB", { ...shape, timeZone: undefined }).format(moment);
  }
}

/** 0:07 for a voice message of seven seconds. */
export function lengthOf(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
