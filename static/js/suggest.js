// Suggestions while somebody types: an editable combobox with a list, as the ARIA 1.2 pattern has it.
// The box works without any of this. A long sentence and a whole postcode are never sent while they are typed.

const SHORTEST = 2;
const LONGEST = 40;
const PAUSE = 150; // milliseconds without a key, before anything is asked
const WHOLE_POSTCODE = /[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}/i;

/** Turns each field marked `data-suggest="ADDRESS"` into a combobox; `data-suggest-in` names its empty list. */
export function offerSuggestions(page) {
  for (const field of page.querySelectorAll("[data-suggest]")) new Combobox(field);
}

class Combobox {
  constructor(field) {
    this.field = field;
    this.list = document.getElementById(field.dataset.suggestIn);
    this.said = document.getElementById(`${this.list.id}-said`);
    this.turn = 0; // an answer that comes after the next question is passed over
    this.close();
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", this.list.id]])
      field.setAttribute(name, value);
    field.addEventListener("input", () => this.wait());
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.choose(event.target.closest("[role=option]")));
  }

  wait() {
    clearTimeout(this.timer);
    this.turn++;
    const typed = this.field.value.trim();
    if (typed.length < SHORTEST || typed.length > LONGEST || WHOLE_POSTCODE.test(typed)) this.close();
    else this.timer = setTimeout(() => this.ask(typed, this.turn), PAUSE);
  }

  async ask(typed, turn) {
    let found = [];
    try {
      const answer = await fetch(`${this.field.dataset.suggest}?q=${encodeURIComponent(typed)}`);
      if (answer.ok) found = await answer.json();
    } catch {
      // No suggestions: the box still takes what is typed.
    }
    if (turn === this.turn && this.field === document.activeElement) this.show(found);
  }

  show(found) {
    this.close();
    if (!found.length) return;
    this.list.replaceChildren(...found.map((one, number) => this.option(one, number)));
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.said.textContent = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
  }

  option({ label, kind, url }, number) {
    const option = document.createElement("li");
    const what = document.createElement("span");
    option.id = `${this.list.id}-${number}`;
    option.setAttribute("role", "option");
    option.className = "lo-suggest__one";
    option.dataset.url = url;
    what.className = "lo-suggest__kind";
    what.textContent = kind;
    option.append(label, " ", what);
    return option;
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.list.replaceChildren();
    this.said.textContent = "";
    this.field.setAttribute("aria-expanded", "false");
    this.point(null);
  }

  /** Moves the eye, and a screen reader's ear, to one option; the text cursor stays in the field. */
  point(option) {
    this.at?.setAttribute("aria-selected", "false");
    this.at = option;
    if (!option) return this.field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", option.id);
  }

  key(event) {
    const { key } = event;
    if (this.list.hidden || event.isComposing) return;
    if (key === "ArrowDown") this.point(this.at ? this.at.nextSibling : this.list.firstChild);
    else if (key === "ArrowUp") this.point(this.at ? this.at.previousSibling : this.list.lastChild);
    else if (key === "Enter" && this.at) this.choose(this.at);
    else if (key === "Escape" || key === "Tab") {
      this.turn++;
      this.close();
      if (key === "Tab") return; // on to the next field: a list that scrolls would take the focus itself
    } else return;
    event.preventDefault();
  }

  /** A search or a place goes into the fields, beside what is there already; a service or a page is visited. */
  choose(option) {
    if (!option) return;
    const { form } = this.field;
    const { pathname, searchParams } = new URL(option.dataset.url, location.href);
    if (pathname !== new URL(form.action).pathname) return location.assign(option.dataset.url);
    this.turn++;
    this.close();
    const place = searchParams.get("near");
    this.field.value = searchParams.get("q") || "";
    if (!place) return form.submit();
    form.elements.near.value = place;
    this.said.textContent = `Where? ${place}`;
  }
}
