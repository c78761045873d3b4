/** What one reading of a word gives. */
export interface Reading {
  readonly key: string
  /** How much of the key the first letters of the word gave (see {@link readLatin} and {@link readCyrillic}). */
  readonly cut: number
  /** The choices that the word offered, as bits. */
  readonly choices: number
}

/** ы and the adjectival endings ый, ий are и at the end: Алматы, Дмитрий, Белый are written -y, -i, -iy, -yi, -ii. */
export function finished(key: string): string {
  return key.length > 1 && key.endsWith('y') ? `${key.slice(0, -1)}i` : key
}
