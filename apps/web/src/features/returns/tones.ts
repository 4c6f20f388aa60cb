/** How urgently each state of a promise is shown. */
export const TONES = {
  PROMISED: 'plain',
  DUE: 'attention',
  OVERDUE: 'problem',
  SUBMITTED: 'attention',
  CHANGES_REQUESTED: 'attention',
  VERIFIED: 'good',
  WAIVED: 'plain',
  REOPENED: 'attention',
  DISCHARGED: 'plain',
} as const;
