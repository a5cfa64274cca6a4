import type { Result } from "#result/result.js";
import { findDifference } from "./find-row.js";
import { quotedTitle } from "./labels.js";
import { catalogue, type Language } from "./language.js";

/** Of whom means are where a reform changes who comes; empty where everybody comes in both. */
export function whoComes(result: Result, lang: Language): string {
  const changed = result.comparisons.filter(({ differences }) => {
    const came = findDifference(differences, { measure: "came", statistics: ["total"] });
    return (came?.estimate ?? 0) !== 0;
  });
  const titles = changed.map(({ reform }) => quotedTitle(result.scenarios, reform, lang));
  return titles.length === 0 ? "" : texts[lang].means(titles.join(", "));
}

/** The same where it is also told who is better off. */
export function whoComesInBoth(result: Result, lang: Language): string {
  const means = whoComes(result, lang);
  return means === "" ? "" : `${means} ${texts[lang].balance}`;
}

const texts = catalogue(
  {
    means: (reforms: string) =>
      `Where a reform changes who comes (${reforms}), its means are over all its visitors, newcomers included.`,
    balance: "“Better off” and “worse off” are about those who come in both.",
  },
  {
    ru: {
      means: (reforms) =>
        `Где реформа меняет состав приходящих (${reforms}), её средние взяты по всем её посетителям, включая новых.`,
      balance: "«Выиграли» и «проиграли» — только о тех, кто приходит в обоих случаях.",
    },
    kk: {
      means: (reforms) =>
        `Реформа келушілер құрамын өзгертсе (${reforms}), оның орташалары жаңа келушілерді қоса барлық келушілері бойынша алынады.`,
      balance: "«Ұтқандар» мен «ұтылғандар» — екі жағдайда да келетіндер туралы ғана.",
    },
  },
);
