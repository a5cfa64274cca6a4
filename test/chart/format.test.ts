import { expect, test } from "vitest";
import { formatClock, formatDifference, formatNumber, formatQuantity, formatSigned } from "#chart/format.js";
import { inLanguage, plural } from "#chart/language.js";
import { roughMinutes } from "#chart/rough-minutes.js";

test("seconds are read as minutes, shares as percent and money as tenge, each language in its own way", () => {
  expect(formatQuantity(1872, "s", "en")).toBe("31.2\u00a0min");
  expect(formatQuantity(1872, "s", "ru")).toBe("31,2\u00a0мин");
  expect(formatQuantity(0.645, "share", "en")).toBe("65%");
  expect(formatQuantity(0.645, "share", "ru")).toBe("65\u00a0%");
  expect(formatQuantity(0.645, "share", "kk")).toBe("65%");
  expect(formatQuantity(0.061, "share", "kk")).toBe("6,1%");
  expect(formatQuantity(2913000, "KZT", "kk")).toBe("2\u00a0913\u00a0000\u00a0₸");
});

test("a difference of shares is in percentage points, and has a sign", () => {
  expect(formatDifference(-0.13, "share", "en")).toBe("−13.0\u00a0pp");
  expect(formatDifference(510, "s", "en")).toBe("+8.5\u00a0min");
});

test("what rounds to zero has no sign", () => {
  expect(formatSigned(-0.04, "en", 1)).toBe("0.0");
  expect(formatSigned(0.04, "en", 1)).toBe("0.0");
  expect(formatNumber(-0.4, "ru")).toBe("0");
});

test("Kazakh numbers look as the machine's own Kazakh has them", () => {
  const own = new Intl.NumberFormat("kk", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  expect(formatNumber(1234567.8, "kk", 1)).toBe(own.format(1234567.8));
});

test("a clock time past midnight starts anew", () => {
  expect(formatClock(9 * 3600 + 1800)).toBe("09:30");
  expect(formatClock(25 * 3600)).toBe("01:00");
});

test("in a sentence minutes are whole from ten on", () => {
  expect(roughMinutes(754, "en")).toBe("13\u00a0min");
  expect(roughMinutes(150, "en")).toBe("2.5\u00a0min");
  expect(roughMinutes(1200, "en")).toBe("20\u00a0min");
});

test("Russian nouns follow the number, Kazakh nouns stay", () => {
  const days = { one: "день", few: "дня", other: "дней" };
  expect([1, 3, 5, 21, 112].map((count) => plural(count, days, "ru"))).toEqual(["день", "дня", "дней", "день", "дней"]);
  expect([1, 5].map((count) => plural(count, { other: "күн" }, "kk"))).toEqual(["күн", "күн"]);
});

test("a title missing in a language is shown in another one", () => {
  expect(inLanguage({ en: "Bank", ru: "", kk: "" }, "kk")).toBe("Bank");
  expect(inLanguage({ en: "", ru: "", kk: "Банк" }, "en")).toBe("Банк");
});
