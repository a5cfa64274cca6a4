import { nameHash } from "#random/keys.js";
import type { Condition, Group, Passage, Scenario, Service, Step } from "#scenario/scenario.js";
import { choiceName } from "./choice-name.js";
import type { DistributionTable } from "./distribution-table.js";
import { Op, Outcome } from "./plan.js";
import { RouteTables } from "./route-tables.js";
import { lineOf, type PlannedStations } from "./stations.js";

export interface CompiledRoutes {
  readonly program: Int32Array;
  readonly entries: Int32Array;
  readonly chances: Float64Array;
  readonly walks: Float64Array;
  readonly alternatives: Int32Array;
  /** Stations whose queue length somebody looks at. */
  readonly watched: ReadonlySet<number>;
  /** Stations where somebody returns to the same server. */
  readonly returnedTo: ReadonlySet<number>;
}

/** Compiles the route of each service into the one program. */
export function compileRoutes(
  scenario: Scenario,
  stations: PlannedStations,
  distributions: DistributionTable,
): CompiledRoutes {
  const shared = new RouteTables(scenario, stations, distributions);
  const entries = scenario.services.map((service) => new RouteCompiler(shared, service).compile());
  return {
    program: Int32Array.from(shared.program),
    entries: Int32Array.from(entries),
    chances: Float64Array.from(shared.chances),
    walks: Float64Array.from(shared.walks),
    alternatives: Int32Array.from(shared.alternatives),
    watched: shared.watched,
    returnedTo: shared.returnedTo,
  };
}

type Visit = Extract<Step, { kind: "visit" }>;

/** In place of the first instruction of a detour. */
const NO_DETOUR = -1;

/** The number of visits to each stream of stations so far on the path; keys the draws of the next one. */
type Visits = ReadonlyMap<string, number>;

/** Compiles one service's route. Each method writes instructions and returns the visits counted after them. */
class RouteCompiler {
  constructor(
    readonly shared: RouteTables,
    readonly service: Service,
  ) {}

  /** @returns the first instruction */
  compile(): number {
    const entry = this.shared.here();
    this.#steps(this.#route(this.service.route), new Map());
    this.shared.write(Op.leave, Outcome.served);
    return entry;
  }

