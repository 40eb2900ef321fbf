// The search, and the contents folded away where there is little room. The pages are complete without it.
"use strict";

(() => {
  const root = document.body.dataset.root;
  const input = document.getElementById("search");
  const found = document.getElementById("found");
  const hits = document.getElementById("hits");
  const MOST = 30;

  if (matchMedia("(max-width: 760px)").matches) {
    document.querySelector(".contents details").open = false;
  }
  const contents = document.querySelector(".contents details");
  const current = contents.querySelector("[aria-current]");
  if (current) contents.scrollTop = current.offsetTop - contents.clientHeight / 2;

  /** All entries: address, page, heading, text. Loaded when the search is first used. */
  let index;
  async function load() {
    index ??= fetch(`${root}search.json`).then((answer) => (answer.ok ? answer.json() : []));
    return index;
  }

  /** How well an entry fits: each word must be somewhere in it, and a heading counts most. */
  function worth([, page, heading, text], words) {
    let sum = 0;
    for (const word of words) {
      if (heading.toLowerCase().includes(word)) sum += heading.toLowerCase().startsWith(word) ? 9 : 6;
      else if (page.toLowerCase().includes(word)) sum += 3;
      else if (text.toLowerCase().includes(word)) sum += 1;
      else return 0;
    }
    return sum;
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  async function search() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const entries = words.length > 0 ? await load() : [];
    const chinese = document.documentElement.lang.startsWith("zh");
    const best = entries
      .map((entry) => [worth(entry, words), entry])
      .filter(([sum, [address]]) => sum > 0 && address.startsWith("zh/") === chinese)
      .sort(([one], [other]) => other - one);
    hits.replaceChildren(
      ...best.slice(0, MOST).map(([, [address, page, heading, text]]) => {
        const link = document.createElement("a");
        link.href = root + address;
        link.append(element("span", heading), element("small", heading === page ? text : `${page} – ${text}`));
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
    const { dataset } = input.parentElement;
    if (words.length === 0) found.textContent = "";
    else found.textContent = best.length > 0 ? dataset.found.replace("{count}", best.length) : dataset.nothing;
  }

  function leave() {
    input.value = "";
    search();
  }

  input.hidden = false;
  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", search);
  input.parentElement.addEventListener("keydown", (event) => {
    const links = [...hits.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      leave();
      input.focus();
    } else if (event.key === "ArrowDown" && links.length > 0) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (links[at - 1] ?? input).focus();
    }
  });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });
  hits.addEventListener("click", () => setTimeout(leave));
})();
