import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { thresholdOf } from '../../server/src/engine';

describe('When V8 optimises', () => {
  it('is told by the flag of the version, and of one that nobody has looked at nothing is asked', () => {
    assert.equal(thresholdOf('11.3.244.8-node.33')?.flag, 'interrupt-budget');
    assert.equal(thresholdOf('12.4.254.21-node.57')?.flag, 'invocation-count-for-turbofan');
    assert.equal(thresholdOf('13.6.233.17-node.53')?.flag, 'invocation-count-for-turbofan');
    assert.equal(thresholdOf('12.2.281.27-electron.0'), undefined);
    assert.equal(thresholdOf('14.0.1'), undefined);
  });

  it('is, as usual, what the V8 at hand does by itself', () => {
    const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    const threshold = thresholdOf(process.versions.v8);
    if (threshold) assert.ok(options.includes(`--${threshold.flag}=${threshold.usual}\n`), threshold.flag);
    assert.match(options, /^ *--min-semi-space-size /m);
    assert.match(options, /^ *--regexp-tier-up /m);
  });
});
