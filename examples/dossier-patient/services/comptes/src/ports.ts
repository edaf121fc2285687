/** Ce que le service attend du dehors : la production y branche SMTP, SMS et PostgreSQL, les tests des doublures. */
export interface Ports {
  readonly now: () => Date;
  readonly send: (message: OutgoingMessage) => void;
  readonly record: (event: AccessEvent) => void;
}

export type Channel = 'email' | 'phone';

export interface OutgoingMessage {
  readonly to: string;
  readonly channel: Channel;
  readonly kind: 'verification-code' | 'contact-changed' | 'one-time-password' | 'recovery-code';
  readonly text: string;
}

/**
 * Une ligne de la table `trace_acces` (voir base/schema.sql), qui la rend inaltérable.
 *
 * @segur SC.SSI/IAM.91
 */
export interface AccessEvent {
  readonly at: Date;
  readonly login: string;
  readonly action: 'login' | 'logout' | 'lock' | 'unlock' | 'contact-change' | 'device-disabled';
  readonly outcome: 'granted' | 'refused';
}
