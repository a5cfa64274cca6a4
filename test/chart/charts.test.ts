import { compile } from "vega-lite";
import { describe, expect, test } from "vitest";
import type { By, ChartOptions, Spec } from "#chart/chart.js";
import { type ChartName, chartNames, charts, chartsBy } from "#chart/index.js";
import { languages } from "#chart/language.js";
import { renderPng } from "#chart/png.js";
import { PngError, pngThread } from "#chart/png-thread.js";
import { renderSvg } from "#chart/render.js";
import { pageWidth } from "#chart/theme.js";
import type { Result, Row, ShiftEntry } from "#result/result.js";
import { anEmptyResult, aResult, aSmallResult } from "../kit/result-fixture.js";

const full = aResult();
const single = aResult({ reforms: 0 });
const degenerate = [anEmptyResult(), aResult({ reforms: 1, replications: 1 }), aSmallResult(), single];

/** Every way a chart can be asked for. */
const asked: { name: ChartName; by: By }[] = chartNames.flatMap((name) =>
  (chartsBy.includes(name) ? (["whole", "station", "service", "group"] as const) : (["whole"] as const)).map((by) => ({
    name,
    by,
  })),
);

function specOf(result: Result, name: ChartName, options: ChartOptions): Spec {
  const spec = charts[name](result, options);
  if (spec === null) throw new Error(`${name} has nothing to show`);
  return spec;
}

/** The words in a drawing, as one text. */
const wordsOf = (svg: string): string => [...svg.matchAll(/>([^<>]+)</g)].map(([, text]) => text?.trim()).join(" ");

/** Pixels from edge to edge. */
const widthOf = (svg: string): number => Number(/width="([\d.]+)"/.exec(svg)?.[1]);

