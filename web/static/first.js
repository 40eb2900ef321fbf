// Chooses what is seen until the program runs: the example's answer in the language of the page, or, for who comes back
// to work of their own or follows a link, only that something is loading. Before anything is painted. Without this
// script the page shows the example, in English.
(function () {
  "use strict";

  // What is stored as work: see crates/workspace and web/src/shell.rs. The other keys are settings.
  var WORK = /^ramplay\.(scenario$|open$|record\.)/;

  var root = document.documentElement;
  var language = navigator.language;
  var work = location.hash.length > 1;
  var theme = "system";
  try {
    language = localStorage.getItem("ramplay.lang") || language;
    theme = localStorage.getItem("ramplay.theme") || theme;
    for (var index = 0; index < localStorage.length; index += 1) {
      work = work || WORK.test(localStorage.key(index));
    }
  } catch (denied) {
    // Who denies storage has none.
  }
  if (location.hash.length > 1) {
    // What reads links comes at once, beside the program; see web/static/module.js.
    var here = document.baseURI;
    window.ramplayOpener = import(new URL("ramplay-opener.js", here).href)
      .then(function (module) {
        return module.default({ module_or_path: new URL("ramplay-opener_bg.wasm", here) }).then(function () {
          return module;
        });
      })
      .catch(function () {
        // The program tries again, and says so if it comes to nothing.
      });
  }
  root.lang = /^zh/i.test(language || "") ? "zh-CN" : "en";
  root.setAttribute("data-theme", theme);
  root.setAttribute("data-start", work ? "work" : "example");
})();
