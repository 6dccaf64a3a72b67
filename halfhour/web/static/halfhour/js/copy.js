// Copies a text into the clipboard. The button is there only where scripts are.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
}
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  const words = button.dataset.words ?? button.textContent;
  button.dataset.words = words;
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    document.execCommand("copy");
  }
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = words; }, 2000);
});
document.addEventListener("htmx:afterSwap", () => {
  for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = false;
});
