import { OneTimeCode } from './oneTimeCode.ts';
import type { Channel, Ports } from './ports.ts';
import type { SecuritySettings } from './settings.ts';

export interface Contact {
  readonly channel: Channel;
  readonly value: string;
  readonly since: Date;
  readonly verified: boolean;
}

/** Les coordonnées d'un professionnel : une adresse et un numéro au plus, vérifiés avant tout usage. */
export class Contacts {
  readonly #current = new Map<Channel, Contact>();
  readonly #codes = new Map<Channel, OneTimeCode>();
  readonly #login: string;
  readonly #settings: SecuritySettings;
  readonly #ports: Ports;

  constructor(login: string, settings: SecuritySettings, ports: Ports) {
    this.#login = login;
    this.#settings = settings;
    this.#ports = ports;
  }

  /** Coordonnée saisie à la création du compte. @segur SC.SSI/IE.31 */
  declare(channel: Channel, value: string): void {
    if (this.#current.has(channel)) {
      throw new Error(`${channel} already declared: use change()`);
    }
    this.#awaitVerification(channel, value);
  }

  /** Une coordonnée lue dans le RPPS vient d'un système en amont : la FAQ ne demande pas de la vérifier ici. */
  importFromRpps(channel: Channel, value: string): void {
    this.#current.set(channel, { channel, value, since: this.#ports.now(), verified: true });
    this.#codes.delete(channel);
  }

  /**
   * Remplace une coordonnée. La nouvelle reste inutilisable jusqu'à sa vérification ; l'ancienne, et l'éventuelle autre
   * coordonnée, sont prévenues aussitôt : en cas d'usurpation, c'est là que le professionnel légitime l'apprend.
   *
   * @param factors nombre de facteurs de la session qui demande le changement
   * @segur SC.SSI/IE.31, SC.SSI/IE.32
   */
  change(channel: Channel, value: string, factors: 1 | 2): void {
    const outcome = factors === 2 ? 'granted' : 'refused';
    const at = this.#ports.now();
    this.#ports.record({ at, login: this.#login, action: 'contact-change', outcome });
    if (outcome === 'refused') {
      throw new Error('changing a contact requires two authentication factors');
    }
    for (const { channel: to, value: address, verified } of this.#current.values()) {
      // L'ancienne est prévenue même non vérifiée : elle seule garde la date de bascule.
      if (to === channel || verified) {
        const text = `Votre coordonnée (${channel}) a été modifiée le ${at.toISOString()}.`;
        this.#ports.send({ to: address, channel: to, kind: 'contact-changed', text });
      }
    }
    this.#awaitVerification(channel, value);
  }

  /** Le professionnel ressaisit le code reçu. */
  verify(channel: Channel, typed: string): boolean {
    const contact = this.#current.get(channel);
    const accepted = this.#codes.get(channel)?.accept(typed, this.#ports.now()) ?? false;
    if (contact && accepted) {
      this.#current.set(channel, { ...contact, verified: true });
      this.#codes.delete(channel);
    }
    return accepted;
  }

  /** Seule porte vers une coordonnée : non vérifiée, elle ne sert ni au second facteur ni à la récupération. */
  // @segur SC.SSI/IE.31 — sans vérification effective, pas d'usage
  usable(channel: Channel): Contact | undefined {
    const contact = this.#current.get(channel);
    return contact?.verified ? contact : undefined;
  }

  #awaitVerification(channel: Channel, value: string): void {
    const now = this.#ports.now();
    const code = new OneTimeCode(now, this.#settings.codeMinutes, this.#settings.codeAttempts);
    this.#current.set(channel, { channel, value, since: now, verified: false });
    this.#codes.set(channel, code);
    this.#ports.send({ to: value, channel, kind: 'verification-code', text: code.value });
  }
}
