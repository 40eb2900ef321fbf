// Keeps the page for use without a network, and says when a newer version of it has arrived. Nobody is made to use that:
// it waits until it is asked for, or until all tabs with the page are closed.
(function () {
  "use strict";

  var AN_HOUR_MS = 3600000;

  // Where there is none: development builds, files, frames without an origin, browsers that deny it.
  var script = document.querySelector("meta[name=service-worker]").content;
  var workers;
  try {
    workers = script && navigator.serviceWorker;
  } catch (denied) {
    return;
  }
  if (!workers) {
    return;
  }

  var box = document.querySelector("#update > div");
  var waiting;
  var asked = false;

  function announce(worker) {
    waiting = worker;
    box.hidden = false;
  }

  function watch(registration) {
    // Without a worker in charge the new one is the first: nothing is older.
    function consider(worker) {
      if (worker && worker.state === "installed" && workers.controller) {
        announce(worker);
      }
    }
    consider(registration.waiting);
    registration.addEventListener("updatefound", function () {
      var worker = registration.installing;
      worker.addEventListener("statechange", function () {
        consider(worker);
      });
    });
    setInterval(function () {
      registration.update().catch(function () {});
    }, AN_HOUR_MS);
  }

  document.getElementById("update-now").addEventListener("click", function () {
    asked = true;
    if (waiting && waiting.state === "installed") {
      waiting.postMessage("take over");
    } else {
      location.reload();
    }
  });
  document.getElementById("update-later").addEventListener("click", function () {
    box.hidden = true;
  });

  var controlled = Boolean(workers.controller);
  workers.addEventListener("controllerchange", function () {
    if (asked) {
      location.reload();
    } else if (controlled) {
      // Another tab asked for it: this one is of the version before.
      announce();
    }
    controlled = true;
  });

  // The one script that this page makes of a text.
  var address = script;
  if (window.trustedTypes) {
    address = trustedTypes
      .createPolicy("ramplay", {
        createScriptURL: function () {
          return "sw.js";
        },
      })
      .createScriptURL(script);
  }

  function register() {
    workers.register(address).then(watch, function () {
      // Denied: the page works without.
    });
  }

  // The first answer comes first.
  addEventListener(
    "TrunkApplicationStarted",
    function () {
      (window.requestIdleCallback || setTimeout)(register);
    },
    { once: true }
  );
})();
