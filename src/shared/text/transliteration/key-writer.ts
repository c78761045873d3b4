/**
 * A key as it is being written, with the rules that hold in every script. The glide (й, y, j before or after a vowel) is
 * written so that spellings with and without it meet:
 *
 * - before е and и it falls (Назарбаев, Nazarbayev), unless a consonant stands before it;
 * - after a consonant and before another vowel it is i (Татьяна, Tatiana, Tatyana); before и it falls (Ильич, Ilyich);
 * - after и and ы it falls (Дмитрий, Dmitry; Мария, Mariya);
 * - elsewhere it is j (Байменов, Юрий).
 */
export class KeyWriter {
  key = ''
  /** The letter before is a consonant of the word: a glide after it is soft. */
  afterConsonant = false
  /** The glide written last fell because of the vowel after it: a prefix that ends here must take in that vowel. */
  fell = false

  /** A sound that is no vowel. */
  consonant(sound: string): void {
    this.key += sound
    this.afterConsonant = true
    this.fell = false
  }

  vowel(sound: string): void {
    this.key += sound
    this.afterConsonant = false
    this.fell = false
  }

  /** Whether an и, ы or glide would fall here. */
  get afterI(): boolean {
    if (this.afterConsonant) return false
    const last = this.key.charCodeAt(this.key.length - 1)
    return last === 105 || last === 121
  }

  get afterGlide(): boolean {
    return !this.afterConsonant && this.key.charCodeAt(this.key.length - 1) === 106
  }

  /** A glide before `next`: the key letter of the vowel that follows, or '' before a consonant or the end. */
  glide(next: string): void {
    this.fell = false
    if (this.afterI || this.afterGlide) return
    if (next === '') {
      this.key += 'j'
      this.afterConsonant = false
      return
    }
    if (this.afterConsonant) {
      if (next !== 'i') this.vowel('i')
      else this.fell = true
      return
    }
    if (next === 'e' || next === 'i') this.fell = true
    else this.vowel('j')
  }
}
