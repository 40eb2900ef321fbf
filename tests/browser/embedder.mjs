// A server with pages that embed the playground, on an origin of its own.
import { createServer } from "node:http";

/** What the documentation says that such a page needs, and nothing else. */
export const needed = (site) =>
  [
    "default-src 'none'",
    `script-src ${new URL("embed.js", site)}`,
    `frame-src ${new URL("embed.html", site)}`,
    "connect-src 'self'",
    // Of the page's own icon.
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

const ICON = { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: "image/svg+xml" };

/**
 * Serves pages by path: `{ body, policy, type }`. A path that is none of them is not there. `localhost` is another
 * site than the 127.0.0.1 of the built site, not only another origin.
 */
export async function serveEmbedder(pages) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const page = pathname === "/icon.svg" ? ICON : pages[pathname];
    if (!page) {
      response.writeHead(404, { "content-type": "text/plain" }).end();
      return;
    }
    const { body, policy, type = "text/html; charset=utf-8", status = 200 } = page;
    response.writeHead(status, { "content-type": type, ...(policy && { "content-security-policy": policy }) });
    response.end(body);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { address: `http://localhost:${server.address().port}/`, close };
}

/** A page with these elements, which loads the element from the site. */
export function embedding(site, inside, { lang = "en", head = "" } = {}) {
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>A guide</title>
    <link rel="icon" href="/icon.svg">${head}<script src="${new URL("embed.js", site)}" defer></script></head>
    <body><main><h1>A guide</h1><p><label>Your name <input id="name"></label></p>${inside}</main></body></html>`;
}

/** What `ramplay embed` writes inside of the tag. */
export const FALLBACK = "<table><tr><th>Read</th><td>allowed</td></tr></table>";
