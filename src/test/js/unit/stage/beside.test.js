import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange } from '../../../../main/webapp/app/stage/layout.js';
import { seating } from '../../../../main/webapp/app/stage/seating.js';
import { mediaSlice } from '../../../../main/webapp/app/state/media.js';
import { rulesSlice } from '../../../../main/webapp/app/state/rules.js';
import { viewSlice } from '../../../../main/webapp/app/state/view.js';

/** @import { Seen } from '../../../../main/webapp/app/stage/seating.js' */

const STAGE = { width: 1200, height: 700 };
const LOOKS = { large: 'bob', tiles: 9, selfView: true };

/** @param {Partial<Seen['view']>} view @param {Partial<Seen['rules']>} rules @param {string[]} shares @returns {Seen} */
const state = (view = {}, rules = {}, shares = []) => ({
  people: /** @type {any} */ ({ self: 'me', participants: ['me', 'bob', 'ina', 'cem'].map((id) => ({ id, role: 'participant' })), shares, speaking: {}, dominant: 'bob' }),
  rules: { ...rulesSlice.initial, ...rules },
  media: mediaSlice.initial,
  view: { ...viewSlice.initial, ...view },
});

test('an interpreter is kept large beside whoever speaks', () => {
  const { arrangement, seats } = seating(state({ beside: 'ina' }), STAGE, LOOKS);
  assert.equal(arrangement, 'beside');
  assert.deepEqual(seats.slice(0, 2).map(({ key }) => key), ['bob', 'ina']);
  assert.equal(seats.filter(({ key }) => key === 'ina').length, 1);
});

test('and beside a shared screen, for all when a moderator says so', () => {
  const { arrangement, seats } = seating(state({}, { beside: 'ina' }, ['bob']), STAGE, LOOKS);
  assert.equal(arrangement, 'beside');
  assert.deepEqual(seats.slice(0, 2).map(({ key }) => key), ['bob/screen', 'ina']);
});

test('one’s own wish counts before the moderator’s', () => {
  assert.equal(seating(state({ beside: 'cem' }, { beside: 'ina' }), STAGE, LOOKS).seats[1].key, 'cem');
});

test('who is not there is kept nowhere', () => {
  assert.equal(seating(state({ beside: 'gone' }), STAGE, LOOKS).arrangement, 'grid');
});

test('when the interpreter speaks, somebody else stays beside them', () => {
  const { seats } = seating(state({ beside: 'ina' }), STAGE, { ...LOOKS, large: 'ina' });
  assert.deepEqual(seats.slice(0, 2).map(({ key }) => key), ['bob', 'ina']);
});

test('the companion has a third of the stage, upright on a wide one, below on a tall one', () => {
  const [large, beside, small] = arrange('beside', 3, STAGE);
  assert.ok(large.width > 700 && beside.width > 380 && beside.x > large.width && small.y > beside.y + beside.height - 1);
  assert.ok(beside.height > beside.width);
  const [above, below] = arrange('beside', 2, { width: 400, height: 800 });
  assert.ok(below.y >= above.height && below.height > 260 && below.width === 400);
});
