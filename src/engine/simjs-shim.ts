// The order of these two imports matters, and no formatter may change it: simjs looks for a window while it loads.
import { isFakeWindow, page } from "./simjs-window.js";
import "simjs";

/** A request made to a simulation; here always a timer. */
export interface SimjsRequest {
  /**
   * Calls `callback` with `this` set to the entity when the request is fulfilled. A falsy `argument` is not handed
   * over and an array is spread over the parameters: pass an object.
   */
  done(callback: () => void): this;
  done<A extends object>(callback: (argument: A) => void, context: object, argument: A): this;
  /** Flags the request: it stays in the calendar until its time, and the clock still advances to it. */
  cancel(): void;
}

/** Someone who acts in a simulation. */
export interface SimjsEntity {
  time(): number;
  /** A request that is fulfilled after `duration`; nothing checks that it is a number of at least 0. */
  setTimer(duration: number): SimjsRequest;
}

/** One simulation: a clock and a calendar. */
export interface SimjsSimulation {
  time(): number;
  /** Makes the entity and calls its `start()` at once; the simulation keeps it as long as it lives. */
  addEntity<E extends SimjsEntity>(kind: new (sim: SimjsSimulation, name?: string) => E, name?: string): E;
  /** Fires the earliest event and moves the clock to it; false when none is left. */
  step(): boolean;
}

/** The part of `simjs` 2.0.3 that was confirmed and is used: its calendar. */
export interface Simjs {
  readonly Sim: new () => SimjsSimulation;
  readonly Entity: new (sim: SimjsSimulation, name?: string) => SimjsEntity;
}

/**
 * The library `simjs`, which exports nothing and only sets `window.Sim`: a fake window lets it do so in Node and in
 * workers. The fake is taken away again, as other libraries take a window for a browser; `globalThis.Sim` stays,
 * because the package runs only once however often this module does.
 */
export const simjs = page.Sim as Simjs;

if (isFakeWindow) delete page.window;
