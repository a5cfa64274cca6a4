import type { Draft } from "./draft.js";
import { isWhole, sumFound } from "./laws.js";
import type { Complaint } from "./problem.js";
import { stepLists } from "./step-lists.js";
import { everyStep, type Path } from "./step-tree.js";
import type { ServiceInput } from "./visitor-schema.js";

/** Shares that must sum to 100 %: of groups, of services, of a source's mix, of the ways of a `choose`. */
export function* checkShares(draft: Draft): Generator<Complaint> {
  const { groups, services, arrivals } = draft.input;
  if (groups !== undefined && draft.isWhole("groups", "share")) yield* sum(["groups"], sharesOf(groups));
  if (services !== undefined && draft.isWhole("services", "share")) yield* serviceSum(draft, services);
  for (const [id, source] of Object.entries(arrivals ?? {})) {
    if (source.groups) yield* sum(["arrivals", id, "groups"], Object.values(source.groups));
    if (source.services) yield* sum(["arrivals", id, "services"], Object.values(source.services));
  }
  for (const { path, steps } of stepLists(draft)) {
    for (const placed of everyStep(steps, path)) {
      if (typeof placed.step === "string" || placed.step.choose === undefined) continue;
      yield* sum(
        [...placed.path, "choose"],
        placed.step.choose.map((option) => option.share),
      );
    }
  }
}

/** All services state a share or none does; they need not sum to 100 % when no source uses them. */
function* serviceSum(draft: Draft, services: Readonly<Record<string, ServiceInput>>): Generator<Complaint> {
  const silent = Object.keys(services).filter((id) => services[id]!.share === undefined);
  if (silent.length === Object.keys(services).length) return;
  for (const id of silent) {
    yield {
      path: ["services", id, "share"],
      expected: "a share, since other services state theirs",
      found: "nothing",
      hint: "Write 0% for what only sources with a mix of their own bring.",
      isAboutKey: true,
    };
  }
  const sources = Object.values(draft.input.arrivals ?? {});
  const isUsed = sources.length === 0 || sources.some((source) => source.services === undefined);
  if (silent.length === 0 && isUsed && draft.isWhole("arrivals", "services"))
    yield* sum(["services"], sharesOf(services));
}

function sharesOf(all: Readonly<Record<string, { readonly share?: number | undefined }>>): readonly number[] {
  return Object.values(all).map(({ share }) => share ?? 0);
}

function* sum(path: Path, shares: readonly number[]): Generator<Complaint> {
  if (isWhole(shares) || shares.length === 0) return;
  yield { path, expected: "shares that sum to 100 %", found: sumFound(shares), isAboutKey: true };
}
