/** The global object as a place where `simjs` looks for a window and leaves its library. */
export const page = globalThis as { window?: unknown; Sim?: unknown };

/** No window was here before: Node, or a worker. A real page keeps its own. */
export const isFakeWindow = page.window === undefined;

// This module is evaluated before `simjs` because `simjs-shim.ts` imports it first: modules run in the order of imports.
if (isFakeWindow) page.window = page;
