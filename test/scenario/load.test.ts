import { expect, test } from "vitest";
import { loadComparison, loadScenario, readScenario } from "#scenario/load.js";
import { errorOf, problemsOfFiles } from "../kit/scenario-problems.js";
import { inMemory } from "../kit/scenario-resolver.js";
import { largeCentre, smallCentre } from "../kit/scenario-samples.js";

const twoWindowsMore = "title: Two windows more\nstations: { windows: { servers: 5 } }\n";

test("a file that extends another says only the differences, and every file read is named", () => {
  const resolver = inMemory({
    "base.yaml": smallCentre,
    "towns/city.yaml": "extends: ../base.yaml\ntitle: City\nstations: { windows: { gap: 30 s } }\n",
  });
  const { scenario, files } = loadScenario({ entry: "towns/city.yaml", resolver });
  expect(scenario.title.en).toBe("City");
  expect(scenario.stations[0]).toMatchObject({ id: "windows", gap: 30, pools: [{ roster: [{ from: 0, count: 3 }] }] });
  expect(files.map(({ path }) => path)).toEqual(["towns/city.yaml", "base.yaml"]);
});

test("each reform is laid over the base alone, under the name of its file", () => {
  const resolver = inMemory({
    "city.yaml": smallCentre,
    "reforms/two-more.yaml": twoWindowsMore,
    "reforms/gap.yaml": "title: { en: No gap }\nstations: { windows: { gap: 5 s } }",
  });
  const { base, reforms } = loadComparison({
    base: "city.yaml",
    reforms: ["reforms/two-more.yaml", "reforms/gap.yaml"],
    set: ["day.closes=17:00"],
    resolver,
  });
  expect([base, ...reforms].map(({ id }) => id)).toEqual(["city", "two-more", "gap"]);
  expect([base, ...reforms].map(({ scenario }) => scenario.stations[0]!.pools[0]!.roster[0]!.count)).toEqual([3, 5, 3]);
  expect([base, ...reforms].map(({ scenario }) => scenario.day.length / 3600)).toEqual([8, 8, 8]);
});

test("a reform that is a whole scenario stands alone", () => {
  const resolver = inMemory({ "city.yaml": largeCentre, "other/city.yaml": smallCentre });
  const { base, reforms } = loadComparison({ base: "city.yaml", reforms: ["other/city.yaml"], resolver });
  expect([base.id, reforms[0]!.id]).toEqual(["city", "city-2"]);
  expect(reforms[0]!.scenario).toEqual(readScenario(smallCentre));
});

test("a reform may extend a reform, and what the first takes away stays away", () => {
  const resolver = inMemory({
    "city.yaml": smallCentre.replace("servers: 3", "servers: 3, gap: 30 s, room: 9"),
    "first.yaml": "title: First\nstations: { windows: { gap: null } }",
    "second.yaml": "extends: first.yaml\ntitle: Second\nstations: { windows: { servers: 1 } }",
  });
  const { reforms } = loadComparison({ base: "city.yaml", reforms: ["second.yaml"], resolver });
  expect(reforms[0]!.scenario).toMatchObject({ title: { en: "Second" }, stations: [{ gap: 0, room: 9 }] });
});

test("a reform's title in English is its title in every language, not mixed with the base's", () => {
  const resolver = inMemory({ "city.yaml": largeCentre, "a.yaml": "title: { en: Second bank }" });
  const { reforms } = loadComparison({ base: "city.yaml", reforms: ["a.yaml"], resolver });
  expect(reforms[0]!.scenario.title).toEqual({ en: "Second bank", ru: "Second bank", kk: "Second bank" });
});

test("overlays go on in order, settings of the command line last", () => {
  const resolver = inMemory({ "city.yaml": smallCentre, "with.yaml": twoWindowsMore });
  const { scenario } = loadScenario({
    entry: "city.yaml",
    with: ["with.yaml"],
    set: ["stations.windows.servers=7", "routes.counter.0.visit=windows", "promise.wait=10 min"],
    resolver,
  });
  expect(scenario.title.en).toBe("Two windows more");
  expect(scenario.stations[0]!.pools[0]!.roster).toEqual([{ from: 0, count: 7 }]);
  expect(scenario.promise.wait).toBe(600);
});

test("a circle of extends is told at the line that closes it", () => {
  const texts = { "city.yaml": "extends: b.yaml\n", "b.yaml": "title: B\nextends: city.yaml\n" };
  expect(problemsOfFiles(texts)).toEqual([
    "b.yaml:2:10 extends: expected files that do not extend each other in a circle, found city.yaml > b.yaml > city.yaml.",
  ]);
});

