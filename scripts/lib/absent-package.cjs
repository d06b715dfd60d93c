// Stands in the bundles for packages that are never called there.
module.exports = {};
