// A file dropped anywhere on the form is read at once; a file chosen in the dialog waits for the button, with or without scripts.
const form = document.querySelector("[data-drop]");

if (form) {
  const field = form.querySelector('input[type="file"]');
  const zone = form.querySelector(".drop");
  const busy = form.querySelector("[data-busy]");

  function send() {
    busy.hidden = false;
    form.requestSubmit(form.querySelector("[data-send]"));
  }
  form.addEventListener("submit", () => { busy.hidden = false; });
  window.addEventListener("pageshow", () => { busy.hidden = true; });
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) zone.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    field.files = event.dataTransfer.files;
    send();
  });
}
