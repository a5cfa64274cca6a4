import { Op, Outcome, type Plan, Word } from "#plan/plan.js";
import { type Key, nameHash, streamKey } from "#random/keys.js";
import { ArrivalSource } from "./arrival-source.js";
import { type Calendar, Rank, Time } from "./calendar.js";
import { Draws, onGrid } from "./draws.js";
import type { Ledger } from "./ledger.js";
import { Lists } from "./lists.js";
import { Servers, ServerState } from "./servers.js";
import { Rule, StationTables, WhenDown } from "./station-tables.js";
import { Tally } from "./tally.js";
import type { Fact, Trace } from "./trace.js";
import { Visitors } from "./visitors.js";

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

/** The shortest patience: one step of the time grid, so that nobody gives up in the instant of joining. */
const SHORTEST_PATIENCE = 2 ** -20;

const purposes = { breakdown: nameHash("breakdown"), repair: nameHash("repair"), call: nameHash("call") };

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
  readonly #poolLines: readonly Int32Array[];
  readonly #isLongestWaiting: Uint8Array;
  /** People waiting at each station. */
  readonly #waiting: Int32Array;
  /** Stations that may have somebody to call, in the order they were noticed. */
  readonly #noticed: Int32Array;
  readonly #isNoticed: Uint8Array;
  #noticedCount = 0;
  #openSources = 0;
  #joins = 0;
  #taken = 0;
  #plannedBreakdowns = 0;
  /** Keys of breakdowns and random calls, two words a station, and the number of random calls. */
  readonly #stationKeys: Int32Array;
  readonly #calls: Int32Array;

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
    this.#poolLines = plan.pools.map((pool) => pool.lines);
    this.#isLongestWaiting = Uint8Array.from(plan.pools, (pool) => (pool.longestWaiting ? 1 : 0));
    this.#waiting = new Int32Array(plan.stations.length);
    this.#noticed = new Int32Array(plan.stations.length);
    this.#isNoticed = new Uint8Array(plan.stations.length);
    this.#stationKeys = new Int32Array(2 * plan.stations.length);
    this.#calls = new Int32Array(plan.stations.length);
  }

  /** One day, from opening until the last visitor has left. */
  run(seed: Key, replication: number): void {
    this.#open(seed, replication);
    while (this.inside > 0 || this.#openSources > 0) {
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
          if (this.#calendar.taken === this.#visitors.patienceOrder[index]) this.#loseWaiting(index);
          break;
        case Kind.breakdown:
          if (this.#isDead()) return this.#end();
          this.#breakDown(index);
          break;
        case Kind.repair:
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
    this.#waiting.fill(0);
    this.#isNoticed.fill(0);
    this.#noticedCount = 0;
    this.#joins = 0;
    this.#taken = 0;
    this.#plannedBreakdowns = 0;
    this.inside = 0;
    this.#openSources = this.#sources.length;
    this.#calls.fill(0);
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

  /** Can nothing happen any more but breakdowns? */
  #isDead(): boolean {
    this.#plannedBreakdowns--;
    return this.#calendar.planned - this.#taken === this.#plannedBreakdowns;
  }

  /** Whoever still waits for a server who will not come gives up when patience ends, or is inside at the end. */
  #end(): void {
    const end = Math.max(this.#clock[Time.now], this.#plan.closes);
    for (let list = 0; list < this.#lists.length.length; list++) {
      while (this.#lists.length[list] > 0) {
        const row = this.#lists.first[list];
        this.#lists.remove(row);
        if (this.#visitors.isAbsent[row] === 1) {
          this.#visitors.giveBack(row);
          continue;
        }
        const expires = this.#expiryOf(row);
        if (expires < Number.POSITIVE_INFINITY) this.#stopWaiting(row, expires, Outcome.reneged);
        else this.#stopWaiting(row, end, Outcome.inside);
      }
    }
    this.tally.close();
  }

  #turnAllAway(): void {
    const now = this.#clock[Time.now];
    this.#servers.wanted.fill(0);
    for (let pool = 0; pool < this.#plan.pools.length; pool++) this.#sendHome(pool);
    for (let list = 0; list < this.#lists.length.length; list++) {
      while (this.#lists.length[list] > 0) {
        const row = this.#lists.first[list];
        this.#lists.remove(row);
        if (this.#visitors.isAbsent[row] === 1) {
          this.#visitors.giveBack(row);
          continue;
        }
        const station = this.#stationOf(row);
        this.#waiting[station]--;
        const expires = this.#expiryOf(row);
        if (expires < now) this.#stopWaiting(row, expires, Outcome.reneged);
        else this.#stopWaiting(row, now, Outcome.turnedAway);
      }
    }
  }

  // --- Visitors -----------------------------------------------------------------------------------------------------

  #planArrival(source: number): void {
    if (!this.#sources[source].advance()) {
      this.#openSources--;
      return;
    }
    this.#clock[Time.due] = this.#sources[source].state[0];
    this.#calendar.plan((source << Kind.bits) | Kind.arrival, Rank.arrival);
  }

  #arrive(index: number): void {
    const source = this.#sources[index];
    const visitors = this.#visitors;
    const row = visitors.take();
    const service = source.service();
    visitors.source[row] = index;
    visitors.number[row] = source.number;
    visitors.group[row] = source.group();
    visitors.service[row] = service;
    visitors.pass[row] = 0;
    visitors.arrived[row] = this.#clock[Time.now];
    visitors.waited[row] = 0;
    visitors.hasJoined[row] = 0;
    visitors.patienceOrder[row] = -1;
    visitors.server[row] = -1;
    visitors.next[row] = -1;
    visitors.pc[row] = this.#plan.entries[service];
    this.inside++;
    this.#planArrival(index);
    if (this.#trace !== null) this.#tell("arrived", row, -1, -1);
    // The doors are closed to those who come at closing time exactly.
    if (this.#clock[Time.now] >= this.#plan.closes) this.#leave(row, Outcome.turnedAway, this.#clock[Time.now]);
    else this.#advance(row);
  }

  /** A service or walk ends, for one visitor or for all in the same car. */
  #finish(leader: number): void {
    const { next } = this.#visitors;
    let row = leader;
    while (row >= 0) {
      const following = next[row];
      next[row] = -1;
      this.#advance(row);
      row = following;
    }
  }

  /** Lets a visitor go on with the program until something takes time. */
  #advance(row: number): void {
    const visitors = this.#visitors;
    const { program } = this.#plan;
    let pc = visitors.pc[row];
    for (;;) {
      const at = pc * Word.perInstruction;
      switch (program[at]) {
        case Op.seize:
          visitors.pc[row] = pc + 1;
          return this.#join(row, program[at + 1], program[at + 2], program[at + 3], program[at + 4]);
        case Op.serve:
          visitors.pc[row] = pc + 1;
          return this.#serve(row, program[at + 1], program[at + 2]);
        case Op.release:
          this.#release(row, program[at + 1]);
          pc++;
          break;
        case Op.walk:
          visitors.pc[row] = pc + 1;
          return this.#walk(row, program[at + 1]);
        case Op.test:
          pc = this.#passes(row, program[at + 1], program[at + 2], program[at + 4]) ? pc + 1 : program[at + 3];
          break;
        case Op.jump:
          pc = program[at + 1];
          break;
        case Op.again:
          if (this.#passes(row, program[at + 1], program[at + 2], 0)) {
            visitors.pass[row]++;
            pc = program[at + 3];
          } else pc++;
          break;
        case Op.shortest:
          pc = this.#shortest(program[at + 1], program[at + 2]);
          break;
        case Op.spend:
          visitors.pc[row] = pc + 1;
          return this.#spend(row, program[at + 1], program[at + 2]);
        default:
          return this.#leave(row, program[at + 1], this.#clock[Time.now]);
      }
    }
  }

  #passes(row: number, chanceRow: number, purpose: number, isTrait: number): boolean {
    const { source, number, group, pass } = this.#visitors;
    const chance = this.#plan.chances[chanceRow * this.#groups + group[row]];
    if (chance >= 1) return true;
    if (chance <= 0) return false;
    const { key0, key1 } = this.#sources[source[row]];
    this.#draws.uniform(key0, key1, number[row], purpose, isTrait === 1 ? 0 : pass[row]);
    return this.#draws.value[0] < chance;
  }

  /** Leaves a variate for this visitor in `draws.value`. */
  #sample(row: number, distribution: number, purpose: number): void {
    const { source, number, pass } = this.#visitors;
    const { key0, key1 } = this.#sources[source[row]];
    this.#draws.sample(distribution, key0, key1, number[row], purpose, pass[row]);
  }

  #serve(row: number, distribution: number, purpose: number): void {
    this.#sample(row, distribution, purpose);
    const factor = this.#plan.groups[this.#visitors.group[row]].serviceTimeFactor;
    this.#clock[Time.due] = this.#clock[Time.now] + onGrid(this.#draws.value[0] * factor);
    this.#calendar.plan((row << Kind.bits) | Kind.finish, Rank.finish);
  }

  #spend(row: number, distribution: number, purpose: number): void {
    this.#sample(row, distribution, purpose);
    this.#goBetween(row, onGrid(this.#draws.value[0]));
  }

  #walk(row: number, walk: number): void {
    const { source, number, group } = this.#visitors;
    const { walks } = this.#plan;
    const { walkingSpeed, stairsShare } = this.#plan.groups[group[row]];
    const { key0, key1 } = this.#sources[source[row]];
    this.#draws.sample(walkingSpeed, key0, key1, number[row], purposeOfSpeed, 0);
    const speed = this.#draws.value[0];
    const flat = walks[3 * walk] / speed;
    const stairs = walks[3 * walk + 1] / (speed * stairsShare);
    this.#goBetween(row, onGrid(flat + stairs + walks[3 * walk + 2]));
  }

  /** Time in the centre that is spent at no station. */
  #goBetween(row: number, time: number): void {
    const { service, group } = this.#visitors;
    this.tally.between[service[row] * this.#groups + group[row]] += time;
    this.#clock[Time.due] = this.#clock[Time.now] + time;
    this.#calendar.plan((row << Kind.bits) | Kind.finish, Rank.finish);
  }

  /** Of several stations the one with fewest people waiting, a free server counting as less than nobody; the first of equals. */
  #shortest(first: number, count: number): number {
    const { alternatives } = this.#plan;
    let best = 0;
    let fewest = Number.MAX_SAFE_INTEGER;
    for (let i = first; i < first + count; i++) {
      const station = alternatives[2 * i];
      const queue = this.#waiting[station] - this.#idleAt(station);
      if (queue < fewest) {
        fewest = queue;
        best = i;
      }
    }
    return alternatives[2 * best + 1];
  }

  #leave(row: number, ending: number, at: number): void {
    const { group, service, arrived, waited, hasJoined, source, number } = this.#visitors;
    this.tally.addVisit(service[row], group[row], arrived[row], at, waited[row], ending, hasJoined[row] === 1);
    if (this.#ledger !== null) {
      this.#ledger.sources[source[row]].record(number[row], group[row], ending, at - arrived[row]);
    }
    if (this.#trace !== null) this.#tell(factOf[ending], row, -1, -1, at);
    this.inside--;
    if (this.#visitors.isAbsent[row] === 0) this.#visitors.giveBack(row);
  }

  // --- Waiting ------------------------------------------------------------------------------------------------------

  #join(row: number, station: number, line: number, patiencePurpose: number, isReturning: number): void {
    const stations = this.#stations;
    const visitors = this.#visitors;
    const now = this.#clock[Time.now];
    visitors.isAbsent[row] = 0;
    if (this.#plan.closeAtOnce && now >= this.#plan.closes) return this.#leave(row, Outcome.turnedAway, now);
    if (stations.whenDown[station] !== WhenDown.wait && !this.#hasWorkingServer(station, line)) {
      return this.#leave(row, stations.whenDown[station] === WhenDown.deny ? Outcome.denied : Outcome.turnedAway, now);
    }
    if (this.#isFull(station, line)) {
      return this.#leave(row, stations.balksWhenFull[station] === 1 ? Outcome.balked : Outcome.turnedAway, now);
    }
    const cell = station * this.#groups + visitors.group[row];
    visitors.line[row] = line;
    visitors.joined[row] = now;
    visitors.hasJoined[row] = 1;
    visitors.joinOrder[row] = this.#joins++;
    visitors.patiencePurpose[row] = patiencePurpose;
    visitors.expires[row] = stations.patience[cell] < 0 ? Number.POSITIVE_INFINITY : -1;
    this.#lists.append(isReturning === 1 ? this.#listOfReturn(row, station, line) : stations.firstList[line] + stations.level[cell], row);
    this.#waiting[station]++;
    if (this.#trace !== null) this.#tell("joined", row, station, -1);
    if (stations.isWatched[station] === 1) this.#planPatience(row);
    this.#notice(station);
  }

  #planPatience(row: number): void {
    const expires = this.#expiryOf(row);
    if (expires === Number.POSITIVE_INFINITY) return;
    this.#visitors.patienceOrder[row] = this.#calendar.planned;
    this.#clock[Time.due] = expires;
    this.#calendar.plan((row << Kind.bits) | Kind.patience, Rank.patience);
  }

  /** When a waiting visitor's patience ends; drawn when first asked. */
  #expiryOf(row: number): number {
    const visitors = this.#visitors;
    const known = visitors.expires[row];
    if (known >= 0) return known;
    const station = this.#stationOf(row);
    this.#sample(row, this.#stations.patience[station * this.#groups + visitors.group[row]], visitors.patiencePurpose[row]);
    const patience = Math.max(SHORTEST_PATIENCE, onGrid(Math.min(this.#draws.value[0], 2 ** 30)));
    visitors.expires[row] = visitors.joined[row] + patience;
    return visitors.expires[row];
  }

  /** Has this visitor given up by now? Somebody who joined this very instant has not, so no draw is needed. */
  #hasGivenUp(row: number): boolean {
    const now = this.#clock[Time.now];
    return this.#visitors.joined[row] < now && this.#expiryOf(row) <= now;
  }

  /** Patience has ended at a station that is watched. */
  #loseWaiting(row: number): void {
    const station = this.#stationOf(row);
    this.#waiting[station]--;
    this.#visitors.patienceOrder[row] = -1;
    if (this.#stations.absentTicket[station] > 0) this.#visitors.isAbsent[row] = 1;
    else this.#lists.remove(row);
    this.#stopWaiting(row, this.#clock[Time.now], Outcome.reneged);
  }

  /** A visitor leaves a queue without having been called, and the centre with it. */
  #stopWaiting(row: number, at: number, ending: number): void {
    const { joined, waited, group, patienceOrder } = this.#visitors;
    this.tally.addQueueing(this.#stationOf(row), group[row], joined[row], at, false);
    waited[row] += at - joined[row];
    patienceOrder[row] = -1;
    this.#leave(row, ending, at);
  }

  #stationOf(row: number): number {
    return this.#stations.stationOfLine[this.#visitors.line[row]];
  }

  /** The list of the server who served this visitor here before; that of the line when nobody did or the server is away. */
  #listOfReturn(row: number, station: number, line: number): number {
    const server = this.#visitors.lastServers[row * this.#plan.stations.length + station];
    if (server >= 0 && this.#isThere(server)) return this.#stations.lists + server;
    return this.#stations.firstList[line] + this.#stations.level[station * this.#groups + this.#visitors.group[row]];
  }

  #isThere(server: number): boolean {
    const state = this.#servers.state[server];
    return state === ServerState.idle || state === ServerState.busy;
  }

  #isFull(station: number, line: number): boolean {
    const room = this.#stations.room[station];
    if (this.#waiting[station] < room) return false;
    return room < Number.POSITIVE_INFINITY && this.#waiting[station] - this.#idleFor(station, line) >= room;
  }

  #idleAt(station: number): number {
    let idle = 0;
    for (let pool = this.#stations.firstPool[station]; pool < this.#stations.firstPool[station + 1]; pool++) {
      idle += this.#servers.idle[pool];
    }
    return idle;
  }

  #idleFor(station: number, line: number): number {
    let idle = 0;
    for (let pool = this.#stations.firstPool[station]; pool < this.#stations.firstPool[station + 1]; pool++) {
      if (this.#poolLines[pool].includes(line)) idle += this.#servers.idle[pool];
    }
    return idle;
  }

  #hasWorkingServer(station: number, line: number): boolean {
    for (let pool = this.#stations.firstPool[station]; pool < this.#stations.firstPool[station + 1]; pool++) {
      if (this.#servers.working[pool] > 0 && this.#poolLines[pool].includes(line)) return true;
    }
    return false;
  }

  // --- Calling ------------------------------------------------------------------------------------------------------

  /** Remembers that a station may have somebody to call, once all that comes before calling at this instant is done. */
  #notice(station: number): void {
    if (this.#isNoticed[station] === 1) return;
    this.#isNoticed[station] = 1;
    this.#noticed[this.#noticedCount++] = station;
  }

  #callAll(): void {
    const count = this.#noticedCount;
    for (let i = 0; i < count; i++) {
      const station = this.#noticed[i];
      this.#isNoticed[station] = 0;
      this.#callAt(station);
    }
    // Calling notices no station: a called visitor is served for some time, even if it is 0.
    this.#noticedCount = 0;
  }

  /** Gives the free servers of a station work: pools in the order they are listed. */
  #callAt(station: number): void {
    const { firstPool, hasReturns } = this.#stations;
    for (let pool = firstPool[station]; pool < firstPool[station + 1]; pool++) {
      if (hasReturns[station] === 1) this.#callReturning(pool);
      while (this.#servers.idle[pool] > 0) {
        const row = this.#nextFor(pool, station);
        if (row < 0) break;
        this.#call(row, this.#servers.takeIdle(pool), pool, station);
      }
    }
  }

  /** Free servers take those who return to them before anybody else. */
  #callReturning(pool: number): void {
    const { first, state } = this.#servers;
    for (let server = first[pool]; server < first[pool + 1]; server++) {
      while (state[server] === ServerState.idle) {
        const row = this.#head(this.#stations.lists + server, this.#stations.stationOfPool[pool]);
        if (row < 0) break;
        this.#servers.takeThis(server);
        this.#call(row, server, pool, this.#stations.stationOfPool[pool]);
      }
    }
  }

  /** Whom a free server of this pool takes; -1: nobody. */
  #nextFor(pool: number, station: number): number {
    const lines = this.#poolLines[pool];
    const { firstList, levels } = this.#stations;
    const levelCount = levels[station];
    if (this.#isLongestWaiting[pool] === 1 && lines.length > 1) return this.#longestWaiting(pool, station);
    for (let i = 0; i < lines.length; i++) {
      for (let level = 0; level < levelCount; level++) {
        const row = this.#head(firstList[lines[i]] + level, station);
        if (row >= 0) return row;
      }
    }
    return -1;
  }

  /** Over all lines of the pool: the highest level first, within it who joined first. */
  #longestWaiting(pool: number, station: number): number {
    const lines = this.#poolLines[pool];
    const { firstList, levels } = this.#stations;
    const isLast = this.#stations.rule[station] === Rule.lastCome;
    for (let level = 0; level < levels[station]; level++) {
      let best = -1;
      for (let i = 0; i < lines.length; i++) {
        const row = this.#head(firstList[lines[i]] + level, station);
        if (row < 0) continue;
        const isEarlier = best < 0 || this.#visitors.joinOrder[row] < this.#visitors.joinOrder[best];
        if (best < 0 || isEarlier !== isLast) best = row;
      }
      if (best >= 0) return best;
    }
    return -1;
  }

  /**
   * Whose turn it is in a list; -1: nobody's. Those who have given up are seen out on the way, unless their tickets must
   * be called like any other.
   */
  #head(list: number, station: number): number {
    const { isWatched, absentTicket } = this.#stations;
    for (;;) {
      const length = this.#lists.length[list];
      if (length === 0) return -1;
      const row = this.#turn(list, length, station);
      if (isWatched[station] === 1 || absentTicket[station] > 0 || !this.#hasGivenUp(row)) return row;
      this.#lists.remove(row);
      this.#waiting[station]--;
      this.#stopWaiting(row, this.#visitors.expires[row], Outcome.reneged);
    }
  }

  #turn(list: number, length: number, station: number): number {
    switch (this.#stations.rule[station]) {
      case Rule.lastCome:
        return this.#lists.last[list];
      case Rule.random: {
        const key = 2 * station;
        this.#draws.uniform(this.#stationKeys[key], this.#stationKeys[key + 1], this.#calls[station]++, purposes.call, 0);
        return this.#lists.at(list, Math.floor(this.#draws.value[0] * length));
      }
      default:
        return this.#lists.first[list];
    }
  }

  /** A server calls a ticket. */
  #call(row: number, server: number, pool: number, station: number): void {
    const visitors = this.#visitors;
    this.#lists.remove(row);
    this.#servers.state[server] = ServerState.busy;
    this.#servers.busySince[server] = this.#clock[Time.now];
    if (this.#isAbsent(row, station)) {
      this.#callAbsent(row, server, station);
      return;
    }
    this.#board(row, server, station);
    let last = row;
    for (let i = this.#stations.batch[station] - 1; i > 0; i--) {
      const follower = this.#nextFor(pool, station);
      if (follower < 0) break;
      this.#lists.remove(follower);
      this.#board(follower, server, station);
      // The first one's program says how long it takes; the others only ride along.
      visitors.pc[follower]++;
      visitors.next[last] = follower;
      last = follower;
    }
    this.#advance(row);
  }

  /** The visitor is called, and the wait is over. */
  #board(row: number, server: number, station: number): void {
    const { joined, waited, group, server: serverOf, called, patienceOrder } = this.#visitors;
    const now = this.#clock[Time.now];
    this.#waiting[station]--;
    this.tally.addQueueing(station, group[row], joined[row], now, true);
    waited[row] += now - joined[row];
    patienceOrder[row] = -1;
    serverOf[row] = server;
    called[row] = now;
    this.#servers.inHand[server]++;
    if (this.#trace !== null) this.#tell("called", row, station, server);
  }

  /** Is the holder of this ticket gone? */
  #isAbsent(row: number, station: number): boolean {
    if (this.#stations.absentTicket[station] === 0) return false;
    if (this.#stations.isWatched[station] === 1) return this.#visitors.isAbsent[row] === 1;
    return this.#hasGivenUp(row);
  }

  /** The server waits for nobody. */
  #callAbsent(row: number, server: number, station: number): void {
    if (this.#trace !== null) this.#tell("absent", row, station, server);
    if (this.#stations.isWatched[station] === 1) this.#visitors.giveBack(row);
    else {
      this.#waiting[station]--;
      this.#stopWaiting(row, this.#visitors.expires[row], Outcome.reneged);
    }
    this.#clock[Time.due] = this.#clock[Time.now] + this.#stations.absentTicket[station];
    this.#calendar.plan((server << Kind.bits) | Kind.ready, Rank.finish);
  }

  // --- Servers ------------------------------------------------------------------------------------------------------

  #release(row: number, station: number): void {
    const visitors = this.#visitors;
    const servers = this.#servers;
    const now = this.#clock[Time.now];
    const server = visitors.server[row];
    visitors.server[row] = -1;
    this.tally.inHand[station * this.#groups + visitors.group[row]] += now - visitors.called[row];
    if (this.#trace !== null) this.#tell("served", row, station, server);
    if (this.#stations.hasReturns[station] === 1) visitors.lastServers[row * this.#plan.stations.length + station] = server;
    if (--servers.inHand[server] > 0) return;
    this.#addBusy(server, station);
    const gap = this.#stations.gap[station];
    if (gap > 0 && !servers.isOverstaffed(servers.pool[server])) {
      servers.busySince[server] = now;
      this.#clock[Time.due] = now + gap;
      this.#calendar.plan((server << Kind.bits) | Kind.ready, Rank.finish);
    } else this.#settle(server, station);
  }

  #addBusy(server: number, station: number): void {
    const from = this.#servers.busySince[server];
    const now = this.#clock[Time.now];
    if (now > from) this.tally.addArea(this.tally.rowOfBusy(station), this.tally.intervalAt(from), from, now);
  }

  #ready(server: number): void {
    const station = this.#stations.stationOfPool[this.#servers.pool[server]];
    this.#addBusy(server, station);
    this.#settle(server, station);
  }

  /** What a server does who has nobody in hand any more: go home, break down, or be free. */
  #settle(server: number, station: number): void {
    const servers = this.#servers;
    const pool = servers.pool[server];
    if (servers.isOverstaffed(pool)) {
      const end = Math.min(this.#clock[Time.now], this.#plan.closes);
      if (end > servers.lateSince[pool]) this.tally.lateShift[station] += end - servers.lateSince[pool];
      servers.working[pool]--;
      this.#goOff(server, pool);
    } else if (servers.isFailing[server] === 1) this.#startRepair(server, pool);
    else {
      servers.makeIdle(server);
      this.#notice(station);
    }
  }

  /** The roster's next shift begins. */
  #changeShift(pool: number): void {
    const servers = this.#servers;
    const { rosterTimes, rosterCounts } = this.#plan.pools[pool];
    const shift = servers.shift[pool]++;
    servers.wanted[pool] = rosterCounts[shift];
    if (shift + 1 < rosterTimes.length) this.#planAt(rosterTimes[shift + 1], (pool << Kind.bits) | Kind.roster, Rank.roster);
    while (servers.present[pool] < servers.wanted[pool]) {
      const server = servers.anyOff(pool);
      servers.present[pool]++;
      servers.working[pool]++;
      servers.makeIdle(server);
      if (this.#trace !== null) this.#tell("came-on", -1, this.#stations.stationOfPool[pool], server);
    }
    this.#sendHome(pool);
    this.#notice(this.#stations.stationOfPool[pool]);
  }

  /** More servers than the shift wants: the idle leave now, then the broken down, the others when the person in hand is done. */
  #sendHome(pool: number): void {
    const servers = this.#servers;
    while (servers.isOverstaffed(pool) && servers.idle[pool] > 0) {
      servers.working[pool]--;
      this.#goOff(servers.takeIdle(pool), pool);
    }
    for (let server = servers.first[pool]; server < servers.first[pool + 1] && servers.isOverstaffed(pool); server++) {
      if (servers.state[server] === ServerState.down) this.#goOff(server, pool);
    }
    if (servers.isOverstaffed(pool)) servers.lateSince[pool] = this.#clock[Time.now];
  }

  #goOff(server: number, pool: number): void {
    this.#servers.state[server] = ServerState.off;
    this.#servers.isFailing[server] = 0;
    this.#servers.present[pool]--;
    this.#handBack(server);
    if (this.#trace !== null) this.#tell("went-off", -1, this.#stations.stationOfPool[pool], server);
  }

  /** Those who waited for this very server join the line, behind those already there. */
  #handBack(server: number): void {
    const own = this.#stations.lists + server;
    while (this.#lists.length[own] > 0) {
      const row = this.#lists.first[own];
      const station = this.#stationOf(row);
      const level = this.#stations.level[station * this.#groups + this.#visitors.group[row]];
      this.#lists.remove(row);
      this.#lists.append(this.#stations.firstList[this.#visitors.line[row]] + level, row);
      this.#notice(station);
    }
  }

  // --- Breakdowns ---------------------------------------------------------------------------------------------------

  #planBreakdowns(station: number): void {
    if (this.#plan.stations[station].breakdownEvery < 0) return;
    const { firstPool } = this.#stations;
    const { first } = this.#servers;
    for (let server = first[firstPool[station]]; server < first[firstPool[station + 1]]; server++) {
      this.#planBreakdown(server);
    }
  }

  #planBreakdown(server: number): void {
    const station = this.#stations.stationOfPool[this.#servers.pool[server]];
    this.#planByServer(server, this.#plan.stations[station].breakdownEvery, purposes.breakdown, Kind.breakdown);
    this.#plannedBreakdowns++;
  }

  #planByServer(server: number, distribution: number, purpose: number, kind: number): void {
    const pool = this.#servers.pool[server];
    const station = this.#stations.stationOfPool[pool];
    const key = 2 * station;
    const numberAtStation = server - this.#servers.first[this.#stations.firstPool[station]];
    this.#draws.sample(
      distribution,
      this.#stationKeys[key],
      this.#stationKeys[key + 1],
      numberAtStation,
      purpose,
      this.#servers.breakdowns[server],
    );
    this.#clock[Time.due] = this.#clock[Time.now] + onGrid(Math.min(this.#draws.value[0], 2 ** 30));
    this.#calendar.plan((server << Kind.bits) | kind, Rank.repair);
  }

  /** An idle server fails now, a busy one when the person in hand is done; one who is off does not. */
  #breakDown(server: number): void {
    const servers = this.#servers;
    const state = servers.state[server];
    if (state === ServerState.off) {
      servers.breakdowns[server]++;
      this.#planBreakdown(server);
    } else if (state === ServerState.busy) servers.isFailing[server] = 1;
    else {
      servers.takeThis(server);
      this.#startRepair(server, servers.pool[server]);
    }
  }

  #startRepair(server: number, pool: number): void {
    const servers = this.#servers;
    const station = this.#stations.stationOfPool[pool];
    servers.state[server] = ServerState.down;
    servers.isFailing[server] = 0;
    servers.working[pool]--;
    this.#handBack(server);
    if (this.#trace !== null) this.#tell("broke-down", -1, station, server);
    this.#planByServer(server, this.#plan.stations[station].breakdownRepair, purposes.repair, Kind.repair);
  }

  #repair(server: number): void {
    const servers = this.#servers;
    const pool = servers.pool[server];
    servers.breakdowns[server]++;
    if (servers.state[server] === ServerState.down) {
      servers.working[pool]++;
      servers.makeIdle(server);
      this.#notice(this.#stations.stationOfPool[pool]);
      if (this.#trace !== null) this.#tell("repaired", -1, this.#stations.stationOfPool[pool], server);
    }
    this.#planBreakdown(server);
  }

  // --- Planning and telling -----------------------------------------------------------------------------------------

  #planAt(time: number, event: number, atRank: number): void {
    this.#clock[Time.due] = time;
    this.#calendar.plan(event, atRank);
  }

  #tell(fact: Fact, row: number, station: number, server: number, time = this.#clock[Time.now]): void {
    const { source, number } = this.#visitors;
    const pool = server < 0 ? -1 : this.#servers.pool[server];
    this.#trace?.({
      time,
      fact,
      visitor: row < 0 ? "" : `${this.#plan.sources[source[row]].id}#${number[row] + 1}`,
      station: station < 0 ? "" : this.#plan.stations[station].id,
      server: pool < 0 ? "" : `${this.#plan.pools[pool].id}/${server - this.#servers.first[pool] + 1}`,
    });
  }
}

const purposeOfSpeed = nameHash("walking-speed");

/** How the trace calls an ending, by outcome. */
const factOf: readonly Fact[] = ["left", "reneged", "balked", "turned-away", "denied", "inside-at-end"];
