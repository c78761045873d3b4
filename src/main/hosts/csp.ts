/** The content security policy of both hosts. Relax nothing without an ADR: docs/security.md names the test that holds it. */
import { randomBytes } from 'node:crypto'

/** One a response: 128 random bits, as the policy and the page's style elements carry them. */
export const newNonce = (): string => randomBytes(16).toString('base64')

export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types dompurify rapporteur-worker',
  ].join('; ')
