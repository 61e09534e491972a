// Builds what browsers get: one stylesheet, one script and two font files, all below static/build/.
// Run by `npm run build`. Fonts keep relative addresses, so that the site can give every file a hashed name.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";
import * as sass from "sass";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const out = path.join(here, "build");
const fontFiles = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@fontsource/atkinson-hyperlegible-next/package.json")),
  "files",
);

await rm(out, { recursive: true, force: true });
await mkdir(path.join(out, "fonts"), { recursive: true });
await Promise.all([styles(), script(), ...[400, 700].map(font)]);

async function styles() {
  const { css } = sass.compile(path.join(here, "scss", "site.scss"), {
    loadPaths: [path.join(root, "node_modules")],
    quietDeps: true,
    style: "compressed",
  });
  // Sass leaves long hand-written values alone; esbuild folds equal rules and shortens the rest.
  const { code } = await esbuild.transform(css, { loader: "css", minify: true });
  await writeFile(path.join(out, "site.css"), code);
}

async function script() {
  await esbuild.build({
    entryPoints: [path.join(here, "js", "site.js")],
    outfile: path.join(out, "site.js"),
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2020",
  });
}

async function font(weight) {
  const name = `atkinson-hyperlegible-next-latin-${weight}-normal.woff2`;
  await cp(path.join(fontFiles, name), path.join(out, "fonts", `atkinson-${weight}.woff2`));
}
