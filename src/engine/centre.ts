import { Op, Outcome, type Plan, Word } from "#plan/plan.js";
import { type Key, nameHash, streamKey } from "#random/keys.js";
import { onGrid } from "#random/time-grid.js";
import { ArrivalSource } from "./arrival-source.js";
import { type Calendar, Rank, Time } from "./calendar.js";
import { Draws } from "./draws.js";
import { type Journal, JournalEntry } from "./journal.js";
import type { Ledger } from "./ledger.js";
import { End, Lists } from "./lists.js";
import { OfPool, OfServer, ServerState, Servers } from "./servers.js";
import { Cell, Has, OfStation, Rule, StationTables, WhenDown } from "./station-tables.js";
import { Stay, Tally, Visit } from "./tally.js";
import type { Fact, Trace } from "./trace.js";
import { Mark, Real, Visitors, Whole } from "./visitors.js";

/** Kinds of events; an event is `(index << Kind.bits) | kind`, the index being what the kind says. */
const enum Kind {
  /** A visitor's service or walk ends. Index: the visitor's row. */
  finish = 0,
  /** A server has closed one case and may call the next. Index: the server. */
  ready = 1,
  /** Index: the source. */
  arrival = 2,
  /** Index: the pool. */
  roster = 3,
  /** Index: the visitor's row. */
  patience = 4,
  /** Index: the server. */
  breakdown = 5,
  repair = 6,
  /** The doors close and everybody who waits must leave. */
  closing = 7,
  bits = 3,
  mask = 7,
}

/** More people than ever wait at one station. */
const BEHIND_ALL = 2 ** 31;

/** The shortest patience: one step of the time grid, so that nobody gives up in the instant of joining. */
const SHORTEST_PATIENCE = 2 ** -20;

const purposes = { breakdown: nameHash("breakdown"), repair: nameHash("repair") };

export interface CentreOptions {
  readonly calendar: Calendar;
  /** Watches everything that happens. The numbers are the same with and without. */
  readonly trace: Trace | null;
  readonly ledger: Ledger | null;
}

/**
 * A centre at work: visitors walk their programs, stations call them.
 *
 * Made once a plan and used for any number of replications. Handling an event allocates nothing: state lives in typed
 * arrays, and fractions pass through `clock` and `Draws.value` instead of through arguments.
 */
export class Centre {
  readonly tally: Tally;
  /** Visitors inside. */
  inside = 0;
  readonly #plan: Plan;
  readonly #calendar: Calendar;
  readonly #clock: Float64Array;
  readonly #draws: Draws;
  readonly #visitors: Visitors;
  readonly #lists: Lists;
  readonly #servers: Servers;
  readonly #stations: StationTables;
  readonly #sources: ArrivalSource[];
  readonly #trace: Trace | null;
  readonly #ledger: Ledger | null;
  readonly #groups: number;
  /** The tally's journals. */
  readonly #stays: Journal;
  readonly #visits: Journal;
  readonly #program: Int32Array;
  readonly #chances: Float64Array;
  readonly #closes: number;
  /** Service time factor of each group. */
  readonly #factors: Float64Array;
  /** Stations that may have somebody to call, in the order they were noticed. */
  readonly #noticed: Int32Array;
  #noticedCount = 0;
  #openSources = 0;
  #joins = 0;
  #taken = 0;
  /** Breakdowns and repairs on the calendar. */
  #plannedFailures = 0;
  /** Servers who have somebody in hand, close a case or look for the holder of a ticket. */
  #occupied = 0;
  /** Keys of breakdowns and random calls, two words a station. */
  readonly #stationKeys: Int32Array;

  constructor(plan: Plan, { calendar, trace, ledger }: CentreOptions) {
    this.#plan = plan;
    this.#calendar = calendar;
    this.#clock = calendar.clock;
    this.#trace = trace;
    this.#ledger = ledger;
    this.#groups = plan.groups.length;
    this.tally = new Tally(plan);
    this.#draws = new Draws(plan.distributions);
    this.#stations = new StationTables(plan, trace !== null);
    this.#servers = new Servers(plan);
    const remembers = plan.stations.some((station) => station.hasReturns);
    this.#visitors = new Visitors(remembers ? plan.stations.length : 0);
    // Behind the lists of the lines stand those of the servers, for visitors who return to them.
    this.#lists = new Lists(this.#visitors, this.#stations.lists + this.#servers.count);
    this.#sources = plan.sources.map((source) => new ArrivalSource(source, this.#draws));
    this.#stays = this.tally.stays;
    this.#visits = this.tally.visits;
    this.#program = plan.program;
    this.#chances = plan.chances;
    this.#closes = plan.closes;
    this.#factors = Float64Array.from(plan.groups, (group) => group.serviceTimeFactor);
    this.#noticed = new Int32Array(plan.stations.length);
    this.#stationKeys = new Int32Array(2 * plan.stations.length);
  }

