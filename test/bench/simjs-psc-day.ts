import type { SimjsRequest } from "#engine/simjs-shim.js";
import { FiguresSum } from "./figures.js";
import { FirstComeQueue } from "./first-come-queue.js";
import { Entity, Facility, randomFrom, Sim, type SimjsRandom } from "./simjs-parts.js";
import type { Figures, Runner } from "./workload.js";

const ARRIVALS_PER_MINUTE = [0.9, 1.5, 2.2, 2.8, 3, 2.7, 2.2, 1.8, 1.5, 1.4, 1.6, 1.9, 2.2, 2, 1.6, 1.2, 0.8, 0.4];
const MOST_PER_MINUTE = Math.max(...ARRIVALS_PER_MINUTE);
const INTERVAL = 30;
const CLOSES = INTERVAL * ARRIVALS_PER_MINUTE.length;

/**
 * W2 as a user of `simjs` writes it: a `Facility` for the desk, the kiosks and the teller; the windows, whose priorities a
 * `Facility` does not know, on timers.
 */
export const withFacilities: Runner = (replications, seed) => replicate(replications, seed, "timer", "facilities");

/** W2 on the timers of `simjs` alone, with our queues and its random numbers; a timer for each patience. */
export const withTimers: Runner = (replications, seed) => replicate(replications, seed, "timer", "own queues");

/** The same without a timer for a patience: whoever has lost it is passed over when called. Its user's very best. */
export const withPatienceAtCall: Runner = (replications, seed) =>
  replicate(replications, seed, "at call", "own queues");

type PatienceBy = "timer" | "at call";
type StationsBy = "facilities" | "own queues";

function replicate(replications: number, seed: string, patienceBy: PatienceBy, stationsBy: StationsBy): Figures {
  const random = randomFrom(seed);
  const sum = new FiguresSum();
  for (let replication = 0; replication < replications; replication++) {
    const day = new Day(random, patienceBy, stationsBy);
    day.run();
    sum.add(day.visitors, Float64Array.from(day.windowWaits));
  }
  return sum.figures();
}

interface Visitor {
  readonly hasPriority: boolean;
  hasPaid: boolean;
  joined: number;
  /** When patience at the windows ends; only where it is looked at in the call. */
  givesUpAt: number;
  givesUp: SimjsRequest | undefined;
  hasGivenUp: boolean;
}

/** A station without priorities. Times are drawn in minutes; every wait is kept. */
interface Station {
  free: number;
  readonly queue: FirstComeQueue<Visitor>;
  readonly waits: number[];
  readonly facility: Facility;
  readonly drawTime: (random: SimjsRandom) => number;
  readonly leave: (this: Day, visitor: Visitor) => void;
}

class Day extends Entity {
  visitors = 0;
  readonly windowWaits: number[] = [];
  readonly #sim: InstanceType<typeof Sim>;
  readonly #desk = station(2, lognormal(0.5, 0.3), this.leaveDesk);
  readonly #kiosks = station(4, lognormal(6, 3), this.leaveKiosk);
  readonly #teller = station(1, (random) => random.exponential(1 / 1.6), this.leaveTeller);
  readonly #priorityQueue = new FirstComeQueue<Visitor>();
  readonly #ordinaryQueue = new FirstComeQueue<Visitor>();
  #freeWindows = 12;

  constructor(
    readonly random: SimjsRandom,
    readonly patienceBy: PatienceBy,
    readonly stationsBy: StationsBy,
  ) {
    const sim = new Sim();
    super(sim);
    this.#sim = sim;
  }

  run(): void {
    this.awaitNext();
    this.#sim.simulate(Number.POSITIVE_INFINITY);
  }

  /** Poisson arrivals with a rate for each half hour, by thinning. Source: Lewis and Shedler (1979). */
  awaitNext(): void {
    let candidate = this.time();
    do {
      candidate += this.random.exponential(MOST_PER_MINUTE);
      if (candidate >= CLOSES) return;
    } while (this.random.random() * MOST_PER_MINUTE >= ARRIVALS_PER_MINUTE[Math.floor(candidate / INTERVAL)]);
    this.setTimer(candidate - this.time()).done(this.arrive);
  }