  #route(id: string): readonly Step[] {
    return this.shared.scenario.routes.find((route) => route.id === id)!.steps;
  }

  #steps(steps: readonly Step[], visits: Visits): Visits {
    return steps.reduce((before, step) => this.#step(step, before), visits);
  }

  #step(step: Step, visits: Visits): Visits {
    switch (step.kind) {
      case "visit":
        return this.#visit(step, visits);
      case "walk":
        return this.#walk(step.metres, 0, 0, visits);
      case "pass":
        return this.#pass(this.shared.scenario.passages.find((passage) => passage.id === step.passage)!, visits);
      case "spend": {
        const [purpose, after] = nextPurpose("spend", visits);
        this.shared.write(Op.spend, this.shared.distributions.add(step.time), purpose);
        return after;
      }
      case "when":
        return this.#when(step.condition, step.then, step.otherwise, visits);
      case "choose":
        return this.#choose(step.options, visits);
      case "repeat":
        return this.#repeat(step, visits);
      case "follow":
        return this.#steps(this.#route(step.route), visits);
      case "deny":
        this.shared.write(Op.leave, Outcome.denied);
        return visits;
      case "leave":
        this.shared.write(Op.leave, Outcome.served);
        return visits;
    }
  }

  #visit(step: Visit, visits: Visits): Visits {
    const stations = step.stations.map((id) => this.shared.scenario.stations.findIndex((station) => station.id === id));
    if (stations.length === 1) return this.#visitOne(step, stations[0], visits);

    const first = this.shared.alternatives.length / 2;
    for (const station of stations) {
      this.shared.alternatives.push(station, 0);
      this.shared.watched.add(station);
    }
    this.shared.write(Op.shortest, first, stations.length);
    const ends = stations.map((station, i) => {
      this.shared.alternatives[2 * (first + i) + 1] = this.shared.here();
      const after = this.#visitOne(step, station, visits);
      return { after, jump: this.shared.write(Op.jump) };
    });
    for (const { jump } of ends) this.shared.aim(jump, 1, this.shared.here());
    return mostVisits(ends.map(({ after }) => after));
  }

  #visitOne(step: Visit, index: number, visits: Visits): Visits {
    const { shared } = this;
    const { stream, whenDown } = shared.scenario.stations[index];
    const ordinal = visits.get(stream) ?? 0;
    const line = lineOf(shared.stations, index, this.service.skill);
    const purpose = nameHash(`patience/${stream}/${ordinal}`);
    if (step.sameServer) shared.returnedTo.add(index);
    const seize = shared.write(Op.seize, index, line, purpose, step.sameServer ? 1 : 0, NO_DETOUR);
    const after = this.#serve(step, index, { ordinal, visits });
    if (typeof whenDown === "string") return after;

    const jump = shared.write(Op.jump);
    shared.aim(seize, 5, shared.here());
    const afterDetour = this.#steps(whenDown, visits);
    shared.aim(jump, 1, shared.here());
    return mostVisits([after, afterDetour]);
  }

  #serve(
    step: Visit,
    index: number,
    { ordinal, visits }: { readonly ordinal: number; readonly visits: Visits },
  ): Visits {
    const { shared } = this;
    const station = shared.scenario.stations[index];
    const { stream } = station;
    const time = step.time ?? this.service.times[station.id] ?? station.time ?? this.service.time;
    const purpose = nameHash(`time/${stream}/${ordinal}`);
    shared.write(Op.serve, shared.distributions.add(time!), purpose, station.isLift ? 0 : 1);
    shared.write(Op.release, index);
    const after = new Map(visits).set(stream, ordinal + 1);
    if (step.fails === 0) return after;

    const row = shared.chanceRow(() => step.fails);
    const test = shared.write(Op.test, row, nameHash(`fails/${stream}/${ordinal}`));
    const afterFailure = this.#steps(step.onFailure, after);
    shared.aim(test, 3, shared.here());
    return mostVisits([after, afterFailure]);
  }

  #walk(metres: number, stairs: number, door: number, visits: Visits): Visits {
    const index = this.shared.walks.length / 3;
    this.shared.walks.push(metres, stairs, door);
    this.shared.write(Op.walk, index);
    return visits;
  }

  #pass(passage: Passage, visits: Visits): Visits {
    const blocked: Condition = { kind: "needs", needs: passage.lacks };
    return this.#branch(
      this.shared.chanceRow((group) => probabilityOf(blocked, group, this.service)),
      0,
      () => this.#steps(passage.instead, visits),
      () => this.#walk(passage.walkMetres, passage.stairsMetres, passage.doorTime, visits),
    );
  }

  /** Conditions on a visitor are probabilities by group: 0 or 1 for what a group decides, between for a trait. */
  #when(condition: Condition, then: readonly Step[], otherwise: readonly Step[], visits: Visits): Visits {
    switch (condition.kind) {
      case "not":
        return this.#when(condition.condition, otherwise, then, visits);
      case "all": {
        const [first, ...rest] = condition.conditions;
        if (first === undefined) return this.#steps(then, visits);
        if (rest.length === 0) return this.#when(first, then, otherwise, visits);
        const inner: Step = { kind: "when", condition: { kind: "all", conditions: rest }, then, otherwise };
        return this.#when(first, [inner], otherwise, visits);
      }
      case "any":
        return this.#when(
          { kind: "all", conditions: condition.conditions.map((each) => ({ kind: "not", condition: each })) },
          otherwise,
          then,
          visits,
        );
      default:
        return this.#branch(
          this.shared.chanceRow((group) => probabilityOf(condition, group, this.service)),
          nameHash(`trait/${condition.kind}`),
          () => this.#steps(then, visits),
          () => this.#steps(otherwise, visits),
        );
    }
  }

  /** Two ways, by a trait of the visitor. */
  #branch(row: number, purpose: number, then: () => Visits, otherwise: () => Visits): Visits {
    const { shared } = this;
    const chances = shared.chances.slice(
      row * shared.scenario.groups.length,
      (row + 1) * shared.scenario.groups.length,
    );
    if (chances.every((chance) => chance === 0)) return otherwise();
    if (chances.every((chance) => chance === 1)) return then();
    const test = shared.write(Op.test, row, purpose, 0, 1);
    const afterThen = then();
    const jump = shared.write(Op.jump);
    shared.aim(test, 3, shared.here());
    const afterOtherwise = otherwise();
    shared.aim(jump, 1, shared.here());
    return mostVisits([afterThen, afterOtherwise]);
  }

  /** One uniform decides among all options: it is compared with the running sums of the shares. */
  #choose(options: Extract<Step, { kind: "choose" }>["options"], visits: Visits): Visits {
    const [purpose, counted] = nextPurpose(`choose/${choiceName(options.map((option) => option.steps))}`, visits);
    const { shared } = this;
    let sum = 0;
    const ends = options.map((option, i) => {
      const isLast = i === options.length - 1;
      sum += option.share;
      const limit = sum;
      const test = isLast
        ? -1
        : shared.write(
            Op.test,
            shared.chanceRow(() => limit),
            purpose,
          );
      const after = this.#steps(option.steps, counted);
      const jump = isLast ? -1 : shared.write(Op.jump);
      if (test >= 0) shared.aim(test, 3, shared.here());
      return { after, jump };
    });
    for (const { jump } of ends) if (jump >= 0) shared.aim(jump, 1, shared.here());
    return mostVisits(ends.map(({ after }) => after));
  }

  #repeat(step: Extract<Step, { kind: "repeat" }>, visits: Visits): Visits {
    let after = visits;
    for (let i = 1; i < step.times; i++) after = this.#steps(step.steps, after);
    const start = this.shared.here();
    after = this.#steps(step.steps, after);
    if (step.again === 0) return after;
    const [purpose, counted] = nextPurpose(`again/${choiceName([step.steps])}`, after);
    this.shared.write(
      Op.again,
      this.shared.chanceRow(() => step.again),
      purpose,
      start,
    );
    return counted;
  }
}

/** A purpose numbered along the path, so that the second choice of a kind is not the first again. */
function nextPurpose(name: string, visits: Visits): [number, Visits] {
  const ordinal = visits.get(name) ?? 0;
  return [nameHash(`${name}/${ordinal}`), new Map(visits).set(name, ordinal + 1)];
}

/** Where paths join, the longer history counts, so that later draws are new on every path. */
function mostVisits(paths: readonly Visits[]): Visits {
  const most = new Map<string, number>();
  for (const path of paths) for (const [name, count] of path) most.set(name, Math.max(most.get(name) ?? 0, count));
  return most;
}

function probabilityOf(condition: Condition, group: Group, service: Service): number {
  switch (condition.kind) {
    case "owes-fee":
      return service.fee;
    case "digital":
      return group.digital;
    case "group":
      return condition.groups.includes(group.id) ? 1 : 0;
    case "service":
      return condition.services.includes(service.id) ? 1 : 0;
    case "needs":
      return condition.needs.some((need) => group.needs.includes(need)) ? 1 : 0;
    default:
      throw new Error(`a condition of kind ${condition.kind} has no probability of its own`);
  }
}
