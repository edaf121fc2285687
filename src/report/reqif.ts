import type { Proof } from '../evidence/model';
import type { Link, RequirementTrace, Trace } from '../trace/model';
import {
  gapText,
  linkStateLabel,
  natureLabel,
  proofKindLabel,
  proofName,
  proofStateLabel,
  testsText,
} from '../trace/words';
import { matrixGroups } from './matrixGroups';
import type { MatrixOptions } from './matrixFormat';
import { matrixRows, type MatrixRow } from './matrixRows';
import { placeHref } from './placeHref';
import {
  datatypes,
  specificationType,
  specTypes,
  values,
  type ObjectType,
  type RelationType,
  type Value,
} from './reqif/attributes';
import { element, group, idOf, textElement } from './reqif/elements';
import { documentFacts, documentTitle, productName } from './summary';

/** The format wants times, and the same trace gives the same bytes: this one stands where none was asked for. */
const NO_TIME = '2000-01-01T00:00:00Z';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u;

/**
 * The matrix as ReqIF 1.2, which tools for requirements read: requirements by chapter with their state, places in the code and proofs as objects of
 * their own, and relations that lead from these to what they implement, verify or prove. An official statement is in it only where the user's own
 * REM brought it. Ids are the same in every export.
 */
// @segur ST.OUT.04
export function writeReqif(trace: Trace, options: MatrixOptions): string {
  const { t, generatedAt } = options;
  const time = generatedAt !== undefined && INSTANT.test(generatedAt) ? generatedAt : NO_TIME;
  const content = new Content(time, options);
  const chapters = matrixGroups(matrixRows(trace, t), t).map(({ name, rows }) => content.chapter(name, rows));
  const specification = element(
    'SPECIFICATION',
    {
      IDENTIFIER: idOf('specification', productName(trace)),
      'LAST-CHANGE': time,
      'LONG-NAME': documentTitle(trace, t),
    },
    `<TYPE><SPECIFICATION-TYPE-REF>${specificationType}</SPECIFICATION-TYPE-REF></TYPE>`,
    group('CHILDREN', ...chapters),
  );
  const { objects, relations } = content;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    header(trace, time, options),
    '<CORE-CONTENT><REQ-IF-CONTENT>',
    datatypes(t, time),
    specTypes(time),
    group('SPEC-OBJECTS', ...objects),
    group('SPEC-RELATIONS', ...relations),
    group('SPECIFICATIONS', specification),
    '</REQ-IF-CONTENT></CORE-CONTENT>',
    '</REQ-IF>',
    '',
  ]
    .filter((line, n, all) => line !== '' || n === all.length - 1)
    .join('\n');
}

function header(trace: Trace, time: string, options: MatrixOptions): string {
  const facts = documentFacts(trace, options).map(([name, value]) => `${name}: ${value}`);
  return element(
    'THE-HEADER',
    {},
    element(
      'REQ-IF-HEADER',
      { IDENTIFIER: idOf('header', productName(trace)) },
      textElement('COMMENT', facts.join('\n')),
      textElement('CREATION-TIME', time),
      textElement('REQ-IF-TOOL-ID', 'segur-trace'),
      // That of the schema, which is one in ReqIF 1.0 to 1.2.
      textElement('REQ-IF-VERSION', '1.0'),
      textElement('SOURCE-TOOL-ID', 'segur-trace'),
      textElement('TITLE', documentTitle(trace, options.t)),
    ),
  );
}

/** Objects and relations as they come, each once. */
class Content {
  readonly objects: string[] = [];
  readonly relations: string[] = [];
  readonly #time: string;
  readonly #options: MatrixOptions;
  /** How many there are of one kind and key: several links of one function to one requirement are told apart by their order. */
  readonly #counts = new Map<string, number>();

  constructor(time: string, options: MatrixOptions) {
    this.#time = time;
    this.#options = options;
  }

  /** The place of a chapter in the specification, with those of its requirements. */
  chapter(name: string, rows: readonly MatrixRow[]): string {
    const id = this.#object('Chapter', name, [name], { 'ReqIF.ChapterName': name });
    return this.#place(id, ...rows.map((row) => this.#requirement(row)));
  }

