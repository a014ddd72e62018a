// arXiv's fields by name: groups as readers speak of them, the categories in each, and about how many papers a choice of
// them brings. Pure data; how the server calls a category is `sets.ts`.

import { archiveOf, setOf, setsToAsk, type FieldSpan } from './sets.ts';

export interface Category {
  /** "cs.LG" */
  id: string;
  name: string;
  /** The set of arXiv's OAI-PMH server: "cs:cs:LG", "physics:hep-th". */
  set: string;
  /** New papers a year with those listed from elsewhere, about 2025; rounded. */
  yearly: number;
}

export interface FieldGroup {
  id: string;
  name: string;
  categories: readonly Category[];
}

/** "cs.LG 60000 Machine Learning", one a line. */
const categories = (lines: string): Category[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', yearly = '', ...name] = line.trim().split(' ');
      return { id, name: name.join(' '), set: setOf(id), yearly: Number(yearly) };
    });

const group = (id: string, name: string, lines: string): FieldGroup => ({ id, name, categories: categories(lines) });

/** Every active category of arXiv, in one group each. */
export const fieldGroups: readonly FieldGroup[] = [
  group(
    'machine-learning',
    'Machine learning',
    `cs.LG 60000 Machine Learning
     stat.ML 13000 Machine Learning (Statistics)
     cs.NE 4000 Neural and Evolutionary Computing`,
  ),
  group(
    'artificial-intelligence',
    'Artificial intelligence',
    `cs.AI 60000 Artificial Intelligence
     cs.MA 4500 Multiagent Systems`,
  ),
  group('language', 'Language', 'cs.CL 32000 Computation and Language'),
  group(
    'vision',
    'Vision and graphics',
    `cs.CV 40000 Computer Vision and Pattern Recognition
     eess.IV 7000 Image and Video Processing
     cs.GR 3500 Graphics
     cs.MM 3000 Multimedia`,
  ),
  group(
    'speech',
    'Speech and sound',
    `cs.SD 6000 Sound
     eess.AS 5500 Audio and Speech Processing`,
  ),
  group('robotics', 'Robotics', 'cs.RO 16000 Robotics'),
  group(
    'people-and-computers',
    'People and computers',
    `cs.HC 10000 Human-Computer Interaction
     cs.CY 8000 Computers and Society
     cs.SI 4500 Social and Information Networks
     physics.soc-ph 3500 Physics and Society`,
  ),
  group(
    'search-and-data',
    'Search, databases and libraries',
    `cs.IR 9000 Information Retrieval
     cs.DB 3000 Databases
     cs.DL 1700 Digital Libraries`,
  ),
  group('security', 'Security and cryptography', 'cs.CR 14000 Cryptography and Security'),
  group(
    'software',
    'Software and programming languages',
    `cs.SE 14000 Software Engineering
     cs.PL 2800 Programming Languages
     cs.MS 700 Mathematical Software
     cs.SC 500 Symbolic Computation`,
  ),
  group(
    'computer-systems',
    'Computer systems and networks',
    `cs.DC 6500 Distributed, Parallel, and Cluster Computing
     cs.NI 5000 Networking and Internet Architecture
     cs.AR 3200 Hardware Architecture
     cs.ET 2800 Emerging Technologies
     cs.PF 1000 Performance
     cs.OS 500 Operating Systems
     cs.CE 2600 Computational Engineering, Finance, and Science
     cs.GL 60 General Literature
     cs.OH 250 Other Computer Science`,
  ),
  group(
    'algorithms',
    'Algorithms and theory',
    `cs.DS 4000 Data Structures and Algorithms
     cs.CC 1800 Computational Complexity
     cs.GT 2400 Computer Science and Game Theory
     cs.LO 2600 Logic in Computer Science
     cs.DM 1700 Discrete Mathematics
     cs.CG 900 Computational Geometry
     cs.FL 900 Formal Languages and Automata Theory`,
  ),
  group(
    'control-and-signals',
    'Control, signals and information',
    `eess.SY 9000 Systems and Control
     cs.SY 9000 Systems and Control (Computer Science)
     eess.SP 9500 Signal Processing
     cs.IT 7500 Information Theory
     math.IT 7500 Information Theory (Mathematics)`,
  ),
  group(
    'statistics',
    'Statistics',
    `stat.ME 6500 Methodology
     math.ST 3500 Statistics Theory
     stat.TH 3500 Statistics Theory (Statistics)
     stat.AP 3500 Applications
     stat.CO 1600 Computation
     stat.OT 200 Other Statistics`,
  ),
  group(
    'probability-and-optimization',
    'Probability and optimization',
    `math.PR 6500 Probability
     math.OC 9000 Optimization and Control`,
  ),
  group(
    'numerical-analysis',
    'Numerical analysis',
    `math.NA 7000 Numerical Analysis
     cs.NA 7000 Numerical Analysis (Computer Science)`,
  ),
  group(
    'analysis',
    'Analysis and differential equations',
    `math.AP 8500 Analysis of PDEs
     math.DS 4200 Dynamical Systems
     math.FA 3700 Functional Analysis
     math.CA 2600 Classical Analysis and ODEs
     math.CV 1700 Complex Variables
     math.SP 1200 Spectral Theory
     math.OA 1300 Operator Algebras`,
  ),
  group(
    'algebra-and-number-theory',
    'Algebra and number theory',
    `math.NT 4500 Number Theory
     math.AG 4700 Algebraic Geometry
     math.RT 2800 Representation Theory
     math.RA 2400 Rings and Algebras
     math.GR 2600 Group Theory
     math.AC 1900 Commutative Algebra
     math.QA 1500 Quantum Algebra
     math.CT 1400 Category Theory
     math.KT 500 K-Theory and Homology`,
  ),
  group(
    'geometry-and-topology',
    'Geometry and topology',
    `math.DG 4200 Differential Geometry
     math.GT 2300 Geometric Topology
     math.AT 1700 Algebraic Topology
     math.MG 1600 Metric Geometry
     math.SG 900 Symplectic Geometry
     math.GN 500 General Topology`,
  ),
  group(
    'combinatorics-and-logic',
    'Combinatorics and logic',
    `math.CO 7500 Combinatorics
     math.LO 2000 Logic
     math.HO 700 History and Overview
     math.GM 800 General Mathematics`,
  ),
  group(
    'mathematical-physics',
    'Mathematical physics and dynamics',
    `math-ph 5500 Mathematical Physics
     math.MP 5500 Mathematical Physics (Mathematics)
     nlin.AO 900 Adaptation and Self-Organizing Systems
     nlin.CD 1500 Chaotic Dynamics
     nlin.SI 1000 Exactly Solvable and Integrable Systems
     nlin.PS 900 Pattern Formation and Solitons
     nlin.CG 200 Cellular Automata and Lattice Gases`,
  ),
  group('quantum-physics', 'Quantum physics', 'quant-ph 19000 Quantum Physics'),
  group(
    'high-energy-physics',
    'High energy physics',
    `hep-th 8500 Theory
     hep-ph 9500 Phenomenology
     hep-ex 4500 Experiment
     hep-lat 1700 Lattice`,
  ),
  group(
    'gravity-and-cosmology',
    'Gravity and cosmology',
    `gr-qc 8500 General Relativity and Quantum Cosmology
     astro-ph.CO 6800 Cosmology and Nongalactic Astrophysics`,
  ),
  group(
    'astrophysics',
    'Astrophysics',
    `astro-ph.GA 7000 Astrophysics of Galaxies
     astro-ph.HE 7000 High Energy Astrophysical Phenomena
     astro-ph.SR 4800 Solar and Stellar Astrophysics
     astro-ph.EP 4000 Earth and Planetary Astrophysics
     astro-ph.IM 3700 Instrumentation and Methods for Astrophysics`,
  ),
  group(
    'nuclear-physics',
    'Nuclear and accelerator physics',
    `nucl-th 2800 Theory
     nucl-ex 2000 Experiment
     physics.ins-det 3300 Instrumentation and Detectors
     physics.acc-ph 1400 Accelerator Physics
     physics.plasm-ph 2700 Plasma Physics`,
  ),
  group(
    'condensed-matter',
    'Condensed matter',
    `cond-mat.mtrl-sci 11000 Materials Science
     cond-mat.mes-hall 7500 Mesoscale and Nanoscale Physics
     cond-mat.str-el 6000 Strongly Correlated Electrons
     cond-mat.supr-con 3200 Superconductivity
     cond-mat.soft 4200 Soft Condensed Matter
     cond-mat.stat-mech 5500 Statistical Mechanics
     cond-mat.quant-gas 2600 Quantum Gases
     cond-mat.dis-nn 2300 Disordered Systems and Neural Networks
     cond-mat.other 400 Other Condensed Matter`,
  ),
  group(
    'optics-and-atoms',
    'Optics, atoms and chemistry',
    `physics.optics 6500 Optics
     physics.atom-ph 2300 Atomic Physics
     physics.atm-clus 250 Atomic and Molecular Clusters
     physics.chem-ph 4500 Chemical Physics
     physics.app-ph 4200 Applied Physics
     physics.comp-ph 5000 Computational Physics
     physics.data-an 1500 Data Analysis, Statistics and Probability`,
  ),
  group(
    'fluids-and-earth',
    'Fluids, Earth and space',
    `physics.flu-dyn 5200 Fluid Dynamics
     physics.ao-ph 1900 Atmospheric and Oceanic Physics
     physics.geo-ph 1600 Geophysics
     physics.space-ph 1000 Space Physics`,
  ),
  group(
    'biology',
    'Biology and medicine',
    `q-bio.QM 3300 Quantitative Methods
     q-bio.NC 3000 Neurons and Cognition
     q-bio.BM 1800 Biomolecules
     q-bio.PE 1600 Populations and Evolution
     q-bio.GN 900 Genomics
     q-bio.MN 600 Molecular Networks
     q-bio.TO 500 Tissues and Organs
     q-bio.CB 400 Cell Behavior
     q-bio.SC 250 Subcellular Processes
     q-bio.OT 250 Other Quantitative Biology
     physics.bio-ph 3000 Biological Physics
     physics.med-ph 2300 Medical Physics`,
  ),
  group(
    'economics-and-finance',
    'Economics and finance',
    `econ.GN 2600 General Economics
     q-fin.EC 2600 Economics (Quantitative Finance)
     econ.EM 1600 Econometrics
     econ.TH 1500 Theoretical Economics
     q-fin.ST 900 Statistical Finance
     q-fin.CP 800 Computational Finance
     q-fin.RM 650 Risk Management
     q-fin.TR 600 Trading and Market Microstructure
     q-fin.PM 600 Portfolio Management
     q-fin.MF 900 Mathematical Finance
     q-fin.GN 650 General Finance
     q-fin.PR 400 Pricing of Securities`,
  ),
  group(
    'physics-at-large',
    'Physics at large',
    `physics.class-ph 1100 Classical Physics
     physics.gen-ph 1700 General Physics
     physics.ed-ph 1200 Physics Education
     physics.hist-ph 1600 History and Philosophy of Physics
     physics.pop-ph 500 Popular Physics`,
  ),
];

