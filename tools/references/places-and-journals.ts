// Journals, newspapers and series, and publishers with their places, so that the weights know more of them than one set
// of labelled references has. Facts alone; in the order in which they came to mind.

export const journals: readonly string[] = (
  'Nature|Science|Cell|The Lancet|Neuron|Physical Review Letters|Phys. Rev. Lett.|Phys. Rev. D|Physical Review B|Nucl. Phys. B|J. High Energy Phys.|JHEP|' +
  'Physics Letters B|Phys. Lett. B|Astrophysical Journal|Astrophys. J.|ApJ|MNRAS|Mon. Not. R. Astron. Soc.|Astronomy and Astrophysics|A&A|Icarus|' +
  'Journal of the American Chemical Society|J. Am. Chem. Soc.|Angew. Chem. Int. Ed.|Angewandte Chemie|Chem. Commun.|Chemical Reviews|Chem. Rev.|Org. Lett.|' +
  'J. Org. Chem.|Inorg. Chem.|J. Phys. Chem. B|Langmuir|Macromolecules|Advanced Materials|Adv. Mater.|Nano Letters|ACS Nano|Appl. Phys. Lett.|J. Appl. Phys.|' +
  'Journal of Chemical Physics|J. Chem. Phys.|Rev. Mod. Phys.|Annals of Physics|Comm. Math. Phys.|Duke Math. J.|Inventiones Mathematicae|Annals of Mathematics|' +
  'Trans. Amer. Math. Soc.|Proc. Amer. Math. Soc.|J. Algebra|Journal of Number Theory|Acta Mathematica|Math. Ann.|Advances in Mathematics|J. Funct. Anal.|' +
  'SIAM Journal on Computing|SIAM J. Numer. Anal.|Journal of the ACM|Communications of the ACM|CACM|Theoretical Computer Science|Information and Computation|' +
  'Artificial Intelligence|Machine Learning|Journal of Machine Learning Research|Neural Computation|Neural Networks|IEEE Transactions on Information Theory|' +
  'IEEE Trans. Pattern Anal. Mach. Intell.|IEEE Transactions on Software Engineering|IEEE Computer|ACM Computing Surveys|Software: Practice and Experience|' +
  'Pattern Recognition|International Journal of Computer Vision|Computational Linguistics|Cognition|Cognitive Science|Psychological Review|Psychological Bulletin|' +
  'Psychological Science|American Psychologist|Journal of Personality and Social Psychology|Child Development|Developmental Psychology|Brain|Brain Research|' +
  'Journal of Neuroscience|J Neurosci|NeuroImage|Cerebral Cortex|Trends in Cognitive Sciences|Trends Neurosci|Behavioral and Brain Sciences|' +
  'New England Journal of Medicine|N Engl J Med|JAMA|BMJ|Ann Intern Med|Circulation|Blood|J Clin Oncol|Cancer Research|Cancer Res|Clin Infect Dis|' +
  'J Immunol|J Virol|J Biol Chem|Journal of Biological Chemistry|Proc Natl Acad Sci USA|Proceedings of the National Academy of Sciences|PNAS|PLoS ONE|PLoS Biol|' +
  'PLoS Genetics|Nucleic Acids Research|Nucleic Acids Res|Bioinformatics|Genetics|Genome Research|Nat Genet|Nature Genetics|Nature Medicine|EMBO J|' +
  'Molecular Ecology|Ecology|Oikos|Oecologia|Journal of Ecology|Conservation Biology|Ecological Applications|Journal of Wildlife Management|The Auk|Ibis|' +
  'Canadian Journal of Zoology|American Naturalist|Evolution|Journal of Evolutionary Biology|Systematic Biology|Zootaxa|Journal of Mammalogy|Taxon|' +
  'Geology|Geophysical Research Letters|Geophys. Res. Lett.|Journal of Geophysical Research|J. Geophys. Res.|Earth and Planetary Science Letters|' +
  'Meteoritics & Planetary Science|Tectonophysics|Quaternary Science Reviews|Journal of Climate|Climatic Change|Water Resources Research|Soil Science|' +
  'American Economic Review|Econometrica|Quarterly Journal of Economics|Journal of Political Economy|Journal of Finance|Review of Economic Studies|' +
  'Journal of Development Economics|World Development|Economic Journal|Journal of Economic Perspectives|American Political Science Review|' +
  'American Journal of Political Science|Comparative Political Studies|World Politics|International Organization|International Security|Foreign Affairs|' +
  'American Sociological Review|American Journal of Sociology|Annual Review of Sociology|Social Forces|British Journal of Sociology|Theory and Society|' +
  'Current Anthropology|American Anthropologist|American Ethnologist|Man|Critical Inquiry|Representations|New Literary History|PMLA|Modern Language Notes|' +
  'Modern Language Review|Modern Philology|ELH|Shakespeare Quarterly|Renaissance Quarterly|Speculum|The English Historical Review|Past & Present|' +
  'The American Historical Review|The Historical Journal|Journal of Modern History|Journal of the History of Ideas|Isis|Journal of Asian Studies|' +
  'Mind|Noûs|The Philosophical Review|Philosophical Studies|Journal of Philosophy|The Journal of Philosophy|Synthese|Analysis|Ethics|Philosophy & Public Affairs|' +
  'The Monist|The Review of Metaphysics|Kant-Studien|Philosophy of Science|Language|Linguistic Inquiry|Lingua|Journal of Linguistics|Journal of Phonetics|' +
  'Natural Language and Linguistic Theory|Journal of Biblical Literature|New Testament Studies|Vetus Testamentum|Catholic Biblical Quarterly|Novum Testamentum|' +
  'Harvard Theological Review|Journal of Religion|The Classical Quarterly|Classical Philology|Hermes|Mnemosyne|Historia|Gnomon|Antiquity|' +
  'American Journal of Archaeology|Hesperia|Journal of Roman Studies|The Burlington Magazine|Art Bulletin|October|Artforum|Film Quarterly|Screen|' +
  'Yale Law Journal|Harvard Law Review|Stanford Law Review|Columbia Law Review|Educational Researcher|Review of Educational Research|Teachers College Record|' +
  'Journal of Educational Psychology|Research in Higher Education|Gender & Society|Signs|Feminist Studies|Social Studies of Science|Nursing Research|' +
  'Academy of Management Review|Administrative Science Quarterly|Strategic Management Journal|Organization Science|Harvard Business Review|Journal of Marketing|' +
  'Scandinavian Journal of Statistics|Biometrika|Annals of Statistics|Journal of the Royal Statistical Society|Technometrics|Journal of Fluid Mechanics|' +
  'Annales. Histoire, Sciences Sociales|Annales HSS|Revue française de science politique|Revue française de sociologie|Actes de la recherche en sciences sociales|' +
  'Politix|Genèses|Le Mouvement social|Revue d’histoire moderne et contemporaine|Revue historique|Les Temps modernes|Esprit|Critique|Poétique|Littérature|' +
  'Cahiers internationaux de sociologie|L’Homme|Ethnologie française|Sociétés contemporaines|Droit et société|Vingtième siècle|Population|Gallia|' +
  'Revue archéologique|Revue philosophique|Études théâtrales|Le Monde|Le Monde diplomatique|Libération|Revue de métaphysique et de morale|Hérodote|' +
  'Zeitschrift für Soziologie|Kölner Zeitschrift für Soziologie und Sozialpsychologie|Historische Zeitschrift|Geschichte und Gesellschaft|Soziale Welt|' +
  'Leviathan|Merkur|Deutsche Zeitschrift für Philosophie|Zeitschrift für Pädagogik|Politische Vierteljahresschrift|Der Spiegel|Die Zeit|Archiv für Sozialgeschichte|' +
  'Germanisch-Romanische Monatsschrift|Poetica|Euphorion|Zeitschrift für Papyrologie und Epigraphik|Neue Juristische Wochenschrift|Publizistik|' +
  'Rivista di filosofia|Studi storici|Quaderni storici|Belfagor|Il Mulino|La Parola del Passato|Rivista storica italiana|Giornale storico della letteratura italiana|' +
  'Archivio storico italiano|Italia medioevale e umanistica|Revista de Occidente|Hispania|Revista Española de Investigaciones Sociológicas|Al-Andalus|' +
  'Revista Brasileira de História|Estudos Avançados|Novos Estudos CEBRAP|Dados|Revista Estudos Feministas|Cadernos de Pesquisa|Educação e Sociedade|' +
  'Análise Social|Revista Crítica de Ciências Sociais|Tijdschrift voor Geschiedenis|De Gids|Historisk tidskrift|Český časopis historický|Вопросы истории|' +
  'Вопросы философии|Новое литературное обозрение|New York Times|The New York Times|Washington Post|The Guardian|Financial Times|Wall Street Journal|The Economist|' +
  'The New Yorker|The New York Review of Books|Times Literary Supplement|Time|Newsweek|Los Angeles Times|Chronicle of Higher Education|Scientific American|' +
  'Lecture Notes in Computer Science|Lecture Notes in Mathematics|CEUR Workshop Proceedings|Graduate Texts in Mathematics|arXiv preprint|NBER Working Paper'
).split('|');

