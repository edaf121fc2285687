import { Account, type Role } from '../src/account.ts';
import type { AccessEvent, OutgoingMessage, Ports } from '../src/ports.ts';
import { applySettings, type SecuritySettings } from '../src/settings.ts';

export const GOOD_PASSWORD = 'Fictif-2026';

/** Une instance neuve : horloge à la main, messages et traces retenus en mémoire. */
export function freshInstance(overrides: Partial<SecuritySettings> = {}) {
  const settings = applySettings(overrides);
  const sent: OutgoingMessage[] = [];
  const traces: AccessEvent[] = [];
  let time = Date.UTC(2026, 8, 1, 8);
  const ports: Ports = {
    now: () => new Date(time),
    send: (message) => sent.push(message),
    record: (event) => traces.push(event),
  };
  return {
    settings,
    sent,
    traces,
    ports,
    pass: (minutes: number) => (time += minutes * 60_000),
    lastText: () => sent.at(-1)?.text ?? '',
    account: (password = GOOD_PASSWORD, role: Role = 'professional') =>
      new Account('alice.fictive', role, password, settings, ports),
  };
}

/** Un compte dont l'adresse et le numéro ont été vérifiés. */
export function verifiedAccount(instance: ReturnType<typeof freshInstance>): Account {
  const account = instance.account();
  account.contacts.declare('email', 'alice@exemple.invalid');
  account.contacts.verify('email', instance.lastText());
  account.contacts.declare('phone', '+33 0 00 00 00 01');
  account.contacts.verify('phone', instance.lastText());
  return account;
}
