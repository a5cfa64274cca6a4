import fc from "fast-check";
import { expect, test } from "vitest";
import { patternOf, quantityKinds, readClock, readQuantity } from "#scenario/quantities.js";

test.each([
  ["9 min", "duration", 540],
  ["90s", "duration", 90],
  ["1.5 h", "duration", 5400],
  ["35%", "share", 0.35],
  ["33.3 %", "share", 0.333],
  ["0.85 m/s", "speed", 0.85],
  ["25 m", "length", 25],
  ["3000 KZT", "money", 3000],
  ["3000 ₸", "money", 3000],
  ["5%", "gradient", 0.05],
] as const)("%s is a %s of %d in base units", (text, kind, value) => {
  expect(readQuantity(text, quantityKinds[kind])).toEqual({ isRead: true, value });
});

test.each([
  ["09:00", 32_400],
  ["9:05", 32_700],
  ["08:30:15", 30_615],
  ["24:00", 86_400],
])("%s is a time of day", (text, seconds) => {
  expect(readClock(text)).toEqual({ isRead: true, value: seconds });
});

test.each(["24:01", "9", "09:60", "9.30", "noon", 900, null])("%s is no time of day", (text) => {
  expect(readClock(text).isRead).toBe(false);
});

test("every word people write for a unit is answered with the unit", () => {
  for (const kind of Object.values(quantityKinds)) {
    for (const [word, unit] of Object.entries(kind.mistaken))
      expect(readQuantity(`9 ${word}`, kind)).toMatchObject({ isRead: false, hint: `Write ${unit}.` });
  }
});

test("what the editor's pattern accepts is read, or refused only for its size", () => {
  const kinds = Object.values(quantityKinds);
  for (const kind of kinds) {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(patternOf(kind))), (text) => {
        const reading = readQuantity(text, kind);
        if (!reading.isRead) expect(reading.expected).toContain("at most");
      }),
    );
  }
});
