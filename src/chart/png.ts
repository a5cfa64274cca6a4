// For Node only: the one file of this room that reads files and loads native code.
import { fileURLToPath } from "node:url";

/** How large a PNG is drawn. */
export interface PngOptions {
  /** Pixels of the PNG a pixel of the SVG. */
  readonly scale?: number;
}

/**
 * An SVG chart as a PNG, with the fonts of this package: it looks the same on every machine.
 * @throws Error when the optional part of resvg for this machine is not installed; the message says what to do.
 */
export async function renderPng(svg: string, { scale = 2 }: PngOptions = {}): Promise<Uint8Array> {
  const { Resvg } = await loadResvg();
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    // Given no usable font, resvg leaves texts out without a word, so the files are named one by one.
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "Noto Sans", sansSerifFamily: "Noto Sans" },
  });
  return drawing.render().asPng();
}

/** Paths of the fonts. From dist/chart as from src/chart: the build copies no fonts. */
const fontFiles = ["regular", "bold"].map((weight) =>
  fileURLToPath(new URL(`../../src/chart/font/noto-sans-${weight}.ttf`, import.meta.url)),
);

async function loadResvg() {
  try {
    return await import("@resvg/resvg-js");
  } catch (cause) {
    throw new Error(
      "PNG charts need the package @resvg/resvg-js with its part for this machine, which is missing: install again without --omit=optional. SVG charts need nothing of it.",
      { cause },
    );
  }
}
