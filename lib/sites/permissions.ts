// The addresses where Byline runs without being asked, granted at install.
export const paperSites: readonly string[] = ['https://arxiv.org/*'];
