import type {
  Comparison,
  Difference,
  Interval,
  Measure,
  Named,
  Result,
  Row,
  ScenarioSummary,
  Scope,
  Series,
  Statistic,
  Title,
  Unit,
  Verdict,
  WaitDistribution,
} from "#result/result.js";

/** What a fixture holds; everything else follows from it. */
interface Size {
  readonly reforms?: number;
  readonly replications?: number;
}

/**
 * A result as a run of a large city centre would write it: six stations and a lift, ten services, four groups, the base and up
 * to three reforms. The numbers are plausible, not simulated, and the same at every call.
 */
export function aResult({ reforms = 3, replications = 40 }: Size = {}): Result {
  const chosen = worlds.slice(0, 1 + reforms);
  const random = generator();
  return {
    format: "pscsim-result/1",
    provenance: {
      pscsim: "0.1.0",
      node: "20.20.2",
      command: "pscsim compare scenarios/city-centre.yaml scenarios/reforms/second-bank.yaml",
      seed: "astana-2019",
      replications,
      stopped: "replications",
      relativeHalfWidth: replications > 1 ? 0.021 : null,
      confidence: 0.95,
      calendar: "own",
      files: [
        {
          path: "scenarios/city-centre.yaml",
          sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        },
      ],
    },
    scenarios: chosen.map(summary),
    rows: chosen.flatMap((world) => rowsOf(world, replications)),
    distributions: chosen.flatMap((world) => distributionsOf(world, random)),
    series: chosen.flatMap((world) => seriesOf(world, random)),
    comparisons: chosen.slice(1).map((world) => comparisonOf(world, replications)),
  };
}

/** A day nobody came to, run once: no estimate is defined and no interval exists. */
export function anEmptyResult(): Result {
  const whole = aResult({ reforms: 1, replications: 1 });
  const nothing = <Of extends object>(row: Of): Of => ({ ...row, estimate: null, low: null, high: null, n: 0 });
  const none = (values: readonly unknown[]) => values.map(() => null);
  const unknown: Interval = { estimate: null, low: null, high: null };
  return {
    ...whole,
    rows: whole.rows.map(nothing),
    distributions: whole.distributions.map((one) => ({ ...one, counts: [], median: 0, p90: 0 })),
    series: whole.series.map((one) => ({
      ...one,
      estimate: none(one.estimate),
      low: none(one.low),
      high: none(one.high),
      bandLow: none(one.bandLow),
      bandHigh: none(one.bandHigh),
    })),
    comparisons: whole.comparisons.map((one) => ({
      ...one,
      differences: one.differences.map((row) => ({
        ...nothing(row),
        base: null,
        reform: null,
        p: null,
        pHolm: null,
        verdict: "cannot-tell" as const,
      })),
      visitors: one.visitors.map((row) => ({ ...row, better: unknown, worse: unknown, unchanged: unknown })),
      gains: { ...one.gains, counts: one.gains.counts.map(() => 0), newlyServed: 0, noLongerServed: 0 },
      shift: one.shift.map((row) => ({ ...row, ...unknown, wait: null })),
    })),
  };
}

/** A centre of one station, one service and one group, without reforms. */
export function aSmallResult(): Result {
  const whole = aResult({ reforms: 0 });
  const [scenario] = whole.scenarios;
  if (scenario === undefined) throw new Error("the fixture has a base");
  const isKept = ({ scope, key }: { scope: string; key: string }) =>
    scope === "whole" || key === "windows" || key === "id-card" || key === "general";
  return {
    ...whole,
    scenarios: [
      {
        ...scenario,
        groups: scenario.groups.slice(0, 1),
        services: scenario.services.slice(0, 1),
        stations: scenario.stations.filter(({ id }) => id === "windows"),
      },
    ],
    rows: whole.rows.filter((row) => isKept(row) && (row.group === "" || row.group === "general")),
    distributions: whole.distributions.filter(isKept),
    series: whole.series.filter(isKept),
  };
}

/** One scenario's plausible truth. Minutes; shares of the base's waits by station. */
interface World {
  readonly id: string;
  readonly title: Title;
  readonly wait: number;
  readonly promise: number;
  readonly gaveUp: number;
  readonly cost: number;
  /** Mean minutes of waiting at each station, for those who visit it. */
  readonly waits: Readonly<Record<string, number>>;
  readonly busy: Readonly<Record<string, number>>;
}

