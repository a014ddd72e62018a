// Words that any paper's title may have ("efficient framework"): they tell which of several works is nearer, and relate
// nothing by themselves.
import { singular } from '../text/content-words.ts';

/** In the form in which words are compared. */
export const generalWords: ReadonlySet<string> = new Set(
  `ability accurate achieve active adaptive advance ai algorithm alternative analysi analysis analyzing application applied
   approach architecture artificial aspect assessing assessment automatic automated bayesian beyond big bound building
   case challenge characterization class code combining common comparative comparing comparison complex comprehensive
   computation computational compute computer concept conditional constraint construction context control controlled
   cost critical current data dataset deep demonstration dependent design detecting detection determination determining
   developing development different direct discovery distributed domain dynamic dynamics early effect effective efficient
   emerging empirical end enhanced enhancing environment estimating estimation evaluating evaluation evidence evolution
   example experiment experimental exploiting exploration exploring extended extension facilitating factor fast feature
   field finding fine finite flexible foundation framework free full function functional fundamental general
   generalization generalized generalizing generation generative generic global good guide guided high higher human
   hybrid identification identifying impact implementation implication importance improved improvement improving
   incremental individual inference influence information initial insight integrated integration intelligence
   intelligent interaction interactive introduction investigating investigation issue joint key knowledge language large
   layer learn learned learning lesson level light limit limited linear local long low lower machine making management
   max measurement measuring mechanism method methodology metric min minimal mixed model modeling modelling modern modular
   multi multiple nature network neural next non note novel number object observation one online open operation
   optimal optimization optimised optimized optimizing order overview paper parallel parameter part partial perception
   perform performance perspective phase physic physical platform point policy potential power practical practice
   predicting prediction preliminary present principle probabilistic problem procedure process processing progress
   property proposal quality quantitative quick random rate real recent reducing reduction region relation relationship
   representation research result review revisited revisiting robust role running sample scale scaling scheme science
   search second selection self sensitive series set setting shared short simple simulation single size small smart
   software solution solving source space spatial special specific stability state statistical step strategy strong
   structure structural structured study studying supervised support survey system systematic target task teacher
   technique technology temporal test testing text theoretical theory three time tool toolkit training transfer
   transition trend two type understanding unified unifying unknown unsupervised use user validation value variable
   variation various version view vision visual way weak wide work world zero`
    .split(/\s+/)
    .map(singular),
);
