import type { Unit } from "#result/result.js";
import { type Catalogue, catalogue, type Language } from "./language.js";

/**
 * The locale numbers are written by. Kazakh and Russian write numbers alike, and browsers claim Kazakh without having its data,
 * so Kazakh numbers are asked for in Russian.
 */
export const numberLocale: Catalogue<string> = { en: "en", ru: "ru", kk: "ru" };

/** A number with a fixed count of digits after the decimal sign; a true minus sign; never "-0". */
export function formatNumber(value: number, lang: Language, digits = 0): string {
  const rounded = Number(value.toFixed(digits)) || 0;
  return numbers(lang, digits).format(rounded).replace("-", "−");
}

/** The same, with a plus sign before what is above zero after rounding. */
export function formatSigned(value: number, lang: Language, digits = 0): string {
  const text = formatNumber(value, lang, digits);
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : text;
}

/** A share in [0, 1] as percent: `64%` in English and Kazakh, `64 %` in Russian; one digit more below ten percent. */
export const formatShare = (share: number, lang: Language): string => formatQuantity(share, "share", lang);

/** Seconds as minutes, with the word: `31.2 min`. */
export const formatMinutes = (seconds: number, lang: Language): string => formatQuantity(seconds, "s", lang);

/** A clock time, given in seconds after midnight: `09:30`. Past midnight it starts anew. */
export function formatClock(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

/** A value with its unit, as people read it: seconds in minutes, shares in percent. */
export const formatQuantity = (value: number, unit: Unit, lang: Language): string =>
  withUnit(formatNumber(shown(value, unit), lang, digitsOf(value, unit)), unitWord(unit, lang), lang);

/** The same without the unit, for a table whose column says it. */
export const formatBare = (value: number, unit: Unit, lang: Language): string =>
  formatNumber(shown(value, unit), lang, digitsOf(value, unit));

/** A difference with its sign and unit; a difference of shares is in percentage points. */
export const formatDifference = (value: number, unit: Unit, lang: Language): string =>
  withUnit(formatBareDifference(value, unit, lang), differenceUnitWord(unit, lang), lang);

/** The same without the unit. */
export const formatBareDifference = (value: number, unit: Unit, lang: Language): string =>
  formatSigned(shown(value, unit), lang, unit === "KZT" ? 0 : smallDigits(shown(value, unit)));

/** The value in the unit it is shown in: minutes for seconds, percent for shares. */
export const shown = (value: number, unit: Unit): number =>
  unit === "s" ? value / 60 : unit === "share" ? value * 100 : value;

/** The word of the unit a value is shown in; empty for a plain ratio. */
export const unitWord = (unit: Unit, lang: Language): string => unitWords[lang][unit];

/** The word of the unit a difference is shown in. */
export const differenceUnitWord = (unit: Unit, lang: Language): string =>
  unit === "share" ? pointsWord[lang] : unitWord(unit, lang);

const withUnit = (number: string, word: string, lang: Language): string =>
  word === "" ? number : word === "%" && lang !== "ru" ? `${number}%` : `${number}\u00a0${word}`;

function digitsOf(value: number, unit: Unit): number {
  if (unit === "KZT") return 0;
  if (unit === "ratio") return 2;
  if (unit === "share") return value > 0 && value < 0.0995 ? 1 : 0;
  return smallDigits(shown(value, unit));
}

const smallDigits = (value: number): number =>
  Math.abs(value) < 0.095 && value !== 0 ? 2 : Math.abs(value) < 1000 ? 1 : 0;

const pad = (value: number): string => String(value).padStart(2, "0");

const made = new Map<string, Intl.NumberFormat>();

function numbers(lang: Language, digits: number): Intl.NumberFormat {
  const key = `${lang}${digits}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(numberLocale[lang], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  made.set(key, format);
  return format;
}

const unitWords = catalogue<Readonly<Record<Unit, string>>>(
  { s: "min", visitors: "", share: "%", h: "h", KZT: "₸", "visitors/h": "visitors/h", points: "points", ratio: "" },
  {
    ru: { s: "мин", visitors: "", share: "%", h: "ч", KZT: "₸", "visitors/h": "чел./ч", points: "балл.", ratio: "" },
    kk: { s: "мин", visitors: "", share: "%", h: "сағ", KZT: "₸", "visitors/h": "адам/сағ", points: "балл", ratio: "" },
  },
);

const pointsWord: Catalogue<string> = { en: "pp", ru: "п.\u00a0п.", kk: "п.\u00a0т." };
