// Google Scholar answers under a domain a country: https://www.google.com/supported_domains. `scholar.google.com` is
// allowed at install, the reader's own country with all other paper sites, any other by itself.

const endings: readonly string[] = (
  'ad ae al am as at az ba be bf bg bi bj bs bt by ca cat cd cf cg ch ci cl cm cn cv cz de dj dk dm dz ee es fi fm ' +
  'fr ga ge gg gl gm gp gr gy hn hr ht hu ie im iq is it je jo kg ki kz la li lk lt lu lv md me mg mk ml mn ms mu ' +
  'mv mw ne nl no nr nu pl pn ps pt ro rs ru rw sc se sh si sk sm sn so sr st td tg tk tl tm tn to tt vg vu ws ' +
  'co.ao co.bw co.ck co.cr co.id co.il co.in co.jp co.ke co.kr co.ls co.ma co.mz co.nz co.th co.tz co.ug co.uk ' +
  'co.uz co.ve co.vi co.za co.zm co.zw com.af com.ag com.ai com.ar com.au com.bd com.bh com.bn com.bo com.br ' +
  'com.bz com.co com.cu com.cy com.do com.ec com.eg com.et com.fj com.gh com.gi com.gt com.hk com.jm com.kh com.kw ' +
  'com.lb com.ly com.mm com.mt com.mx com.my com.na com.nf com.ng com.ni com.np com.om com.pa com.pe com.pg com.ph ' +
  'com.pk com.pr com.py com.qa com.sa com.sb com.sg com.sl com.sv com.tj com.tr com.tw com.ua com.uy com.vc com.vn'
).split(' ');

/** The country of a language: "de-AT" is Austria, "de" Germany; null for what is no language. */
function regionOf(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().region?.toLowerCase() ?? null;
  } catch {
    return null;
  }
}

/** Scholar's hosts in the countries of these languages ("de-AT", "pt-BR"), without `scholar.google.com`. Pure. */
export function scholarDomains(languages: readonly string[]): string[] {
  const regions = languages.map((language) => regionOf(language)?.replace(/^gb$/u, 'uk'));
  const found = regions.flatMap((region) => endings.find((ending) => ending.split('.').at(-1) === region) ?? []);
  return [...new Set(found)].map((ending) => `scholar.google.${ending}`);
}
