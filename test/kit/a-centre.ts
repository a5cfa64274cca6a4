import type { Calendar } from "#engine/calendar.js";
import { Replicator } from "#engine/replication.js";
import type { TraceEvent } from "#engine/trace.js";
import { compile } from "#plan/compile.js";
import type { Plan } from "#plan/plan.js";
import { seedKey } from "#random/keys.js";
import type {
  ArrivalPattern,
  Arrivals,
  Group,
  Pool,
  ReplayedVisitor,
  Scenario,
  Service,
  Station,
  Step,
} from "#scenario/scenario.js";
import { law, type Time, text, visit } from "./steps.js";
import { TalliedDays, type Tally } from "./tally.js";

export interface StationOptions extends Partial<Omit<Station, "time" | "patience" | "pools">> {
  readonly servers?: number | Pool["roster"];
  readonly time?: Time;
  readonly patience?: Time | null | "by-group";
  readonly pools?: readonly (Partial<Omit<Pool, "roster">> & { id: string; servers: number | Pool["roster"] })[];
}

export interface GroupOptions extends Partial<Omit<Group, "patience" | "walkingSpeed">> {
  readonly patience?: Time | null;
  /** Metres per second; 1 unless told otherwise. */
  readonly walkingSpeed?: number;
}

export interface PoissonOptions {
  readonly id?: string;
  readonly atDoor?: number;
  readonly every?: number;
  readonly weights?: readonly number[];
  readonly dayFactorCv?: number;
  readonly weekdays?: Extract<ArrivalPattern, { kind: "walk-in" }>["weekdays"];
  /** Shares in the order of the groups; left out: the groups' own. */
  readonly groups?: readonly number[];
  readonly services?: readonly number[];
}

/** Somebody who comes at a known time. */
export interface KnownVisitor {
  /** Seconds from opening. */
  readonly arrives: number;
  /** Id; the first group and service unless told otherwise. */
  readonly group?: string;
  readonly service?: string;
  /** This visitor's own patience, instead of the group's. */
  readonly patience?: number;
  /** This visitor's own service time, at every station. */
  readonly time?: number;
}

/**
 * Builds small worlds for tests, as the reader would from a file. Unless told otherwise: one group, one service whose route
 * visits every station in the order added, five minutes of service where the station states no time, a day of eight hours.
 */
export class CentreBuilder {
  #stations: Station[] = [];
  #groups: Group[] = [];
  #services: Service[] = [];
  #arrivals: Arrivals[] = [];
  #known: KnownVisitor[] = [];
  #routes = new Map<string, readonly Step[]>();
  #passages: Scenario["passages"][number][] = [];
  #day: Scenario["day"] = { opens: 9 * 3600, length: 8 * 3600, atClosing: "serve-all-inside", interval: 1800 };
  #promise = { wait: 1200, share: 0.8, noticeable: 60 };
  #costs = { serverHour: 0, visitorHour: 0 };

  withDay(day: Partial<Scenario["day"]>): this {
    this.#day = { ...this.#day, ...day };
    return this;
  }

  withPromise(promise: Partial<Scenario["promise"]>): this {
    this.#promise = { ...this.#promise, ...promise };
    return this;
  }

  withCosts(costs: Scenario["costs"]): this {
    this.#costs = costs;
    return this;
  }

