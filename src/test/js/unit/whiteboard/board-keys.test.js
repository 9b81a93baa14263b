import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardKeys } from '../../../../main/webapp/app/whiteboard/board-keys.js';

/** @param {string} key @param {boolean} inDialog */
function press(key, inDialog) {
  let cancelled = 0;
  let taken = false;
  const parts = /** @type {any} */ ({ desk: { selection: {}, viewport: {} }, cancel: () => ++cancelled > 0 });
  boardKeys(parts)(
    /** @type {any} */ ({ key, target: { closest: () => (inDialog ? {} : null) }, preventDefault: () => (taken = true), stopPropagation: () => undefined }),
  );
  return { cancelled, taken };
}

test('the board takes Escape', () => {
  assert.deepEqual(press('Escape', false), { cancelled: 1, taken: true });
});

test('a dialog of the board keeps its own Escape', () => {
  assert.deepEqual(press('Escape', true), { cancelled: 0, taken: false });
});
