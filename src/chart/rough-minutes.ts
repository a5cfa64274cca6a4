import { formatNumber, unitWord } from "./format.js";
import type { Language } from "./language.js";

/** Seconds as minutes for a sentence: whole minutes from ten on, one digit more below, none where it is a whole number anyway. */
export function roughMinutes(seconds: number, lang: Language): string {
  const minutes = seconds / 60;
  const digits = minutes >= 10 || Math.abs(minutes - Math.round(minutes)) < 0.05 ? 0 : 1;
  return `${formatNumber(minutes, lang, digits)}\u00a0${unitWord("s", lang)}`;
}
