import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applySettings } from '../src/settings.ts';
import { freshInstance, GOOD_PASSWORD, verifiedAccount } from './fixture.ts';

describe("politique de mot de passe d'une instance neuve", () => {
  // Vecteurs d'un état de travail public de 2023, à confronter au REM de l'éditeur.
  // @segur vérifie SC.SSI/IE.36.02
  for (const refused of ['abcdEFGH', 'abcd1234', 'abcd!?;:', '12345678901234', 'Ab1!', 'oui oui oui oui oui']) {
    it(`refuse ${refused}`, () => {
      assert.throws(() => freshInstance().account(refused), /refused by policy/);
    });
  }

  // @segur vérifie SC.SSI/IE.36
  for (const accepted of [GOOD_PASSWORD, '123456789012345', 'cheval batterie agrafe correct soleil']) {
    it(`accepte ${accepted}`, () => {
      assert.ok(freshInstance().account(accepted));
    });
  }

  it('admet un paramétrage plus permissif, décidé par un établissement', () => {
    const password = { ...applySettings().password, minimumLength: 6, minimumCategories: 1 };
    assert.ok(freshInstance({ password }).account('secret'));
  });

  // @segur vérifie SC.SSI/IAM.92
  it('demande davantage à un administrateur', () => {
    assert.throws(() => freshInstance().account(GOOD_PASSWORD, 'administrator'), /refused by policy/);
    assert.ok(freshInstance().account(`${GOOD_PASSWORD}-admin`, 'administrator'));
  });
});

// @segur vérifie SC.SSI/IE.36.01
describe('force brute', () => {
  it('bloque le compte après le nombre réglé de mots de passe faux, bon mot de passe compris', () => {
    const instance = freshInstance();
    const account = verifiedAccount(instance);
    for (let attempt = 0; attempt < instance.settings.maxConsecutiveFailures; attempt += 1) {
      assert.equal(account.locked, false);
      account.submitPassword('faux');
    }
    assert.equal(account.locked, true);
    assert.equal(account.submitPassword(GOOD_PASSWORD), false);
    assert.equal(instance.traces.filter(({ action }) => action === 'lock').length, 1);
    account.unlock();
    assert.equal(account.submitPassword(GOOD_PASSWORD), true);
  });

  it('compte aussi les seconds facteurs faux : un mot de passe volé ne donne pas des essais sans limite', () => {
    const instance = freshInstance({ maxConsecutiveFailures: 4 });
    const account = verifiedAccount(instance);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      assert.equal(account.submitPassword(GOOD_PASSWORD), true);
      assert.equal(account.submitCode('erreur'), false);
    }
    assert.equal(account.submitPassword(GOOD_PASSWORD), false);
  });

  it('remet le compteur à zéro quand les deux facteurs sont justes', () => {
    const instance = freshInstance({ maxConsecutiveFailures: 2 });
    const account = verifiedAccount(instance);
    account.submitPassword('faux');
    account.submitPassword(GOOD_PASSWORD);
    assert.equal(account.submitCode(instance.lastText()), true);
    account.submitPassword('faux');
    assert.equal(account.locked, false);
  });

  it('ne laisse pas essayer sans fin les codes de récupération', () => {
    const instance = freshInstance({ maxConsecutiveFailures: 3 });
    const account = verifiedAccount(instance);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      account.startRecovery();
      assert.equal(account.completeRecovery('erreur', 'Nouveau-2026'), false);
    }
    account.startRecovery();
    assert.equal(account.completeRecovery(instance.lastText(), 'Nouveau-2026'), false);
  });

  it('refuse tout réglage qui lèverait la limite', () => {
    assert.throws(() => applySettings({ maxConsecutiveFailures: Infinity }), RangeError);
  });

  it("suit un compte par l'application mobile", { todo: "le second facteur par application n'existe pas encore" });
});

it('un dispositif désactivé ne permet plus de se connecter', () => {
  // @segur SC.SSI/IE.35
  const account = verifiedAccount(freshInstance());
  account.disableDevice();
  assert.equal(account.submitPassword(GOOD_PASSWORD), false);
});
