import type { CST } from "yaml";

/** How deeply the lists and blocks of parsed YAML stand inside each other; found without calling itself. */
export function nesting(tokens: readonly CST.Token[]): number {
  let deepest = 0;
  const open: (readonly [token: CST.Token, depth: number])[] = tokens.map((token) => [token, 0]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    deepest = Math.max(deepest, depth);
    for (const inner of innerTokens(token)) open.push([inner, depth + 1]);
  }
  return deepest;
}

function innerTokens(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value]).filter((inner) => inner != null);
}
