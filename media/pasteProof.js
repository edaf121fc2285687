// The page that takes a screenshot: shows what is pasted, dropped or chosen, and hands its bytes over when asked to save.
(() => {
  const vscode = acquireVsCodeApi();
  const { biggest, notPng, tooLarge, nothing, denied, taken } = document.body.dataset;
  const place = document.getElementById('place');
  const hint = document.getElementById('hint');
  const image = document.getElementById('image');
  const save = document.getElementById('save');
  const status = document.getElementById('status');
  const file = document.getElementById('file');
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  let bytes;

  const tell = (text) => {
    status.textContent = text;
  };

  const show = (next) => {
    if (image.src !== '') URL.revokeObjectURL(image.src);
    bytes = next;
    image.hidden = bytes === undefined;
    hint.hidden = bytes !== undefined;
    save.disabled = bytes === undefined;
    if (bytes === undefined) image.removeAttribute('src');
    else image.src = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
  };

  const take = async (blob) => {
    if (!blob) return tell(nothing);
    if (blob.size > Number(biggest)) return tell(tooLarge);
    const read = new Uint8Array(await blob.arrayBuffer());
    if (!signature.every((byte, at) => read[at] === byte)) return tell(notPng);
    show(read);
    save.focus();
  };

  const pictureIn = (transfer) => {
    const files = [...(transfer?.files ?? [])];
    return files.find(({ type }) => type === 'image/png') ?? files[0];
  };

  document.addEventListener('paste', (event) => {
    event.preventDefault();
    void take(pictureIn(event.clipboardData));
  });
  for (const name of ['dragenter', 'dragover']) {
    document.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add('over');
    });
  }
  document.addEventListener('dragleave', () => place.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('over');
    void take(pictureIn(event.dataTransfer));
  });
  file.addEventListener('change', () => {
    void take(file.files[0]);
    file.value = '';
  });
  document.getElementById('choose').addEventListener('click', () => file.click());
  document.getElementById('paste').addEventListener('click', async () => {
    try {
      const items = await navigator.clipboard.read();
      const item = items.find(({ types }) => types.includes('image/png'));
      await take(item && (await item.getType('image/png')));
    } catch {
      tell(denied);
    }
  });
  image.addEventListener('load', () =>
    tell(taken.replace('{0}', image.naturalWidth).replace('{1}', image.naturalHeight)),
  );
  image.addEventListener('error', () => {
    if (bytes !== undefined) {
      show(undefined);
      tell(notPng);
    }
  });
  save.addEventListener('click', () => {
    save.disabled = true;
    // What is disabled loses the focus.
    place.focus();
    vscode.postMessage({ png: bytes });
  });

  window.addEventListener('message', ({ data }) => {
    if (typeof data.saved === 'string') {
      show(undefined);
      tell(data.saved);
      place.focus();
    } else if (typeof data.kept === 'string') {
      save.disabled = bytes === undefined;
      if (bytes !== undefined) save.focus();
      tell(data.kept);
    }
  });
  place.focus();
})();
