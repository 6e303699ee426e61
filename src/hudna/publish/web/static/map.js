// The map: what the table says, drawn. Outlines and scripts are our own files; without WebGL, or without them, the table stays alone.

const box = document.querySelector("#map");
const told = box.dataset;
const form = document.querySelector("#map-state");
const said = document.querySelector("#visible");
const DAY = 86400000;
const RTL = document.documentElement.dir === "rtl";
const number = new Intl.NumberFormat("en");

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// --- symbols: the shapes of symbols.svg, drawn once for each look of the page ---

const SHAPES = {
  hostilities: { fill: "M0-6.5L6.5 5.5L-6.5 5.5Z" },
  casualties: { line: "M-5.5-5.5L5.5 5.5M5.5-5.5L-5.5 5.5", width: 2.6 },
  ceasefire: { line: "M-6-2.5H6M-6 2.5H6", width: 2.6 },
  humanitarian: { line: "M0-6V6M-6 0H6", width: 3 },
  implementation: { fill: "M-5-5H5V5H-5Z" },
  diplomacy: { fill: "M0-6.5L6.5 0L0 6.5L-6.5 0Z" },
  statement: { line: "M0-6.5L6.5 0L0 6.5L-6.5 0Z", width: 2 },
  territory: { fill: "M-4 6.5V-6L5-2.5L-4 1Z" },
  politics: { line: "M-5-5H5V5H-5Z", width: 2 },
  posture: { line: "M0-6.5L6.5 5.5L-6.5 5.5Z", width: 2 },
};

function drawn(shape, ink, paper) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 48;
  const pen = canvas.getContext("2d");
  pen.setTransform(2.6, 0, 0, 2.6, 24, 24);
  const path = new Path2D(shape.fill ?? shape.line);
  pen.lineJoin = "round";
  pen.strokeStyle = paper;
  pen.lineWidth = (shape.width ?? 0) + 2.4;
  pen.stroke(path);
  pen.fillStyle = pen.strokeStyle = ink;
  pen.lineWidth = shape.width ?? 1;
  if (shape.fill) pen.fill(path);
  else pen.stroke(path);
  return pen.getImageData(0, 0, 48, 48);
}

function dress(map) {
  for (const [name, shape] of Object.entries(SHAPES)) {
    const image = drawn(shape, colour("--ink"), colour("--paper"));
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: 3 });
  }
}

const PAINT = {
  sea: ["background-color", "--faint"],
  land: ["fill-color", "--card"],
  coast: ["line-color", "--soft"],
  outlines: ["line-color", "--line"],
  rings: ["line-color", "--accent"],
  links: ["line-color", "--mark-edge"],
  amount: ["circle-color", "--accent"],
  areas: ["circle-stroke-color", "--accent"],
  names: ["text-color", "--ink"],
};

function repaint(map) {
  for (const [layer, [property, name]] of Object.entries(PAINT)) map.setPaintProperty(layer, property, colour(name));
  map.setPaintProperty("names", "text-halo-color", colour("--paper"));
  dress(map);
}

// --- what is drawn ---

const features = (list, make) => ({ type: "FeatureCollection", features: list.map(make) });
const point = (spot) => ({ type: "Feature", geometry: { type: "Point", coordinates: [spot.lon, spot.lat] }, properties: { ...spot, classes: JSON.stringify(spot.classes), area: spot.radius > 60 } });
const line = (link) => ({ type: "Feature", geometry: { type: "LineString", coordinates: link.points }, properties: { title: link.title, href: link.href } });

// A circle on the ground: its radius is how precisely the place is known.
function ring(spot) {
  const steps = 48;
  const north = spot.radius / 110.574;
  const east = spot.radius / (111.32 * Math.cos((spot.lat * Math.PI) / 180));
  const at = (step) => [spot.lon + east * Math.cos((2 * Math.PI * step) / steps), spot.lat + north * Math.sin((2 * Math.PI * step) / steps)];
  return { type: "Feature", geometry: { type: "LineString", coordinates: Array.from({ length: steps + 1 }, (_, step) => at(step)) }, properties: { code: spot.code } };
}

const SIZE = ["interpolate", ["linear"], ["ln", ["max", ["get", "events"], 1]], 0, 9, 3, 14, 7, 26, 11, 40];

