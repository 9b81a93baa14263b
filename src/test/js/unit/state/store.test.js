import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Store } from '../../../../main/webapp/app/state/store.js';

const counting = () => new Store((/** @type {number} */ n, /** @type {number} */ add) => n + add, 0);

test('tells a new subscriber the present state', () => {
  const seen = [];
  counting().subscribe((n) => seen.push(n));
  assert.deepEqual(seen, [0]);
});

test('tells several actions in a row as one change', async () => {
  const store = counting();
  const seen = [];
  store.subscribe((n) => seen.push(n));
  store.dispatch(1);
  store.dispatch(2);
  await Promise.resolve();
  assert.deepEqual(seen, [0, 3]);
});

test('says nothing when nothing changed, or after the end', async () => {
  const store = counting();
  const seen = [];
  const end = store.subscribe((n) => seen.push(n));
  store.dispatch(0);
  await Promise.resolve();
  end();
  store.dispatch(5);
  await Promise.resolve();
  assert.deepEqual(seen, [0]);
});

test('tells who looks at one slice of changes there only', async () => {
  const store = new Store((state, change) => ({ ...state, ...change }), { chat: 0, people: 0 });
  const seen = [];
  store.subscribe(({ people }) => seen.push(people), ['people']);
  store.dispatch({ chat: 1 });
  await Promise.resolve();
  store.dispatch({ people: 2 });
  store.dispatch({ chat: 3 });
  await Promise.resolve();
  assert.deepEqual(seen, [0, 2]);
});
