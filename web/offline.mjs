// Gives a built page its service worker, with the list of the page's files and their hashes:
//
//   node offline.mjs [folder]
//
// Trunk calls it after each build and names the folder. Development builds go without: who works on the page wants to
// see what has changed.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const MARK = '<meta name="service-worker" content="" />';
const WORKER = "sw.js";
/** What other people's pages show is not the page's, and nobody who visits the page has to load it. */
const ELSEWHERE = /^(ramplay-)?embed[-._]/;

const [named] = process.argv.slice(2);
const folder = named ?? process.env.TRUNK_STAGING_DIR;
if (!named && process.env.TRUNK_PROFILE !== "release") process.exit();

const replaceOnce = (text, from, to) => {
  if (text.split(from).length !== 2) throw new Error(`\`${from}\` is not there once`);
  return text.replace(from, () => to);
};

const index = join(folder, "index.html");
const html = readFileSync(index, "utf8");
const marked = MARK.replace('""', `"${WORKER}"`);
if (!html.includes(marked)) writeFileSync(index, replaceOnce(html, MARK, marked));

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .filter((path) => path !== WORKER && !path.startsWith(".") && !ELSEWHERE.test(path))
  .sort();
const files = Object.fromEntries(paths.map((path) => [path, hash(readFileSync(join(folder, path)))]));
const list = JSON.stringify(files);

const template = readFileSync(fileURLToPath(new URL("static/sw.js", import.meta.url)), "utf8");
const filled = [
  ["const FILES = {};", `const FILES = ${list};`],
  ['const VERSION = "";', `const VERSION = "${hash(list).slice(0, 16)}";`],
].reduce((text, [from, to]) => replaceOnce(text, from, to), template);
writeFileSync(join(folder, WORKER), filled);