test.each([
  [
    "outside the folder tree",
    "../../secret.yaml",
    "expected the relative path of a file inside the folder above the scenario's, or inside the working folder if that is higher up, found ../../secret.yaml. A link counts as what it leads to.",
  ],
  [
    "to an absolute path",
    "/secret.yaml",
    "expected the relative path of a file inside the folder above the scenario's, or inside the working folder if that is higher up, found /secret.yaml. A link counts as what it leads to.",
  ],
  ["to a missing file", "base.yaml", "expected a file that can be read, found no file base.yaml."],
])("extends may not lead %s", (_, path, said) => {
  expect(problemsOfFiles({ "city.yaml": `title: City\nextends: ${path}\n` })).toEqual([
    `city.yaml:2:10 extends: ${said}`,
  ]);
});

test("a missing entry file is told by its name", () => {
  expect(problemsOfFiles({})).toEqual(["city.yaml:1:1 expected a file that can be read, found no file city.yaml."]);
});

test("a reform alone is told that it needs a base", () => {
  expect(problemsOfFiles({ "city.yaml": twoWindowsMore })[0]).toBe(
    "city.yaml:1:1 expected the sections day, arrivals, services, stations, routes, found no day, no arrivals, no services, no routes. " +
      "A file with only a part of them is a reform: compare it with a base, or let it extend one.",
  );
});

test("an error in a merged document points into the file that wrote the line", () => {
  const texts = { "city.yaml": smallCentre, "with.yaml": "title: W\nstations:\n  windows: { servers: 0 }\n" };
  expect(problemsOfFiles(texts, { with: ["with.yaml"] })).toEqual([
    "with.yaml:3:23 stations.windows.servers: expected a whole number of at least 1, found 0. Close the station instead?",
  ]);
});

test("when a reform breaks a line of the base, the problem names the reform", () => {
  const resolver = inMemory({
    "city.yaml": smallCentre,
    "a.yaml": "stations: { windows: null, hall: { servers: 1 } }",
  });
  const { message } = errorOf(() => loadComparison({ base: "city.yaml", reforms: ["a.yaml"], resolver }));
  expect(message).toBe(
    "city.yaml:12:14 routes.counter[0].visit: expected the name of a station, found windows. Known: hall. This is so with a.yaml.",
  );
});

test("taking away what is not there is a problem, for it is a slip in a name", () => {
  const texts = { "city.yaml": smallCentre, "with.yaml": "stations: { window: null }" };
  expect(problemsOfFiles(texts, { with: ["with.yaml"] })).toEqual([
    "with.yaml:1:21 stations.window: expected a setting to take away, found none of this name below it. Did you mean windows?",
  ]);
});

test("a patch that adds a second law is told how to replace the first", () => {
  const texts = {
    "city.yaml": smallCentre.replace("9 min", "{ gamma: { mean: 9 min, cv: 1 } }"),
    "with.yaml": "services: { id-card: { time: { exponential: { mean: 9 min } } } }",
  };
  expect(problemsOfFiles(texts, { with: ["with.yaml"] })[0]).toContain(
    "found exponential and gamma. A patch adds to what is there: where with.yaml changes it, also write `gamma: null`.",
  );
});

test.each([
  [
    "stations.window.servers=2",
    "stations.window: expected something that is there, found window. Did you mean windows?",
  ],
  ["statoins.windows.servers=2", "statoins: expected a known key, found statoins. Did you mean stations?"],
  [
    "stations.windows.servers=0",
    "stations.windows.servers: expected a whole number of at least 1, found 0. Close the station instead?",
  ],
  ["stations.windows.srvers=2", "stations.windows.srvers: expected a known key, found srvers. Did you mean servers?"],
  ["routes.counter.3.visit=windows", "routes.counter.3: expected something that is there, found 3. Known: 0."],
  [
    "stations.windows.servers",
    "expected a setting and its value, such as stations.bank.servers=2, found stations.windows.servers.",
  ],
])("--set %s is answered with the setting itself as its place", (setting, said) => {
  expect(problemsOfFiles({ "city.yaml": smallCentre }, { set: [setting] })).toEqual([`--set ${setting} ${said}`]);
});

test("problems of every file of a comparison come together", () => {
  const resolver = inMemory({ "city.yaml": "a: [", "a.yaml": "- x", "b.yaml": "" });
  const { problems } = errorOf(() => loadComparison({ base: "city.yaml", reforms: ["a.yaml", "b.yaml"], resolver }));
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(["city.yaml", "a.yaml", "b.yaml"]));
});

test("the terminal shows the line of a problem, marked", () => {
  const error = errorOf(() => readScenario(smallCentre.replace("servers: 3", "servers: 0")));
  expect(error.explain().split("\n").slice(1)).toEqual([
    "  8 | stations:",
    "  9 |   windows: { servers: 0 }",
    "    |                       ^",
  ]);
});
