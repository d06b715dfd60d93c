import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Packages carry this moment instead of the clock's: the same draft gives the same bytes. */
export const MOMENT = '2020-01-01T00:00:00Z';
/** Zip entries begin at 1980. */
const ZIP_TIME = new Date(2020, 0, 1);

/** Packs the parts so that the same parts give the same bytes. */
export function zipPackage(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const packed: Zippable = {};
  for (const name of Object.keys(files).sort(packageOrder))
    packed[name] = [files[name] as Uint8Array, { mtime: ZIP_TIME, level: 6 }];
  return zipSync(packed);
}

/** The parts of a package, those that are XML changed. */
export function changeParts(
  bytes: Uint8Array,
  change: (name: string, xml: string) => string,
): Record<string, Uint8Array> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] =>
    name.endsWith('.xml') ? [name, strToU8(change(name, strFromU8(content)))] : [name, content],
  );
  return Object.fromEntries(parts);
}

/** [Content_Types].xml goes first, as readers that stream expect. */
function packageOrder(a: string, b: string): number {
  const first = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);
  return first(a) - first(b) || (a < b ? -1 : 1);
}