const worlds: readonly World[] = [
  {
    id: "base",
    title: {
      en: "Large city centre, 2019",
      ru: "Большой городской центр обслуживания населения, 2019 год",
      kk: "Халыққа қызмет көрсететін үлкен қалалық орталық, 2019 жыл",
    },
    wait: 31.2,
    promise: 0.44,
    gaveUp: 0.061,
    cost: 2_913_000,
    waits: { "ticket-desk": 1.6, windows: 12.1, bank: 22.4, kiosks: 0.9, property: 8.2, delivery: 3.4, lift: 0.6 },
    busy: { "ticket-desk": 0.62, windows: 0.91, bank: 0.985, kiosks: 0.31, property: 0.84, delivery: 0.55, lift: 0.2 },
  },
  {
    id: "second-bank",
    title: {
      en: "Second bank",
      ru: "Второе отделение банка в зале обслуживания",
      kk: "Қызмет көрсету залындағы екінші банк бөлімшесі",
    },
    wait: 24,
    promise: 0.57,
    gaveUp: 0.039,
    cost: 2_874_000,
    waits: { "ticket-desk": 1.6, windows: 15.3, bank: 6.1, kiosks: 0.9, property: 8.4, delivery: 3.6, lift: 0.6 },
    busy: { "ticket-desk": 0.62, windows: 0.945, bank: 0.66, kiosks: 0.31, property: 0.845, delivery: 0.56, lift: 0.2 },
  },
  {
    id: "payment-kiosks",
    title: {
      en: "Payment kiosks next to every window",
      ru: "Терминалы оплаты рядом с каждым окном обслуживания",
      kk: "Әрбір қызмет көрсету терезесінің жанындағы төлем терминалдары",
    },
    wait: 22.6,
    promise: 0.61,
    gaveUp: 0.036,
    cost: 2_760_000,
    waits: { "ticket-desk": 1.6, windows: 14.8, bank: 3.2, kiosks: 4.4, property: 8.4, delivery: 3.5, lift: 0.6 },
    busy: { "ticket-desk": 0.62, windows: 0.94, bank: 0.48, kiosks: 0.78, property: 0.845, delivery: 0.56, lift: 0.2 },
  },
  {
    id: "utilities-in",
    title: {
      en: "Water, gas and electricity services move in, without new windows",
      ru: "Перевод услуг водо-, газо- и электроснабжения в центр без открытия новых окон",
      kk: "Сумен, газбен және электрмен жабдықтау қызметтерін жаңа терезелер ашпай орталыққа көшіру",
    },
    wait: 39.8,
    promise: 0.31,
    gaveUp: 0.094,
    cost: 3_305_000,
    waits: { "ticket-desk": 2.3, windows: 21.5, bank: 25.2, kiosks: 1.2, property: 8.3, delivery: 3.9, lift: 0.7 },
    busy: { "ticket-desk": 0.71, windows: 0.985, bank: 0.99, kiosks: 0.36, property: 0.84, delivery: 0.6, lift: 0.23 },
  },
];

const stations: readonly (Named & { readonly isLift: boolean; readonly demand: number })[] = [
  {
    id: "ticket-desk",
    title: { en: "Ticket desk", ru: "Стойка выдачи талонов", kk: "Талон беру үстелі" },
    isLift: false,
    demand: 1,
  },
  {
    id: "windows",
    title: { en: "Service windows", ru: "Окна обслуживания", kk: "Қызмет көрсету терезелері" },
    isLift: false,
    demand: 0.8,
  },
  {
    id: "bank",
    title: { en: "Bank", ru: "Касса банка второго уровня", kk: "Екінші деңгейлі банктің кассасы" },
    isLift: false,
    demand: 0.62,
  },
  {
    id: "kiosks",
    title: { en: "Self-service kiosks", ru: "Терминалы самообслуживания", kk: "Өзіне-өзі қызмет көрсету терминалдары" },
    isLift: false,
    demand: 0.3,
  },
  {
    id: "property",
    title: {
      en: "Property registration",
      ru: "Регистрация прав на недвижимое имущество",
      kk: "Жылжымайтын мүлікке құқықтарды тіркеу",
    },
    isLift: false,
    demand: 0.12,
  },
  {
    id: "delivery",
    title: { en: "Collection of documents", ru: "Выдача готовых документов", kk: "Дайын құжаттарды беру" },
    isLift: false,
    demand: 0.25,
  },
  { id: "lift", title: { en: "Lift", ru: "Лифт", kk: "Лифт" }, isLift: true, demand: 0.04 },
];

