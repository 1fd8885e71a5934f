// Small comforts of the desk's frame; every page works without them.
"use strict";

// "/" leads to the search field, wherever nothing is being typed.
addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  const field = document.querySelector("[data-slash]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// A menu closes on Escape and when something else is touched or takes the focus.
for (const menu of document.querySelectorAll("details[data-menu]")) {
  const close = (event) => { if (!menu.contains(event.target)) menu.open = false; };
  document.addEventListener("click", close);
  document.addEventListener("focusin", close);
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// Work that goes on elsewhere: its box is fetched again until nothing is left.
function follow(box) {
  setTimeout(async () => {
    try {
      const answer = await fetch(box.dataset.progress, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.querySelector(`.progress-box[aria-label="${CSS.escape(box.getAttribute("aria-label"))}"]`);
      if (answer.ok && found) {
        box.querySelector(".progress-what").replaceChildren(...found.querySelector(".progress-what").childNodes);
        box.querySelector("progress").value = found.querySelector("progress").value;
        if (!found.dataset.progress) { box.querySelector(".go")?.remove(); return; }
      }
    } catch { /* asked again below; the link works as well */ }
    follow(box);
  }, 3000);
}
for (const box of document.querySelectorAll("[data-progress]")) follow(box);
