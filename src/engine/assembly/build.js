// Compiles the engine's own language, AssemblyScript, to WebAssembly, and lays the bytes into a module that Node and a
// browser load alike. Does nothing when the sources are those it compiled last.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import binaryen from "binaryen";

const here = dirname(fileURLToPath(import.meta.url));
const engine = dirname(here);
const root = join(engine, "..", "..");
const target = join(root, "dist", "engine", "wasm-bytes.js");

/*
 * No collector of garbage: what a day needs is made once and used again. No checks of bounds and of null: the tables are
 * built from a plan that was checked, and a fault would show in the books, which are checked after every replication.
 */
const options = ["-O3", "--runtime", "stub", "--noAssert", "--uncheckedBehavior", "always", "--enable", "simd"];

const head = `// sources: ${hashOfSources()}\n`;
if (!existsSync(target) || !readFileSync(target, "utf8").startsWith(head)) await build();

async function build() {
  const entry = relative(root, join(here, "index.ts"));
  let bytes;
  const { error, stderr } = await asc.main([entry, ...options, "--baseDir", root, "--outFile", "engine.wasm"], {
    writeFile: (_, contents) => {
      bytes = contents;
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  const base64 = Buffer.from(inlined(bytes)).toString("base64");
  const lines = [
    `const base64 = "${base64}";`,
    // Node's own way takes a hundredth of the time; a browser has only the other.
    "const decode = globalThis.Buffer === undefined",
    "  ? () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))",
    "  : () => globalThis.Buffer.from(base64, 'base64');",
    "export const wasmBytes = decode();",
  ];
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.new`, `${head}${lines.join("\n")}\n`);
  renameSync(`${target}.new`, target);
}

/**
 * The same program with far more of it inlined: a visitor's way through the engine is a chain of small functions, and a
 * browser's compiler inlines none of them. Measured: src/decisions/hot-path.md.
 */
function inlined(bytes) {
  const program = binaryen.readBinary(bytes);
  const { MutableGlobals, SignExt, NontrappingFPToInt, BulkMemory, BulkMemoryOpt, SIMD128 } = binaryen.Features;
  program.setFeatures(MutableGlobals | SignExt | NontrappingFPToInt | BulkMemory | BulkMemoryOpt | SIMD128);
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  binaryen.setAlwaysInlineMaxSize(400);
  binaryen.setFlexibleInlineMaxSize(400);
  binaryen.setOneCallerInlineMaxSize(100_000);
  binaryen.setAllowInliningFunctionsWithLoops(true);
  for (let round = 0; round < 2; round++) program.optimize();
  return program.emitBinary();
}

/** Of this script, the engine's sources and the enumerations beside them that both languages read. */
function hashOfSources() {
  const hash = createHash("sha256");
  for (const folder of [here, engine, join(root, "src", "plan")]) {
    for (const name of readdirSync(folder).sort()) {
      const isRead =
        folder === here ||
        ["columns.ts", "fact.ts", "rank.ts", "plan-codes.ts", "program.ts", "quantile.ts"].includes(name);
      if (isRead) hash.update(name).update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest("hex");
}
