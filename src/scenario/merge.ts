import type { Located, LocatedEntry, LocatedMap } from "./located.js";

/**
 * Lays a patch over a document: maps are merged name by name, `null` takes a name away, anything else replaces.
 * Every value keeps the place of the file that wrote it.
 * Source: RFC 7396, JSON Merge Patch, section 2.
 *
 * @param onNothingRemoved is told of each `null` in the patch that had nothing to take away
 */
export function mergePatch(
  target: Located | undefined,
  patch: Located,
  onNothingRemoved: NothingRemoved = () => {},
): Located {
  return merge(target, patch, { path: [], onNothingRemoved });
}

/** Hears of a `null` that took nothing away: its path, the entry that wrote it, and the map it was meant for. */
export type NothingRemoved = (path: readonly string[], entry: LocatedEntry, target: LocatedMap) => void;

interface Way {
  readonly path: readonly string[];
  readonly onNothingRemoved: NothingRemoved;
}

function merge(target: Located | undefined, patch: Located, way: Way): Located {
  if (patch.kind !== "map") return patch;
  const base: LocatedMap = target?.kind === "map" ? target : { kind: "map", entries: new Map(), place: patch.place };
  const entries = new Map(base.entries);
  for (const [name, entry] of patch.entries) {
    const deeper = { ...way, path: [...way.path, name] };
    if (isNull(entry.value)) {
      if (!entries.delete(name)) way.onNothingRemoved(deeper.path, entry, base);
    } else entries.set(name, mergeEntry(base.entries.get(name), entry, deeper));
  }
  return { ...base, entries };
}

/** The key's place is that of the file whose value stands there now. */
function mergeEntry(old: LocatedEntry | undefined, patch: LocatedEntry, way: Way): LocatedEntry {
  const isMerged = old?.value.kind === "map" && patch.value.kind === "map";
  return { key: isMerged ? old.key : patch.key, value: merge(old?.value, patch.value, way) };
}

function isNull(located: Located): boolean {
  return located.kind === "scalar" && located.value === null;
}