  arrive(): void {
    this.visitors++;
    this.join(this.#desk, {
      hasPriority: this.random.random() < 0.12,
      hasPaid: false,
      joined: 0,
      givesUpAt: 0,
      givesUp: undefined,
      hasGivenUp: false,
    });
    this.awaitNext();
  }

  leaveDesk(visitor: Visitor): void {
    if (this.random.random() < 0.25) this.join(this.#kiosks, visitor);
    else this.joinWindows(visitor);
  }

  leaveKiosk(visitor: Visitor): void {
    if (this.random.random() < 0.2) this.joinWindows(visitor);
    else this.perhapsPay(visitor);
  }

  perhapsPay(visitor: Visitor): void {
    if (this.random.random() < 0.35) this.join(this.#teller, visitor);
  }

  leaveTeller(visitor: Visitor): void {
    visitor.hasPaid = true;
    this.joinWindows(visitor);
  }

  join(station: Station, visitor: Visitor): void {
    visitor.joined = this.time();
    if (this.stationsBy === "facilities") {
      this.use(station, visitor);
    } else if (station.free > 0) {
      station.free--;
      this.call(station, visitor);
    } else {
      station.queue.push(visitor);
    }
  }

  /** Leaves the queue to `simjs`; the wait is what is left of the time without the service. */
  use(station: Station, visitor: Visitor): void {
    const joined = this.time();
    const time = station.drawTime(this.random);
    this.useFacility(station.facility, time).done(() => {
      station.waits.push(this.time() - joined - time);
      station.leave.call(this, visitor);
    });
  }

  call(station: Station, visitor: Visitor): void {
    station.waits.push(this.time() - visitor.joined);
    this.setTimer(station.drawTime(this.random)).done(() => this.finish(station, visitor));
  }

  finish(station: Station, visitor: Visitor): void {
    const next = station.queue.shift();
    if (next === undefined) station.free++;
    else this.call(station, next);
    station.leave.call(this, visitor);
  }

  joinWindows(visitor: Visitor): void {
    visitor.joined = this.time();
    if (this.#freeWindows > 0) {
      this.#freeWindows--;
      this.callToWindow(visitor);
      return;
    }
    const patience = this.random.exponential(1 / 60);
    if (this.patienceBy === "timer") {
      visitor.givesUp = this.setTimer(patience).done(() => {
        visitor.hasGivenUp = true;
      });
    } else {
      visitor.givesUpAt = visitor.joined + patience;
    }
    (visitor.hasPriority ? this.#priorityQueue : this.#ordinaryQueue).push(visitor);
  }

  callToWindow(visitor: Visitor): void {
    this.windowWaits.push(this.time() - visitor.joined);
    const time = visitor.hasPaid ? drawReturnTime(this.random) : drawWindowTime(this.random);
    this.setTimer(time).done(() => this.finishAtWindow(visitor));
  }

  finishAtWindow(visitor: Visitor): void {
    const next = this.nextForWindow(this.#priorityQueue) ?? this.nextForWindow(this.#ordinaryQueue);
    if (next === undefined) this.#freeWindows++;
    else this.callToWindow(next);
    if (!visitor.hasPaid) this.perhapsPay(visitor);
  }

  nextForWindow(queue: FirstComeQueue<Visitor>): Visitor | undefined {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (this.patienceBy === "timer") {
        if (next.hasGivenUp) continue;
        next.givesUp!.cancel();
      } else if (next.givesUpAt <= this.time()) {
        continue;
      }
      return next;
    }
    return undefined;
  }
}

const drawWindowTime = lognormal(9, 5);
const drawReturnTime = lognormal(2, 0.5);

function station(servers: number, drawTime: Station["drawTime"], leave: Station["leave"]): Station {
  const facility = new Facility("station", Facility.FCFS, servers);
  return { free: servers, queue: new FirstComeQueue(), waits: [], facility, drawTime, leave };
}

/** By mean and standard deviation of the time itself. */
function lognormal(mean: number, sd: number): Station["drawTime"] {
  const variance = Math.log1p((sd / mean) ** 2);
  const mu = Math.log(mean) - variance / 2;
  const sigma = Math.sqrt(variance);
  return (random) => Math.exp(random.normal(mu, sigma));
}
