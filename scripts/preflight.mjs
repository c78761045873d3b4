// The tools of the project need Node 22.12 or later. The devDependency node@24 brings it for npm's scripts; an install
// with --ignore-scripts leaves the machine's own Node in place without a word, so this says so.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `The tools need Node 22.12 or later; this is ${process.versions.node}. The package node@24 brings it when its install script may run: ` +
      'npm ci without --ignore-scripts, or npm rebuild node.',
  )
  process.exit(1)
}
