import { compile } from "#plan/compile.js";
import type { Plan } from "#plan/plan.js";
import { seedKey } from "#random/keys.js";
import type { DistributionSpec } from "#random/distribution.js";
import type { Calendar } from "#engine/calendar.js";
import { Replicator } from "#engine/replication.js";
import type { Tally } from "#engine/tally.js";
import type { TraceEvent } from "#engine/trace.js";
import type { Arrivals, Group, Pool, ReplayedVisitor, Scenario, Service, Station, Step, Text } from "#scenario/scenario.js";

const text = (en: string): Text => ({ en, ru: en, kk: en });

/** A law given by a number of seconds, or as it is. */
export type Time = number | DistributionSpec;
export const law = (time: Time): DistributionSpec => (typeof time === "number" ? { kind: "constant", value: time } : time);

export interface StationOptions extends Partial<Omit<Station, "time" | "patience" | "pools">> {
  readonly servers?: number | readonly { from: number; count: number }[];
  readonly time?: Time;
  readonly patience?: Time | null | "by-group";
  readonly pools?: readonly (Partial<Omit<Pool, "roster">> & { id: string; servers: number | Pool["roster"] })[];
}

/**
 * Builds small worlds for tests, as the reader would from a file. Unless told otherwise: one group, one service whose route
 * visits every station in the order added, a day of eight hours.
 */
export class CentreBuilder {
  #stations: Station[] = [];
  #groups: Group[] = [];
  #services: Service[] = [];
  #arrivals: Arrivals[] = [];
  #replay: ReplayedVisitor[] = [];
  #routes = new Map<string, Step[]>();
  #day = { opens: 9 * 3600, length: 8 * 3600, atClosing: "serve-all-inside" as Scenario["day"]["atClosing"], interval: 1800 };
  #passages: Scenario["passages"][number][] = [];
  #promise = { wait: 1200, share: 0.8, noticeable: 60 };
  #costs = { serverHour: 0, visitorHour: 0 };

  withDay(day: Partial<Scenario["day"]>): this {
    Object.assign(this.#day, day);
    return this;
  }

  withPromise(promise: Partial<Scenario["promise"]>): this {
    Object.assign(this.#promise, promise);
    return this;
  }

  withCosts(costs: Scenario["costs"]): this {
    this.#costs = costs;
    return this;
  }

  withStation(id: string, options: StationOptions = {}): this {
    const { servers = 1, time, patience = "by-group", pools, ...rest } = options;
    const rosterOf = (count: number | Pool["roster"]): Pool["roster"] => (typeof count === "number" ? [{ from: 0, count }] : count);
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
      pools: (pools ?? [{ id, servers }]).map((pool) => ({
        id: pool.id,
        title: text(pool.id),
        roster: rosterOf(pool.servers),
        skills: pool.skills ?? null,
        prefer: pool.prefer ?? "listed",
      })),
    });
    return this;
  }

  /** The windows everybody knows. */
  withWindows(servers: number, options: StationOptions = {}): this {
    return this.withStation("windows", { servers, ...options });
  }

  withGroup(id: string, group: Partial<Omit<Group, "patience" | "walkingSpeed">> & { patience?: Time | null; walkingSpeed?: number } = {}): this {
    const { patience = null, walkingSpeed = 1, ...rest } = group;
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

  withService(id: string, service: Partial<Omit<Service, "time">> & { time?: Time } = {}): this {
    const { time, ...rest } = service;
    this.#services.push({ id, title: text(id), share: 1, route: "route", skill: id, times: {}, fee: 0, ...rest, time: time === undefined ? null : law(time) });
    return this;
  }

  withRoute(...steps: Step[]): this {
    return this.withNamedRoute("route", ...steps);
  }

  withNamedRoute(id: string, ...steps: Step[]): this {
    this.#routes.set(id, steps);
    return this;
  }

  withPassage(id: string, passage: Partial<Scenario["passages"][number]>): this {
    this.#passages.push({ id, title: text(id), walkMetres: 0, stairsMetres: 0, doorTime: 0, lacks: [], instead: [{ kind: "deny" }], ...passage });
    return this;
  }

  /** A Poisson stream at a constant rate all day. */
  withPoisson(perDay: number, options: { atDoor?: number; weights?: readonly number[]; every?: number; dayFactorCv?: number; id?: string } = {}): this {
    const { atDoor = 0, weights = [1], every = this.#day.length / weights.length, dayFactorCv = 0, id = "walk-in" } = options;
    this.#arrivals.push({
      id,
      title: text(id),
      pattern: { kind: "walk-in", perDay, atDoor, every, weights, dayFactorCv, weekdays: [] },
      groupShares: [],
      serviceShares: [],
    });
    return this;
  }

  /** One visitor at a known time, in seconds from opening; group and service by index. */
  visitor({ arrives, group = 0, service = 0 }: { arrives: number; group?: number; service?: number }): this {
    this.#replay.push({ at: arrives, group, service });
    return this;
  }

  scenario(): Scenario {
    const groups = this.#groups.length > 0 ? this.#groups : new CentreBuilder().withGroup("general").#groups;
    const services = this.#services.length > 0 ? this.#services : new CentreBuilder().withService("service").#services;
    const shares = (items: readonly { share: number }[]): number[] => {
      const whole = items.reduce((sum, item) => sum + item.share, 0);
      return items.map((item) => item.share / whole);
    };
    const arrivals = this.#arrivals.map((each) => ({
      ...each,
      groupShares: each.groupShares.length > 0 ? each.groupShares : shares(groups),
      serviceShares: each.serviceShares.length > 0 ? each.serviceShares : shares(services),
    }));
    if (this.#replay.length > 0) {
      arrivals.push({ id: "", title: text(""), pattern: { kind: "replay", visitors: this.#replay }, groupShares: shares(groups), serviceShares: shares(services) });
    }
    if (!this.#routes.has("route")) this.withRoute(...this.#stations.map((station) => visit(station.id)));
    return {
      title: text("a centre"),
      about: text(""),
      assumptions: text(""),
      day: this.#day,
      promise: this.#promise,
      costs: this.#costs,
      groups,
      arrivals,
      services,
      stations: this.#stations,
      passages: this.#passages,
      routes: [...this.#routes].map(([id, steps]) => ({ id, steps })),
    };
  }

  plan(): Plan {
    return compile(this.scenario());
  }

  /** What happens in this world: `"120 reneged 2"`, and `"0 called 1 at bank"` where there is more than one station. */
  tell(options: { calendar?: Calendar; seed?: string } = {}): string[] {
    const events: TraceEvent[] = [];
    const plan = this.plan();
    new Replicator(plan, { ...options, trace: (event) => events.push(event) }).run(seedKey(options.seed ?? "story"), 0);
    return events
      .map((event, order) => ({ event, order }))
      .sort((a, b) => a.event.time - b.event.time || a.order - b.order)
      .filter(({ event }) => event.visitor !== "" && event.fact !== "arrived")
      .map(({ event }) => {
        const at = plan.stations.length > 1 && event.station !== "" ? ` at ${event.station}` : "";
        return `${event.time} ${event.fact} ${event.visitor.split("#")[1]}${at}`;
      });
  }

  /** One replication's tally. */
  run(seed = "story", calendar?: Calendar): Tally {
    return new Replicator(this.plan(), calendar === undefined ? {} : { calendar }).run(seedKey(seed), 0);
  }
}

export const aCentre = (): CentreBuilder => new CentreBuilder();

export function visit(...stations: string[]): Extract<Step, { kind: "visit" }> {
  return { kind: "visit", stations, time: null, sameServer: false, fails: 0, onFailure: [] };
}
