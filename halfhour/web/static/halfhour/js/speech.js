// Speaks what the other side says, where the browser can and only when asked to. Off until the button is pressed; the
// choice is kept in this browser. Without speech or without this script the words stand on the page all the same.
const KEPT = "halfhour-spoken-aloud";
const button = document.querySelector("[data-speaks]");
const words = document.querySelector("[data-spoken]");

function isOn() {
  try {
    return localStorage.getItem(KEPT) === "yes";
  } catch {
    return false; // a browser that keeps nothing starts silent on every page
  }
}

function keep(on) {
  try {
    localStorage.setItem(KEPT, on ? "yes" : "no");
  } catch {
    // nothing is kept, and this page goes on
  }
}

function speak() {
  speechSynthesis.cancel();
  if (!words) return;
  const said = new SpeechSynthesisUtterance(words.textContent.trim());
  said.lang = document.documentElement.lang || "en";
  said.rate = Number(words.dataset.spoken) || 1;
  speechSynthesis.speak(said);
}

function show(on) {
  button.setAttribute("aria-pressed", String(on));
  button.textContent = on ? button.dataset.on : button.dataset.off;
}

if (button && "speechSynthesis" in window) {
  button.hidden = false;
  show(isOn());
  if (isOn()) speak();
  button.addEventListener("click", () => {
    const on = !isOn();
    keep(on);
    show(isOn());
    if (on) speak();
    else speechSynthesis.cancel();
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
