// Logistic regression by Newton's method, with a small penalty: what fits the weights of lib/identity.

export interface Sample {
  features: Float64Array;
  /** Whether the two are one person's. */
  same: boolean;
  weight: number;
}

/** Solves `matrix` x = `right` (Gauss, with pivots); both are used up. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot] ?? new Float64Array(), matrix[column] ?? new Float64Array()];
    [right[column], right[pivot]] = [right[pivot] ?? 0, right[column] ?? 0];
    const top = matrix[column] ?? new Float64Array();
    for (let row = 0; row < size; row += 1) {
      const line = matrix[row];
      if (row === column || line === undefined) continue;
      const factor = (line[column] ?? 0) / (top[column] ?? 1);
      if (factor === 0) continue;
      for (let at = column; at < size; at += 1) line[at] = (line[at] ?? 0) - factor * (top[at] ?? 0);
      right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0);
    }
  }
  return right.map((value, at) => value / (matrix[at]?.[at] ?? 1));
}

/** The weights under which the samples are likeliest. */
export function fitLogistic(samples: readonly Sample[], size: number, penalty = 3, rounds = 10): Float64Array {
  let weights = new Float64Array(size);
  for (let round = 0; round < rounds; round += 1) {
    const slope = weights.map((weight) => -penalty * weight);
    const curve = Array.from({ length: size }, (_, at) => {
      const row = new Float64Array(size);
      row[at] = penalty;
      return row;
    });
    for (const { features, same, weight } of samples) {
      let sum = 0;
      for (let at = 0; at < size; at += 1) sum += (weights[at] ?? 0) * (features[at] ?? 0);
      const chance = 1 / (1 + Math.exp(-sum));
      const miss = weight * ((same ? 1 : 0) - chance);
      const spread = weight * Math.max(chance * (1 - chance), 1e-6);
      for (let a = 0; a < size; a += 1) {
        const value = features[a] ?? 0;
        const row = curve[a];
        if (value === 0 || row === undefined) continue;
        slope[a] = (slope[a] ?? 0) + miss * value;
        for (let b = 0; b <= a; b += 1) row[b] = (row[b] ?? 0) + spread * value * (features[b] ?? 0);
      }
    }
    for (let a = 0; a < size; a += 1)
      for (let b = 0; b < a; b += 1) {
        const upper = curve[b];
        if (upper !== undefined) upper[a] = curve[a]?.[b] ?? 0;
      }
    const step = solve(curve, slope);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
    if (step.every((one) => Math.abs(one) < 1e-4)) break;
  }
  return weights;
}
