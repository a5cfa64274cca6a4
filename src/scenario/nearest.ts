import { closest, distance } from "fastest-levenshtein";

/** The known word nearest to one that is not known; `undefined` when none is near enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  if (words.length === 0) return undefined;
  const best = closest(word, words);
  return distance(word, best) <= Math.floor(Math.max(word.length, best.length) * 0.4) ? best : undefined;
}

/** The hint for an unknown word: the nearest known one, else the known ones when they are few, else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const words = [...known];
  const best = nearest(word, words);
  if (best !== undefined) return `Did you mean ${best}?`;
  return words.length > 0 && words.length <= 12 ? `Known: ${words.join(", ")}.` : "";
}

/** Words as a sentence lists them: `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
