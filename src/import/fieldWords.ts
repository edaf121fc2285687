import type { ImportField } from './fields';

/** A field in the words of its user. @param t translates at once, or is `message` where that comes later */
export function fieldWords<T>(field: ImportField, t: (template: string, ...args: string[]) => T): T {
  switch (field) {
    case 'id':
      return t('Id of the requirement');
    case 'statement':
      return t('Statement');
    case 'chapter':
      return t('Chapter');
    case 'function':
      return t('Function');
    case 'nature':
      return t('Nature (DOIT or PEUT)');
    case 'profil':
      return t('Profil');
    case 'criticality':
      return t('Criticality');
    case 'scenarioId':
      return t('Scenario number');
    case 'scenario':
      return t('Scenario');
    case 'status':
      return t('Status of publication');
    case 'perimeter':
      return t('Perimeter');
    case 'comment':
      return t('Comment');
    case 'previous':
      return t('VA N-1');
    case 'rem':
      return t('REM or dispositif');
    case 'title':
      return t('Title');
    default: {
      const number = field.replace(/\D+/u, '');
      return field.startsWith('proofId') ? t('Proof number {0}', number) : t('Proof {0}', number);
    }
  }
}
