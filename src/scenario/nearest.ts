import { distance } from "fastest-levenshtein";

/** The known word nearest to one that is not known; `undefined` when none is near enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of known) {
    const slips = slipsBetween(word, one);
    const letters = Math.max(word.length, one.length);
    if (slips < least && slips < letters && slips <= Math.floor(Math.max(letters, leastLetters) * 0.4)) {
      best = one;
      least = slips;
    }
  }
  return best;
}

/** Of shorter words one slip may be meant too. */
const leastLetters = 3;

/** How many slips of the pen lie between two words; two neighbours changed about are one, and so is an end left out. */
function slipsBetween(word: string, other: string): number {
  if (word.length >= leastLetters && other.startsWith(word)) return word === other ? 0 : 1;
  const slips = distance(word, other);
  return slips === 2 && isSwapped(word, other) ? 1 : slips;
}

function isSwapped(word: string, other: string): boolean {
  const at = [...word].findIndex((letter, i) => letter !== other[i]);
  const swapped = word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
  return at >= 0 && swapped === other;
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
