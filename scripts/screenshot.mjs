// Takes the pictures of the documentation from the real editor, on a copy of samples/.
// usage: npm run screenshots [-- NAME…]
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from './lib/bundle.mjs';
import { withEditor } from './lib/editor.mjs';
import { endOnSignals } from './lib/processes.mjs';
import { pictures } from './lib/pictures.mjs';

endOnSignals();
// As people see it, where there is such a browser.
process.env.YAODIAN_BROWSER ??= 'system';
const wanted = process.argv.slice(2);
await bundle();
for (const [name, { steps, ...options }] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (options.folder) await mkdir(options.folder, { recursive: true });
  await withEditor(options, async (editor) => {
    const of = await steps(editor);
    const file = await editor.screenshot(path.join('docs/images', `${name}.png`), { of });
    console.log(path.relative(process.cwd(), file));
  });
}
process.exit();
