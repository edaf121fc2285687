import type { Translate } from '../../base/message';
import { BIGGEST_PNG } from '../../evidence/png';
import { html } from '../../report/markup';

export interface PastePage {
  readonly id: string;
  /** Of the requirement. */
  readonly title: string;
  /** BCP 47, of the interface. */
  readonly language: string;
  /** Where it is kept. */
  readonly folder: string;
  readonly style: string;
  readonly script: string;
  readonly cspSource: string;
  readonly nonce: string;
}

/** The page that takes a screenshot. Text of the catalogue stays text. */
export function pastePage(page: PastePage, t: Translate): string {
  const policy = `default-src 'none'; img-src blob:; style-src ${page.cspSource}; script-src 'nonce-${page.nonce}'; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.id}</title>
        <link rel="stylesheet" href="${page.style}" />
      </head>
      <body
        data-biggest="${BIGGEST_PNG}"
        data-not-png="${t('This is no picture in PNG format')}"
        data-too-large="${t('This picture is larger than {0} MB', BIGGEST_PNG / 1024 / 1024)}"
        data-taken="${t('A picture of {0} × {1} pixels, not saved yet.', '{0}', '{1}')}"
        data-nothing="${t('There is no picture in the clipboard.')}"
        data-denied="${t('The clipboard could not be read: click into the frame and press Ctrl+V (Cmd+V on a Mac).')}"
      >
        <main>
          <h1>${page.id} <span lang="fr">${page.title}</span></h1>
          <p class="aside">${t('It is kept in {0}, and declared in segur.yaml.', page.folder)}</p>
          <div id="place" tabindex="0" role="group" aria-label="${t('Screenshot')}">
            <p id="hint">
              ${t('Press Ctrl+V (Cmd+V on a Mac) to paste a screenshot, or drop a PNG file here while you hold Shift.')}
            </p>
            <img id="image" alt="${t('The screenshot that is going to be saved')}" hidden />
          </div>
          <p id="status" role="status"></p>
          <div class="buttons">
            <button id="save" class="primary" type="button" disabled>${t('Save as a proof')}</button>
            <button id="paste" type="button">${t('Paste')}</button>
            <button id="choose" type="button">${t('Choose a file…')}</button>
            <input id="file" type="file" accept="image/png" hidden />
          </div>
        </main>
        <script nonce="${page.nonce}" src="${page.script}"></script>
      </body>
    </html>`.text;
}
