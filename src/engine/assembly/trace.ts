import { Fact } from "../fact";
import * as calendar from "./calendar";
import { tell } from "./outside";
import { Server } from "./server";
import { Station } from "./station";
import { Visitor } from "./visitor";

/** Tells what happened to a visitor. To be called only when the run is traced. */
export function tellOf(fact: Fact, visitor: Visitor, station: Station | null, server: Server | null): void {
  tellAt(calendar.now, fact, visitor, station, server);
}

/** The same, at another time than now. */
export function tellAt(time: f64, fact: Fact, visitor: Visitor, station: Station | null, server: Server | null): void {
  tell(
    time,
    fact,
    visitor.source.number,
    visitor.number,
    visitor.group.number,
    visitor.service,
    station === null ? -1 : station.number,
    server === null ? -1 : server.pool.number,
    server === null ? -1 : server.number,
  );
}

/** Tells what happened to a server. */
export function tellOfServer(fact: Fact, server: Server): void {
  tell(calendar.now, fact, -1, -1, -1, -1, server.station.number, server.pool.number, server.number);
}
