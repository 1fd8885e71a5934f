// The editor saves as one types and keeps what could not be saved; without this every section has its button.
"use strict";
{ // a scope of its own: other scripts of the page have names as well
const editor = document.querySelector("[data-editor]"), words = editor.dataset;
const PAUSE = 1000, RETRY = 5000, KEPT_DAYS = 14;
const PLACE = `webinar/${words.account}/${words.editor}/`; // of this person's unsaved texts for this event
const known = new Map(), timers = new Map(), running = new Map(); // by the key of a form: saved state, clock, answer
const refused = new Set(); // keys of forms that came back

const keyOf = (form) => form.dataset.save;
const forms = (root = editor) => root.querySelectorAll("form[data-save]");
const formOf = (key) => editor.querySelector(`form[data-save="${key}"]`);
const sectionOf = (node) => node.closest("[data-section]");
const controls = (form) => [...form.elements].filter((one) => one.name && one.type !== "submit"
  && one.type !== "file" && !/^(csrf_token|.*-(base|held))$/.test(one.name));
const valueOf = (one) => (/^(checkbox|radio)$/.test(one.type) ? one.checked : one.value);
const state = (form) => JSON.stringify(controls(form).map((one) => [one.name, one.value, valueOf(one)]));
const isUnsaved = (form) => known.has(keyOf(form)) && known.get(keyOf(form)) !== state(form);

function setValue(one, value) {
  if (/^(checkbox|radio)$/.test(one.type)) one.checked = value;
  else one.value = value;
}

// What is not saved is kept in the browser, for this account and event, and offered when the page opens again.
function keep(form) {
  const values = controls(form).filter((one) => !("unkept" in one.dataset))
    .map((one) => [one.name.slice(keyOf(form).length + 1), one.value, valueOf(one)]);
  const base = form.elements[`${keyOf(form)}-base`]?.value;
  try {
    if (isUnsaved(form)) localStorage.setItem(PLACE + keyOf(form), JSON.stringify({ at: Date.now(), base, values }));
    else localStorage.removeItem(PLACE + keyOf(form));
  } catch { /* full or forbidden: the page still warns before it is left */ }
}

function kept(key) {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE + key));
    if (found && Date.now() - found.at < KEPT_DAYS * 864e5) return found;
    localStorage.removeItem(PLACE + key);
  } catch { /* not ours */ }
  return null;
}

