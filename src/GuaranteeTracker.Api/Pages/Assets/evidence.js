// Lights up all words of the claim that is pointed at or linked to: they may lie in many places.
"use strict";
const idOf = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const light = claim => {
  for (const element of document.querySelectorAll(".lit")) element.classList.remove("lit");
  if (claim) for (const element of document.querySelectorAll(`[data-claim~="${claim}"]`)) element.classList.add("lit");
};
const linked = () => light(idOf.exec(location.hash)?.[0]);
const pointed = event => {
  const near = event.target.closest("li[data-claim], mark[data-claim], a.ref");
  if (near) light(idOf.exec(near.dataset.claim ?? near.hash)?.[0]); else linked();
};
document.addEventListener("mouseover", pointed);
document.addEventListener("focusin", pointed);
window.addEventListener("hashchange", linked);
linked();
