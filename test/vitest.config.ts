import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests run what users run: `#room/file.js` is the built file under dist/, loaded by Node itself. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    server: { deps: { external: [/\/dist\//] } },
    testTimeout: 120_000,
    maxWorkers: 2,
    // Test files share a process, as nothing we have keeps a state: loading everything anew for each took nearly half the time.
    isolate: false,
  },
});
