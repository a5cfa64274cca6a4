import { Law } from "./law";

/** A group of visitors. */
export class Group {
  constructor(
    public number: i32,
    public walkingSpeed: Law,
    /** Speed on stairs over mean walking speed. */
    public stairsShare: f64,
    public serviceTimeFactor: f64,
  ) {}
}
