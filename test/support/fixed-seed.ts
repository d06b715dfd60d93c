import fc from 'fast-check';

/**
 * Properties draw the same examples in every run, so that a failure is the change's and can be repeated. Other
 * examples: `FUZZ_SEED=7 npm run test:unit`.
 */
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env.FUZZ_SEED ?? 20_260_101),
  // The reporter shows messages only, not their causes.
  includeErrorInReport: true,
});
