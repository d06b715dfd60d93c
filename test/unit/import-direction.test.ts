import assert from 'node:assert/strict';
import { importFault } from '../../scripts/lib/eslint-layers.mjs';

const options = {
  layers: { dialect: [], rules: ['dialect'], 'server.ts': ['rules'], client: [] },
  packages: { dialect: /^node:/ },
  peers: { rules: /^server\/src\/rules\/[^/]+\// },
};

describe('direction of imports', () => {
  it('lets a layer import what stands below it', () => {
    assert.equal(importFault('server/src/rules/numbering/gap.ts', '../../dialect/model', options), undefined);
    assert.equal(importFault('server/src/server.ts', './rules/index', options), undefined);
  });

  it('refuses an import from a layer above', () => {
    assert.match(
      importFault('server/src/dialect/model.ts', '../rules/rule', options) ?? '',
      /dialect must not import rules/,
    );
    assert.match(
      importFault('client/src/extension.ts', '../../server/src/server', options) ?? '',
      /client must not import server\.ts/,
    );
  });

  it('refuses that two rules know each other, but not that they share rule.ts', () => {
    assert.match(
      importFault('server/src/rules/numbering/gap.ts', './duplicate', options) ?? '',
      /one another/,
    );
    assert.equal(importFault('server/src/rules/numbering/gap.ts', '../rule', options), undefined);
  });

  it('refuses packages a layer may not have', () => {
    assert.match(importFault('server/src/dialect/model.ts', 'node:fs', options) ?? '', /node:fs/);
    assert.equal(importFault('server/src/dialect/model.ts', 'unified', options), undefined);
  });

  it('asks for a folder that nobody has placed', () => {
    assert.match(importFault('server/src/misc/x.ts', '../dialect/model', options) ?? '', /not in the table/);
  });
});
