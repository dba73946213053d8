/** A disk in a file, mounted: what a copy of the file holds is what would be there after the power failed. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Disk = {
  path: string
  /** All that was written up to now reaches the disk, as it does by itself within half a minute. */
  settle: () => void
  copyAsAfterPowerCut: () => Disk
  unmount: () => void
}

/** Why there can be no such disk here, or null. */
export function noDisk(): string | null {
  if (process.getuid?.() !== 0) return 'only root can mount a disk in a file'
  try {
    makeDisk(16).unmount()
    return null
  } catch (error) {
    return `this machine mounts no loop devices: ${String(error).split('\n')[0]}`
  }
}

export function makeDisk(megabytes = 400): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'glashelder-disk-'))
  const image = join(folder, 'disk')
  run('truncate', '-s', `${megabytes}M`, image)
  run('mkfs.ext4', '-q', '-F', image)
  return mount(folder, image)
}

function mount(folder: string, image: string): Disk {
  const path = join(folder, 'mounted')
  run('mkdir', path)
  run('mount', '-o', 'loop', image, path)
  return {
    path,
    settle: () => run('sync', '-f', path),
    copyAsAfterPowerCut: () => {
      const other = mkdtempSync(join(tmpdir(), 'glashelder-disk-'))
      run('cp', '--sparse=always', image, join(other, 'disk'))
      return mount(other, join(other, 'disk'))
    },
    unmount: () => {
      run('umount', path)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function run(program: string, ...words: string[]): void {
  execFileSync(program, words, { stdio: ['ignore', 'ignore', 'pipe'] })
}
