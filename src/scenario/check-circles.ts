import type { Draft } from "./draft.js";
import { namedIn } from "./legible.js";
import type { Complaint } from "./problem.js";
import { stepLists } from "./step-lists.js";
import { everyStep, innerSteps, isAmbiguous, type LegibleStep, type LegibleSteps, type Path } from "./step-tree.js";
import { type Way, waysFrom } from "./ways.js";

/** Steps that a route may have with all it follows and repeats: they are written out, and somebody has to walk them. */
const mostSteps = 10_000;

/** Things that lead back to themselves: routes that follow, ways around passages and past stations, stations like each other. */
export function* checkCircles(draft: Draft): Generator<Complaint> {
  const edges = edgesOf(draft);
  const circles = circlesIn(edges);
  for (const circle of circles) yield complaintOf(circle);
  if (circles.length === 0) yield* checkLength(draft);
}

/** One thing's mention of another: a route's `follow`, a step's `pass` or `visit`, a station's `like`. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly path: Path;
}

/** Nodes are those of {@link waysFrom}, and `like.bank`. */
function edgesOf(draft: Draft): readonly Edge[] {
  const steps = stepLists(draft).flatMap((list) =>
    [...everyStep(list.steps, list.path)].flatMap(({ step, path }): Edge[] => {
      const from = list.path.slice(0, 2).map(String).join(".");
      return waysFrom(step, draft.input).map((way) => ({ from, to: way.node, path: [...path, ...way.path] }));
    }),
  );
  const likes = namedIn(draft.input.stations).flatMap(([id, { like }]): Edge[] =>
    like == null ? [] : [{ from: `like.${id}`, to: `like.${like}`, path: ["stations", id, "like"] }],
  );
  return [...steps, ...likes];
}

/** The circles found by walking the edges depth first, each told once, at the edge that closes it. */
function circlesIn(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const circles: (readonly Edge[])[] = [];
  const out = new Map(edges.map(({ from }) => [from, edges.filter((edge) => edge.from === from)]));
  const done = new Set<string>();
  const walk = (node: string, way: readonly Edge[]): void => {
    if (done.has(node)) return;
    for (const edge of out.get(node) ?? []) {
      const start = [...way, edge].findIndex(({ from }) => from === edge.to);
      if (start >= 0) circles.push([...way, edge].slice(start));
      else walk(edge.to, [...way, edge]);
    }
    done.add(node);
  };
  for (const node of out.keys()) walk(node, []);
  return circles;
}

function complaintOf(circle: readonly Edge[]): Complaint {
  const { path, to } = circle.at(-1)!;
  const names = [...circle.map(({ from }) => from), to].map((node) => node.slice(node.indexOf(".") + 1)).join(" > ");
  if (to.startsWith("like.")) return { path, expected: "a station like another", found: `a circle: ${names}` };
  const isRoute = circle.every(({ from }) => from.startsWith("routes."));
  if (isRoute) return { path, expected: "a route that ends", found: `a route that never ends: ${names}` };
  const said = { path, expected: "a way around that leads on", found: `one that leads back to itself: ${names}` };
  const isOfStations = circle.every(({ from }) => from.startsWith("stations."));
  return isOfStations ? { ...said, hint: "For stations that stand in for each other, use `shortest-queue`." } : said;
}

/** A route that repeats repeats of repeats would fill the memory, or never come to its end. */
function* checkLength({ input }: Draft): Generator<Complaint> {
  const known = new Map<string, number>();
  const remembered = ({ node, steps }: Pick<Way, "node" | "steps">): number => {
    const size = known.get(node) ?? sizeOf(steps);
    known.set(node, size);
    return size;
  };
  const sizeOf = (steps: LegibleSteps): number => total(steps.map((step) => (step === null ? 0 : sizeOfStep(step))));
  const sizeOfStep = (step: LegibleStep): number => {
    if (typeof step === "string" || isAmbiguous(step)) return 1;
    const inner = total(innerSteps(step).map(({ steps }) => sizeOf(steps)));
    return 1 + inner * passesOf(step) + total(waysFrom(step, input).map(remembered));
  };
  for (const [id, steps] of namedIn(input.routes)) {
    if (remembered({ node: `routes.${id}`, steps }) <= mostSteps) continue;
    const expected = `at most ${mostSteps} steps, those of all branches and repeats together`;
    yield { path: ["routes", id], expected, found: "more", isAboutKey: true };
  }
}

/** How often the steps inside are done, on average. */
function passesOf({ times, again }: Exclude<LegibleStep, string>): number {
  return times ?? 1 / (1 - (again ?? 0));
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}
