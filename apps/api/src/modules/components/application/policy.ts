import { belongsTo, type Viewer } from '../../../platform/auth/index.js';

/** Who answers for a component's licence: who registered it, people of the organisation that maintains it, the site team. */
export function mayConcludeLicence(
  viewer: Viewer,
  component: { readonly registeredById: string; readonly ownerOrganisationId: string | null },
): boolean {
  const { person } = viewer;
  if (person === null) return false;
  if (person.steward || person.id === component.registeredById) return true;
  return component.ownerOrganisationId !== null && belongsTo(viewer, component.ownerOrganisationId);
}
