// Lays the command line and what it needs into few files, dist/bundle: a command of pscsim starts by loading them, and
// three hundred small modules, most of them of libraries, took longer to find than to run. See src/decisions/cold-start.md.
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const dist = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "dist");
const outdir = join(dist, "bundle");

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: {
    main: join(dist, "cli", "main.js"),
    worker: join(dist, "runner", "worker.js"),
    png: join(dist, "chart", "png.js"),
  },
  outdir,
  bundle: true,
  // What a command does not need is a file of its own, loaded by those that do.
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // They bring files of their own.
  external: ["yargs", "piscina", "@resvg/resvg-js"],
  // Some libraries are CommonJS and ask for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  logLevel: "warning",
});
