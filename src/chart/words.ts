import type { Measure, Statistic, Verdict } from "#result/result.js";
import { type Catalogue, catalogue, type Language } from "./language.js";

/** What a measure is called in charts, tables and reports; without its statistic and unit. */
export const measureWord = (measure: Measure, lang: Language): string => measures[lang][measure];

/** What a statistic is called, as it follows the measure after a comma; empty where the measure says it all. */
export const statisticWord = (statistic: Statistic, lang: Language): string => statistics[lang][statistic];

/** The measure with its statistic: `Wait, median`. The mean and plain totals go without. */
export function measureTitle(measure: Measure, statistic: Statistic, lang: Language): string {
  const word = statisticWord(statistic, lang);
  return word === "" ? measureWord(measure, lang) : `${measureWord(measure, lang)}, ${word}`;
}

/** A verdict on a difference. */
export const verdictWord = (verdict: Verdict, lang: Language): string => verdicts[lang][verdict];

const verdicts: Catalogue<Readonly<Record<Verdict, string>>> = catalogue(
  { better: "better", worse: "worse", more: "more", less: "less", same: "the same", "cannot-tell": "cannot tell" },
  {
    ru: {
      better: "лучше",
      worse: "хуже",
      more: "больше",
      less: "меньше",
      same: "без изменений",
      "cannot-tell": "не различить",
    },
    kk: {
      better: "жақсарды",
      worse: "нашарлады",
      more: "көбірек",
      less: "азырақ",
      same: "өзгеріссіз",
      "cannot-tell": "ажырату мүмкін емес",
    },
  },
);

const statistics: Catalogue<Readonly<Record<Statistic, string>>> = catalogue(
  {
    mean: "",
    median: "median",
    p90: "nine in ten at most",
    p95: "95 in 100 at most",
    max: "longest",
    total: "",
    share: "",
    average: "",
    difference: "difference",
    ratio: "ratio",
    gini: "Gini",
  },
  {
    ru: {
      mean: "",
      median: "медиана",
      p90: "у девяти из десяти не больше",
      p95: "у 95 из 100 не больше",
      max: "наибольшее",
      total: "",
      share: "",
      average: "",
      difference: "разность",
      ratio: "отношение",
      gini: "коэффициент Джини",
    },
    kk: {
      mean: "",
      median: "медиана",
      p90: "он адамның тоғызында бұдан аспайды",
      p95: "100 адамның 95-інде бұдан аспайды",
      max: "ең үлкені",
      total: "",
      share: "",
      average: "",
      difference: "айырма",
      ratio: "қатынас",
      gini: "Джини коэффициенті",
    },
  },
);

const measures: Catalogue<Readonly<Record<Measure, string>>> = catalogue(
  {
    wait: "Wait",
    "wait-of-served": "Wait of the served",
    "wait-of-all-who-came": "Wait of all who came",
    "time-in-centre": "Time in centre",
    "time-in-centre-of-served": "Time in centre of the served",
    "service-time": "Service time",
    "station-wait": "Wait at the station",
    "station-time": "Time at the station",
    "time-between-stations": "Time between stations",
    "queue-length": "People waiting",
    "people-inside": "People inside",
    utilisation: "Utilisation",
    throughput: "Throughput",
    came: "Came",
    joined: "Joined a queue",
    served: "Served",
    "gave-up": "Gave up",
    "turned-away": "Turned away",
    denied: "Denied by a barrier",
    "inside-at-end": "Inside at the end",
    "within-promise": "Within the promise",
    "finish-after-closing": "Finished after closing",
    overtime: "Overtime",
    "staff-cost": "Cost of staff",
    "visitor-cost": "Cost of visitors' time",
    "total-cost": "Total cost",
    satisfaction: "Satisfaction",
    "wait-gap": "Gap in waiting",
    "time-in-centre-gap": "Gap in time in centre",
    "denied-gap": "Gap in being denied",
  },
  {
    ru: {
      wait: "Ожидание",
      "wait-of-served": "Ожидание обслуженных",
      "wait-of-all-who-came": "Ожидание всех пришедших",
      "time-in-centre": "Время в центре",
      "time-in-centre-of-served": "Время в центре обслуженных",
      "service-time": "Время обслуживания",
      "station-wait": "Ожидание на участке",
      "station-time": "Время на участке",
      "time-between-stations": "Время между участками",
      "queue-length": "Ожидающих",
      "people-inside": "Людей внутри",
      utilisation: "Загрузка",
      throughput: "Обслужено за час",
      came: "Пришли",
      joined: "Встали в очередь",
      served: "Обслужены",
      "gave-up": "Ушли, не дождавшись",
      "turned-away": "Не приняты",
      denied: "Не пустил барьер",
      "inside-at-end": "Внутри в конце дня",
      "within-promise": "В пределах обещанного",
      "finish-after-closing": "Окончание после закрытия",
      overtime: "Сверхурочная работа",
      "staff-cost": "Затраты на персонал",
      "visitor-cost": "Цена времени посетителей",
      "total-cost": "Затраты всего",
      satisfaction: "Удовлетворённость",
      "wait-gap": "Разрыв в ожидании",
      "time-in-centre-gap": "Разрыв во времени в центре",
      "denied-gap": "Разрыв в недоступности",
    },
    kk: {
      wait: "Күту",
      "wait-of-served": "Қызмет алғандардың күтуі",
      "wait-of-all-who-came": "Барлық келгендердің күтуі",
      "time-in-centre": "Орталықта болу уақыты",
      "time-in-centre-of-served": "Қызмет алғандардың орталықта болу уақыты",
      "service-time": "Қызмет көрсету уақыты",
      "station-wait": "Учаскедегі күту",
      "station-time": "Учаскедегі уақыт",
      "time-between-stations": "Учаскелер арасындағы уақыт",
      "queue-length": "Күтіп тұрғандар",
      "people-inside": "Ішіндегі адамдар",
      utilisation: "Жүктеме",
      throughput: "Бір сағатта қызмет алғандар",
      came: "Келгендер",
      joined: "Кезекке тұрғандар",
      served: "Қызмет алғандар",
      "gave-up": "Күтпей кеткендер",
      "turned-away": "Қабылданбағандар",
      denied: "Кедергіден өте алмағандар",
      "inside-at-end": "Күн соңында іште қалғандар",
      "within-promise": "Уәде етілген уақыт ішінде",
      "finish-after-closing": "Жабылғаннан кейін аяқталуы",
      overtime: "Үстеме жұмыс",
      "staff-cost": "Қызметкерлер шығыны",
      "visitor-cost": "Келушілер уақытының құны",
      "total-cost": "Барлық шығын",
      satisfaction: "Қанағаттану",
      "wait-gap": "Күтудегі алшақтық",
      "time-in-centre-gap": "Орталықта болу уақытындағы алшақтық",
      "denied-gap": "Қолжетімсіздіктегі алшақтық",
    },
  },
);
