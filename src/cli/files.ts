import { createHash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Resolver } from "#scenario/resolver.js";
import { UserError } from "./exit.js";

/** Scenario files larger than this are surely not scenarios; they are read no further. */
const LARGEST = 4 * 2 ** 20;

/**
 * Scenario files on this disk. `extends` may lead anywhere in the tree of the folder above the scenario's own, or of the
 * working folder if that is higher up. A link counts as what it leads to.
 */
export function diskResolver(entry: string): Resolver {
  const here = realPath(process.cwd());
  const above = dirname(realPath(dirname(entry)));
  const root = isInside(here, above) ? here : above;
  return {
    read: readStart,
    resolve: (from, to) => {
      const path = join(dirname(from), to);
      return isAbsolute(to) || !isInside(root, realPath(path)) ? undefined : path;
    },
  };
}

/** The bytes of a file, or of its first part if it is far too large; `undefined` when it cannot be read. */
function readStart(path: string): Uint8Array | undefined {
  try {
    const file = openSync(path, "r");
    try {
      const { size } = fstatSync(file);
      const bytes = Buffer.alloc(Math.min(LARGEST, size));
      const length = readSync(file, bytes);
      return bytes.subarray(0, size > LARGEST ? lastLetter(bytes) : length);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Where the last letter of UTF-8 begins: its other bytes are of the form 10xxxxxx. */
function lastLetter(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > 0 && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

/** A path with every link in it followed; where nothing is there, as far as something is. */
function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const folder = dirname(whole);
    return folder === whole ? whole : join(realPath(folder), basename(whole));
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !way.startsWith("..") && !isAbsolute(way);
}

/** The text of a file the user named. @throws UserError when it cannot be read */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UserError(`${path}: no such file, or it cannot be read.`);
  }
}

/** Makes a folder that can be written to, if there is none. @throws UserError where a file is in the way, or an error of the system */
export function makeFolder(path: string): void {
  makeLevels(path);
  accessSync(path, constants.W_OK);
}

/** One level after the other: Node's own way never ends where the system says of a folder that is there that it is not. */
function makeLevels(path: string): void {
  if (!existsSync(path)) {
    makeLevels(dirname(path));
    try {
      mkdirSync(path);
    } catch (error) {
      // Another run may have made it meanwhile.
      if (!existsSync(path)) throw error;
    }
  } else if (!statSync(path).isDirectory()) throw new UserError(`${path} is a file: choose another folder.`);
}

/** Writes a file whole or not at all: under a temporary name first, then renamed. */
export function writeFile(path: string, content: string | Uint8Array): void {
  makeFolder(dirname(path));
  const temporary = `${path}.${process.pid}.part`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
