import { FiguresSum } from "./figures.js";
import { FirstComeQueue } from "./first-come-queue.js";
import { Entity, Facility, randomFrom, Sim, type SimjsRandom } from "./simjs-parts.js";
import type { Runner } from "./workload.js";

const VISITORS = 1_000_000;
const ARRIVALS_PER_MINUTE = 4.5;
const SERVICES_PER_MINUTE = 1;
const WINDOWS = 5;

/** W1 as a user of `simjs` writes it first: one entity sends all visitors to a `Facility`. */
export const withFacility: Runner = (replications, seed) =>
  replicate(replications, seed, (random, waits) => new FacilityCentre(random, waits));

/** W1 on the timers of `simjs` alone, with a queue of our own: its user's best. */
export const withTimers: Runner = (replications, seed) =>
  replicate(replications, seed, (random, waits) => new TimerCentre(random, waits));

function replicate(
  replications: number,
  seed: string,
  open: (random: SimjsRandom, waits: Float64Array) => { run(): void },
) {
  const random = randomFrom(seed);
  const sum = new FiguresSum();
  for (let replication = 0; replication < replications; replication++) {
    const waits = new Float64Array(VISITORS);
    open(random, waits).run();
    sum.add(VISITORS, waits);
  }
  return sum.figures();
}

class FacilityCentre extends Entity {
  readonly #sim: InstanceType<typeof Sim>;
  readonly #windows = new Facility("windows", Facility.FCFS, WINDOWS);
  #came = 0;
  #served = 0;

  constructor(
    readonly random: SimjsRandom,
    readonly waits: Float64Array,
  ) {
    const sim = new Sim();
    super(sim);
    this.#sim = sim;
  }

  run(): void {
    this.awaitNext();
    this.#sim.simulate(Number.POSITIVE_INFINITY);
  }

  awaitNext(): void {
    this.setTimer(this.random.exponential(ARRIVALS_PER_MINUTE)).done(this.arrive);
  }

  arrive(): void {
    const arrived = this.time();
    const service = this.random.exponential(SERVICES_PER_MINUTE);
    this.useFacility(this.#windows, service).done(() => {
      this.waits[this.#served++] = this.time() - arrived - service;
    });
    if (++this.#came < VISITORS) this.awaitNext();
  }
}

class TimerCentre extends Entity {
  readonly #sim: InstanceType<typeof Sim>;
  readonly #queue = new FirstComeQueue<number>();
  #free = WINDOWS;
  #came = 0;
  #called = 0;

  constructor(
    readonly random: SimjsRandom,
    readonly waits: Float64Array,
  ) {
    const sim = new Sim();
    super(sim);
    this.#sim = sim;
  }

  run(): void {
    this.awaitNext();
    this.#sim.simulate(Number.POSITIVE_INFINITY);
  }

  awaitNext(): void {
    this.setTimer(this.random.exponential(ARRIVALS_PER_MINUTE)).done(this.arrive);
  }

  arrive(): void {
    if (this.#free > 0) {
      this.#free--;
      this.call(this.time());
    } else {
      this.#queue.push(this.time());
    }
    if (++this.#came < VISITORS) this.awaitNext();
  }

  call(arrived: number): void {
    this.waits[this.#called++] = this.time() - arrived;
    this.setTimer(this.random.exponential(SERVICES_PER_MINUTE)).done(this.finish);
  }

  finish(): void {
    const arrived = this.#queue.shift();
    if (arrived === undefined) this.#free++;
    else this.call(arrived);
  }
}
