import { describe, expect, it, vi } from 'vitest';
import { onTakeOver } from './take-over';

function page(controller: ServiceWorker | null) {
  const container = Object.assign(new EventTarget(), { controller });
  return { container, change: () => container.dispatchEvent(new Event('controllerchange')) };
}

describe('a version that takes control', () => {
  it('of a page that had none disturbs nothing; the next one reloads it', () => {
    const { container, change } = page(null);
    const reload = vi.fn();
    onTakeOver(container, reload);
    change();
    expect(reload).not.toHaveBeenCalled();
    change();
    expect(reload).toHaveBeenCalledOnce();
  });
  it('of a page that an earlier one controlled reloads it', () => {
    const { container, change } = page({} as ServiceWorker);
    const reload = vi.fn();
    onTakeOver(container, reload);
    change();
    expect(reload).toHaveBeenCalledOnce();
  });
});
