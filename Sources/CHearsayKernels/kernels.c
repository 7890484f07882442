#include "hearsay_kernels.h"
#include "inline.h"

#include <math.h>
#include <string.h>

enum hearsay_level hearsay_best_level(void) {
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bf16") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        return HEARSAY_AVX512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return HEARSAY_AVX2;
#endif
    return HEARSAY_PLAIN;
}

CLONES void hearsay_norm(float *x, const float *gain, const float *bias, size_t rows, size_t width, float epsilon) {
#pragma clang fp contract(fast) reassociate(on)
    for (size_t r = 0; r < rows; r++) {
        float *row = x + r * width;
        float mean = 0, variance = 0;
        for (size_t i = 0; i < width; i++) mean += row[i];
        mean /= (float)width;
        for (size_t i = 0; i < width; i++) variance += (row[i] - mean) * (row[i] - mean);
        float over = 1.0f / __builtin_sqrtf(variance / (float)width + epsilon);
        for (size_t i = 0; i < width; i++) row[i] = (row[i] - mean) * over * gain[i] + bias[i];
    }
}

CLONES void hearsay_to_bytes(const hearsay_rows *x, size_t rows, size_t width) {
#pragma clang fp contract(fast)
    size_t padded = hearsay_padded(width);
    for (size_t r = 0; r < rows; r++) {
        const float *row = x->floats + r * width;
        uint8_t *values = x->bytes + r * padded;
        range_of_floats range = range_of(row, width);
        float extent = range.high - range.low, over = extent > 0 ? 255.0f / extent : 0;
        for (size_t i = 0; i < width; i++) values[i] = (uint8_t)(int32_t)((row[i] - range.low) * over + 0.5f);
        memset(values + width, 0, padded - width);
        x->scale[r] = extent / 255.0f;
        x->low[r] = range.low;
    }
}

CLONES void hearsay_mean(float *out, const float *x, size_t rows, size_t width) {
    memset(out, 0, width * sizeof(float));
    for (size_t r = 0; r < rows; r++)
        for (size_t i = 0; i < width; i++) out[i] += x[r * width + i];
    for (size_t i = 0; i < width; i++) out[i] /= (float)(rows ? rows : 1);
}

// Moves the bits of half precision into place and lets one multiplication fix exponent and subnormals.
CLONES void hearsay_half_to_float(float *out, const uint16_t *in, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uint32_t h = in[i];
        union { uint32_t i; float f; } magnitude = {.i = (h & 0x7FFF) << 13}, scale = {.i = 0x77800000}, result;
        result.f = magnitude.f * scale.f;
        if ((h & 0x7C00) == 0x7C00) result.i |= 0x7F800000;
        result.i |= (h & 0x8000) << 16;
        out[i] = result.f;
    }
}
