import { Op } from "../../plan/program";
import { Has } from "../plan-codes";
import * as calendar from "./calendar";
import * as calling from "./calling";
import { centre } from "./centre";
import * as formulas from "./formulas";
import { Group } from "./group";
import { Law } from "./law";
import { List } from "./list";
import { purposes } from "./purposes";
import { Reader } from "./reader";
import { Pool, Server } from "./server";
import { Source } from "./source";
import { Line, Station, Stay } from "./station";
import { Alternative, Step, Walk } from "./step";
import * as tally from "./tally";

// Builds the centre from a plan. The order is that of src/engine/plan-writer.ts.

export function load(plan: Reader): void {
  readDay(plan);
  const laws = readLaws(plan);
  centre.groups = readGroups(plan, laws);
  const services = plan.whole();
  const starts = plan.numbers();
  const room = plan.whole();
  const stationCount = plan.whole();
  const registers = tally.allot(stationCount, services, centre.groups.length, starts, room);
  calling.allot(stationCount);
  centre.stations = readStations(plan, stationCount, laws);
  centre.lines = readLines(plan);
  centre.pools = readPools(plan);
  assignPools();
  gatherLists();
  readRoutes(plan, laws);
  centre.sources = readSources(plan);
  formulas.read(plan, registers);
}

function readDay(plan: Reader): void {
  centre.closes = plan.number();
  centre.closesAtOnce = plan.flag();
  const intervalWidth = plan.number();
  tally.setDay(centre.closes, intervalWidth, plan.number());
  centre.isTraced = plan.flag();
  centre.keepsLedger = plan.flag();
  if (plan.flag()) calendar.keepThere();
  purposes.interarrival = plan.whole();
  purposes.group = plan.whole();
  purposes.service = plan.whole();
  purposes.walkingSpeed = plan.whole();
  purposes.call = plan.whole();
  purposes.breakdown = plan.whole();
  purposes.repair = plan.whole();
}

function readLaws(plan: Reader): StaticArray<Law> {
  const laws = new StaticArray<Law>(plan.whole());
  for (let i = 0; i < laws.length; i++) {
    const kind = plan.whole();
    const first = plan.number();
    laws[i] = new Law(i, kind, first, plan.number());
  }
  return laws;
}

/** A law by its number; null for -1. */
function lawOrNone(plan: Reader, laws: StaticArray<Law>): Law | null {
  const law = plan.whole();
  return law < 0 ? null : laws[law];
}

function readGroups(plan: Reader, laws: StaticArray<Law>): StaticArray<Group> {
  const groups = new StaticArray<Group>(plan.whole());
  for (let i = 0; i < groups.length; i++) {
    const walkingSpeed = laws[plan.whole()];
    const stairsShare = plan.number();
    groups[i] = new Group(i, walkingSpeed, stairsShare, plan.number());
  }
  return groups;
}

function readStations(plan: Reader, count: i32, laws: StaticArray<Law>): StaticArray<Station> {
  const stations = new StaticArray<Station>(count);
  for (let i = 0; i < count; i++) {
    const station = new Station();
    station.number = i;
    station.has = plan.whole();
    station.rule = plan.whole();
    station.levels = plan.whole();
    station.gap = plan.number();
    station.absentTicket = plan.number();
    station.room = plan.number();
    station.balksWhenFull = plan.flag();
    station.whenDown = plan.whole();
    station.batch = plan.whole();
    station.breakdownEvery = lawOrNone(plan, laws);
    station.breakdownRepair = lawOrNone(plan, laws);
    station.stream = plan.whole();
    station.intervals = tally.stationIntervalsOf(i);
    station.stays = new StaticArray<Stay>(centre.groups.length);
    for (let group = 0; group < centre.groups.length; group++) {
      const level = plan.whole();
      station.stays[group] = new Stay(level, lawOrNone(plan, laws), tally.staySumsOf(i, group));
    }
    if ((station.has & Has.returns) !== 0) centre.remembers = true;
    stations[i] = station;
  }
  return stations;
}

function readLines(plan: Reader): StaticArray<Line> {
  const lines = new StaticArray<Line>(plan.whole());
  for (let i = 0; i < lines.length; i++) {
    const station = centre.stations[plan.whole()];
    const lists = new StaticArray<List>(station.levels);
    for (let level = 0; level < lists.length; level++) lists[level] = new List();
    lines[i] = new Line(station, lists);
  }
  return lines;
}

function readPools(plan: Reader): StaticArray<Pool> {
  const pools = new StaticArray<Pool>(plan.whole());
  for (let i = 0; i < pools.length; i++) {
    const pool = new Pool(i, centre.stations[plan.whole()]);
    const lines = plan.wholes();
    pool.lines = new StaticArray<Line>(lines.length);
    for (let l = 0; l < lines.length; l++) pool.lines[l] = centre.lines[lines[l]];
    pool.lists = listsOf(pool.lines);
    // In a single line the first is the one who has waited longest.
    pool.isLongestWaiting = plan.flag() && lines.length > 1;
    pool.rosterTimes = plan.numbers();
    pool.rosterCounts = plan.wholes();
    const servers = plan.whole();
    pool.servers = new StaticArray<Server>(servers);
    pool.idle = new StaticArray<Server>(servers);
    pools[i] = pool;
  }
  return pools;
}

