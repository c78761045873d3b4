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
  /** The letter written last; kept apart, because a look into a key that grows costs its whole length. */
  private last = ''
  /** The letter before is a consonant of the word: a glide after it is soft. */
  afterConsonant = false
  /** What was written last is so because of the letter after it (a glide that fell): a prefix that ends here takes it in. */
  needsNext = false

  /** A sound that is no vowel. */
  consonant(sound: string): void {
    this.write(sound, true)
  }

  vowel(sound: string): void {
    this.write(sound, false)
  }

  private write(sound: string, consonant: boolean): void {
    this.key += sound
    this.last = sound
    this.afterConsonant = consonant
    this.needsNext = false
  }

  get started(): boolean {
    return this.last !== ''
  }

  /** Whether an и, ы or glide would fall here. */
  get afterI(): boolean {
    return !this.afterConsonant && (this.last === 'i' || this.last === 'y')
  }

  get afterU(): boolean {
    return this.last === 'u'
  }

  get afterGlide(): boolean {
    return !this.afterConsonant && this.last === 'j'
  }

  /** A glide before `next`: the key letter of the vowel that follows, or '' before a consonant or the end. */
  glide(next: string): void {
    this.needsNext = false
    if (this.afterI || this.afterGlide) return
    if (next === '') this.vowel('j')
    else if (this.afterConsonant) {
      if (next === 'i') this.needsNext = true
      else this.vowel('i')
    } else if (next === 'e' || next === 'i') this.needsNext = true
    else this.vowel('j')
  }
}
