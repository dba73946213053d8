/** The line between the tablets of a test and the server in its parent process: JSON, one message a line, on stdin and stdout. */
import { createInterface } from 'node:readline';
import { NetworkError, type Request, type Response, type Send } from '$core/transport/send';

export interface Command {
  id: number;
  /** True time, in ms. */
  now: number;
  do: string;
  tablet: string;
  [argument: string]: unknown;
}

/** True time as the parent has it, in ms since 1970. */
export const time = { ms: 0 };

interface Answer {
  answer: number;
  lost?: boolean;
  status: number;
  body: unknown;
}

const waiting = new Map<number, { resolve: (response: Response) => void; reject: (error: Error) => void }>();
let sent = 0;

export function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** Requests of one tablet go to the parent, who has its session; `lost`: nothing is known of what became of it. */
export function sendAs(tablet: string): Send {
  return (request: Request) =>
    new Promise((resolve, reject) => {
      sent += 1;
      waiting.set(sent, { resolve, reject });
      say({ send: sent, tablet, ...request });
    });
}

/** Act on each command in turn; answers to requests are taken at once. */
export function serve(act: (command: Command) => Promise<unknown>): void {
  let last: Promise<void> = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const message = JSON.parse(line) as Command | Answer;
    if (isAnswer(message)) take(message);
    else last = last.then(() => run(message, act));
  });
  lines.on('close', () => process.exit(0));
}

function isAnswer(message: Command | Answer): message is Answer {
  return 'answer' in message;
}

async function run(command: Command, act: (command: Command) => Promise<unknown>): Promise<void> {
  time.ms = command.now;
  try {
    say({ done: command.id, result: (await act(command)) ?? null });
  } catch (error) {
    say({ done: command.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function take({ answer, lost, status, body }: Answer): void {
  const asked = waiting.get(answer);
  waiting.delete(answer);
  if (lost) asked?.reject(new NetworkError('lost'));
  else asked?.resolve({ status, body, date: null, retryAfter: null });
}
