// Loaded before everything else: whoever asks for the network is written down and refused.
const { appendFileSync } = require('node:fs');
const refuse = (what) => () => {
  appendFileSync(process.env.NETWORK_LOG, `${what}\n`);
  throw new Error(`no network: ${what}`);
};
const doors = {
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6'],
};
for (const [name, functions] of Object.entries(doors))
  for (const door of functions) require(`node:${name}`)[door] = refuse(`${name}.${door}`);
require('node:net').Socket.prototype.connect = refuse('net.Socket.connect');
Object.assign(globalThis, { fetch: refuse('fetch') });
