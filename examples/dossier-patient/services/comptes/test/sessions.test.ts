import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Sessions } from '../src/sessions.ts';
import { applySettings, SESSION_IDLE_MAXIMUM_MINUTES } from '../src/settings.ts';
import { freshInstance } from './fixture.ts';

describe('sessions', () => {
  // @segur vérifie SC.SSI/IE.39.01
  it("se ferme après la durée d'inactivité que l'établissement a réglée", () => {
    const instance = freshInstance({ sessionIdleMinutes: 5 });
    const sessions = new Sessions(instance.settings, instance.ports);
    const id = sessions.start('alice.fictive');
    instance.pass(4);
    assert.equal(sessions.touch(id), true);
    instance.pass(4);
    assert.equal(sessions.secondsLeft(id), 60);
    instance.pass(1);
    assert.equal(sessions.touch(id), false);
    assert.equal(instance.traces.at(-1)?.action, 'logout');
  });

  // @segur vérifie SC.SSI/IE.39 - le réglage lui-même est borné
  for (const refused of [0, SESSION_IDLE_MAXIMUM_MINUTES + 1, NaN, Infinity]) {
    it(`refuse un réglage de ${refused} minutes`, () => {
      assert.throws(() => applySettings({ sessionIdleMinutes: refused }), RangeError);
    });
  }

  // @segur vérifie SC.SSI/IE.38
  it('se ferme à la demande de son titulaire, et le trace', () => {
    const instance = freshInstance();
    const sessions = new Sessions(instance.settings, instance.ports);
    const id = sessions.start('alice.fictive');
    sessions.close(id);
    assert.equal(sessions.touch(id), false);
    assert.deepEqual(
      instance.traces.map(({ action }) => action),
      ['logout'],
    );
  });

  // @segur vérifie SC.SSI/IE.40
  it('ne survit pas à la fermeture du navigateur', () => {
    const instance = freshInstance();
    assert.doesNotMatch(new Sessions(instance.settings, instance.ports).cookie('x'), /Max-Age|Expires/i);
  });
});
