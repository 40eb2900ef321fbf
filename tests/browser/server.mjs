// A web server for the built site: one folder, under a path, with the headers that README.md names.
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, extname, join, normalize, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** What servers compress; pictures and fonts are compressed as they are. */
const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"]);

/**
 * Serves `folder` under `path`, which starts and ends with a slash, on a free port.
 * Resolves to the address of the site and a function that ends the server. Files whose name
 * matches `compress` are sent as most servers send them, in brotli, which is prepared beforehand. `sent` lists what was sent: path and bytes of the body.
 */
export async function serve(folder, path, { compress = undefined, cache = "no-store" } = {}) {
  const compressed = new Map();
  if (compress) {
    for (const name of await readdir(folder, { recursive: true })) {
      const file = join(folder, name);
      if (compress.test(name) && COMPRESSED.has(extname(file))) compressed.set(file, brotliCompressSync(await readFile(file)));
    }
  }
  const sent = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = fileFor(folder, path, decodeURIComponent(pathname));
    try {
      const small = compressed.get(file);
      const body = small ?? (await readFile(file));
      response.writeHead(200, {
        ...(small && { "content-encoding": "br" }),
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        // The pages have their policies in themselves, but for what only a header can say. For other pages to frame there is
        // one; `frame-ancestors *` would leave out those without an origin.
        ...(basename(file) !== "embed.html" && { "content-security-policy": "frame-ancestors 'none'" }),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": cache,
      });
      sent.push({ path: pathname.slice(path.length), bytes: body.length });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end(`There is no ${pathname}\n`);
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${server.address().port}${path}`, close, sent };
}

/** The file that an address stands for; never one outside of the folder. */
function fileFor(folder, path, pathname) {
  if (!pathname.startsWith(path)) return "";
  const name = normalize(join(sep, pathname.slice(path.length)));
  return join(folder, name === sep ? "index.html" : name);
}
