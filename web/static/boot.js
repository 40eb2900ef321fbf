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

  var WORDS = {
    en: {
      title: "The playground could not start",
      file:
        "The page was opened as a file, and browsers do not run WebAssembly from files. " +
        "Serve the folder with a web server and open its address instead.",
      reload: "Reload the page: the download may have been interrupted.",
      none:
        "This browser does not offer WebAssembly, which the page needs. Use a current version " +
        "of Chrome, Edge, Firefox or Safari, and switch off any mode that forbids WebAssembly.",
      browser: "Use a current version of Chrome, Edge, Firefox or Safari (2022 or newer).",
      blocked: "Switch off extensions or modes that block scripts or WebAssembly for this page.",
      says: "The browser says: {detail}",
      part: "a part of the page could not be loaded.",
      slow: "nothing: the page has been loading for {seconds} seconds."
    },
    zh: {
      title: "无法启动演练场",
      file: "页面以本地文件方式打开，浏览器不会从本地文件运行 WebAssembly。请用 Web 服务器提供该目录，再打开其地址。",
      reload: "请重新加载页面：下载可能中断。",
      none:
        "此浏览器不支持页面所需的 WebAssembly。请使用当前版本的 Chrome、Edge、Firefox 或 Safari，" +
        "并关闭禁用 WebAssembly 的模式。",
      browser: "请使用当前版本的 Chrome、Edge、Firefox 或 Safari（2022 年或更新）。",
      blocked: "请关闭为此页面阻止脚本或 WebAssembly 的扩展或模式。",
      says: "浏览器提示：{detail}",
      part: "页面的一部分无法加载。",
      slow: "无：页面已加载 {seconds} 秒。"
    }
  };
  // Chosen by first.js.
  var words = /^zh/.test(document.documentElement.lang) ? WORDS.zh : WORDS.en;

  function advice() {
    if (location.protocol === "file:") {
      return [words.file];
    }
    if (typeof WebAssembly !== "object") {
      return [words.none, words.reload];
    }
    return [words.reload, words.browser, words.blocked];
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
    add(main, "h1", words.title);
    var list = add(main, "ul", "");
    advice().forEach(function (text) {
      add(list, "li", text);
    });
    if (detail) {
      add(main, "p", words.says.replace("{detail}", function () { return detail; }));
    }
  }

  function onError(event) {
    var element = event.target;
    if (element && element !== window) {
      // A file that did not arrive; only scripts are needed for the start.
      if (element.nodeName === "SCRIPT") {
        fail(words.part);
      }
      return;
    }
    fail(event.message);
  }

  function onRejection(event) {
    fail(String(event.reason));
  }

  var timer = setTimeout(function () {
    fail(words.slow.replace("{seconds}", PATIENCE_MS / 1000));
    // It may only be slow: if it does start, the text goes away.
    addEventListener("TrunkApplicationStarted", onStarted, { once: true });
  }, PATIENCE_MS);

  addEventListener("error", onError, true);
  addEventListener("unhandledrejection", onRejection);
  addEventListener("TrunkApplicationStarted", onStarted, { once: true });
})();
