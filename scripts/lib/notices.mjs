import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './bundle.mjs';

/** The folders of the packages whose code is in the bundles, from esbuild's metafiles. */
function packageFolders(metafiles) {
  const folders = new Set();
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs));
  for (const [file, { bytesInOutput }] of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (match && bytesInOutput > 0) folders.add(path.resolve(root, match[1]));
  }
  return [...folders].sort();
}

async function notice(folder) {
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const license =
    typeof manifest.license === 'string' ? manifest.license : (manifest.license?.type ?? 'unknown');
  const text =
    texts.map((part) => part.trim()).join('\n\n') || `License: ${license} (the package has no licence file)`;
  return { name: `${manifest.name} ${manifest.version}`, license, text };
}

/** One text with the licences of all packages in the bundles; equal texts stand once. */
export async function thirdPartyNotices(metafiles) {
  const notices = await Promise.all(packageFolders(metafiles).map(notice));
  const unknown = notices.filter(({ license }) => license === 'unknown');
  if (unknown.length > 0)
    throw new Error(`no licence is known of ${unknown.map(({ name }) => name).join(', ')}`);
  const byText = new Map();
  for (const one of notices) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const parts = [...byText].map(
    ([text, members]) =>
      `${members.map(({ name, license }) => `${name} (${license})`).join('\n')}\n\n${text}\n`,
  );
  const line = `\n${'-'.repeat(78)}\n\n`;
  return {
    text: ['Yaodian contains code of the following packages.\n', ...parts].join(line),
    count: notices.length,
  };
}