/** Tells the stations which pools they have, and numbers the servers. */
function assignPools(): void {
  for (let s = 0; s < centre.stations.length; s++) {
    const station = centre.stations[s];
    let count = 0;
    for (let p = 0; p < centre.pools.length; p++) if (centre.pools[p].station === station) count++;
    station.pools = new StaticArray<Pool>(count);
    let pools = 0;
    let servers = 0;
    for (let p = 0; p < centre.pools.length; p++) {
      const pool = centre.pools[p];
      if (pool.station !== station) continue;
      station.pools[pools++] = pool;
      for (let i = 0; i < pool.servers.length; i++) pool.servers[i] = new Server(i, servers++, pool, station);
    }
  }
}

/** All lists of some lines, line by line and level by level. */
function listsOf(lines: StaticArray<Line>): StaticArray<List> {
  let count = 0;
  for (let l = 0; l < lines.length; l++) count += lines[l].lists.length;
  const lists = new StaticArray<List>(count);
  let at = 0;
  for (let l = 0; l < lines.length; l++) {
    for (let level = 0; level < lines[l].lists.length; level++) lists[at++] = lines[l].lists[level];
  }
  return lists;
}

function gatherLists(): void {
  const inLines = listsOf(centre.lines);
  let count = inLines.length;
  for (let p = 0; p < centre.pools.length; p++) count += centre.pools[p].servers.length;
  centre.lists = new StaticArray<List>(count);
  let at = 0;
  for (let l = 0; l < inLines.length; l++) centre.lists[at++] = inLines[l];
  for (let p = 0; p < centre.pools.length; p++) {
    const servers = centre.pools[p].servers;
    for (let i = 0; i < servers.length; i++) centre.lists[at++] = servers[i].returning;
  }
}

function readRoutes(plan: Reader, laws: StaticArray<Law>): void {
  const walks = new StaticArray<Walk>(plan.whole());
  for (let i = 0; i < walks.length; i++) {
    const flat = plan.number();
    const stairs = plan.number();
    walks[i] = new Walk(flat, stairs, plan.number());
  }
  const chances = new StaticArray<StaticArray<f64>>(plan.whole());
  for (let i = 0; i < chances.length; i++) chances[i] = plan.numbers();
  const steps = new StaticArray<Step>(plan.whole());
  for (let i = 0; i < steps.length; i++) steps[i] = new Step();
  for (let i = 0; i < steps.length; i++) {
    steps[i].next = i + 1 < steps.length ? steps[i + 1] : null;
    readStep(plan, steps[i], steps, laws, walks, chances);
  }
  centre.entries = stepsOf(plan.wholes(), steps);
}

function readStep(
  plan: Reader,
  step: Step,
  steps: StaticArray<Step>,
  laws: StaticArray<Law>,
  walks: StaticArray<Walk>,
  chances: StaticArray<StaticArray<f64>>,
): void {
  step.op = plan.whole();
  switch (step.op) {
    case Op.leave:
      step.outcome = plan.whole();
      break;
    case Op.seize:
      step.station = centre.stations[plan.whole()];
      step.line = centre.lines[plan.whole()];
      step.purpose = plan.whole();
      step.isReturn = plan.flag();
      step.target = stepOrNone(plan, steps);
      break;
    case Op.serve:
      step.law = laws[plan.whole()];
      step.purpose = plan.whole();
      step.isPersonal = plan.flag();
      break;
    case Op.spend:
      step.law = laws[plan.whole()];
      step.purpose = plan.whole();
      break;
    case Op.release:
      step.station = centre.stations[plan.whole()];
      break;
    case Op.walk:
      step.walk = walks[plan.whole()];
      break;
    case Op.test:
      step.chances = chances[plan.whole()];
      step.purpose = plan.whole();
      step.target = steps[plan.whole()];
      step.isTrait = plan.flag();
      break;
    case Op.again:
      step.chances = chances[plan.whole()];
      step.purpose = plan.whole();
      step.target = steps[plan.whole()];
      break;
    case Op.jump:
      step.target = steps[plan.whole()];
      break;
    case Op.shortest:
      step.alternatives = readAlternatives(plan, steps);
      break;
    default:
      unreachable();
  }
}

/** A step by its place; null for -1. */
function stepOrNone(plan: Reader, steps: StaticArray<Step>): Step | null {
  const place = plan.whole();
  return place < 0 ? null : steps[place];
}

function readAlternatives(plan: Reader, steps: StaticArray<Step>): StaticArray<Alternative> {
  const alternatives = new StaticArray<Alternative>(plan.whole());
  for (let i = 0; i < alternatives.length; i++) {
    const station = centre.stations[plan.whole()];
    alternatives[i] = new Alternative(station, steps[plan.whole()]);
  }
  return alternatives;
}

function stepsOf(places: StaticArray<i32>, steps: StaticArray<Step>): StaticArray<Step> {
  const entries = new StaticArray<Step>(places.length);
  for (let i = 0; i < places.length; i++) entries[i] = steps[places[i]];
  return entries;
}

function readSources(plan: Reader): StaticArray<Source> {
  const sources = new StaticArray<Source>(plan.whole());
  for (let i = 0; i < sources.length; i++) {
    const source = new Source(i);
    source.kind = plan.whole();
    source.stream = plan.whole();
    source.groupShares = plan.numbers();
    source.serviceShares = plan.numbers();
    source.starts = plan.numbers();
    source.expected = plan.numbers();
    source.recordedTimes = plan.numbers();
    source.recordedGroups = plan.wholes();
    source.recordedServices = plan.wholes();
    sources[i] = source;
  }
  return sources;
}
