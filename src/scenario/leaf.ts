import * as z from "zod";
import { either, nearest } from "./nearest.js";
import { clockPattern, patternOf, quantityKinds, type Reading, readClock, readQuantity } from "./quantities.js";

/** What an editor is told of a single value. */
type Facts = Record<string, unknown>;

/** A schema for one value, read by a function of ours, so that the wording of its problems is ours too. */
export type Leaf<T> = z.ZodPipe<z.ZodUnknown, z.ZodTransform<T, unknown>>;

/** What a problem of a leaf carries beside its text; `isOtherKind` tells a union that a block or a list was meant. */
export interface LeafParams {
  readonly hint: string;
  readonly isOtherKind: boolean;
}

/** Makes a schema of one value. */
export function leaf<T>(facts: Facts, read: (value: unknown) => Reading<T>): Leaf<T> {
  return z
    .unknown()
    .meta(facts)
    .transform((value, context): T => {
      const reading = read(value);
      if (reading.isRead) return reading.value;
      const params: LeafParams = { hint: reading.hint ?? "", isOtherKind: typeof value === "object" && value !== null };
      context.issues.push({ code: "custom", input: value, message: reading.expected, params: { ...params } });
      return z.NEVER;
    });
}

/** `9 min`, in seconds. With `moreThanZero`, 0 s is refused. */
export const duration = (options: Bound = {}) => quantity("duration", options);
/** `35%`, as a share in [0, 1]. */
export const share = (options: Bound = {}) => quantity("share", options);
/** `0.85 m/s`, at least 0.1 m/s: slower than that, nobody arrives. */
export const speed = () => quantity("speed", { least: ["0.1 m/s", 0.1] });
/** `25 m`, in metres. */
export const length = () => quantity("length", {});
/** `3000 KZT`, in tenge. */
export const money = () => quantity("money", {});
/** `5%`, as rise over run. */
export const gradient = () => quantity("gradient", {});

interface Bound {
  readonly moreThanZero?: boolean;
  readonly least?: readonly [text: string, value: number];
  readonly most?: readonly [text: string, value: number];
}

function quantity(name: keyof typeof quantityKinds, { moreThanZero, least, most }: Bound): Leaf<number> {
  const kind = quantityKinds[name];
  return leaf({ type: "string", pattern: patternOf(kind), examples: [kind.example] }, (value) => {
    const reading = readQuantity(value, kind);
    if (!reading.isRead) return reading;
    if (moreThanZero && reading.value === 0) return refuse(`${kind.noun} of more than 0`);
    if (least && reading.value < least[1]) return refuse(`${kind.noun} of at least ${least[0]}`);
    if (most && reading.value > most[1]) return refuse(`${kind.noun} of at most ${most[0]}`);
    return reading;
  });
}

/** A time of day, in seconds after midnight. */
export function clock(): Leaf<number> {
  return leaf({ type: "string", pattern: clockPattern, examples: ["09:00"] }, readClock);
}

/** A whole number. */
export function count(bounds: { least: number; most: number; hint?: string }): Leaf<number> {
  const { least, most, hint = "" } = bounds;
  return leaf({ type: "integer", minimum: least, maximum: most }, (value) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < least)
      return { ...refuse(`a whole number of at least ${least}`), hint: value === 0 ? hint : "" };
    return value > most ? refuse(`a whole number of at most ${most}`) : { isRead: true, value };
  });
}

/** A plain number, without a unit. `above` is refused itself. */
export function number(bounds: { least?: number; above?: number; most: number }): Leaf<number> {
  const { least = Number.NEGATIVE_INFINITY, above = Number.NEGATIVE_INFINITY, most } = bounds;
  const facts: Facts = { type: "number", maximum: most };
  if (Number.isFinite(least)) facts.minimum = least;
  if (Number.isFinite(above)) facts.exclusiveMinimum = above;
  return leaf(facts, (value) => {
    if (typeof value !== "number" || Number.isNaN(value)) return refuse(`a plain number${atLeast(least, above)}`);
    if (value < least || value <= above) return refuse(`a number${atLeast(least, above)}`);
    return value > most ? refuse(`a number of at most ${most}`) : { isRead: true, value };
  });
}

/** `true` or `false`. */
export function yesOrNo(): Leaf<boolean> {
  return leaf({ type: "boolean" }, (value) =>
    typeof value === "boolean" ? { isRead: true, value } : refuse("true or false"),
  );
}

/** One of a few words. */
export function oneOf<const W extends string>(words: readonly W[]): Leaf<W> {
  return leaf({ type: "string", enum: words }, (value) => {
    const word = words.find((known) => known === value);
    if (word !== undefined) return { isRead: true, value: word };
    const best = typeof value === "string" ? nearest(value, words) : undefined;
    return { isRead: false, expected: either(words), hint: best === undefined ? "" : `Did you mean ${best}?` };
  });
}

/** The name of something defined elsewhere in the file; whether it exists is checked later. */
export function name(of: string): Leaf<string> {
  return leaf({ type: "string" }, (value) =>
    typeof value === "string" ? { isRead: true, value } : refuse(`the name of a ${of}`),
  );
}

/** Words for people. */
export function words(): Leaf<string> {
  return leaf({ type: "string" }, (value) => {
    if (typeof value !== "string" || value.trim() === "") return refuse("a text");
    return unprintable.test(value) ? refuse("a text of letters that can be printed") : { isRead: true, value };
  });
}

/** Control characters but for tabs and line ends, and what no XML may hold: a picture with them could not be drawn. */
const unprintable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/u;

function refuse(expected: string): { isRead: false; expected: string } {
  return { isRead: false, expected };
}

function atLeast(least: number, above: number): string {
  if (Number.isFinite(above)) return ` of more than ${above}`;
  return Number.isFinite(least) ? ` of at least ${least}` : "";
}
