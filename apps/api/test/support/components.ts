/** The text of a complete publiccode.yml; each test names its own, and a repository follows from the name. */
export function publiccodeText(
  name: string,
  said: { readonly licence?: string; readonly summary?: string; readonly more?: string } = {},
): string {
  const summary = said.summary ?? 'Plans who of the volunteers comes when';
  return `publiccodeYmlVersion: "0.7"
name: ${name}
url: https://example.org/${encodeURIComponent(name.toLowerCase())}.git
platforms: [web]
categories: [appointment-scheduling]
developmentStatus: stable
softwareType: standalone/web
description:
  en:
    shortDescription: ${summary}
    longDescription: ${`${summary}, and reminds them the day before. `.repeat(5)}
    features: [Rotas, Reminders]
legal:
  license: ${said.licence ?? 'MIT'}
maintenance:
  type: community
  contacts: [{ name: Alma Example, email: alma@example.org }]
localisation:
  localisationReady: true
  availableLanguages: [en]
${said.more ?? ''}`;
}
