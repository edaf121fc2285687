/** A column of the REM that stands in a requirement as it is written there. */
export type RemColumn = 'function' | 'criticality' | 'status' | 'perimeter' | 'previous' | 'profil' | 'comment';

/** What a column is called. @param t translates at once, or is `message` where that comes later */
export function remColumnName<T>(column: RemColumn, t: (template: string) => T): T {
  switch (column) {
    case 'function':
      return t('Function');
    case 'criticality':
      return t('Criticality');
    case 'status':
      return t('Status of publication');
    case 'perimeter':
      return t('Perimeter');
    case 'previous':
      return t('VA N-1');
    case 'profil':
      return t('Profil');
    case 'comment':
      return t('Comment');
  }
}
