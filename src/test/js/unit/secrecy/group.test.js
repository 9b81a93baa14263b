import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Group } from '../../../../main/webapp/app/cipher/group.js';
import { drawKey } from '../../../../main/webapp/app/cipher/keys.js';

const key = drawKey();

/** @param {string} [participant] @param {Uint8Array} [known] */
function person(participant = randomUUID(), known = key) {
  return { participant, key: known };
}

/** What members have in common, as text. @param {Group} group */
async function secretOf(group) {
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new Uint8Array(0) }, await group.secret('frames'), 256);
  return Buffer.from(bits).toString('hex');
}

/** @param {Group[]} groups */
async function agree(groups) {
  const secrets = await Promise.all(groups.map(secretOf));
  assert.equal(new Set(secrets).size, 1);
  return secrets[0];
}

/** Somebody joins a group; all others follow. @param {Group[]} groups @param {{participant: string, key: Uint8Array}} who */
async function joined(groups, who) {
  const { group, commit } = await Group.join(who, await groups[0].info());
  return [...(await Promise.all(groups.map((one) => one.after(commit)))), group];
}

test('all members have the same secret, and another one after each join', async () => {
  let groups = [await Group.found(person())];
  const secrets = new Set([await agree(groups)]);
  for (let i = 0; i < 6; i++) {
    groups = await joined(groups, person());
    secrets.add(await agree(groups));
  }
  assert.equal(secrets.size, 7);
  assert.equal(new Set(groups.map((group) => group.leaf)).size, 7);
});

test('browsers join that make no JWK of a key that came without its public half', async () => {
  const { exportKey } = crypto.subtle;
  crypto.subtle.exportKey = /** @type {typeof exportKey} */ (
    async (/** @type {'jwk'} */ format, /** @type {CryptoKey} */ one) => {
      if (format === 'jwk' && one.algorithm.name === 'X25519' && one.type === 'private') throw new DOMException('as Firefox 140', 'OperationError');
      return exportKey.call(crypto.subtle, format, one);
    }
  );
  try {
    let groups = [await Group.found(person())];
    for (let i = 0; i < 3; i++) groups = await joined(groups, person());
    await agree(groups);
  } finally {
    crypto.subtle.exportKey = exportKey;
  }
});

test('who was taken out does not know the next secret, and others can join in the free place', async () => {
  const people = Array.from({ length: 5 }, () => person());
  let groups = [await Group.found(people[0])];
  for (const one of people.slice(1)) groups = await joined(groups, one);
  const before = await agree(groups);
  const step = await groups[0].without([people[2].participant, randomUUID()]);
  assert.ok(step);
  const gone = await groups[2].after(step.commit);
  assert.equal(gone.removed, true);
  assert.equal(await secretOf(gone), before);
  groups = [step.group, ...(await Promise.all([1, 3, 4].map((i) => groups[i].after(step.commit))))];
  assert.notEqual(await agree(groups), before);
  assert.ok(!groups[1].members.includes(people[2].participant));
  assert.equal(await groups[0].without([people[2].participant]), null);
  groups = await joined(groups, person());
  groups = await joined(groups, person());
  await agree(groups);
});

test('a participant who comes back takes their own place', async () => {
  const people = Array.from({ length: 4 }, () => person());
  let groups = [await Group.found(people[0])];
  for (const one of people.slice(1)) groups = await joined(groups, one);
  const { group, commit } = await Group.join(people[1], await groups[3].info());
  const others = await Promise.all([0, 2, 3].map((i) => groups[i].after(commit)));
  await agree([group, ...others]);
  assert.equal(group.members.length, 4);
  await assert.rejects(groups[1].after(commit), 'the earlier tab has no place any more');
});

test('who does not have the key is no member', async () => {
  const groups = await joined([await Group.found(person())], person());
  await assert.rejects(Group.join(person(randomUUID(), drawKey()), await groups[0].info()));
  // a stranger who trusts everybody, and is trusted by nobody
  const stranger = await Group.found(person(randomUUID(), drawKey()));
  await assert.rejects(Group.join(person(), await stranger.info()));
});

test('a commit for another epoch, or a damaged one, is refused', async () => {
  const groups = await joined([await Group.found(person())], person());
  const one = await Group.join(person(), await groups[0].info());
  const other = await Group.join(person(), await groups[0].info());
  const after = await groups[0].after(one.commit);
  await assert.rejects(after.after(other.commit));
  await assert.rejects(groups[1].after(`${one.commit.slice(0, -8)}AAAAAAAA`));
  await assert.rejects(groups[1].after(await groups[0].info()));
});
