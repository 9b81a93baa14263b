import { Upload } from '../platform/upload.js';

/**
 * All uploads of a page: a few at a time, each in its turn. What an earlier page began is taken up when the same file comes again.
 *
 * @typedef {import('./marks.js').Marks} Marks
 * @typedef {import('../platform/upload.js').Place} Place
 * @typedef {import('../platform/upload.js').Wish} Wish
 * @typedef {{ id: string, drive: string, folder: string, name: string, size: number }} Left
 */

const AT_ONCE = 3;

export class Queue {
  /** @param {() => void} changed @param {Marks} marks @param {ConstructorParameters<typeof Upload>[3]} [means] */
  constructor(changed, marks, means) {
    this.changed = changed;
    this.marks = marks;
    this.means = { ...means, begun: marks.keep.bind(marks) };
    /** @type {Upload[]} */
    this.uploads = [];
    /** @type {Left[]} what an earlier page began and did not end */
    this.left = [];
  }

  /** What the server says that there is. @param {Left[]} left */
  resumable(left) {
    this.left = left;
    this.marks.retain([...left.map(({ id }) => id), ...this.uploads.map(({ id }) => id)]);
    this.changed();
  }

  /** @param {Place} place @param {Wish[]} wishes */
  add(place, wishes) {
    for (const wish of wishes) {
      const upload = new Upload(place, wish, this.changed, this.means);
      const name = wish.path.slice(wish.path.lastIndexOf('/') + 1);
      const known = this.left.findIndex((one) => one.name === name && one.size === wish.file.size && one.drive === place.drive && this.marks.fits(one.id, wish));
      if (known >= 0) upload.id = this.left.splice(known, 1)[0].id;
      this.uploads.push(upload);
    }
    this.changed();
    this.start();
  }

  start() {
    const free = AT_ONCE - this.uploads.filter((one) => one.state === 'going').length;
    for (const next of this.uploads.filter((one) => one.state === 'waiting').slice(0, Math.max(0, free))) {
      next.run().then(() => this.start());
    }
  }

  /** @param {Upload} upload */
  resume(upload) {
    upload.become('waiting');
    this.start();
  }

  /** @param {Upload} upload */
  async remove(upload) {
    await upload.cancel();
    this.uploads = this.uploads.filter((one) => one !== upload);
    this.changed();
    this.start();
  }

  get open() {
    return this.uploads.filter((one) => one.state === 'going' || one.state === 'waiting').length;
  }

  get done() {
    return this.uploads.filter((one) => one.state === 'done' || one.state === 'moving').length;
  }
}
