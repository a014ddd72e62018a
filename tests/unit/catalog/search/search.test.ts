import { describe, expect, it } from 'vitest';
import { CatalogSearch } from '../../../../lib/catalog/search/catalog-search.ts';
import { Lookup } from '../../../../lib/catalog/lookup.ts';
import { typedIdentifier } from '../../../../lib/catalog/search/curated-search.ts';
import { bundleSeeds } from '../../../../tools/bundle-files.ts';
import { buildSeedPack } from '../../../../lib/seeds/bundle.ts';
import { openedPack } from '../../../fixtures/packs.ts';
import { titlesFound } from './titles-found.ts';

const { pack } = bundleSeeds('.');
const lookup = new Lookup([await openedPack(await buildSeedPack(pack))]);
const search = new CatalogSearch(lookup);
const found = (query: string): Promise<string[]> => titlesFound(search, lookup, query);
const names = async (query: string): Promise<string[]> =>
  (await search.people(query, 5)).people.map(({ name }) => name);

describe('search over the bundled catalog', () => {
  it.each([
    ['low-rank bottleneck', 'Low-Rank Bottleneck in Multi-head Attention Models'],
    ['adaptive federated', 'Adaptive Federated Optimization'],
    ['adaptive federted optimzation', 'Adaptive Federated Optimization'],
    ['loopd transformers', 'Looped Transformers as Programmable Computers'],
    ['atack of the tails', 'Attack of the Tails: Yes, You Really Can Backdoor Federated Learning'],
    ['lott', 'Optimal Lottery Tickets via Subset Sum: Logarithmic Over-Parameterization is Sufficient'],
    ['parsimonious learners', 'The Lazy Neuron Phenomenon: On Emergence of Activation Sparsity in Transformers'],
    ['generative retrieval', 'Recommender Systems with Generative Retrieval'],
    ['arXiv:1905.09209v2', 'Convergence and Margin of Adversarial Training on Separable Data'],
    ['https://arxiv.org/abs/1905.09209', 'Convergence and Margin of Adversarial Training on Separable Data'],
    ['konecny field guide', 'A Field Guide to Federated Optimization'],
    // Methods that the title does not name.
    ['lamb', 'Large Batch Optimization for Deep Learning: Training BERT in 76 minutes'],
    ['FIRE', 'Functional Interpolation for Relative Positions Improves Long Context Transformers'],
    ['tiger', 'Recommender Systems with Generative Retrieval'],
    ['sibert', 'Robust Training of Neural Networks Using Scale Invariant Architectures'],
    ['sdnet', 'Revisiting Sparse Convolutional Model for Visual Recognition'],
    ['fedopt', 'A Field Guide to Federated Optimization'],
    ['key-value cache', 'Inference-Friendly Models With MixAttention'],
    ['neural colapse', 'Generalized Neural Collapse for a Large Number of Classes'],
    ['federated optimis', 'Adaptive Federated Optimization'],
    ['low rank', 'Low-Rank Bottleneck in Multi-head Attention Models'],
    ['Reddi et al 2021 adaptive', 'Adaptive Federated Optimization'],
    ['colt 2023 normalization', 'The Expressive Power of Tuning Only the Normalization Layers'],
  ])('%s', async (query, wanted) => {
    expect((await found(query))[0]).toBe(wanted);
  });

  it('what is found as typed is not mixed with what is one letter away', async () => {
    expect(await found('hire')).toHaveLength(1);
    expect(await found('TMLR')).toEqual(["Teacher's pet: understanding and mitigating biases in distillation"]);
  });

  it('British or American spelling, one or many: the same papers', async () => {
    expect(await found('optimisation')).toEqual(await found('optimization'));
    expect((await found('memories transformers'))[0]).toBe('Modifying Memories in Transformer Models');
  });

  it('an author lists their papers; both spellings of a name do', async () => {
    expect((await found('rajput')).length).toBe(10);
    expect((await found('sashank reddi')).toSorted()).toEqual((await found('sashank j reddi')).toSorted());
  });

  it.each([
    ['bhojanapali', 'Srinadh Bhojanapalli'],
    ['reddi', 'Sashank Reddi'],
    ['sashank j. reddi', 'Sashank Reddi'],
    ['konecny', 'Jakub Konečný'],
    ['chong y', 'Chong You'],
  ])('person: %s', async (query, wanted) => {
    expect((await names(query))[0]).toBe(wanted);
  });

  it.each(['', '   ', '?!', 'zzzzqqqq', '\u0000', '99999.99999'])('nothing for %j', async (query) => {
    expect(await found(query)).toEqual([]);
    expect(await names(query)).toEqual([]);
  });
});

describe('typed identifiers', () => {
  it.each([
    ['2002.07028', { arxiv: '2002.07028' }],
    ['arxiv 2002.07028v3', { arxiv: '2002.07028' }],
    ['https://arxiv.org/pdf/2002.07028.pdf', { arxiv: '2002.07028' }],
    ['math/0309136', { arxiv: 'math/0309136' }],
    ['arXiv:math.AG/0309136v2', { arxiv: 'math/0309136' }],
    ['https://doi.org/10.48550/arXiv.2002.07028', { arxiv: '2002.07028' }],
    ['10.1145/3292500.3330701', { doi: '10.1145/3292500.3330701' }],
    ['transformers 2020', null],
  ])('%s', (query, identifier) => {
    expect(typedIdentifier(query)).toEqual(identifier);
  });
});
