// Makes the files of the frame of what Trunk has built: node build.mjs, with the folder in TRUNK_STAGING_DIR.
//
//   embed-frame.js     the frame's script with the bindings of its program, classic: a sandbox without an origin may not
//                      load modules
//   embed-program.js   the program as a script, for such a sandbox
//   embed.html, .css   which name these by their content, so that nothing of another build is used
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = process.env.TRUNK_STAGING_DIR ?? process.argv[2];
const staged = (name) => join(folder, name);

// The bundler is the editor's.
const { build } = createRequire(here("../editor/package.json"))("esbuild");

const program = readFileSync(staged("ramplay-embed_bg.wasm"));
const bindings = staged("ramplay-embed.js");
const hash = (...parts) => parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest("hex").slice(0, 16);
const BUILD = hash(program, readFileSync(bindings));

const { outputFiles } = await build({
  entryPoints: [here("static/frame.js")],
  alias: { "ramplay-embed": bindings },
  bundle: true,
  format: "iife",
  minify: true,
  write: false,
  target: ["es2022"],
  // The frame says where its program is.
  define: { "import.meta.url": "undefined", BUILD: JSON.stringify(BUILD) },
  legalComments: "none",
});
const frame = outputFiles[0].text;
const [tokens] = readFileSync(here("../styles/main.css"), "utf8").match(/:root \{[^}]*\}/);
const css = `${tokens}\n\n${readFileSync(here("static/embed.css"), "utf8")}`;

writeFileSync(staged("embed-frame.js"), frame);
writeFileSync(staged("embed.css"), css);
writeFileSync(staged("embed-program.js"), `ramplayProgram="${gzipSync(program, { level: 9 }).toString("base64")}";\n`);
const html = readFileSync(here("static/embed.html"), "utf8")
  .replace('"embed-frame.js"', `"embed-frame.js?${hash(frame)}"`)
  .replace('"embed.css"', `"embed.css?${hash(css)}"`);
writeFileSync(staged("embed.html"), html);
rmSync(bindings);