function style() {
  const own = (file) => ({ type: "geojson", data: new URL(`/static/vendor/${file}`, location).href });
  const empty = { type: "geojson", data: features([], point) };
  return {
    version: 8,
    sources: { land: own("land.json"), outlines: own("borders.json"), places: empty, rings: empty, links: empty },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--faint") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("--card") } },
      { id: "coast", type: "line", source: "land", paint: { "line-color": colour("--soft"), "line-width": 0.6 } },
      { id: "outlines", type: "line", source: "outlines", paint: { "line-color": colour("--line"), "line-width": 1, "line-dasharray": [1, 3] } },
      { id: "rings", type: "line", source: "rings", paint: { "line-color": colour("--accent"), "line-width": 1, "line-opacity": 0.45 } },
      { id: "links", type: "line", source: "links", paint: { "line-color": colour("--mark-edge"), "line-width": 2, "line-dasharray": [2, 1.5] } },
      { id: "areas", type: "circle", source: "places", filter: ["get", "area"], paint: { "circle-radius": SIZE, "circle-opacity": 0, "circle-stroke-color": colour("--accent"), "circle-stroke-width": 1, "circle-stroke-opacity": 0.6 } },
      { id: "amount", type: "circle", source: "places", filter: ["!", ["get", "area"]], paint: { "circle-radius": SIZE, "circle-color": colour("--accent"), "circle-opacity": 0.22 } },
      { id: "symbols", type: "symbol", source: "places", layout: { "icon-image": ["get", "sort"], "icon-allow-overlap": true, "icon-ignore-placement": true } },
      { id: "names", type: "symbol", source: "places", layout: { "text-field": ["get", "name"], "text-font": ["Plex Arabic", "Plex", "sans-serif"], "text-size": 13, "text-offset": [0, 1.1], "text-anchor": "top", "symbol-sort-key": ["-", 0, ["get", "events"]], "text-optional": true }, paint: { "text-color": colour("--ink"), "text-halo-color": colour("--paper"), "text-halo-width": 1.6 } },
    ],
  };
}

// --- what is in sight ---

let places = [];
let asked = 0;

function count(map) {
  const bounds = map.getBounds();
  const seen = places.filter((spot) => bounds.contains([spot.lon, spot.lat]));
  const events = seen.reduce((sum, spot) => sum + spot.events, 0);
  said.textContent = told.counting = said.dataset.one.replace("#e", number.format(events)).replace("#p", number.format(seen.length));
  const inside = new Set(seen.map((spot) => spot.code));
  for (const row of document.querySelectorAll("#places tr[data-code]")) row.hidden = !inside.has(row.dataset.code);
}

function fit(map, maplibre) {
  const near = places.filter((spot) => spot.radius <= 60);
  const shown = near.length ? near : places;
  if (!shown.length) return;
  const weight = shown.reduce((sum, spot) => sum + spot.events, 0);
  const bounds = new maplibre.LngLatBounds();
  let held = 0;
  // The places that together hold nine in ten events, so that one far mention does not shrink all others.
  for (const spot of shown) {
    // With the ring of a place that is known within some kilometres: what lies inside it may be where it happened.
    const ends = spot.radius >= 1 && spot.radius <= 60 ? ring(spot).geometry.coordinates : [[spot.lon, spot.lat]];
    ends.forEach((end) => bounds.extend(end));
    if ((held += spot.events) > weight * 0.9) break;
  }
  map.fitBounds(bounds, { padding: { top: 40, right: 48, bottom: 64, left: 48 }, maxZoom: Number(told.closest), animate: false });
}

async function load(map) {
  const mine = ++asked;
  const state = new URLSearchParams(new FormData(form));
  const answer = await fetch(`${told.points}?${state}`);
  if (!answer.ok) throw new Error(`the places were not sent: ${answer.status}`);
  const found = await answer.json();
  if (mine !== asked) return;
  places = found.places;
  map.getSource("places").setData(features(places, point));
  map.getSource("rings").setData(features(places.filter((spot) => spot.radius >= 1 && spot.radius <= 60), ring));
  map.getSource("links").setData(features(found.links, line));
}

// --- pointing at things ---

