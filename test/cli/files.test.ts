import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diskResolver } from "#cli/files.js";

const top = realpathSync(mkdtempSync(join(tmpdir(), "pscsim-files-")));
afterAll(() => rmSync(top, { recursive: true }));
mkdirSync(join(top, "country/towns/small"), { recursive: true });

/** Whether a scenario may extend a file, both by their paths from the top, when one stands in a folder. */
function mayExtend(scenario: string, file: string, folder: string): boolean {
  const before = process.cwd();
  process.chdir(join(top, folder));
  try {
    const entry = relative(process.cwd(), join(top, scenario));
    const target = relative(dirname(join(top, scenario)), join(top, file));
    return diskResolver(entry).resolve(entry, target) !== undefined;
  } finally {
    process.chdir(before);
  }
}

const folders = [".", "country", "country/towns", "country/towns/small"];

test("a scenario may extend a file of the folder above its own, wherever one stands", () => {
  for (const folder of folders) {
    expect(mayExtend("country/towns/city.yaml", "country/base.yaml", folder)).toBe(true);
    expect(mayExtend("country/towns/city.yaml", "country/villages/base.yaml", folder)).toBe(true);
  }
});

test("it may lead further up only as far as the folder one stands in", () => {
  const may = folders.map((folder) => mayExtend("country/towns/small/city.yaml", "country/base.yaml", folder));
  expect(may).toEqual([true, true, false, false]);
  expect(mayExtend("country/towns/small/city.yaml", "../base.yaml", ".")).toBe(false);
});
