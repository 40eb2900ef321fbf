// The element `<ram-playground>` for other people's pages: a classic script, so that no page needs CORS for it.
// README.md beside this folder says what it does, messages.d.ts what it and its frame tell each other.
(function () {
  "use strict";

  if (!window.customElements || customElements.get("ram-playground")) {
    return;
  }

  // The frame lies beside this script: its origin is known before anything is loaded.
  const PAGE = new URL("embed.html", document.currentScript ? document.currentScript.src : document.baseURI);

  /** Most characters of what is handed to the frame, and of what is taken from it. */
  const MOST = 262144;
  /** No frame is higher, in pixels: whoever wants more has an error. */
  const HIGHEST = 20000;
  /** How high it is before it has said so, and where it cannot say so. */
  const HEIGHT = 480;
  /** How near it must be to what is seen before anything of it is loaded. */
  const NEAR = "600px";

  const OPTIONS = ["show", "readonly", "theme", "lang"];

  /** A page in a sandbox without an origin cannot be named, and so it is sent nothing. */
  const nameless = self.origin === "null";

  class RamPlayground extends HTMLElement {
    static observedAttributes = ["scenario", "json", "src", "height", "title", ...OPTIONS];

    #frame;
    #port;
    #seen;
    #ready = false;
    #queued = false;
    #fetched;
    #hears = (event) => this.#hear(event);

    connectedCallback() {
      if (!this.shadowRoot) {
        this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
      }
      if (!this.style.display) this.style.display = "block";
      this.#seen = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) this.#start();
        },
        { rootMargin: NEAR },
      );
      this.#seen.observe(this);
    }

    disconnectedCallback() {
      this.#seen?.disconnect();
      removeEventListener("message", this.#hears);
      this.#port?.close();
      this.#frame?.remove();
      this.#frame = this.#port = undefined;
      this.#showFallback(true);
      this.#ready = false;
    }

    attributeChangedCallback(name, before, after) {
      if (before === after || !this.#frame) return;
      if (name === "src") this.#fetched = undefined;
      if (name === "title") this.#frame.title = this.#title();
      else if (name === "height") this.#setHeight(HEIGHT);
      else this.#hand();
    }

    /** The frame's scenario as JSON, after it has changed; what was given is not told. */
    get value() {
      return this.#changed;
    }
    #changed;

    #start() {
      this.#seen.disconnect();
      if (this.#frame) return;
      const frame = document.createElement("iframe");
      frame.title = this.#title();
      frame.style.cssText = "display:none;width:100%;border:0;color-scheme:normal";
      // Another origin is kept from everything but its own; of the same origin it would mean nothing.
      if (!nameless && PAGE.origin !== self.origin) {
        frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
      }
      frame.allow = "";
      frame.referrerPolicy = "no-referrer";
      this.#frame = frame;
      this.#setHeight(HEIGHT);
      if (nameless) {
        // Nothing can be told to it but by its address, and it cannot answer.
        this.#hand();
      } else {
        addEventListener("message", this.#hears);
        const address = new URL(PAGE);
        address.searchParams.set("embedder", self.origin);
        frame.src = address.href;
      }
      this.shadowRoot.append(frame);
    }

    /** The first words of the frame, with the port for all others. */
    #hear({ source, origin, data, ports }) {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== PAGE.origin) return;
      if (data?.type !== "ramplay-hello" || data.protocol !== 1 || ports.length !== 1) return;
      this.#port?.close();
      this.#port = ports[0];
      this.#port.onmessage = (event) => this.#take(event.data);
      this.#hand();
    }

    #take(told) {
      switch (told?.type) {
        case "ready":
          this.#become(true);
          break;
        case "height":
          if (Number.isFinite(told.height)) this.#setHeight(Math.min(Math.max(told.height, 0), HIGHEST));
          break;
        case "change":
          if (isText(told.json)) {
            this.#changed = told.json;
            this.#tell("ramplay-change", { json: told.json });
          }
          break;
        case "problem":
          if (isText(told.code) && isText(told.message)) this.#fail(told.code, told.message);
          break;
        default:
      }
    }

    /** Hands everything over, once for all attributes that are changed together. */
    #hand() {
      if (this.#queued) return;
      this.#queued = true;
      queueMicrotask(async () => {
        this.#queued = false;
        const given = await this.#given();
        if (!given || !this.#frame) return;
        if (given.text.length > MOST) {
          this.#fail("too-long", `the scenario has ${given.text.length} characters, and ${MOST} are handed over`);
        } else if (nameless) {
          this.#frame.addEventListener("load", () => this.#become(true), { once: true });
          this.#frame.src = addressOf(given);
        } else {
          this.#port?.postMessage({ type: "show", ...given });
        }
      });
    }

    /** What the frame is to show. */
    async #given() {
      const options = {
        show: this.getAttribute("show") ?? "",
        readonly: this.hasAttribute("readonly"),
        theme: this.getAttribute("theme") ?? "",
        lang: this.getAttribute("lang") ?? this.closest("[lang]")?.getAttribute("lang") ?? "",
        fit: !this.hasAttribute("height"),
      };
      for (const name of ["show", "theme", "lang"]) options[name] = options[name].slice(0, 1000);
      const link = this.getAttribute("scenario");
      if (link !== null) return { kind: "link", text: link.trim(), ...options };
      const source = this.getAttribute("src");
      if (source !== null) {
        const text = await this.#fetch(source);
        // Of two that are under way, the one that is wanted last.
        if (text === undefined || this.getAttribute("src") !== source) return undefined;
        return { kind: "json", text, ...options };
      }
      const child = this.querySelector(':scope > script[type="application/json"]');
      const json = this.getAttribute("json") ?? child?.textContent ?? "";
      return { kind: json ? "json" : "link", text: json, ...options };
    }

    async #fetch(source) {
      if (this.#fetched !== undefined) return this.#fetched;
      try {
        const address = new URL(source, document.baseURI);
        if (address.origin !== new URL(document.baseURI).origin) throw new Error("it is of another origin");
        const response = await fetch(address, { credentials: "same-origin", redirect: "error" });
        if (!response.ok) throw new Error(`the server says ${response.status}`);
        if (Number(response.headers.get("content-length")) > MOST) throw new Error("it is too long");
        this.#fetched = await response.text();
        return this.#fetched;
      } catch (error) {
        this.#fail("src", `${source.slice(0, 200)} cannot be shown: ${error.message}`);
        return undefined;
      }
    }

    #become(ready) {
      if (this.#ready || !this.#frame) return;
      this.#ready = ready;
      this.#showFallback(false);
      this.#frame.style.display = "block";
      this.#tell("ramplay-ready", {});
    }

    /** What stands in the tag stays where nothing better can be shown. */
    #fail(code, message) {
      this.#tell("ramplay-problem", { code, message });
    }

    #showFallback(shown) {
      const slot = this.shadowRoot?.querySelector("slot");
      if (slot) slot.style.display = shown ? "" : "none";
    }

    #title() {
      return this.getAttribute("title") ?? "RAM policy playground";
    }

    #setHeight(height) {
      const fixed = Number.parseInt(this.getAttribute("height") ?? "", 10);
      this.#frame.style.height = `${Math.ceil(fixed > 0 ? Math.min(fixed, HIGHEST) : height)}px`;
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    }
  }

  const isText = (value) => typeof value === "string" && value.length <= MOST;

  /** The frame's address with everything in it: what is shown behind the `#`, and never in what is sent to a server. */
  function addressOf({ kind, text, show, readonly, theme, lang, fit }) {
    const address = new URL(PAGE);
    for (const [name, value] of Object.entries({ show, theme, lang })) {
      if (value) address.searchParams.set(name, value);
    }
    if (readonly) address.searchParams.set("readonly", "");
    address.hash = kind === "json" ? `json=${encodeURIComponent(text)}` : text.slice(text.indexOf("#") + 1);
    return address.href;
  }

  customElements.define("ram-playground", RamPlayground);
})();