function popup(map, maplibre, feature, where) {
  const spot = feature.properties;
  const body = document.createElement("div");
  body.dir = RTL ? "rtl" : "ltr";
  body.lang = document.documentElement.lang;
  const name = document.createElement("h3");
  name.textContent = spot.name ?? spot.title;
  body.append(name);
  for (const [sort, amount] of Object.entries(JSON.parse(spot.classes ?? "{}"))) {
    const row = document.createElement("p");
    const label = document.querySelector(`.legend use[href$="#${sort}"]`)?.closest("li").textContent ?? sort;
    row.textContent = `${label}: ${number.format(amount)}`;
    body.append(row);
  }
  if (spot.radius) {
    const precision = document.createElement("p");
    precision.className = "meta";
    precision.textContent = told.precision.replace("#", number.format(spot.radius));
    body.append(precision);
  }
  const link = document.createElement("a");
  link.href = spot.href;
  link.textContent = told.open;
  body.append(link);
  return new maplibre.Popup({ maxWidth: "18rem", focusAfterOpen: false }).setLngLat(where).setDOMContent(body).addTo(map);
}

function listen(map, maplibre) {
  for (const layer of ["areas", "amount", "symbols"]) {
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
  map.on("click", (event) => {
    const near = [[event.point.x - 6, event.point.y - 6], [event.point.x + 6, event.point.y + 6]];
    const [found] = map.queryRenderedFeatures(near, { layers: ["symbols", "amount", "areas", "links"] });
    if (found) popup(map, maplibre, found, found.geometry.type === "Point" ? found.geometry.coordinates : event.lngLat);
  });
  map.on("moveend", () => count(map));
  document.addEventListener("hudna:theme", () => repaint(map));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => repaint(map));
  document.querySelector("#places").addEventListener("focusin", (event) => {
    const spot = places.find((one) => one.code === event.target.closest("tr")?.dataset.code);
    document.querySelectorAll("#places tr.here").forEach((row) => row.classList.remove("here"));
    if (spot) {
      event.target.closest("tr").classList.add("here");
      box.dataset.at = spot.code;
    }
  });
}

// --- the slider moves the span through time; its length stays ---

const iso = (time) => new Date(time).toISOString().slice(0, 10);

function slide(map) {
  const range = document.querySelector("#day");
  const first = Date.parse(told.first);
  const length = Date.parse(told.to) - Date.parse(told.from);
  range.max = Math.max(1, Math.round((Date.parse(told.last) - first) / DAY));
  range.value = Math.round((Date.parse(told.to) - first) / DAY);
  let waiting;
  const moved = () => {
    const last = first + Number(range.value) * DAY;
    form.elements.first.value = iso(last - length);
    form.elements.last.value = iso(last);
    const span = `${iso(last - length)} – ${iso(last)}`;
    document.querySelector("#day-said").textContent = `\u2066${span}\u2069`;
    range.setAttribute("aria-valuetext", span);
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      await load(map);
      count(map);
      history.replaceState(null, "", `?${new URLSearchParams(new FormData(form))}`);
      for (const link of document.querySelectorAll("#switch")) link.search = location.search;
      box.dataset.shown = String(places.length);
    }, 120);
  };
  range.addEventListener("input", moved);
  // The table is made by the server: when the slider comes to rest, the page of this span is asked for.
  range.addEventListener("change", () => setTimeout(refresh, 400));
  document.querySelector("#slider").hidden = false;
}

async function refresh() {
  const answer = await fetch(`${location.pathname}?${new URLSearchParams(new FormData(form))}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("#places").replaceChildren(...page.querySelector("#places").childNodes);
}

// --- beginning ---

function able() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
}

async function begin() {
  if (!able()) return;
  const maplibre = await import("/static/vendor/maplibre-gl.mjs").catch(() => null);
  if (!maplibre) return;
  maplibre.setWorkerUrl(new URL("/static/vendor/maplibre-gl-worker.mjs", location).href);
  box.hidden = false;
  document.querySelector("#no-map").hidden = true;
  const map = new maplibre.Map({
    container: box,
    style: style(),
    center: told.middle.split(",").map(Number),
    zoom: 5,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    locale: { "NavigationControl.ZoomIn": told.in, "NavigationControl.ZoomOut": told.out, "Map.Title": told.title, "Popup.Close": told.close, "ScaleControl.Kilometers": told.km, "ScaleControl.Meters": told.m },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new maplibre.AttributionControl({ compact: false, customAttribution: `${RTL ? "\u2067" : "\u2066"}${told.outlines}\u2069` }));
  map.addControl(new maplibre.ScaleControl());
  await map.once("load");
  dress(map);
  await load(map);
  fit(map, maplibre);
  listen(map, maplibre);
  count(map);
  slide(map);
  await map.once("idle");
  box.dataset.shown = String(places.length);
  window.hudnaMap = map;
}

begin();
