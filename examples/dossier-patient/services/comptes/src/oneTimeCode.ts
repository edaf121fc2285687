import { randomInt, timingSafeEqual } from 'node:crypto';

const DIGITS = 6;

/** Code numérique à usage unique : il expire, et ne supporte qu'un nombre fini d'essais. */
export class OneTimeCode {
  readonly value = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  readonly #expires: number;
  #attemptsLeft: number;

  constructor(now: Date, minutes: number, attempts: number) {
    this.#expires = now.getTime() + minutes * 60_000;
    this.#attemptsLeft = attempts;
  }

  /** Consomme un essai ; un code reconnu ne l'est qu'une fois. */
  accept(typed: string, now: Date): boolean {
    if (this.#attemptsLeft <= 0 || now.getTime() > this.#expires) {
      return false;
    }
    this.#attemptsLeft -= 1;
    const right = Buffer.from(this.value);
    const given = Buffer.from(typed.trim());
    const accepted = right.length === given.length && timingSafeEqual(right, given);
    if (accepted) {
      this.#attemptsLeft = 0;
    }
    return accepted;
  }
}
