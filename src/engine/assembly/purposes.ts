/** Hashes of the names that tell the engine's own draws apart; filled when a plan is loaded. */
class Purposes {
  interarrival: i32 = 0;
  group: i32 = 0;
  service: i32 = 0;
  walkingSpeed: i32 = 0;
  call: i32 = 0;
  breakdown: i32 = 0;
  repair: i32 = 0;
}

export const purposes = new Purposes();
