/** Seuils appliqués aux mots de passe d'une population. */
export interface PasswordSettings {
  readonly minimumLength: number;
  /** Parmi quatre : minuscules, majuscules, chiffres, caractères spéciaux. */
  readonly minimumCategories: number;
  /** Une phrase de passe d'au moins tant de mots est admise sans autre condition ; 0 : jamais. */
  readonly passphraseWords: number;
  /** Une suite de chiffres seuls est admise à partir de cette longueur ; 0 : jamais. */
  readonly digitsOnlyLength: number;
}

export interface SecuritySettings {
  readonly password: PasswordSettings;
  readonly administratorPassword: PasswordSettings;
  readonly maxConsecutiveFailures: number;
  readonly sessionIdleMinutes: number;
  readonly codeMinutes: number;
  readonly codeAttempts: number;
}

/**
 * Borne haute du réglage d'inactivité, en minutes.
 * Seuil propre à ce projet fictif : aucun texte ne donne de chiffre, la FAQ parle de « quelques dizaines de minutes ».
 */
export const SESSION_IDLE_MAXIMUM_MINUTES = 30;

/**
 * Une instance neuve, ou tout juste restaurée, n'a aucune configuration : ces valeurs doivent suffire à elles seules.
 *
 * @segur SC.SSI/IE.36 - conforme dans sa configuration par défaut
 */
export const defaultSettings: SecuritySettings = {
  // Source : référentiel d'identification électronique (personnes physiques) v1.0, EXI 25, exemples de complexité :
  // 8 caractères et 3 catégories sur 4, ou 5 mots, ou 15 chiffres.
  password: { minimumLength: 8, minimumCategories: 3, passphraseWords: 5, digitsOnlyLength: 15 },
  // Choix du projet, à confronter au REM que l'éditeur a importé.
  administratorPassword: { minimumLength: 15, minimumCategories: 4, passphraseWords: 0, digitsOnlyLength: 0 },
  // Source : même référentiel, EXI 25 : blocage après « au plus 10 » échecs consécutifs.
  maxConsecutiveFailures: 10,
  // Choix du projet ; le responsable du service numérique règle cette durée selon ses risques.
  sessionIdleMinutes: 15,
  // Choix du projet : durée de vie d'un code à usage unique et nombre d'essais.
  codeMinutes: 10,
  codeAttempts: 3,
};

/**
 * Applique les réglages d'un établissement aux valeurs par défaut.
 * Un mot de passe plus permissif reste possible, sous la responsabilité de l'établissement ; une session sans fin, non.
 *
 * @throws RangeError quand une durée ou un nombre d'essais sort de ses bornes
 * @segur SC.SSI/IE.39 - durée paramétrable, et paramètre borné
 */
export function applySettings(overrides: Partial<SecuritySettings> = {}): SecuritySettings {
  const settings = { ...defaultSettings, ...overrides };
  if (!(settings.sessionIdleMinutes > 0 && settings.sessionIdleMinutes <= SESSION_IDLE_MAXIMUM_MINUTES)) {
    throw new RangeError(`sessionIdleMinutes must be between 1 and ${SESSION_IDLE_MAXIMUM_MINUTES}`);
  }
  if (!(settings.maxConsecutiveFailures >= 1 && Number.isFinite(settings.maxConsecutiveFailures))) {
    throw new RangeError('maxConsecutiveFailures must be a finite number of attempts');
  }
  return settings;
}
