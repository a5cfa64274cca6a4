import seedrandom from "seedrandom";
import { threefry } from "./threefry.js";

/** A key of two 32-bit words, as signed integers. */
export type Key = readonly [number, number];

/** The key of a run, made from the user's seed text. */
export function seedKey(seed: string): Key {
  const source = seedrandom(seed);
  return [source.int32(), source.int32()];
}

/**
 * The key of one stream in one replication. Streams are told apart by name alone, so one more of them leaves the others'
 * numbers as they were.
 *
 * @param stream {@link nameHash} of the stream's name
 */
export function streamKey(seed: Key, replication: number, stream: number): Key {
  const words = new Int32Array(2);
  threefry(words, seed[0], seed[1], replication, stream);
  return [words[0], words[1]];
}

/**
 * A 32-bit hash of a name: FNV-1a over its UTF-16 code units, then MurmurHash3's finalizer to spread short names.
 * Sources: Fowler, Noll, Vo (1991); Appleby (2011), MurmurHash3.
 */
export function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

const PER_WORD = 2 ** 20;
const PER_UNIT = 2 ** -52;

/** A uniform in (0, 1), never 0 or 1: 52 bits of two words, in the middle of its step. */
export function uniformOf(word0: number, word1: number): number {
  return ((word0 >>> 0) * PER_WORD + (word1 >>> 12) + 0.5) * PER_UNIT;
}
