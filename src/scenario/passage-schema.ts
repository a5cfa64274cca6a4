import * as z from "zod";
import { count, duration, gradient, length, name, oneOf } from "./leaf.js";
import { block } from "./shape.js";
import { steps } from "./step-schema.js";
import { text } from "./text-schema.js";

/** A passage as the file writes it. */
export type PassageInput = z.output<ReturnType<typeof passage>>;

/** Schema of a passage. */
export function passage() {
  return block({
    title: text().meta({ description: "Name for people; default: the passage's id." }).optional(),
    walk: length().meta({ description: "Way on the flat; default 0 m." }).optional(),
    steps: count({ least: 0, most: 10_000 })
      .meta({ description: "Steps of a stair, each 0.35 m along the slope. With any, the passage lacks step-free." })
      .optional(),
    ramp: block({
      length: length().meta({ description: "Length of the ramp." }),
      gradient: gradient().meta({ description: "Rise over run; steeper than 1 in 12 (8.3%) lacks step-free." }),
    })
      .meta({
        description: "A ramp; not with `steps`. A ramp beside steps is a passage of its own, to which `instead` leads.",
      })
      .optional(),
    door: duration().meta({ description: "Time for doors; default 0 s." }).optional(),
    lacks: z.array(name("need")).meta({ description: "Needs that this passage does not meet." }).optional(),
    instead: z
      .union([oneOf(["deny"]), steps()], { error: "deny, or a list of steps" })
      .meta({ description: "What visitors with such a need do instead; default deny." })
      .optional(),
  });
}
