import type { Event } from '../../base/emitter';
import type { Disposable } from '../../base/ports';
import { DisposableStore } from '../support/disposableStore';

/** So long nothing may change before VS Code asks anew. In milliseconds. */
const REST = 500;

/**
 * A provider whose answers change by more than the text. VS Code asks about outlines and links when the text changes or when a provider comes, and lets
 * no provider say that its answer is another: so it comes again.
 */
export function askedAnew(register: () => Disposable, changes: readonly Event<void>[]): Disposable {
  const store = new DisposableStore();
  let registration = register();
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const onDidChange of changes) {
    store.add(
      onDidChange(() => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          registration.dispose();
          registration = register();
        }, REST);
      }),
    );
  }
  store.add({
    dispose: () => {
      clearTimeout(timer);
      registration.dispose();
    },
  });
  return store;
}
