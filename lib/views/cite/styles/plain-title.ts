// A title without TeX, for places that show text alone: "$O(n^2)$" is "O(n²)". Pure.
import { titleParts } from '../../../text/title-parts.ts';

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ ' +
    'pi π rho ρ sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ ' +
    'Phi Φ Psi Ψ Omega Ω ell ℓ infty ∞ times × cdot · pm ± to → rightarrow → leq ≤ le ≤ geq ≥ ge ≥ neq ≠ approx ≈ sim ~ ' +
    'in ∈ sqrt √ log log min min max max'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, word, at, all) => {
      if (at % 2 === 0) pairs.push([word, all[at + 1] ?? '']);
      return pairs;
    }, []),
);
const raised = new Map(Array.from('0123456789+-n').map((sign, at) => [sign, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ')[at] ?? sign]));
const lowered = new Map(Array.from('0123456789+-').map((sign, at) => [sign, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋')[at] ?? sign]));

/** Signs above or below the line; as TeX writes them where Unicode has not all of them. */
function moved(mark: string, text: string): string {
  const signs = Array.from(text).map((sign) => (mark === '^' ? raised : lowered).get(sign));
  return signs.every((sign) => sign !== undefined) ? signs.join('') : `${mark}${text}`;
}

const plainFormula = (tex: string): string =>
  tex
    .replace(
      /\\(?:math[a-z]{2,4}|text[a-z]{0,2}|operatorname|boldsymbol|bm|left|right|big|,|;|!|quad)(?![a-zA-Z])\s?/gi,
      '',
    )
    .replace(/\\([a-zA-Z]+)\s?/g, (_, name: string) => letters[name] ?? name)
    .replace(/([\^_])(?:\{([^{}]*)\}|([^{}\s]))/g, (_, mark: string, group: string | undefined, sign?: string) =>
      moved(mark, group ?? sign ?? ''),
    )
    .replace(/[{}\\]/g, '')
    .trim();

export const plainTitle = (title: string): string =>
  titleParts(title)
    .map((part) => (typeof part === 'string' ? part : plainFormula(part.tex)))
    .join('')
    .trim();
