/** The smallest scenario: one service, one station, one route. */
export const smallCentre = `format: pscsim/1
title: Small centre
day: { opens: "09:00", closes: "18:00" }
arrivals:
  walk-in: { per-day: 100 }
services:
  id-card: { route: counter, time: 9 min }
stations:
  windows: { servers: 3 }
routes:
  counter:
    - visit: windows
`;

/** A scenario that uses most of the language. */
export const largeCentre = `# Everything at once.
format: pscsim/1
title: { en: Large centre, ru: Большой ЦОН, kk: Үлкен ХҚО }
about: A centre with a lift, a bank and kiosks.
assumptions: { en: Patience is assumed. }
day: { opens: "09:00", closes: "18:00", at-closing: serve-all-inside, interval: 30 min }
promise: { wait: 20 min, share: 80%, noticeable: 1 min }
costs: { server-hour: 3000 KZT, visitor-hour: 1167 ₸ }
patience: { lognormal: { mean: 60 min, cv: 0.6 } }
groups:
  general: { share: 84% }
  older:
    title: Older visitors
    share: 15%
    priority: 1
    patience: none
    walking-speed: { triangular: { min: 0.4 m/s, mode: 0.8 m/s, max: 1.2 m/s } }
    digital: 55%
    service-time-factor: 1.2
  wheelchair: { share: 1%, needs: [step-free], walking-speed: 0.7 m/s, stairs-speed: 0.1 m/s }
arrivals:
  walk-in:
    per-day: 1000
    at-door: 3%
    every: 3 h
    weights: [7.5, 7, 3]
    day-factor: { cv: 0.15 }
    weekdays: { monday: 1.12, friday: 0.9 }
    groups: { general: 80%, older: 20% }
    services: { id-card: 60%, licence: 40% }
  recorded:
    replay: [{ at: "09:30", service: id-card, group: older }, { at: 30 s }]
services:
  id-card:
    share: 60%
    route: counter
    skill: documents
    time: { lognormal: { mean: 12 min, cv: 0.45 } }
    times: { bank: 3 min }
    fee: 95%
  licence: { share: 40%, route: by-kiosk, skill: documents, time: { gamma: { mean: 9 min, sd: 3 min } } }
stations:
  windows:
    pools:
      universal: { servers: { every: 30 min, counts: [2, 3] }, skills: [documents], prefer: longest-waiting }
    call: priority
    gap: 45 s
    absent-ticket: 36 s
    room: 60
    when-full: balk
    patience: { exponential: { mean: 40 min } }
    breakdown: { every: { exponential: { mean: 40 h } }, repair: 1 h }
    when-down: turn-away
  bank:
    servers: [{ from: "09:00", count: 2 }, { from: "13:00", count: 1 }]
    time: { discrete: [{ value: 2 min, share: 70% }, { value: 6 min, share: 30% }] }
  bank-2: { like: bank, servers: 1 }
  kiosks: { closed: true, time: 4 min }
lifts:
  main: { people: 6, ride: 40 s }
passages:
  entrance: { walk: 10 m, steps: 5, door: 4 s, instead: [pass: ramp] }
  ramp: { ramp: { length: 9 m, gradient: 5% } }
routes:
  counter:
    - pass: entrance
    - when: owes-fee
      do: [{ shortest-queue: [bank, bank-2], time: 2 min }]
    - ride: main
    - repeat: [{ visit: windows, fails: 2%, on-failure: [deny] }]
      again: 5%
    - choose:
        - { share: 60%, do: [{ walk: 25 m }] }
        - { share: 40%, do: [] }
    - when: { all: [{ group: [older, wheelchair] }, { not: { needs: hearing } }] }
      do: [{ visit: windows, server: same }]
      else: [leave]
  by-kiosk:
    - spend: { uniform: { min: 1 min, max: 3 min } }
    - when: { any: [digital, { service: licence }] }
      do: [{ visit: kiosks }]
    - follow: counter
`;
