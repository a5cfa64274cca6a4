import * as z from "zod";
import { words } from "./leaf.js";
import type { Text } from "./scenario.js";
import { block, hasUnknownKey, once } from "./shape.js";

/** A text for people: one for all languages, or `{ en, ru, kk }`. A missing language takes English, else the first. */
export const text = once(
  (): z.ZodType<Text> =>
    z
      .union(
        [
          words().transform(inEveryLanguage),
          block({
            en: words().meta({ description: "In English." }).optional(),
            ru: words().meta({ description: "In Russian." }).optional(),
            kk: words().meta({ description: "In Kazakh." }).optional(),
          })
            .superRefine((given, context) => {
              if (hasUnknownKey(context) || Object.values(given).some((one) => one !== undefined)) return;
              context.addIssue({ code: "custom", message: "at least one of en, ru, kk", params: { found: "none" } });
            })
            .transform((given): Text => {
              const first = given.en ?? Object.values(given).find((one) => one !== undefined)!;
              return { en: given.en ?? first, ru: given.ru ?? first, kk: given.kk ?? first };
            }),
        ],
        { error: "a text, or { en: …, ru: …, kk: … }" },
      )
      .meta({ id: "text", examples: ["City centre", { en: "City centre", ru: "Городской ЦОН" }] }),
);

/** The same text whatever the language. */
export function inEveryLanguage(one: string): Text {
  return { en: one, ru: one, kk: one };
}