function restore(form, found) {
  for (const [name, choice, value] of found.values) {
    for (const one of form.querySelectorAll(`[name="${keyOf(form)}-${name}"]`)) {
      if (one.type !== "radio" || one.value === choice) setValue(one, value);
    }
  }
  const base = form.elements[`${keyOf(form)}-base`];
  if (base && found.base && !("new" in form.dataset)) base.value = found.base; // others' changes are merged, not lost
  form.closest("details")?.setAttribute("open", "");
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function offer(key, place, found) {
  if (editor.querySelector(`[data-offer="${key}"]`)) return;
  const when = new Date(found.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  const note = Object.assign(document.createElement("div"), { className: "notice notice-wait offer" });
  const line = document.createElement("p");
  note.dataset.offer = key;
  line.textContent = `${words.found.replace("{}", when)} `;
  for (const [word, act] of [[words.restore, async () => {
    if (!formOf(key)) await open(sectionOf(place), `?buka=${key}`);
    const form = formOf(key) || formOf(key.replace(/\d+$/, "baru"));
    if (form) restore(form, found);
  }], [words.discard, () => localStorage.removeItem(PLACE + key)]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet", textContent: word });
    button.addEventListener("click", () => { note.remove(); act(); });
    line.append(button, " ");
  }
  note.append(line);
  place.before(note);
}

function offerAll() {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith(PLACE))) {
    const key = name.slice(PLACE.length), form = formOf(key), found = kept(key);
    const list = editor.querySelector(`[data-rows="${key.replace(/-\d+$/, "")}"]`);
    const place = form?.closest("details") || form || list;
    if (!found || !place) continue;
    const same = form && found.values.every(([name, choice, value]) => [...form.querySelectorAll(`[name="${key}-${name}"]`)]
      .every((one) => (one.type === "radio" && one.value !== choice) || valueOf(one) === value));
    if (!same) offer(key, place, found);
    else if (!isUnsaved(form)) localStorage.removeItem(name);
  }
}

// The line beside a section's name: only its outcome is read aloud.
function say(section, html) {
  const line = section.querySelector("[data-status]");
  delete line.dataset.busy;
  if (line.innerHTML !== html) line.innerHTML = html;
}

function complain(section, text) {
  say(section, Object.assign(document.createElement("span"), { className: "unsaved", textContent: text }).outerHTML);
}

function fragment(text) { // the section, and with it the list of what is missing
  const page = new DOMParser().parseFromString(text, "text/html"), list = page.querySelector("[data-nav]");
  if (list) editor.querySelector("[data-nav]").replaceWith(list);
  if (list) document.querySelector("h1").textContent = list.dataset.title;
  return page.querySelector("[data-section]");
}

// A saved section keeps its fields as they are, the caret with them; only what is said beside them changes.
function patch(section, fresh, sent, isRefused) {
  const active = document.activeElement;
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const old = section.querySelector(`[data-part="${part.dataset.part}"]`);
    const isSummary = part.dataset.part.endsWith("-salah");
    if (old && !old.contains(active) && !(isRefused && isSummary)) old.replaceWith(part.cloneNode(true));
  }
  for (const now of fresh.querySelectorAll("form[data-save] .field [name][id]")) {
    const old = document.getElementById(now.id), field = old?.closest(".field"), other = now.closest(".field");
    if (!field || (isRefused && old === active)) continue;
    field.classList.toggle("field-bad", other.classList.contains("field-bad"));
    const says = ":scope > [data-says], :scope > .hint, :scope > .error";
    const before = field.querySelectorAll(says), after = other.querySelectorAll(says);
    if ([...before].map((one) => one.outerHTML).join() !== [...after].map((one) => one.outerHTML).join()) {
      const anchor = field.querySelector(":scope > label:not(.tick), :scope > legend");
      before.forEach((one) => one.remove());
      if (anchor) anchor.after(...after);
      else field.prepend(...after);
    }
    for (const name of ["aria-describedby", "aria-invalid"]) {
      if (now.hasAttribute(name)) old.setAttribute(name, now.getAttribute(name));
      else old.removeAttribute(name);
    }
    if (!isRefused && old !== active && sent.get(old.id) === valueOf(old)) setValue(old, valueOf(now));
  }
  say(section, fresh.querySelector("[data-status]").innerHTML);
}

// After a button the section is shown anew; what was typed into its other forms stays.
function replace(section, fresh, pressed) {
  const typed = [...forms(section)].filter((form) => form !== pressed && isUnsaved(form));
  const active = document.activeElement?.id || document.activeElement?.closest(".field")?.querySelector("[name][id]")?.id;
  const said = fresh.querySelector("[data-status]").innerHTML;
  for (const form of forms(fresh)) if (!typed.some((one) => keyOf(one) === keyOf(form))) known.set(keyOf(form), state(form));
  fresh.querySelector("[data-status]").innerHTML = "";
  section.replaceWith(fresh);
  for (const one of typed.flatMap((form) => [...controls(form), ...form.querySelectorAll("[name$='-base'], [name$='-held']")])) {
    for (const now of fresh.querySelectorAll(`[name="${one.name}"]`)) {
      if (one.type !== "radio" || now.value === one.value) setValue(now, valueOf(one));
    }
  }
  const target = ["[autofocus]", "form .notice-bad", "[aria-invalid=true]"].map((one) => fresh.querySelector(one)).find(Boolean);
  (target || document.getElementById(active))?.focus();
  dispatchEvent(new CustomEvent("replaced", { detail: fresh }));
  setTimeout(() => say(fresh, said), 50);
  offerAll();
}

