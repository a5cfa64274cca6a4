import { expect, test } from "vitest";
import { find, type Located, toPlain } from "#scenario/located.js";
import { mergePatch } from "#scenario/merge.js";
import { readValue } from "#scenario/read-document.js";

function located(text: string, file = "a.yaml"): Located {
  return readValue({ file, text }).root!;
}

/** Source: RFC 7396, appendix A. */
const appendix: readonly (readonly [original: string, patch: string, result: string])[] = [
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', "{}"],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['["a","b"]', '["c","d"]', '["c","d"]'],
  ['{"a":"b"}', '["c"]', '["c"]'],
  ['{"a":"foo"}', "null", "null"],
  ['{"a":"foo"}', '"bar"', '"bar"'],
  ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
  ["[1,2]", '{"a":"b","c":null}', '{"a":"b"}'],
  ["{}", '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
];

test.each(appendix)("the standard's own example: %s patched by %s is %s", (original, patch, result) => {
  expect(toPlain(mergePatch(located(original), located(patch)))).toEqual(JSON.parse(result));
});

test("each value remembers the file that wrote it", () => {
  const merged = mergePatch(located("{ a: { b: 1, c: 2 } }"), located("{ a: { c: 3 } }", "b.yaml"));
  expect(find(merged, ["a", "b"]).value.place.source.file).toBe("a.yaml");
  expect(find(merged, ["a", "c"]).value.place.source.file).toBe("b.yaml");
  expect(find(merged, ["a"]).key?.source.file).toBe("a.yaml");
});

test("names keep the order of the base, new ones follow", () => {
  const merged = mergePatch(located("{ b: 1, a: 2 }"), located("{ c: 3, a: 4 }"));
  expect(Object.keys(toPlain(merged) as object)).toEqual(["b", "a", "c"]);
});
