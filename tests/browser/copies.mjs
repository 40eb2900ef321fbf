// Copies of the built site, on servers of their own: what they serve can be changed, and taken away.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { DIST, PATH } from "./harness.mjs";
import { serve } from "./server.mjs";

const OFFLINE = fileURLToPath(new URL("../../web/offline.mjs", import.meta.url));

const copies = [];

/** Writes the list of a site's files, as a release build does. */
export const list = (folder) => execFileSync(process.execPath, [OFFLINE, folder]);

/** A copy with a service worker: its folder, its address, and a function that ends its server. */
export async function copy() {
  const folder = mkdtempSync(join(tmpdir(), "ramplay-site-"));
  cpSync(DIST, folder, { recursive: true });
  list(folder);
  const site = { folder, ...(await serve(folder, PATH)) };
  copies.push(site);
  return site;
}

/** Ends all servers and takes the copies away. */
export async function removeCopies() {
  for (const { folder, close } of copies.splice(0)) {
    await close();
    rmSync(folder, { recursive: true });
  }
}
