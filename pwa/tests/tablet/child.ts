/** Tablets of the real core as a child process: a test on the server's side drives them over stdin and stdout. */
import { serve, type Command } from './line';
import { openTablet, type Tablet } from './tablet';

const tablets = new Map<string, Tablet>();

serve((command: Command) => {
  const { tablet: name } = command;
  if (command.do === 'open') {
    const from = tablets.get(command.copyOf as string);
    tablets.set(name, openTablet(name, { ...command, ...(from ? { store: from.copyStore() } : {}) }));
    return Promise.resolve(null);
  }
  const tablet = tablets.get(name);
  if (tablet === undefined) return Promise.reject(new Error(`there is no tablet ${name}`));
  return tablet.act(command);
});
