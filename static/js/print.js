// "Print", shown only where it does something: pages made for printing are links, and work without it.

/** Shows each button marked `data-print`, which opens the browser's own print window. */
export function offerPrinting(page) {
  for (const button of page.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
