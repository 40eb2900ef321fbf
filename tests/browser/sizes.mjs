// Prints what a first visit of the site downloads: node sizes.mjs DIST
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [dist] = process.argv.slice(2);
const index = readFileSync(join(dist, "index.html"), "utf8");

/** A file is part of the first visit if the page names it, or if it belongs to a script that does. */
const loadsFirst = (name) => name === "index.html" || name.startsWith("snippets/") || index.includes(name);

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .map((name) => {
    const bytes = readFileSync(join(dist, name));
    const sizes = [bytes, gzipSync(bytes, { level: 9 }), brotli(bytes)].map((it) => it.length);
    return { name, sizes, first: loadsFirst(name) };
  })
  .sort((a, b) => b.sizes[0] - a.sizes[0]);

const number = (value) => value.toLocaleString("en").padStart(12);
const row = (name, sizes) => console.log(`  ${name.padEnd(44)}${sizes.join("")}`);

function table(title, list) {
  if (list.length === 0) return;
  console.log(`\n${title}`);
  row("", ["raw", "gzip -9", "brotli 11"].map((head) => head.padStart(12)));
  for (const { name, sizes } of list) row(name, sizes.map(number));
  const totals = [0, 1, 2].map((column) => list.reduce((sum, { sizes }) => sum + sizes[column], 0));
  row("total", totals.map(number));
}

table("size of a first visit, in bytes", files.filter(({ first }) => first));
const embeds = ({ name }) => ["embed.js", "embed.html", "embed.css", "embed-frame.js", "ramplay-embed_bg.wasm"].includes(name);
table("loaded later, in bytes", files.filter((file) => !file.first && !embeds(file)));
table("in a page that embeds the playground, in bytes", files.filter(embeds));
