import type { Title } from "#result/result.js";

/** The languages of charts, tables and reports. */
export const languages = ["en", "ru", "kk"] as const;

export type Language = (typeof languages)[number];

/** Texts in every language. */
export type Catalogue<Texts> = Readonly<Record<Language, Texts>>;

/** Texts written once in English and then in the two other languages: a missing or misspelt text does not compile. */
export const catalogue = <Texts>(
  en: Texts,
  others: { readonly ru: NoInfer<Texts>; readonly kk: NoInfer<Texts> },
): Catalogue<Texts> => ({ en, ...others });

/** A title in one language; where the title has nothing there, its English or whatever it has. */
export const inLanguage = (title: Title, lang: Language): string => title[lang] || title.en || title.ru || title.kk;

/** The forms a noun takes after a number; Intl names them. */
export type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The form of a noun that goes with a number. Kazakh nouns do not change after a number, English has two forms, Russian three. */
export const plural = (count: number, forms: Forms, lang: Language): string =>
  forms[pluralRules[lang].select(count)] ?? forms.other;

const pluralRules: Catalogue<Intl.PluralRules> = {
  en: new Intl.PluralRules("en"),
  ru: new Intl.PluralRules("ru"),
  kk: new Intl.PluralRules("kk"),
};
