import type { Located, LocatedEntry, LocatedMap } from "./located.js";
import { mergePatch } from "./merge.js";
import { didYouMean } from "./nearest.js";
import { type Problem, problemAt } from "./problem.js";
import { readValue } from "./read-document.js";
import { sections } from "./schema.js";
import type { Place, Source } from "./source.js";

/** One `--set path.to.key=value`, read: the value is YAML, so `2`, `35%` and `{ mean: 9 min }` all work. */
export interface Setting {
  readonly path: readonly string[];
  readonly value: Located;
  readonly place: Place;
}

/** Reads the text after `--set`. */
export function readSetting(text: string, report: (problem: Problem) => void): Setting | undefined {
  const equals = text.indexOf("=");
  const source: Source = { file: `--set ${text}`, text: text.slice(equals + 1) };
  const place: Place = { source, start: 0, end: source.text.length };
  const path = text.slice(0, Math.max(0, equals)).trim().split(".");
  if (equals < 0 || path.includes("") || source.text.trim() === "") {
    const expected = "a setting and its value, such as stations.bank.servers=2";
    report(problemAt(place, { path: [], expected, found: text === "" ? "nothing" : text }));
    return undefined;
  }
  const { root: value, problems } = readValue(source);
  problems.forEach(report);
  return value && { path, value, place };
}

/**
 * Sets one value, as a patch of that path would; beyond a patch, a number in the path picks an entry of a list.
 * A name that is not there is a problem, not a new station.
 */
export function applySetting(root: LocatedMap, setting: Setting, report: (problem: Problem) => void): LocatedMap {
  const complain = (depth: number, known: Iterable<string>) => {
    const path = setting.path.slice(0, depth + 1);
    const hint = didYouMean(path.at(-1)!, known);
    report(problemAt(setting.place, { path, expected: "something that is there", found: path.at(-1)!, hint }));
  };
  return setIn(root, 0, { ...setting, complain }) as LocatedMap;
}

interface Way extends Setting {
  readonly complain: (depth: number, known: Iterable<string>) => void;
}

function setIn(target: Located | undefined, depth: number, way: Way): Located {
  const isEnd = depth === way.path.length;
  if (isEnd) return mergePatch(target, way.value);
  if (target?.kind === "list") return setInList(target.items, target, depth, way);
  const name = way.path[depth]!;
  const map: LocatedMap = target?.kind === "map" ? target : { kind: "map", entries: new Map(), place: way.place };
  const old = map.entries.get(name);
  const isNamed = depth === 1 && (sections as readonly string[]).includes(way.path[0]!);
  const removes = depth === way.path.length - 1 && way.value.kind === "scalar" && way.value.value === null;
  if (old === undefined && (removes || (isNamed && depth < way.path.length - 1))) {
    way.complain(depth, map.entries.keys());
    return map;
  }
  const entries = new Map<string, LocatedEntry>(map.entries);
  if (removes) entries.delete(name);
  else entries.set(name, { key: old?.key ?? way.place, value: setIn(old?.value, depth + 1, way) });
  return { ...map, entries };
}

function setInList(items: readonly Located[], list: Located, depth: number, way: Way): Located {
  const index = way.path[depth]!;
  if (!/^\d+$/.test(index) || Number(index) >= items.length) {
    way.complain(
      depth,
      items.map((_, i) => String(i)),
    );
    return list;
  }
  const changed = items.map((item, i) => (i === Number(index) ? setIn(item, depth + 1, way) : item));
  return { kind: "list", items: changed, place: list.place };
}