const bySet = new Map(fieldGroups.flatMap((each) => each.categories.map((one) => [one.set, one] as const)));

/** Years of papers, as years of today's number: older years had fewer. */
const YEARS: Readonly<Record<FieldSpan, (archive: string) => number>> = {
  '12-months': () => 1,
  '3-years': (archive) => (archive === 'cs' ? 2.6 : 2.8),
  all: (archive) => {
    if (archive === 'cs') return 6;
    if (archive === 'eess' || archive === 'econ') return 6;
    return archive === 'stat' || archive.startsWith('q-') ? 10 : 18;
  },
};

/** Of a second field's papers about this part is not in the first one, too. A guess: fields next to each other share more. */
const NEW_IN_ANOTHER = 0.6;
/** Bytes a paper takes, with its abstract. */
const BYTES_A_PAPER = 510;
/** Records that the server sends at once, and seconds that it takes for that as a rule. */
const RECORDS_A_PAGE = 1_300;
const SECONDS_A_PAGE = 15;
/** Records come by the day of their last change: of a year's, this many are papers of years before. */
const CHANGED_LATER = 1.4;

export interface Estimate {
  papers: number;
  megabytes: number;
  minutes: number;
}

/** About what a choice brings, and how long arXiv's server takes to send it. */
export function estimate(sets: readonly string[], span: FieldSpan): Estimate {
  const years = YEARS[span];
  const counts = setsToAsk(sets)
    .map((set) => {
      const { id = '', yearly = 0 } = bySet.get(set) ?? {};
      return yearly * years(archiveOf(id));
    })
    .toSorted((one, other) => other - one);
  const sent = counts.reduce((sum, count) => sum + count, 0);
  const [largest = 0] = counts;
  const papers = largest + NEW_IN_ANOTHER * (sent - largest);
  const pages = (sent * CHANGED_LATER) / RECORDS_A_PAGE + counts.length * 2;
  return {
    papers: Math.round(papers / 100) * 100,
    megabytes: Math.ceil((papers * BYTES_A_PAPER) / 1e6),
    minutes: counts.length === 0 ? 0 : Math.ceil((pages * SECONDS_A_PAGE) / 60),
  };
}
