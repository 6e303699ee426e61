// What a page gains with script: theme, keys, filters that apply at once. Without it everything works, by links and forms.

const root = document.documentElement;
const one = (selector) => document.querySelector(selector);

// --- theme ---

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function turn() {
  root.dataset.theme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("hudna-theme", root.dataset.theme);
  } catch {
    // It holds for this page only.
  }
  document.dispatchEvent(new CustomEvent("hudna:theme"));
}

// --- lists: j and k walk, Enter opens ---

const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.checkVisibility());

function step(by) {
  const all = rows();
  if (!all.length) return;
  const here = all.indexOf(one("[data-row].here"));
  const next = all[Math.min(Math.max(here + by, 0), all.length - 1)];
  all.forEach((row) => row.classList.toggle("here", row === next));
  const link = next.matches("a") ? next : next.querySelector("a[href]");
  (link ?? next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

// --- keys ---

let going = false;

function search() {
  const field = one("input[type=search]");
  if (field) return field.focus(), field.select();
  const page = one('.nav a[href$="/search"]');
  if (page) location.assign(page.href);
}

const KEYS = {
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  l: () => one("#switch").click(),
  "?": () => one("#keys").showModal(),
  g: () => {
    going = true;
    setTimeout(() => (going = false), 1200);
  },
};

function typed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, select, textarea, dialog[open], .maplibregl-map")) return;
  const links = [...document.querySelectorAll(".nav a")];
  if (going && links[Number(event.key) - 1]) return location.assign(links[Number(event.key) - 1].href);
  // The same key under an Arabic keyboard: the position counts where the letter says nothing.
  const key = KEYS[event.key] ? event.key : { KeyJ: "j", KeyK: "k", KeyL: "l", KeyG: "g", Slash: event.shiftKey ? "?" : "/" }[event.code];
  if (!KEYS[key]) return;
  event.preventDefault();
  KEYS[key]();
}

// --- the switch keeps the place in the page, too ---

function keepPlace() {
  const link = one("#switch");
  link.hash = location.hash;
}

// --- filters apply when they change ---

function applied(event) {
  const form = event.target.closest("form[data-live]");
  if (form && event.target.type !== "search") form.requestSubmit();
}

// Empty fields stay out of the address.
function sent(event) {
  if (event.target.method !== "get") return;
  for (const field of event.target.elements) if (field.name && !field.value) field.disabled = true;
  setTimeout(() => [...event.target.elements].forEach((field) => (field.disabled = false)));
}

// A reader types his name once: it stays in this browser.
function keepNames() {
  for (const field of document.querySelectorAll("[data-keep]")) {
    try {
      field.value ||= localStorage.getItem(`hudna-${field.dataset.keep}`) ?? "";
      field.addEventListener("change", () => localStorage.setItem(`hudna-${field.dataset.keep}`, field.value));
    } catch {
      // No storage in this browser: it is typed again.
    }
  }
}

// On a phone the list of pages is one long line: the page that one is on stands in sight.
function showPage() {
  const list = one(".nav");
  const here = one(".nav [aria-current]");
  if (list && here && list.scrollWidth > list.clientWidth) list.scrollLeft += here.getBoundingClientRect().left + here.offsetWidth / 2 - innerWidth / 2;
}

keepNames();
showPage();
one("#theme").hidden = one("#help").hidden = false;
one("#theme").addEventListener("click", turn);
one("#help").addEventListener("click", () => one("#keys").showModal());
one("#switch").addEventListener("click", keepPlace);
document.addEventListener("keydown", typed);
document.addEventListener("change", applied);
document.addEventListener("submit", sent);
