import { either } from "./nearest.js";

/** What became of reading one value: the value in base units, or what was expected instead. */
export type Reading<T> =
  | { readonly isRead: true; readonly value: T }
  | { readonly isRead: false; readonly expected: string; readonly hint?: string };

/** A kind of quantity the language writes with its unit. */
export interface QuantityKind {
  /** As in "expected a duration …". */
  readonly noun: string;
  /** How many base units one of each unit is: so many, times a power of ten. 33.3 % is 0.333 to the last bit. */
  readonly units: Readonly<Record<string, readonly [times: number, powerOfTen: number]>>;
  /** Words people write for the units. */
  readonly mistaken: Readonly<Record<string, string>>;
  readonly example: string;
  /** Largest amount that makes sense, as text and in base units. */
  readonly most: readonly [text: string, value: number];
}

/** Every kind of quantity. Base units: seconds, shares in [0, 1], metres per second, metres, tenge. */
export const quantityKinds = {
  duration: {
    noun: "a duration",
    units: { s: [1, 0], min: [60, 0], h: [3600, 0] },
    mistaken: {
      ...{ sec: "s", second: "s", seconds: "s", сек: "s", с: "s" },
      ...{ m: "min", mins: "min", minute: "min", minutes: "min", мин: "min", минут: "min" },
      ...{ hr: "h", hour: "h", hours: "h", ч: "h", час: "h", сағ: "h", сағат: "h" },
    },
    example: "9 min",
    most: ["100000 h", 360_000_000],
  },
  share: {
    noun: "a share",
    units: { "%": [1, -2] },
    mistaken: { percent: "%", pct: "%" },
    example: "35%",
    most: ["100%", 1],
  },
  speed: {
    noun: "a speed",
    units: { "m/s": [1, 0] },
    mistaken: { "м/с": "m/s", mps: "m/s" },
    example: "0.85 m/s",
    most: ["10 m/s", 10],
  },
  length: {
    noun: "a length",
    units: { m: [1, 0] },
    mistaken: { metre: "m", metres: "m", meter: "m", meters: "m", м: "m" },
    example: "25 m",
    most: ["100000 m", 100_000],
  },
  money: {
    noun: "an amount of money",
    units: { KZT: [1, 0], "₸": [1, 0] },
    mistaken: { kzt: "KZT", тг: "KZT", тенге: "KZT", теңге: "KZT", tenge: "KZT" },
    example: "3000 KZT",
    most: ["1000000000 KZT", 1e9],
  },
  gradient: {
    noun: "a gradient",
    units: { "%": [1, -2] },
    mistaken: { percent: "%" },
    example: "5%",
    most: ["100%", 1],
  },
} as const satisfies Record<string, QuantityKind>;

const shape = /^(-?)(\d+(?:[.,]\d+)?)\s*(\S.*)?$/u;

/** Text that JSON Schema and editors accept for a kind of quantity. */
export function patternOf({ units }: QuantityKind): string {
  const names = Object.keys(units).map((unit) => unit.replace("/", "\\/"));
  return `^[0-9]+(\\.[0-9]+)?\\s*(${names.join("|")})$`;
}

/**
 * Reads an amount with its unit, such as `9 min`, into base units.
 * A bare number, a unit of another kind, a comma, a sign and an amount beyond all sense are each answered in words.
 */
export function readQuantity(value: unknown, kind: QuantityKind): Reading<number> {
  if (typeof value === "number") return refuse(kind, hintForNumber(value, kind));
  const match = typeof value === "string" ? shape.exec(value.trim()) : null;
  if (match === null) return refuse(kind);
  const [, sign, amount = "", unit = ""] = match;
  if (unit === "") return refuse(kind, hintForNumber(Number(amount.replace(",", ".")), kind));
  if (!Object.hasOwn(kind.units, unit)) return refuse(kind, hintForUnit(unit, kind));
  if (amount.includes(",")) return refuse(kind, `Write the decimal with a point: ${amount.replace(",", ".")} ${unit}.`);
  if (sign === "-") return { isRead: false, expected: `${kind.noun} that is not negative` };
  const [times, powerOfTen] = kind.units[unit]!;
  const read = Number(`${amount}e${powerOfTen}`) * times;
  if (!(read <= kind.most[1])) return { isRead: false, expected: `${kind.noun} of at most ${kind.most[0]}` };
  return { isRead: true, value: read };
}

/** Reads a time of day, such as `09:00`, into seconds after midnight; `24:00` is the end of the day. */
export function readClock(value: unknown): Reading<number> {
  const match = typeof value === "string" ? clockShape.exec(value.trim()) : null;
  const [hours, minutes, seconds] = match?.slice(1).map((part) => Number(part ?? 0)) ?? [];
  const time = hours! * 3600 + minutes! * 60 + seconds!;
  if (match !== null && minutes! < 60 && seconds! < 60 && time <= 86_400) return { isRead: true, value: time };
  return { isRead: false, expected: "a time of day, such as 09:00" };
}

const clockShape = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/** Text that JSON Schema and editors accept as a time of day. */
export const clockPattern = "^([01]?[0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9])?$";

function refuse({ noun, example }: QuantityKind, hint?: string): Reading<never> {
  const expected = `${noun} with its unit, such as ${example}`;
  return hint === undefined ? { isRead: false, expected } : { isRead: false, expected, hint };
}

function hintForNumber(value: number, { units }: QuantityKind): string {
  const names = Object.keys(units);
  if (!Number.isFinite(value) || value < 0) return `The unit is ${either(names)}.`;
  if (names[0] === "%") return `Write ${value > 0 && value < 1 ? Number((value * 100).toPrecision(12)) : value}%.`;
  return `Write ${either(names.map((unit) => `${value} ${unit}`))}.`;
}

function hintForUnit(unit: string, { units, mistaken, noun }: QuantityKind): string {
  if (Object.hasOwn(mistaken, unit)) return `Write ${mistaken[unit]}.`;
  return `The unit of ${noun} is ${either(Object.keys(units))}.`;
}
