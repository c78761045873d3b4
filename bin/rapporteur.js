#!/usr/bin/env node
// The command line: `rapporteur --help`. Builds if needed; the work is in src/main/cli.ts.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 18)) {
  process.stderr.write(`Rapporteur needs Node 20.18 or later; this is ${process.versions.node}.\n`)
  process.exit(1)
}

const { ensureBuild } = await import('../scripts/ensure-build.mjs')

// npm runs its scripts in the package's folder; what the person names counts from where they stand
if (process.env.npm_lifecycle_event && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)

try {
  ensureBuild()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
await import('../out/main/cli.js')
