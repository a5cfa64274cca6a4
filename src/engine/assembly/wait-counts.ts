import { Quantile } from "../quantile";

// Waits counted by the second, a row of bins a cell: the stations, the services, the groups, and all visitors. Exact, in
// memory that does not depend on how many visitors came. A second, coarse row a cell, of blocks of bins, tells where there
// is nothing to look at.

/** Waits longer than this, three days, are counted as this. */
const LONGEST: i32 = (1 << 18) - 1;
/** Half a second less half a step of the time grid: what rounds a wait up to whole seconds when it is rounded to the nearest. */
const UP: f64 = 0.5 - 1.0 / 2097152;
/** 2^52 + 2^51: the sum with a number up to 2^51 has no places behind the point. */
const WHOLE: f64 = 6755399441055744;
/** The least bins a row. */
const SHORTEST: i32 = 1024;
/** Bins a block: 2 to the power of this. */
const BLOCK: i32 = 6;
const BINS: i32 = 1 << BLOCK;
/** The shares whose order statistics are wanted besides the longest wait. */
const shares: StaticArray<f64> = [0.5, 0.9, 0.95];

let cells: i32 = 0;
/** Bins a row. */
let width: i32 = 0;
/** `counts[cell * width + bin]` and `blocks[cell * (width >> BLOCK) + block]`, 32 bits each. */
let counts: usize = 0;
let blocks: usize = 0;
/** After {@link close}: the highest bin in use of each cell; -1: none. */
let tops: usize = 0;
/** After {@link close}: the ceil(share · n)-th smallest wait of each cell; NaN where nobody waited. */
let quantiles: usize = 0;

/** The counts of all days since {@link clearPool}, in rows of the same width. */
export let pool: usize = 0;
/** After {@link gatherPool}, of the counts left in the pool: the bin of each, and where those of each cell end. */
export let poolBins: usize = 0;
export let poolEnds: usize = 0;
/** As many bins a row as `poolBins` has room for. */
let poolBinsWidth: i32 = 0;
/** The highest bin in use in the pool, of each cell; -1: none. */
let poolTops: usize = 0;

/** @param ordered Where to leave the order statistics. */
export function allot(count: i32, ordered: usize): void {
  cells = count;
  quantiles = ordered;
  widen(SHORTEST - 1);
  tops = heap.alloc(count << 2);
  memory.fill(tops, 0xff, count << 2);
  poolTops = heap.alloc(count << 2);
  memory.fill(poolTops, 0xff, count << 2);
  poolEnds = heap.alloc(count << 2);
}

/** The bin of a wait in seconds: 0 is no wait, k more than k - 1 and at most k seconds. There is room for it afterwards. */
export function binOf(wait: f64): i32 {
  // The nearest whole number to just under half a second more, in the lower bits of a sum that has no others.
  const bin = i32(reinterpret<i64>((wait < LONGEST ? wait : LONGEST) + UP + WHOLE));
  if (bin >= width) widen(bin);
  return bin;
}

/** Counts a wait of the bin {@link binOf} it. */
export function count(cell: i32, bin: i32): void {
  const place = rowOf(cell) + (bin << 2);
  store<i32>(place, load<i32>(place) + 1);
  const block = blocksOf(cell) + ((bin >> BLOCK) << 2);
  store<i32>(block, load<i32>(block) + 1);
}

/** Works out tops and order statistics, and adds the day to the pool. */
export function close(): void {
  for (let cell = 0; cell < cells; cell++) {
    const top = topOf(cell);
    store<i32>(tops + (cell << 2), top);
    setQuantiles(cell, top);
    // Everybody's are the services' together: wanted of a day, not of many.
    if (cell < cells - 1) addToPool(cell, top);
  }
}

function addToPool(cell: i32, top: i32): void {
  const topInPool = poolTops + (cell << 2);
  store<i32>(topInPool, max(load<i32>(topInPool), top));
  let from = rowOf(cell);
  let to = pool + (from - counts);
  const end = from + (top << 2);
  // Four bins at once; rows are as long as a power of two.
  for (; from <= end; from += 16, to += 16) v128.store(to, i32x4.add(v128.load(to), v128.load(from)));
}

/** Moves the counts of the pool that are not 0 to its front, cell after cell, the lowest bin first; says how many there are. */
export function gatherPool(): i32 {
  if (poolBinsWidth < width) {
    poolBins = heap.alloc((cells * width) << 2);
    poolBinsWidth = width;
  }
  let count: usize = pool;
  let bin: usize = poolBins;
  for (let cell = 0; cell < cells; cell++) {
    const row = pool + ((cell * width) << 2);
    const top = load<i32>(poolTops + (cell << 2));
    for (let at = 0; at <= top; at += 4) {
      if (!v128.any_true(v128.load(row + (at << 2)))) continue;
      for (let each = at; each < at + 4; each++) {
        const met = load<i32>(row + (each << 2));
        if (met === 0) continue;
        // Never ahead of what is still to be read.
        store<i32>(count, met);
        store<i32>(bin, each);
        count += 4;
        bin += 4;
      }
    }
    store<i32>(poolEnds + (cell << 2), i32(count - pool) >> 2);
  }
  return i32(count - pool) >> 2;
}

