// Stands in the bundles for browsers for what is everywhere in Node. Of `process`, streams take `nextTick` alone.
module.exports = {
  Buffer: require('buffer').Buffer,
  process: {
    browser: true,
    env: {},
    nextTick: (call, ...values) => Promise.resolve().then(() => call(...values)),
  },
};
