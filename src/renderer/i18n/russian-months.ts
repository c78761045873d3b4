/**
 * A month by itself is in the nominative (февраль 2019), and behind a preposition in the genitive (с февраля 2019). The words
 * put the date into their sentence as it comes; this puts it right there. The dative is nowhere asked for.
 */
import type { PostProcessorModule } from 'i18next'

const BEHIND =
  /(?<=(?<!\p{L})(?:с|до|от|после)[ \u00a0])(январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)(?=[ \u00a0]\d)/gu

const genitive = (month: string): string => (month.endsWith('т') ? `${month}а` : `${month.slice(0, -1)}я`)

export const russianMonths: PostProcessorModule = {
  type: 'postProcessor',
  name: 'russianMonths',
  process: (value: string) => value.replace(BEHIND, genitive),
}
