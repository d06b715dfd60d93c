import assert from 'node:assert/strict';
import type { ClientFeatures } from '../../../server/src/connection/client-features';
import type { Log } from '../../../server/src/connection/log';
import { SettingsSource } from '../../../server/src/connection/settings-source';

describe('The source of settings', () => {
  let answer: unknown;
  let asked: string[];
  const sourceFor = (configuration: boolean): SettingsSource => {
    const client = { configuration, options: { settings: {} } } as Partial<ClientFeatures> as ClientFeatures;
    const ask = (uri: string): Promise<unknown> => {
      asked.push(uri);
      return Promise.resolve(answer);
    };
    return new SettingsSource(client, ask, {} as Log);
  };
  beforeEach(() => {
    answer = { 问题上限: 5 };
    asked = [];
  });

  it('tells a change from being told of the same settings once more', async () => {
    const source = sourceFor(true);
    await source.for('稿');
    assert.equal(await source.changed({ yaodian: answer }), false);
    assert.deepEqual(asked, ['稿', '稿']);
    answer = { 问题上限: 6 };
    assert.equal(await source.changed(null), true);
    assert.equal((await source.for('稿')).maximum, 6);
    assert.equal(asked.length, 3);
  });

  it('of a client that cannot be asked looks at what it sends', async () => {
    const source = sourceFor(false);
    assert.equal(await source.changed({ yaodian: {} }), false);
    assert.equal(await source.changed({ yaodian: { 问题上限: 6 } }), true);
    assert.equal((await source.for('稿')).maximum, 6);
    assert.deepEqual(asked, []);
  });

  it('takes settings of many documents for changed without asking', async () => {
    const source = sourceFor(true);
    for (let i = 0; i < 20; i++) await source.for(`稿${i}`);
    assert.equal(await source.changed(null), true);
    assert.equal(asked.length, 20);
  });
});