/** Place and publisher. */
export const publishers: readonly (readonly [string, string])[] = (
  'New York=Springer|Berlin=Springer-Verlag|Heidelberg=Springer|Dordrecht=Kluwer|Dordrecht=Reidel|Amsterdam=Elsevier|Amsterdam=John Benjamins|Amsterdam=North-Holland|' +
  'New York=Wiley|Hoboken, NJ=John Wiley & Sons|Chichester=Wiley|Cambridge=Cambridge University Press|Oxford=Oxford University Press|New York=Oxford University Press|' +
  'Oxford=Clarendon Press|Cambridge, MA=MIT Press|Cambridge, Mass.=Harvard University Press|Princeton=Princeton University Press|Chicago=University of Chicago Press|' +
  'Berkeley=University of California Press|Stanford=Stanford University Press|New Haven=Yale University Press|Ithaca=Cornell University Press|Durham=Duke University Press|' +
  'Minneapolis=University of Minnesota Press|Bloomington=Indiana University Press|Baltimore=Johns Hopkins University Press|Philadelphia=University of Pennsylvania Press|' +
  'New York=Columbia University Press|Toronto=University of Toronto Press|Manchester=Manchester University Press|Edinburgh=Edinburgh University Press|' +
  'London=Routledge|London=Verso|London=Sage|Thousand Oaks, CA=Sage|London=Penguin|London=Macmillan|Basingstoke=Palgrave Macmillan|Houndmills=Palgrave|London=Bloomsbury|' +
  'London=Faber and Faber|London=Thames & Hudson|London=Methuen|London=Longman|London=Duckworth|Harmondsworth=Penguin|Oxford=Blackwell|Malden, MA=Blackwell|Aldershot=Ashgate|' +
  'Farnham=Ashgate|Cheltenham=Edward Elgar|New York=Norton|New York=Vintage|New York=Knopf|New York=Basic Books|New York=Free Press|New York=Harper & Row|' +
  'New York=Random House|New York=McGraw-Hill|New York=Academic Press|San Diego=Academic Press|San Francisco=Freeman|San Mateo, CA=Morgan Kaufmann|Reading, MA=Addison-Wesley|' +
  'Englewood Cliffs, NJ=Prentice-Hall|Upper Saddle River, NJ=Prentice Hall|Boston=Houghton Mifflin|Boston=Beacon Press|Hillsdale, NJ=Erlbaum|Mahwah, NJ=Lawrence Erlbaum|' +
  'New York=Guilford Press|Washington, DC=American Psychological Association|Washington, D.C.=World Bank|Geneva=World Health Organization|Paris=OECD|Paris=UNESCO|' +
  'Paris=Gallimard|Paris=Seuil|Paris=Le Seuil|Paris=Minuit|Paris=Flammarion|Paris=PUF|Paris=Presses universitaires de France|Paris=L’Harmattan|Paris=La Découverte|' +
  'Paris=Armand Colin|Paris=Vrin|Paris=Les Belles Lettres|Paris=Fayard|Paris=Grasset|Paris=CNRS Éditions|Paris=Presses de Sciences Po|Paris=Karthala|Rennes=PUR|' +
  'Lyon=Presses universitaires de Lyon|Bruxelles=De Boeck|Louvain=Peeters|Leuven=Peeters|Leiden=Brill|The Hague=Mouton|The Hague=Nijhoff|Berlin=de Gruyter|Berlin=Mouton de Gruyter|' +
  'Frankfurt am Main=Suhrkamp|Frankfurt a. M.=Campus|Frankfurt=Fischer|Frankfurt am Main=Peter Lang|Bern=Peter Lang|Stuttgart=Metzler|Stuttgart=Klett-Cotta|Stuttgart=Reclam|' +
  'Stuttgart=Steiner|Stuttgart=Kohlhammer|München=Beck|München=Fink|München=Hanser|Tübingen=Mohr Siebeck|Tübingen=Niemeyer|Tübingen=Narr|Göttingen=Vandenhoeck & Ruprecht|' +
  'Wiesbaden=VS Verlag|Wiesbaden=Harrassowitz|Opladen=Westdeutscher Verlag|Hamburg=Rowohlt|Hamburg=Meiner|Weinheim=Beltz|Köln=Böhlau|Wien=Böhlau|Leipzig=Teubner|Basel=Schwabe|' +
  'Zürich=Diogenes|Bielefeld=transcript|Torino=Einaudi|Milano=Feltrinelli|Milano=Mondadori|Bologna=Il Mulino|Roma=Laterza|Bari=Laterza|Firenze=Olschki|Firenze=La Nuova Italia|' +
  'Milano=Adelphi|Roma=Carocci|Napoli=Liguori|Madrid=Alianza|Madrid=Cátedra|Madrid=Gredos|Barcelona=Ariel|Barcelona=Anagrama|México=Fondo de Cultura Económica|' +
  'México=Siglo XXI|Buenos Aires=Paidós|Buenos Aires=Sudamericana|São Paulo=Companhia das Letras|São Paulo=Atlas|São Paulo=Cortez|Rio de Janeiro=Zahar|Petrópolis=Vozes|' +
  'Belo Horizonte=UFMG|Lisboa=Imprensa Nacional|Lisboa=Gulbenkian|Coimbra=Almedina|Praha=Academia|Москва=Наука|Moscow=Nauka|Warszawa=PWN|Budapest=Akadémiai Kiadó|' +
  'Stockholm=Bonniers|Lund=Studentlitteratur|Oslo=Universitetsforlaget|København=Gyldendal|Grand Rapids=Eerdmans|Grand Rapids, MI=Baker|Minneapolis=Fortress Press|' +
  'Peabody, MA=Hendrickson|Sheffield=Sheffield Academic Press|London=T&T Clark|Collegeville=Liturgical Press|Tokyo=Kodansha|Delhi=Motilal Banarsidass|Jerusalem=Magnes'
)
  .split('|')
  .map((pair) => pair.split('=') as [string, string]);
