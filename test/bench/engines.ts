import type { Runner, Workload } from "./workload.js";

/** Everyone who is measured on a workload; each is loaded only in the process that measures it. */
export const engines: Record<Workload, Record<string, (settings: readonly string[]) => Promise<Runner>>> = {
  W1: {
    pscsim: async (settings) => (await import("./pscsim.js")).pscsimRunner("W1", settings),
    simjs: async () => (await import("./simjs-mm5.js")).withFacility,
    "simjs-calendar": async () => (await import("./simjs-mm5.js")).withTimers,
  },
  W2: {
    pscsim: async (settings) => (await import("./pscsim.js")).pscsimRunner("W2", settings),
    simjs: async () => (await import("./simjs-psc-day.js")).withFacilities,
    "simjs-calendar": async () => (await import("./simjs-psc-day.js")).withTimers,
    "simjs-patience-at-call": async () => (await import("./simjs-psc-day.js")).withPatienceAtCall,
  },
};
