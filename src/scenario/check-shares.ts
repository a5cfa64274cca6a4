import type { Draft } from "./draft.js";
import { isWhole, sumFound } from "./laws.js";
import { namedIn } from "./legible.js";
import type { Complaint } from "./problem.js";
import { stepLists } from "./step-lists.js";
import { everyStep, type Path } from "./step-tree.js";

/** Shares that must sum to 100 %: of groups, of services, of a source's mix, of the ways of a `choose`. */
export function* checkShares(draft: Draft): Generator<Complaint> {
  yield* sum(["groups"], sharesOf(draft.input.groups), partsOf("groups", draft.input.groups));
  yield* serviceSum(draft);
  for (const [id, source] of namedIn(draft.input.arrivals)) {
    for (const section of ["groups", "services"] as const) {
      const path = ["arrivals", id, section];
      const mix = source[section] ?? {};
      const parts = Object.keys(mix).map((name) => [...path, name]);
      yield* sum(path, Object.values(mix), parts);
    }
  }
  for (const { path, steps } of stepLists(draft)) {
    for (const placed of everyStep(steps, path)) {
      if (typeof placed.step === "string") continue;
      const shares = (placed.step.choose ?? []).map((option) => option?.share);
      yield* sum([...placed.path, "choose"], shares);
    }
  }
}

/** All services state a share or none does; they need not sum to 100 % when no source uses them. */
function* serviceSum({ input: { services, arrivals } }: Draft): Generator<Complaint> {
  const shares = sharesOf(services);
  if (!shares.some((share) => typeof share === "number")) return;
  const silent = namedIn(services).filter(([, { share }]) => share === undefined);
  for (const [id] of silent) {
    yield {
      path: ["services", id, "share"],
      expected: "a share, since other services state theirs",
      found: "nothing",
      hint: "Write 0% for what only sources with a mix of their own bring.",
      isAboutKey: true,
    };
  }
  const sources = Object.values(arrivals ?? {});
  const isUsed = sources.some((source) => source != null && source.services === undefined);
  if (isUsed || (arrivals != null && sources.length === 0))
    yield* sum(["services"], shares, partsOf("services", services));
}

type Shares = readonly (number | null | undefined)[];

function sharesOf(all: Readonly<Record<string, { readonly share?: Shares[number] } | null | undefined>> | null = {}) {
  return Object.values(all ?? {}).map((one) => one?.share);
}

function partsOf(section: string, all: object | null = {}): readonly Path[] {
  return Object.keys(all ?? {}).map((id) => [section, id, "share"]);
}

/** Nothing is known of the sum when one of the shares is not. */
function* sum(path: Path, shares: Shares, parts: readonly Path[] = []): Generator<Complaint> {
  const known = shares.filter((share) => typeof share === "number");
  if (known.length < shares.length || known.length === 0 || isWhole(known)) return;
  yield { path, expected: "shares that sum to 100 %", found: sumFound(known), isAboutKey: true, parts };
}
