import { base64OfBytes } from '../../server/src/base64';

/** Something nobody can guess: only scripts that bear it run in our pages. */
export function createNonce(): string {
  return base64OfBytes(crypto.getRandomValues(new Uint8Array(16)));
}
