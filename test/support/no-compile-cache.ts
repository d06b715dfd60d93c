/** Programs that tests start leave nothing in the cache folder of whoever runs the tests; a test may ask for it. */
process.env['NODE_DISABLE_COMPILE_CACHE'] ??= '1';