  withStation(id: string, options: StationOptions = {}): this {
    const { servers = 1, time, patience = "by-group", pools = [{ id, servers }], ...rest } = options;
    this.#stations.push({
      id,
      title: text(id),
      call: "first-come",
      gap: 0,
      absentTicket: 0,
      room: Number.POSITIVE_INFINITY,
      whenFull: "turn-away",
      batch: 1,
      breakdown: null,
      whenDown: "wait",
      isClosed: false,
      isLift: false,
      serverHour: this.#costs.serverHour,
      stream: id,
      ...rest,
      time: time === undefined ? null : law(time),
      patience: patience === "by-group" || patience === null ? patience : law(patience),
      pools: pools.map((pool) => ({
        id: pool.id,
        title: text(pool.id),
        roster: typeof pool.servers === "number" ? [{ from: 0, count: pool.servers }] : pool.servers,
        skills: pool.skills ?? null,
        prefer: pool.prefer ?? "listed",
      })),
    });
    return this;
  }

  /** The windows everybody knows. */
  withWindows(servers: number | Pool["roster"], options: StationOptions = {}): this {
    return this.withStation("windows", { servers, ...options });
  }

  /** A lift, as the reader would make one: whoever finds it broken down is denied. */
  withLift(id: string, { cars = 1, ...options }: StationOptions & { readonly cars?: number } = {}): this {
    return this.withStation(id, { servers: cars, batch: 8, whenDown: "deny", isLift: true, ...options });
  }

  withGroup(id: string, { patience = null, walkingSpeed = 1, ...rest }: GroupOptions = {}): this {
    this.#groups.push({
      id,
      title: text(id),
      share: 1,
      priority: 0,
      needs: [],
      digital: 1,
      stairsSpeed: walkingSpeed / 2,
      serviceTimeFactor: 1,
      ...rest,
      walkingSpeed: law(walkingSpeed),
      patience: patience === null ? null : law(patience),
    });
    return this;
  }

  withService(
    id: string,
    { time = 300, ...rest }: Partial<Omit<Service, "time">> & { readonly time?: Time } = {},
  ): this {
    this.#services.push({
      id,
      title: text(id),
      share: 1,
      route: "route",
      skill: id,
      times: {},
      fee: 0,
      ...rest,
      time: law(time),
    });
    return this;
  }

  withRoute(...steps: readonly Step[]): this {
    return this.withNamedRoute("route", ...steps);
  }

  withNamedRoute(id: string, ...steps: readonly Step[]): this {
    this.#routes.set(id, steps);
    return this;
  }

  withPassage(id: string, passage: Partial<Scenario["passages"][number]>): this {
    this.#passages.push({
      id,
      title: text(id),
      walkMetres: 0,
      stairsMetres: 0,
      doorTime: 0,
      lacks: [],
      instead: [{ kind: "deny" }],
      ...passage,
    });
    return this;
  }

  /** A Poisson stream, at a constant rate all day unless `weights` says otherwise. */
  withPoisson(perDay: number, options: PoissonOptions = {}): this {
    const { id = "walk-in", atDoor = 0, weights = [1], dayFactorCv = 0, groups = [], services = [] } = options;
    const { every = this.#day.length / weights.length, weekdays = [] } = options;
    this.#arrivals.push({
      id,
      title: text(id),
      pattern: { kind: "walk-in", perDay, atDoor, every, weights, dayFactorCv, weekdays },
      groupShares: groups,
      serviceShares: services,
    });
    return this;
  }

  /** One visitor at a known time. Visitors are numbered from 1 in the order of coming. */
  visitor(visitor: KnownVisitor): this {
    this.#known.push(visitor);
    return this;
  }

  scenario(): Scenario {
    const groups = this.#groups.length > 0 ? [...this.#groups] : new CentreBuilder().withGroup("general").#groups;
    const services =
      this.#services.length > 0 ? [...this.#services] : new CentreBuilder().withService("service").#services;
    const visitors = this.#known.map((known) => this.#replayed(known, groups, services));
    const replay: Arrivals = {
      id: "",
      title: text(""),
      pattern: { kind: "replay", visitors },
      groupShares: [],
      serviceShares: [],
    };
    const arrivals = visitors.length > 0 ? [...this.#arrivals, replay] : this.#arrivals;
    const routes = new Map(this.#routes);
    if (!routes.has("route")) {
      routes.set(
        "route",
        this.#stations.map((station) => visit(station.id)),
      );
    }
    return {
      title: text("a centre"),
      about: text(""),
      assumptions: text(""),
      day: this.#day,
      promise: this.#promise,
      costs: this.#costs,
      groups,
      arrivals: arrivals.map((each) => ({
        ...each,
        groupShares: sharesOf(groups, each.groupShares),
        serviceShares: sharesOf(services, each.serviceShares),
      })),
      services,
      stations: this.#stations,
      passages: this.#passages,
      routes: [...routes].map(([id, steps]) => ({ id, steps })),
    };
  }

  plan(): Plan {
    return compile(this.scenario());
  }

  /**
   * What happens in this world: `"120 reneged 2"`, and `"0 called 1 at bank"` where there is more than one station.
   * That a visitor leaves is told only where it is not at once after being served. With `servers`, who serves is told too,
   * and what the servers do: `"0 called 1 by windows/2"`, `"100 went-off windows/1"`.
   */
  tell(options: { readonly calendar?: Calendar; readonly seed?: string; readonly servers?: boolean } = {}): string[] {
    const { servers = false, seed = "story", calendar } = options;
    const events: TraceEvent[] = [];
    const plan = this.plan();
    const trace = (event: TraceEvent): void => void events.push(event);
    new Replicator(plan, calendar === undefined ? { trace } : { trace, calendar }).run(seedKey(seed), 0);
    // Who is inside at closing is told at the end, when it is known.
    events.sort((one, other) => one.time - other.time);
    return events
      .filter((event, i) =>
        event.visitor === "" ? servers : event.fact !== "arrived" && !goesWithoutSaying(events, i),
      )
      .map((event) => lineOf(event, { namesStations: plan.stations.length > 1, namesServers: servers }));
  }

  /** One replication's tally, as it is without a trace. */
  run(seed = "story", calendar?: Calendar): Tally {
    return new TalliedDays(this.plan(), calendar === undefined ? {} : { calendar }).run(seedKey(seed), 0);
  }

  /** A visitor with a patience or time of their own gets a group or service of their own, which nobody else has. */
  #replayed(known: KnownVisitor, groups: Group[], services: Service[]): ReplayedVisitor {
    let group = known.group === undefined ? 0 : groups.findIndex((each) => each.id === known.group);
    let service = known.service === undefined ? 0 : services.findIndex((each) => each.id === known.service);
    const { patience, time } = known;
    if (patience !== undefined) {
      const own = groups[group]!;
      group = groups.push({ ...own, id: `${own.id}-${groups.length}`, share: 0, patience: law(patience) }) - 1;
    }
    if (time !== undefined) {
      const own = services[service]!;
      const times = Object.fromEntries(this.#stations.map((station) => [station.id, law(time)]));
      service = services.push({ ...own, id: `${own.id}-${services.length}`, share: 0, times }) - 1;
    }
    return { at: known.arrives, group, service };
  }
}

export const aCentre = (): CentreBuilder => new CentreBuilder();

/** The shares given, followed by zeros; those of the items themselves when none are given. */
function sharesOf(items: readonly { readonly share: number }[], given: readonly number[]): number[] {
  const shares = items.map((item, i) => (given.length > 0 ? (given[i] ?? 0) : item.share));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / whole);
}

function goesWithoutSaying(events: readonly TraceEvent[], i: number): boolean {
  const { fact, time, visitor } = events[i]!;
  const before = events.slice(0, i).findLast((event) => event.visitor === visitor)!;
  return fact === "left" && before.fact === "served" && before.time === time;
}

function lineOf(
  event: TraceEvent,
  { namesStations, namesServers }: { namesStations: boolean; namesServers: boolean },
): string {
  if (event.visitor === "") return `${event.time} ${event.fact} ${event.server}`;
  const at = namesStations && event.station !== "" ? ` at ${event.station}` : "";
  const by = namesServers && event.server !== "" ? ` by ${event.server}` : "";
  return `${event.time} ${event.fact} ${event.visitor.split("#")[1]}${at}${by}`;
}
