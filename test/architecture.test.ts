import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Which rooms each room may import: the table of src/ARCHITECTURE.md. */
const table: Readonly<Record<string, readonly string[]>> = {
  random: [],
  stats: [],
  scenario: ["random"],
  plan: ["scenario", "random"],
  engine: ["plan", "random"],
  result: ["stats"],
  runner: ["plan", "engine"],
  experiment: ["scenario", "plan", "runner", "stats", "result"],
  chart: ["result"],
  report: ["result", "chart"],
  cli: ["random", "stats", "scenario", "plan", "engine", "result", "runner", "experiment", "chart", "report"],
};

/** Rooms that run in a browser as they are, and the files excepted because they say they are for Node. */
const forBrowsers = ["random", "stats", "scenario", "plan", "engine", "result", "chart"];
const forNode = ["chart/png.ts"];

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function sources(folder = "src", found: string[] = []): string[] {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sources(path, found);
    else if (path.endsWith(".ts") && !path.endsWith(".d.ts")) found.push(path);
  }
  return found;
}

const imports: readonly Import[] = sources().flatMap((path) => {
  const file = path.slice("src/".length);
  const matches = readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...matches].map(([, target]) => ({ file, room: file.split("/")[0]!, target: target! }));
});

/** The engine itself is written in AssemblyScript, and compiled as one program: its files may name one another. */
function isAssembly(file: string): boolean {
  return file.startsWith("engine/assembly/");
}

test("every room stands in the table, and the table names no room that is gone", () => {
  const rooms = readdirSync("src", { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "decisions",
  );
  expect(rooms.map((room) => room.name).sort()).toEqual(Object.keys(table).sort());
  expect(imports.length).toBeGreaterThan(100);
});

test("no room imports a room that the table does not allow it", () => {
  const between = imports.filter(({ target }) => target.startsWith("#"));
  const against = between.filter(({ room, target }) => {
    const other = target.slice(1).split("/")[0]!;
    return other === room || !table[room]!.includes(other);
  });
  expect(against).toEqual([]);
});

test("inside a room imports are relative, and never lead out of it", () => {
  expect(imports.filter(({ file, target }) => target.startsWith("../") && !isAssembly(file))).toEqual([]);
});

test("the engine's own language reads, of what is outside its folder, only enumerations that both languages share", () => {
  const outside = imports.filter(({ file, target }) => isAssembly(file) && !target.startsWith("./"));
  const shared = [...new Set(outside.map(({ target }) => target))].sort();
  expect(shared).toEqual(["../../plan/program", "../columns", "../fact", "../plan-codes", "../quantile", "../rank"]);
  for (const target of shared) {
    const source = readFileSync(join("src/engine/assembly", `${target}.ts`), "utf8");
    expect(source.match(/^(import|export)[^{]*/gm), target).toSatisfy((all: string[]) =>
      all.every((each) => /^export (const )?enum \w+ $/.test(each)),
    );
  }
});

test("what runs in a browser imports nothing of Node", () => {
  const nodes = imports.filter(
    ({ file, room, target }) => forBrowsers.includes(room) && target.startsWith("node:") && !forNode.includes(file),
  );
  expect(nodes).toEqual([]);
});

test("the page for newcomers shows the same table", () => {
  const page = readFileSync("src/ARCHITECTURE.md", "utf8");
  for (const [room, allowed] of Object.entries(table)) {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${room}\` |`));
    expect(row, `a row for ${room}`).toBeDefined();
    const cell = row!.split("|")[3]!.trim();
    expect(cell === "–" ? [] : cell.split(", "), room).toEqual(room === "cli" ? ["all"] : allowed);
  }
});

test("no import goes in a circle", () => {
  const graph = new Map<string, string[]>();
  for (const { file, target } of imports) {
    const path = target.startsWith("#") ? target.slice(1) : target.startsWith("./") ? join(file, "..", target) : null;
    if (path !== null) graph.set(file, [...(graph.get(file) ?? []), path.replace(/\.js$/, ".ts")]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" > "));
    if (done.has(file) || way.includes(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  expect(circles).toEqual([]);
});
