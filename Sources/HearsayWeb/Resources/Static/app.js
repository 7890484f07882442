// Small comforts. Every page works without them.
"use strict";

// A form that is being sent cannot be sent twice, and says that it is at work.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    if (!button) return;
    button.disabled = true;
    button.dataset.words = button.textContent;
    button.textContent = "Working …";
  });
}
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[data-words]")) {
    button.disabled = false;
    button.textContent = button.dataset.words;
  }
});

// "/" goes to the search box.
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(input|textarea|select)$/i.test(event.target.tagName)) return;
  event.preventDefault();
  (document.getElementById("bigq") || document.getElementById("q")).focus();
});
