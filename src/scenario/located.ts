import { type Place, quote } from "./source.js";

/** Plain data that remembers, for every value and every key, where it was written. */
export type Located = LocatedMap | LocatedList | LocatedScalar;

/** Names and values, in the order of the file. */
export interface LocatedMap {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, LocatedEntry>;
  readonly place: Place;
}

/** One `key: value`, with the place of the key. */
export interface LocatedEntry {
  readonly key: Place;
  readonly value: Located;
}

/** Values in order. */
export interface LocatedList {
  readonly kind: "list";
  readonly items: readonly Located[];
  readonly place: Place;
}

/** One value; `null` is written `null`, `~` or nothing at all. */
export interface LocatedScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly place: Place;
}

/** The data alone. */
export function toPlain(located: Located): unknown {
  if (located.kind === "scalar") return located.value;
  if (located.kind === "list") return located.items.map(toPlain);
  return Object.fromEntries([...located.entries].map(([name, { value }]) => [name, toPlain(value)]));
}

/** What stands at a path: the deepest key and value that exist, and whether that is the whole path. */
export interface Found {
  readonly key: Place | undefined;
  readonly value: Located;
  readonly isComplete: boolean;
}

/** Follows a path into the data as far as it goes. */
export function find(root: Located, path: readonly PropertyKey[]): Found {
  let found: Found = { key: undefined, value: root, isComplete: true };
  for (const step of path) {
    const next = enter(found.value, step);
    if (next === undefined) return { ...found, isComplete: false };
    found = next;
  }
  return found;
}

/** The file's own words for a value, as a problem quotes them. */
export function describe(located: Located): string {
  if (located.kind === "map") return "a block of settings";
  if (located.kind === "list")
    return located.items.length === 0 ? "an empty list" : `a list of ${located.items.length}`;
  return quote(located.place) || "nothing";
}

function enter(located: Located, step: PropertyKey): Found | undefined {
  if (located.kind === "map" && typeof step === "string") {
    const entry = located.entries.get(step);
    return entry && { ...entry, isComplete: true };
  }
  const item = located.kind === "list" && typeof step === "number" ? located.items[step] : undefined;
  return item && { key: undefined, value: item, isComplete: true };
}
