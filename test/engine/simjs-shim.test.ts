import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { simjs } from "#engine/simjs-shim.js";

test("simjs is found, and leaves no window behind for other libraries to take us for a browser", () => {
  expect(new simjs.Sim().time()).toBe(0);
  expect("window" in globalThis).toBe(false);
});

test("simjs is found in a worker too, where no window exists", async () => {
  const shim = JSON.stringify(import.meta.resolve("#engine/simjs-shim.js"));
  const program = `import { parentPort } from "node:worker_threads";
    const { simjs } = await import(${shim});
    const sim = new simjs.Sim();
    class Visitor extends simjs.Entity { start() { this.setTimer(60).done(() => parentPort.postMessage(sim.time())); } }
    sim.addEntity(Visitor);
    while (sim.step());`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`));

  const time = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));

  expect(time).toBe(60);
});
