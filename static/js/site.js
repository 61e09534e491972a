// Small comforts on top of pages that work without them: copy a link, print, and go straight to a slip in a form.
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";

import { offerCopying } from "./copy.js";
import { offerPrinting } from "./print.js";
import { offerSuggestions } from "./suggest.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

offerCopying(document);
offerPrinting(document);
offerSuggestions(document);
for (const summary of document.querySelectorAll("[data-module='govuk-error-summary']")) new ErrorSummary(summary);
