// The slider: shows the picture of another day in place. Everything it does a link or the form does, too.
"use strict";
(() => {
  const chooser = document.getElementById("chooser");
  const slider = document.getElementById("slider");
  const date = chooser.querySelector("input[name=asOf]");
  const first = Date.parse(chooser.dataset.first + "T00:00:00Z");
  const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const day = offset => new Date(first + offset * 86400000);
  let wanted = null;
  let isLoading = false;

  const tell = () => slider.setAttribute("aria-valuetext", words.format(day(Number(slider.value))));

  const mark = () => {
    const line = chooser.querySelector(".axis-day");
    const x = slider.max === "0" ? 0 : slider.value * 1000 / slider.max;
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
  };

  const put = (html, address) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const id of ["heading", "picture"]) {
      document.getElementById(id).replaceWith(page.getElementById(id));
    }
    document.title = document.getElementById("heading").dataset.title;
    history.replaceState(null, "", address);
  };

  const show = async address => {
    wanted = address;
    if (isLoading) {
      return;
    }
    isLoading = true;
    try {
      // Who slides on while a day loads is shown the last one wanted next, not each in between.
      for (let loaded = null; loaded !== wanted;) {
        loaded = wanted;
        const response = await fetch(loaded, { headers: { Accept: "text/html" } });
        if (!response.ok) {
          throw new Error(response.statusText);
        }
        put(await response.text(), loaded);
      }
    } catch {
      location.assign(wanted);
    } finally {
      isLoading = false;
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
    show(address.href);
  });

  chooser.querySelector(".slide").hidden = false;
  tell();
})();
