import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { loadComparison, readScenario } from "#scenario/load.js";
import { rowOf, tryOut } from "./kit/an-experiment.js";
import { inMemory } from "./kit/scenario-resolver.js";

const readme = readFileSync("README.md", "utf8");
const packageFile = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
  version: string;
};
const blocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);

test("the README's scenario of ten lines runs, and its reform makes it better", async () => {
  const [centre, reform] = blocks;
  expect(centre!.trim().split("\n")).toHaveLength(10);
  expect(readScenario(centre!).stations[0]!.pools[0]!.roster).toEqual([{ from: 0, count: 4 }]);
  const files = { "our-centre.yaml": centre!, "one-more-window.yaml": reform! };
  const { base, reforms } = loadComparison({
    base: "our-centre.yaml",
    reforms: ["one-more-window.yaml"],
    resolver: inMemory(files),
  });
  const result = await tryOut([base.scenario, ...reforms.map((each) => each.scenario)], { replications: 10 });
  const waitOf = (scenario: string) => rowOf(result, { scenario, measure: "wait", statistic: "mean" }).estimate!;
  expect(waitOf("reform-1")).toBeLessThan(waitOf("base"));
});

test("the README shows the two commands for newcomers, and npm knows them", () => {
  for (const command of ["npm ci && npm start", "npm ci && npm test"]) expect(readme).toContain(command);
  for (const script of ["start", "test", "bench"]) expect(packageFile.scripts).toHaveProperty(script);
});

test("npm start compares scenarios that exist", () => {
  const named = [...packageFile.scripts.start!.matchAll(/scenarios\/\S+\.yaml/g)].map(([path]) => path);
  expect(named).toHaveLength(6);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test("every command of the README is one of the program's, and the other way round", () => {
  const inReadme = [...readme.matchAll(/^\| `pscsim ([a-z]+)/gm)].map((match) => match[1]!).sort();
  const inProgram = readdirSync("src/cli")
    .map((name) => /command: "([a-z]+)/.exec(readFileSync(join("src/cli", name), "utf8"))?.[1])
    .filter((name) => name !== undefined);
  expect(inReadme).toEqual(inProgram.sort());
});

test("every file that the pages name exists", () => {
  for (const page of ["README.md", "src/ARCHITECTURE.md", "CHANGELOG.md"]) {
    const text = readFileSync(page, "utf8");
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => join(dirname(page), match[1]!));
    const named = [...text.matchAll(/`((?:src|test|scenarios)\/[\w./-]+)`/g)].map((match) => match[1]!);
    expect([...links, ...named].filter((path) => !existsSync(path))).toEqual([]);
  }
});

test("the changelog has a heading for this version", () => {
  expect(readFileSync("CHANGELOG.md", "utf8")).toContain(`## ${packageFile.version}`);
});

test("every dependency has a line that says why", () => {
  const decisions = readFileSync("src/decisions/dependencies.md", "utf8");
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
    string,
    Record<string, string>
  >;
  const named = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith("@types/"));
  expect(named.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([]);
});
