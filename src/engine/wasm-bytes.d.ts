/** The engine, compiled from `assembly/` by `assembly/build.js`, which writes this module beside the other compiled ones. */
export declare const wasmBytes: Uint8Array<ArrayBuffer>;
