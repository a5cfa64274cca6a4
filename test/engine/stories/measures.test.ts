import { describe, expect, test } from "vitest";
import type { MeasureKey } from "#engine/measure-key.js";
import { measureKeys } from "#engine/measures.js";
import { Replicator } from "#engine/replication.js";
import { seedKey } from "#random/keys.js";
import { aCentre } from "../../kit/a-centre.js";

// One window serves for ten minutes. Of three ordinary visitors the first is called at once, the second, shortly before
// closing, too, and is done five minutes after it; the third gives up after 200 s. An older visitor waits 300 s.
//
//        0        300       600           1200    3300     3400     3600     3900
// first  |--------- served --|
// older           |-- waits --|-- served --|
// second                                           |--------- served ---------|
// third                                                     |-- waits --|
const plan = aCentre()
  .withDay({ length: 3600, interval: 1800 })
  .withPromise({ wait: 200 })
  .withCosts({ serverHour: 3000, visitorHour: 900 })
  .withGroup("ordinary", { share: 1, patience: { kind: "constant", value: 200 } })
  .withGroup("older", { share: 0 })
  .withWindows(1, { time: 600 })
  .visitor({ arrives: 0, group: "ordinary" })
  .visitor({ arrives: 300, group: "older" })
  .visitor({ arrives: 3300, group: "ordinary" })
  .visitor({ arrives: 3400, group: "ordinary" })
  .plan();

const replicator = new Replicator(plan);
replicator.run(seedKey("story"), 0);
const values = [...replicator.measures];
const keys = measureKeys(plan);

/** The numbers of a scope, `"wait mean"`, of everybody; in the order of places and intervals where there are several. */
function told(scope: MeasureKey["scope"], group = -1): Record<string, number[]> {
  const rows: Record<string, number[]> = {};
  keys.forEach((key, i) => {
    if (key.scope !== scope || key.group !== group) return;
    const name = `${key.measure} ${key.statistic}`;
    rows[name] = [...(rows[name] ?? []), Number(values[i]!.toPrecision(12))];
  });
  return rows;
}

/** A table of the same form. */
function expected(rows: Record<string, number | number[]>): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, [row].flat().map((value) => Number(value.toPrecision(12)))]),
  );
}

/** Ratings of waits of 0 and 300 s: 9.4, and two thirds of the way from there to 9.2. */
const ratings = { none: 9.4, older: 9.4 - (0.2 * 2) / 3 };

describe("the measures of a day worked out by hand", () => {
  test("of the whole centre", () => {
    expect(told("whole")).toEqual(
      expected({
        "came total": 4,
        "served total": 3,
        "served share": 3 / 4,
        "gave-up total": 1,
        "gave-up share": 1 / 4,
        "turned-away total": 0,
        "turned-away share": 0,
        "denied total": 0,
        "denied share": 0,
        "inside-at-end total": 0,
        "wait mean": (300 + 200) / 4,
        "wait median": 0,
        "wait p90": 300,
        "wait p95": 300,
        "wait max": 300,
        "wait-of-served mean": 300 / 3,
        "wait-of-all-who-came mean": (300 + 200) / 4,
        "time-in-centre mean": (600 + 900 + 600 + 200) / 4,
        "time-in-centre-of-served mean": (600 + 900 + 600) / 3,
        "time-between-stations mean": 0,
        "within-promise share": 2 / 4,
        "satisfaction mean": (2 * ratings.none + ratings.older) / 4,
        // Of waits 0, 0, 200, 300: Σ (2i - 5) · x(i) / (4 · 500).
        "wait-gap gini": (1 * 200 + 3 * 300) / 2000,
        "people-inside average": (600 + 900 + 300 + 200) / 3600,
        "throughput average": 3,
        "finish-after-closing total": 300,
        "overtime total": 300 / 3600,
        "staff-cost total": (1 + 300 / 3600) * 3000,
        "visitor-cost total": (2300 / 3600) * 900,
        "total-cost total": 3250 + 575,
      }),
    );
  });

  test("of a group, and of a group against the first", () => {
    const older = told("whole", 1);

    expect(older).toMatchObject(
      expected({
        "came total": 1,
        "served share": 1,
        "gave-up total": 0,
        "wait mean": 300,
        "wait median": 300,
        "time-in-centre mean": 900,
        "within-promise share": 0,
        "satisfaction mean": ratings.older,
        "wait-gap difference": 300 - 200 / 3,
        "wait-gap ratio": 300 / (200 / 3),
        "time-in-centre-gap difference": 900 - 1400 / 3,
        "time-in-centre-gap ratio": 900 / (1400 / 3),
        "denied-gap difference": 0,
        "denied-gap ratio": Number.NaN,
      }),
    );
    expect(told("whole", 0)).not.toHaveProperty("wait-gap difference");
  });

  test("of a service", () => {
    expect(told("service")).toMatchObject(
      expected({
        "came total": 4,
        "gave-up share": 1 / 4,
        "wait max": 300,
        "time-in-centre mean": 2300 / 4,
      }),
    );
  });

  test("of the station", () => {
    expect(told("station")).toEqual(
      expected({
        "joined total": 4,
        "gave-up total": 1,
        "wait mean": 500 / 4,
        "wait median": 0,
        "wait p90": 300,
        "wait p95": 300,
        "wait max": 300,
        "wait-of-served mean": 300 / 3,
        "service-time mean": 600,
        "station-wait mean": 500 / 4,
        "station-time mean": (500 + 1800) / 4,
        "queue-length average": 500 / 3600,
        // What is worked after closing counts, the roster ends with it.
        "utilisation average": 1800 / 3600,
        "throughput average": 3,
        "overtime total": 300 / 3600,
      }),
    );
    expect(told("station", 1)).toEqual(expected({ "wait mean": 300 }));
  });

  test("of half-hours, the last of which is after closing", () => {
    expect(told("interval")).toEqual(
      expected({
        "came total": [2, 2, 0],
        "wait-of-all-who-came mean": [300 / 2, 200 / 2, Number.NaN],
        "people-inside average": [1500 / 1800, 500 / 1800, Number.NaN],
      }),
    );
    expect(told("station-interval")).toEqual(
      expected({
        "queue-length average": [300 / 1800, 200 / 1800, Number.NaN],
        "utilisation average": [1200 / 1800, 300 / 1800, Number.NaN],
        "wait mean": [300 / 2, 200 / 2, Number.NaN],
      }),
    );
  });
});

test("at a station, too, those sent home at closing have not given up, and those who turn round at a full room have", () => {
  const full = aCentre()
    .withDay({ length: 1000, atClosing: "close-at-once" })
    .withWindows(1, { time: 600, room: 2, whenFull: "balk", patience: { kind: "constant", value: 300 } })
    .visitor({ arrives: 0 }) // called at once, served at 600
    .visitor({ arrives: 100 }) // gives up at 400
    .visitor({ arrives: 550 }) // called at 600, in hand at closing
    .visitor({ arrives: 800 }) // waits
    .visitor({ arrives: 850 }) // waits
    .visitor({ arrives: 900 }) // finds two waiting, and turns round; those two are sent home at 1000
    .plan();
  const day = new Replicator(full);
  day.run(seedKey("closing"), 0);
  const gaveUp = measureKeys(full).flatMap(({ measure, statistic, scope, group }, i) =>
    measure === "gave-up" && statistic === "total" && group < 0 ? [[scope, day.measures[i]]] : [],
  );
  expect(gaveUp).toEqual([
    ["whole", 2],
    ["service", 2],
    ["station", 2],
  ]);
});
