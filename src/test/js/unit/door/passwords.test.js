import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PasswordKeeper } from '../../../../main/webapp/app/session/passwords.js';

/** @type {Map<string, string>} */
const stored = new Map();
Object.assign(globalThis, {
  sessionStorage: {
    /** @param {string} key */
    getItem: (key) => stored.get(key) ?? null,
    /** @param {string} key @param {string} value */
    setItem: (key, value) => void stored.set(key, value),
    /** @param {string} key */
    removeItem: (key) => void stored.delete(key),
  },
});

test('a password that the server did not take gives way to the one before', () => {
  const keeper = new PasswordKeeper('abc');
  keeper.keep('first horse');
  keeper.keep('second horse');
  keeper.takeBack();
  assert.equal(keeper.read(), 'first horse');
  assert.equal(new PasswordKeeper('abc').read(), 'first horse');
});
