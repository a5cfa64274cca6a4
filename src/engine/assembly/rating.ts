/** Waits in seconds and the mean rating, 0 to 10, of people who waited so long; straight lines between. */
const waits: StaticArray<f64> = [0, 450, 1350, 2700, 4800, 7200];
const ratings: StaticArray<f64> = [9.4, 9.2, 8.0, 5.7, 3.5, 3.0];

/**
 * The rating that people who waited this long, in seconds, give on average: health-care ratings, borrowed; the values at
 * 0, 80 and 120 minutes are assumptions.
 * Source: DrScore annual report (36,000 online ratings, 2011), as printed by physbiztech.com.
 */
export function ratingOf(wait: f64): f64 {
  for (let i = 1; i < waits.length; i++) {
    if (wait <= waits[i]) {
      const share = (wait - waits[i - 1]) / (waits[i] - waits[i - 1]);
      return ratings[i - 1] + share * (ratings[i] - ratings[i - 1]);
    }
  }
  return ratings[ratings.length - 1];
}
