// Words that say what a stretch of a reference is, in the languages that most reference lists are written in. In small
// letters, as they stand without the punctuation around them; which weight a class has is learned.
import { commonFamilies, commonGivens } from '../identity/common-names.ts';

/** Classes as bits: a word may have several. */
export const wordClass = {
  serial: 1,
  publisher: 2,
  place: 4,
  month: 8,
  genre: 16,
  name: 32,
  editor: 64,
  number: 128,
} as const;

const serial =
  'journal j journ journals proceedings proc conference conf symposium symp workshop transactions trans review reviews rev revue revista rivista ' +
  'zeitschrift zeit zschr z annals annales annali ann archives archive archiv arch bulletin bull boletín bollettino letters lett lettere acta ' +
  'quarterly quart monthly weekly magazine mag studies studien études estudios studi research forum advances adv progress prog science sciences sci ' +
  'nature cell lancet physics phys chem chemical chemistry biol biology med medicine medical math mathematics mathematical comput computing ' +
  'computers intl int internat international psychol psychology psychiatry neurosci neuroscience eng engineering soc society sociological acad ' +
  'academy natl acm ieee plos bmc times news newspaper herald gazette tribune guardian post gazzetta monde zeitung chronicle cahiers cuadernos ' +
  'quaderni hefte jahrbuch yearbook encyclopedia encyclopaedia handbook handbuch companion dictionary lexikon series ser lecture notes congress ' +
  'kongress meeting colloque colloquium actes atti actas abhandlungen beiträge mitteilungen berichte sitzungsberichte časopis zhurnal вестник ' +
  'журнал известия труды communications commun reports opinion trends frontiers lettres notices memoirs mémoires perspectives clin clinical surg ' +
  'surgery econ economics economic educ environ pharmacol genet genetics immunol microbiol ecol ecology geol geophys astron astrophys astrophysical ' +
  'appl applied theor stat nucl exp mol am amer american br brit british european eur canadian can french german deutsche arxiv biorxiv icml nips ' +
  'iclr cvpr aaai ijcai acl sigir sigmod vldb kdd chi spie lncs pnas jama nejm bmj';
const publisher =
  'press presses university univ publishers publisher publishing publications pub verlag éditions editions éditeur editorial editora editore edizioni ' +
  'books book springer wiley elsevier kluwer routledge sage cambridge oxford harvard yale princeton mit penguin macmillan palgrave blackwell ' +
  'mcgraw-hill mcgraw prentice prentice-hall addison-wesley addison north-holland harper norton knopf random doubleday viking vintage ' +
  'gallimard seuil flammarion grasset minuit puf l’harmattan harmattan larousse hachette fayard suhrkamp fischer rowohlt reclam niemeyer ' +
  'gruyter winter metzler teubner vieweg birkhäuser brill ashgate academic pergamon plenum academia laterza einaudi mondadori feltrinelli il ' +
  'mulino olschki utet giuffrè cátedra alianza siglo vozes atlas saraiva companhia morgan kaufmann freeman crc taylor francis humana karger ' +
  'thieme hogrefe beltz klett westview basic erlbaum lexington rowman littlefield bloomsbury continuum allen unwin methuen heinemann longman ' +
  'pearson houghton mifflin scribner schuster simon farrar giroux beacon dover ams siam iop cup oup inc ltd gmbh corporation laboratory laboratories ' +
  'institute institut instituto istituto foundation museum department dept ministry bureau office government printing society';
const place =
  'new york london paris berlin cambridge oxford boston chicago washington d.c dc philadelphia princeton toronto montréal montreal québec ottawa ' +
  'vancouver sydney melbourne canberra amsterdam leiden leuven brussels bruxelles rotterdam hague haag utrecht dordrecht münchen munich frankfurt ' +
  'main hamburg köln cologne stuttgart tübingen göttingen heidelberg leipzig wiesbaden bonn mainz darmstadt freiburg wien vienna zürich zurich ' +
  'basel bern genève geneva lausanne roma rome milano milan torino turin firenze florence bologna napoli naples venezia venice padova bari ' +
  'madrid barcelona sevilla lisboa lisbon porto coimbra méxico mexico buenos aires são paulo rio janeiro bogotá santiago lima habana caracas ' +
  'moscow moskva leningrad petersburg москва prague praha brno warsaw warszawa kraków budapest bucharest athens istanbul ankara jerusalem tel aviv ' +
  'cairo tokyo kyoto beijing shanghai singapore delhi mumbai calcutta dublin edinburgh glasgow manchester birmingham liverpool leeds bristol ' +
  'stockholm uppsala lund göteborg copenhagen københavn oslo bergen helsinki los angeles san francisco berkeley stanford seattle portland ' +
  'baltimore pittsburgh cleveland detroit atlanta miami houston dallas austin denver minneapolis bloomington urbana madison ithaca albany ' +
  'durham chapel hill charlottesville lincoln nashville orleans tucson phoenix honolulu reading englewood cliffs hillsdale thousand oaks newbury ' +
  'beverly hills menlo park redwood city mateo upper saddle river malden norwell hoboken california calif ca massachusetts mass ma illinois ill ' +
  'il ny nj pa md conn va nc fl tx wa usa u.s.a uk u.k england france germany italy italia spain españa netherlands switzerland canada australia ' +
  'japan china india brazil brasil belgium austria sweden norway denmark israel ireland scotland lyon marseille toulouse bordeaux grenoble ' +
  'strasbourg rennes lille nantes grand rapids collegeville peabody reims aix-en-provence';
const month =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre januar februar märz juni juli oktober dezember enero ' +
  'febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ' +
  'ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro novembro dezembro spring summer fall autumn winter printemps été automne hiver';
const genre =
  'thesis dissertation ph.d phd thèse tese tesi doctoral doctorat dissertação diss m.sc master’s masters mémoire report rapport bericht technical ' +
  'tech rep working paper papers preprint manuscript unpublished inédit print web dvd film cd television broadcast motion picture retrieved accessed ' +
  'available online disponible consulté disponível acesso abgerufen archived last modified forthcoming press appear submitted accepted personal ' +
  'communication presented poster lecture speech edition edn ed revised rev aufl auflage édition edição edición reprint reprinted repr';
const editor =
  'ed eds edited editor editors éd éds dir dirs hg hrsg hrg org orgs coord coords a.c cura trans translated translator traduit trad tr traduction ' +
  'übers übersetzt edited introd introduction foreword préface préf illus director producer dirs ed.by herausgegeben';
const number =
  'vol vols volume volumes no nos nr nº n° number numbers issue part pt pp p pages page s ss bd band tome t heft h iss art article chapter ch chap ' +
  'chapitre kapitel fasc fascicule v n num suppl supplement cap abstract sec section';

function build(): Map<string, number> {
  const all = new Map<string, number>();
  const add = (list: string, bit: number): void => {
    for (const word of list.split(' ')) if (word !== '') all.set(word, (all.get(word) ?? 0) | bit);
  };
  add(serial, wordClass.serial);
  add(publisher, wordClass.publisher);
  add(place, wordClass.place);
  add(month, wordClass.month);
  add(genre, wordClass.genre);
  add(editor, wordClass.editor);
  add(number, wordClass.number);
  for (const list of [commonGivens, commonFamilies])
    for (const group of list.split('|')) add(group.replace(/^\d+ /u, ''), wordClass.name);
  return all;
}

/** Bits of `wordClass` by word; made at the first use. */
let all: Map<string, number> | null = null;
export const classesOfWord = (word: string): number => {
  all ??= build();
  return all.get(word) ?? 0;
};
