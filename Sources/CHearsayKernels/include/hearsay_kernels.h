// The parts of a transformer's forward pass. Row-major, one thread; memory that is passed as packed weights or as
// scratch begins at a multiple of 64 bytes.
#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Instruction sets that linear layers and attention are written for. Element-wise loops are compiled for several and
// the best one is taken at load time.
enum hearsay_level { HEARSAY_PLAIN, HEARSAY_AVX2, HEARSAY_AVX512 };

// The best that this processor has.
enum hearsay_level hearsay_best_level(void);

// Outputs that lie together in packed weights.
enum { HEARSAY_PANEL = 64 };

// The number of inputs as packed weights and rows in eight bits have it.
static inline size_t hearsay_padded(size_t in) { return (in + 3) / 4 * 4; }

// A linear layer, in eight bits with a scale for each output or in single precision. `packed` holds int8_t or float for
// `out` rounded up to panels, times `hearsay_padded(in)` or `in`; `scale`, `sum` (of an output's bytes) and `bias` have
// as many numbers as there are outputs, so rounded.
typedef struct {
    size_t in, out;
    bool bytes;
    void *packed;
    float *scale, *sum, *bias;
} hearsay_weights;

// Puts the weights of output `at` into their place. `scratch` holds `hearsay_padded(in)` bytes.
void hearsay_pack(hearsay_weights *weights, const float *row, size_t at, int8_t *scratch);

// Rows of input, and the same in eight bits where a layer takes those: the number at column i of row r is about
// bytes[i] * scale[r] + low[r]. Rows of bytes are `hearsay_padded` long.
typedef struct {
    const float *floats;
    uint8_t *bytes;
    float *scale, *low;
} hearsay_rows;

// Makes the bytes of rows from their numbers, between the least and the greatest of each row.
void hearsay_to_bytes(const hearsay_rows *x, size_t rows, size_t width);

// What becomes of a linear layer's outputs: stored, added to what is there, or stored after gelu.
enum hearsay_finish { HEARSAY_STORE, HEARSAY_ADD, HEARSAY_GELU };

// out = finish(x * weights + bias), for `count` outputs from `first` on, which is a multiple of a panel. Rows of `out`
// begin `stride` floats apart and hold these outputs only.
void hearsay_linear(enum hearsay_level level, float *out, size_t stride, const hearsay_rows *x, size_t rows,
                    const hearsay_weights *weights, size_t first, size_t count, enum hearsay_finish finish);

// Numbers of one attention head.
enum { HEARSAY_HEAD = 32 };

// The rows of one head that look at each other. They begin `stride` floats apart.
typedef struct {
    const float *query, *key, *value;
    size_t rows, stride;
} hearsay_head;

// Bytes of scratch that attention over so many rows takes.
size_t hearsay_attention_scratch(size_t rows);

// out = softmax(query * key^T / sqrt(HEARSAY_HEAD)) * value, in single precision or, where the processor has it, with
// products of bfloat16 numbers summed in single precision. Rows of `out` begin `outStride` floats apart.
void hearsay_attend(enum hearsay_level level, float *out, size_t out_stride, const hearsay_head *head, void *scratch);

// Every row becomes its layer norm, times gain, plus bias.
void hearsay_norm(float *x, const float *gain, const float *bias, size_t rows, size_t width, float epsilon);

// out = sum of the rows of x, divided by their number.
void hearsay_mean(float *out, const float *x, size_t rows, size_t width);

// Half precision (IEEE binary16) to single.
void hearsay_half_to_float(float *out, const uint16_t *in, size_t count);

#endif
