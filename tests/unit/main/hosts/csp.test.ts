/** The content security policy is the one that was decided on, word for word, on both hosts. */
import { expect, it } from 'vitest'
import { contentSecurityPolicy, newNonce } from '../../../../src/main/hosts/csp.ts'

it('is the policy of the design', () => {
  expect(contentSecurityPolicy('N')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; worker-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types dompurify rapporteur-worker",
  )
})

it('has nonces of 128 bits that do not come back', () => {
  const nonces = Array.from({ length: 1_000 }, newNonce)
  expect(new Set(nonces).size).toBe(1_000)
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64').length).toBe(16)
})
