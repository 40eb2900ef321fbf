// Watches over the start of the page: takes the loading text away once the page runs, and
// says what to do if it cannot. Plain JavaScript that any browser understands, because the
// browsers that need it most are old.
(function () {
  "use strict";

  var PATIENCE_MS = 20000;

  var loading = document.getElementById("loading");
  var settled = false;

  function add(parent, name, text) {
    var element = document.createElement(name);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function stopListening() {
    settled = true;
    clearTimeout(timer);
    removeEventListener("error", onError, true);
    removeEventListener("unhandledrejection", onRejection);
  }

  function onStarted() {
    stopListening();
    if (loading) {
      loading.remove();
    }
  }

  function advice() {
    if (location.protocol === "file:") {
      return [
        "The page was opened as a file, and browsers do not run WebAssembly from files. " +
          "Serve the folder with a web server and open its address instead.",
      ];
    }
    var list = ["Reload the page: the download may have been interrupted."];
    if (typeof WebAssembly !== "object") {
      list.unshift(
        "This browser does not offer WebAssembly, which the page needs. Use a current version " +
          "of Chrome, Edge, Firefox or Safari, and switch off any mode that forbids WebAssembly."
      );
    } else {
      list.push(
        "Use a current version of Chrome, Edge, Firefox or Safari (2022 or newer).",
        "Switch off extensions or modes that block scripts or WebAssembly for this page."
      );
    }
    return list;
  }

  function fail(detail) {
    if (settled || !loading) {
      return;
    }
    stopListening();
    // What was announced as a status becomes an alert; the text must come after the role.
    loading.setAttribute("role", "alert");
    loading.textContent = "";
    var main = add(loading, "main", "");
    add(main, "h1", "The playground could not start");
    var list = add(main, "ul", "");
    advice().forEach(function (text) {
      add(list, "li", text);
    });
    if (detail) {
      add(main, "p", "The browser says: " + detail);
    }
  }

  function onError(event) {
    var element = event.target;
    if (element && element !== window) {
      // A file that did not arrive; only scripts are needed for the start.
      if (element.nodeName === "SCRIPT") {
        fail("a part of the page could not be loaded.");
      }
      return;
    }
    fail(event.message);
  }

  function onRejection(event) {
    fail(String(event.reason));
  }

  var timer = setTimeout(function () {
    fail("nothing: the page has been loading for " + PATIENCE_MS / 1000 + " seconds.");
    // It may only be slow: if it does start, the text goes away.
    addEventListener("TrunkApplicationStarted", onStarted, { once: true });
  }, PATIENCE_MS);

  addEventListener("error", onError, true);
  addEventListener("unhandledrejection", onRejection);
  addEventListener("TrunkApplicationStarted", onStarted, { once: true });
})();
