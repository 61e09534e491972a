// "Copy a short link". The address stands beside the button as a link, for when a browser will not copy.

/** Shows each button marked `data-copy="ADDRESS"`, and says in the status beside it how the copying went. */
export function offerCopying(page) {
  for (const button of page.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

async function copy(button) {
  const status = button.parentElement.querySelector("[data-copy-status]");
  status.textContent = ""; // the same words said twice are only read out when they went away in between
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    status.textContent = "Copied. You can paste it into a message.";
  } catch {
    status.textContent = "Your browser did not let us copy. Press and hold the link to copy it yourself.";
  }
}
