import { randomUUID } from 'node:crypto';
import type { Ports } from './ports.ts';
import type { SecuritySettings } from './settings.ts';

interface Session {
  readonly login: string;
  lastActivity: number;
}

/** Les sessions ouvertes, fermées par leur titulaire ou par l'inactivité. */
export class Sessions {
  readonly #open = new Map<string, Session>();
  readonly #settings: SecuritySettings;
  readonly #ports: Ports;

  constructor(settings: SecuritySettings, ports: Ports) {
    this.#settings = settings;
    this.#ports = ports;
  }

  start(login: string): string {
    const id = randomUUID();
    this.#open.set(id, { login, lastActivity: this.#ports.now().getTime() });
    return id;
  }

  /** Sans durée de vie, le témoin disparaît avec le navigateur. */
  // @segur SC.SSI/IE.40
  cookie(id: string): string {
    return `session=${id}; Path=/; Secure; HttpOnly; SameSite=Strict`;
  }

  /**
   * Secondes restantes avant la déconnexion automatique, pour l'avertissement de web/session.html ; 0 : session fermée.
   *
   * @segur SC.SSI/IE.39
   */
  secondsLeft(id: string): number {
    const session = this.#open.get(id);
    if (!session) {
      return 0;
    }
    const idle = this.#ports.now().getTime() - session.lastActivity;
    const left = this.#settings.sessionIdleMinutes * 60 - idle / 1000;
    if (left <= 0) {
      this.close(id);
    }
    return Math.max(0, left);
  }

  /** Note une action du professionnel ; faux quand la session était déjà fermée, et elle le reste. */
  touch(id: string): boolean {
    const session = this.secondsLeft(id) > 0 ? this.#open.get(id) : undefined;
    if (session) {
      session.lastActivity = this.#ports.now().getTime();
    }
    return session !== undefined;
  }

  /** Le bouton « Fermer ma session ». */
  // @segur SC.SSI/IE.38
  close(id: string): void {
    const session = this.#open.get(id);
    if (session && this.#open.delete(id)) {
      this.#ports.record({ at: this.#ports.now(), login: session.login, action: 'logout', outcome: 'granted' });
    }
  }
}
