import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Parser,
} from "yaml";
import type { Located, LocatedEntry } from "./located.js";
import { nesting } from "./nesting.js";
import { type Complaint, type Problem, problemAt } from "./problem.js";
import { type Place, quote, type Source } from "./source.js";

/** Largest file read, in characters: a hundred times what a person would write. */
const mostCharacters = 1_000_000;
/** Deepest nesting followed. */
const mostLevels = 60;
/** Values that aliases (`*name`) may unfold to in one file: ten lines of YAML can otherwise fill any memory. */
const mostUnfolded = 10_000;
/** Problems told of one kind: who has more reads no further. */
const mostTold = 50;

/** One YAML document as located data; `root` is missing when there is nothing to go on with. Of a key given twice it has the first, and what only the second has. */
export interface ReadDocument {
  readonly root: Located | undefined;
  readonly problems: readonly Problem[];
}

/** Reads one YAML 1.2 file, a map at its top. Never throws: whatever the text, what is wrong comes back as problems. */
export function readDocument(source: Source): ReadDocument {
  const read = readValue(source);
  if (read.problems.length > 0 || read.root?.kind === "map") return read;
  const complaint = { path: [], ...notAScenario(read.root) };
  return { root: undefined, problems: [problemAt({ source, start: 0, end: 0 }, complaint)] };
}

/** Reads any YAML 1.2 text: of a file, or the value of a `--set`. Never throws. */
export function readValue(source: Source): ReadDocument {
  const whole: Place = { source, start: 0, end: 0 };
  const refuse = (found: string, hint = ""): ReadDocument => ({
    root: undefined,
    problems: [problemAt(whole, { path: [], expected: "a scenario in YAML", found, hint })],
  });
  if (source.text.length > mostCharacters) return refuse("a file of more than 1 million characters");
  const tokens = [...new Parser().parse(source.text)];
  // The composer follows nesting by calling itself: a file of brackets would end the stack, and with it the process.
  return nesting(tokens) > mostLevels ? refuse("lists or blocks nested too deeply") : readTokens(tokens, source);
}

function readTokens(tokens: readonly CST.Token[], source: Source): ReadDocument {
  const composer = new Composer({ version: "1.2", prettyErrors: false, uniqueKeys: false });
  const [document, second] = [...composer.compose(tokens, true, source.text.length)] as (Document | undefined)[];
  const place = (start: number, end: number): Place => ({ source, start, end });
  const problems = (document?.errors ?? []).map(({ code, message, pos: [start, end] }) =>
    problemAt(place(Math.min(start, source.text.length), end), syntaxComplaint(code, message, place(start, end))),
  );
  if (second !== undefined) problems.push(secondDocument(place(second.range![0], second.range![1])));
  if (problems.length > 0 || document === undefined) return { root: undefined, problems: problems.slice(0, mostTold) };
  const reader = new Reader(source, document);
  const root = document.contents === null ? undefined : reader.read(document.contents, []);
  return {
    root: reader.problems.length > 0 ? undefined : root,
    problems: [...reader.problems, ...reader.repeated],
  };
}

function secondDocument(place: Place): Problem {
  const found = "a second one after `---`";
  return problemAt(place, { path: [], expected: "one document", found, hint: "Put it into a file of its own." });
}

function notAScenario(root: Located | undefined): Omit<Complaint, "path"> {
  const isEmpty = root === undefined || (root.kind === "scalar" && root.value === null);
  const found = isEmpty ? "an empty file" : root.kind === "list" ? "a list" : `the text ${quote(root.place)}`;
  return { expected: "a scenario: lines such as `title: City centre`", found };
}

/** The mistakes people make most, in words of ours; the rest in the parser's. */
function syntaxComplaint(code: string, message: string, at: Place): Complaint {
  const complaint = (expected: string, found: string, hint = "") => ({ path: [], expected, found, hint });
  switch (code) {
    case "TAB_AS_INDENT":
      return complaint("spaces at the start of the line", "a tab", "Indent with spaces.");
    case "BAD_ALIAS":
      return complaint("the name of an anchor after `*`", quote(at) || "nothing");
    default: {
      const found = message.split("\n")[0]!.replace(/[.:]$/, "");
      return complaint("valid YAML", `an error: ${found}`, hints[code] ?? "");
    }
  }
}

const hints: Readonly<Record<string, string>> = {
  BAD_INDENT: "Lines of one block start in the same column.",
  MISSING_CHAR: "Is a quote, a bracket or a colon missing?",
  UNEXPECTED_TOKEN: "Does a text here need quotes?",
};

/** Walks the parsed nodes once, unfolding aliases within a limit. */
class Reader {
  readonly problems: Problem[] = [];
  /** Keys given twice: a mistake, but one that leaves the rest to be read. */
  readonly repeated: Problem[] = [];
  private readonly open = new Set<Node>();
  private unfolded = 0;
  private depthOfAliases = 0;
  private aliasPlace: Place | undefined;

  constructor(
    private readonly source: Source,
    private readonly document: Document,
  ) {}

