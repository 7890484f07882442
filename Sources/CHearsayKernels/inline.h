// Functions of one number, for the loops of this target; compiled anew for every instruction set.
#ifndef HEARSAY_INLINE_H
#define HEARSAY_INLINE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("avx512f", "arch=haswell", "default")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))

// exp by 2^n times a polynomial on [-ln2/2, ln2/2] (Cephes); relative error about 2e-7.
INLINE float fast_exp(float x) {
#pragma clang fp contract(fast)
    x = x < -87.0f ? -87.0f : (x > 88.0f ? 88.0f : x);
    float n = __builtin_floorf(x * 1.44269504088896341f + 0.5f);
    float r = x - n * 0.693359375f + n * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    union { int32_t i; float f; } power = {.i = ((int32_t)n + 127) << 23};
    return p * power.f;
}

// x times the normal distribution's share below x, by an odd polynomial up to 4.5; absolute error under 6e-5.
INLINE float fast_gelu(float x) {
#pragma clang fp contract(fast)
    float v = x < -4.5f ? -4.5f : (x > 4.5f ? 4.5f : x), s = v * v;
    float p = 3.05081481e-11f;
    p = p * s - 3.32810313e-9f;
    p = p * s + 1.59624904e-7f;
    p = p * s - 4.46285276e-6f;
    p = p * s + 8.15633684e-5f;
    p = p * s - 1.03860814e-3f;
    p = p * s + 9.58944391e-3f;
    p = p * s - 6.59935549e-2f;
    p = p * s + 3.98719489e-1f;
    return x * (0.5f + v * p);
}

typedef struct {
    float low, high;
} range_of_floats;

// The least and the greatest of some numbers, at least one. Lane by lane, or the compiler would not use vectors.
INLINE range_of_floats range_of(const float *x, size_t count) {
    enum { LANES = 64 };
    float low[LANES], high[LANES];
    for (size_t l = 0; l < LANES; l++) low[l] = high[l] = x[0];
    size_t i = 0;
    for (; i + LANES <= count; i += LANES)
        for (size_t l = 0; l < LANES; l++) {
            low[l] = x[i + l] < low[l] ? x[i + l] : low[l];
            high[l] = x[i + l] > high[l] ? x[i + l] : high[l];
        }
    for (size_t l = 0; i + l < count; l++) {
        low[l] = x[i + l] < low[l] ? x[i + l] : low[l];
        high[l] = x[i + l] > high[l] ? x[i + l] : high[l];
    }
#pragma clang loop unroll(full)
    for (size_t half = LANES / 2; half > 0; half /= 2)
        for (size_t l = 0; l < half; l++) {
            low[l] = low[l + half] < low[l] ? low[l + half] : low[l];
            high[l] = high[l + half] > high[l] ? high[l + half] : high[l];
        }
    return (range_of_floats){low[0], high[0]};
}

#endif
