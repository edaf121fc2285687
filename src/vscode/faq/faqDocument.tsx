import MarkdownIt from 'markdown-it';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Translate } from '../../base/message';
import type { Catalog, FaqEntry } from '../../catalog/model';
import { matchLabel } from '../../trace/words';
import type { Opinion } from './faqFeedback';
import { faqTitle } from './faqTitle';

export interface FaqDocument {
  readonly entry: FaqEntry;
  readonly catalog: Catalog;
  readonly opinion: Opinion | undefined;
  /** BCP 47, of the interface: the answers themselves are in French. */
  readonly language: string;
  readonly resources: {
    readonly style: string;
    readonly script: string;
    readonly cspSource: string;
    readonly nonce: string;
  };
}

/** One answer as a page. Text of the catalogue can bring neither HTML, images, scripts nor links other than to the Web. */
// @segur ST.CAT.01
export function faqDocument(document: FaqDocument, t: Translate): string {
  return `<!DOCTYPE html>${renderToString(<Page document={document} t={t} />)}`;
}

function Page({ document, t }: { document: FaqDocument; t: Translate }) {
  const { entry, catalog, resources } = document;
  const { style, script, cspSource, nonce } = resources;
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return (
    <html lang={document.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{faqTitle(entry)}</title>
        <link rel="stylesheet" href={style} />
      </head>
      <body data-entry={entry.id}>
        <main>
          <header>
            <p class="kicker">
              {t('FAQ · answer {0}', entry.id)}
              {entry.question !== undefined && entry.subject !== undefined && ` · ${entry.subject}`}
            </p>
            <h1 lang="fr">{entry.question ?? faqTitle(entry)}</h1>
            {entry.reconstructed === true && (
              <p class="aside">{t('This question is our reconstruction: the source gives the answer alone.')}</p>
            )}
            <Facets entry={entry} catalog={catalog} />
          </header>
          <article lang="fr" dangerouslySetInnerHTML={{ __html: answerHtml(entry.answer) }} />
          <Requirements entry={entry} catalog={catalog} t={t} />
          <Feedback document={document} t={t} />
          <Source entry={entry} catalog={catalog} t={t} />
        </main>
        <script nonce={nonce} src={script} />
      </body>
    </html>
  );
}

function Facets({ entry, catalog }: { entry: FaqEntry; catalog: Catalog }) {
  const shown = catalog.facets.filter((facet) => entry.facets[facet.id] !== undefined);
  if (shown.length === 0) {
    return null;
  }
  return (
    <ul class="facets" lang="fr">
      {shown.map((facet) => (
        <li key={facet.id} title={facet.question}>
          <span class="hidden">{facet.question} </span>
          {entry.facets[facet.id]}
        </li>
      ))}
    </ul>
  );
}

function Requirements({ entry, catalog, t }: { entry: FaqEntry; catalog: Catalog; t: Translate }) {
  if (entry.requirements.length === 0) {
    return null;
  }
  return (
    <Section id="requirements" title={t('Requirements that it concerns')}>
      <ul class="requirements">
        {entry.requirements.map(({ requirement, match }) => (
          <li key={requirement}>
            <button type="button" data-requirement={requirement} title={t('Show it in the Requirements view')}>
              <code>{requirement}</code> <span lang="fr">{catalog.requirement(requirement)?.title}</span>
            </button>
            <span class="match">{matchLabel(t, match)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Feedback({ document, t }: { document: FaqDocument; t: Translate }) {
  const useful = document.opinion?.useful;
  return (
    <Section id="feedback" title={document.catalog.feedbackQuestion ?? t('Was this answer useful to you?')}>
      <div class="opinion" role="group" aria-labelledby="feedback">
        <button type="button" data-useful="true" aria-pressed={useful === true}>
          {t('Yes')}
        </button>
        <button type="button" data-useful="false" aria-pressed={useful === false}>
          {t('No')}
        </button>
        <span class="aside">{t('Kept in this workspace, sent nowhere.')}</span>
      </div>
    </Section>
  );
}

function Source({ entry, catalog, t }: { entry: FaqEntry; catalog: Catalog; t: Translate }) {
  const source = catalog.catalogs.find((info) => info.file === entry.location.file)?.source;
  if (source === undefined) {
    return null;
  }
  const title = isWebAddress(source.url) ? <a href={source.url}>{source.title}</a> : source.title;
  return (
    <footer>
      {t('Source:')} {title}
      {source.retrieved !== undefined && ` (${source.retrieved})`}
    </footer>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

const markdown = new MarkdownIt({ html: false, linkify: true }).disable('image');
markdown.validateLink = isWebAddress;

function answerHtml(answer: string): string {
  return markdown.render(answer);
}

function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//iu.test(url);
}