  /** One day, from opening until the last visitor has left, the last ticket has been called and the last case is closed. */
  run(seed: Key, replication: number): void {
    this.#open(seed, replication);
    while (this.inside > 0 || this.#openSources > 0 || this.#occupied > 0 || this.#visitors.count > 0) {
      if (this.#noticedCount > 0 && !this.#calendar.isDueBefore(Rank.call)) {
        this.#callAll();
        continue;
      }
      const event = this.#calendar.next();
      if (event < 0) break;
      this.#taken++;
      const index = event >> Kind.bits;
      switch (event & Kind.mask) {
        case Kind.finish:
          this.#finish(index);
          break;
        case Kind.ready:
          this.#ready(index);
          break;
        case Kind.arrival:
          this.#arrive(index);
          break;
        case Kind.roster:
          this.#changeShift(index);
          break;
        case Kind.patience:
          if (this.#isPatienceOver(index)) this.#loseWaiting(index);
          break;
        case Kind.breakdown:
          this.#plannedFailures--;
          if (this.#isDead()) return this.#end();
          this.#breakDown(index);
          break;
        case Kind.repair:
          this.#plannedFailures--;
          this.#repair(index);
          break;
        default:
          this.#turnAllAway();
      }
    }
    this.#end();
  }

  // --- Opening and the end of the day -------------------------------------------------------------------------------

  #open(seed: Key, replication: number): void {
    this.#calendar.clear();
    this.tally.clear();
    this.#ledger?.clear();
    this.#visitors.clear();
    this.#lists.clear();
    this.#servers.clear();
    this.#stations.clear();
    this.#noticedCount = 0;
    this.#joins = 0;
    this.#taken = 0;
    this.#plannedFailures = 0;
    this.#occupied = 0;
    this.inside = 0;
    this.#openSources = this.#sources.length;
    this.#plan.stations.forEach((station, s) => {
      this.#stationKeys.set(streamKey(seed, replication, station.stream), 2 * s);
    });
    for (let pool = 0; pool < this.#plan.pools.length; pool++) this.#changeShift(pool);
    if (this.#plan.closeAtOnce) this.#planAt(this.#plan.closes, Kind.closing, Rank.roster);
    for (let s = 0; s < this.#plan.stations.length; s++) this.#planBreakdowns(s);
    this.#sources.forEach((source, s) => {
      source.start(seed, replication);
      this.#planArrival(s);
    });
  }

  /** Can nothing happen any more but breakdowns, and repairs that nobody waits for? */
  #isDead(): boolean {
    if (this.#noticedCount > 0 || this.#calendar.planned - this.#taken > this.#plannedFailures) return false;
    return !this.#plan.pools.some((_, pool) => this.#hasBrokenServer(pool) && this.#hasAnybodyFor(pool));
  }

