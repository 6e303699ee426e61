// Light or dark, before anything is painted: what the reader chose here, else what the system says.
try {
  const chosen = localStorage.getItem("hudna-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // No storage in this browser: the system decides.
}
