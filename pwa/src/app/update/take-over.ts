type Container = Pick<ServiceWorkerContainer, 'controller'> & Pick<EventTarget, 'addEventListener'>;

/**
 * Called when a new version takes this page over from another one. That the very first version takes control of a page
 * that came without one is no such thing: nothing on screen is older than it, and a reload would only disturb.
 */
export function onTakeOver(container: Container, reload: () => void): void {
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (controlled) reload();
    controlled = true;
  });
}
