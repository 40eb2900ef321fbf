// Bundles the editor into one module: `node build.mjs [file]`, `build/editor.js` if no file is named. Beside it come the
// licences of what is in it. With `--sizes` it says how much that is, as it is and as servers send it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const named = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const outfile = named ?? here("build/editor.js");

const { metafile } = await build({
  entryPoints: [here("src/index.js")],
  outfile,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
});

const packages = new Set(
  Object.keys(metafile.inputs).flatMap(
    (path) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  ),
);
const licences = [...packages].sort().map((name) => {
  const folder = here(`node_modules/${name}`);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version}: ${license}\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}\n`;
});
writeFileSync(outfile.replace(/\.js$/, ".licences.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));

if (process.argv.includes("--sizes")) {
  const bytes = readFileSync(outfile);
  const sizes = {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
  console.log(
    Object.entries(sizes)
      .map(([name, size]) => `${name} ${size}`)
      .join("  "),
  );
}
