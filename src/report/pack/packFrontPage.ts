import { countText, dayText, type Translate } from '../../base/message';
import { commitText } from '../../evidence/packManifest';
import type { RequirementTrace, Trace } from '../../trace/model';
import { isSettled } from '../../trace/totals';
import { gapText, proofKindLabel, proofName, stateLabel, stateSymbol } from '../../trace/words';
import { factsMarkup } from '../factsMarkup';
import { styleSheet } from '../htmlStyle';
import { standalonePage } from '../page';
import { html, type Markup } from '../markup';
import { scrolled } from '../scrolled';
import { documentFacts, productName } from '../summary';
import { nothingPacked } from './nothingPacked';
import type { PackOptions, PackPlan, PlannedFile } from './packModel';

/** Page one of the pack: what is missing comes first, then what is there, with links into the pack. No script. */
export function packFrontPage(
  trace: Trace,
  rows: readonly RequirementTrace[],
  proofs: readonly PlannedFile[],
  head: PackPlan['head'],
  options: PackOptions,
): string {
  const { t, language } = options;
  const title = titleOf(trace, head, t);
  const body = html`<header>
      <h1>${title}</h1>
      ${factsMarkup(facts(trace, options))}
    </header>
    <main>
      ${missingSection(rows, t)} ${contents(rows, proofs, t)}
      <p class="muted">
        <a href="matrice/matrice.html">${t('The whole matrix')}</a>.
        ${t('MANIFEST.json holds the SHA-256 of each file; segur-trace verify checks them.')}
        ${t('The encrypted ZED container for Convergence is made with your own ZED software.')}
      </p>
    </main>`;
  return standalonePage({ language, title, styles: [styleSheet], body });
}

function titleOf(trace: Trace, { chapter }: PackPlan['head'], t: Translate): string {
  const name = productName(trace);
  const dossier = name === '' ? t('Evidence pack') : t('Evidence pack — {0}', name);
  return chapter === undefined ? dossier : `${dossier} — ${chapter === '' ? t('Without a chapter') : chapter}`;
}

function facts(trace: Trace, { t, language, commit }: PackOptions): readonly (readonly [string, string])[] {
  return [...documentFacts(trace, { t, language }), [t('Commit'), commitText(commit ?? null, t)]];
}

function missingSection(rows: readonly RequirementTrace[], t: Translate): Markup {
  const open = rows.filter(({ state }) => !isSettled(state));
  const blocking = open.filter(({ requirement }) => requirement.nature === 'exigence');
  if (open.length === 0) {
    return html`<section>
      <h2>${t('What is missing')}</h2>
      <p class="satisfied">✓ ${t('Nothing: every requirement is satisfied or decided.')}</p>
    </section>`;
  }
  const chapters = [...new Set(open.map(({ requirement }) => requirement.chapter))];
  return html`<section>
    <h2>${t('What is missing')}</h2>
    <p class="${blocking.length === 0 ? 'satisfied' : 'missing'}">
      ${
        blocking.length === 0
          ? t('Recommendations alone: they do not keep a chapter from being ready.')
          : t('Requirements that are neither satisfied nor decided: {0}', countText(t, blocking.length))
      }
    </p>
    ${chapters.map((chapter) =>
      missingTable(
        chapter,
        open.filter(({ requirement }) => requirement.chapter === chapter),
        t,
      ),
    )}
  </section>`;
}

function missingTable(chapter: string | undefined, rows: readonly RequirementTrace[], t: Translate): Markup {
  const name = chapter ?? t('Without a chapter');
  const cells = rows.map((row): RowCells => {
    const note = row.requirement.nature === 'préconisation' ? ` (${t('recommendation (PEUT)')})` : '';
    return { row, note, items: row.gaps.map((gap) => html`<li>${gapText(t, gap)}</li>`) };
  });
  return html`<h3>${name}</h3>
    ${packTable(name, t('What is missing'), cells, t)}`;
}

function contents(rows: readonly RequirementTrace[], files: readonly PlannedFile[], t: Translate): Markup {
  const packed = new Map<string, PlannedFile>();
  for (const file of files) {
    const key = copyKey(file.row, file.original);
    packed.set(key, packed.get(key) ?? file);
  }
  const cells = rows
    .filter((row) => row.proofs.length > 0 || row.decision !== undefined)
    .map((row): RowCells => ({ row, note: '', items: proofLines(row, packed, t) }));
  if (cells.length === 0) {
    return html`<section>
      <h2>${t('Contents')}</h2>
      <p class="missing">${nothingPacked(t)}</p>
    </section>`;
  }
  return html`<section>
    <h2>${t('Contents')}</h2>
    ${packTable(t('Contents'), t('Proofs and decision'), cells, t)}
  </section>`;
}

/** What a row of a table of the page says. */
interface RowCells {
  readonly row: RequirementTrace;
  /** Behind the state. */
  readonly note: string;
  readonly items: readonly Markup[];
}

function packTable(label: string, heading: string, rows: readonly RowCells[], t: Translate): Markup {
  return scrolled(
    label,
    html`<table class="pack">
      <thead>
        <tr>
          <th scope="col">${t('Requirement')}</th>
          <th scope="col">${t('State')}</th>
          <th scope="col">${heading}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ row: { requirement, state }, note, items }) =>
            html`<tr>
              <th scope="row"><span class="id">${requirement.id}</span> ${requirement.title}</th>
              <td class="${state}">${stateSymbol(state)} ${stateLabel(t, state)}${note}</td>
              <td>
                <ul>
                  ${items}
                </ul>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`,
  );
}

/** Each requirement has a copy of its own of a file. */
function copyKey(row: string | undefined, original: string | undefined): string {
  return JSON.stringify([row, original]);
}

function proofLines(
  { requirement, proofs, decision }: RequirementTrace,
  packed: ReadonlyMap<string, PlannedFile>,
  t: Translate,
): Markup[] {
  const lines = proofs.flatMap(({ entry, files }) => {
    const facts = [proofKindLabel(t, entry.kind), dayText(t, entry.date)].filter(isThere).join(', ');
    if (entry.files === undefined) {
      return [html`<li>${proofName(entry)} <small>${facts}</small></li>`];
    }
    return files.flatMap(({ path }) => {
      const copy = packed.get(copyKey(requirement.id, path));
      return copy === undefined
        ? []
        : [
            html`<li>
              <a href="${copy.path.split('/').map(encodeURIComponent).join('/')}">${copy.path}</a>
              <small>${facts}</small>
            </li>`,
          ];
    });
  });
  if (decision !== undefined) {
    lines.push(
      html`<li>
        ${decision.reason} <small>${[decision.by, dayText(t, decision.date)].filter(isThere).join(', ')}</small>
      </li>`,
    );
  }
  return lines;
}

function isThere(part: string | undefined): boolean {
  return part !== undefined && part !== '';
}
