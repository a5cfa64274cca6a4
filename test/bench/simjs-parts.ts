import { type SimjsEntity, type SimjsRequest, simjs } from "#engine/simjs-shim.js";

/** A place with servers, first come, first served, as `simjs` keeps it. */
export type Facility = object;

/** The Mersenne Twister of `simjs`, 32 bits a draw. */
export interface SimjsRandom {
  random(): number;
  /** The law with this rate; infinite once in 2^32 draws. */
  exponential(rate: number): number;
  normal(mean: number, sd: number): number;
}

/** Parts of `simjs` that its users write models with and our engine does not touch. */
interface SimjsParts {
  readonly Facility: (new (name: string, discipline: number, servers: number) => Facility) & { readonly FCFS: number };
  readonly Random: new (seed: number) => SimjsRandom;
  readonly Entity: new (
    ...given: ConstructorParameters<typeof simjs.Entity>
  ) => SimjsEntity & {
    useFacility(facility: Facility, duration: number): SimjsRequest;
  };
  readonly Sim: new () => InstanceType<typeof simjs.Sim> & { simulate(endTime: number): boolean };
}

export const { Facility, Random, Entity, Sim } = simjs as unknown as SimjsParts;

/** `simjs` takes a whole number as its only seed. Source: Fowler, Noll and Vo's hash FNV-1a, 32 bits. */
export function randomFrom(seed: string): SimjsRandom {
  let hash = 0x811c9dc5;
  for (const character of seed) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return new Random(hash >>> 0);
}
