import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { PngError } from "#chart/png-thread.js";
import { exitCodeOf, explain } from "#cli/exit.js";
import { main } from "#cli/main.js";
import { CrowdError } from "#engine/crowd-error.js";
import type { Result } from "#result/result.js";
import { RunnerError } from "#runner/runner-error.js";

const folder = mkdtempSync(join(tmpdir(), "pscsim-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));
const program = resolve("bin/pscsim.js");

/** The program as users start it, which takes a second or two. */
const started = (words: string) =>
  spawnSync(process.execPath, [program, ...words.split(" ")], { cwd: folder, encoding: "utf8" });

/** The same in this process. */
async function pscsim(words: string): Promise<{ status: number; stdout: string; stderr: string }> {
  const [stdout, stderr] = [hear(process.stdout), hear(process.stderr)];
  const before = process.cwd();
  process.chdir(folder);
  try {
    const status = await main(words.split(" "));
    return { status, stdout: stdout.heard(), stderr: stderr.heard() };
  } finally {
    process.chdir(before);
    stdout.end();
    stderr.end();
  }
}

/** What is written to a stream meanwhile, which does not reach the terminal. */
function hear(stream: NodeJS.WriteStream): { heard(): string; end(): void } {
  const pieces: string[] = [];
  const write = vi.spyOn(stream, "write").mockImplementation((piece, ...rest) => {
    pieces.push(String(piece));
    for (const done of rest) if (typeof done === "function") (done as () => void)();
    return true;
  });
  return { heard: () => pieces.join(""), end: () => write.mockRestore() };
}

const small = `format: pscsim/1
title: { en: A small centre, ru: Малый центр, kk: Шағын орталық }
day: { opens: "09:00", closes: "18:00" }
arrivals: { walk-in: { per-day: 100 } }
services: { certificate: { route: straight, time: { exponential: { mean: 10 min } } } }
stations: { windows: { servers: 2 } }
routes: { straight: [{ visit: windows }] }
`;
writeFileSync(join(folder, "centre.yaml"), small);
writeFileSync(join(folder, "more.yaml"), "title: A window more\nstations: { windows: { servers: 3 } }\n");
writeFileSync(join(folder, "bad.yaml"), 'format: pscsim/1\ntitle: Bad\nday: { opens: "09:00", closes: 18 }\n');

test("run prints a table and writes result, charts and report, in the language asked for", () => {
  const { status, stdout, stderr } = started("run centre.yaml -n 5 --out here --lang kk");
  expect(stderr).toContain("report.html");
  expect(status).toBe(0);
  expect(stdout).toContain("Шағын орталық");
  const charts = readdirSync(join(folder, "here/charts"));
  for (const ending of [".svg", ".png", ".vl.json"]) expect(charts).toContain(`wait-distribution${ending}`);
  expect(readFileSync(join(folder, "here/report.html"), "utf8")).toContain("Шағын орталық");
  expect(JSON.parse(readFileSync(join(folder, "here/result.json"), "utf8")).format).toBe("pscsim-result/1");
  expect(readdirSync(join(folder, "here")).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("with --json the result alone is on stdout, nothing is written, and stderr is silent", () => {
  const { status, stdout, stderr } = started("run centre.yaml -n 3 --json");
  const result = JSON.parse(stdout) as Result;
  expect([status, stderr]).toEqual([0, ""]);
  expect(result.provenance).toMatchObject({ replications: 3, seed: "1" });
  expect(result.provenance.files).toHaveLength(1);
  expect(existsSync(join(folder, "out"))).toBe(false);
});

test("the same command gives the same bytes", () => {
  const outputs = [1, 2].map(() => started("run centre.yaml -n 4 --seed Астана --json").stdout);
  expect(outputs[0]).toBe(outputs[1]);
});

test("threads and the calendar of simjs, loaded only when asked for, give the same rows", async () => {
  const rowsOf = async (more: string) => {
    const { stdout } = await pscsim(`run centre.yaml -n 4 --json ${more}`);
    return (JSON.parse(stdout) as Result).rows;
  };
  expect(await rowsOf("--threads 2 --calendar simjs")).toEqual(await rowsOf("--threads 1"));
});

test("help speaks the language of the machine", () => {
  const env = { ...process.env, LC_ALL: "ru_RU.UTF-8" };
  const { status, stdout } = spawnSync(process.execPath, [program, "--help"], { env, encoding: "utf8" });
  expect([status, stdout]).toEqual([0, expect.stringContaining("Команды")]);
});

test("compare tells a verdict on the reform", async () => {
  const { status, stdout } = await pscsim("compare centre.yaml more.yaml -n 20 --quiet --out compared");
  expect(status).toBe(0);
  expect(stdout).toContain("A window more");
  expect(stdout).toContain("better");
});

test("--with and --set change the scenario", async () => {
  const measured = async (measure: string, more: string) => {
    const { stdout } = await pscsim(`run centre.yaml -n 30 --json ${more}`);
    const { rows } = JSON.parse(stdout) as Result;
    return rows.find((row) => row.measure === measure && row.scope === "whole")!.estimate!;
  };
  expect(await measured("came", "--set arrivals.walk-in.per-day=400")).toBeGreaterThan(300);
  const wait = await measured("wait", "--with more.yaml");
  expect(wait).toBe(await measured("wait", "--set stations.windows.servers=3"));
  expect(wait).toBeLessThan(await measured("wait", "--set stations.windows.servers=2"));
});

test("a bad file is told with file, line, column and the line itself, and nothing runs", () => {
  const { status, stdout, stderr } = started("run bad.yaml");
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("bad.yaml:3:");
  expect(stderr).toContain("^");
});

test("a file that is not UTF-8 is told to be saved as UTF-8", async () => {
  const windows1251 = Buffer.from([...Buffer.from("title: "), 0xd6, 0xce, 0xcd]);
  const unmarked = Buffer.from("title: ЦОН", "utf16le");
  for (const bytes of [windows1251, unmarked, Buffer.concat([Buffer.from([0xff, 0xfe]), unmarked])]) {
    writeFileSync(join(folder, "foreign.yaml"), bytes);
    writeFileSync(join(folder, "extending.yaml"), "extends: foreign.yaml\n");
    for (const words of ["check foreign.yaml", "check extending.yaml", "run centre.yaml --with foreign.yaml"])
      expect(await pscsim(words)).toEqual({
        status: 2,
        stdout: "",
        stderr:
          "foreign.yaml:1:1 expected a text in UTF-8, found something else. Save the file as UTF-8.\n\n" +
          "One problem found; nothing was run.\n",
      });
  }
});

test("a mark of UTF-8 at the beginning of a file is no part of it, and an endless file is not read to its end", async () => {
  writeFileSync(join(folder, "marked.yaml"), `\ufeff${readFileSync(join(folder, "more.yaml"), "utf8")}`);
  expect((await pscsim("check centre.yaml marked.yaml")).status).toBe(0);
  writeFileSync(join(folder, "long.yaml"), `title: a${"Ц".repeat(2 ** 21)}`);
  expect((await pscsim("check long.yaml")).stderr).toContain("found a file of more than 1 million characters");
});

test("what is typed wrong is told, with exit code 2", async () => {
  for (const words of [
    "ran centre.yaml",
    "run",
    "run centre.yaml --replication 3",
    "run none.yaml",
    "run centre.yaml -n 0",
    "run centre.yaml --set stations.windws.servers=2",
  ]) {
    const { status, stderr } = await pscsim(words);
    expect([words, status]).toEqual([words, 2]);
    expect(stderr.length).toBeGreaterThan(10);
    expect(stderr).not.toContain("    at ");
  }
});

test("what the machinery could not do is told in its own words, with exit code 3", async () => {
  for (const error of [new RunnerError("a thread failed"), new PngError("a part of resvg is missing")])
    expect([exitCodeOf(error), await explain(error)]).toEqual([3, error.message]);
});

test("a folder that cannot be made is told before anything is simulated", async () => {
  // Minutes of work, if it began.
  const { status, stderr } = await pscsim("run centre.yaml -n 9000000 --out centre.yaml/out");
  expect([status, stderr]).toEqual([2, "centre.yaml is a file: choose another folder.\n"]);
  // Where there can be none, the system has the last word; it is told, and soon.
  if (existsSync("/proc/self"))
    expect((await pscsim("run centre.yaml -n 9000000 --out /proc/none/of/these")).status).toBe(3);
});

test("a crowd that fits into no memory is the scenario's fault", async () => {
  expect([exitCodeOf(new CrowdError()), await explain(new CrowdError())]).toEqual([2, new CrowdError().message]);
});

test("Ctrl-C ends a long run soon, and what was done is shown", async () => {
  // The trace is written just before the replications begin: from then on the program listens.
  const words = ["run", "centre.yaml", "-n", "9000000", "--json", "--trace", "begun.tsv"];
  const child = spawn(process.execPath, [program, ...words], { cwd: folder });
  let text = "";
  child.stdout.on("data", (data) => {
    text += String(data);
  });
  const ended = new Promise((done) => child.on("close", done));
  while (!existsSync(join(folder, "begun.tsv"))) await sleep(50);
  await sleep(2000);
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  const { provenance } = JSON.parse(text) as Result;
  expect(provenance.stopped).toBe("interrupted");
  expect(provenance.replications).toBeGreaterThan(0);
});

test("Ctrl-C is heard in the midst of a replication too; before the first is done there is nothing to show", async () => {
  const sources = Array.from({ length: 20 }, (_, i) => `  source-${i}: { per-day: 20000000 }`).join("\n");
  writeFileSync(
    join(folder, "long.yaml"),
    small.replace("arrivals: { walk-in: { per-day: 100 } }", `arrivals:\n${sources}`),
  );
  for (const threads of [1, 2]) {
    const listeners = process.listenerCount("SIGINT");
    const done = pscsim(`run long.yaml -n 1 --threads ${threads}`);
    while (process.listenerCount("SIGINT") === listeners) await sleep(5);
    await sleep(200);
    process.emit("SIGINT");
    expect(await done).toEqual({
      status: 2,
      stdout: "",
      stderr: "Stopped before the first replication was done: there is nothing to show.\n",
    });
  }
});

test("whoever reads the output may stop reading; the files are written all the same", async () => {
  for (const [stream, out] of [
    ["stdout", "unread"],
    ["stderr", "untold"],
  ] as const) {
    const child = spawn(process.execPath, [program, "run", "centre.yaml", "-n", "3", "--out", out], { cwd: folder });
    child[stream].destroy();
    let complaints = "";
    child.stderr.on("data", (data) => {
      complaints += String(data);
    });
    child.stdout.resume();
    expect(await new Promise((done) => child.on("close", done))).toBe(0);
    expect(complaints).toMatch(stream === "stdout" ? /^Written: / : /^$/);
    expect(existsSync(join(folder, out, "report.html"))).toBe(true);
  }
});

test("a trace has a line an event, in the order of time", async () => {
  expect((await pscsim("run centre.yaml -n 1 --json --trace trace.tsv")).status).toBe(0);
  const [head, ...lines] = readFileSync(join(folder, "trace.tsv"), "utf8").trim().split("\n");
  expect(head).toBe("seconds\tclock\tfact\tvisitor\tgroup\tservice\tstation\tserver");
  const words = lines.find((line) => line.includes("\tcalled\t"))!.split("\t");
  expect(words.slice(3)).toEqual(["walk-in#1", "general", "certificate", "windows", "windows/2"]);
  const facts = lines.map((line) => line.split("\t")[2]);
  const times = lines.map((line) => Number(line.split("\t")[0]));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const count = (fact: string) => facts.filter((each) => each === fact).length;
  expect(count("arrived")).toBeGreaterThan(50);
  expect(count("called")).toBe(count("joined"));
  expect(count("left")).toBe(count("arrived"));
});

test("chart and report work from the result file alone", async () => {
  writeFileSync(join(folder, "result.json"), (await pscsim("run centre.yaml -n 5 --json")).stdout);
  expect((await pscsim("chart result.json utilisation --out drawn --lang ru")).status).toBe(0);
  expect(readdirSync(join(folder, "drawn")).sort()).toEqual([
    "utilisation.png",
    "utilisation.svg",
    "utilisation.vl.json",
  ]);
  expect((await pscsim("report result.json --out drawn")).status).toBe(0);
  expect((await pscsim("chart result.json no-such-chart")).status).toBe(2);
  expect((await pscsim("report centre.yaml")).status).toBe(2);
});

test("an option takes one word, wherever it stands; a wrong one is told where to look", async () => {
  expect((await pscsim("check --set stations.windows.servers=2 centre.yaml more.yaml")).status).toBe(0);
  expect(await pscsim("check --set stations.windows.servers=-1 --with more.yaml centre.yaml")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("--set stations.windows.servers=-1 stations.windows.servers: expected"),
  });
  expect((await pscsim("check centre.yaml --sed 3")).stderr).toBe("Unknown argument: sed\nSee pscsim check --help.\n");
});

test("check finds no problem in a good file; schema prints the schema that is checked in", async () => {
  expect(await pscsim("check centre.yaml more.yaml")).toMatchObject({ status: 0, stderr: "" });
  expect((await pscsim("schema")).stdout).toBe(readFileSync("src/scenario/scenario.schema.generated.json", "utf8"));
});
