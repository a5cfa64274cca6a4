import { numberLocale } from "./format.js";
import type { Language } from "./language.js";

/** How Vega writes numbers, as its number locale wants it. */
export interface NumberLocale {
  readonly decimal: string;
  readonly thousands: string;
  readonly grouping: number[];
  readonly currency: [string, string];
  readonly minus: string;
}

/** The number locale of a language, read off Intl. */
export function vegaLocale(lang: Language): NumberLocale {
  const parts = new Intl.NumberFormat(numberLocale[lang]).formatToParts(1234567.8);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return { decimal: part("decimal"), thousands: part("group"), grouping: [3], currency: ["", "\u00a0₸"], minus: "−" };
}
