/**
 * All tabs agree before a new version takes over: one asks, each that is in the middle of something objects.
 * Silence for a while is agreement: a tab that sleeps has nothing unsaved, since drafts are stored at every keystroke.
 */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

interface Message {
  type: 'ask' | 'object';
  question: string;
}

/** Answer the other tabs' questions; `busy` is asked each time. Returns the undoing. */
export function answerOthers(channel: Channel, busy: () => boolean): () => void {
  const listen = ({ data }: { data: unknown }) => {
    const { type, question } = data as Message;
    if (type === 'ask' && busy()) channel.postMessage({ type: 'object', question } satisfies Message);
  };
  channel.addEventListener('message', listen);
  return () => channel.removeEventListener('message', listen);
}

/** True when no other tab objects within `patience` milliseconds. */
export function othersAgree(channel: Channel, question: string, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const listen = ({ data }: { data: unknown }) => {
      const message = data as Message;
      if (message.type === 'object' && message.question === question) settle(false);
    };
    const timer = setTimeout(() => settle(true), patience);
    const settle = (agreed: boolean) => {
      clearTimeout(timer);
      channel.removeEventListener('message', listen);
      resolve(agreed);
    };
    channel.addEventListener('message', listen);
    channel.postMessage({ type: 'ask', question } satisfies Message);
  });
}