const services: readonly (Named & { readonly factor: number })[] = [
  { id: "id-card", title: { en: "Identity card", ru: "Удостоверение личности", kk: "Жеке куәлік" }, factor: 1.05 },
  {
    id: "passport",
    title: {
      en: "Passport",
      ru: "Паспорт гражданина Республики Казахстан",
      kk: "Қазақстан Республикасы азаматының паспорты",
    },
    factor: 1.1,
  },
  {
    id: "residence",
    title: {
      en: "Registration of residence",
      ru: "Регистрация по месту жительства",
      kk: "Тұрғылықты жері бойынша тіркеу",
    },
    factor: 0.8,
  },
  {
    id: "driving-licence",
    title: { en: "Driving licence", ru: "Водительское удостоверение", kk: "Жүргізуші куәлігі" },
    factor: 1.25,
  },
  {
    id: "property-title",
    title: {
      en: "Registration of rights to immovable property",
      ru: "Государственная регистрация прав на недвижимое имущество",
      kk: "Жылжымайтын мүлікке құқықтарды мемлекеттік тіркеу",
    },
    factor: 1.4,
  },
  { id: "birth", title: { en: "Birth of a child", ru: "Рождение ребёнка", kk: "Баланың дүниеге келуі" }, factor: 0.7 },
  {
    id: "benefit",
    title: {
      en: "Benefit or pension",
      ru: "Назначение пособия или пенсии",
      kk: "Жәрдемақы немесе зейнетақы тағайындау",
    },
    factor: 0.75,
  },
  {
    id: "business",
    title: { en: "Registration of a business", ru: "Регистрация предпринимателя", kk: "Кәсіпкерді тіркеу" },
    factor: 0.9,
  },
  { id: "certificate", title: { en: "Certificates", ru: "Справки", kk: "Анықтамалар" }, factor: 0.5 },
  {
    id: "collect",
    title: { en: "Collecting a document", ru: "Получение готового документа", kk: "Дайын құжатты алу" },
    factor: 0.2,
  },
];

const groups: readonly (Named & { readonly factor: number; readonly denied: number })[] = [
  {
    id: "general",
    title: { en: "General public", ru: "Обычные посетители", kk: "Жалпы келушілер" },
    factor: 1,
    denied: 0,
  },
  {
    id: "older",
    title: { en: "Older people", ru: "Пожилые люди", kk: "Егде жастағы адамдар" },
    factor: 1.12,
    denied: 0,
  },
  {
    id: "wheelchair",
    title: { en: "Wheelchair users", ru: "Посетители на креслах-колясках", kk: "Кресло-арбадағы келушілер" },
    factor: 0.55,
    denied: 0.14,
  },
  {
    id: "families",
    title: {
      en: "Families with small children",
      ru: "Семьи с маленькими детьми",
      kk: "Кішкентай балалары бар отбасылар",
    },
    factor: 0.97,
    denied: 0.01,
  },
];

const named = ({ id, title }: Named): Named => ({ id, title });

const halfHours = Array.from({ length: 19 }, (_, i) => i * 1800);

/** Relative crowding of each half-hour, the last one after closing. */
const crowd = [
  0.45, 0.72, 0.95, 1.15, 1.3, 1.38, 1.32, 1.15, 1.22, 1.4, 1.48, 1.36, 1.2, 1.02, 0.86, 0.7, 0.5, 0.3, 0.08,
];

const summary = (world: World): ScenarioSummary => ({
  id: world.id,
  title: world.title,
  about: {
    en: "A centre of a regional capital with about 1000 visitors a day.",
    ru: "Центр областной столицы, около 1000 посетителей в день.",
    kk: "Күніне шамамен 1000 адам келетін облыс орталығындағы ХҚО.",
  },
  assumptions: {
    en: "Service times follow a lognormal law with the means of the 2019 time study; patience is assumed, not measured.",
    ru: "Время обслуживания распределено логнормально со средними из хронометража 2019 года; терпение принято, а не измерено.",
    kk: "Қызмет көрсету уақыты 2019 жылғы хронометраждың орташаларымен логнормалды бөлінген; шыдам өлшенбеген, жорамалданған.",
  },
  opens: 9 * 3600,
  dayLength: 9 * 3600,
  intervals: halfHours,
  promise: { wait: 1200, share: 0.8, noticeable: 60 },
  groups: groups.map(named),
  services: services.map(named),
  stations: stations.map((one) => ({ ...named(one), isLift: one.isLift })),
});

