/** Figures of one measure, and how they are printed beside the goal. */
export function at(share: number, times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function tell(what: string, times: readonly number[], goal: number): void {
  const [half, most] = [at(0.5, times), at(0.95, times)]
  const mark = most <= goal ? 'within' : 'ABOVE'
  console.log(`${what}: half in ${half.toFixed(0)} ms, 95 % in ${most.toFixed(0)} ms of ${times.length}; ${mark} the goal of ${goal} ms`)
}

/** Keeps the duration of each tap, from the tap to `complete` of the strict transaction that stores it. */
export function watchTaps(): void {
  const scope = globalThis as unknown as { taps?: number[] }
  if (scope.taps) return
  const taps: number[] = []
  scope.taps = taps
  let tapped: number | null = null
  const real = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const made = real.call(this, names, mode, options)
    if (mode === 'readwrite' && made.durability === 'strict' && [names].flat().includes('own')) {
      made.addEventListener('complete', () => {
        if (tapped !== null) taps.push(performance.now() - tapped)
        tapped = null
      })
    }
    return made
  }
  addEventListener('pointerdown', (event) => (tapped = event.timeStamp), { capture: true })
}

/** When something that `selector` finds was first drawn, in ms since the page began to load; asked with `window.drawn`. */
export function watchDrawn(selector: string): void {
  const scope = globalThis as unknown as { drawn?: Promise<number> }
  scope.drawn = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(selector) === null) return false
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      return true
    }
    const observer = new MutationObserver(() => {
      if (look()) observer.disconnect()
    })
    observer.observe(document, { childList: true, subtree: true })
  })
}
