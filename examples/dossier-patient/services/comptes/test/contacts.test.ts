import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freshInstance, GOOD_PASSWORD, verifiedAccount } from './fixture.ts';

// @segur vérifie SC.SSI/IE.31
describe('coordonnées vérifiées', () => {
  it('une coordonnée non vérifiée ne sert ni au second facteur ni à la récupération', () => {
    const instance = freshInstance();
    const account = instance.account();
    account.contacts.declare('phone', '+33 0 00 00 00 01');
    account.contacts.declare('email', 'alice@exemple.invalid');
    assert.equal(account.submitPassword(GOOD_PASSWORD), false);
    assert.equal(account.startRecovery(), false);
    assert.deepEqual(
      instance.sent.map((message) => message.kind),
      ['verification-code', 'verification-code'],
    );
  });

  it('le code reçu rend la coordonnée utilisable, une seule fois', () => {
    const instance = freshInstance();
    const { contacts } = instance.account();
    contacts.declare('email', 'alice@exemple.invalid');
    assert.match(instance.lastText(), /^\d{6}$/);
    assert.equal(contacts.verify('email', instance.lastText()), true);
    assert.equal(contacts.usable('email')?.value, 'alice@exemple.invalid');
    assert.equal(contacts.verify('email', instance.lastText()), false);
  });

  it('un code expiré, ou trop souvent mal saisi, ne vaut plus rien', () => {
    const instance = freshInstance();
    const { contacts } = instance.account();
    contacts.declare('email', 'alice@exemple.invalid');
    instance.pass(instance.settings.codeMinutes + 1);
    assert.equal(contacts.verify('email', instance.lastText()), false);
    contacts.declare('phone', '+33 0 00 00 00 01');
    for (let attempt = 0; attempt < instance.settings.codeAttempts; attempt += 1) {
      assert.equal(contacts.verify('phone', 'erreur'), false);
    }
    assert.equal(contacts.verify('phone', instance.lastText()), false);
  });

  it('une coordonnée du RPPS est utilisable sans code', () => {
    const instance = freshInstance();
    const { contacts } = instance.account();
    contacts.importFromRpps('email', 'alice@exemple.invalid');
    assert.ok(contacts.usable('email'));
    assert.equal(instance.sent.length, 0);
  });
});

describe('changement de coordonnée', () => {
  // @segur SC.SSI/IE.31, SC.SSI/IE.32 - dans un test, le verbe par défaut est « vérifie »
  it("prévient l'ancienne adresse et l'autre coordonnée, puis demande une nouvelle vérification", () => {
    const instance = freshInstance();
    const { contacts } = verifiedAccount(instance);
    instance.sent.length = 0;
    contacts.change('email', 'nouvelle@exemple.invalid', 2);
    assert.deepEqual(
      instance.sent.map(({ kind, to }) => [kind, to]),
      [
        ['contact-changed', 'alice@exemple.invalid'],
        ['contact-changed', '+33 0 00 00 00 01'],
        ['verification-code', 'nouvelle@exemple.invalid'],
      ],
    );
    assert.match(instance.sent[0]?.text ?? '', /2026-09-01T08:00/);
    assert.equal(contacts.usable('email'), undefined);
    contacts.verify('email', instance.lastText());
    assert.equal(contacts.usable('email')?.value, 'nouvelle@exemple.invalid');
  });

  // @segur SC.SSI/IE.32
  it('est refusé à une session ouverte avec un seul facteur, et tracé', () => {
    const instance = freshInstance();
    const { contacts } = verifiedAccount(instance);
    assert.throws(() => contacts.change('email', 'pirate@exemple.invalid', 1), /two authentication factors/);
    assert.equal(contacts.usable('email')?.value, 'alice@exemple.invalid');
    assert.equal(instance.traces.at(-1)?.outcome, 'refused');
  });
});