function rowsOf(world: World, replications: number): Row[] {
  const rows: Row[] = [];
  const add = (
    measure: Measure,
    statistic: Statistic,
    unit: Unit,
    estimate: number,
    place: { scope?: Scope; key?: string; group?: string } = {},
  ) =>
    rows.push({
      scenario: world.id,
      measure,
      scope: "whole",
      key: "",
      group: "",
      ...place,
      statistic,
      unit,
      ...around(estimate, replications),
      n: replications,
    });
  const seconds = world.wait * 60;
  add("wait", "mean", "s", seconds);
  add("wait", "median", "s", seconds * 0.82);
  add("wait", "p90", "s", seconds * 2.1);
  add("within-promise", "share", "share", world.promise);
  add("time-in-centre", "mean", "s", seconds + 1130);
  add("came", "total", "visitors", 1000);
  add("served", "total", "visitors", 1000 * (1 - world.gaveUp - 0.003));
  add("gave-up", "share", "share", world.gaveUp);
  add("turned-away", "share", "share", 0);
  add("denied", "share", "share", 0.003);
  add("overtime", "total", "h", world.wait / 4);
  add("staff-cost", "total", "KZT", world.cost * 0.62);
  add("visitor-cost", "total", "KZT", world.cost * 0.38);
  add("total-cost", "total", "KZT", world.cost);
  for (const { id } of stations) {
    const place = { scope: "station", key: id } as const;
    const wait = (world.waits[id] ?? 0) * 60;
    add("wait", "mean", "s", wait, place);
    add("wait", "p90", "s", wait * 2.2, place);
    add("utilisation", "average", "share", world.busy[id] ?? 0, place);
    add("queue-length", "average", "visitors", wait / 40, place);
  }
  for (const { id, factor } of services) {
    const place = { scope: "service", key: id } as const;
    add("wait", "mean", "s", seconds * factor, place);
    add("time-in-centre", "mean", "s", seconds * factor + 1000, place);
    add("within-promise", "share", "share", Math.min(0.97, world.promise / factor), place);
  }
  for (const { id, factor, denied } of groups) {
    add("wait", "mean", "s", seconds * factor, { group: id });
    add("time-in-centre", "mean", "s", seconds * factor + 1200, { group: id });
    add("within-promise", "share", "share", Math.min(0.97, world.promise / factor), { group: id });
    add("gave-up", "share", "share", world.gaveUp * factor, { group: id });
    add("denied", "share", "share", denied, { group: id });
    if (id === "general") continue;
    add("wait-gap", "difference", "s", seconds * (factor - 1), { group: id });
    add("wait-gap", "ratio", "ratio", factor, { group: id });
    add("time-in-centre-gap", "difference", "s", seconds * (factor - 1) + 240, { group: id });
    add("time-in-centre-gap", "ratio", "ratio", (seconds * factor + 1440) / (seconds + 1200), { group: id });
    add("denied-gap", "difference", "share", denied, { group: id });
  }
  return rows;
}

/** An estimate with an interval of 3 % either side; none with one replication, no width around zero. */
const around = (estimate: number, replications: number): Interval =>
  replications < 2
    ? { estimate, low: null, high: null }
    : { estimate, low: estimate - Math.abs(estimate) * 0.03, high: estimate + Math.abs(estimate) * 0.03 };

