import { formatNumber, unitWord } from "./format.js";
import type { Language } from "./language.js";

/** Seconds as minutes for a sentence: whole minutes from ten on, one digit more below, none where it is a whole number anyway. */
export const roughMinutes = (seconds: number, lang: Language): string => rough(seconds, lang, Math.round);
/** The same where at most so many are said. */
export const roughMinutesUp = (seconds: number, lang: Language): string => rough(seconds, lang, Math.ceil);
/** The same where at least so many are said. */
export const roughMinutesDown = (seconds: number, lang: Language): string => rough(seconds, lang, Math.floor);

function rough(seconds: number, lang: Language, rounded: (minutes: number) => number): string {
  const minutes = seconds / 60;
  const digits = minutes >= 10 ? 0 : 1;
  // 18 s are 0.3 min, and not a little more as a computer reckons.
  const value = rounded(Number((minutes * 10 ** digits).toFixed(6))) / 10 ** digits;
  return `${formatNumber(value, lang, Number.isInteger(value) ? 0 : digits)}\u00a0${unitWord("s", lang)}`;
}
