// Puts the documentation that `cargo xtask serve` built, in the folder that RAMPLAY_DOCS names, beside the page, where
// its own pages look for the playground. Trunk calls it after each build and names the folder of the site.
import { cpSync } from "node:fs";
import { join } from "node:path";

const { RAMPLAY_DOCS: docs, TRUNK_STAGING_DIR: site } = process.env;
if (docs && site) cpSync(docs, join(site, "docs"), { recursive: true });