function distributionsOf(world: World, random: () => number): WaitDistribution[] {
  const one = (scope: WaitDistribution["scope"], key: string, minutes: number): WaitDistribution => {
    const counts = new Array<number>(480).fill(0);
    const visitors = 1000;
    for (let i = 0; i < visitors; i++) {
      const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      const wait = random() < 0.12 ? 0 : minutes * 60 * Math.exp(0.7 * normal - 0.12);
      const bin = Math.min(479, Math.ceil(wait / 30));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return { scenario: world.id, scope, key, binWidth: 30, counts, median: minutes * 53, p90: minutes * 120 };
  };
  return [
    one("whole", "", world.wait),
    ...stations.map(({ id }) => one("station", id, world.waits[id] ?? 1)),
    ...services.map(({ id, factor }) => one("service", id, world.wait * factor)),
    ...groups.map(({ id, factor }) => one("group", id, world.wait * factor)),
  ];
}

function seriesOf(world: World, random: () => number): Series[] {
  const one = (
    measure: Series["measure"],
    scope: Series["scope"],
    key: string,
    unit: Unit,
    of: (i: number) => number | null,
  ): Series => {
    const estimate = halfHours.map((_, i) => of(i));
    const scaled = (factor: number) => estimate.map((value) => (value === null ? null : value * factor));
    return {
      scenario: world.id,
      measure,
      scope,
      key,
      unit,
      estimate,
      low: scaled(0.96),
      high: scaled(1.04),
      bandLow: scaled(0.45),
      bandHigh: scaled(1.75),
    };
  };
  const noise = () => 0.96 + 0.08 * random();
  return [
    one("people-inside", "whole", "", "visitors", (i) => (crowd[i] ?? 0) * (60 + world.wait * 2) * noise()),
    ...stations.flatMap(({ id, demand }) => [
      one(
        "people-waiting",
        "station",
        id,
        "visitors",
        (i) => (world.waits[id] ?? 0) * demand * 1.6 * (crowd[i] ?? 0) ** 2 * noise(),
      ),
      one("utilisation", "station", id, "share", (i) =>
        i === 18 && id !== "windows"
          ? null
          : Math.min(1, (world.busy[id] ?? 0) * Math.min(1.08, 0.55 + 0.5 * (crowd[i] ?? 0)) * noise()),
      ),
    ]),
  ];
}

function comparisonOf(world: World, replications: number): Comparison {
  const base = worlds[0] ?? world;
  const before = rowsOf(base, replications);
  const differences = rowsOf(world, replications).map((row, i) => difference(row, before[i]?.estimate ?? null));
  const saved = base.wait - world.wait;
  const visitors = ["", ...groups.map(({ id }) => id)].map((group, i) => {
    const better = saved > 0 ? 0.61 - 0.04 * i : 0.08;
    const worse = saved > 0 ? 0.04 + 0.01 * i : 0.66;
    const rest = 1 - better - worse;
    return {
      group,
      better: around(better, replications),
      worse: around(worse, replications),
      unchanged: around(rest, replications),
    };
  });
  return { reform: world.id, differences, visitors, gains: gainsOf(saved), shift: shiftOf(world, base, replications) };
}

function difference(row: Row, base: number | null): Difference {
  const { scenario: _, estimate: reform, ...rest } = row;
  const change = reform === null || base === null ? null : reform - base;
  const half = reform === null ? 0 : Math.abs(reform) * 0.025 + (change === 0 ? 0 : 0.0001);
  const hasInterval = row.low !== null && change !== null;
  const low = hasInterval ? change - (change === 0 ? 0 : half) : null;
  const high = hasInterval ? change + (change === 0 ? 0 : half) : null;
  const p = low === null || high === null ? null : low > 0 || high < 0 ? 0.0001 : 0.4;
  return {
    ...rest,
    base,
    reform,
    estimate: change,
    low,
    high,
    p,
    pHolm: p === null ? null : Math.min(1, p * 3),
    verdict: verdictOf(row.measure, change, p),
  };
}

function verdictOf(measure: Measure, change: number | null, p: number | null): Verdict {
  if (change === 0) return "same";
  if (change === null || p === null || p >= 0.05) return "cannot-tell";
  if (measure === "utilisation" || measure === "came") return change > 0 ? "more" : "less";
  const isMoreBetter = measure === "within-promise" || measure === "served";
  return change > 0 === isMoreBetter ? "better" : "worse";
}

function gainsOf(saved: number): Comparison["gains"] {
  const from = -3600;
  const counts = Array.from({ length: 240 }, (_, i) => {
    const minutes = (from + i * 30) / 60;
    const wide = Math.exp(-(((minutes + saved * 1.3) / 9) ** 2));
    const still = Math.abs(minutes) < 1 ? 2.2 : 0;
    return Math.round(1000 * (wide + still));
  });
  return {
    binWidth: 30,
    from,
    counts,
    newlyServed: saved > 0 ? 0.024 : 0.002,
    noLongerServed: saved > 0 ? 0.001 : 0.035,
  };
}

function shiftOf(world: World, base: World, replications: number): Comparison["shift"] {
  const places = stations.map(({ id, demand }) => {
    const wait = ((world.waits[id] ?? 0) - (base.waits[id] ?? 0)) * 60 * demand;
    const work = id === "kiosks" || id === "windows" ? Math.abs(wait) * 0.15 : 0;
    return { place: "station" as const, key: id, wait, ...around(wait + work, replications) };
  });
  const between = {
    place: "between-stations" as const,
    key: "",
    wait: 0,
    ...around(world.id === "payment-kiosks" ? -34 : 6, replications),
  };
  const all = [...places, between];
  const sum = (of: (entry: (typeof all)[number]) => number | null) =>
    all.reduce((total, entry) => total + (of(entry) ?? 0), 0);
  return [
    ...all,
    {
      place: "total",
      key: "",
      wait: sum((entry) => entry.wait),
      ...around(
        sum((entry) => entry.estimate),
        replications,
      ),
    },
  ];
}

/** Uniform numbers in [0, 1), the same at every start. Source: Park and Miller (1988), the minimal standard generator. */
function generator(): () => number {
  let state = 20190617;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
