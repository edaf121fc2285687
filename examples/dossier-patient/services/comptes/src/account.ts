import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { Contacts, type Contact } from './contacts.ts';
import { OneTimeCode } from './oneTimeCode.ts';
import { isAcceptable } from './passwordPolicy.ts';
import type { AccessEvent, OutgoingMessage, Ports } from './ports.ts';
import type { SecuritySettings } from './settings.ts';

export type Role = 'professional' | 'administrator';

/** Le compte local d'un professionnel : mot de passe, puis code à usage unique reçu par SMS. */
export class Account {
  readonly contacts: Contacts;
  readonly #salt = randomBytes(16);
  #passwordHash: Buffer = Buffer.alloc(0);
  #pendingCode: OneTimeCode | undefined;
  #recoveryCode: OneTimeCode | undefined;
  #failures = 0;
  #deviceEnabled = true;

  readonly login: string;
  readonly role: Role;
  readonly #settings: SecuritySettings;
  readonly #ports: Ports;

  constructor(login: string, role: Role, password: string, settings: SecuritySettings, ports: Ports) {
    this.login = login;
    this.role = role;
    this.#settings = settings;
    this.#ports = ports;
    this.contacts = new Contacts(login, settings, ports);
    this.setPassword(password);
  }

  /** @throws Error quand le mot de passe ne suit pas la politique du rôle */
  setPassword(password: string): void {
    const rules = this.role === 'administrator' ? this.#settings.administratorPassword : this.#settings.password;
    if (!isAcceptable(password, rules)) {
      throw new Error('password refused by policy');
    }
    this.#passwordHash = this.#hash(password);
  }

  get locked(): boolean {
    return this.#failures >= this.#settings.maxConsecutiveFailures;
  }

  /** Premier facteur ; reconnu, il déclenche l'envoi du code. Un compte bloqué ne dit pas si le mot de passe était juste. */
  submitPassword(password: string): boolean {
    const phone = this.contacts.usable('phone');
    const right = timingSafeEqual(this.#hash(password), this.#passwordHash);
    if (this.locked || !this.#deviceEnabled || !phone || !right) {
      this.#fail();
      return false;
    }
    this.#pendingCode = this.#sendCode('one-time-password', phone);
    return true;
  }

  /** Second facteur. Lui seul remet le compteur à zéro : sinon un mot de passe volé rendrait les essais illimités. */
  // @segur implements SC.SSI/IE.36.01 - restriction des essais, maintenue aussi quand il y a deux facteurs
  submitCode(typed: string): boolean {
    if (this.locked || !this.#pendingCode?.accept(typed, this.#ports.now())) {
      this.#fail();
      return false;
    }
    this.#pendingCode = undefined;
    this.#failures = 0;
    this.#record('login', 'granted');
    return true;
  }

  /** Récupération par e-mail ; rend faux quand aucune adresse n'a été vérifiée. */
  startRecovery(): boolean {
    const email = this.contacts.usable('email');
    this.#recoveryCode = email && this.#sendCode('recovery-code', email);
    return email !== undefined;
  }

  /** Les essais de récupération comptent comme les autres : ce n'est pas une porte dérobée. */
  completeRecovery(typed: string, newPassword: string): boolean {
    if (this.locked || !this.#recoveryCode?.accept(typed, this.#ports.now())) {
      this.#fail();
      return false;
    }
    this.#recoveryCode = undefined;
    this.setPassword(newPassword);
    return true;
  }

  /** Perte ou vol. @segur partial SC.SSI/IE.35 - par l'administrateur seulement, pas encore par le professionnel lui-même */
  disableDevice(): void {
    this.#deviceEnabled = false;
    this.#pendingCode = undefined;
    this.#record('device-disabled', 'granted');
  }

  unlock(): void {
    this.#failures = 0;
    this.#record('unlock', 'granted');
  }

  #fail(): void {
    this.#failures += 1;
    this.#record('login', 'refused');
    if (this.#failures === this.#settings.maxConsecutiveFailures) {
      this.#record('lock', 'granted');
    }
  }

  #sendCode(kind: OutgoingMessage['kind'], to: Contact): OneTimeCode {
    const code = new OneTimeCode(this.#ports.now(), this.#settings.codeMinutes, this.#settings.codeAttempts);
    this.#ports.send({ to: to.value, channel: to.channel, kind, text: code.value });
    return code;
  }

  #hash(password: string): Buffer {
    return scryptSync(password.normalize('NFC'), this.#salt, 32);
  }

  #record(action: AccessEvent['action'], outcome: AccessEvent['outcome']): void {
    this.#ports.record({ at: this.#ports.now(), login: this.login, action, outcome });
  }
}
