import { InvariantError } from "./invariant-error.js";
import { wasmBytes } from "./wasm-bytes.js";

/** What the engine asks for: see assembly/outside.ts. */
export interface Outside {
  quantile(law: number, u: number): number;
  tell(
    time: number,
    fact: number,
    source: number,
    visitor: number,
    group: number,
    service: number,
    station: number,
    pool: number,
    server: number,
  ): void;
  record(source: number, visitor: number, group: number, outcome: number, time: number): void;
  planThere(due: number, what: number, rank: number): void;
  nextThere(): number;
  nowThere(): number;
  takenThere(): number;
  isDueBeforeThere(rank: number): number;
  clearThere(): void;
}

/** What the engine offers: see assembly/index.ts. Places are offsets into its memory in bytes. */
export interface EngineExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  allot(doubles: number): number;
  load(plan: number): void;
  setDayFactor(source: number, factor: number): void;
  open(seed0: number, seed1: number, replication: number): void;
  goOn(events: number): number;
  registers(): number;
  measures(): number;
  failedCheck(): number;
  gatherPool(): number;
  pool(): number;
  poolBins(): number;
  poolEnds(): number;
  clearPool(): void;
  plan(time: number, what: number, rank: number): void;
  next(): number;
  now(): number;
  taken(): number;
  planned(): number;
  isDueBefore(rank: number): number;
  clear(): void;
  threefry0(key0: number, key1: number, counter0: number, counter1: number): number;
  threefry1(key0: number, key1: number, counter0: number, counter1: number): number;
  uniforms(key0: number, key1: number, first: number, purpose: number): number;
  sample(kind: number, first: number, second: number, key0: number, key1: number, number: number): number;
}

/** Of an engine that runs no day. */
export const noOutside: Outside = {
  quantile: never,
  tell: never,
  record: never,
  planThere: never,
  nextThere: never,
  nowThere: never,
  takenThere: never,
  isDueBeforeThere: never,
  clearThere: never,
};

function never(): never {
  throw new InvariantError("the engine called what it was not given");
}

/** The part of the WebAssembly interface that we use; TypeScript tells of it only together with a whole browser. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: Record<string, object>) => { readonly exports: EngineExports };
}

const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyInterface }).WebAssembly;
let compiled: object | undefined;

/** The engine without a memory. Threads to which it is handed share the better code that V8 makes of it by and by. */
export function compiledEngine(): object {
  compiled ??= new Module(wasmBytes);
  return compiled;
}

/** Takes the engine another thread has compiled; to be called before the first is made here. */
export function adoptEngine(engine: object): void {
  compiled = engine;
}

/** A new engine with a memory of its own. */
export function instantiate(outside: Outside): EngineExports {
  const abort = (): never => {
    throw new InvariantError("the engine stopped");
  };
  return new Instance(compiledEngine(), { outside, env: { abort } }).exports;
}
