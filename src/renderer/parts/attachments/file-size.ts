import { formatLocale } from '../../i18n/index.ts'

const STEPS = [
  ['byte', 1, 'long', 0],
  ['kilobyte', 1_000, 'short', 0],
  ['megabyte', 1_000_000, 'short', 1],
] as const

/** "310 bytes", "12 kB", "3.4 MB". */
export function fileSize(bytes: number): string {
  const [unit, size, unitDisplay, digits] = STEPS.findLast(([, least]) => bytes >= least) ?? STEPS[0]
  const format = new Intl.NumberFormat(formatLocale(), { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits })
  return format.format(bytes / size)
}
