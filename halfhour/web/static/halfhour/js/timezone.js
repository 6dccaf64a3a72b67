// Fills in the zone and country this browser knows, so nobody has to type them at the start.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
const country = (navigator.language.split("-")[1] || "").slice(0, 2).toUpperCase();

function fill() {
  for (const field of document.querySelectorAll("input[data-timezone]")) field.value ||= zone;
  for (const field of document.querySelectorAll("input[data-country]")) field.value ||= country;
}

fill();
document.addEventListener("htmx:afterSwap", fill);
