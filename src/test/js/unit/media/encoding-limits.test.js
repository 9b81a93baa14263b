import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EncodingLimits } from '../../../../main/webapp/app/media/encoding-limits.js';

/** Takes one change at a time, as browsers do, and refuses what comes meanwhile. */
class BusySender {
  /** @type {any[]} */
  encodings = [{ rid: 'l' }, { rid: 'm' }];
  refusals = 0;
  #busy = false;

  /** @returns {any} */
  getParameters() {
    return { encodings: structuredClone(this.encodings) };
  }

  /** @param {any} parameters */
  async setParameters(parameters) {
    await Promise.resolve();
    if (this.#busy) {
      this.refusals++;
      throw new DOMException('busy', 'InvalidStateError');
    }
    this.#busy = true;
    await Promise.resolve();
    this.encodings = parameters.encodings;
    this.#busy = false;
  }
}

/** @param {() => any} sender */
function limitsOf(sender) {
  const wish = { active: true };
  const limits = new EncodingLimits(sender, (count) => Array.from({ length: count ?? 0 }, () => ({ ...wish })));
  return { wish, limits };
}

test('what is wished while limits are being set is set after them', async () => {
  const sender = new BusySender();
  const { wish, limits } = limitsOf(() => sender);
  const first = limits.apply();
  wish.active = false;
  await Promise.all([first, limits.apply()]);
  assert.deepEqual(sender.encodings, [{ rid: 'l', active: false }, { rid: 'm', active: false }]);
  wish.active = true;
  await limits.apply();
  assert.deepEqual(sender.encodings, [{ rid: 'l', active: true }, { rid: 'm', active: true }]);
});

test('a change that somebody else is in the way of is made again', async () => {
  const sender = new BusySender();
  const { wish, limits } = limitsOf(() => sender);
  wish.active = false;
  const other = sender.setParameters(sender.getParameters());
  await Promise.all([other, limits.apply()]);
  assert.ok(sender.refusals > 0);
  assert.deepEqual(sender.encodings, [{ rid: 'l', active: false }, { rid: 'm', active: false }]);
});

test('a sender that takes nothing any more is left alone', async () => {
  let asked = 0;
  const { limits } = limitsOf(() => ({
    getParameters: () => ({ encodings: [{}] }),
    setParameters: async () => {
      asked++;
      throw new DOMException('closed', 'InvalidStateError');
    },
  }));
  await limits.apply();
  assert.ok(asked > 0 && asked < 50);
});

test('any other refusal is told', async () => {
  const { limits } = limitsOf(() => ({
    getParameters: () => ({ encodings: [{}] }),
    setParameters: () => Promise.reject(new RangeError('scale')),
  }));
  await assert.rejects(limits.apply(), RangeError);
});

test('without a sender, or before it has encodings, nothing happens', async () => {
  await limitsOf(() => undefined).limits.apply();
  await limitsOf(() => ({ getParameters: () => ({}) })).limits.apply();
});
