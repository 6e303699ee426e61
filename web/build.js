// Copies what the dashboard takes from others into the package, as it came: fonts, htmx, MapLibre, outlines of the land.
// Run by `make assets` after `npm ci`. Nothing here asks the network.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { feature, mesh } from "topojson-client";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const vendor = join(here, "..", "src", "hudna", "publish", "web", "static", "vendor");

// [file of a package, name in vendor/]
const FILES = [
  ["htmx.org/dist/htmx.min.js", "htmx.min.js"],
  ["maplibre-gl/dist/maplibre-gl.mjs", "maplibre-gl.mjs"],
  ["maplibre-gl/dist/maplibre-gl-worker.mjs", "maplibre-gl-worker.mjs"],
  ["maplibre-gl/dist/maplibre-gl.css", "maplibre-gl.css"],
  ["@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2", "fonts/naskh-arabic.woff2"],
  ...[400, 500, 600].flatMap((weight) => [
    [`@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`, `fonts/plex-arabic-${weight}.woff2`],
    [`@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-${weight}-normal.woff2`, `fonts/plex-latin-${weight}.woff2`],
    [`@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-${weight}-normal.woff2`, `fonts/plex-latin-ext-${weight}.woff2`],
  ]),
  // The papers (PDF, pictures) need whole fonts that are not packed for browsers.
  ...["400Regular", "700Bold"].map((weight) => [
    `@expo-google-fonts/ibm-plex-sans-arabic/${weight}/IBMPlexSansArabic_${weight}.ttf`, `fonts/plex-arabic-${weight}.ttf`,
  ]),
];
const PACKAGES = [
  "@expo-google-fonts/ibm-plex-sans-arabic",
  "@fontsource-variable/noto-naskh-arabic",
  "@fontsource/ibm-plex-sans",
  "@fontsource/ibm-plex-sans-arabic",
  "htmx.org",
  "maplibre-gl",
  "topojson-client",
  "world-atlas",
];

rmSync(vendor, { recursive: true, force: true });
mkdirSync(join(vendor, "fonts"), { recursive: true });
for (const [from, to] of FILES) cpSync(join(modules, from), join(vendor, to));

// Outlines as GeoJSON, the coordinates rounded to about a hundred metres.
const atlas = JSON.parse(readFileSync(join(modules, "world-atlas/countries-50m.json"), "utf8"));
const rounded = (_, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value);
const write = (name, geometry) => writeFileSync(join(vendor, name), JSON.stringify(geometry, rounded));
write("land.json", feature(atlas, atlas.objects.land));
write("borders.json", mesh(atlas, atlas.objects.countries, (one, other) => one !== other));

// Licences ride along: name, version, licence, and its text where the package carries one.
const told = PACKAGES.map((name) => {
  const about = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
  const file = ["LICENSE_FONT", "LICENSE", "LICENSE.txt", "LICENSE.md"].map((one) => join(modules, name, one)).find(existsSync);
  return `${about.name} ${about.version} (${about.license})\n\n${file ? readFileSync(file, "utf8").trim() : ""}\n`;
});
writeFileSync(join(vendor, "LICENCES.txt"), told.join(`\n${"-".repeat(80)}\n\n`));
console.log(`vendor: ${FILES.length + 2} files of ${PACKAGES.length} packages`);
