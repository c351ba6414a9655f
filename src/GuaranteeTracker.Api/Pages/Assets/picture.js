// The slider: shows the picture of another day in place. Everything it does a link or the form does, too.
"use strict";
(() => {
  const chooser = document.getElementById("chooser");
  const slider = document.getElementById("slider");
  const date = chooser.querySelector("input[name=asOf]");
  const first = Date.parse(chooser.dataset.first + "T00:00:00Z");
  const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const day = offset => new Date(first + offset * 86400000);
  let running = null;

  const tell = () => slider.setAttribute("aria-valuetext", words.format(day(Number(slider.value))));

  const mark = () => {
    const line = chooser.querySelector(".axis-day");
    const x = slider.max === "0" ? 0 : slider.value * 1000 / slider.max;
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
  };

  const show = async address => {
    running?.abort();
    running = new AbortController();
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" }, signal: running.signal });
      if (!response.ok) {
        location.assign(address);
        return;
      }
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const id of ["heading", "picture"]) {
        document.getElementById(id).replaceWith(page.getElementById(id));
      }
      document.title = document.getElementById("heading").dataset.title;
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name !== "AbortError") {
        location.assign(address);
      }
    }
  };

  slider.addEventListener("input", () => {
    const iso = day(Number(slider.value)).toISOString().slice(0, 10);
    const address = new URL(location.href);
    address.searchParams.set("asOf", iso);
    address.hash = "";
    date.value = iso;
    tell();
    mark();
    show(address);
  });

  chooser.querySelector(".slide").hidden = false;
  tell();
})();
