export { canonicalExpression, type Combined, licencesSatisfyingAll } from './combine.js';
export { isPreset, parseCondition, type Preset, PRESETS } from './condition.js';
export { explain, type Explanation, type LicenceInWords } from './explain.js';
export {
  type Expression,
  LIMITS,
  type Parsed,
  parseExpression,
  type Problem,
  type ProblemCode,
  type Term,
} from './expression.js';
export { importMatrix, type Matrix } from './matrix.js';
export { recognise } from './recognise.js';
export { type Kind, KINDS, type RuleName, RULES, type Verdict, VERDICTS } from './rules.js';
export { suggest, type Suggestion } from './suggest.js';
export { type Duty, type Permission, TABLE_IDS } from './table.js';
export { judge, type LicenceVerdict, type Question } from './verdict.js';
export { licenceVerdictCommand } from './command.js';
