// Loaded before everything else: a disk that refuses new files (REFUSE=EACCES) or what is to be in them (REFUSE=ENOSPC).
const fs = require('node:fs');
const code = process.env.REFUSE;
const name = code === 'EACCES' ? 'openSync' : 'writeSync';
const real = fs[name];
fs[name] = (...given) => {
  if (name === 'openSync' && given[1] !== 'wx') return real(...given);
  throw Object.assign(new Error(`${code}: refused`), { code });
};
