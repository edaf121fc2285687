import type { Translate } from '../../base/message';
import type { RequirementState } from '../../trace/model';
import { requirementStates } from '../../trace/stateNames';
import { stateLabel } from '../../trace/words';
import { element, group, idOf, xhtml } from './elements';

/** What an attribute holds: one line, text with line breaks, a number, or a state of a requirement. */
type Kind = 'string' | 'xhtml' | 'integer' | 'state';

/** The attributes of each type of object, by their names; those of the implementation guide where it has one for the purpose. */
const objectTypes = {
  Chapter: { 'ReqIF.ChapterName': 'xhtml' },
  Requirement: {
    'ReqIF.ForeignID': 'string',
    'ReqIF.Name': 'xhtml',
    'ReqIF.Text': 'xhtml',
    'Segur.State': 'state',
    'Segur.Nature': 'string',
    'Segur.Chapter': 'string',
    'Segur.Theme': 'string',
    'Segur.Gaps': 'xhtml',
    'Segur.Decision': 'xhtml',
  },
  Place: {
    'ReqIF.ForeignID': 'string',
    'ReqIF.Name': 'xhtml',
    'Segur.File': 'string',
    'Segur.Line': 'integer',
    'Segur.Unit': 'string',
    'Segur.Address': 'string',
  },
  Proof: {
    'ReqIF.ForeignID': 'string',
    'ReqIF.Name': 'xhtml',
    'Segur.Kind': 'string',
    'Segur.ProofState': 'string',
    'Segur.Date': 'string',
    'Segur.Expires': 'string',
    'Segur.Author': 'string',
  },
} as const satisfies Record<string, Readonly<Record<string, Kind>>>;

export type ObjectType = keyof typeof objectTypes;

/** What leads from a place in the code or a proof to a requirement. */
const relationTypes = ['implements', 'verifies', 'partial', 'todo', 'proves'] as const;

export type RelationType = (typeof relationTypes)[number];

const relationAttributes = {
  'Segur.LinkState': 'string',
  'Segur.TestResult': 'string',
  'Segur.Note': 'xhtml',
} as const satisfies Readonly<Record<string, Kind>>;

export const specificationType = idOf('specification-type');

/** A value of an attribute; states are those of requirements, by their names in the data. */
export type Value = string | number | undefined;

/** Longer lines go into XHTML. In UTF-16 units. */
const LONGEST_LINE = 32_000;

export function datatypes(t: Translate, time: string): string {
  const head = (name: string) => ({ IDENTIFIER: idOf('datatype', name), 'LAST-CHANGE': time, 'LONG-NAME': name });
  const states = requirementStates.map((state, n) =>
    element(
      'ENUM-VALUE',
      { IDENTIFIER: stateId(state), 'LAST-CHANGE': time, 'LONG-NAME': stateLabel(t, state) },
      group('PROPERTIES', element('EMBEDDED-VALUE', { KEY: n, 'OTHER-CONTENT': state })),
    ),
  );
  return group(
    'DATATYPES',
    element('DATATYPE-DEFINITION-STRING', { ...head('string'), 'MAX-LENGTH': LONGEST_LINE }),
    element('DATATYPE-DEFINITION-XHTML', head('xhtml')),
    element('DATATYPE-DEFINITION-INTEGER', { ...head('integer'), MAX: 2_147_483_647, MIN: 0 }),
    element('DATATYPE-DEFINITION-ENUMERATION', head('state'), group('SPECIFIED-VALUES', ...states)),
  );
}

export function specTypes(time: string): string {
  const objects = Object.entries(objectTypes).map(([name, attributes]) =>
    element('SPEC-OBJECT-TYPE', typeHead('object-type', name, time), definitions(name, attributes, time)),
  );
  const relations = relationTypes.map((name) =>
    element('SPEC-RELATION-TYPE', typeHead('relation-type', name, time), definitions(name, relationAttributes, time)),
  );
  const specification = { IDENTIFIER: specificationType, 'LAST-CHANGE': time, 'LONG-NAME': 'Catalogue' };
  return group('SPEC-TYPES', ...objects, ...relations, element('SPECIFICATION-TYPE', specification));
}

function typeHead(kind: string, name: string, time: string) {
  return { IDENTIFIER: idOf(kind, name), 'LAST-CHANGE': time, 'LONG-NAME': name };
}

function definitions(type: string, attributes: Readonly<Record<string, Kind>>, time: string): string {
  return group(
    'SPEC-ATTRIBUTES',
    ...Object.entries(attributes).map(([name, kind]) => {
      const upper = kindName(kind);
      return element(
        `ATTRIBUTE-DEFINITION-${upper}`,
        {
          IDENTIFIER: idOf('attribute', type, name),
          'LAST-CHANGE': time,
          'LONG-NAME': name,
          ...(kind === 'state' ? { 'MULTI-VALUED': false } : {}),
        },
        element(
          'TYPE',
          {},
          `<DATATYPE-DEFINITION-${upper}-REF>${idOf('datatype', kind)}</DATATYPE-DEFINITION-${upper}-REF>`,
        ),
      );
    }),
  );
}

/** The values of an object or a relation; those that are not there are left out. */
export function values(type: ObjectType | RelationType, own: Readonly<Record<string, Value>>): string {
  const known: Readonly<Record<string, Kind>> =
    type in objectTypes ? objectTypes[type as ObjectType] : relationAttributes;
  return group(
    'VALUES',
    ...Object.entries(known).flatMap(([name, kind]) => {
      const value = own[name];
      return value === undefined || value === '' ? [] : [valueElement(type, name, kind, value)];
    }),
  );
}

function valueElement(type: string, name: string, kind: Kind, value: string | number): string {
  const upper = kindName(kind);
  const reference = idOf('attribute', type, name);
  const definition = `<DEFINITION><ATTRIBUTE-DEFINITION-${upper}-REF>${reference}</ATTRIBUTE-DEFINITION-${upper}-REF></DEFINITION>`;
  const tag = `ATTRIBUTE-VALUE-${upper}`;
  switch (kind) {
    case 'state':
      return `<${tag}>${definition}<VALUES><ENUM-VALUE-REF>${stateId(value as RequirementState)}</ENUM-VALUE-REF></VALUES></${tag}>`;
    case 'xhtml':
      return `<${tag}>${definition}<THE-VALUE>${xhtml(String(value))}</THE-VALUE></${tag}>`;
    case 'string':
      return element(tag, { 'THE-VALUE': String(value).slice(0, LONGEST_LINE) }, definition);
    case 'integer':
      return element(tag, { 'THE-VALUE': value }, definition);
  }
}

function kindName(kind: Kind): string {
  return kind === 'state' ? 'ENUMERATION' : kind.toUpperCase();
}

function stateId(state: RequirementState): string {
  return idOf('state', state);
}
