import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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

test("a link leads no further than a file would", () => {
  writeFileSync(join(top, "secret.txt"), "secret");
  writeFileSync(join(top, "country/base.yaml"), "title: Base");
  symlinkSync(join(top, "secret.txt"), join(top, "country/towns/secret.yaml"));
  symlinkSync(top, join(top, "country/towns/folder"));
  symlinkSync(join(top, "country/base.yaml"), join(top, "country/towns/base.yaml"));
  const may = (file: string) => mayExtend("country/towns/city.yaml", `country/towns/${file}`, "country");
  expect(["secret.yaml", "folder/secret.txt", "folder/none.yaml", "base.yaml", "none.yaml"].map(may)).toEqual([
    ...[false, false, false],
    ...[true, true],
  ]);
});

test("a scenario in a folder reached by a link may extend its neighbours", () => {
  symlinkSync(join(top, "country/towns"), join(top, "linked"));
  expect(mayExtend("linked/city.yaml", "linked/base.yaml", ".")).toBe(true);
});

test("it may lead further up only as far as the folder one stands in", () => {
  const may = folders.map((folder) => mayExtend("country/towns/small/city.yaml", "country/base.yaml", folder));
  expect(may).toEqual([true, true, false, false]);
  expect(mayExtend("country/towns/small/city.yaml", "../base.yaml", ".")).toBe(false);
});
