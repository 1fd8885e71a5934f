// Rows of the editor: moved by pointer, names looked up in the directory, a group's phrase while it is typed.
"use strict";
{
const editor = document.querySelector("[data-editor]"), words = editor.dataset;
const LOOK_UP = 250; // milliseconds without a key before anything is asked

let dragged = null; // the row under the pointer, with its place at the beginning
function show(root) {
  for (const handle of root.querySelectorAll("[data-drag]")) handle.hidden = false;
}
function rowsBeside(row) {
  return [...row.parentElement.querySelectorAll("[data-row]")];
}

editor.addEventListener("pointerdown", (event) => {
  const handle = event.target.closest("[data-drag]");
  if (!handle || event.button) return;
  const row = handle.closest("[data-row]");
  dragged = { row, from: rowsBeside(row).indexOf(row), before: row.nextElementSibling };
  row.classList.add("is-dragged");
  handle.setPointerCapture(event.pointerId);
  event.preventDefault();
});
editor.addEventListener("pointermove", (event) => {
  if (!dragged) return;
  const { row } = dragged;
  const over = rowsBeside(row).find((one) => {
    const box = one.getBoundingClientRect();
    return one !== row && event.clientY > box.top && event.clientY < box.bottom;
  });
  if (!over) return;
  const box = over.getBoundingClientRect(), isBelow = event.clientY > box.top + box.height / 2;
  if ((isBelow ? over.nextElementSibling : over) !== row) over[isBelow ? "after" : "before"](row);
});
for (const kind of ["pointerup", "pointercancel"]) {
  editor.addEventListener(kind, () => {
    if (!dragged) return;
    const { row, from, before } = dragged, steps = rowsBeside(row).indexOf(row) - from;
    dragged = null;
    row.classList.remove("is-dragged");
    const form = document.getElementById(`${row.parentElement.dataset.rows}-urutan`);
    if (kind === "pointercancel" || !steps) { row.parentElement.insertBefore(row, before); return; }
    const detail = [["pindah", row.dataset.row], ["langkah", steps]];
    form.dispatchEvent(new CustomEvent("arranged", { bubbles: true, detail }));
  });
}

// The directory answers with people of that name; one press fills in what it knows of them.
const TOLD = ["title_prefix", "title_suffix", "position", "institution", "acting", "short_name"];
function choose(form, person) {
  const field = (name) => form.elements[`${form.dataset.save}-${name}`];
  for (const name of ["name", ...TOLD]) field(name).value = person[name] || "";
  field("person_id").value = person.id;
  field("name").dispatchEvent(new Event("input", { bubbles: true }));
  field("talk_title").focus();
}

async function suggest(box, form, typed) {
  const list = box.querySelector("ul");
  const asked = new URLSearchParams({ cari: typed, tanggal: words.day });
  let found = [];
  try {
    const answer = typed.length > 1 ? await fetch(`${box.dataset.suggest}?${asked}`) : null;
    if (answer?.ok && !answer.redirected) found = await answer.json();
  } catch { /* suggestions only */ }
  const items = found.filter((one) => one.name !== typed || !form.elements[`${form.dataset.save}-person_id`].value);
  list.replaceChildren(...items.map((person) => {
    const item = document.createElement("li"), button = document.createElement("button"), post = document.createElement("span");
    button.type = "button";
    button.className = "suggestion";
    button.textContent = [person.title_prefix, person.name].filter(Boolean).join(" ")
      + (person.title_suffix ? `, ${person.title_suffix}` : "");
    post.textContent = [person.acting, person.position, person.institution].filter(Boolean).join(" ");
    button.append(post);
    button.addEventListener("click", () => { list.hidden = true; choose(form, person); });
    item.append(button);
    return item;
  }));
  list.hidden = !items.length;
}

let asking;
editor.addEventListener("input", ({ target }) => {
  const box = target.closest("[data-suggest]"), preview = target.form?.querySelector("[data-preview]");
  clearTimeout(asking);
  if (box && target.id === box.dataset.suggestFor && document.activeElement === target) {
    target.form.elements[`${target.form.dataset.save}-person_id`].value = "";
    asking = setTimeout(() => suggest(box, target.form, target.value.trim()), LOOK_UP);
  }
  if (preview) asking = setTimeout(async () => {
    try {
      const answer = await fetch(preview.dataset.preview, { method: "POST", body: new FormData(target.form) });
      if (answer.ok && !answer.redirected) preview.innerHTML = await answer.text();
    } catch { /* a preview only */ }
  }, LOOK_UP);
});

// What another section shows of the one just saved: sessions by day, speakers by session.
const SHOWN_IN = { waktu: ["susunan"], susunan: ["orang"], orang: ["susunan"] };
editor.addEventListener("saved", ({ target }) => {
  for (const name of SHOWN_IN[target.id] || []) {
    const other = document.getElementById(name), begun = other.querySelector("details.add[open]");
    if (dragged || other.contains(document.activeElement) || other.querySelector("[data-row] form")) continue;
    const detail = begun ? `?tambah=${begun.id.replace(/-tambah$/, "")}` : "";
    other.dispatchEvent(new CustomEvent("outdated", { bubbles: true, detail }));
  }
});

addEventListener("replaced", ({ detail }) => show(detail));
show(editor);
}
