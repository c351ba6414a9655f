// Copies what a button offers; without a script the text beside it can be selected.
"use strict";
for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    document.querySelector(".copied").textContent = "Copied.";
  });
}
