// One key opens the card that carries it, in a part marked with data-keys; Escape closes. Fields keep their letters.
const cards = [...document.querySelectorAll("[data-keys] [data-key]")];
document.addEventListener("keydown", (event) => {
  if (document.documentElement.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "Escape") {
    for (const card of cards) card.open = false;
    return;
  }
  const card = cards.find((one) => one.dataset.key === event.key.toLowerCase());
  if (!card) return;
  event.preventDefault();
  for (const other of cards) other.open = other === card;
  const summary = card.querySelector("summary");
  summary.focus();
  summary.scrollIntoView({ block: "center" });
});
