/**
 * What a first visit loads before it shows Today or the sign-in screen: JavaScript and CSS, brotli, against the goal of
 * 75 kB. The goal is reported; only the ceiling fails, so that nothing heavy slips in unseen. Run after
 * `npm run build`; another folder may be given.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const GOAL = 75_000;
const CEILING = 80_000;
const folder = resolve(process.argv[2] ?? 'dist');

/** @type {Record<string, { file: string; css?: string[]; imports?: string[]; isEntry?: boolean }>} */
const manifest = JSON.parse(readFileSync(`${folder}/build-manifest.json`, 'utf8'));

/** @param {string} key @param {Set<string>} files */
function collect(key, files) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`No chunk ${key} in the build`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const sheet of chunk.css ?? []) files.add(sheet);
  for (const next of chunk.imports ?? []) collect(next, files);
}

const packed = (/** @type {string} */ file) =>
  brotliCompressSync(readFileSync(`${folder}/${file}`), {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).length;
const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

let worst = 0;
for (const screen of ['src/features/today/Today.svelte', 'src/features/sign-in/SignIn.svelte']) {
  /** @type {Set<string>} */
  const files = new Set();
  collect('index.html', files);
  collect(screen, files);
  const sizes = [...files].map((file) => ({ file, bytes: packed(file) })).sort((a, b) => b.bytes - a.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  worst = Math.max(worst, total);
  console.log(`${screen}: ${kB(total)} in ${sizes.length} files`);
  for (const { file, bytes } of sizes.slice(0, 8)) console.log(`  ${kB(bytes).padStart(9)}  ${file}`);
}
for (const file of readdirSync(`${folder}/assets`)) {
  if (/worker/i.test(file) && file.endsWith('.js'))
    console.log(`beside it, in the background: ${kB(packed(`assets/${file}`))} ${file}`);
}
console.log(`First load: ${kB(worst)}, ${(worst / GOAL).toFixed(2)} of the goal of ${kB(GOAL)}.`);
if (worst > CEILING) {
  console.error(
    `Above the ceiling of ${kB(CEILING)}: load the newcomer later, or raise the ceiling with a reason.`,
  );
  process.exit(1);
}