  #hasBrokenServer(pool: number): boolean {
    const { pools } = this.#servers;
    const at = pool << OfPool.bits;
    return pools[at + OfPool.present] > pools[at + OfPool.working];
  }

  #hasAnybodyFor(pool: number): boolean {
    const { firstList, words, linesOfPool } = this.#stations;
    const station = this.#servers.pools[(pool << OfPool.bits) + OfPool.station];
    const levels = words[(station << OfStation.bits) + OfStation.levels];
    return linesOfPool[pool].some((line) => {
      for (let level = 0; level < levels; level++) if (this.#lists.first(firstList[line] + level) >= 0) return true;
      return false;
    });
  }

  /** Whoever still waits for a server who will not come gives up when patience ends, or is inside at closing. */
  #end(): void {
    for (let list = 0; list < this.#lists.count; list++) {
      for (let row = this.#takeOut(list); row >= 0; row = this.#takeOut(list)) {
        const times = row << Real.bits;
        const { reals } = this.#visitors;
        const isLosing = this.#expiryOf(row) < Number.POSITIVE_INFINITY;
        // Not until the clock: it moves on for breakdowns and for the patience of people long served.
        reals[times + Real.called] = isLosing
          ? this.#expiryOf(row)
          : Math.max(this.#closes, reals[times + Real.joined]);
        this.#stopWaiting(row, isLosing ? Outcome.reneged : Outcome.inside);
      }
    }
    this.tally.close();
  }

  /** Takes the first person who is still there out of a list, and all tickets before; -1: none is left. */
  #takeOut(list: number): number {
    for (;;) {
      const row = this.#lists.first(list);
      if (row < 0) return -1;
      this.#lists.remove(row);
      if (!this.#isMarkedAbsent(row)) return row;
      this.#visitors.giveBack(row);
    }
  }

  #turnAllAway(): void {
    const now = this.#clock[Time.now];
    for (let pool = 0; pool < this.#plan.pools.length; pool++) {
      this.#addLateWork(pool);
      this.#servers.pools[(pool << OfPool.bits) + OfPool.wanted] = 0;
      this.#sendHome(pool);
    }
    for (let list = 0; list < this.#lists.count; list++) {
      for (let row = this.#takeOut(list); row >= 0; row = this.#takeOut(list)) {
        this.#stations.words[(this.#stationOf(row) << OfStation.bits) | OfStation.waiting]--;
        const hasGivenUp = this.#expiryOf(row) < now;
        this.#visitors.reals[(row << Real.bits) | Real.called] = hasGivenUp ? this.#expiryOf(row) : now;
        this.#stopWaiting(row, hasGivenUp ? Outcome.reneged : Outcome.turnedAway);
      }
    }
  }

  // --- Visitors -----------------------------------------------------------------------------------------------------

  #planArrival(index: number): void {
    const source = this.#sources[index];
    if (!source.advance()) {
      this.#openSources--;
      return;
    }
    this.#clock[Time.due] = source.times[source.at];
    this.#calendar.plan((index << Kind.bits) | Kind.arrival, Rank.arrival);
  }

  #arrive(index: number): void {
    const source = this.#sources[index];
    const row = this.#visitors.take();
    const { wholes, reals } = this.#visitors;
    const now = this.#clock[Time.now];
    const service = source.services[source.at];
    const group = source.groups[source.at];
    const visitor = row << Whole.bits;
    wholes[visitor | Whole.pc] = this.#plan.entries[service];
    wholes[visitor | Whole.source] = index;
    wholes[visitor | Whole.number] = source.number;
    wholes[visitor | Whole.group] = group;
    wholes[visitor | Whole.visit] = service * this.#groups + group;
    wholes[visitor | Whole.pass] = 0;
    wholes[visitor | Whole.marks] = 0;
    wholes[visitor | Whole.next] = -1;
    wholes[visitor | Whole.server] = -1;
    wholes[visitor | Whole.key0] = source.key0;
    wholes[visitor | Whole.key1] = source.key1;
    const times = row << Real.bits;
    reals[times | Real.arrived] = now;
    reals[times | Real.waited] = 0;
    reals[times | Real.patienceOrder] = -1;
    this.inside++;
    this.#planArrival(index);
    if (this.#trace !== null) this.#tell("arrived", row, -1, -1);
    // The doors are closed to those who come at closing time exactly.
    if (now >= this.#closes) this.#leaveNow(row, Outcome.turnedAway);
    else this.#advance(row);
  }

  /** A service or walk ends, for one visitor or for all in the same car. */
  #finish(leader: number): void {
    const { wholes } = this.#visitors;
    let row = leader;
    while (row >= 0) {
      const next = (row << Whole.bits) | Whole.next;
      const following = wholes[next];
      wholes[next] = -1;
      this.#advance(row);
      row = following;
    }
  }

  /** Lets a visitor go on with the program until something takes time. */
  #advance(row: number): void {
    const { wholes } = this.#visitors;
    const program = this.#program;
    const place = (row << Whole.bits) | Whole.pc;
    let pc = wholes[place];
    for (;;) {
      const at = pc << Word.bits;
      switch (program[at]) {
        case Op.seize:
          wholes[place] = pc + 1;
          return this.#join(row, program[at | 1], program[at | 2], program[at | 3], program[at | 4]);
        case Op.serve:
          wholes[place] = pc + 1;
          return this.#serve(row, program[at | 1], program[at | 2]);
        case Op.release:
          this.#release(row, program[at | 1]);
          pc++;
          break;
        case Op.walk:
          wholes[place] = pc + 1;
          return this.#walk(row, program[at | 1]);
        case Op.test:
          pc = this.#passes(row, program[at | 1], program[at | 2], program[at | 4]) ? pc + 1 : program[at | 3];
          break;
        case Op.jump:
          pc = program[at | 1];
          break;
        case Op.again:
          if (this.#passes(row, program[at | 1], program[at | 2], 0)) {
            wholes[(row << Whole.bits) | Whole.pass]++;
            pc = program[at | 3];
          } else pc++;
          break;
        case Op.shortest:
          pc = this.#shortest(program[at | 1], program[at | 2]);
          break;
        case Op.spend:
          wholes[place] = pc + 1;
          return this.#spend(row, program[at | 1], program[at | 2]);
        default:
          return this.#leaveNow(row, program[at | 1]);
      }
    }
  }

  #passes(row: number, chanceRow: number, purpose: number, isTrait: number): boolean {
    const { wholes } = this.#visitors;
    const visitor = row << Whole.bits;
    const chance = this.#chances[chanceRow * this.#groups + wholes[visitor | Whole.group]];
    if (chance >= 1) return true;
    if (chance <= 0) return false;
    const pass = isTrait === 1 ? 0 : wholes[visitor | Whole.pass];
    const draws = this.#draws;
    draws.uniform(
      wholes[visitor | Whole.key0],
      wholes[visitor | Whole.key1],
      wholes[visitor | Whole.number],
      purpose,
      pass,
    );
    return draws.value[0] < chance;
  }

  /** Leaves a variate for this visitor in `draws.value`. */
  #sample(row: number, distribution: number, purpose: number): void {
    const { wholes } = this.#visitors;
    const visitor = row << Whole.bits;
    this.#draws.sample(
      distribution,
      wholes[visitor | Whole.key0],
      wholes[visitor | Whole.key1],
      wholes[visitor | Whole.number],
      purpose,
      wholes[visitor | Whole.pass],
    );
  }

  #serve(row: number, distribution: number, purpose: number): void {
    this.#sample(row, distribution, purpose);
    const factor = this.#factors[this.#visitors.wholes[(row << Whole.bits) | Whole.group]];
    this.#clock[Time.due] = this.#clock[Time.now] + onGrid(this.#draws.value[0] * factor);
    this.#calendar.plan((row << Kind.bits) | Kind.finish, Rank.finish);
  }

  #spend(row: number, distribution: number, purpose: number): void {
    this.#sample(row, distribution, purpose);
    this.#clock[Time.due] = this.#clock[Time.now] + onGrid(this.#draws.value[0]);
    this.#goBetween(row);
  }

  #walk(row: number, walk: number): void {
    const { wholes } = this.#visitors;
    const { walks } = this.#plan;
    const visitor = row << Whole.bits;
    const { walkingSpeed, stairsShare } = this.#plan.groups[wholes[visitor | Whole.group]];
    const key0 = wholes[visitor | Whole.key0];
    const key1 = wholes[visitor | Whole.key1];
    this.#draws.sample(walkingSpeed, key0, key1, wholes[visitor | Whole.number], purposeOfSpeed, 0);
    const speed = this.#draws.value[0];
    const flat = walks[3 * walk] / speed;
    const stairs = walks[3 * walk + 1] / (speed * stairsShare);
    this.#clock[Time.due] = this.#clock[Time.now] + onGrid(flat + stairs + walks[3 * walk + 2]);
    this.#goBetween(row);
  }

  /** Time in the centre, until `clock[Time.due]`, that is spent at no station. */
  #goBetween(row: number): void {
    const cell = this.#visitors.wholes[(row << Whole.bits) | Whole.visit];
    this.tally.between[cell] += this.#clock[Time.due] - this.#clock[Time.now];
    this.#calendar.plan((row << Kind.bits) | Kind.finish, Rank.finish);
  }

  /**
   * Of several stations the one with fewest people waiting, a free server counting as less than nobody; the first of equals.
   * A station where nobody is at work comes after all others.
   */
  #shortest(first: number, count: number): number {
    const { alternatives } = this.#plan;
    let best = 0;
    let fewest = Number.MAX_SAFE_INTEGER;
    for (let i = first; i < first + count; i++) {
      const station = alternatives[2 * i];
      const waiting = this.#stations.waitingAt(station) - this.#idleAt(station);
      const queue = this.#isAtWork(station) ? waiting : waiting + BEHIND_ALL;
      if (queue < fewest) {
        fewest = queue;
        best = i;
      }
    }
    return alternatives[2 * best + 1];
  }

  #leaveNow(row: number, ending: number): void {
    this.#visitors.reals[(row << Real.bits) | Real.left] = this.#clock[Time.now];
    this.#leave(row, ending);
  }

  /** Leaves the centre, at `Real.left`. */
  #leave(row: number, ending: number): void {
    const { wholes, reals } = this.#visitors;
    const visitor = row << Whole.bits;
    const marks = wholes[visitor | Whole.marks];
    const times = row << Real.bits;
    const visits = this.#visits;
    const entry = visits.count++;
    const hasJoined = (marks & Mark.hasJoined) === 0 ? 0 : Visit.hasJoined;
    visits.codes[entry] = (wholes[visitor | Whole.visit] << Visit.bits) | hasJoined | ending;
    visits.times[entry << JournalEntry.bits] = reals[times | Real.arrived];
    visits.times[(entry << JournalEntry.bits) | 1] = reals[times | Real.left];
    visits.times[(entry << JournalEntry.bits) | 2] = reals[times | Real.waited];
    if (visits.isFull) this.tally.postVisits();
    if (this.#ledger !== null) {
      const time = reals[times | Real.left] - reals[times | Real.arrived];
      const ledger = this.#ledger.sources[wholes[visitor | Whole.source]];
      ledger.record(wholes[visitor | Whole.number], wholes[visitor | Whole.group], ending, time);
    }
    if (this.#trace !== null) this.#tell(factOf[ending], row, -1, -1, reals[times | Real.left]);
    this.inside--;
    if ((marks & Mark.isAbsent) === 0) this.#visitors.giveBack(row);
  }

  /** The stay of a visitor at a station is over: served until now, or gone at `Real.called`. */
  #enterStay(row: number, kind: number): void {
    const stays = this.#stays;
    const { wholes, reals } = this.#visitors;
    const times = row << Real.bits;
    const entry = stays.count++;
    stays.codes[entry] = (wholes[(row << Whole.bits) | Whole.cell] << Stay.bits) | kind;
    stays.times[entry << JournalEntry.bits] = reals[times | Real.joined];
    stays.times[(entry << JournalEntry.bits) | 1] = reals[times | Real.called];
    stays.times[(entry << JournalEntry.bits) | 2] = this.#clock[Time.now];
    if (stays.isFull) this.tally.postStays();
  }

  /** A server was occupied until now without a visitor. */
  #enterWork(server: number, station: number): void {
    const stays = this.#stays;
    const entry = stays.count++;
    const from = this.#servers.busySince[server];
    stays.codes[entry] = ((station * this.#groups) << Stay.bits) | Stay.withoutVisitor;
    stays.times[entry << JournalEntry.bits] = from;
    stays.times[(entry << JournalEntry.bits) | 1] = from;
    stays.times[(entry << JournalEntry.bits) | 2] = this.#clock[Time.now];
    if (stays.isFull) this.tally.postStays();
  }

  // --- Waiting ------------------------------------------------------------------------------------------------------

  #join(row: number, station: number, line: number, patiencePurpose: number, isReturning: number): void {
    const stations = this.#stations;
    const { wholes, reals } = this.#visitors;
    const visitor = row << Whole.bits;
    const times = row << Real.bits;
    const now = this.#clock[Time.now];
    const has = stations.hasOf(station);
    if (now >= this.#closes && this.#plan.closeAtOnce) return this.#leaveNow(row, Outcome.turnedAway);
    if ((has & (Has.barrier | Has.room)) !== 0) {
      if ((has & Has.barrier) !== 0 && !this.#hasWorkingServer(station, line)) {
        return this.#leaveNow(row, stations.whenDown[station] === WhenDown.deny ? Outcome.denied : Outcome.turnedAway);
      }
      if ((has & Has.room) !== 0 && this.#isFull(station, line)) {
        return this.#leaveNow(row, stations.balksWhenFull[station] === 1 ? Outcome.balked : Outcome.turnedAway);
      }
    }
    const cell = station * this.#groups + wholes[visitor | Whole.group];
    wholes[visitor | Whole.line] = line;
    wholes[visitor | Whole.cell] = cell;
    wholes[visitor | Whole.marks] = Mark.hasJoined;
    wholes[visitor | Whole.patiencePurpose] = patiencePurpose;
    reals[times | Real.joined] = now;
    reals[times | Real.joinOrder] = this.#joins++;
    reals[times | Real.expires] =
      stations.cells[(cell << Cell.bits) | Cell.patience] < 0 ? Number.POSITIVE_INFINITY : -1;
    const list = stations.firstList[line] + stations.cells[(cell << Cell.bits) | Cell.level];
    this.#lists.append(isReturning === 1 ? this.#listOfReturn(row, station, list) : list, row);
    this.#stations.words[(station << OfStation.bits) | OfStation.waiting]++;
    if (this.#trace !== null) this.#tell("joined", row, station, -1);
    if ((has & Has.watch) !== 0) this.#planPatience(row);
    this.#notice(station);
  }

  #planPatience(row: number): void {
    const { reals } = this.#visitors;
    const times = row << Real.bits;
    if (reals[times | Real.expires] < 0) this.#drawPatience(row);
    const expires = reals[times | Real.expires];
    if (expires === Number.POSITIVE_INFINITY) return;
    reals[times | Real.patienceOrder] = this.#calendar.planned;
    this.#clock[Time.due] = expires;
    this.#calendar.plan((row << Kind.bits) | Kind.patience, Rank.patience);
  }

  /** When a waiting visitor's patience ends; drawn when first asked. Not for the hot path, where its result is boxed. */
  #expiryOf(row: number): number {
    const { reals } = this.#visitors;
    const expires = (row << Real.bits) | Real.expires;
    if (reals[expires] < 0) this.#drawPatience(row);
    return reals[expires];
  }

  #drawPatience(row: number): void {
    const { wholes, reals } = this.#visitors;
    const visitor = row << Whole.bits;
    const times = row << Real.bits;
    const distribution = this.#stations.cells[(wholes[visitor | Whole.cell] << Cell.bits) | Cell.patience];
    this.#sample(row, distribution, wholes[visitor | Whole.patiencePurpose]);
    const patience = Math.max(SHORTEST_PATIENCE, onGrid(Math.min(this.#draws.value[0], 2 ** 30)));
    reals[times | Real.expires] = reals[times | Real.joined] + patience;
  }

  /** Has this visitor given up by now? Somebody who joined this very instant has not, so no draw is needed. */
  #hasGivenUp(row: number): boolean {
    const { reals } = this.#visitors;
    const times = row << Real.bits;
    const now = this.#clock[Time.now];
    return reals[times | Real.expires] <= now && reals[times | Real.joined] < now && this.#expiresBy(row);
  }

  /** Has patience, drawn now if it was not yet, ended? */
  #expiresBy(row: number): boolean {
    const { reals } = this.#visitors;
    const expires = (row << Real.bits) | Real.expires;
    if (reals[expires] < 0) this.#drawPatience(row);
    return reals[expires] <= this.#clock[Time.now];
  }

  /** Was this the event that ends the present wait, and not one left over from another? */
  #isPatienceOver(row: number): boolean {
    return this.#calendar.taken === this.#visitors.reals[(row << Real.bits) | Real.patienceOrder];
  }

  /** Patience has ended at a station that is watched. */
  #loseWaiting(row: number): void {
    const { wholes, reals } = this.#visitors;
    const station = this.#stationOf(row);
    this.#stations.words[(station << OfStation.bits) | OfStation.waiting]--;
    if ((this.#stations.hasOf(station) & Has.absentTicket) !== 0)
      wholes[(row << Whole.bits) | Whole.marks] |= Mark.isAbsent;
    else this.#lists.remove(row);
    reals[(row << Real.bits) | Real.called] = this.#clock[Time.now];
    this.#stopWaiting(row, Outcome.reneged);
  }

  /** A visitor leaves a queue without having been called, and the centre with it, at `Real.called`. */
  #stopWaiting(row: number, ending: number): void {
    const { reals } = this.#visitors;
    const times = row << Real.bits;
    const at = reals[times | Real.called];
    this.#enterStay(row, Stay.uncalled);
    reals[times | Real.waited] += at - reals[times | Real.joined];
    reals[times | Real.patienceOrder] = -1;
    reals[times | Real.left] = at;
    this.#leave(row, ending);
  }

  /** Gave up while nobody looked: leaves at the moment when patience ended. */
  #seeOut(row: number, station: number): void {
    const { reals } = this.#visitors;
    const times = row << Real.bits;
    this.#stations.words[(station << OfStation.bits) | OfStation.waiting]--;
    reals[times | Real.called] = reals[times | Real.expires];
    this.#stopWaiting(row, Outcome.reneged);
  }

  #stationOf(row: number): number {
    return this.#stations.stationOfLine[this.#visitors.wholes[(row << Whole.bits) | Whole.line]];
  }

  #isMarkedAbsent(row: number): boolean {
    return (this.#visitors.wholes[(row << Whole.bits) | Whole.marks] & Mark.isAbsent) !== 0;
  }

  /** The list of a row's level in its line. */
  #listOfLine(row: number): number {
    const { wholes } = this.#visitors;
    const visitor = row << Whole.bits;
    const level = this.#stations.cells[(wholes[visitor | Whole.cell] << Cell.bits) | Cell.level];
    return this.#stations.firstList[wholes[visitor | Whole.line]] + level;
  }

  /** The list of the server who served this visitor here before; `list` when nobody did or the server is away. */
  #listOfReturn(row: number, station: number, list: number): number {
    const server = this.#visitors.lastServers[row * this.#plan.stations.length + station];
    return server >= 0 && this.#isThere(server) ? this.#stations.lists + server : list;
  }

  #isThere(server: number): boolean {
    const state = this.#servers.stateOf(server);
    return state === ServerState.idle || state === ServerState.busy;
  }

  #isFull(station: number, line: number): boolean {
    const room = this.#stations.room[station];
    return (
      this.#stations.waitingAt(station) >= room &&
      this.#stations.waitingAt(station) - this.#idleFor(station, line) >= room
    );
  }

  #idleAt(station: number): number {
    let idle = 0;
    for (let pool = this.#stations.firstPoolOf(station); pool < this.#stations.endPoolOf(station); pool++) {
      idle += this.#servers.idleOf(pool);
    }
    return idle;
  }

  #isAtWork(station: number): boolean {
    for (let pool = this.#stations.firstPoolOf(station); pool < this.#stations.endPoolOf(station); pool++) {
      if (this.#servers.pools[(pool << OfPool.bits) + OfPool.working] > 0) return true;
    }
    return false;
  }

  #idleFor(station: number, line: number): number {
    let idle = 0;
    for (let pool = this.#stations.firstPoolOf(station); pool < this.#stations.endPoolOf(station); pool++) {
      if (this.#stations.linesOfPool[pool].includes(line)) idle += this.#servers.idleOf(pool);
    }
    return idle;
  }

  #hasWorkingServer(station: number, line: number): boolean {
    for (let pool = this.#stations.firstPoolOf(station); pool < this.#stations.endPoolOf(station); pool++) {
      if (
        this.#servers.pools[(pool << OfPool.bits) | OfPool.working] > 0 &&
        this.#stations.linesOfPool[pool].includes(line)
      )
        return true;
    }
    return false;
  }

  // --- Calling ------------------------------------------------------------------------------------------------------

  /** Remembers that a station may have somebody to call, once all that comes before calling at this instant is done. */
  #notice(station: number): void {
    const { words } = this.#stations;
    const isNoticed = (station << OfStation.bits) | OfStation.isNoticed;
    if (words[isNoticed] === 1) return;
    words[isNoticed] = 1;
    this.#noticed[this.#noticedCount++] = station;
  }

  #callAll(): void {
    const count = this.#noticedCount;
    for (let i = 0; i < count; i++) {
      const station = this.#noticed[i];
      this.#stations.words[(station << OfStation.bits) | OfStation.isNoticed] = 0;
      this.#callAt(station);
    }
    // Calling notices no station: a called visitor is served for some time, even if it is 0.
    this.#noticedCount = 0;
  }

  /** Gives the free servers of a station work: pools in the order they are listed. */
  #callAt(station: number): void {
    const stations = this.#stations;
    const servers = this.#servers;
    const end = stations.endPoolOf(station);
    for (let pool = stations.firstPoolOf(station); pool < end; pool++) {
      if ((stations.hasOf(station) & Has.returns) !== 0) this.#callReturning(pool);
      while (servers.idleOf(pool) > 0) {
        const row = this.#nextFor(pool, station);
        if (row < 0) break;
        this.#call(row, servers.takeIdle(pool), pool, station);
      }
    }
  }

  /** Free servers take those who return to them before anybody else. */
  #callReturning(pool: number): void {
    const servers = this.#servers;
    for (let server = servers.firstOf(pool); server < servers.endOf(pool); server++) {
      const station = servers.stationOf(server);
      while (servers.stateOf(server) === ServerState.idle) {
        const row = this.#head(this.#stations.lists + server, station);
        if (row < 0) break;
        servers.takeThis(server);
        this.#call(row, server, pool, station);
      }
    }
  }

  /** Whom a free server of this pool takes; -1: nobody. */
  #nextFor(pool: number, station: number): number {
    const stations = this.#stations;
    const only = stations.onlyFrom[pool];
    if (only < 0) return this.#nextOfLines(pool, station);
    const end = stations.onlyTo[pool];
    for (let list = only; list < end; list++) {
      const row = this.#head(list, station);
      if (row >= 0) return row;
    }
    return -1;
  }

  /** The same for a pool with several lines. */
  #nextOfLines(pool: number, station: number): number {
    const { firstList, words, linesOfPool, isLongestWaiting } = this.#stations;
    if (isLongestWaiting[pool] === 1) return this.#longestWaiting(pool, station);
    const lines = linesOfPool[pool];
    const levels = words[(station << OfStation.bits) | OfStation.levels];
    for (let i = 0; i < lines.length; i++) {
      for (let level = 0; level < levels; level++) {
        const row = this.#head(firstList[lines[i]] + level, station);
        if (row >= 0) return row;
      }
    }
    return -1;
  }

  /** Over all lines of the pool: the highest level first, within it who joined first. */
  #longestWaiting(pool: number, station: number): number {
    const { firstList, words, linesOfPool } = this.#stations;
    const lines = linesOfPool[pool];
    const levels = words[(station << OfStation.bits) | OfStation.levels];
    const isLast = words[(station << OfStation.bits) | OfStation.rule] === Rule.lastCome;
    for (let level = 0; level < levels; level++) {
      let best = -1;
      for (let i = 0; i < lines.length; i++) {
        const row = this.#head(firstList[lines[i]] + level, station);
        if (row >= 0 && (best < 0 || this.#joinedBefore(row, best) !== isLast)) best = row;
      }
      if (best >= 0) return best;
    }
    return -1;
  }

  #joinedBefore(one: number, other: number): boolean {
    const { reals } = this.#visitors;
    return reals[(one << Real.bits) | Real.joinOrder] < reals[(other << Real.bits) | Real.joinOrder];
  }

  /**
   * Whose turn it is in a list; -1: nobody's. Those who have given up are seen out on the way, unless their tickets must
   * be called like any other.
   */
  #head(list: number, station: number): number {
    const has = this.#stations.hasOf(station);
    for (;;) {
      const first = this.#lists.first(list);
      if (first < 0) return -1;
      const row = (has & Has.rule) === 0 ? first : this.#turn(list, station);
      if ((has & (Has.watch | Has.absentTicket)) !== 0 || !this.#hasGivenUp(row)) return row;
      this.#lists.remove(row);
      this.#seeOut(row, station);
    }
  }

  /** Whose turn it is by a rule other than first come, first called; somebody is there. */
  #turn(list: number, station: number): number {
    const end = list << End.bits;
    const { words } = this.#stations;
    if (words[(station << OfStation.bits) | OfStation.rule] === Rule.lastCome) return this.#lists.ends[end | End.last];
    const key = 2 * station;
    this.#draws.uniform(
      this.#stationKeys[key],
      this.#stationKeys[key + 1],
      words[(station << OfStation.bits) | OfStation.calls]++,
      purposeOfCall,
      0,
    );
    return this.#lists.at(list, Math.floor(this.#draws.value[0] * this.#lists.ends[end | End.length]));
  }

  /** A server calls a ticket. */
  #call(row: number, server: number, pool: number, station: number): void {
    const has = this.#stations.hasOf(station);
    this.#lists.remove(row);
    this.#servers.setState(server, ServerState.busy);
    this.#occupied++;
    if ((has & Has.absentTicket) !== 0 && this.#isAbsent(row, station)) {
      this.#callAbsent(row, server, station);
      return;
    }
    this.#board(row, server, station);
    if ((has & Has.batch) !== 0) this.#boardOthers(row, server, pool, station);
    this.#advance(row);
  }

  /** Fills the car behind the one who was called first. */
  #boardOthers(row: number, server: number, pool: number, station: number): void {
    const { wholes } = this.#visitors;
    let last = row;
    for (let i = this.#stations.batch[station] - 1; i > 0; i--) {
      const follower = this.#nextFor(pool, station);
      if (follower < 0) break;
      this.#lists.remove(follower);
      this.#board(follower, server, station);
      // The first one's program says how long it takes; the others only ride along.
      wholes[(follower << Whole.bits) | Whole.pc]++;
      wholes[(last << Whole.bits) | Whole.next] = follower;
      last = follower;
    }
  }

  /** The visitor is called, and the wait is over. */
  #board(row: number, server: number, station: number): void {
    const { wholes, reals } = this.#visitors;
    const times = row << Real.bits;
    const now = this.#clock[Time.now];
    this.#stations.words[(station << OfStation.bits) | OfStation.waiting]--;
    reals[times | Real.waited] += now - reals[times | Real.joined];
    reals[times | Real.called] = now;
    reals[times | Real.patienceOrder] = -1;
    wholes[(row << Whole.bits) | Whole.server] = server;
    this.#servers.servers[(server << OfServer.bits) | OfServer.inHand]++;
    if (this.#trace !== null) this.#tell("called", row, station, server);
  }

  /** Is the holder of this ticket gone? */
  #isAbsent(row: number, station: number): boolean {
    return (this.#stations.hasOf(station) & Has.watch) !== 0 ? this.#isMarkedAbsent(row) : this.#hasGivenUp(row);
  }

  /** The server waits for nobody. */
  #callAbsent(row: number, server: number, station: number): void {
    if (this.#trace !== null) this.#tell("absent", row, station, server);
    if ((this.#stations.hasOf(station) & Has.watch) !== 0) this.#visitors.giveBack(row);
    else this.#seeOut(row, station);
    this.#clock[Time.due] = this.#clock[Time.now] + this.#stations.absentTicket[station];
    this.#work(server);
  }

  // --- Servers ------------------------------------------------------------------------------------------------------

  #release(row: number, station: number): void {
    const servers = this.#servers;
    const { wholes } = this.#visitors;
    const place = (row << Whole.bits) | Whole.server;
    const server = wholes[place];
    wholes[place] = -1;
    const isLast = --servers.servers[(server << OfServer.bits) | OfServer.inHand] === 0;
    this.#enterStay(row, isLast ? Stay.lastInHand : Stay.served);
    if (this.#trace !== null) this.#tell("served", row, station, server);
    const has = this.#stations.hasOf(station);
    if ((has & Has.returns) !== 0) this.#visitors.lastServers[row * this.#plan.stations.length + station] = server;
    if (!isLast) return;
    if ((has & Has.gap) !== 0 && !servers.isOverstaffed(servers.poolOf(server))) {
      this.#clock[Time.due] = this.#clock[Time.now] + this.#stations.gap[station];
      this.#work(server);
    } else this.#settle(server, station);
  }

  /** A server is occupied until `clock[Time.due]` without a visitor. */
  #work(server: number): void {
    this.#servers.busySince[server] = this.#clock[Time.now];
    this.#calendar.plan((server << Kind.bits) | Kind.ready, Rank.finish);
  }

  #ready(server: number): void {
    const station = this.#servers.stationOf(server);
    this.#enterWork(server, station);
    this.#settle(server, station);
  }

  /** What a server does who has nobody in hand any more: go home, break down, or be free. */
  #settle(server: number, station: number): void {
    const servers = this.#servers;
    const pool = servers.poolOf(server);
    this.#occupied--;
    if (servers.isOverstaffed(pool)) {
      this.#addLateWork(pool);
      servers.pools[(pool << OfPool.bits) | OfPool.working]--;
      this.#goOff(server, pool);
    } else if (servers.servers[(server << OfServer.bits) | OfServer.isFailing] === 1) this.#startRepair(server, pool);
    else {
      servers.makeIdle(server);
      this.#notice(station);
    }
  }

  /** The roster's next shift begins. */
  #changeShift(pool: number): void {
    const servers = this.#servers;
    const { rosterTimes, rosterCounts } = this.#plan.pools[pool];
    const shift = servers.pools[(pool << OfPool.bits) + OfPool.shift]++;
    this.#addLateWork(pool);
    servers.pools[(pool << OfPool.bits) | OfPool.wanted] = rosterCounts[shift];
    if (shift + 1 < rosterTimes.length)
      this.#planAt(rosterTimes[shift + 1], (pool << Kind.bits) | Kind.roster, Rank.roster);
    while (
      servers.pools[(pool << OfPool.bits) | OfPool.present] < servers.pools[(pool << OfPool.bits) | OfPool.wanted]
    ) {
      const server = servers.anyOff(pool);
      servers.pools[(pool << OfPool.bits) | OfPool.present]++;
      servers.pools[(pool << OfPool.bits) | OfPool.working]++;
      servers.makeIdle(server);
      if (this.#trace !== null)
        this.#tell("came-on", -1, this.#servers.pools[(pool << OfPool.bits) | OfPool.station], server);
    }
    this.#sendHome(pool);
    this.#notice(this.#servers.pools[(pool << OfPool.bits) | OfPool.station]);
  }

  /** More servers than the shift wants: the idle leave now, then the broken down, the others when the person in hand is done. */
  #sendHome(pool: number): void {
    const servers = this.#servers;
    while (servers.isOverstaffed(pool) && servers.idleOf(pool) > 0) {
      servers.pools[(pool << OfPool.bits) | OfPool.working]--;
      this.#goOff(servers.takeIdle(pool), pool);
    }
    for (let server = servers.firstOf(pool); server < servers.endOf(pool) && servers.isOverstaffed(pool); server++) {
      if (servers.stateOf(server) === ServerState.down) this.#goOff(server, pool);
    }
  }

  /** Counts the work beyond the shift up to now. To be called before the number of those who should be gone changes. */
  #addLateWork(pool: number): void {
    const { pools, lateSince } = this.#servers;
    const at = pool << OfPool.bits;
    const now = Math.min(this.#clock[Time.now], this.#closes);
    const late = pools[at + OfPool.present] - pools[at + OfPool.wanted];
    if (late > 0) this.tally.lateShift[pools[at + OfPool.station]] += late * (now - lateSince[pool]);
    lateSince[pool] = now;
  }

  #goOff(server: number, pool: number): void {
    const { servers, pools } = this.#servers;
    const at = server << OfServer.bits;
    this.#servers.setState(server, ServerState.off);
    pools[(pool << OfPool.bits) + OfPool.present]--;
    if (servers[at + OfServer.isFailing] === 1) {
      // It was to fail after this case: the break comes first, and the next breakdown in its own time.
      servers[at + OfServer.isFailing] = 0;
      servers[at + OfServer.breakdowns]++;
      this.#planBreakdown(server);
    }
    this.#handBack(server);
    if (this.#trace !== null)
      this.#tell("went-off", -1, this.#servers.pools[(pool << OfPool.bits) | OfPool.station], server);
  }

  /** Those who waited for this very server join the line, behind those already there. */
  #handBack(server: number): void {
    const own = this.#stations.lists + server;
    for (let row = this.#lists.first(own); row >= 0; row = this.#lists.first(own)) {
      this.#lists.remove(row);
      this.#lists.append(this.#listOfLine(row), row);
      this.#notice(this.#stationOf(row));
    }
  }

  // --- Breakdowns ---------------------------------------------------------------------------------------------------

  #planBreakdowns(station: number): void {
    if (this.#plan.stations[station].breakdownEvery < 0) return;
    for (let server = 0; server < this.#servers.count; server++) {
      if (this.#servers.stationOf(server) === station) this.#planBreakdown(server);
    }
  }

  #planBreakdown(server: number): void {
    const station = this.#servers.stationOf(server);
    this.#planByServer(server, this.#plan.stations[station].breakdownEvery, purposes.breakdown, Kind.breakdown);
  }

  #planByServer(server: number, distribution: number, purpose: number, kind: number): void {
    const pool = this.#servers.poolOf(server);
    const station = this.#servers.pools[(pool << OfPool.bits) | OfPool.station];
    const key = 2 * station;
    const numberAtStation = server - this.#servers.firstOf(this.#stations.firstPoolOf(station));
    this.#draws.sample(
      distribution,
      this.#stationKeys[key],
      this.#stationKeys[key + 1],
      numberAtStation,
      purpose,
      this.#servers.servers[(server << OfServer.bits) | OfServer.breakdowns],
    );
    this.#clock[Time.due] = this.#clock[Time.now] + onGrid(Math.min(this.#draws.value[0], 2 ** 30));
    this.#calendar.plan((server << Kind.bits) | kind, Rank.repair);
    this.#plannedFailures++;
  }

  /** An idle server fails now, a busy one when the person in hand is done; one who is off does not. */
  #breakDown(server: number): void {
    const servers = this.#servers;
    const state = servers.stateOf(server);
    if (state === ServerState.off) {
      servers.servers[(server << OfServer.bits) | OfServer.breakdowns]++;
      this.#planBreakdown(server);
    } else if (state === ServerState.busy) servers.servers[(server << OfServer.bits) | OfServer.isFailing] = 1;
    else {
      servers.takeThis(server);
      this.#startRepair(server, servers.poolOf(server));
    }
  }

  #startRepair(server: number, pool: number): void {
    const servers = this.#servers;
    const station = this.#servers.pools[(pool << OfPool.bits) | OfPool.station];
    servers.setState(server, ServerState.down);
    servers.servers[(server << OfServer.bits) | OfServer.isFailing] = 0;
    servers.pools[(pool << OfPool.bits) | OfPool.working]--;
    this.#handBack(server);
    if (this.#trace !== null) this.#tell("broke-down", -1, station, server);
    this.#planByServer(server, this.#plan.stations[station].breakdownRepair, purposes.repair, Kind.repair);
  }

  #repair(server: number): void {
    const servers = this.#servers;
    const pool = servers.poolOf(server);
    servers.servers[(server << OfServer.bits) | OfServer.breakdowns]++;
    if (servers.stateOf(server) === ServerState.down) {
      servers.pools[(pool << OfPool.bits) | OfPool.working]++;
      servers.makeIdle(server);
      this.#notice(this.#servers.pools[(pool << OfPool.bits) | OfPool.station]);
      if (this.#trace !== null)
        this.#tell("repaired", -1, this.#servers.pools[(pool << OfPool.bits) | OfPool.station], server);
    }
    this.#planBreakdown(server);
  }

  // --- Planning and telling -----------------------------------------------------------------------------------------

  #planAt(time: number, event: number, atRank: number): void {
    this.#clock[Time.due] = time;
    this.#calendar.plan(event, atRank);
  }

  #tell(fact: Fact, row: number, station: number, server: number, time = this.#clock[Time.now]): void {
    const { wholes } = this.#visitors;
    const visitor = row << Whole.bits;
    const pool = server < 0 ? -1 : this.#servers.poolOf(server);
    this.#trace?.({
      time,
      fact,
      visitor:
        row < 0 ? "" : `${this.#plan.sources[wholes[visitor | Whole.source]].id}#${wholes[visitor | Whole.number] + 1}`,
      station: station < 0 ? "" : this.#plan.stations[station].id,
      server: pool < 0 ? "" : `${this.#plan.pools[pool].id}/${server - this.#servers.firstOf(pool) + 1}`,
    });
  }
}

const purposeOfSpeed = nameHash("walking-speed");
const purposeOfCall = nameHash("call");

/** How the trace calls an ending, by outcome. */
const factOf: readonly Fact[] = ["left", "reneged", "balked", "turned-away", "denied", "inside-at-end"];
