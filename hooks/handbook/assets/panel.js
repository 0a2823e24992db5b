// Keeps the panel of problems closed once it was closed, until the problems change.
const panel = document.querySelector(".hb-problems details");
const key = `hb-problems:${panel.dataset.page}`;

panel.open = localStorage.getItem(key) !== panel.dataset.digest;
panel.addEventListener("toggle", () => {
  if (panel.open) localStorage.removeItem(key);
  else localStorage.setItem(key, panel.dataset.digest);
});
panel.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    panel.open = false;
    panel.firstElementChild.focus();
  }
});
