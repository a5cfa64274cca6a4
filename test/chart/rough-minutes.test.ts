import { expect, test } from "vitest";
import { roughMinutes, roughMinutesDown, roughMinutesUp } from "#chart/rough-minutes.js";

test.each([
  [739, "12", "13", "12"],
  [720, "12", "12", "12"],
  [122, "2", "2.1", "2"],
  [18, "0.3", "0.3", "0.3"],
  [598, "10", "10", "9.9"],
  [0, "0", "0", "0"],
])("%i s are about %s min, at most %s, at least %s", (seconds, about, atMost, atLeast) => {
  const said = [roughMinutes, roughMinutesUp, roughMinutesDown].map((rough) => rough(seconds, "en"));
  expect(said).toEqual([about, atMost, atLeast].map((minutes) => `${minutes}\u00a0min`));
});
