import assert from 'node:assert/strict';
import test from 'node:test';
import { ViewWishes } from '../../../../main/webapp/app/session/view-wishes.js';

const ONE = [{ slot: 0, participant: 'ada', source: /** @type {const} */ ('camera'), height: 180 }];

test('wishes are told once, and again when the server does not know them or did not look at them', () => {
  /** @type {unknown[]} */
  const said = [];
  let open = true;
  const wishes = new ViewWishes((message) => open && said.push(message) > 0);
  wishes.are(ONE);
  wishes.are([...ONE]);
  assert.deepEqual(said, [{ type: 'view', wishes: ONE }]);
  wishes.forget();
  wishes.are(ONE);
  assert.equal(said.length, 2);
  wishes.again();
  assert.equal(said.length, 3);
  open = false;
  wishes.are([]);
  open = true;
  wishes.are([]);
  assert.deepEqual(said[3], { type: 'view', wishes: [] });
});
