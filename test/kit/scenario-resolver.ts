import type { Resolver } from "#scenario/resolver.js";

/** A folder of texts in memory; paths are like `reforms/second-bank.yaml`, and `..` may not leave the top. */
export function inMemory(texts: Readonly<Record<string, string>>): Resolver {
  return {
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    resolve: (from, relative) => {
      const parts = from.split("/").slice(0, -1);
      for (const part of relative.split("/")) {
        if (part === "..") {
          if (parts.pop() === undefined) return undefined;
        } else if (part !== ".") parts.push(part);
      }
      return relative.startsWith("/") ? undefined : parts.join("/");
    },
  };
}
