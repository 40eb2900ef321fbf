// Bundles the editor into one module, with the licences of what is in it beside it:
//
//   node build.mjs [file] [--sizes]
//
// Without a file, a build of the page gets it as `editor.js` (Trunk names the folder), and anybody else finds it in
// `build/editor.js`. With `--sizes` it says how much that is, as it is and as servers send it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const { build } = await import("esbuild").catch(() => {
  console.error("the packages of the editor are missing: run `npm ci --ignore-scripts` in web/editor");
  process.exit(1);
});

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const named = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const staging = process.env.TRUNK_STAGING_DIR;
const outfile = named ? resolve(named) : staging ? join(staging, "editor.js") : here("build/editor.js");

const { metafile } = await build({
  absWorkingDir: here("."),
  entryPoints: ["src/index.js"],
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
  Object.keys(metafile.inputs).flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
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