describe.each(asked)("the chart $name by $by", ({ name, by }) => {
  test.each(languages)("is drawn in %s with a title, no broken values, and on the width of a page", async (lang) => {
    const spec = specOf(full, name, { lang, by });
    const svg = await renderSvg(spec, { lang });
    const title = [spec.title]
      .flat()
      .flatMap((one) => (typeof one === "object" && one !== null && "text" in one ? [one.text].flat() : []));
    expect(title.length).toBeGreaterThan(0);
    for (const line of title) expect(wordsOf(svg)).toContain(String(line).replace(/&/g, "&amp;"));
    expect(svg).toMatch(/^<svg role="img" aria-label="[^"]+"/);
    expect(svg).not.toMatch(/NaN|undefined|\bnull\b|Infinity|\[object/);
    expect(widthOf(svg)).toBeLessThanOrEqual(pageWidth * 1.07);
  });

  test("is drawn without a warning", () => {
    const warnings: unknown[] = [];
    const logger = { level: () => logger, error: log, warn: log, info: () => logger, debug: () => logger };
    function log(...words: readonly unknown[]) {
      warnings.push(words);
      return logger;
    }
    compile(specOf(full, name, { lang: "en", by }), { logger: logger as never });
    expect(warnings).toEqual([]);
  });

  test("carries sums, not visitors: its data stay below 250 kB", () => {
    expect(JSON.stringify(specOf(full, name, { lang: "en", by })).length).toBeLessThan(250_000);
  });

  test("of a day nobody came to, of a single simulated day and of a single station does not fail", async () => {
    for (const result of [
      anEmptyResult(),
      aResult({ reforms: 1, replications: 1 }),
      aSmallResult(),
      aResult({ reforms: 0 }),
    ]) {
      const spec = charts[name](result, { lang: "ru", by });
      const svg = spec === null ? "" : await renderSvg(spec, { lang: "ru" });
      expect(svg).not.toMatch(/NaN|undefined|\bnull\b|Infinity/);
    }
  });
});

describe.each(chartNames)("the chart %s", (name) => {
  test("is drawn the same way twice, byte for byte", async () => {
    const draw = () => renderSvg(specOf(full, name, { lang: "en" }), { lang: "en" });
    expect(await draw()).toBe(await draw());
  });

  test("shows titles as text, whatever is in them", async () => {
    const hostile = JSON.parse(JSON.stringify(full).replaceAll("Bank", "<script>alert(1)</script>")) as Result;
    const svg = await renderSvg(specOf(hostile, name, { lang: "en" }), { lang: "en" });
    expect(svg).not.toContain("<script");
  });
});

test("a chart with nothing to show says so instead of drawing an empty frame", () => {
  const silent = chartNames.filter((name) => charts[name](single, { lang: "en" }) === null);
  expect(silent).toEqual(["comparison", "gains-and-losses", "bottleneck-shift"]);
  expect(chartNames.every((name) => charts[name](degenerate[0] ?? full, { lang: "en" }) === null)).toBe(true);
});

test("a Kazakh chart becomes a picture with letters in it, twice as large as asked for on paper", async () => {
  const svg = await renderSvg(specOf(full, "wait-cumulative", { lang: "kk" }), { lang: "kk" });
  const png = Buffer.from(await renderPng(svg));
  const blank = Buffer.from(await renderPng(svg.replace(/<text[\s\S]*?<\/text>/g, "")));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(Math.round(widthOf(svg) * 2));
  expect(png.length).toBeGreaterThan(blank.length * 1.3);
});

test("a picture from the thread for pictures is the same as one from here; what is no drawing fails alone", async () => {
  const svg = await renderSvg(specOf(single, "wait-cumulative", { lang: "en" }), { lang: "en" });
  const thread = pngThread();
  const wrong = expect(thread.render("no drawing")).rejects.toThrow(PngError);
  const [first, last] = await Promise.all([thread.render(svg), thread.render(svg)]);
  await wrong;
  await thread.close();
  const here = await renderPng(svg);
  for (const drawn of [first, last]) expect(Buffer.compare(drawn!, here)).toBe(0);
});

test("two charts on one page do not share the names of their clips", async () => {
  const spec = specOf(full, "people-waiting", { lang: "en" });
  const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const one = await renderSvg(spec, { lang: "en", idPrefix: "one" });
  expect(ids(one).length).toBeGreaterThan(0);
  for (const id of ids(one)) expect(id).toMatch(/^one-/);
  for (const [, id] of one.matchAll(/url\(#([^)]+)\)/g)) expect(ids(one)).toContain(id);
});

test("the title of the waits says what is seen, computed from the result", () => {
  const title = specOf(single, "wait-distribution", { lang: "en" }).description;
  expect(title).toBe("Half of the visitors wait at most 28\u00a0min; 44% are served within the promised 20\u00a0min");
});

test("the title of the people waiting names the half-hour, and a plain run has no base to speak of", () => {
  const says = (result: Result) => JSON.stringify(specOf(result, "people-waiting", { lang: "en" }).title);
  expect(says(single)).toContain("people waiting on average, 14:00–14:30");
  expect(says(single)).toContain("Shaded: where nine days in ten lie.");
  expect(says(full)).toContain("nine days in ten of the base");
});

test("where a reform brings newcomers, the comparison says whom its means count", () => {
  const says = (result: Result) =>
    JSON.stringify(specOf(result, "comparison", { lang: "en" }).title).replaceAll('","', " ");
  expect(says(full)).not.toContain("newcomers");
  const comparisons = full.comparisons.map((one) => ({
    ...one,
    differences: one.differences.map((row) =>
      row.measure === "came" && one.reform === "second-bank" ? { ...row, estimate: 150 } : row,
    ),
  }));
  expect(says({ ...full, comparisons })).toContain("changes who comes (“Second bank”), its means are over all its");
});

test("two stations with one title stay two panels", () => {
  const twins = JSON.parse(JSON.stringify(full).replaceAll('"Collection of documents"', '"Ticket desk"')) as Result;
  const spec = JSON.stringify(specOf(twins, "people-waiting", { lang: "en" }));
  expect(spec).toContain("Ticket desk (delivery)");
  expect(spec).toContain("Ticket desk (ticket-desk)");
});

test("a scenario's heat map has a row for each station it has, and for no other", async () => {
  const [base] = full.scenarios;
  const without = full.series.filter(({ scenario, key }) => scenario !== base?.id || key !== "lift");
  const rowsOf = async (result: Result) =>
    (await renderSvg(specOf(result, "utilisation", { lang: "en" }), { lang: "en" })).match(/>Lift</g)?.length ?? 0;
  expect(await rowsOf(full)).toBe(full.scenarios.length);
  expect(await rowsOf({ ...full, series: without })).toBe(full.scenarios.length - 1);
});

test("after closing a heat map has a column only where somebody is on duty then", () => {
  const without = full.series.map((one) => ({
    ...one,
    estimate: one.estimate.map((value, i) => (i < 18 ? value : null)),
  }));
  const columnsOf = (result: Result) => {
    const { vconcat } = specOf(result, "utilisation", { lang: "en" }) as {
      vconcat?: { data: { values: { interval: number }[] } }[];
    };
    return Math.max(...(vconcat ?? []).flatMap(({ data }) => data.values.map(({ interval }) => interval + 1)));
  };
  expect(columnsOf(full)).toBe(19);
  expect(columnsOf({ ...full, series: without })).toBe(18);
});

describe("the chart of gaps between groups says who is worst off", () => {
  const titleOf = (result: Result) =>
    specOf(result, "group-gap", { lang: "en" }).description?.replaceAll("\u00a0", " ");
  const withGaps = (change: (row: Row) => number) => ({
    ...full,
    rows: full.rows.map((row) => {
      if (!row.measure.endsWith("-gap") || row.estimate === null) return row;
      const estimate = change(row);
      return { ...row, estimate, low: estimate - 0.01, high: estimate + 0.01 };
    }),
  });

  test("those whom a barrier keeps out more often, whatever their time in the centre", () => {
    const title = "“Wheelchair users” are denied by a barrier more often than “General public”: +14.0 pp";
    expect(titleOf(full)).toBe(title);
  });

  test("else those who stay longest; not those who stay shortest, though that gap is wider", () => {
    const nobodyDenied = withGaps((row) => (row.measure === "denied-gap" ? 0 : (row.estimate ?? 0)));
    const title = "“Older people” stay longest in the centre compared with “General public”: +7.7 min on average";
    expect(titleOf(nobodyDenied)).toBe(title);
  });

  test("nobody, where no group is worse off or it may be chance", () => {
    const title = "No group stays longer in the centre than “General public” for certain";
    expect(titleOf(withGaps(() => -1))).toBe(title);
    expect(titleOf(withGaps(() => 0.005))).toBe(title);
  });
});

test("where no reform shortens the wait, the comparison names the one that lets most people in", () => {
  const result = aResult({ reforms: 2 });
  const [first, second] = result.comparisons;
  const told = (one: typeof first, denied: number) => ({
    ...one!,
    differences: one!.differences.map((row) => {
      if (row.measure === "wait") return { ...row, verdict: "cannot-tell" as const };
      return row.measure === "denied" && row.statistic === "share" && row.scope === "whole" && row.group === ""
        ? { ...row, estimate: denied, verdict: "better" as const }
        : row;
    }),
  });
  const titleOf = (comparisons: Result["comparisons"]) =>
    specOf({ ...result, comparisons }, "comparison", { lang: "en" }).description;
  expect(titleOf([told(first, -0.01), told(second, -0.02)])).toMatch(
    /^No reform shortens the wait for certain; “[^”]+”: denied by a barrier −2.0.pp$/,
  );
});

describe("the chart of where the queue goes", () => {
  const withShift = (change: (entry: ShiftEntry) => ShiftEntry): Result => {
    const [comparison] = full.comparisons;
    return { ...full, comparisons: [{ ...comparison!, shift: comparison!.shift.map(change) }] };
  };
  const textsOf = (result: Result) => {
    const { data } = specOf(result, "bottleneck-shift", { lang: "en" });
    return (data as { values: { text?: string }[] }).values.flatMap(({ text }) => text ?? []);
  };

  test("names no loss that may be chance", () => {
    const certain = specOf(
      withShift((entry) => entry),
      "bottleneck-shift",
      { lang: "en" },
    ).description;
    expect(certain).toMatch(/^“Second bank”: “Bank” −10.1.min, “Service windows” \+2.9.min$/);
    const chance = withShift((entry) => ((entry.estimate ?? 0) > 0 ? { ...entry, low: -1 } : entry));
    expect(specOf(chance, "bottleneck-shift", { lang: "en" }).description).toMatch(/^“Second bank”: “Bank” −10.1.min$/);
  });

  test("writes each number beyond its bars, also where service is shorter and the wait longer", () => {
    for (const change of [1, -1]) {
      const opposed = withShift((entry) =>
        entry.key === "windows"
          ? { ...entry, estimate: change * 290, low: null, high: null, wait: change * 330 }
          : entry,
      );
      const { data } = specOf(opposed, "bottleneck-shift", { lang: "en" });
      const { values } = data as { values: { place: string; sum?: number; end?: number }[] };
      const number = values.find(({ place, sum }) => place === "Service windows" && sum !== undefined);
      expect([number?.sum, number?.end]).toEqual([4.833 * change, 5.5 * change]);
    }
  });

  test("says whom its means count, where a reform brings newcomers", () => {
    const subtitleOf = (result: Result) =>
      (specOf(result, "bottleneck-shift", { lang: "en" }).title as { subtitle: string[] }).subtitle.join(" ");
    const comparisons = full.comparisons.map((one) => ({
      ...one,
      differences: one.differences.map((row) => (row.measure === "came" ? { ...row, estimate: 150 } : row)),
    }));
    expect(subtitleOf(full)).not.toContain("newcomers");
    expect(subtitleOf({ ...full, comparisons })).toContain("newcomers included.");
  });

  test("writes small changes with a digit more, so that no bar that is seen is called 0", () => {
    expect(textsOf(withShift((entry) => entry))).toContain("+2.9");
    const small = withShift((entry) => ({ ...entry, estimate: entry.key === "bank" ? 1.8 : 0, wait: 0 }));
    expect(textsOf(small)).toContain("+0.03");
  });
});

describe("the chart of gains and losses", () => {
  const minutes = (count: number) => count * 60;

  /** Nine in ten of a comparison's visitors in the bin that begins at zero, the rest so many seconds off either way. */
  const withUnchanged = (reach: number): Result => {
    const from = -4 * 3600;
    const counts = new Array<number>(960).fill(0);
    counts[-from / 30] = 90;
    if (reach > 0) counts[(-from - reach) / 30] = counts[(-from + reach) / 30 - 1] = 5;
    const comparisons = full.comparisons.map((one) => ({ ...one, gains: { ...one.gains, from, counts } }));
    return { ...full, comparisons };
  };

  interface Bar {
    readonly from: number;
    readonly to: number;
    readonly part: string;
    readonly start: number;
    readonly share: number;
  }

  test.each([
    { bar: 1, reach: 0 },
    { bar: 1, reach: minutes(30) },
    { bar: 2, reach: minutes(40) },
    { bar: 5, reach: minutes(90) },
    { bar: 10, reach: minutes(239) },
  ])("puts visitors without any change in the bar in the middle, when bars are $bar min wide", ({ bar, reach }) => {
    const { data } = specOf(withUnchanged(reach), "gains-and-losses", { lang: "en" });
    const unchanged = (data as { values: Bar[] }).values.filter(({ part }) => part === "unchanged");
    expect(unchanged).toHaveLength(full.comparisons.length);
    for (const { from, to, start, share } of unchanged)
      expect({ from, to, start, share }).toEqual({
        from: -bar / 2,
        to: bar / 2,
        start: 0,
        share: reach > 0 ? 90 : 100,
      });
  });

  test("says that the newly served are among those better off, and of whom it tells", async () => {
    const spec = specOf(aResult({ reforms: 1 }), "gains-and-losses", { lang: "en" });
    expect(spec.description).toBe("“Second bank”: of 100 visitors, 61 are better off and 4 worse off");
    const words = wordsOf(await renderSvg(spec, { lang: "en" })).replaceAll("\u00a0", " ");
    expect(words).toContain("better off 61% (newly served 2.4%), worse off 4.0% (no longer served 0.1%)");
    expect(words).toContain("Of those who come in both");
  });
});
