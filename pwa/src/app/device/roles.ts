/** Roles in words; class roles are no role of a person but a right, and stay unnamed. */
import * as m from '$paraglide/messages.js';

const words: Record<string, () => string> = {
  inspector: m.app_role_inspector,
  team_lead: m.app_role_team_lead,
  operational_lead: m.app_role_operational_lead,
  case_worker: m.app_role_case_worker,
  coordinator: m.app_role_coordinator,
  privacy_officer: m.app_role_privacy_officer,
  administrator: m.app_role_administrator,
  triage: m.app_role_triage,
};

export const roleWord = (role: string): string => words[role]?.() ?? '';