async function ask(section, address, body) {
  try {
    const answer = await fetch(address, { method: body ? "POST" : "GET", body, headers: { "X-Requested-With": "fetch" } });
    if (!answer.redirected && [200, 409, 422].includes(answer.status)) return [answer.status, fragment(await answer.text())];
    complain(section, answer.redirected || answer.status === 401 ? words.signedOut : words.failed);
  } catch { complain(section, words.offline); }
  return [0, null];
}

async function open(section, query) {
  const [status, fresh] = await ask(section, section.dataset.address + query);
  if (status) replace(section, fresh);
}

function schedule(form, pause) {
  clearTimeout(timers.get(keyOf(form)));
  timers.set(keyOf(form), setTimeout(() => { const now = formOf(keyOf(form)); if (now) save(now); }, pause));
}

async function save(form) {
  const key = keyOf(form), section = sectionOf(form);
  clearTimeout(timers.get(key));
  if ((!isUnsaved(form) && !refused.has(key)) || "new" in form.dataset) return;
  if (running.has(key)) { running.get(key).again = true; return; }
  const before = state(form), sent = new Map(controls(form).map((one) => [one.id, valueOf(one)]));
  const body = new FormData(form), run = { again: false };
  body.append("otomatis", "1");
  running.set(key, run);
  section.querySelector("[data-status]").dataset.busy = words.saving;
  run.answer = ask(section, form.action, body);
  const [status, fresh] = await run.answer;
  running.delete(key);
  if (status && formOf(key) === form) {
    const typedOn = state(form) !== before; // while the answer was under way
    patch(section, fresh, sent, status === 422);
    refused[status === 200 ? "delete" : "add"](key);
    if (status === 200) known.set(key, typedOn ? before : state(form));
    keep(form);
    if (status === 200) section.dispatchEvent(new Event("saved", { bubbles: true }));
  }
  if (run.again || !status) schedule(form, status ? 0 : RETRY);
}

// A button was pressed, or a row let go; what is being saved by itself is waited for.
async function post(form, ...added) {
  const key = keyOf(form), section = sectionOf(form), before = known.get(key);
  if (form.dataset.sent) return; // pressed twice
  form.dataset.sent = "yes";
  clearTimeout(timers.get(key));
  section.querySelector("[data-status]").dataset.busy = words.saving;
  await Promise.all([...running.values()].map((run) => run.answer));
  const body = new FormData(form);
  for (const [name, value] of added) body.append(name, value);
  const [status, fresh] = await ask(section, form.action, body);
  delete form.dataset.sent;
  if (!status) return;
  if (status === 200) localStorage.removeItem(PLACE + key);
  replace(section, fresh, form);
  if (status === 200) fresh.dispatchEvent(new Event("saved", { bubbles: true }));
  refused[status === 200 ? "delete" : "add"](key);
  if (before === undefined || status === 200 || !formOf(key)) return;
  known.set(key, before);
  keep(formOf(key));
}

editor.addEventListener("input", ({ target }) => {
  const form = target.form || target.closest("form[data-save]");
  if (!form?.dataset.save) return;
  keep(form);
  if (isUnsaved(form)) complain(sectionOf(form), words.unsaved);
  if (!("new" in form.dataset) && !("late" in form.dataset)) schedule(form, PAUSE);
});
for (const kind of ["change", "focusout"]) {
  editor.addEventListener(kind, ({ target }) => { if (target.form?.dataset.save) save(target.form); });
}
editor.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-save], [data-act]")) return;
  event.preventDefault();
  post(event.target, ...(event.submitter?.name ? [[event.submitter.name, event.submitter.value]] : []));
});
editor.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-open]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(sectionOf(link), new URL(link.href).search);
});
editor.addEventListener("outdated", ({ target, detail }) => ([...forms(target)].some(isUnsaved) ? null : open(target, detail)));
editor.addEventListener("arranged", ({ target, detail }) => post(target, ...detail));
addEventListener("online", () => forms().forEach(save));
addEventListener("beforeunload", (event) => { if ([...forms()].some(isUnsaved)) event.preventDefault(); });

for (const form of forms()) known.set(keyOf(form), state(form));
offerAll();
}
