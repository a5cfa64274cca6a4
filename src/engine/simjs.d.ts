/**
 * `simjs` has no types and, as published, no exports: it is imported for its one effect, setting `window.Sim`.
 * What the engine uses of it is typed in `simjs-shim.ts`.
 */
declare module "simjs";