  #requirement({ source: row, decision }: MatrixRow): string {
    const { requirement } = row;
    const { t } = this.#options;
    const id = this.#object('Requirement', requirement.id, [requirement.id], {
      'ReqIF.ForeignID': requirement.id,
      'ReqIF.Name': requirement.title,
      'ReqIF.Text': requirement.origin === 'imported' ? requirement.statement : undefined,
      'Segur.State': row.state,
      'Segur.Nature': natureLabel(t, requirement.nature),
      'Segur.Chapter': requirement.chapter,
      'Segur.Theme': requirement.theme,
      'Segur.Gaps': row.gaps.map((gap) => gapText(t, gap)).join('\n'),
      'Segur.Decision': decision,
    });
    for (const link of row.links) {
      this.#link(link, id, row);
    }
    for (const proof of row.proofs) {
      this.#proof(proof, id, row);
    }
    return this.#place(id);
  }

  #link(link: Link, requirement: string, row: RequirementTrace): void {
    const { t } = this.#options;
    const { file, unit, verb } = link;
    const line = link.range.start.line + 1;
    const key = [row.requirement.id, file, unit?.name ?? '', verb];
    const place = this.#object('Place', `${file}:${line}`, key, {
      'ReqIF.ForeignID': `${file}:${line}`,
      'ReqIF.Name': unit?.name ?? `${file}:${line}`,
      'Segur.File': file,
      'Segur.Line': line,
      'Segur.Unit': unit?.name,
      'Segur.Address': placeHref(this.#options, file, line),
    });
    this.#relation(verb, place, requirement, {
      'Segur.LinkState': linkStateLabel(t, link.state),
      'Segur.TestResult': link.tests === undefined ? undefined : testsText(t, link.tests),
      'Segur.Note': link.note,
    });
  }

  #proof({ entry, files, state, expires }: Proof, requirement: string, row: RequirementTrace): void {
    const { t } = this.#options;
    const names = files.length > 0 ? files.map(({ path }) => path) : [proofName(entry)];
    for (const name of names) {
      const proof = this.#object('Proof', name, [row.requirement.id, name], {
        'ReqIF.ForeignID': name,
        'ReqIF.Name': name,
        'Segur.Kind': proofKindLabel(t, entry.kind),
        'Segur.ProofState': proofStateLabel(t, state),
        'Segur.Date': entry.date,
        'Segur.Expires': expires,
        'Segur.Author': entry.author,
      });
      this.#relation('proves', proof, requirement, {});
    }
  }

  #object(type: ObjectType, name: string, key: readonly string[], own: Readonly<Record<string, Value>>): string {
    const counted = JSON.stringify([type, ...key]);
    const count = (this.#counts.get(counted) ?? 0) + 1;
    this.#counts.set(counted, count);
    const id = idOf(type, ...key, String(count));
    this.objects.push(
      element(
        'SPEC-OBJECT',
        { IDENTIFIER: id, 'LAST-CHANGE': this.#time, 'LONG-NAME': name },
        `<TYPE><SPEC-OBJECT-TYPE-REF>${idOf('object-type', type)}</SPEC-OBJECT-TYPE-REF></TYPE>`,
        values(type, own),
      ),
    );
    return id;
  }

  #relation(type: RelationType, source: string, target: string, own: Readonly<Record<string, Value>>): void {
    this.relations.push(
      element(
        'SPEC-RELATION',
        { IDENTIFIER: idOf('relation', source, target), 'LAST-CHANGE': this.#time },
        `<TYPE><SPEC-RELATION-TYPE-REF>${idOf('relation-type', type)}</SPEC-RELATION-TYPE-REF></TYPE>`,
        `<SOURCE><SPEC-OBJECT-REF>${source}</SPEC-OBJECT-REF></SOURCE>`,
        `<TARGET><SPEC-OBJECT-REF>${target}</SPEC-OBJECT-REF></TARGET>`,
        values(type, own),
      ),
    );
  }

  #place(object: string, ...children: readonly string[]): string {
    return element(
      'SPEC-HIERARCHY',
      { IDENTIFIER: idOf('hierarchy', object), 'LAST-CHANGE': this.#time },
      `<OBJECT><SPEC-OBJECT-REF>${object}</SPEC-OBJECT-REF></OBJECT>`,
      group('CHILDREN', ...children),
    );
  }
}
