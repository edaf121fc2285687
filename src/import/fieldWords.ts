import { remColumnName } from '../catalog/remColumns';
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
    case 'nature':
      return t('Nature (DOIT or PEUT)');
    case 'scenarioId':
      return t('Scenario number');
    case 'scenario':
      return t('Scenario');
    case 'rem':
      return t('REM or dispositif');
    case 'title':
      return t('Title');
    case 'function':
    case 'profil':
    case 'criticality':
    case 'status':
    case 'perimeter':
    case 'comment':
    case 'previous':
      return remColumnName(field, t);
    default: {
      const number = field.replace(/\D+/u, '');
      return field.startsWith('proofId') ? t('Proof number {0}', number) : t('Proof {0}', number);
    }
  }
}
