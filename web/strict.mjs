// Makes the built page fit for its content security policy, which allows no script in the page itself: what Trunk writes
// there becomes files beside it, with their hashes. Trunk calls it after each build and names the folder.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR ?? process.argv[2];
const index = join(folder, "index.html");
/** What stands before the name of every file that Trunk writes into the page. */
const site = process.env.TRUNK_PUBLIC_URL ?? "./";
const hash = (text, algorithm, form) => createHash(algorithm).update(text).digest(form);
const integrity = (text) => `sha384-${hash(text, "sha384", "base64")}`;

/** What reloads the page while it is worked on: its server fills in places only in pages, and its picture is HTML. */
const mended = (text) =>
  text
    .replace("'{{__TRUNK_ADDRESS__}}'", "location.host")
    .replace("'{{__TRUNK_WS_BASE__}}'", 'new URL(".", location.href).pathname')
    .replace("'{{__TRUNK_WS_PROTOCOL__}}'", "''")
    .replace(/icon\.innerHTML = '[^']*';/, "");

const html = readFileSync(index, "utf8")
  // A preloaded module is checked as one that is loaded; what it loads itself has no place for a hash in a page.
  .replaceAll(/<link rel="modulepreload" href="([^"]+)"(?! integrity)/g, (link, path) => {
    return `${link} integrity="${integrity(readFileSync(join(folder, path.startsWith(site) ? path.slice(site.length) : path)))}"`;
  })
  .replaceAll(/<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g, (_, attributes, written) => {
    const text = mended(written);
    const name = `start-${hash(text, "sha256", "hex").slice(0, 16)}.js`;
    writeFileSync(join(folder, name), text);
    return `<script${attributes} src="${site}${name}" integrity="${integrity(text)}"></script>`;
  });

const inline = html.match(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/i);
if (inline) throw new Error(`the page has \`${inline[0]}\` in it, which its policy forbids`);
writeFileSync(index, html);
