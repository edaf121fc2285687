/** What WCAG 2 asks of text in ordinary size at level AA. */
export const AA_TEXT = 4.5;

/**
 * How far two colours stand out from each other, as WCAG 2 reckons it: 1 for the same, 21 for black on white.
 * @param color `#rrggbb`, or `rgb(…)` and `rgba(…)` as browsers write them; one that shines through is mixed with the ground
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(color: string, ground: string): number {
  const below = channels(ground);
  const [brighter = 0, darker = 0] = [luminance(mixed(channels(color), below)), luminance(below)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

interface Color {
  /** Red, green and blue, 0 to 255. */
  readonly rgb: readonly number[];
  /** 1 for one that covers. */
  readonly alpha: number;
}

function channels(text: string): Color {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})?$/iu.exec(text.trim());
  const numbers = hex
    ? hex.slice(1).flatMap((pair: string | undefined) => (pair === undefined ? [] : [Number.parseInt(pair, 16)]))
    : (text.match(/[\d.]+/gu) ?? []).map(Number);
  const [red, green, blue, alpha = hex ? 255 : 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) {
    throw new Error(`${text} is no colour`);
  }
  return { rgb: [red, green, blue], alpha: hex ? alpha / 255 : alpha };
}

function mixed({ rgb, alpha }: Color, ground: Color): Color {
  return { rgb: rgb.map((own, at) => own * alpha + (ground.rgb[at] ?? 0) * (1 - alpha)), alpha: 1 };
}

function luminance({ rgb }: Color): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
