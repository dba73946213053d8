/** Words for what the server names by code. */
import type { actions } from '$core';
import * as m from '$paraglide/messages.js';

type Tone = 'plain' | 'primary' | 'ok' | 'warn' | 'info' | 'sun';

export const STATES: readonly actions.ActionState[] = [
  'draft',
  'approved',
  'briefed',
  'active',
  'debriefing',
  'closed',
];
const tones: Record<actions.ActionState, Tone> = {
  draft: 'warn',
  approved: 'info',
  briefed: 'info',
  active: 'sun',
  debriefing: 'primary',
  closed: 'plain',
};

export const stateWord = (state: actions.ActionState) => m.new_action_state({ state });
export const stateTone = (state: actions.ActionState) => tones[state];
/** What moving to a state is called on its button. */
export const moveWord = (state: actions.ActionState) => m.new_action_move({ state });

export const ORIGINS = ['register', 'recheck', 'random', 'signals', 'area', 'chosen'] as const;
export const originWord = (origin: (typeof ORIGINS)[number]) => m.new_action_origin({ origin });

export const ANSWERS = ['waiting', 'yes', 'no'] as const;
export const answerWord = (answer: (typeof ANSWERS)[number]) => m.new_action_answer({ answer });

export const BASES = ['Awb 5:11-5:20', 'Omgevingswet 18.6', 'Gemeentewet 172', 'Algemene douanewet 1:24'];
