import { expect, test } from "vitest";
import { type Language, languages } from "#chart/language.js";
import { renderReport } from "#report/html.js";
import type { Result } from "#result/result.js";
import { anEmptyResult, aResult, aSmallResult } from "../kit/result-fixture.js";

const allTables = ["headline", "verdicts", "balance", "shift", "stations", "services", "groups", "gaps"];

/** The report of the whole example; drawing one takes seconds, and it is looked at from several sides. */
const pages = new Map<Language, Promise<string>>();
function pageIn(lang: Language): Promise<string> {
  const page = pages.get(lang) ?? renderReport(aResult(), { lang });
  pages.set(lang, page);
  return page;
}

/** Without the fonts, which are long and say nothing. */
const withoutFonts = (html: string): string => html.replace(/base64,[A-Za-z0-9+/=]+/g, "");

test.each(languages)("the report in %s is one page that asks nothing of the network and runs nothing", async (lang) => {
  const html = withoutFonts(await pageIn(lang));
  expect(html).toContain(`<html lang="${lang}">`);
  expect(html).toContain("default-src 'none'");
  expect(html.replaceAll(/xmlns(:\w+)?="[^"]+"/g, "")).not.toMatch(/https?:\/\//);
  expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=/i);
  expect(html).not.toMatch(/NaN|undefined|\[object|Infinity/);
});

test.each(languages)("the report in %s has every table with a caption, and every chart", async (lang) => {
  const html = await pageIn(lang);
  for (const id of allTables) expect(html).toContain(`id="table-${id}"`);
  expect(html.match(/<caption>/g)).toHaveLength(allTables.length);
  expect(html.match(/<figure /g)).toHaveLength(11);
  expect(html.match(/<svg role="img" aria-label="/g)).toHaveLength(11);
  expect(html.match(/<main>/g)).toHaveLength(1);
  expect(html.match(/<h1>/g)).toHaveLength(1);
});

test("titles are shown as text, whatever is in them", async () => {
  const hostile = JSON.parse(
    JSON.stringify(aResult({ reforms: 1 })).replaceAll("Bank", "<script>alert('1')</script>"),
  ) as Result;
  const html = await renderReport(hostile, { lang: "en" });
  expect(html).not.toContain("<script");
  expect(html).toContain("&lt;script&gt;");
});

test("wide tables may break an estimate before its ±, and what stands in brackets behind it", async () => {
  const html = await pageIn("en");
  expect(html).toMatch(/<td class="number">31\.2<wbr>\u00a0±\u00a00\.9<\/td>/);
  expect(html).toMatch(
    /<td class="number">[^<]+<wbr>[^<]+ <span class="aside">\(of which waiting [^)]+\)<\/span><\/td>/,
  );
  // A name keeps its brackets in the line.
  expect(html.match(/class="aside"/g)).toHaveLength(html.match(/\(of which waiting /g)?.length ?? 0);
});

test("no two things on the page have one id", async () => {
  const ids = [...(await pageIn("en")).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the same result gives the same report, byte for byte", async () => {
  expect(await renderReport(aSmallResult(), { lang: "kk" })).toBe(await renderReport(aSmallResult(), { lang: "kk" }));
});

test("a day nobody came to and a single simulated day still have a report", async () => {
  for (const result of [anEmptyResult(), aResult({ reforms: 1, replications: 1 }), aSmallResult()]) {
    const html = withoutFonts(await renderReport(result, { lang: "ru" }));
    expect(html).toContain("</html>");
    expect(html).not.toMatch(/NaN|undefined|Infinity|>null</);
  }
});

test("what is assumed and where the numbers come from stand in the report", async () => {
  const html = await pageIn("en");
  expect(html).toContain("patience is assumed, not measured");
  expect(html).toContain("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  expect(html).toContain("astana-2019");
});
