// Functions that run in Firefox's own window, with its privileges. They can't see what is around them: each brings
// its own words for the browser's insides.

export interface Watched {
  address: string;
  own: boolean;
}

/** Remembers every request, and which of them the extension made. */
export function watchNetwork(): void {
  interface Insides {
    bylineAsked?: { address: string; own: boolean }[];
    Ci: { nsIChannel: unknown };
    Services: { obs: { addObserver: (observer: object, topic: string) => void } };
  }
  interface Channel {
    URI: { spec: string };
    loadInfo?: { externalContentPolicyType?: number; triggeringPrincipal?: { addonId?: string } };
  }
  // nsIContentPolicy.TYPE_DOCUMENT: a link that the extension opened in a tab is not its own request.
  const document = 6;
  const insides = globalThis as unknown as Insides;
  const asked: { address: string; own: boolean }[] = [];
  insides.bylineAsked = asked;
  const observer = {
    observe(subject: { QueryInterface: (type: unknown) => Channel }): void {
      const { URI, loadInfo } = subject.QueryInterface(insides.Ci.nsIChannel);
      const by = loadInfo?.triggeringPrincipal?.addonId ?? '';
      asked.push({ address: URI.spec, own: by !== '' && loadInfo?.externalContentPolicyType !== document });
    },
  };
  insides.Services.obs.addObserver(observer, 'http-on-modify-request');
}

export const watchedNetwork = (): Watched[] => (globalThis as unknown as { bylineAsked: Watched[] }).bylineAsked;

export function forgetNetwork(): void {
  (globalThis as unknown as { bylineAsked: Watched[] }).bylineAsked.length = 0;
}

/** What any console heard as an error from files under an address. */
export function consoleErrors(own: string): string[] {
  interface Written {
    filename: string;
    level: string;
    arguments: unknown[];
  }
  interface Thrown {
    message?: string;
    sourceName?: string;
    flags?: number;
    errorMessage?: string;
  }
  interface Insides {
    Cc: Record<string, { getService: (type: unknown) => { getEvents: () => Written[] } }>;
    Ci: Record<string, unknown>;
    Services: { console: { getMessageArray: () => Thrown[] } };
  }
  const { Cc, Ci, Services } = globalThis as unknown as Insides;
  const warning = 1;
  const thrown = Services.console
    .getMessageArray()
    .filter(({ sourceName, flags }) => sourceName?.startsWith(own) === true && ((flags ?? 0) & warning) === 0)
    .map(({ errorMessage, message }) => errorMessage ?? message ?? '');
  const written = Cc['@mozilla.org/consoleAPI-storage;1']
    ?.getService(Ci['nsIConsoleAPIStorage'])
    .getEvents()
    .filter(({ filename, level }) => filename.startsWith(own) && (level === 'error' || level === 'assert'))
    .map((event) => event.arguments.map(String).join(' '));
  return [...thrown, ...(written ?? [])];
}

/** Opens an address in a new tab in front, with the right to open pages of an extension. */
export function openTab(address: string): void {
  interface Insides {
    gBrowser: { addTab: (address: string, options: object) => unknown; selectedTab: unknown };
    Services: { scriptSecurityManager: { getSystemPrincipal: () => unknown } };
  }
  const { gBrowser, Services } = globalThis as unknown as Insides;
  gBrowser.selectedTab = gBrowser.addTab(address, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
}

/** Takes a site from an extension, as the add-on manager's switch does. */
export async function takeSiteBack({ uuid, site }: { uuid: string; site: string }): Promise<void> {
  interface Insides {
    ChromeUtils: {
      importESModule: (address: string) => {
        ExtensionPermissions: { remove: (id: string, permissions: object, extension: unknown) => Promise<void> };
      };
    };
    WebExtensionPolicy: { getByHostname: (host: string) => { id: string; extension: unknown } };
  }
  const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as Insides;
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { id, extension } = WebExtensionPolicy.getByHostname(uuid);
  await ExtensionPermissions.remove(id, { permissions: [], origins: [site] }, extension);
}
