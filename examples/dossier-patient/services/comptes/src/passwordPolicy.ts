import type { PasswordSettings } from './settings.ts';

const CATEGORIES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u];

/**
 * Dit si un mot de passe est acceptable, à sa définition comme à son renouvellement.
 *
 * @segur implémente SC.SSI/IE.36 - complexité
 * @segur partiel SC.SSI/IAM.92 - longueur et catégories des administrateurs ; l'historique et l'expiration restent à faire
 */
export function isAcceptable(password: string, rules: PasswordSettings): boolean {
  if (rules.digitsOnlyLength > 0 && /^\d+$/.test(password)) {
    return password.length >= rules.digitsOnlyLength;
  }
  // Des mots répétés n'apportent rien : seuls les mots distincts comptent.
  const words = new Set(password.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  if (rules.passphraseWords > 0 && words.size >= rules.passphraseWords) {
    return true;
  }
  const categories = CATEGORIES.filter((category) => category.test(password)).length;
  return [...password].length >= rules.minimumLength && categories >= rules.minimumCategories;
}
