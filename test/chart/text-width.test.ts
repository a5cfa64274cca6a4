import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textWidth } from "#chart/text-width.js";
import { wrap } from "#chart/wrap.js";

/** Advance of a letter by the font file itself, in thousandths, from its tables `cmap` (format 4), `hmtx`, `hhea` and `head`. */
function advanceIn(file: string): (letter: string) => number {
  const font = readFileSync(new URL(`../../src/chart/font/${file}`, import.meta.url));
  const u16 = (at: number) => font.readUInt16BE(at);
  const tables = new Map<string, number>();
  for (let i = 0; i < u16(4); i++)
    tables.set(font.toString("latin1", 12 + 16 * i, 16 + 16 * i), font.readUInt32BE(20 + 16 * i));
  const table = (name: string) => tables.get(name) ?? 0;
  let map = 0;
  for (let i = 0; i < u16(table("cmap") + 2); i++) {
    const at = table("cmap") + font.readUInt32BE(table("cmap") + 8 + 8 * i);
    if (u16(at) === 4) map = at;
  }
  const size = u16(map + 6);
  return (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    for (let s = 0; s < size; s += 2) {
      const [end, start, delta, offset] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size].map((from) =>
        u16(map + from + s),
      ) as [number, number, number, number];
      if (code > end || code < start) continue;
      const glyph = offset === 0 ? code + delta : u16(map + 16 + 3 * size + s + offset + 2 * (code - start)) + delta;
      const at = table("hmtx") + 4 * Math.min(glyph & 0xffff, u16(table("hhea") + 34) - 1);
      return Math.round((u16(at) * 1000) / u16(table("head") + 18));
    }
    throw new Error(`the font lacks ${letter}`);
  };
}

test.each([
  ["noto-sans-regular.ttf", false],
  ["noto-sans-bold.ttf", true],
] as const)("letters are as wide as %s says", (file, bold) => {
  const advance = advanceIn(file);
  for (const letter of "Azj09 ,.%−±–—«»“”…ёЖщәғқңөұүһіӘҒҚҢӨҰҮҺІ₸") {
    expect(textWidth(letter, { size: 1000, bold }), letter).toBe(advance(letter));
  }
});

test("a letter outside the font has some width, and an empty text none", () => {
  expect(textWidth("漢", { size: 10 })).toBeGreaterThan(0);
  expect(textWidth("", { size: 10 })).toBe(0);
});

test("a long title is broken into lines that fit, and no letter is lost", () => {
  const title = "Перевод услуг водо-, газо- и электроснабжения в центр без открытия новых окон";
  const lines = wrap(title, { width: 150, size: 12 });
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(textWidth(line, { size: 12 })).toBeLessThanOrEqual(150);
  expect(lines.join(" ")).toBe(title);
});

test("a word wider than the line is broken inside, and no letter is lost", () => {
  const lines = wrap("қанағаттандырылмағандықтарыңыздан", { width: 60, size: 12 });
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join("")).toBe("қанағаттандырылмағандықтарыңыздан");
});

test("an empty title is one empty line", () => {
  expect(wrap("", { width: 100, size: 12 })).toEqual([""]);
});