export function clearPool(): void {
  memory.fill(pool, 0, (cells * width) << 2);
  memory.fill(poolTops, 0xff, cells << 2);
}

export function clear(): void {
  for (let cell = 0; cell < cells; cell++) {
    const top = load<i32>(tops + (cell << 2));
    memory.fill(rowOf(cell), 0, (top + 1) << 2);
  }
  memory.fill(blocks, 0, (cells * (width >> BLOCK)) << 2);
  memory.fill(tops, 0xff, cells << 2);
}

/**
 * Gini coefficient of the waits of a cell: 0 when all wait alike, near 1 when few do all the waiting; NaN: nobody waited.
 * Source: Gini (1912); computed as 2 Σ i·x(i) / (n Σ x) - (n + 1) / n over the ordered waits x(1) … x(n).
 */
export function giniOf(cell: i32): f64 {
  const row = rowOf(cell);
  const top = load<i32>(tops + (cell << 2));
  const n = f64(sizeOf(cell, top));
  // Summed second by second: of the n ranks, those above `seen` wait for at least one second more.
  let total: f64 = 0;
  let weighted: f64 = 0;
  let seen: i64 = 0;
  for (let first = 0; first < top; first += BINS) {
    const end = min(first + BINS, top);
    let sum: i64 = 0;
    let sumOfSquares: i64 = 0;
    for (let bin = first; bin < end; bin++) {
      seen += at(row, bin);
      sum += seen;
      sumOfSquares += seen * seen;
    }
    const seconds = f64(end - first);
    total += seconds * n - f64(sum);
    weighted += (seconds * n * (n + 1) - f64(sumOfSquares + sum)) / 2;
  }
  if (total === 0) return n === 0 ? NaN : 0;
  return (2 * weighted) / (n * total) - (n + 1) / n;
}

function topOf(cell: i32): i32 {
  const row = rowOf(cell);
  const rowOfBlocks = blocksOf(cell);
  let block = (width >> BLOCK) - 1;
  while (block >= 0 && at(rowOfBlocks, block) === 0) block--;
  if (block < 0) return -1;
  let bin = ((block + 1) << BLOCK) - 1;
  while (at(row, bin) === 0) bin--;
  return bin;
}

/** How many waits a cell counts. */
function sizeOf(cell: i32, top: i32): i32 {
  const row = blocksOf(cell);
  let n = 0;
  for (let block = 0; block <= top >> BLOCK; block++) n += at(row, block);
  return n;
}

function setQuantiles(cell: i32, top: i32): void {
  const row = blocksOf(cell);
  const place = quantiles + ((cell * Quantile.count) << 3);
  const n = sizeOf(cell, top);
  let below = 0;
  let block = 0;
  for (let i = 0; i < shares.length; i++) {
    const rank = i32(Math.ceil(shares[i] * f64(n)));
    while (n > 0 && below + at(row, block) < rank) below += at(row, block++);
    store<f64>(place + (i << 3), n === 0 ? NaN : f64(binOfRank(cell, block << BLOCK, rank - below)));
  }
  store<f64>(place + (Quantile.max << 3), n === 0 ? NaN : f64(top));
}

/** The bin of the rank-th wait from a bin on, counted from 1. */
function binOfRank(cell: i32, first: i32, rank: i32): i32 {
  const row = rowOf(cell);
  let bin = first;
  let seen = at(row, bin);
  while (seen < rank) seen += at(row, ++bin);
  return bin;
}

function rowOf(cell: i32): usize {
  return counts + ((cell * width) << 2);
}

function blocksOf(cell: i32): usize {
  return blocks + ((cell * (width >> BLOCK)) << 2);
}

function at(row: usize, index: i32): i32 {
  return load<i32>(row + (index << 2));
}

function widen(bin: i32): void {
  let wider = SHORTEST;
  while (wider <= bin) wider *= 2;
  counts = widened(counts, width, wider);
  pool = widened(pool, width, wider);
  blocks = widened(blocks, width >> BLOCK, wider >> BLOCK);
  width = wider;
}

/** A copy of a table of rows with longer rows. */
function widened(table: usize, length: i32, longer: i32): usize {
  const larger = zeros(cells * longer);
  for (let cell = 0; cell < cells; cell++) {
    memory.copy(larger + ((cell * longer) << 2), table + ((cell * length) << 2), length << 2);
  }
  return larger;
}

function zeros(length: i32): usize {
  const block = heap.alloc(length << 2);
  memory.fill(block, 0, length << 2);
  return block;
}
