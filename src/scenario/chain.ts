import type { Located, LocatedMap } from "./located.js";
import { mergePatch } from "./merge.js";
import { didYouMean } from "./nearest.js";
import { type Problem, problemAt } from "./problem.js";
import { readDocument } from "./read-document.js";
import type { Resolver } from "./resolver.js";
import type { ReadFile } from "./scenario-error.js";
import { requiredSections } from "./schema.js";
import type { Place } from "./source.js";

/** Documents to be laid over each other. */
export interface Chain {
  /** The first at the bottom. */
  readonly documents: readonly LocatedMap[];
  /** Whether all could be read: else what seems to be missing may be in another. */
  readonly isWhole: boolean;
}

/** Chains one over the other. */
export function stacked(...chains: readonly Chain[]): Chain {
  return { documents: chains.flatMap(({ documents }) => documents), isWhole: chains.every(({ isWhole }) => isWhole) };
}

/** Where `extends` may lead: the rule of `cli/files.ts`. */
const insideTree =
  "the relative path of a file inside the folder above the scenario's, or inside the working folder if that is higher up";

/** Reads files and follows their `extends`, keeping every text and every problem. */
export class Files {
  readonly problems: Problem[] = [];
  private readonly roots = new Map<string, LocatedMap | undefined>();
  private readonly texts: ReadFile[] = [];

  constructor(private readonly resolver: Resolver) {}

  /** Every file read, in the order of reading. */
  get read(): readonly ReadFile[] {
    return this.texts;
  }

  /** The file and all it extends, the file itself last. */
  chain(path: string): Chain {
    return this.follow(path, [], undefined);
  }

  private follow(path: string, above: readonly string[], extending: Place | undefined): Chain {
    const root = this.open(path, extending);
    if (root === undefined) return { documents: [], isWhole: false };
    const extended = root.entries.get("extends");
    if (extended === undefined) return { documents: [root], isWhole: true };
    const seen = [...above, path];
    const next = this.target(path, extended.value, seen);
    const below =
      next === undefined ? { documents: [], isWhole: false } : this.follow(next, seen, extended.value.place);
    return stacked(below, { documents: [withoutExtends(root)], isWhole: true });
  }

  private target(from: string, value: Located, seen: readonly string[]): string | undefined {
    const refuse = (expected: string, found: string, hint = ""): undefined => {
      this.problems.push(problemAt(value.place, { path: ["extends"], expected, found, hint }));
    };
    if (value.kind !== "scalar" || typeof value.value !== "string")
      return refuse("the path of a file", "something else");
    const next = this.resolver.resolve(from, value.value);
    if (next === undefined) return refuse(insideTree, value.value, "A link counts as what it leads to.");
    if (!seen.includes(next)) return next;
    return refuse(
      "files that do not extend each other in a circle",
      [...seen.slice(seen.indexOf(next)), next].join(" > "),
    );
  }

  private open(path: string, extending: Place | undefined): LocatedMap | undefined {
    if (this.roots.has(path)) return this.roots.get(path);
    const read = this.resolver.read(path);
    if (read === undefined) return this.missing(path, extending);
    const text = decode(read);
    if (text === undefined) return this.foreign(path);
    const source = { file: path, text: text.replace(/^\uFEFF/, "") };
    this.texts.push({ path, text: source.text });
    const { root, problems } = readDocument(source);
    this.problems.push(...problems);
    const map = root?.kind === "map" ? root : undefined;
    this.roots.set(path, map);
    return map;
  }

  private missing(path: string, extending: Place | undefined): undefined {
    const place = extending ?? { source: { file: path, text: "" }, start: 0, end: 0 };
    const settingPath = extending === undefined ? [] : ["extends"];
    this.problems.push(
      problemAt(place, { path: settingPath, expected: "a file that can be read", found: `no file ${path}` }),
    );
  }

  private foreign(path: string): undefined {
    const place = { source: { file: path, text: "" }, start: 0, end: 0 };
    const hint = "Save the file as UTF-8.";
    this.problems.push(problemAt(place, { path: [], expected: "a text in UTF-8", found: "something else", hint }));
    this.roots.set(path, undefined);
  }
}

/** The text of bytes in UTF-8, else `undefined`. UTF-16 may pass for UTF-8, but then every other letter is a zero. */
function decode(read: string | Uint8Array): string | undefined {
  if (typeof read === "string") return read;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(read);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Whether documents laid over each other are a scenario of their own; else they are a reform, for a base. */
export function isComplete(chain: Chain): boolean {
  if (chain.documents.length === 0) return false;
  const { entries } = layOver(chain, () => {});
  return requiredSections.every((section) => entries.has(section));
}

/** Lays documents over each other. A `null` that takes nothing away is a problem: a slip in a name would go unseen. */
export function layOver(chain: Chain, report: (problem: Problem) => void): LocatedMap {
  return chain.documents.reduce((target, patch) => {
    const merged = mergePatch(withoutTexts(target, patch), patch, (path, { key, value }, around) => {
      const hint = didYouMean(path.at(-1)!, around.entries.keys());
      report(
        problemAt(value.place.start === value.place.end ? key : value.place, {
          path,
          expected: "a setting to take away",
          found: "none of this name below it",
          hint,
        }),
      );
    });
    return merged as LocatedMap;
  });
}

/**
 * A text is replaced whole, all languages at once, which is where we leave RFC 7396: a reform titled in English alone
 * would otherwise keep the base's title in Russian.
 */
function withoutTexts(target: LocatedMap, patch: LocatedMap): LocatedMap {
  const entries = new Map(target.entries);
  for (const key of ["title", "about", "assumptions"])
    if (patch.entries.get(key)?.value.kind === "map") entries.delete(key);
  return { ...target, entries };
}

function withoutExtends(root: LocatedMap): LocatedMap {
  const entries = new Map(root.entries);
  entries.delete("extends");
  return { ...root, entries };
}