  complain(place: Place, complaint: Complaint): void {
    if (this.problems.length < mostTold) this.problems.push(problemAt(place, complaint));
  }

  read(node: Node | null, path: readonly PropertyKey[]): Located | undefined {
    const place = this.placeOf(node);
    if (node === null) return { kind: "scalar", value: null, place };
    if (isAlias(node)) return this.unfold(node, path);
    if (path.length > 2 * mostLevels) return this.refuse(place, path, "fewer blocks inside each other", "one more");
    if (this.depthOfAliases > 0 && ++this.unfolded > mostUnfolded) {
      if (this.unfolded > mostUnfolded + 1) return undefined;
      return this.refuse(place, path, "aliases that stay small", "aliases of aliases without end");
    }
    if (node.tag !== undefined && !node.tag.startsWith("tag:yaml.org,2002:")) return this.refuseTag(node, place, path);
    if (isScalar(node)) return this.readScalar(node.value, place, path);
    this.open.add(node);
    const located = isMap<Node, Node | null>(node)
      ? this.readMap(node.items, place, path)
      : isSeq<Node>(node)
        ? this.readList(node.items, place, path)
        : undefined;
    this.open.delete(node);
    return located;
  }

  private readScalar(value: unknown, place: Place, path: readonly PropertyKey[]): Located | undefined {
    if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      return { kind: "scalar", value, place };
    }
    return this.refuse(place, path, "a text, a number, true or false", quote(place));
  }

  private readList(items: readonly Node[], place: Place, path: readonly PropertyKey[]): Located {
    const read = items.map((item, index) => this.read(item, [...path, index]));
    return { kind: "list", items: read.filter((item) => item !== undefined), place };
  }

  private readMap(
    pairs: readonly Pair<Node, Node | null>[],
    place: Place,
    path: readonly PropertyKey[],
  ): Located | undefined {
    const entries = new Map<string, LocatedEntry>();
    for (const { key, value } of pairs) {
      const name = this.readKey(key, path);
      if (name === undefined) continue;
      const keyPlace = this.placeOf(key);
      const first = entries.get(name);
      if (first !== undefined) this.repeat(keyPlace, path);
      const read = value === null ? emptyAfter(keyPlace) : this.read(value, [...path, name]);
      if (first !== undefined) entries.set(name, { ...first, value: together(first.value, read) });
      else if (read !== undefined) entries.set(name, { key: keyPlace, value: read });
    }
    return { kind: "map", entries, place };
  }

  private readKey(key: Node, path: readonly PropertyKey[]): string | undefined {
    const name = isScalar(key) && key.value !== null ? String(key.value) : undefined;
    if (name !== undefined && name !== "__proto__") return name;
    this.refuse(this.placeOf(key), path, "a key that is a name", quote(this.placeOf(key)) || "nothing");
    return undefined;
  }

  private repeat(key: Place, path: readonly PropertyKey[]): void {
    const found = `the key ${quote(key)} a second time`;
    // What an alias stands for is complained of where it stands itself.
    if (this.depthOfAliases > 0 || this.repeated.length === mostTold) return;
    this.repeated.push(problemAt(key, { path, expected: "each key once", found, hint: "Remove one of the two." }));
  }

  private unfold(alias: Alias, path: readonly PropertyKey[]): Located | undefined {
    const place = this.placeOf(alias);
    const target = alias.resolve(this.document);
    if (target === undefined) return this.refuse(place, path, "the name of an anchor", quote(place));
    if (this.open.has(target)) return this.refuse(place, path, "an alias of something else", "an alias of itself");
    const outer = this.aliasPlace;
    this.aliasPlace ??= place;
    this.depthOfAliases++;
    const located = this.read(target, path);
    this.depthOfAliases--;
    this.aliasPlace = outer;
    return located;
  }

  private refuseTag(node: Node, place: Place, path: readonly PropertyKey[]): undefined {
    return this.refuse(place, path, "a plain value", `the tag ${node.tag}`, "Remove the tag.");
  }

  private refuse(place: Place, path: readonly PropertyKey[], expected: string, found: string, hint = ""): undefined {
    this.complain(this.aliasPlace ?? place, { path, expected, found, hint });
    return undefined;
  }

  private placeOf(node: Node | null): Place {
    const [start, end] = node?.range ?? [0, 0];
    return { source: this.source, start, end };
  }
}

/** What is in one of two blocks of the same name; of what is in both, that of the first. */
function together(first: Located, second: Located | undefined): Located {
  if (first.kind !== "map" || second?.kind !== "map") return first;
  const entries = new Map(first.entries);
  for (const [name, entry] of second.entries) {
    const old = entries.get(name);
    entries.set(name, old === undefined ? entry : { ...old, value: together(old.value, entry.value) });
  }
  return { ...first, entries };
}

/** `key:` with nothing after it: problems point just behind the key. */
function emptyAfter({ source, end }: Place): Located {
  const place = { source, start: Math.min(end, source.text.length), end };
  return { kind: "scalar", value: null, place };
}
