/**
 * A PDF of pictures, one a page (ISO 32000-1: a catalogue, a tree of pages, a content and a JPEG for each, and the table of where they begin). Pure.
 *
 * @typedef {{jpeg: Uint8Array, width: number, height: number}} Sheet pixels
 */

/** Points of the longer side of a page: A4. */
const LONG = 842;

/** @param {readonly Sheet[]} sheets @returns {Uint8Array} */
export function pdfOf(sheets) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  /** @type {number[]} */
  const begins = [];
  let length = 0;
  const put = (/** @type {string | Uint8Array} */ part) => {
    const bytes = typeof part === 'string' ? Uint8Array.from(part, (char) => char.charCodeAt(0)) : part;
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (/** @type {Array<string | Uint8Array>} */ ...parts) => {
    begins.push(length);
    put(`${begins.length} 0 obj\n`);
    parts.forEach(put);
    put('\nendobj\n');
  };
  put('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, i) => `${3 + 3 * i} 0 R`).join(' ')}] >>`);
  sheets.forEach(({ jpeg, width, height }, i) => {
    const factor = LONG / Math.max(width, height);
    const [w, h] = [(width * factor).toFixed(2), (height * factor).toFixed(2)];
    const content = `q ${w} 0 0 ${h} 0 0 cm /Picture Do Q`;
    const [contentAt, pictureAt] = [4 + 3 * i, 5 + 3 * i];
    object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${contentAt} 0 R /Resources << /XObject << /Picture ${pictureAt} 0 R >> >> >>`);
    object(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    object(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`, jpeg, '\nendstream');
  });
  const table = length;
  put(`xref\n0 ${begins.length + 1}\n0000000000 65535 f \n${begins.map((begin) => `${String(begin).padStart(10, '0')} 00000 n \n`).join('')}`);
  put(`trailer\n<< /Size ${begins.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const all = new Uint8Array(length);
  chunks.reduce((at, chunk) => (all.set(chunk, at), at + chunk.length), 0);
  return all;
}
