/** Makes a chosen picture a small square before it is sent: a photo of a telephone has forty times as many bytes as are needed. */
const SIDE = 384;

/** @param {File} file @returns {Promise<string>} a `data:` address */
async function small(file) {
  const image = await createImageBitmap(file);
  const side = Math.min(image.width, image.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(SIDE, side);
  canvas.getContext('2d')?.drawImage(image, (image.width - side) / 2, (image.height - side) / 2, side, side, 0, 0, canvas.width, canvas.height);
  image.close();
  return canvas.toDataURL('image/png');
}

document.addEventListener('change', ({ target }) => {
  const input = target instanceof HTMLInputElement && target.dataset.picture ? target : null;
  const file = input?.files?.[0];
  if (!input || !file) return;
  const failed = document.querySelector(`[data-picture-failed="${input.id}"]`);
  failed?.setAttribute('hidden', '');
  small(file).then(
    (data) => {
      const field = /** @type {HTMLInputElement | null} */ (document.getElementById(input.dataset.picture ?? ''));
      if (field) field.value = data;
      document.getElementById(input.dataset.submit ?? '')?.click();
    },
    () => failed?.removeAttribute('hidden'),
  );
});
