// Takes pictures of the page: node screenshots.mjs FOLDER
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { assertQuiet, closeAll, closePage, openPage } from "./harness.mjs";
import { VIEWS } from "./views.mjs";

const WINDOWS = [
  { name: "wide", width: 1280, height: 800 },
  { name: "narrow", width: 390, height: 844 },
];
const COLOR_SCHEMES = ["light", "dark"];

const [folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

for (const view of VIEWS) {
  for (const window of WINDOWS) {
    for (const colorScheme of COLOR_SCHEMES) {
      // Reduced motion, so that nothing is caught halfway.
      const page = await openPage({ reducedMotion: "reduce", ...view.options, ...window, colorScheme });
      await view.show(page);
      const file = join(folder, `${view.name}-${window.name}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: view.fullPage ?? false, animations: "disabled" });
      console.log(`  ${file}`);
      assertQuiet(page);
      await closePage(page);
    }
  }
}
await closeAll();
