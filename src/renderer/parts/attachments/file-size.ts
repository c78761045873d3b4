import { formatLocale } from '../../i18n/index.ts'

const STEPS = [
  ['byte', 1, 0],
  ['kilobyte', 1_000, 0],
  ['megabyte', 1_000_000, 1],
] as const

/** "310 byte", "12 kB", "3.4 MB". */
export function fileSize(bytes: number): string {
  const [unit, size, digits] = STEPS.findLast(([, least]) => bytes >= least) ?? STEPS[0]
  const format = new Intl.NumberFormat(formatLocale(), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits })
  return format.format(bytes / size)
}
