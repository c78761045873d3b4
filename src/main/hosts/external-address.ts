import { AppError } from '../../shared/errors.ts'

/**
 * The only addresses that leave for another program: https and mailto. The contract checks the same; a desktop checks
 * again, because behind it stands a program that would run anything.
 * @throws AppError INVALID_INPUT
 */
export function externalAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const plain = parsed && (parsed.protocol === 'https:' || parsed.protocol === 'mailto:') && !parsed.username && !parsed.password
  if (!plain) throw new AppError('INVALID_INPUT', 'Only https and mailto addresses open outside. Nothing was opened.')
  return parsed.href
}
