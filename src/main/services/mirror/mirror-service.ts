import { mirrorMethods } from '../../../shared/contract/mirror.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Service } from '../service-context.ts'

export function mirrorService(): Service<typeof mirrorMethods> {
  const building = () => Promise.reject(new AppError('INTERNAL', 'Being built.'))
  return Object.fromEntries(Object.keys(mirrorMethods).map((name) => [name, building])) as unknown as Service<typeof mirrorMethods>
}
