const blocks = "▁▂▃▄▅▆▇█";

/** A line of blocks, the highest the largest value; a space where there is no value. All zeros: the lowest block. */
export function sparkline(values: readonly (number | null)[]): string {
  const top = Math.max(0, ...values.map((value) => value ?? 0));
  return values.map((value) => (value === null ? " " : blockOf(top === 0 ? 0 : value / top))).join("");
}

const blockOf = (share: number): string => blocks[Math.max(0, Math.ceil(share * blocks.length) - 1)] ?? " ";
