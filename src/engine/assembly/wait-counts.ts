// Waits counted by the second, a row of bins a cell: the stations, the services, the groups. See src/engine/wait-counts.ts.

/** Waits longer than this, three days, are counted as this. */
const LONGEST: i32 = (1 << 18) - 1;

export let cells: i32 = 0;
/** Bins a row. */
export let width: i32 = 1024;
/** `counts[cell * width + bin]`, 32 bits each. */
export let counts: usize = 0;
/** The highest bin in use of each cell; -1: none. */
export let tops: usize = 0;

export function allot(count: i32): void {
  cells = count;
  counts = zeros(count * width);
  tops = heap.alloc(count << 2);
  memory.fill(tops, 0xff, count << 2);
}

/** The bin of a wait in seconds: 0 is no wait, k more than k - 1 and at most k seconds. There is room for it afterwards. */
export function binOf(wait: f64): i32 {
  const bin = min(i32(Math.ceil(wait)), LONGEST);
  if (bin >= width) widen(bin);
  return bin;
}

/** Counts a wait of the bin {@link binOf} it. */
export function count(cell: i32, bin: i32): void {
  const place = counts + ((cell * width + bin) << 2);
  store<i32>(place, load<i32>(place) + 1);
  const top = tops + (cell << 2);
  if (bin > load<i32>(top)) store<i32>(top, bin);
}

export function clear(): void {
  for (let cell = 0; cell < cells; cell++) {
    const top = load<i32>(tops + (cell << 2));
    memory.fill(counts + ((cell * width) << 2), 0, (top + 1) << 2);
  }
  memory.fill(tops, 0xff, cells << 2);
}

function widen(bin: i32): void {
  let wider = width;
  while (wider <= bin) wider *= 2;
  const larger = zeros(cells * wider);
  for (let cell = 0; cell < cells; cell++) {
    memory.copy(larger + ((cell * wider) << 2), counts + ((cell * width) << 2), width << 2);
  }
  counts = larger;
  width = wider;
}

function zeros(length: i32): usize {
  const block = heap.alloc(length << 2);
  memory.fill(block, 0, length << 2);
  return block;
}
