/**
 * Months and years within Russian sentences. The words put a date in as it comes, and a month by itself comes in the nominative
 * (февраль 2019). Behind a preposition it is in the genitive (с февраля 2019), behind what was done it says when (согласовано
 * в феврале 2019, в 2019). Nothing of ours asks for the dative.
 */
import type { PostProcessorModule } from 'i18next'

const MONTHS = 'январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь'
const BEHIND_PREPOSITION = new RegExp(`(?<=(?<!\\p{L})(?:с|до|от|после)[ \u00a0])(?:${MONTHS})(?=[ \u00a0]\\d)`, 'gu')
const BEHIND_DEED = new RegExp(`(?<=\\p{L}(?:но|то|ча) )(${MONTHS})(?= \\d{4}(?!\\d))`, 'gu')
const YEAR_BEHIND_DEED = /(?<=\p{L}(?:но|то|ча) )(?=(?:1[5-9]|20)\d\d(?:$|[,;)·]| ·))/gu

const genitive = (month: string): string => (month.endsWith('т') ? `${month}а` : `${month.slice(0, -1)}я`)
const prepositional = (month: string): string => (month.endsWith('т') ? `${month}е` : `${month.slice(0, -1)}е`)

export const russianMonths: PostProcessorModule = {
  type: 'postProcessor',
  name: 'russianMonths',
  process: (value: string) =>
    value
      .replace(BEHIND_PREPOSITION, genitive)
      .replace(BEHIND_DEED, (month) => `в\u00a0${prepositional(month)}`)
      .replace(YEAR_BEHIND_DEED, 'в\u00a0'),
}
