// Loaded before everything else: a disk that refuses new files, what is to be in them, or to put one in another's place.
const fs = require('node:fs');

const REFUSING = { ENOSPC: 'writeSync', EDQUOT: 'writeSync', EBUSY: 'renameSync', EPERM: 'renameSync' };
const code = process.env.REFUSE;
const name = REFUSING[code] ?? 'openSync';
const real = fs[name];
fs[name] = (...given) => {
  if (name === 'openSync' && given[1] !== 'wx') return real(...given);
  throw Object.assign(new Error(`${code}: refused`), { code });
};
